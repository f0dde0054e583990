from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core import plan
from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.results import work_out
from selfassess.files import workbook
from selfassess.reports.report import build
from selfassess.ui.models.due import read_date
from selfassess.ui.models.plan_model import Column
from selfassess.ui.models.plan_rows import action_view, plan_groups, plan_sentence
from selfassess.ui.pages.plan import PlanPage
from selfassess.words import interface, words_in
from tests.ui import north
from tests.ui.conftest import NowWorker
from tests.ui.told_order import gaps

TODAY = date(2026, 11, 25)


def action(id_: str, **fields: object) -> Action:
    return Action(id=id_, text=f"Do {id_}", **fields)


def northbridge(*actions: Action):
    return north.north().changed(actions=actions)


@pytest.fixture
def planned(open_desk, show_page):
    def make(*actions: Action):
        desk = open_desk(northbridge(*actions), north.content())
        page = PlanPage(desk, worker=NowWorker())
        page.pilot = show_page(page)
        return page

    return make


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def first_blocked() -> str:
    return north.results().readiness.blocked_by[0]


def test_an_empty_plan_offers_the_first_steps_of_the_top_barriers(planned):
    page = planned()
    assert "No actions yet." in words(page)
    page.pilot.press("Draft from first steps")
    raised = [d for d in north.results().barriers if d.raised and not d.outside_control][:3]
    steps = [step.text.say() for d in raised for step in d.barrier.first_steps]
    assert {a.text for a in page.desk.opened.value.actions} <= set(steps)
    assert {a.barrier for a in page.desk.opened.value.actions} == {d.barrier.id for d in raised}
    assert page.table.hasFocus()
    assert page.table.here


def test_drafting_is_one_step_of_the_history(planned):
    page = planned()
    page.pilot.press("Draft from first steps")
    page.desk.opened.history.undo()
    assert page.desk.opened.value.actions == ()
    assert "No actions yet." in words(page)


def test_the_finding_counts_what_wants_looking_after():
    value = northbridge(
        action("a", due="2026-11-01", owner="Patel"),
        action("b", status="done"),
        action("c"),
    )
    said = plan_sentence(work_out(value, north.content()), TODAY, interface())
    assert said == "3 actions. 1 done, 1 overdue, 1 without an owner."


def test_conditions_for_ready_stand_first(planned):
    page = planned(action("a"), action("b", topic=first_blocked()))
    groups = plan_groups(page.results, plan.Order.DATE, TODAY, interface())
    assert [(g.name, [r.id for r in g.rows]) for g in groups] == [
        ("Conditions for ready", ["b"]),
        ("Next", ["a"]),
    ]
    assert groups[0].rows[0].second == f"Must-have {first_blocked()}"


def test_an_overdue_date_says_so_in_words(planned):
    page = planned(action("a", due="2026-09-15"))
    index = page.table.model().index_of("a")
    due = index.siblingAtColumn(Column.DUE)
    assert due.data() == "15 September, overdue"
    assert index.siblingAtColumn(Column.OWNER).data() == "No owner yet"
    assert index.siblingAtColumn(Column.STATUS).data() == "Not started"


def test_an_owner_who_names_a_partner_bears_its_shape():
    value = northbridge(action("a", owner="L. Farah, Haven"), action("b", owner="J. Whitcombe"))
    (group,) = plan_groups(work_out(value, north.content()), plan.Order.DATE, TODAY, interface())
    names = [o.name for o in north.north().latest.organisations]
    assert [row.partner for row in group.rows] == [names.index("Haven"), None]


def test_an_idea_says_where_it_came_from():
    case = north.content().cases[0]
    value = northbridge(action("a", case=case.id))
    (group,) = plan_groups(work_out(value, north.content()), plan.Order.DATE, TODAY, interface())
    assert group.rows[0].second == f"Idea from {case.place}"


def test_the_action_chosen_is_shown_beside_the_table(planned):
    page = planned(action("a", owner="Patel", due="2026-12-12", note="Two calls at night"))
    assert page.table.here == "a"
    assert page.pane.words.toPlainText() == "Do a"
    assert page.pane.owner.text() == "Patel"
    assert page.pane.due.text() == "12 Dec 2026"
    assert page.pane.note.toPlainText() == "Two calls at night"


def test_what_an_action_will_lift_is_shown_in_levels():
    value = northbridge(action("a", topic=first_blocked()))
    results = work_out(value, north.content())
    view = action_view("a", results, interface())
    assert view.lift.topic == first_blocked()
    assert view.lift.to == 3
    assert action_view("none", results, interface()) is None


def test_enter_brings_the_keyboard_to_the_words_and_typing_changes_them(planned, qtbot):
    page = planned(action("a"))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.pane.words.hasFocus()
    page.pilot.write("Ring at night")
    assert page.desk.opened.value.actions[0].text == "Ring at night"
    page.desk.opened.history.undo()
    assert page.desk.opened.value.actions[0].text == "Do a"


def test_letters_typed_into_a_field_are_no_commands(planned):
    page = planned(action("a"))
    page.pilot.go_to("Owner")
    page.pilot.write("as")
    assert page.desk.opened.value.actions[0].owner == "as"
    assert len(page.desk.opened.value.actions) == 1
    assert page.desk.opened.value.actions[0].status is ActionStatus.TODO


def test_a_date_is_kept_when_it_is_one_and_refused_when_not(planned):
    page = planned(action("a", due="2026-12-12"))
    page.pilot.go_to("Due")
    page.pane.due.selectAll()
    page.pilot.write("30 Oct 2027")
    assert page.desk.opened.value.actions[0].due == "2027-10-30"
    page.pane.due.selectAll()
    page.pilot.write("soon")
    page.pilot.go_to("Owner")
    assert "This is no date. Write it like 30 October 2026." in words(page)
    assert page.desk.opened.value.actions[0].due == "2027-10-30"
    page.pilot.go_to("Due")
    page.pane.due.selectAll()
    page.pilot.key("Backspace")
    assert page.desk.opened.value.actions[0].due == ""


def test_the_status_is_chosen_in_the_pane_or_goes_round_by_key(planned):
    page = planned(action("a"))
    page.pilot.choose("Status", "Stuck")
    assert page.desk.opened.value.actions[0].status is ActionStatus.STUCK
    page.table.setFocus()
    page.pilot.key("S")
    assert page.desk.opened.value.actions[0].status is ActionStatus.TODO


def test_a_adds_an_action_ready_to_be_written(planned):
    page = planned(action("a"))
    page.pilot.key("A")
    assert page.pane.words.hasFocus()
    page.pilot.write("Agree a route")
    assert [a.text for a in page.desk.opened.value.actions] == ["Do a", "Agree a route"]


def test_delete_takes_an_action_out_and_undo_brings_it_back(planned):
    page = planned(action("a"), action("b"))
    page.pilot.key("Del")
    assert [a.id for a in page.desk.opened.value.actions] == ["b"]
    assert page.table.here == "b"
    page.desk.opened.history.undo()
    assert len(page.desk.opened.value.actions) == 2


def test_the_pane_can_take_an_action_out_too(planned):
    page = planned(action("a"))
    page.pilot.press("Take it out of the plan")
    assert page.desk.opened.value.actions == ()


def test_alt_and_arrows_move_an_action(planned):
    page = planned(action("a"), action("b"), action("c"))
    page.pilot.key("Alt+Down")
    assert [a.id for a in page.desk.opened.value.actions] == ["b", "a", "c"]
    assert page.table.here == "a"
    page.pilot.key("Alt+Up")
    page.pilot.key("Alt+Up")
    assert [a.id for a in page.desk.opened.value.actions] == ["a", "b", "c"]


def test_the_plan_can_be_sorted_by_owner_and_barrier(planned):
    barrier = north.results().barriers[0].barrier
    page = planned(action("a", owner="Patel"), action("b", barrier=barrier.id), action("c"))
    page.pilot.press("By owner")
    names = [group.name for group in page.table.model().groups]
    assert "Patel" in names
    assert "No owner yet" in names
    page.pilot.press("By barrier")
    names = [group.name for group in page.table.model().groups]
    assert "No barrier" in names
    assert page.sort.marked == "barrier"


def test_what_is_done_is_folded_away_until_asked_for(planned, qtbot):
    page = planned(action("a"), action("b", status="done"))
    done = page.table.model().index(1, 0)
    assert not page.table.isExpanded(done)
    page.table.setCurrentIndex(done)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.table.isExpanded(done)
    page.table.show_groups(page.table.model().groups)
    assert page.table.isExpanded(page.table.model().index(1, 0))


def test_a_press_on_a_heading_folds_its_actions(planned, qtbot):
    page = planned(action("a"), action("b"))
    top = page.table.model().index(0, 0)
    where = page.table.visualRect(top).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not page.table.isExpanded(top)


def test_a_double_click_edits(planned, qtbot):
    page = planned(action("a"))
    page.table.doubleClicked.emit(page.table.model().index_of("a"))
    assert page.pane.words.hasFocus()


def test_escape_closes_the_pane_and_loses_nothing(planned):
    page = planned(action("a"))
    page.pilot.go_to("Owner")
    page.pilot.write("Patel")
    page.pilot.key("Esc")
    assert not page.pane.isVisible()
    assert page.table.hasFocus()
    assert page.desk.opened.value.actions[0].owner == "Patel"


def test_arriving_with_an_action_chooses_it_even_under_done(planned):
    page = planned(action("a"), action("b", status="done"))
    page.arrive("b")
    assert page.table.here == "b"
    assert page.pane.words.toPlainText() == "Do b"


def test_links_lead_to_barrier_case_and_question(planned, qtbot):
    barrier = north.results().barriers[0].barrier
    case = north.content().cases[0]
    page = planned(action("a", barrier=barrier.id, case=case.id, topic=first_blocked()))
    found = []
    page.wanted.connect(lambda place, at: found.append((place, at)))
    for says in (barrier.name.say(), case.title):
        page.pilot.press(says)
    assert found == [("barriers", barrier.id), ("cases", case.id)]


def test_a_cell_can_be_read_by_screen_readers(planned):
    page = planned(action("a", owner="Patel"))
    view = QAccessible.queryAccessibleInterface(page.table)
    cells = [view.child(n).text(QAccessible.Text.Name) for n in range(view.childCount())]
    assert "Do a" in cells
    assert "Patel" in cells


def test_in_a_narrow_plan_a_status_stays_in_one_line(planned, theme):
    page = planned(action("a", owner="L. Farah, Haven", due="2026-09-01"))
    for wide in (580, 640, 700):
        page.table.resize(wide, 300)
        needs = QFontMetricsF(theme.font("small")).horizontalAdvance("Not started")
        room = page.table._cells.widths[Column.STATUS] - theme.px(14) - 8 - 12
        assert room >= needs, wide


@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (700, 480)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_plan_can_be_drawn_in_every_window(planned, theme, size, scale):
    theme.set_text_scale(scale)
    page = planned(
        action("a", owner="L. Farah, Haven", due="2026-09-01"), action("b", status="done")
    )
    page.resize(*size)
    page.fit(theme.room(page.size()))
    assert not page.grab().isNull()
    wide = sum(page.table.columnWidth(c) for c in Column if not page.table.isColumnHidden(c))
    assert wide <= page.table.viewport().width()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("24/12/2026", date(2026, 12, 24)),
        ("24.12.26", date(2026, 12, 24)),
        ("24 December 2026", date(2026, 12, 24)),
        ("24 dec 2026", date(2026, 12, 24)),
        ("24 December", date(2026, 12, 24)),
        ("1 March", date(2027, 3, 1)),
        ("24/12", date(2026, 12, 24)),
        ("31 November 2026", None),
        ("29 February", None),
        ("24 ma", None),
        ("December 24", None),
        ("24 Smarch", None),
        ("24 December soon", None),
        ("soon", None),
        ("", None),
        ("1 2 3 4", None),
        ("² December", None),
        ("24/12/99999999999999999999", None),
    ],
)
def test_dates_are_read_as_people_type_them(typed, day):
    assert read_date(typed, TODAY) == day


def report_of(page, path, **cells):
    """Write the report of a page's assessment, and change cells of its plan as a person would."""
    book = build(page.results, words_in("en"), TODAY, "1")
    path.write_bytes(workbook.to_bytes(book))
    opened = openpyxl.load_workbook(path)
    for place, value in cells.items():
        opened["Action plan"][place].value = value
    opened.save(path)
    return path


def test_a_plan_that_was_changed_in_excel_comes_back_after_a_look(planned, prompts, tmp_path):
    page = planned(action("a", owner="Patel"), action("b"))
    path = report_of(page, tmp_path / "r.xlsx", C6="Amin", E7="Done", A9="Brief schools")
    prompts.expect(path)
    page.pilot.press("Bring the plan back from Excel…")
    assert page.preview.isVisible()
    assert "1 new, 2 changed, 0 unchanged." in words(page)
    assert gaps(page) == []
    rows = page.preview.table.table.rows
    assert ("Action plan!A6", "Changed", "Do a", "Owner: Patel", "Owner: Amin") in rows
    assert [row[1] for row in rows] == ["Changed", "Changed", "New"]
    assert page.desk.opened.value.actions[0].owner == "Patel"
    page.pilot.press("Change the plan")
    told = [(a.text, a.owner, a.status.value) for a in page.desk.opened.value.actions]
    assert told == [
        ("Do a", "Amin", "todo"),
        ("Do b", "", "done"),
        ("Brief schools", "", "todo"),
    ]
    assert page.bring.hasFocus()
    page.desk.opened.history.undo()
    assert [a.owner for a in page.desk.opened.value.actions] == ["Patel", ""]


def test_bringing_the_same_plan_back_again_offers_nothing_to_do(planned, tmp_path):
    page = planned(action("a"))
    path = report_of(page, tmp_path / "r.xlsx", A9="Brief schools")
    page.take_files((path,))
    page.pilot.press("Change the plan")
    page.take_files((path,))
    assert "0 new, 0 changed, 2 unchanged." in words(page)
    assert page.preview.table.table.rows[0][1] == "Changes nothing"
    assert not page.preview._agree.isEnabled()
    page.pilot.press("Close")
    assert not page.preview.isVisible()
    assert len(page.desk.opened.value.actions) == 2


def test_what_a_plan_says_wrongly_is_shown_by_its_cell(planned, tmp_path):
    page = planned(action("a"))
    page.take_files((report_of(page, tmp_path / "r.xlsx", E6="asleep"),))
    place, does, told, *_rest = page.preview.table.table.rows[0]
    assert (place, does) == ("Action plan!E6", "Problem")
    assert told.startswith("“asleep” is no status.")
    assert "1 problem" in words(page)


def test_a_file_that_is_no_plan_of_ours_changes_nothing(planned, tmp_path):
    page = planned(action("a"))
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    page.take_files((path,))
    assert "other.xlsx can’t be used" in words(page)
    assert "no action plan of ours" in page.preview.table.table.rows[0][2]
    page.pilot.press("Close")
    assert page.desk.opened.value.actions == (action("a"),)


def test_an_empty_plan_can_be_brought_back_too(planned, prompts):
    page = planned()
    prompts.expect(None)
    page.pilot.press("Bring the plan back from Excel…")
    assert not page.preview.isVisible()
    page.take_files(())
    assert not page.preview.isVisible()


# order and month


def dragged(page, qtbot, moved, target):
    """Drag an action to the place of another one with the mouse."""
    view, model = page.table, page.table.model()
    start = view.visualRect(model.index_of(moved)).center()
    end = view.visualRect(model.index_of(target)).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in ((start + end) / 2, end):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(view.viewport().mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view.viewport(), move)
    view.grab()
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def kept(page):
    return [a.id for a in page.desk.opened.value.actions]


def test_an_action_can_be_dragged_to_another_place(planned, qtbot):
    page = planned(action("a"), action("b"), action("c"))
    dragged(page, qtbot, "a", "c")
    assert kept(page) == ["b", "c", "a"]
    assert page.table.here == "a"
    assert page.desk.opened.history.undoText() == "Move an action"
    dragged(page, qtbot, "a", "b")
    assert kept(page) == ["a", "b", "c"]


def test_a_press_without_a_drag_moves_nothing(planned, qtbot):
    page = planned(action("a"), action("b"))
    dragged(page, qtbot, "a", "a")
    assert page.desk.opened.history.count() == 0


def test_an_action_can_not_be_dragged_into_another_group(planned, qtbot):
    page = planned(action("a"), action("b", topic=first_blocked()))
    dragged(page, qtbot, "a", "b")
    assert page.desk.opened.history.count() == 0


def test_moving_across_dates_keeps_what_is_seen_and_turns_to_our_own_order(planned):
    page = planned(
        action("late", due="2027-03-01"),
        action("soon", due="2026-12-01"),
        action("never"),
    )
    assert page.table.ids == ("soon", "late", "never")
    page.table.choose("never")
    page.pilot.key("Alt+Up")
    assert page.sort.marked == "own"
    assert page.table.ids == ("soon", "never", "late")
    page.desk.opened.history.undo()
    assert kept(page) == ["late", "soon", "never"]


def test_what_is_due_this_month_can_be_looked_at_alone(planned):
    page = planned(
        action("now", due="2026-11-30"),
        action("over", due="2026-11-02"),
        action("done", due="2026-11-20", status=ActionStatus.DONE),
        action("later", due="2026-12-01"),
        action("never"),
    )
    assert "5 actions. 1 done, 1 overdue, 1 due this month, 4 without an owner." in words(page)
    page.pilot.press("Due this month")
    assert page.table.ids == ("over", "now")
    assert page.table.here == "over"
    page.arrive("later")
    assert page.table.here == "later"
    assert not page.month.isChecked()


def test_a_month_in_which_nothing_is_due_says_so_and_offers_the_rest(planned):
    page = planned(action("later", due="2027-12-01"))
    page.pilot.press("Due this month")
    assert "Nothing is due this month." in words(page)
    page.pilot.press("Show all actions")
    assert page.table.ids == ("later",)
    assert page.table.hasFocus()


def test_an_action_that_is_added_is_seen_also_where_only_this_month_was(planned):
    page = planned(action("later", due="2027-12-01"))
    page.pilot.press("Due this month")
    page.pilot.press("Add an action")
    assert len(page.table.ids) == 2


def test_keys_of_the_plan_do_nothing_while_another_is_looked_at(planned, tmp_path):
    page = planned(action("a"))
    page.take_files((report_of(page, tmp_path / "r.xlsx", C6="Amin"),))
    for key in ("Delete", "A", "S"):
        page.pilot.key(key)
    assert page.desk.opened.value.actions == (action("a"),)
    page.pilot.key("Escape")
    assert not page.preview.isVisible()
    assert page.desk.opened.value.actions == (action("a"),)


def test_what_changes_here_while_a_plan_is_looked_at_is_kept(planned, tmp_path):
    page = planned(action("a", owner="Patel"))
    page.take_files((report_of(page, tmp_path / "r.xlsx", F6="Begun"),))
    changed = plan.change_action(page.desk.opened.value, "a", owner="Whitcombe")
    page.desk.opened.edit(changed, "Change an action")
    page.pilot.press("Change the plan")
    (done,) = page.desk.opened.value.actions
    assert (done.owner, done.note) == ("Whitcombe", "Begun")


def test_a_plan_that_is_read_after_one_has_left_is_not_shown(open_desk, show_page, tmp_path):
    jobs = []

    class LaterWorker:
        def do(self, job, done):
            jobs.append((job, done))

        def finish(self):
            pass

    page = PlanPage(open_desk(northbridge(action("a")), north.content()), worker=LaterWorker())
    page.pilot = show_page(page)
    page.take_files((report_of(page, tmp_path / "r.xlsx", C6="Amin"),))
    assert page.pilot.shows("Reading the plan")
    page.pilot.press("Cancel")
    for job, done in jobs:
        NowWorker().do(job, done)
    assert not page.preview.isVisible()
    assert page.desk.opened.value.actions == (action("a"),)


def test_the_preview_of_a_plan_can_be_read_aloud(planned, tmp_path):
    page = planned(action("a"))
    page.take_files((report_of(page, tmp_path / "r.xlsx", E6="asleep", C6="Amin"),))
    assert gaps(page) == []
