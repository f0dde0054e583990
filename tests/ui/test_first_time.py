"""What a new user stumbled over, by keyboard alone and having read only the README."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfassess.core import edits
from selfassess.core.problem import Problem
from selfassess.core.results import work_out
from selfassess.ui import walk_view
from selfassess.ui.answering import Answering
from selfassess.ui.charts.rows import RowsChart
from selfassess.ui.dialogs.help import HelpDialog
from selfassess.ui.models.due import read_date
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.action_pane import ActionPane
from selfassess.ui.pages.setup import SetUpPage
from selfassess.ui.pages.walk import WalkPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.chip import Chip
from selfassess.ui.parts.field import Writing
from selfassess.ui.parts.focus_ring import FocusRing
from selfassess.ui.parts.journey import Journey
from selfassess.ui.parts.segmented import Segment, Segmented
from selfassess.ui.parts.top_bar import TopBar
from selfassess.ui.tour import tour_stops
from tests import builders
from tests.pilot import Pilot
from tests.ui import north


def answering(value):
    opened = OpenAssessment(value, builders.content(), work_out)
    return opened, Answering(opened, lambda: "new")


ALL = "PU1=3 PU2=2 LE1=1 CU1=dk CU2=3"


def test_when_one_partner_is_done_the_next_begins_at_its_first_question(qapp):
    opened, here = answering(builders.assessment(answers=ALL))
    here.topic = "CU2"
    here.choose_organisation("police")
    assert here.topic == "PU1"
    here.topic = "LE1"  # not done yet: views can be compared question by question
    here.choose_organisation("council")
    assert here.topic == "LE1"
    opened.close()


def test_when_one_person_is_done_the_next_begins_there_too(qapp):
    opened, here = answering(builders.assessment(answers=ALL))
    here.add_person("School nurse")
    here.choose_person("council-1")
    here.topic = "CU2"
    here.choose_person("new")
    assert here.topic == "PU1"
    opened.close()


def test_after_the_last_question_it_is_said_who_is_missing():
    value = builders.assessment("Council", "Police", "Haven", answers="PU1=3")
    said = walk_view.last_sentence(value.latest, value.respondents)
    assert said == "This is the last question. 2 partners have not answered yet."
    value = edits.say(value, "haven-1", "PU1", 2)
    said = walk_view.last_sentence(value.latest, value.respondents)
    assert said == "This is the last question. Police has not answered yet."
    value = edits.say(value, "police-1", "PU1", "dk")
    said = walk_view.last_sentence(value.latest, value.respondents)
    assert said == "This is the last question."


def test_a_vote_in_the_room_is_an_answer_too():
    latest = north.north().latest
    voted = latest.changed(answers=())
    silent = {o.id for o in latest.organisations} - {v.organisation for v in latest.votes}
    assert ("partners have not" in walk_view.last_sentence(voted, ())) is (len(silent) > 1)


def test_the_questions_that_a_policy_area_brings_are_counted_beside_it(open_desk, show_page):
    page = SetUpPage(open_desk(north.unanswered(), north.content()))
    pilot = show_page(page)
    added = len(page.desk.opened.asked.added)
    assert pilot.shows(f"Choose up to three. They add {added} questions.")


def test_home_and_end_go_to_the_ends_of_a_group(theme, qtbot):
    choice = Segmented(theme, (("a", "One"), ("b", "Two"), ("c", "Three")), says="Which")
    qtbot.addWidget(choice)
    with qtbot.waitActive(choice):
        choice.show()
    first, _second, last = choice.findChildren(Segment)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_End)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Home)
    assert first.hasFocus()


def test_what_was_selected_is_let_go_with_the_keyboard(theme, qtbot):
    box = Writing(theme, says="Note")
    qtbot.addWidget(box)
    box.show_words("Nobody has seen it.")
    box.selectAll()
    box.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert box.textCursor().hasSelection()
    box.focusOutEvent(QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert not box.textCursor().hasSelection()


def test_a_link_begins_where_the_words_above_it_begin(theme, qtbot):
    link = Button(theme, "Show all", Rank.LINK)
    qtbot.addWidget(link)
    assert link.sizeHint().width() == round(link._words_width())


def test_the_tour_has_a_key_that_the_banner_shows(make_shell):
    shell = make_shell()
    shell.opening.show_example()
    assert shell.acts.action("help.tour").shortcut().toString() == "F4"
    assert shell.window.banner._more._key == "F4"


def test_enter_once_more_after_the_tour_saves_no_report(make_shell, qtbot, tmp_path):
    shell = make_shell()
    shell.guiding.start_tour()
    pilot = Pilot(qtbot, shell.window)
    for _stop in tour_stops():
        pilot.key("Return")
    assert not shell.guiding.tour.is_under_way
    assert shell.window.top.isAncestorOf(QApplication.focusWidget())
    pilot.key("Return")
    assert shell.window.here == "report"
    assert list(tmp_path.glob("*.xlsx")) == []


def test_f1_opens_the_help_where_a_page_has_no_guidance(make_shell, qtbot):
    shell = make_shell()
    pilot = Pilot(qtbot, shell.window)
    for place in ("start", "setup", "plan"):
        if place == "start":
            shell.window.show_start()
        elif place == "setup":
            shell.opening.begin()
        else:
            shell.window.go_to(place)
        pilot.key("F1")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HelpDialog), place
        dialog.close()


def test_f1_shows_the_guidance_where_there_is_some(make_shell, qtbot):
    shell = make_shell()
    shell.opening.show_example()
    shell.window.resize(1366, 768)
    before = shell.window.page.guidance.isVisible()
    Pilot(qtbot, shell.window).key("F1")
    assert shell.window.page.guidance.isVisible() is not before
    assert QApplication.activeModalWidget() is None


def test_more_policy_areas_go_on_at_the_first_new_one(open_desk, show_page):
    pilot = show_page(SetUpPage(open_desk()))
    shown = set(pilot.texts())
    pilot.press("16 more")
    here = QApplication.focusWidget()
    assert isinstance(here, Chip)
    new = [one for one in here.parentWidget().findChildren(Chip) if one.text() not in shown]
    assert here is min(new, key=lambda one: (one.y(), one.x()))


def test_with_three_policy_areas_the_keyboard_stays_where_something_can_be_done(
    open_desk, show_page
):
    page = SetUpPage(open_desk(north.unanswered(), north.content()))
    assert len(page.desk.opened.value.partnership.policy_areas) == 3
    pilot = show_page(page)
    pilot.press("16 more")
    assert isinstance(QApplication.focusWidget(), Chip)
    assert QApplication.focusWidget().isChecked()


def test_a_field_that_gets_the_keyboard_is_seen_whole(make_shell, qtbot):
    shell = make_shell(content=north.content())
    shell.window.resize(1366, 768)
    shell.opening.begin()
    pilot = Pilot(qtbot, shell.window)
    pilot.go_to("What is the place called?")
    field = QApplication.focusWidget()
    assert field.visibleRegion().boundingRect() == field.rect()


def test_the_ring_of_a_step_does_not_reach_the_next(make_shell, qtbot):
    shell = make_shell(content=north.content())
    shell.opening.begin()
    steps = shell.window.page.findChild(Journey)._steps
    steps[0].setFocus(Qt.FocusReason.TabFocusReason)
    ring = shell.window.findChild(FocusRing)
    assert ring.geometry().right() < steps[1].mapTo(shell.window, QPoint(0, 0)).x()


def test_the_ring_of_a_dimension_stays_inside_the_rail(make_shell, qtbot):
    shell = make_shell(content=north.content(), example=north.north())
    shell.opening.show_example()
    shell.window.grab()
    for _turn in range(3):
        QApplication.processEvents()
    shell.window.page.rail.rail.focus_current()
    ring, rail = shell.window.findChild(FocusRing), shell.window.page.rail
    inside = QRect(rail.mapTo(shell.window, QPoint(0, 0)), rail.size())
    assert inside.contains(ring.geometry())


@pytest.fixture
def walk(open_desk, show_page):
    page = WalkPage(open_desk(builders.assessment()))
    return page, show_page(page)


def test_from_a_note_ctrl_enter_goes_on_and_the_keys_say_so(walk):
    page, pilot = walk
    pilot.key("N")
    assert [hint.does for hint in page.hints()] == ["next", "back to the levels"]
    pilot.write("Seen in March.")
    pilot.key("Ctrl+Return")
    assert page.at().startswith("PU2:")
    assert page.hints()[0].does == "choose a level"


def test_esc_leaves_the_note_before_it_closes_the_guidance(walk):
    page, pilot = walk
    pilot.key("F1") if not page.guidance.isVisible() else None
    pilot.key("N")
    pilot.key("Escape")
    assert not page.question.note.has_focus
    assert page.guidance.isVisible()
    pilot.key("Escape")
    assert not page.guidance.isVisible()


@pytest.mark.parametrize("width", [1366, 700])
def test_p_leads_to_who_answers_and_enter_back_to_the_same_question(walk, width):
    page, pilot = walk
    page.resize(width, 690)
    page.fit(page.theme.room(page.size()))
    before = page.at()
    pilot.key("P")
    who = page._who()
    assert who.isAncestorOf(QApplication.focusWidget())
    if who.has_keyboard:
        pilot.key("Return")
        assert page.question.levels.isAncestorOf(QApplication.focusWidget())
    assert page.at() == before


def test_a_draft_says_what_came_in_and_how_to_undo_it(make_shell, qtbot):
    shell = make_shell(content=north.content(), example=north.north())
    shell.opening.show_example()
    shell.window.go_to("plan")
    pilot = Pilot(qtbot, shell.window)
    pilot.press("Draft from first steps")
    assert shell.opening.opened.value.actions
    assert pilot.shows("added. Ctrl Z takes that back.")
    pilot.key("Ctrl+Z")
    assert not shell.opening.opened.value.actions
    assert not pilot.shows("Ctrl Z takes that back.")


def test_the_place_for_a_date_never_looks_like_a_date(open_desk, show_page):
    pane = ActionPane(open_desk().theme)
    assert read_date(pane.due.placeholderText(), date(2026, 11, 26)) is None
    pane.deleteLater()


def test_a_pointer_that_lies_still_does_not_talk_over_the_keyboard(make_shell, qtbot):
    shell = make_shell(content=north.content(), example=north.north())
    shell.opening.show_example()
    shell.window.go_to("agreement")
    chart = shell.window.page.findChild(RowsChart)
    sixth = chart.rows[5]
    sixth.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    chart.take_focus()
    at = QPointF(sixth.rect().center())
    QApplication.sendEvent(sixth, QEnterEvent(at, at, at))  # as when the page comes up under it
    assert chart.read_id == chart.here_id
    QCursor.setPos(QCursor.pos() + QPoint(3, 3))
    QApplication.sendEvent(sixth, QEnterEvent(at, at, at))
    assert chart.read_id == chart._names[5].id


def test_a_ring_at_the_edge_of_its_window_has_all_four_sides(make_shell):
    shell = make_shell()
    shell.opening.show_example()
    shell.window.page.guidance.body.setFocus(Qt.FocusReason.TabFocusReason)
    ring = shell.window.findChild(FocusRing)
    assert ring.isVisible()
    assert shell.window.rect().contains(ring.geometry())


@pytest.mark.parametrize("place", ["report", "return", "prepare"])
def test_what_could_not_be_saved_is_seen_at_large_text_too(make_shell, place, qtbot):
    shell = make_shell(content=north.content(), example=north.north())
    shell.opening.show_example()
    shell.window.theme.set_text_scale(1.5)
    shell.window.resize(1366, 768)
    shell.window.go_to(place)
    QApplication.processEvents()
    page = shell.window.page
    saved = page.forms.pack if place == "prepare" else page.saved
    saved.tell_problem(Problem("file.not-allowed", "/somewhere/else.pdf"))
    for _turn in range(4):
        QApplication.processEvents()
    assert saved.problem.visibleRegion().boundingRect() == saved.problem.rect()


@pytest.mark.parametrize("name", ["Ash", "Ashdale multi-agency safeguarding partnership"])
def test_a_short_name_stands_at_the_left_edge_like_a_long_one(theme, qtbot, name):
    bar = TopBar(theme)
    qtbot.addWidget(bar)
    bar.offer_tabs(("Set up", "Answer"))
    bar.resize(1366, 49)
    bar.show_name(name)
    with qtbot.waitExposed(bar):
        bar.show()
    picture = bar._name.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    rows = range(picture.height())
    first = next(
        x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in rows)
    )
    assert first <= 3
