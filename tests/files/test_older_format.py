import zipfile

import pytest

from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file, migrations, older_format
from tests.files import values

CARRIED = (values.questionnaires(), values.modules())


@pytest.fixture
def old(tmp_path, monkeypatch):
    """A file of the format before ours."""
    path = tmp_path / "a.selfassess"
    assessment_file.write(path, values.assessment(), *CARRIED)
    monkeypatch.setattr(migrations, "FORMAT", migrations.FORMAT + 1)
    return path


def test_before_a_file_is_saved_in_a_newer_format_the_old_one_is_kept(old):
    data = old.read_bytes()
    assessment_file.write(old, values.assessment(), *CARRIED)
    assert old.with_name("a (format 1).selfassess").read_bytes() == data


def test_the_same_old_file_is_kept_once_and_another_one_under_another_name(old):
    older_format.keep(old)
    older_format.keep(old)
    assert len(list(old.parent.iterdir())) == 2
    old.write_bytes(assessment_file.to_bytes(values.assessment(), (), ()))
    older_format.keep(old)
    older_format.keep(old)
    names = {path.name for path in old.parent.iterdir()}
    assert names == {
        "a.selfassess",
        "a (format 1).selfassess",
        "a (format 1, 2).selfassess",
    }


def test_an_old_file_that_can_not_be_kept_is_not_written_over(old):
    data = old.read_bytes()
    old.with_name("a (format 1).selfassess").mkdir()
    with pytest.raises(FileProblemsError):
        assessment_file.write(old, values.assessment(), *CARRIED)
    assert old.read_bytes() == data


def test_a_file_of_our_format_is_not_kept(tmp_path):
    path = tmp_path / "a.selfassess"
    for _time in range(2):
        assessment_file.write(path, values.assessment(), *CARRIED)
    assert [p.name for p in tmp_path.iterdir()] == ["a.selfassess"]


@pytest.mark.parametrize("head", [b"", b'{"assessment": {}}', b'{"format": "1"}'])
def test_what_does_not_say_its_format_is_nothing_to_keep(tmp_path, head):
    path = tmp_path / "a.selfassess"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("assessment.json", head)
    older_format.keep(path)
    path.write_bytes(b"no zip")
    older_format.keep(path)
    assert len(list(tmp_path.iterdir())) == 1
