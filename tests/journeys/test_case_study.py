"""From a finished assessment to a case study that is suggested to others, by keyboard alone."""

import pytest

from selfassess.files import assessment_file, own_cases
from tests.pilot import Pilot
from tests.ui import north
from tests.ui.conftest import *  # noqa: F403  # the window's fixtures serve here too


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "northbridge.selfassess"
    content = north.content()
    assessment_file.write(path, north.north(), (content.questionnaire,), content.modules)
    return path


def test_a_case_study_is_written_kept_and_then_in_the_library(make_shell, qtbot, saved, tmp_path):
    shell = make_shell(content=north.content())
    shell.opening.open_file(saved)
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl+6")
    pilot.key("Alt+3")
    assert shell.window.here == "case-study"
    pilot.write("Told by nine")
    pilot.key("Tab")
    pilot.key("Ctrl+A")
    pilot.write("Nobody told the school.")
    pilot.key("F6")
    pilot.key("Ctrl+Return")
    (kept,) = own_cases.own_cases(tmp_path / "data")
    assert (kept.title, kept.summary) == ("Told by nine", "Nobody told the school.")
    opened = shell.opening.opened
    assert opened.content.case(kept.id) == kept
    assert kept.id not in [match.case.id for match in opened.results.cases.ranked]
    partnership = opened.value.partnership
    opened.edit(opened.value.changed(partnership=partnership.changed(name="Another")), "Name")
    assert kept.id in [match.case.id for match in opened.results.cases.ranked]
    shell.window.go_to("cases", kept.id)
    assert pilot.shows("The place’s own account, not published.")
