"""What a new user stumbled over, by keyboard alone and having read only the README."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest

from selfassess.core import edits
from selfassess.core.results import work_out
from selfassess.ui import walk_view
from selfassess.ui.answering import Answering
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.setup import SetUpPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.field import Writing
from selfassess.ui.parts.segmented import Segment, Segmented
from tests import builders
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
