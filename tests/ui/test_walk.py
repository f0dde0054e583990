import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractButton

from selfassess.core.assessment import Answer
from selfassess.core.walk import answer_of
from selfassess.ui.pages.walk import WalkPage
from selfassess.ui.parts.rail_pane import RailPane
from tests import builders


@pytest.fixture
def walk(open_desk, show_page):
    """Shows the walk of an assessment; returns its desk and the pilot."""

    def show(value=None, content=None, **size):
        desk = open_desk(value, content)
        return desk, show_page(WalkPage(desk), **size)

    return show


def said(desk, topic, respondent="council-1") -> Answer | None:
    return answer_of(desk.opened.value.latest, respondent, topic)


def test_a_number_chooses_a_level_and_stays(walk):
    desk, pilot = walk()
    pilot.key("3")
    assert said(desk, "PU1").level == 3
    assert pilot.chosen() == [3]
    assert pilot.shows("Is PU1 in place?")


def test_the_keyboard_goes_along_to_the_level_that_was_chosen(walk):
    _desk, pilot = walk()
    rows = pilot.window.question.levels.rows
    pilot.key("3")
    assert rows[2].hasFocus()
    pilot.key("Up")
    assert rows[1].hasFocus()
    pilot.key("E")
    assert rows[1].hasFocus()


def test_choosing_again_changes_nothing(walk):
    desk, pilot = walk()
    pilot.key("3")
    pilot.key("3")
    assert desk.opened.history.count() == 1


def test_enter_goes_to_the_next_question_across_dimensions(walk):
    _desk, pilot = walk()
    for expected in ("PU2", "LE1", "CU1"):
        pilot.key("Return")
        assert pilot.shows(f"Is {expected} in place?")


def test_back_is_disabled_at_the_first_question_and_alt_left_goes_back(walk):
    _desk, pilot = walk()
    pilot.key("Alt+Right")
    pilot.key("Alt+Left")
    assert pilot.shows("Is PU1 in place?")


def test_dont_know_is_as_easy_as_a_level(walk):
    desk, pilot = walk()
    pilot.key("D")
    assert said(desk, "PU1").level == "dk"
    assert pilot.chosen() == []
    assert pilot.shows("1 unknown")


def test_doesnt_apply_asks_for_a_reason_before_it_goes_on(walk):
    desk, pilot = walk()
    pilot.key("X")
    pilot.key("Alt+Right")
    assert pilot.shows("Say in one sentence why it doesn’t apply.")
    assert pilot.shows("Is PU1 in place?")
    pilot.write("One partner only.")
    pilot.key("Alt+Right")
    assert said(desk, "PU1").reason == "One partner only."
    assert pilot.shows("Is PU2 in place?")


def test_single_keys_write_while_the_note_has_the_keyboard(walk):
    desk, pilot = walk()
    pilot.key("2")
    pilot.key("N")
    pilot.write("3 dx")
    assert said(desk, "PU1").level == 2
    assert said(desk, "PU1").note == "3 dx"


def test_a_note_is_one_step_back(walk):
    desk, pilot = walk()
    pilot.key("2")
    pilot.key("N")
    pilot.write("three words here")
    assert desk.opened.history.count() == 2


def test_e_cycles_the_evidence_and_only_beside_a_level(walk):
    desk, pilot = walk()
    pilot.key("E")
    assert said(desk, "PU1") is None
    assert pilot.shows("Evidence: choose a level first")
    pilot.key("4")
    for grade in ("opinion", "document", "working", "opinion"):
        pilot.key("E")
        assert said(desk, "PU1").evidence == grade


def test_delete_clears_and_undo_brings_it_back(walk):
    desk, pilot = walk()
    pilot.key("4")
    pilot.key("Del")
    assert pilot.chosen() == []
    desk.opened.history.undo()
    assert pilot.chosen() == [4]


def test_undo_goes_to_the_question_that_changed(walk):
    desk, pilot = walk()
    pilot.key("4")
    pilot.key("Return")
    pilot.key("Return")
    desk.opened.history.undo()
    assert pilot.shows("Is PU1 in place?")
    assert pilot.chosen() == []


def test_arrow_keys_move_along_the_levels_without_choosing(walk):
    desk, pilot = walk()
    pilot.key("Down")
    pilot.key("Down")
    assert desk.opened.history.count() == 0
    pilot.key("Space")
    assert said(desk, "PU1").level == 3


def test_an_unmet_must_have_says_what_it_holds(walk):
    _desk, pilot = walk()
    sentence = "This holds Purpose at 2 until it reaches 3."
    assert not pilot.shows(sentence)
    pilot.key("2")
    assert pilot.shows(sentence)
    pilot.key("3")
    assert not pilot.shows(sentence)


def test_a_must_have_of_a_later_step_says_from_when(walk):
    main = builders.questionnaire("Purpose: PU1!!")
    _desk, pilot = walk(content=builders.content(main))
    pilot.key("1")
    assert pilot.shows("From Implementation on, this holds Purpose at 2 until it reaches 3.")


def test_only_a_must_have_is_tagged(walk):
    _desk, pilot = walk()
    assert pilot.shows("Must-have")
    pilot.key("Return")
    assert not pilot.shows("Must-have")


def test_each_person_has_answers_of_their_own(walk, prompts):
    desk, pilot = walk()
    pilot.key("5")
    prompts.expect("School nurse")
    pilot.choose("Person who answers", "Add a person…")
    assert pilot.chosen() == []
    pilot.key("1")
    assert said(desk, "PU1").level == 5
    assert said(desk, "PU1", "id-1").level == 1
    assert desk.opened.value.respondents[-1].role == "School nurse"


def test_thinking_better_of_a_new_person_changes_nothing(walk, prompts):
    desk, pilot = walk()
    prompts.expect(None)
    pilot.choose("Person who answers", "Add a person…")
    assert desk.opened.history.count() == 0


def test_without_names_a_person_is_added_without_a_question(walk):
    value = builders.assessment().changed(anonymous=True)
    desk, pilot = walk(value)
    pilot.choose("Person who answers", "Add a person…")
    assert desk.opened.value.respondents[-1].role == ""


def test_a_partner_nobody_spoke_for_yet_gets_a_person_with_the_first_answer(walk):
    value = builders.assessment().changed(respondents=())
    desk, pilot = walk(value)
    assert desk.opened.value.respondents == ()
    pilot.key("3")
    (person,) = desk.opened.value.respondents
    assert person.organisation == "council"
    assert said(desk, "PU1", person.id).level == 3
    desk.opened.history.undo()
    assert desk.opened.value.respondents == ()


def test_another_partner_has_the_same_question_in_view(walk):
    desk, pilot = walk()
    pilot.key("Return")
    pilot.choose("Answering for", "Police")
    pilot.key("2")
    assert said(desk, "PU2", "police-1").level == 2


def test_the_rail_goes_to_the_first_open_question_of_a_dimension(walk):
    _desk, pilot = walk(builders.assessment(answers="CU1=3"))
    pilot.press("Culture")
    assert pilot.shows("Is CU2 in place?")


def test_the_walk_begins_at_the_first_open_question(walk):
    _desk, pilot = walk(builders.assessment(answers="PU1=3 PU2=dk"))
    assert pilot.shows("Is LE1 in place?")
    assert pilot.shows("2 of 5 answered")


def test_the_last_question_leads_to_the_results(walk, qtbot):
    _desk, pilot = walk()
    for _ in range(4):
        pilot.key("Return")
    assert pilot.shows("This is the last question.")
    with qtbot.waitSignal(pilot.window.wanted) as told:
        pilot.key("Return")
    assert told.args == ["overview", ""]


def test_guidance_stands_beside_and_says_when_it_was_checked(walk):
    _desk, pilot = walk()
    for words in (
        "PU1 matters.",
        "PU1 looks good.",
        "Share what is needed.",
        "ICO: Data sharing code",
        "Checked on 3 September 2026",
        "“No agreement, so we cannot share.”",
    ):
        assert pilot.shows(words)


def test_f1_closes_and_opens_the_guidance(walk):
    _desk, pilot = walk()
    pilot.key("F1")
    assert not pilot.shows("PU1 matters.")
    pilot.press("Guidance")
    assert pilot.shows("PU1 matters.")
    pilot.key("Esc")
    assert not pilot.shows("PU1 matters.")


def test_in_a_narrow_window_the_guidance_is_a_button(walk):
    _desk, pilot = walk(width=1093, height=545)
    assert not pilot.shows("PU1 matters.")
    assert pilot.shows("Guidance")
    assert not pilot.shows("Why")


def test_in_a_very_narrow_window_the_rail_is_a_list(walk, theme):
    theme.set_text_scale(2.0)
    _desk, pilot = walk(width=1366, height=690)
    pilot.choose("Dimension", "Culture")
    assert pilot.shows("Is CU1 in place?")


def test_where_the_guidance_leaves_no_room_it_stands_alone(walk, theme):
    theme.set_text_scale(2.0)
    _desk, pilot = walk(width=1366, height=690)
    pilot.key("F1")
    assert pilot.shows("PU1 matters.")
    assert not pilot.shows("Is PU1 in place?")
    pilot.key("F1")
    assert pilot.shows("Is PU1 in place?")


def test_a_source_opens_in_the_browser_only_when_asked(walk):
    desk, pilot = walk()
    opened = desk.browse.__self__
    assert opened == []
    pilot.press("ICO: Data sharing code")
    assert opened == ["https://ico.org.uk/code"]


def test_arriving_with_a_topic_shows_it(walk):
    _desk, pilot = walk()
    pilot.window.arrive("CU2")
    assert pilot.shows("Is CU2 in place?")


def test_without_partners_the_walk_leads_to_set_up(walk, qtbot):
    desk, pilot = walk(builders.empty_assessment())
    pilot.key("3")
    assert desk.opened.history.count() == 0
    with qtbot.waitSignal(pilot.window.wanted) as told:
        pilot.press("Go to Set up")
    assert told.args == ["setup", ""]


def test_partners_added_meanwhile_are_there_on_return(walk):
    desk, pilot = walk(builders.empty_assessment())
    desk.opened.edit(builders.assessment(), "Set up")
    pilot.window.arrive("")
    pilot.key("3")
    assert said(desk, "PU1").level == 3


def test_what_stands_beside_the_question_comes_once_that_can_be_answered(open_desk, qtbot):
    page = WalkPage(open_desk(builders.assessment()))
    qtbot.addWidget(page)
    assert page.question.levels.rows[0].text()
    assert page.findChild(RailPane) is None
    page.grab()
    qtbot.waitUntil(lambda: page.findChild(RailPane) is not None)
    assert page.rail.rail.findChildren(QAbstractButton)


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_the_question_does_not_move_when_the_places_beside_it_are_filled(
    open_desk, theme, qtbot, text_scale
):
    theme.set_text_scale(text_scale)
    page = WalkPage(open_desk(builders.assessment()))
    qtbot.addWidget(page)
    page.resize(1366, 690)
    page.fit(theme.room(QSize(1366, 768)))
    page.grab()
    assert page.findChild(RailPane) is None
    before = page.question.mapTo(page, QPoint(0, 0))
    qtbot.waitUntil(lambda: page.findChild(RailPane) is not None)
    page.grab()
    assert page.question.mapTo(page, QPoint(0, 0)) == before
