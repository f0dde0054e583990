import json
from datetime import date

import pytest

from selfassess.core.assessment import Action, Area, Purpose, Respondent
from selfassess.core.codes import ActionStatus
from selfassess.core.results import work_out
from selfassess.core.returning import NothingToReturnError, make_return, place_of, return_round
from selfassess.core.returns import TextKind, Withheld
from tests.core import worlds
from tests.reports.small import example

NAMES = (
    "Tiny partnership",
    "Council",
    "Police",
    "Haven",
    "Named Person",
    "role ",
    "We wrote it down",
    "We have no data",
    "The police see it otherwise",
    "Look at it again",
    "we did it last week",
    "notices",
    "a school knows",
)
"""Everything in the example that people wrote."""


def returned(round_facts=None, *, ticked=(), **facts):
    assessment, content = example(round_facts or {}, **facts)
    barriers = {barrier.id for barrier in content.catalogue.barriers}
    rounds = [return_round(assessment, round_, content) for round_ in assessment.rounds]
    made = make_return(
        assessment,
        rounds,
        barriers,
        handed_over=date(2026, 11, 26),
        written_by="selfassess",
        ticked=ticked,
    )
    return made, work_out(assessment, content)


def test_a_return_says_what_the_results_say():
    made, results = returned()
    latest = made.latest
    assert latest.statement is results.readiness.statement
    assert latest.blocked_by == results.readiness.blocked_by
    raised = [d for d in results.barriers if d.raised]
    assert [b.id for b in latest.barriers] == [d.barrier.id for d in raised]
    assert [b.strength for b in latest.barriers] == [round(d.strength, 2) for d in raised]
    assert [(b.topic, b.value) for b in latest.barriers[0].because] == [
        (b.topic.id, b.value) for b in raised[0].because if b.value is not None
    ]
    assert [(d.id, d.value, d.low, d.high) for d in latest.dimensions] == [
        (d.id, d.value, d.low, d.high) for d in results.dimensions
    ]
    assert (latest.asked, latest.known) == (8, 7)
    assert (latest.organisations, latest.people) == (3, 6)


def test_dimensions_rest_on_the_questions_of_the_short_set_alone():
    topics = {"PU1": "shared", "PU2": "shared in:full"}
    assessment, content = worlds.world(topics, {"council": {"PU1": "2", "PU2": "4"}})
    made = return_round(assessment, assessment.latest, content)
    assert [d.value for d in made.dimensions] == [2.0]


def test_nothing_that_people_wrote_goes_unless_it_is_ticked():
    text = returned()[0].model_dump_json()
    assert not [name for name in NAMES if name in text]


def test_what_is_no_code_stays_behind_since_it_could_be_a_name():
    assessment, content = example({})
    named = assessment.changed(
        partnership=assessment.partnership.changed(
            country="GB-Leeds", policy_areas=("domestic-abuse", "Leeds north")
        ),
        rounds=(
            assessment.latest.changed(
                date="the week Ann left",
                organisations=tuple(
                    o.changed(sector="Ann's nursery") for o in assessment.latest.organisations
                ),
            ),
        ),
        actions=(Action(id="a", text="Ask", barrier="Ann's barrier"),),
    )
    made = make_return(named, [return_round(named, named.latest, content)], {"fear-of-blame"})
    assert made.country is None
    assert made.policy_areas == ("domestic-abuse", "other")
    assert made.latest.month is None
    assert made.latest.sectors == ("other",)
    assert made.tried == ()


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("GB-WLS", "GB-WLS"),
        ("NL", "NL"),
        ("GB", "GB"),
        ("", None),
        ("nl", None),
        ("GBWLS", None),
        ("GB-WL", None),
        ("ÖÄ", None),
        ("LEEDS", None),
    ],
)
def test_a_country_goes_only_where_it_is_a_code(code, kept):
    assessment, content = example({})
    there = assessment.changed(partnership=assessment.partnership.changed(country=code))
    made = make_return(there, [return_round(there, there.latest, content)], ())
    assert made.country == kept


@pytest.mark.parametrize(
    ("code", "wanted", "kept"),
    [
        ("E08000003", True, "E08000003"),
        ("E08000003", False, None),
        ("W06000015", True, None),
        ("", True, None),
    ],
)
def test_the_area_goes_only_if_it_is_wanted_and_right_and_its_name_never(code, wanted, kept):
    assessment, content = example({})
    area = Area(code=code, name="Rivertown")
    there = assessment.changed(partnership=assessment.partnership.changed(area=area))
    rounds = [return_round(there, there.latest, content)]
    made = make_return(there, rounds, (), with_area=wanted)
    assert made.area == kept
    assert "Rivertown" not in made.model_dump_json()
    assert make_return(there, rounds, ()).area is None


def test_a_month_goes_and_no_day():
    assert returned({"date": "2026-03-17"})[0].latest.month == "2026-03"


def test_ticked_text_goes_without_the_names_of_owners():
    actions = (
        Action(
            id="a", text=" Write it ", barrier="fear-of-blame", owner="Council", note="ring Ann"
        ),
        Action(id="b", text="Else", barrier="of our own", owner="Haven"),
        Action(id="c", text="  "),
    )
    made, _results = returned(ticked=tuple(TextKind), actions=actions)
    assert [(t.kind.value, t.about, t.text) for t in made.texts] == [
        ("purpose", "", "notices"),
        ("purpose", "", "a school knows by the morning"),
        ("actions", "fear-of-blame", "Write it"),
        ("actions", "", "Else"),
        ("reasons", "no-basis", "we did it last week"),
    ]
    assert "ring Ann" not in made.model_dump_json()
    assert [t.kind.value for t in returned(ticked=(TextKind.REASONS,))[0].texts] == ["reasons"]


def test_actions_are_counted_by_barrier_and_where_they_stand():
    actions = (
        Action(id="a", text="A", barrier="fear-of-blame"),
        Action(id="b", text="B", barrier="fear-of-blame", status=ActionStatus.DONE),
        Action(id="c", text="C", barrier="fear-of-blame", status=ActionStatus.DONE),
    )
    (tried,) = returned(actions=actions)[0].tried
    assert (tried.barrier, tried.todo, tried.doing, tried.done) == ("fear-of-blame", 1, 0, 2)


def test_small_numbers_are_withheld_and_named():
    said = {"council": {"PU1": "2"}, "police": {"PU1": "4"}}
    assessment, content = worlds.world({"PU1": "shared"}, said)
    made = return_round(assessment, assessment.latest, content)
    assert made.people is None
    assert made.organisations is None
    assert made.dimensions[0].agreement is None
    assert made.withheld == (Withheld.PEOPLE, Withheld.ORGANISATIONS, Withheld.AGREEMENT)


def test_three_people_of_two_partners_are_counted_and_their_partners_are_not():
    said = {"council": {"PU1": "2 3"}, "police": {"PU1": "4"}}
    assessment, content = worlds.world({"PU1": "shared"}, said)
    made = return_round(assessment, assessment.latest, content)
    assert (made.people, made.organisations) == (3, None)
    assert Withheld.PEOPLE not in made.withheld


def test_nothing_is_withheld_where_there_are_enough():
    made = returned()[0].latest
    assert made.withheld == ()
    assert made.dimensions[0].agreement is not None


def test_rounds_without_answers_stay_behind():
    assessment, content = example({})
    empty = assessment.latest.changed(name="Next", answers=(), agreed=())
    both = assessment.changed(rounds=(assessment.latest, empty))
    made = make_return(both, [return_round(both, r, content) for r in both.rounds], ())
    assert len(made.rounds) == 1
    with pytest.raises(NothingToReturnError):
        make_return(both, [return_round(both, empty, content)], ())


def test_only_barriers_that_could_be_raised_are_looked_for():
    barriers = (
        worlds.barrier("asked", "PU1<=2"),
        worlds.barrier(
            "of-a-pattern", "", worlds.pattern("p", "PU1<=2", {"topic": "PU1", "at_most": 2})
        ),
        worlds.barrier("not-asked", "LE1<=2"),
    )
    assessment, content = worlds.world(
        {"PU1": "shared"}, {"council": {"PU1": "2"}}, barriers=barriers
    )
    made = return_round(assessment, assessment.latest, content)
    assert made.looked_for == ("asked", "of-a-pattern")


def test_a_set_aside_barrier_is_marked_as_such():
    made, _results = returned()
    assert {b.id: b.set_aside for b in made.latest.barriers}["no-basis"]
    assert {b.id: b.outside_control for b in made.latest.barriers}["national-gap"]
    assert made.latest.barriers[0].pattern in (None, "led-yet-afraid")


def test_the_number_of_a_place_tells_nothing_and_is_always_the_same():
    made, _results = returned()
    assert made.place == place_of("a") == returned()[0].place
    assert made.place != place_of("b")
    assert json.loads(made.model_dump_json())["handed_over"] == "2026-11-26"


def test_who_answers_does_not_go_even_if_they_are_named_like_codes():
    assessment, content = example({})
    people = (*assessment.respondents, Respondent(id="x", organisation="council", name="purpose"))
    named = assessment.changed(
        respondents=people,
        partnership=assessment.partnership.changed(purpose=Purpose(between="Ann and Bob")),
    )
    made = make_return(
        named, [return_round(named, named.latest, content)], (), ticked=tuple(TextKind)
    )
    assert "Ann" not in made.model_dump_json()
