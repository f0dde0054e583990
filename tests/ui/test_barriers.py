import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core import plan
from selfassess.core.codes import Priority, Reach
from selfassess.reports.escalation import escalation_lines, escalations
from selfassess.ui.models.barrier_view import barrier_entries, barrier_view
from selfassess.ui.models.strength_rows import strength_rows
from selfassess.ui.pages.barriers import BarriersPage
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.words import interface
from tests.ui import north


@pytest.fixture
def barriers(open_desk, show_page):
    def make(value=None):
        page = BarriersPage(open_desk(value or north.north(), north.content()))
        page.pilot = show_page(page)
        return page

    return make


def raised():
    return [d for d in north.results().barriers if d.raised and not d.aside]


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def link(page, target):
    return next(one for one in page.pane.findChildren(WrapLink) if one.target == target)


def test_the_list_begins_with_the_most_pressing_and_shows_it(barriers):
    page = barriers()
    assert page.list.ids[: len(raised())] == tuple(d.barrier.id for d in raised())
    assert page.pane.id == raised()[0].barrier.id
    assert page.list.hasFocus()


def test_down_goes_to_the_next_barrier(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.pane.id == raised()[1].barrier.id
    assert raised()[1].barrier.description.say() in words(page)


def test_a_barrier_says_because_of_which_answers(barriers):
    page = barriers()
    view = barrier_view(page.pane.id, north.results(), page.desk.now().date(), interface())
    assert view.because
    for line in view.because:
        assert line.says in words(page)
        assert line.topic in [one.target for one in page.pane.findChildren(WrapLink)]


def test_an_answer_leads_to_its_question(barriers, qtbot):
    page = barriers()
    topic = raised()[0].because[0].topic.id
    with qtbot.waitSignal(page.wanted) as wanted:
        link(page, topic).click()
    assert wanted.args == ["walk", topic]


def test_enter_opens_the_weightiest_question(barriers, qtbot):
    page = barriers()
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert wanted.args == ["walk", raised()[0].because[0].topic.id]


def test_a_first_step_goes_into_the_plan_and_leads_there_afterwards(barriers, qtbot):
    page = barriers()
    page.pilot.press("Add to plan: step 1")
    (action,) = page.desk.opened.value.actions
    assert action.text == raised()[0].barrier.first_steps[0].text.say()
    assert QApplication.focusWidget().accessibleName() == "In plan: step 1"
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("In plan: step 1")
    assert wanted.args == ["plan", action.id]


def test_a_adds_one_step_after_the_other(barriers, qtbot):
    page = barriers()
    steps = raised()[0].barrier.first_steps
    for _each in range(len(steps) + 1):
        qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert [a.text for a in page.desk.opened.value.actions] == [s.text.say() for s in steps]


def test_adding_a_step_can_be_undone(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    page.desk.opened.history.undo()
    assert page.desk.opened.value.actions == ()


def test_a_barrier_that_is_none_here_asks_why_and_is_set_aside_never_deleted(barriers, prompts):
    page = barriers()
    first = page.pane.id
    prompts.expect("The new notice is out.")
    page.pilot.press("Not a barrier here")
    assert page.desk.opened.value.set_aside[0].reason == "The new notice is out."
    assert page.list.ids[-1] == first
    assert page.list.here == first
    assert "Set aside: The new notice is out." in words(page)
    page.pilot.press("Take it back")
    assert page.desk.opened.value.set_aside == ()
    assert page.list.ids[0] == first


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_without_a_reason_nothing_is_set_aside(barriers, prompts, reason):
    page = barriers()
    prompts.expect(reason)
    page.pilot.press("Not a barrier here")
    assert page.desk.opened.value.set_aside == ()


def test_a_priority_and_what_is_outside_our_control_are_kept_and_listed(barriers):
    page = barriers()
    page.pilot.press("High")
    assert page.desk.opened.value.priorities[0].priority is Priority.HIGH
    page.pilot.press("Outside our control")
    assert page.desk.opened.value.outside_control == (page.pane.id,)
    entry = next(e for e in barrier_entries(page.results, interface()) if e.id == page.pane.id)
    assert entry.more == "High priority. Outside our control"
    page.pilot.press("Outside our control")
    assert page.desk.opened.value.outside_control == ()


def test_a_place_that_met_it_leads_to_its_case(barriers, qtbot):
    page = barriers()
    known = next(d for d in raised() if north.results().cases.ranked.meeting(d.barrier.id))
    page.arrive(known.barrier.id)
    case = north.results().cases.ranked.meeting(known.barrier.id)[0].case.id
    with qtbot.waitSignal(page.wanted) as wanted:
        link(page, case).click()
    assert wanted.args == ["cases", case]


def test_what_lies_behind_it_leads_to_that_barrier(barriers):
    page = barriers()
    known = {d.barrier.id for d in raised()}
    found = next(d for d in raised() if known & set(d.barrier.often_behind))
    page.arrive(found.barrier.id)
    behind = next(b for b in found.barrier.often_behind if b in known)
    link(page, behind).click()
    assert page.pane.id == behind
    assert page.list.here == behind


def test_a_source_is_only_opened_when_asked(barriers):
    page = barriers()
    found = next(d for d in raised() if d.barrier.guidance)
    page.arrive(found.barrier.id)
    note = north.content().note(found.barrier.guidance[0])
    shown = link(page, note.source.url)
    assert shown.toolTip() == note.source.url
    assert "Checked" in words(page)


def test_arriving_with_a_barrier_chooses_it(barriers):
    page = barriers()
    page.arrive(raised()[3].barrier.id)
    assert page.list.here == raised()[3].barrier.id
    assert page.pane.id == raised()[3].barrier.id


def test_without_answers_nothing_stands_out(barriers):
    page = barriers(north.unanswered())
    assert "Nothing stands out yet. There are no answers." in words(page)


def test_headings_are_no_stops(barriers):
    page = barriers(north.unanswered())
    entries = barrier_entries(page.results, interface())
    assert entries[0].title == "Find out first"
    assert entries[0].is_heading
    assert page.list.here == entries[1].id


def test_an_entry_says_all_its_words_to_screen_readers(barriers):
    page = barriers()
    view = QAccessible.queryAccessibleInterface(page.list)
    assert view.child(0).text(QAccessible.Text.Name).startswith("1, ")
    assert "We can fix it" in view.child(0).text(QAccessible.Text.Name) or "National" in view.child(
        0
    ).text(QAccessible.Text.Name)


def test_a_step_planned_elsewhere_is_shown_as_planned(barriers):
    found = raised()[0]
    value = plan.add_action(north.north(), plan.step_action(found, 1, "x"))
    page = barriers(value)
    names = [b.accessibleName() for b in page.pane._steps]
    assert names[0] == "Add to plan: step 1"
    assert names[1] == "In plan: step 2"


@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (680, 480)])
def test_the_list_is_never_wider_than_its_words_need(barriers, theme, size):
    page = barriers()
    page.resize(*size)
    page.fit(theme.room(page.size()))
    assert page._halves.left.width() < size[0] / 2
    page.grab()


# what others must change


def national():
    return next(n for n in escalations(north.results(), interface()))


def test_a_barrier_that_others_can_remove_has_a_note_to_copy(barriers):
    page = barriers()
    page.arrive(national().barrier)
    assert national().ask in words(page)
    page.pilot.press("Copy the note")
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == "\n".join(escalation_lines(national(), interface())).splitlines()
    assert all(line in copied for line in national().because)


def test_a_note_is_saved_as_a_page(barriers, prompts, tmp_path):
    page = barriers()
    page.arrive(national().barrier)
    file = tmp_path / "note.pdf"
    prompts.expect(file)
    page.pilot.press("Save the note…")
    assert file.read_bytes().startswith(b"%PDF")
    assert f"Saved: {file}" in words(page)


def test_a_note_that_can_not_be_saved_says_why(barriers, prompts, tmp_path):
    page = barriers()
    page.arrive(national().barrier)
    prompts.expect(tmp_path / "nowhere" / "note.pdf")
    page.pilot.press("Save the note…")
    assert "nowhere" in words(page)
    prompts.expect(None)
    page.pilot.press("Save the note…")


def test_a_barrier_of_our_own_has_no_note(barriers):
    page = barriers()
    own = next(d for d in raised() if d.barrier.reach is Reach.LOCAL)
    page.arrive(own.barrier.id)
    assert "Copy the note" not in words(page)
    assert "What to ask, and of whom" not in words(page)


def test_adding_a_step_leaves_the_pane_of_a_national_barrier_as_it_is(barriers, qtbot):
    page = barriers()
    page.arrive(national().barrier)
    pane = page.pane
    qtbot.keyClick(page.list, Qt.Key.Key_A)
    assert page.pane is pane
    page.pilot.press("Copy the note")
    assert page.desk.opened.value.actions[0].text in QGuiApplication.clipboard().text()


# the chart of all


def test_c_shows_all_barriers_side_by_side_and_reads_the_one_in_focus(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    rows = strength_rows(page.results, interface())
    assert page.strengths.chart.rows[0].hasFocus()
    assert page.reading.words == rows[0].reading
    page.pilot.key("Down")
    assert page.reading.words == rows[1].reading
    strengths = [row.strength for row in rows if row.band != "Find out first"]
    assert strengths == sorted(strengths, reverse=True)


def test_a_bar_is_as_long_as_its_barrier_is_strong(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    chart = page.strengths.chart
    rows = strength_rows(page.results, interface())
    whole = next(k for k, row in enumerate(rows) if row.strength == 1)
    half = next(k for k, row in enumerate(rows) if row.strength == 0.5)
    assert chart.bar_rect(half).width() == pytest.approx(chart.bar_rect(whole).width() / 2)
    assert chart.accessibleDescription().startswith(rows[0].reading)


def test_the_chart_has_a_table_and_goes_onto_a_slide(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    QGuiApplication.clipboard().clear()
    page.pilot.press("Copy as a picture")
    assert not QGuiApplication.clipboard().image().isNull()
    page.pilot.press("Show as a table")
    table = page.strengths.figure.twin.table
    assert len(table.rows) == len(strength_rows(page.results, interface()))
    assert all(len(row) == len(table.heads) for row in table.rows)
    page.pilot.press("Show as a chart")
    assert set(page.doing()) == {"table", "picture"}


def test_enter_opens_a_barrier_and_escape_leads_back(barriers, qtbot):
    page = barriers()
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    page.pilot.key("Down")
    second = strength_rows(page.results, interface())[1].id
    page.pilot.key("Return")
    assert page.pane.id == second
    assert page.list.here == second
    assert not page.reading.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_C)
    page.pilot.key("Esc")
    assert page.pane.id == second
    assert page.list.hasFocus()


def test_the_chart_says_what_is_unknown_and_follows_changes(barriers, qtbot):
    page = barriers(north.unanswered())
    page.pilot.press("Chart of all")
    assert "up to 1.00 with what is unknown" in page.strengths.chart.accessibleDescription()
    page.desk.opened.edit(north.north(), "Answer")
    assert "strong" in words(page)
    page.pilot.key("Ctrl+T")
    assert page.strengths.figure.is_table
    assert not page.grab().isNull()
