import pytest

from selfassess.core import workshop
from selfassess.ui.pages.agreed import AgreedPage
from selfassess.ui.parts.text import Run, Text
from tests import builders
from tests.ui.told_order import gaps


def held():
    value = builders.assessment("Council", "Police", answers="PU1=3 LE1=dk")
    value = workshop.settle(value, "PU1", 3, ())
    value = workshop.dissent(value, "PU1", "Police: not at night.")
    value = workshop.settle(value, "PU2", "none", ())
    value = workshop.note(value, "PU1", "Ask the control room.")
    value = workshop.decide(value, "We write it down.", "PU1")
    return workshop.park(value, "Who pays?")


@pytest.fixture
def agreed(open_desk, show_page):
    def make(value=None, width=1366):
        shown = []
        page = AgreedPage(open_desk(value or held()), show=shown.append)
        page.shown = shown
        page.pilot = show_page(page, width)
        return page

    return make


def test_it_says_what_was_agreed_and_what_was_not(agreed):
    page = agreed()
    for words in (
        "2 questions settled",
        "Title of PU1, PU1: level 3, agreed. PU1 stands at level 3.",
        "Minority view: “Police: not at night.”",
        "Title of PU2, PU2",
        "We write it down. (PU1)",
        "Title of LE1, LE1: Council doesn’t know. Who would know?",
        "Who pays?",
        "Ask the control room. (PU1)",
    ):
        assert page.pilot.shows(words)


def test_the_title_of_a_question_stands_out_in_its_line(agreed):
    page = agreed()
    (line,) = (one for one in page.findChildren(Text) if one.text().startswith("Title of PU1"))
    assert next((run.words, run.style) for run in page._runs(line.text())) == (
        "Title of PU1",
        "body_bold",
    )
    assert page._runs("Ask the control room.") == (Run("Ask the control room."),)


def test_before_the_workshop_there_is_nothing_to_hand_round(agreed):
    page = agreed(builders.assessment())
    assert page.pilot.shows("Nothing settled yet")
    assert page.pilot.shows("What the room agrees on will stand here.")
    assert not page.save.isVisible()


def test_a_decision_or_a_point_becomes_an_action(agreed, qtbot):
    page = agreed()
    with qtbot.waitSignal(page.wanted) as told:
        page.pilot.press("Add to the plan: We write it down. (PU1)")
    (action,) = page.desk.opened.value.actions
    assert (action.text, action.topic) == ("We write it down.", "PU1")
    assert told.args == ["plan", action.id]
    page.pilot.press("Add to the plan: Who pays?")
    assert page.desk.opened.value.actions[1].topic == ""


def test_decisions_and_points_can_be_taken_out(agreed):
    page = agreed()
    page.pilot.press("Take out: We write it down. (PU1)")
    page.pilot.press("Take out: Who pays?")
    latest = page.desk.opened.value.latest
    assert (latest.decisions, latest.parking) == ((), ())
    page.desk.opened.history.undo()
    assert page.pilot.shows("Who pays?")


def test_the_page_is_saved_as_a_pdf_with_or_without_notes(agreed, prompts, tmp_path):
    page = agreed()
    paths = tmp_path / "a.pdf", tmp_path / "b.pdf"
    prompts.expect(*paths)
    page.pilot.press("Save the page as PDF…")
    assert paths[0].read_bytes().startswith(b"%PDF")
    assert page.pilot.shows(f"Saved: {paths[0]}")
    page.pilot.press("Open it to print")
    assert page.shown == [paths[0]]
    page.pilot.press("With the room’s notes")
    page.pilot.press("Save the page as PDF…")
    assert paths[1].exists()


def test_where_it_cannot_be_saved_it_says_so(agreed, prompts, tmp_path):
    page = agreed()
    prompts.expect(tmp_path / "no" / "a.pdf", None)
    page.pilot.press("Save the page as PDF…")
    assert page.pilot.shows("folder")
    page.pilot.press("Save the page as PDF…")


def test_the_ways_lead_to_plan_and_report(agreed, qtbot):
    page = agreed()
    for says, place in (("Go to the action plan", "plan"), ("Go to the report", "report")):
        with qtbot.waitSignal(page.wanted) as told:
            page.pilot.press(says)
        assert told.args == [place, ""]


@pytest.mark.parametrize("width", [1366, 900])
def test_everything_has_a_name(agreed, width):
    page = agreed(width=width)
    assert gaps(page) == []
