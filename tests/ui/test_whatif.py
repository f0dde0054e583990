import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core.whatif import remove_barrier
from selfassess.reports import sentences
from selfassess.ui.models.barrier_view import barrier_entries
from selfassess.ui.models.whatif_view import Trying, marked, what_if
from selfassess.ui.pages.barriers import WHAT_IF, BarriersPage
from selfassess.ui.pages.overview import OverviewPage
from selfassess.words import interface
from tests.core.worlds import barrier, pattern, results
from tests.ui import north

TOPICS = {"PU1": "shared must", "PU2": "shared", "LE1": "each", "CU1": "shared"}


def stand(said, topics=TOPICS, **facts):
    return results(topics, {"council": dict(part.split("=") for part in said.split())}, **facts)


def tried(results_, *ticked, barrier_id=""):
    return what_if(Trying(barrier_id, frozenset(ticked)), results_, interface())


def moved(view):
    return "\n".join(view.moved)


# what is said


def test_the_statement_names_its_shortest_way_and_what_each_change_is_for():
    view = tried(north.results())
    assert view.now == view.then == sentences.headline(north.results(), interface())
    assert view.changes == ("TR1",)
    assert "“Ready with conditions to leave Pre-implementation”" in view.way
    assert "People are told (TR1) at 3" in view.way
    assert view.why == (sentences.blocker("TR1", north.results(), interface()),)


def test_a_tried_topic_moves_statement_dimension_and_barrier():
    view = tried(north.results(), "TR1")
    assert view.moves
    assert view.then == "Ready with conditions to leave Pre-implementation"
    assert "Transparency: 2.0, held at 2 by TR1" in moved(view) or "Transparency: " in moved(view)
    assert "“People do not know what we share about them”: would not be raised" in moved(view)


def test_the_way_goes_on_from_what_is_tried():
    view = tried(north.results(), "TR1")
    assert "“Ready to leave Pre-implementation”" in view.way
    assert len(view.changes) > 4
    assert f"{len(view.changes)} questions at 3" in view.way
    done = tried(north.results(), "TR1", *view.changes)
    assert done.then == "Ready to leave Pre-implementation"
    assert done.way == "Nothing stands against it any more."


def test_what_no_change_of_levels_lifts_is_named():
    silent = results(
        {"PU1": "shared", "PU2": "shared", "LE1": "shared", "LE2": "shared"},
        {
            "council": {"PU1": "4", "PU2": "4", "LE1": "4", "LE2": "4"},
            "police": {},
        },
    )
    view = what_if(Trying(), silent, interface())
    assert view.changes == ()
    assert view.way == "No change of levels lifts it from here."
    assert view.fixed == ("Not enough answers yet from Police",)


def test_what_does_not_apply_rests_on_one_or_stands_below_an_agreed_level_is_named():
    apart = results(
        {"PU1": "each must", "PU2": "shared", "LE1": "each must", "LE2": "shared"},
        {
            "council": {"PU1": "na", "PU2": "4", "LE1": "4", "LE2": "4"},
            "police": {"PU1": "na", "PU2": "4", "LE1": "1", "LE2": "4"},
        },
        agreed={"LE1": 3},
    )
    view = what_if(Trying(), apart, interface())
    assert any("PU1" in line and "doesn’t apply" in line for line in view.fixed)
    assert "Purpose rests on one question, or none" in view.fixed
    assert "Below an agreed level: Police" in view.fixed


def test_a_barrier_names_the_fewest_changes_that_remove_it():
    for found in north.results().barriers:
        if not found.raised or found.aside:
            continue
        view = tried(north.results(), barrier_id=found.barrier.id)
        fewest = remove_barrier(north.results(), found.barrier)
        if fewest is None:
            assert "Level 3 in every question behind it is not enough" in view.way
        else:
            assert view.changes == fewest
            after = tried(north.results(), *fewest, barrier_id=found.barrier.id)
            assert after.then in ("Not raised", "Find out first")
            assert after.way == "The answers would not raise it."


def test_a_dimension_of_which_too_little_is_known_says_so():
    view = tried(stand("PU1=3 PU2=3 LE1=3"), "CU1")
    assert "Culture: not enough known, then 3.0" in view.moved


def test_a_barrier_that_weakens_says_from_what_to_what():
    before = stand("PU1=1 PU2=1", barriers=(barrier("b", "PU1<=2 PU2<=2"),))
    assert "“B”: strong, would be clear" in tried(before, "PU2").moved


def test_a_barrier_that_comes_up_is_said_too():
    before = stand(
        "PU1=2 PU2=1 LE1=3",
        barriers=(barrier("b", "LE1<=1", pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3})),),
    )
    assert "“B” comes up" in tried(before, "PU1").moved


def test_the_list_is_marked_with_what_would_become_of_each():
    entries = barrier_entries(north.results(), interface())
    after = marked(entries, north.results(), frozenset({"TR1"}), interface())
    changed = [a for a, b in zip(after, entries, strict=True) if a != b]
    assert changed[0].more == "Would not be raised any more"
    assert marked(entries, north.results(), frozenset(), interface()) == entries


# the page


@pytest.fixture
def barriers(open_desk, show_page):
    def make(value=None):
        page = BarriersPage(open_desk(value or north.north(), north.content()))
        page.pilot = show_page(page)
        return page

    return make


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_t_shows_what_would_change_the_barrier_and_escape_leads_back(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    assert "The shortest way to remove it" in words(page)
    assert QApplication.focusWidget().topic == "TR1"
    assert page.hints()[-1].keys == ("Esc",)
    page.pilot.key("Esc")
    assert page.trial is None
    assert page.pane.id == page.list.here
    assert page.list.hasFocus()


def test_trying_by_keyboard_changes_nothing_in_the_assessment(barriers, qtbot):
    page = barriers()
    before = page.desk.opened.value
    page.pilot.press("What would change it")
    page.pilot.key("Space")
    assert "Then: Not raised" in words(page)
    assert QApplication.focusWidget().isChecked()
    page.pilot.key("Space")
    assert "Then: stays as it is" in words(page)
    assert page.desk.opened.value is before
    assert page.desk.opened.history.count() == 0


def test_the_shortest_way_is_tried_in_one_press_and_can_be_started_over(barriers):
    page = barriers()
    page.arrive(WHAT_IF)
    page.pilot.press("Try this way")
    assert "Then: Ready with conditions to leave Pre-implementation" in words(page)
    page.pilot.press("Start over")
    assert "Then: stays as it is" in words(page)
    assert not page.trial.afresh.isVisible()


def test_another_question_can_be_tried(barriers):
    page = barriers()
    page.arrive(WHAT_IF)
    offered = what_if(Trying(), page.results, interface()).others[0]
    page.pilot.choose("Try another question", offered[1])
    assert page.trial._rows[offered[0]].isChecked()


def test_the_trial_turns_to_the_barrier_and_follows_the_list(barriers, qtbot):
    page = barriers()
    page.arrive(WHAT_IF)
    page.pilot.press("This barrier")
    assert page.list.here == page._trial.trying.barrier
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.trial is not None
    assert page._trial.trying.barrier == page.list.ids[1]
    page.pilot.press("The statement")
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page._trial.trying.barrier == ""


def test_while_something_is_tried_the_key_of_the_plan_rests(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_T)
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert page.desk.opened.value.actions == ()


def test_the_overview_leads_to_it_and_back(open_desk, show_page, qtbot, barriers):
    overview = OverviewPage(open_desk(north.north(), north.content()))
    pilot = show_page(overview)
    with qtbot.waitSignal(overview.wanted) as wanted:
        pilot.press("Try it out: what would change it")
    assert wanted.args == ["barriers", WHAT_IF]
    page = barriers()
    page.arrive(WHAT_IF)
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Back to the overview")
    assert wanted.args == ["overview", ""]


def test_going_to_a_barrier_ends_the_trial(barriers):
    page = barriers()
    page.arrive(WHAT_IF)
    page.arrive(page.list.ids[2])
    assert page.trial is None
    assert page.pane.id == page.list.ids[2]


def test_without_answers_the_trial_still_says_what_to_do(barriers):
    page = barriers(north.unanswered())
    page.arrive(WHAT_IF)
    assert "Too early to say" in words(page)
    page.pilot.press("Try this way")
    assert page.trial.afresh.isVisible()
