from pathlib import Path

import pytest

from selfassess.files import migrations
from selfassess.files.assessment_file import read
from tests.files import values

OLD_FILES = Path(__file__).parent.parent / "old_files"


@pytest.mark.parametrize("format_", range(1, migrations.FORMAT + 1))
def test_a_file_of_every_format_still_opens(format_):
    opened = read(OLD_FILES / f"format-{format_}.selfassess")
    assert opened.assessment == values.assessment()
    assert opened.questionnaires == values.questionnaires()
    assert opened.modules == values.modules()


def test_each_step_is_taken_from_the_format_of_the_file_on(monkeypatch):
    steps = tuple(lambda plain, n=n: {"taken": [*plain["taken"], n]} for n in (1, 2, 3))
    monkeypatch.setattr(migrations, "STEPS", steps)
    assert migrations.to_newest({"taken": []}, 2) == {"taken": [2, 3]}
    assert migrations.to_newest({"taken": []}, 4) == {"taken": []}
