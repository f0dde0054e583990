import pytest

from selfassess.core.assessment import Area
from selfassess.core.codes import Set, Step
from selfassess.core.questionnaire import Module, ModuleTopic
from selfassess.ui.pages.setup import SetUpPage
from selfassess.ui.parts.field import Line
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.segmented import Segment
from tests import builders


@pytest.fixture
def set_up(open_desk, show_page):
    """Shows the set-up of an assessment; returns its desk and the pilot."""

    def show(value=None, content=None, **size):
        desk = open_desk(value, content)
        return desk, show_page(SetUpPage(desk), **size)

    return show


def test_the_sentence_builds_itself(set_up):
    _desk, pilot = set_up(builders.empty_assessment())
    assert pilot.shows("We share …what? between …whom? so that …what changes?")
    pilot.go_to("What do you share?")
    pilot.write("police notices")
    assert pilot.shows("We share police notices between …whom?")


def test_a_field_is_one_step_back(set_up):
    desk, pilot = set_up(builders.empty_assessment())
    pilot.go_to("So that what changes for people?")
    pilot.write("help comes early")
    assert desk.opened.value.partnership.purpose.so_that == "help comes early"
    assert desk.opened.history.count() == 1
    desk.opened.history.undo()
    assert pilot.shows("so that …what changes?")


def test_partners_are_added_one_after_the_other_by_enter(set_up):
    desk, pilot = set_up(builders.empty_assessment())
    pilot.go_to("Name of the new partner")
    for name in ("Northbridge Council", "Northshire Police", "Haven"):
        pilot.write(name)
        pilot.key("Return")
    made = desk.opened.value.latest.organisations
    assert [o.name for o in made] == ["Northbridge Council", "Northshire Police", "Haven"]
    assert [o.sector for o in made] == ["local-government", "police", "voluntary"]
    assert [o.letter for o in made] == ["N", "O", "H"]
    assert pilot.shows("between Northbridge Council, Northshire Police and Haven so that")


def test_two_partners_of_one_name_are_refused(set_up):
    desk, pilot = set_up()
    pilot.press("Add a partner")
    pilot.write("police")
    pilot.key("Return")
    assert pilot.shows("There is a partner of that name already.")
    assert len(desk.opened.value.latest.organisations) == 2


def test_a_partner_is_renamed_and_never_without_a_name(set_up):
    desk, pilot = set_up(builders.assessment("Council"))
    pilot.go_to("Name of the partner")
    pilot.key("Ctrl+A")
    pilot.write("County")
    pilot.key("Return")
    assert desk.opened.value.latest.organisations[0].name == "County"
    pilot.key("Ctrl+A")
    pilot.key("Del")
    pilot.key("Return")
    assert pilot.shows("A partner needs a name.")
    assert desk.opened.value.latest.organisations[0].name == "County"


def test_sector_and_people_of_a_partner(set_up):
    desk, pilot = set_up()
    pilot.choose("Sector of Police", "Courts and justice")
    pilot.choose("How many people will answer for Police", "4 people")
    police = desk.opened.value.latest.organisations[1]
    assert (police.sector, police.people) == ("justice", 4)


def test_a_partner_without_answers_goes_at_once(set_up):
    desk, pilot = set_up()
    pilot.press("Remove Police")
    assert [o.name for o in desk.opened.value.latest.organisations] == ["Council"]


def test_a_partner_with_answers_goes_only_after_a_warning(set_up, prompts):
    desk, pilot = set_up(builders.assessment(answers="PU1=3"))
    prompts.expect("keep")
    pilot.press("Remove Council")
    assert len(desk.opened.value.latest.organisations) == 2
    prompts.expect("remove")
    pilot.press("Remove Council")
    assert len(desk.opened.value.latest.organisations) == 1
    assert prompts.asked == ["Remove Council?"] * 2
    desk.opened.history.undo()
    assert desk.opened.value.latest.answers[0].level == 3


def test_the_journey_moves_by_click_and_by_arrow_keys(set_up):
    desk, pilot = set_up()
    pilot.press("Step 3, Design and plan")
    assert desk.opened.value.latest.step is Step.DESIGN
    pilot.key("Right")
    assert desk.opened.value.latest.step is Step.PRE_IMPLEMENTATION


def test_policy_areas_bring_their_questions_and_three_are_enough(set_up):
    extra = ModuleTopic(**{**builders.topic("DA1").model_dump(), "dimension": "purpose"})
    module = Module(
        id="da",
        version="1",
        title="Domestic abuse",
        about="It.",
        policy_areas=("domestic-abuse",),
        topics=(extra,),
    )
    desk, pilot = set_up(content=builders.content(modules=(module,)))
    assert pilot.shows("5 questions.")
    pilot.press("Domestic abuse")
    assert pilot.shows("6 questions, 1 of them for your policy areas.")
    assert [reference.id for reference in desk.opened.value.latest.modules] == ["da"]
    pilot.press("Safeguarding children")
    pilot.press("Safeguarding adults")
    with pytest.raises(AssertionError, match="keyboard"):
        pilot.press("Gangs and youth violence")
    pilot.press("Domestic abuse")
    assert desk.opened.value.latest.modules == ()


def test_all_policy_areas_can_be_seen(set_up):
    desk, pilot = set_up()
    pilot.press("16 more")
    pilot.press("Statistics and research")
    assert desk.opened.value.partnership.policy_areas == ("statistics-research",)


def test_two_questions_nation_and_set(set_up):
    desk, pilot = set_up()
    latest = desk.opened.value.latest
    assert latest.high_risk
    assert latest.safety_at_stake
    for segment in pilot.window.findChildren(Segment):
        if segment.text() == "No":
            segment.click()
    pilot.choose("In which nation?", "Wales")
    pilot.press("Standard, 5 minutes")
    latest = desk.opened.value.latest
    assert (latest.high_risk, latest.safety_at_stake, latest.set) == (False, False, Set.STANDARD)
    assert desk.opened.value.partnership.country == "GB-WLS"


def test_how_people_answer_is_fixed_once_an_answer_is_in(set_up):
    desk, pilot = set_up()
    pilot.press("Anonymous")
    assert desk.opened.value.anonymous
    _desk, pilot = set_up(builders.assessment(answers="PU1=3"))
    assert pilot.shows("This is fixed, because answers are in.")
    with pytest.raises(AssertionError, match="keyboard"):
        pilot.press("Anonymous")


def test_the_story_is_kept(set_up):
    desk, pilot = set_up()
    pilot.go_to("What goes wrong now? In your own words")
    pilot.write("Nobody tells the school.")
    assert desk.opened.value.partnership.story == "Nobody tells the school."


def test_what_is_missing_is_said_under_its_field(set_up):
    _desk, pilot = set_up(builders.empty_assessment())
    pilot.press("Save and answer the questions")
    for sentence in (
        "Give the partnership a name.",
        "Say in a few words what you share.",
        "Say what changes for people.",
        "Add at least one partner.",
    ):
        assert pilot.shows(sentence)
    pilot.write("Riverside")
    assert not pilot.shows("Give the partnership a name.")


def test_only_a_partner_is_missing(set_up):
    desk, pilot = set_up()
    pilot.press("Remove Police")
    pilot.press("Remove Council")
    pilot.key("Ctrl+Return")
    assert pilot.shows("Add at least one partner.")
    pilot.write("County")
    pilot.key("Return")
    assert not pilot.shows("Add at least one partner.")
    assert desk.opened.value.latest.organisations[0].name == "County"


def test_ctrl_enter_saves_and_goes_on(set_up, qtbot):
    _desk, pilot = set_up()
    with qtbot.waitSignal(pilot.window.wanted) as told:
        pilot.key("Ctrl+Return")
    assert told.args == ["walk", ""]


def test_a_narrow_window_stands_one_part_under_the_other(set_up, theme):
    theme.set_text_scale(2.0)
    _desk, pilot = set_up(width=1024, height=540)
    (scroll,) = pilot.window.findChildren(Scroll)
    assert scroll.horizontalScrollBar().maximum() == 0


def area_of(desk):
    return desk.opened.value.partnership.area


def test_the_area_and_the_name_of_the_place_can_be_said(set_up):
    desk, pilot = set_up()
    pilot.go_to("Code of your area")
    pilot.write("e08000003")
    pilot.go_to("What is the place called?")
    pilot.write("Manchester")
    assert area_of(desk) == Area(code="E08000003", name="Manchester")
    desk.opened.history.undo()
    desk.opened.history.undo()
    assert area_of(desk) == Area()
    desk.opened.history.redo()
    assert area_of(desk).code == "E08000003"
    (line,) = [e for e in pilot.window.findChildren(Line) if e.accessibleName().startswith("Code")]
    assert line.text() == "E08000003"


def test_a_code_that_is_none_is_told_when_the_field_is_left_and_stays_to_be_put_right(set_up):
    desk, pilot = set_up()
    pilot.go_to("Code of your area")
    pilot.write("E0800")
    wrong = "A code has a letter and eight figures, such as E08000003."
    assert not pilot.shows(wrong)
    pilot.key("Tab")
    assert pilot.shows(wrong)
    assert area_of(desk).code == ""
    pilot.key("Ctrl+Return")
    pilot.write("0003")
    assert not pilot.shows(wrong)
    assert area_of(desk).code == "E08000003"


def test_a_code_of_another_nation_is_told_and_is_not_taken(set_up):
    desk, pilot = set_up()
    pilot.go_to("Code of your area")
    pilot.write("W06000015")
    pilot.key("Tab")
    elsewhere = "This is a code of another nation. Change the nation or the code."
    assert pilot.shows(elsewhere)
    assert area_of(desk).code == ""
    pilot.choose("In which nation?", "Wales")
    assert not pilot.shows(elsewhere)
    assert area_of(desk).code == "W06000015"
    pilot.choose("In which nation?", "Scotland")
    assert pilot.shows(elsewhere)
