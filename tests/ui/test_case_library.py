"""Own case studies from the first page, with no assessment open."""

import pytest
from PySide6.QtWidgets import QApplication

from selfassess.core.case_draft import NEW_ID, case_barrier
from selfassess.files import own_cases
from tests.pilot import Pilot
from tests.ui import north
from tests.ui.test_case_writing import theirs
from tests.ui.told_order import gaps


@pytest.fixture
def shown(make_shell, qtbot):
    """The window on the page of own case studies; its pilot."""

    def show():
        shell = make_shell(content=north.content(), example=north.north())
        pilot = Pilot(qtbot, shell.window)
        pilot.press("Our own case studies")
        pilot.shell = shell
        return pilot

    return show


def own(pilot):
    return own_cases.own_cases(pilot.shell.window.aside.writing.desk.library.folder)


def write(pilot, words: str) -> None:
    pilot.go_to("Title")
    pilot.write(words)


def fill(pilot) -> None:
    """Write what a case study can't do without."""
    form = pilot.shell.window.aside.writing.form
    write(pilot, "Told by nine")
    pilot.go_to("What was the situation?")
    pilot.write("The school heard too late.")
    barrier = north.content().catalogue.barriers[0]
    case = form.case.changed(
        place="Northbridge",
        policy_areas=("domestic-abuse",),
        sectors=("police",),
        source=form.case.source.changed(title="Our own account", publisher="Us"),
    )
    form.show_case(case.changed(barriers=(case_barrier(barrier, "en"),)))
    form.changed.emit(form.case)


def test_from_the_first_page_there_and_back_by_keyboard(shown):
    pilot = shown()
    assert pilot.shows("To begin from answers, open their assessment.")
    pilot.key("Esc")
    assert pilot.shell.window.aside is None
    pilot.key("Ctrl+Shift+L")
    assert pilot.shows("Our own case studies")
    pilot.press("Back")
    assert pilot.shell.window.aside is None


def test_a_new_one_begins_with_empty_fields(shown):
    case = shown().shell.window.aside.writing.form.case
    assert (case.id, case.title, case.place, case.barriers) == (NEW_ID, "", "", ())


def test_one_is_written_kept_and_changed(shown):
    pilot = shown()
    fill(pilot)
    pilot.press("Add it to our library")
    assert pilot.shows("“Told by nine” is in our library.")
    assert [case.title for case in own(pilot)] == ["Told by nine"]
    write(pilot, "Told at eight")
    pilot.press("Keep the changes")
    assert [case.title for case in own(pilot)] == ["Told at eight"]
    pilot.choose("Which case study", "A new one")
    assert pilot.shell.window.aside.writing.form.case.title == ""


def test_what_is_typed_is_there_when_one_comes_back_and_goes_after_a_question(shown, prompts):
    pilot = shown()
    write(pilot, "Half a ti")
    pilot.press("Back")
    pilot.press("Our own case studies")
    assert pilot.shell.window.aside.writing.form.case.title == "Half a ti"
    prompts.expect("again")
    pilot.press("Start again")
    assert pilot.shell.window.aside.writing.form.case.title == ""


def test_a_pack_comes_in_from_the_page_the_menu_and_by_drop(shown, prompts, tmp_path):
    pilot = shown()
    window = pilot.shell.window
    prompts.expect(theirs(tmp_path))
    pilot.press("Bring in a pack…")
    assert "Theirs" in window.aside.writing.preview._title.text()
    pilot.key("Esc")
    assert not window.aside.writing.preview.isVisible()
    pilot.key("Esc")
    assert window.aside is None
    prompts.expect(theirs(tmp_path))
    pilot.shell.acts.action("file.bring-pack").trigger()
    assert window.aside.writing.preview.isVisible()
    window.leave_aside()
    window.files_dropped.emit([theirs(tmp_path)])
    pilot.press("Bring it in")
    assert pilot.shows("The pack is in use.")


def test_over_an_assessment_its_own_page_is_shown(shown):
    pilot = shown()
    pilot.shell.opening.show_example()
    pilot.key("Ctrl+Shift+L")
    assert (pilot.shell.window.here, pilot.shell.window.aside) == ("case-study", None)
    assert not pilot.shell.window.page.back.isVisible()


def test_f6_goes_through_its_parts_and_the_status_bar_has_its_keys(shown):
    pilot = shown()
    for _part in range(3):
        pilot.key("F6")
        assert pilot.shell.window.aside.isAncestorOf(QApplication.focusWidget())
    assert pilot.shell.window.aside.hints()[-1].does == "back"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_has_a_name(shown, theme, scale):
    theme.set_text_scale(scale)
    pilot = shown()
    assert gaps(pilot.shell.window.aside) == []
