"""The page of a return: what goes is shown line by line, and only that is saved."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core.assessment import Area, SetAside
from selfassess.core.free_text import marks
from selfassess.core.returns import TextKind
from selfassess.files import return_file
from selfassess.reports.return_lines import return_parts
from selfassess.ui.pages.hand_over import ReturnPage
from selfassess.words import interface
from tests import builders
from tests.pilot import Pilot
from tests.ui import north


@pytest.fixture
def shown(open_desk, show_page):
    opened = []

    def make(value=None) -> ReturnPage:
        page = ReturnPage(open_desk(value or north.north(), north.content()), show=opened.append)
        page.pilot = show_page(page)
        page.opened = opened
        return page

    return make


def labels(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def save(page, prompts, path):
    prompts.expect(path)
    page.pilot.press("Save the return…")
    return return_file.read(path)


def test_every_line_of_the_return_is_shown_before_it_is_saved(shown, prompts, tmp_path):
    page = shown()
    returned = save(page, prompts, tmp_path / "out.json")
    said = labels(page)
    for part in return_parts(returned, north.content(), interface()):
        assert part.title in said
        for line in part.lines:
            assert f"{line.label}: {line.says}" in said or line.says in said
    assert page.pilot.shows("Saved: ")


def test_free_text_goes_only_if_it_is_ticked(shown, prompts, tmp_path):
    page = shown()
    assert save(page, prompts, tmp_path / "a.json").texts == ()
    page.pilot.press("What goes wrong")
    page.pilot.press("I have looked at each")
    (text,) = save(page, prompts, tmp_path / "b.json").texts
    assert (text.kind, text.text) == (TextKind.STORY, north.north().partnership.story)
    page.pilot.press("What goes wrong")
    assert save(page, prompts, tmp_path / "c.json").texts == ()


def test_marked_words_stand_in_brackets_and_must_be_looked_at_first(shown):
    page = shown()
    page.pilot.press("What goes wrong")
    story = north.north().partnership.story
    assert all(f"[{mark.word}]" in labels(page) for mark in marks(story))
    assert not page.save.isEnabled()
    assert page.pilot.shows("Look at each marked word first, and say so.")
    page.pilot.key("Ctrl+Return")
    page.pilot.press("I have looked at each")
    assert page.save.isEnabled()
    page.pilot.press("The actions of your plan")
    assert not page.save.isEnabled()


def test_reasons_and_purpose_can_go_too(shown, prompts, tmp_path):
    barrier = north.results().barriers[0].barrier.id
    aside = (SetAside(barrier=barrier, reason="Sergeant Amin says so"),)
    page = shown(north.north().changed(set_aside=aside))
    page.pilot.press("Why barriers were set aside")
    page.pilot.press("What you share, and why")
    page.pilot.press("I have looked at each")
    kinds = {text.kind for text in save(page, prompts, tmp_path / "a.json").texts}
    assert kinds == {TextKind.REASONS, TextKind.PURPOSE}


def test_without_an_answer_there_is_nothing_to_hand_over(shown):
    page = shown(north.unanswered().changed(rounds=(north.unanswered().latest,)))
    gone = []
    page.wanted.connect(lambda place, at: gone.append(place))
    assert page.pilot.shows("Nothing to hand over yet")
    page.pilot.press("Answer the questions")
    assert gone == ["walk"]


def test_small_numbers_are_said_to_be_held_back(shown):
    assert "Held back because the number is small" in labels(shown(north.alone()))


def test_the_name_gets_its_ending_and_a_refusal_is_told(shown, prompts, tmp_path):
    page = shown()
    prompts.expect(tmp_path / "out")
    page.pilot.press("Save the return…")
    assert return_file.read(tmp_path / "out.json")
    prompts.expect(tmp_path / "gone" / "out.json")
    page.pilot.press("Save the return…")
    assert page.pilot.shows("The folder or its drive is not there.")
    prompts.expect(None)
    page.pilot.press("Save the return…")


def test_saving_and_showing_the_folder_by_keyboard_alone(shown, prompts, tmp_path):
    page = shown()
    assert QApplication.focusWidget().text() == "What you share, and why"
    prompts.expect(lambda suggested: suggested)
    page.pilot.key("Ctrl+Return")
    page.pilot.press("Show in folder")
    assert page.opened == [tmp_path]
    assert (tmp_path / "return 2026-11-25.json").exists()


def test_answers_that_change_change_what_goes(shown):
    page = shown()
    before = labels(page)
    value = page.desk.opened.value
    latest = value.latest.changed(step="Review")
    page.desk.opened.edit(value.changed(rounds=(*value.rounds[:-1], latest)), "Step")
    assert labels(page) != before
    assert "Step: Review" in labels(page)


def test_the_window_shows_it_beside_the_report(make_shell, qtbot):
    shell = make_shell(content=builders.content())
    shell.opening.show_example()
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl+6")
    pilot.key("Alt+2")
    assert shell.window.here == "return"
    assert pilot.shows("Make a return for a centre")


def test_the_code_of_the_area_goes_only_if_it_is_ticked(shown, prompts, tmp_path):
    value = north.north()
    area = Area(code="E08000003", name="Manchester")
    page = shown(value.changed(partnership=value.partnership.changed(area=area)))
    assert page.pilot.shows("Your place")
    assert save(page, prompts, tmp_path / "a.json").area is None
    assert "E08000003" not in labels(page)
    page.pilot.press("The code of your area")
    assert "Code of the area: E08000003" in labels(page)
    assert save(page, prompts, tmp_path / "b.json").area == "E08000003"
    assert "Manchester" not in (tmp_path / "b.json").read_text("utf-8")


def test_without_a_code_there_is_no_place_to_tick(shown):
    assert not shown().pilot.shows("Your place")
