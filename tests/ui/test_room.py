import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfassess.core import workshop
from selfassess.files.assessment_file import from_bytes, to_bytes
from selfassess.ui.models.slide import SlideKind
from selfassess.ui.pages.room import RoomPage
from selfassess.ui.stage import Way
from tests import builders
from tests.shipped import shipped
from tests.ui.rooms import FakeDisplays, Hour
from tests.ui.told_order import gaps

TOPICS = ("PU1", "PU2", "LE1")


@pytest.fixture(scope="session")
def prompts_book():
    return shipped().prompts


@pytest.fixture
def room(open_desk, show_page, prompts_book):
    made = []

    def make(value=None, *, displays=None, width=1366, height=690, begin=True):
        content = dataclasses.replace(builders.content(), prompts=prompts_book)
        value = value or workshop.plan(
            builders.assessment("Council", "Police", "Haven"), topics=TOPICS
        )
        hour = Hour()
        desk = open_desk(value, content)._replace(now=hour)
        page = RoomPage(desk, displays=displays or FakeDisplays())
        page.hour = hour
        page.pilot = show_page(page, width, height)
        made.append(page)
        if begin:
            page.pilot.press("Begin")
        return page

    yield make
    for page in made:
        if page.presenting.window is not None:
            page.presenting.close()
        page.stage.stop()


def votes(page):
    latest = page.desk.opened.value.latest
    return {(v.topic, v.organisation): (v.first, v.last) for v in latest.votes}


def press(page, *keys):
    for key in keys:
        page.pilot.key(key)


def agreed(page):
    return {a.topic: a.level for a in page.desk.opened.value.latest.agreed}


def slide(page):
    return page.presenting.window.slide


def test_nothing_is_in_hand_before_it_begins(room):
    page = room(begin=False)
    assert page.pilot.shows("3 questions for the room")
    press(page, "C", "4")
    assert votes(page) == {}


def test_beginning_without_a_plan_fixes_the_agenda(room):
    value = builders.assessment("Council", "Police", answers="PU1=1")
    page = room(value)
    assert page.desk.opened.value.latest.plan.topics
    assert page.stage.topic == page.desk.opened.value.latest.plan.topics[0]


def test_without_a_topic_the_way_leads_to_the_plan(room, qtbot, open_desk):
    answers = " ".join(f"{t}=4" for t in ("PU1", "PU2", "LE1", "CU1", "CU2"))
    page = room(builders.assessment("Council", answers=answers), begin=False)
    assert page.pilot.shows("Nothing for the room yet")
    with qtbot.waitSignal(page.wanted) as told:
        page.pilot.press("Choose the questions")
    assert told.args == ["prepare", ""]


def test_a_letter_picks_the_partner_and_a_digit_votes_and_moves_on(room):
    page = room()
    press(page, "P", "4", "3", "C", "2")
    assert votes(page) == {
        ("PU1", "police"): (4, 4),
        ("PU1", "haven"): (3, 3),
        ("PU1", "council"): (2, 2),
    }
    assert QApplication.focusWidget() is page.column.votes.reveal


def test_digits_alone_go_round_the_partners(room):
    page = room()
    press(page, "4", "0", "5")
    assert [v[1] for v in votes(page).values()] == [4, "dk", 5]


def test_votes_are_hidden_until_they_are_revealed(room):
    page = room()
    press(page, "4", "2", "1")
    rows = page.column.votes.votes.rows
    assert [row.accessibleName() for row in rows] == [
        "Council, in, hidden",
        "Police, in, hidden",
        "Haven, in, hidden",
    ]
    assert page.column.votes.chart.accessibleDescription() == "All 3 in. Press R to reveal."
    press(page, "R")
    assert [row.accessibleName() for row in rows] == [
        "Council, level 4",
        "Police, level 2",
        "Haven, level 1",
    ]
    told = page.column.votes.chart.accessibleDescription()
    assert told == "level 1: Haven; level 2: Police; level 4: Council"
    press(page, "R")
    assert rows[0].accessibleName() == "Council, in, hidden"


def test_after_the_reveal_digits_set_the_agreed_level(room):
    page = room()
    press(page, "4", "2", "1", "R", "2")
    assert agreed(page) == {"PU1": 2}
    press(page, "0")
    assert agreed(page) == {"PU1": "none"}
    press(page, "0")
    assert agreed(page) == {}


def test_a_picked_partner_can_still_be_corrected_after_the_reveal(room):
    page = room()
    press(page, "4", "2", "1", "R", "H", "3")
    assert votes(page)["PU1", "haven"] == (3, 3)
    press(page, "3")
    assert agreed(page) == {"PU1": 3}


def test_the_room_votes_again_once_and_the_first_vote_stays_beside(room):
    page = room()
    press(page, "4", "2", "1", "R", "Ctrl+R")
    assert page.pilot.shows("Vote 2 of 2")
    assert page.pilot.shows("0 of 3 in")
    press(page, "3", "3", "2", "R")
    assert votes(page) == {
        ("PU1", "council"): (4, 3),
        ("PU1", "police"): (2, 3),
        ("PU1", "haven"): (1, 2),
    }
    assert page.pilot.shows("First vote: 1, 2, 4")
    rows = page.column.votes.votes.rows
    assert rows[0].accessibleName() == "Council, level 3, first 4"
    press(page, "Ctrl+R")
    assert page.stage.revealed
    assert not page.pilot.shows("Vote again")


def test_delete_takes_a_vote_back_and_undo_brings_it_again(room):
    page = room()
    press(page, "4", "C", "Del")
    assert votes(page) == {}
    page.desk.opened.history.undo()
    assert votes(page) == {("PU1", "council"): (4, 4)}


def test_who_is_away_is_not_waited_for(room):
    page = room()
    press(page, "H", "-", "C", "4", "2")
    assert page.pilot.shows("All 2 in")
    assert page.column.votes.votes.rows[2].accessibleName() == "Haven, away"
    press(page, "H", "3")
    assert page.pilot.shows("All 3 in")


def test_answers_from_forms_are_in_already(room):
    value = builders.assessment("Council", "Police", answers="PU1=3")
    page = room(workshop.plan(value, topics=TOPICS))
    assert page.pilot.shows("1 of 2 in")
    assert page.column.votes.votes.rows[0].accessibleName() == "Council, in, hidden, from the form"
    assert page.column.votes.votes.here == "police"


def test_hands_are_counted_by_digits_and_taken_back(room):
    page = room()
    page.pilot.press("Hands")
    press(page, "2", "2", "3", "0", "3", "Backspace")
    (tally,) = page.desk.opened.value.latest.tallies
    assert (tally.last, tally.dont_know) == ((0, 2, 1, 0, 0), 1)
    assert page.pilot.shows("4 hands")
    press(page, "R", "3")
    assert agreed(page) == {"PU1": 3}
    assert page.column.votes.chart.accessibleDescription().startswith("level 2: 2 votes")


def test_hands_are_counted_by_buttons_too(room):
    page = room()
    page.pilot.press("Hands")
    page.pilot.press("add a hand, Level 4")
    page.pilot.press("add a hand, Level 4")
    page.pilot.press("take a hand away, Level 4")
    (tally,) = page.desk.opened.value.latest.tallies
    assert tally.last == (0, 0, 0, 1, 0)


def test_a_second_show_of_hands_begins_at_none(room):
    page = room()
    page.pilot.press("Hands")
    press(page, "1", "5", "R", "Ctrl+R", "3", "3")
    (tally,) = page.desk.opened.value.latest.tallies
    assert (tally.first, tally.last) == ((1, 0, 0, 0, 1), (0, 0, 2, 0, 0))


def test_prompts_follow_the_pattern_and_begin_with_the_reading(room):
    page = room()
    assert page.pilot.shows("Does anybody read this question in another way?")
    press(page, "4", "1", "1", "R")
    assert page.pilot.shows("One stands higher, 3 levels from the lowest")
    assert page.pilot.shows("Do we all mean the same thing by this question?")
    assert page.pilot.shows("Council, when did it last work, and who was there?")
    assert page.pilot.shows("Still too far apart to settle: talk, then vote once more.")


def test_the_minority_view_waits_for_the_agreed_level(room):
    page = room()
    press(page, "4", "1", "1", "R")
    assert not page.column.settle.minority.isEnabled()
    press(page, "1", "F3")
    page.pilot.write("Council: we do more.")
    (kept,) = page.desk.opened.value.latest.agreed
    assert kept.minority_view == "Council: we do more."
    assert page.pilot.shows("Write the view") is False


def test_letters_write_while_a_text_has_the_keyboard(room):
    page = room()
    press(page, "F2")
    page.pilot.write("Brief. R B 4")
    assert workshop.note_on(page.desk.opened.value.latest, "PU1") == "Brief. R B 4"
    assert votes(page) == {}
    assert not page.stage.blank


def test_a_point_is_parked_and_a_decision_recorded_by_one_key(room, prompts):
    page = room()
    prompts.expect("Who pays?", "We write it down by June.", None, "  ")
    press(page, "F8", "F7", "F8", "F7")
    latest = page.desk.opened.value.latest
    assert [(p.text, p.topic) for p in latest.parking] == [("Who pays?", "PU1")]
    assert [(d.text, d.topic) for d in latest.decisions] == [("We write it down by June.", "PU1")]
    assert page.pilot.shows("Parked: Who pays?")


def test_a_topic_can_be_left_open_and_is_come_back_to(room, qtbot):
    page = room()
    press(page, "Ctrl+Return")
    assert page.stage.topic == "PU2"
    press(page, "R", "3", "Ctrl+Return", "R", "0", "Ctrl+Return")
    assert page.stage.topic == "PU1"
    press(page, "R", "4")
    assert page.pilot.shows("See what we agreed")
    with qtbot.waitSignal(page.wanted) as told:
        press(page, "Ctrl+Return")
    assert told.args == ["agreed", ""]
    assert agreed(page) == {"PU2": 3, "LE1": "none", "PU1": 4}


def test_back_and_forth_leave_everything_as_it_is(room):
    page = room()
    press(page, "Alt+Right", "Alt+Right", "Alt+Right")
    assert page.stage.topic == "LE1"
    press(page, "Alt+Left")
    assert page.stage.topic == "PU2"
    assert page.desk.opened.history.count() == 0


def test_the_rail_goes_to_a_topic_and_says_where_each_stands(room):
    page = room()
    press(page, "R", "3")
    assert page.rail.rows[0].accessibleName() == "PU1, Title of PU1, Agreed at level 3"
    page.rail.rows[2].setFocus()
    press(page, "Space")
    assert page.stage.topic == "LE1"


def test_the_pace_is_told_in_words(room):
    page = room()
    page.hour.pass_(60)
    page._show_time()
    assert page.pilot.shows("2 behind; 3 worth discussing left")
    assert page.pilot.shows("now 10:00")


def test_the_timer_is_quiet_and_counts_up_when_it_is_over(room):
    page = room()
    page.hour.pass_(4)
    page._show_time()
    assert page.pilot.shows("1:00")
    assert page.pilot.shows("left of 5:00")
    page.hour.pass_(2)
    page._show_time()
    assert page.pilot.shows("over the time")
    press(page, "F9")
    assert page.pilot.shows("Go on")


def test_a_warm_up_keeps_nothing(room):
    page = room(begin=False)
    page.pilot.press("Warm up first")
    assert page.pilot.shows("This is practice. Nothing of it is kept.")
    press(page, "4", "R")
    assert page.desk.opened.history.count() == 0
    page.pilot.press("Begin")
    assert page.stage.topic == "PU1"


def test_f5_opens_the_presenter_on_the_other_display_and_closes_it(room):
    page = room()
    press(page, "F5")
    window = page.presenting.window
    assert window.geometry().left() == 1920
    assert page.pilot.shows("Presenter on display 2")
    assert slide(page).kind is SlideKind.QUESTION
    press(page, "F5")
    assert page.presenting.window is None


def test_the_presenter_follows_the_room(room):
    page = room()
    press(page, "F5", "4", "2")
    assert [(v.name, v.is_in) for v in slide(page).voters] == [
        ("Council", True),
        ("Police", True),
        ("Haven", False),
    ]
    assert slide(page).counted == "2 of 3 votes in"
    press(page, "1", "R")
    assert slide(page).kind is SlideKind.REVEAL
    assert slide(page).spread.columns[3][0].name == "Council"
    press(page, "2")
    assert (slide(page).agreed, slide(page).agreed_words) == (2, "Depends on people")


def test_b_blanks_the_projector_and_shows_it_again(room):
    page = room()
    press(page, "F5", "B")
    assert slide(page).kind is SlideKind.BLANK
    assert slide(page).reading == ""
    assert page.pilot.shows("The projector is blank. B shows it again.")
    press(page, "B")
    assert slide(page).kind is SlideKind.QUESTION


def test_shift_f5_takes_the_presenter_to_the_other_display(room):
    page = room()
    press(page, "F5", "Shift+F5")
    assert page.presenting.window.geometry().left() == 0


def test_a_display_that_is_pulled_out_closes_the_presenter_and_nothing_else(room):
    displays = FakeDisplays()
    page = room(displays=displays)
    press(page, "F5", "4")
    displays.pull_out("B")
    assert page.presenting.window is None
    assert page.pilot.shows("The display went away, so the presenter is closed. Your work goes on.")
    press(page, "2")
    assert len(votes(page)) == 2


def test_another_display_that_goes_away_changes_nothing(room):
    displays = FakeDisplays(["A", "B", "C"])
    page = room(displays=displays)
    press(page, "F5")
    displays.pull_out("C")
    assert page.presenting.is_open


def test_on_one_display_the_presenter_covers_the_window_and_escape_brings_it_back(room, qtbot):
    page = room(displays=FakeDisplays(["A"]))
    assert page.pilot.shows("One display: the presenter covers this window.")
    press(page, "F5")
    window = page.presenting.window
    assert page.presenting.covers
    QTest.keyClicks(window, "C4")
    assert votes(page) == {("PU1", "council"): (4, 4)}
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert page.presenting.window is None


def test_the_presenter_can_be_driven_by_its_own_keys(room):
    page = room()
    press(page, "F5")
    window = page.presenting.window
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert page.stage.topic == "PU2"
    QTest.keyClick(window, Qt.Key.Key_Left)
    assert page.stage.topic == "PU1"
    QTest.keyClick(window, Qt.Key.Key_Up)
    assert page.stage.text_size > 1
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert page.presenting.window is None


def test_the_projector_says_nothing_private(room, prompts):
    page = room()
    prompts.expect("Parked secret.", "Decided secret.")
    press(page, "F5", "4", "2", "1", "F2")
    page.pilot.write("Noted secret.")
    press(page, "F8", "F7")
    seen = set()
    for reveal in (False, True):
        page.stage.reveal(reveal)
        told = spoken(page.presenting.window)
        seen.add(told)
        page_says = [line.say for line in page.say._shown]
        for private in ("secret", "Lead", "council-1", *page_says):
            assert private not in told
    hidden, shown = sorted(seen, key=lambda told: "level 4: Council" in told)
    assert "Council" in hidden
    assert ": Council" not in hidden
    assert "level 4: Council" in shown


def spoken(window):
    interface = QAccessible.queryAccessibleInterface(window)
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    told = [interface.text(kind) for kind in kinds]
    assert interface.childCount() == 0
    return "\n".join(told)


def test_an_anonymous_room_counts_hands_and_names_no_partner(room):
    value = workshop.plan(
        builders.assessment("Council", "Police", answers="PU1=5").changed(anonymous=True),
        topics=TOPICS,
    )
    page = room(value)
    assert page.stage.way is Way.HANDS
    assert page.column.votes.way.isHidden()
    press(page, "F5", "C", "4", "4", "1", "R")
    assert votes(page) == {}
    for words in (*page.pilot.texts(), slide(page).reading):
        assert "Council" not in words
        assert "Police" not in words
    assert page.remark() == "Anonymous: no partner’s level is shown"


def test_a_rehearsal_says_so_on_every_screen_and_its_partners_can_vote_by_themselves(room):
    value = builders.assessment("Council", "Police", answers="PU1=2 PU2=dk").changed(fictional=True)
    mark = "Rehearsal. All answers are made up."
    page = room(workshop.plan(value, topics=TOPICS), begin=False)
    assert page.pilot.shows(mark)
    page.pilot.press("Begin")
    press(page, "F5")
    assert page.pilot.shows(mark)
    assert slide(page).mark == mark
    page.pilot.press("Made-up votes")
    assert votes(page) == {("PU1", "council"): (2, 2)}
    press(page, "R")
    assert slide(page).mark == mark


def test_in_real_work_nobody_votes_by_themselves(room):
    page = room()
    assert not page.pilot.shows("Made-up votes")
    page.facilitating.rehearse_votes()
    assert votes(page) == {}


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1366, 690, 1.0), (1366, 690, 1.5), (1093, 545, 1.0)]
)
def test_everything_has_a_name_at_every_size(room, theme, width, height, scale):
    theme.set_text_scale(scale)
    page = room(width=width, height=height)
    press(page, "4", "R")
    assert gaps(page) == []


def test_in_a_narrow_window_the_agenda_is_a_list_and_what_to_say_a_button(room, theme):
    theme.set_text_scale(1.5)
    page = room()
    page.pilot.choose("Questions for the room", "LE1  Title of LE1")
    assert page.stage.topic == "LE1"
    press(page, "F1")
    assert page.pilot.shows("Does anybody read this question in another way?")
    press(page, "F1")
    assert page.pilot.shows("Is LE1 in place?")


def test_closing_the_page_takes_the_presenter_with_it(room, qtbot):
    page = room()
    press(page, "F5")
    window = page.presenting.window
    with qtbot.waitSignal(window.destroyed):
        page.presenting.deleteLater()
    page.presenting.window = None


# interrupted


def after_a_crash(page):
    """What the journal would give back: the value alone, nothing of the window."""
    data = to_bytes(page.desk.opened.value, (builders.content().questionnaire,), ())
    return from_bytes(data, "a.selfassess").assessment


def test_after_a_crash_the_room_goes_on_at_its_topic_with_the_votes_hidden(room):
    page = room()
    page.facilitating.go_to(TOPICS[1])
    press(page, "4", "2", "R")
    assert page.stage.revealed
    again = room(after_a_crash(page), begin=False)
    again.pilot.press("Carry on")
    assert again.stage.topic == TOPICS[1]
    assert not again.stage.revealed
    rows = again.column.votes.votes.rows
    assert [row.accessibleName() for row in rows] == [
        "Council, in, hidden",
        "Police, in, hidden",
        "Haven, no vote yet",
    ]


def test_after_a_crash_a_second_vote_goes_on_as_the_second(room):
    page = room()
    press(page, "4", "2", "1", "R")
    page.pilot.press("Vote again")
    press(page, "C", "3")
    again = room(after_a_crash(page), begin=False)
    again.pilot.press("Carry on")
    assert again.stage.again
    press(again, "P", "5")
    assert votes(again)["PU1", "council"] == (4, 3)
    assert votes(again)["PU1", "police"] == (2, 5)


def test_a_second_vote_in_which_nobody_moved_is_not_followed_by_a_third(room):
    page = room()
    press(page, "4", "2", "1", "R", "Ctrl+R", "4", "2", "1", "R")
    again = room(after_a_crash(page), begin=False)
    again.pilot.press("Carry on")
    assert again.pilot.shows("Vote 2 of 2")
    press(again, "R")
    assert not again.pilot.shows("Vote again")
    assert again.pilot.shows("press “Not agreed” and keep both views")
    assert again.desk.opened.value.latest.plan.again == ("PU1",)


def test_after_a_crash_it_is_known_who_is_away_and_how_the_room_votes(room):
    page = room()
    press(page, "H", "-", "P", "-", "P", "3")
    page.pilot.press("Hands")
    again = room(after_a_crash(page), begin=False)
    again.pilot.press("Carry on")
    assert again.stage.way is Way.HANDS
    again.pilot.press("By partner")
    rows = [row.accessibleName() for row in again.column.votes.votes.rows]
    assert rows == ["Council, no vote yet", "Police, in, hidden", "Haven, away"]
    assert again.facilitating.away == ("haven",)


def test_who_was_sent_away_comes_back_by_undo(room):
    page = room()
    press(page, "H", "-")
    page.desk.opened.history.undo()
    assert page.column.votes.votes.rows[2].accessibleName() == "Haven, no vote yet"


def test_after_a_crash_the_pace_goes_on_as_if_nothing_had_happened(room):
    page = room()
    page.hour.pass_(20)
    press(page, "4", "4", "4", "R", "4", "Ctrl+Return")
    again = room(after_a_crash(page), begin=False)
    again.hour.pass_(55)
    again.pilot.press("Carry on")
    assert again.stage.minutes_since_beginning == 55
    assert again.pilot.shows("About 8 minutes behind; 2 worth discussing left")


@pytest.mark.parametrize("began", ["", "soon", "2026-11-25T08:00", "2026-11-25T04:00+00:00"])
def test_what_began_at_another_time_or_is_not_known_begins_anew(room, began):
    value = builders.assessment("Council", "Police", "Haven")
    page = room(workshop.plan(value, topics=TOPICS, at="PU2", began=began), begin=False)
    page.pilot.press("Carry on")
    assert page.stage.minutes_since_beginning == 0
    assert page.desk.opened.value.latest.plan.began == page.hour().isoformat()


def test_a_topic_that_was_settled_is_not_gone_back_to(room):
    page = room()
    press(page, "4", "4", "4", "R")
    page.facilitating.settle(4)
    again = room(after_a_crash(page), begin=False)
    again.pilot.press("Carry on")
    assert again.stage.topic == TOPICS[1]


def test_where_the_room_is_is_no_step_of_the_history(room):
    page = room()
    count = page.desk.opened.history.count()
    page.facilitating.go_to(TOPICS[2])
    assert page.desk.opened.value.latest.plan.at == TOPICS[2]
    assert page.desk.opened.history.count() == count


def test_voting_again_over_forms_keeps_what_they_said_beside_the_second_vote(room):
    value = builders.assessment("Council", "Police", answers="PU1=2")
    page = room(workshop.plan(value, topics=TOPICS))
    press(page, "P", "4", "R")
    page.pilot.press("Vote again")
    press(page, "C", "5", "P", "4", "R")
    assert votes(page)["PU1", "council"] == (2, 5)
    assert page.column.votes.votes.rows[0].accessibleName() == "Council, level 5, first 2"
    assert page.pilot.shows("First vote: 2, 4")


def test_a_second_vote_by_hands_over_forms_keeps_what_they_said_beside_it(room):
    value = builders.assessment("Council", "Police", "Haven", answers="PU1=2")
    page = room(workshop.plan(value, topics=TOPICS))
    page.pilot.press("Hands")
    press(page, "R")
    assert page.column.votes.chart.accessibleDescription() == "level 2: 1 vote"
    press(page, "Ctrl+R", "3", "3", "4", "R")
    (tally,) = page.desk.opened.value.latest.tallies
    assert (tally.first, tally.last) == ((0, 1, 0, 0, 0), (0, 0, 2, 1, 0))
    assert page.pilot.shows("First vote: 2")
    assert page.column.votes.chart.accessibleDescription() == "level 3: 2 votes; level 4: 1 vote"
    assert not page.pilot.shows("Vote again")


def test_second_hands_that_are_all_taken_back_leave_the_forms_as_they_were(room):
    value = workshop.plan(builders.assessment("Council", "Police", answers="PU1=2"), topics=TOPICS)
    page = room(value)
    page.pilot.press("Hands")
    press(page, "R", "Ctrl+R", "3", "Backspace")
    assert page.desk.opened.value.latest.tallies == ()
    assert page.desk.opened.value.latest.answers == value.latest.answers


def test_votes_are_copied_once_they_are_shown_and_never_before(room):
    page = room()
    press(page, "4", "2", "2")
    assert page.doing() == {}
    press(page, "R")
    page.doing()["votes-table"]()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[2].split("\t") == ["2 Depends on people", "2", "Police, Haven"]
    page.doing()["votes-picture"]()
    assert not QGuiApplication.clipboard().image().isNull()
    assert page.column.votes.chart.toolTip() == page.column.votes.chart.accessibleDescription()
    press(page, "R")
    assert page.doing() == {}
    assert "Council" not in page.column.votes.chart.toolTip()
