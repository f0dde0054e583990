from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core.codes import Confidence, MustHaveStatus, Statement
from selfassess.core.results import Results
from selfassess.core.whatif import (
    Fixed,
    Lift,
    Trial,
    as_if,
    can_change,
    fixed,
    lift_statement,
    remove_barrier,
    touching,
    try_out,
)
from tests.core.worlds import barrier, case_study, pattern, results

TOPICS = {
    "PU1": "shared must",
    "PU2": "shared",
    "PU3": "shared",
    "LE1": "each",
    "LE2": "one must:Scoping",
    "CU1": "shared",
    "CU2": "shared must:Design and plan",
}


def stand(said: str, topics: dict[str, str] = TOPICS, **facts: object) -> Results:
    """What one partner says: `"PU1=2 LE1=dk"`."""
    return results(topics, {"council": dict(part.split("=") for part in said.split())}, **facts)


def statement(trial: Trial) -> Statement:
    return trial.readiness.statement


# forward


def test_a_change_raises_a_topic_to_3_and_met():
    trial = try_out(stand("PU1=1 PU2=4 PU3=4 LE1=4 LE2=4"), ["PU1"])
    topic = trial.topics[0]
    assert (topic.value, topic.low, topic.high) == (3, 3, 3)
    assert topic.status is MustHaveStatus.MET
    assert trial.changes == ("PU1",)
    assert trial.dimensions[0].value == pytest.approx(11 / 3)
    assert statement(trial) is Statement.READY


def test_trying_leaves_the_record_alone():
    before = stand("PU1=1 PU2=2")
    try_out(before, ["PU1", "PU2"])
    assert [t.value for t in before.topics[:2]] == [1, 2]
    assert before.readiness.statement is Statement.NOT_YET


def test_an_unknown_topic_can_be_raised_and_one_at_3_can_not():
    trial = try_out(stand("PU1=3 PU2=dk PU3=4"), ["PU1", "PU2", "PU3"])
    assert trial.changes == ("PU2",)
    assert [t.value for t in trial.topics[:3]] == [3, 3, 4]


def test_a_dimension_of_which_nothing_was_known_can_be_tried_out():
    trial = try_out(stand("PU1=3"), ["CU1", "CU2"])
    culture = trial.dimensions[2]
    assert (culture.value, culture.confidence) == (3, Confidence.VERY_LOW)


def test_an_unconfirmed_must_have_is_met_where_it_stands():
    split = results(
        {"PU1": "each must", "PU2": "shared"},
        {"council": {"PU1": "4", "PU2": "4"}, "police": {"PU1": "dk", "PU2": "4"}},
    )
    assert split.topics[0].status is MustHaveStatus.UNCONFIRMED
    trial = try_out(split, ["PU1"])
    assert (trial.topics[0].value, trial.topics[0].status) == (4, MustHaveStatus.MET)
    assert statement(trial) is Statement.READY


def test_what_does_not_apply_can_not_be_changed():
    before = stand("PU1=na PU2=4 PU3=4")
    assert not can_change(before.topics[0])
    assert try_out(before, ["PU1"]).changes == ()


def test_barriers_and_cases_move_with_a_change():
    before = stand(
        "PU1=3 PU2=1",
        barriers=(barrier("b", "PU2<=2"),),
        cases=(case_study("a", "b"),),
    )
    assert before.barriers
    assert before.cases.ranked
    trial = try_out(before, ["PU2"])
    assert trial.barriers == ()
    assert not trial.cases.ranked


def test_changes_of_no_topic_are_none():
    assert try_out(stand("PU1=1"), ["XX9"]).changes == ()


# what no change of levels lifts


def test_organisations_that_have_not_answered_are_fixed():
    silent = results({"PU1": "shared"}, {"council": {"PU1": "4"}, "police": {}})
    assert fixed(silent).not_answered == ("police",)
    assert lift_statement(silent) is None


def test_must_haves_that_do_not_apply_are_fixed():
    away = stand("PU1=na PU2=4 PU3=4 LE1=4 LE2=4")
    assert fixed(away).not_applicable == ("PU1",)
    assert lift_statement(away) is None


def test_a_dimension_of_one_topic_is_fixed_where_it_counts():
    thin = stand("PU1=4 LE1=4", {"PU1": "shared", "LE1": "shared", "CU1": "shared"})
    assert fixed(thin).on_one_topic == ("purpose", "leadership")
    assert fixed(stand("PU1=4 PU2=4", {"PU1": "shared", "PU2": "shared"})) == Fixed((), (), (), ())


def test_organisations_below_an_agreed_level_are_fixed():
    below = results(
        {"PU1": "shared must", "PU2": "shared"},
        {"council": {"PU1": "2", "PU2": "4"}, "police": {"PU1": "4", "PU2": "4"}},
        agreed={"PU1": 3},
    )
    assert fixed(below).below_agreed == ("council",)
    assert bool(fixed(below))
    assert lift_statement(below) is None


# the fewest changes that lift the statement


def test_not_yet_is_lifted_by_its_must_haves():
    lift = lift_statement(stand("PU1=1 PU2=1 PU3=1 LE1=4 LE2=2", step="Scoping"))
    assert lift is not None
    assert lift.changes == lift.must_haves == ("PU1", "LE2")
    assert lift.to is Statement.WITH_CONDITIONS
    assert lift.dimensions == ()


def test_conditions_are_lifted_by_the_fewest_topics_and_levels():
    lift = lift_statement(stand("PU1=3 PU2=2 PU3=1 LE1=4 LE2=2"))
    assert lift == Lift(
        to=Statement.READY,
        changes=("PU2", "PU3", "LE2"),
        must_haves=("LE2",),
        dimensions=(("purpose", ("PU2", "PU3")),),
    )


def test_one_big_step_counts_less_than_two_small_ones():
    lift = lift_statement(stand("PU1=4 PU2=2 PU3=2 LE1=4 LE2=4"))
    assert lift is not None
    assert lift.changes == ("PU2",)


def test_a_must_have_of_the_next_step_is_counted_for_its_dimension_too():
    lift = lift_statement(stand("PU1=3 PU2=3 PU3=3 LE1=3 LE2=1"))
    assert lift is not None
    assert lift.changes == ("LE2",)
    assert lift.dimensions == (("leadership", ("LE2",)),)


def test_ready_has_nothing_to_be_lifted():
    assert lift_statement(stand("PU1=4 PU2=4 PU3=4 LE1=4 LE2=4")) is None


# the fewest changes that take a barrier away

BARRIER = barrier("b", "PU2<=2*3 PU3<=2 CU1<=2")


def test_a_barrier_is_taken_away_by_its_weightiest_sign():
    assert remove_barrier(stand("PU2=1 PU3=2 CU1=2"), BARRIER) == ("PU2",)


def test_a_barrier_that_is_not_raised_needs_no_change():
    assert remove_barrier(stand("PU2=4 PU3=4 CU1=4"), BARRIER) == ()
    assert remove_barrier(stand("PU2=dk"), BARRIER) == ()
    assert remove_barrier(stand("PU2=1"), barrier("b", "EV1<=2")) == ()


def test_a_barrier_that_level_3_still_raises_can_not_be_taken_away():
    assert remove_barrier(stand("PU2=1"), barrier("b", "PU2<=3")) is None


def test_a_change_that_would_make_a_pattern_hold_is_seen():
    twisted = barrier("b", "PU2<=2", pattern("p", "PU3<=2", {"topic": "PU2", "at_least": 3}))
    assert remove_barrier(stand("PU2=1 PU3=1"), twisted) == ("PU2", "PU3")
    lifted = barrier("b", "CU1<=2", pattern("p", "CU1<=2", {"topic": "PU3", "at_most": 2}))
    assert remove_barrier(stand("CU1=1 PU3=1"), lifted) == ("CU1",)


# exact: against every choice there is


def every_choice(ids: list[str]) -> Iterator[tuple[str, ...]]:
    for size in range(len(ids) + 1):
        yield from combinations(ids, size)


def best_of(before: Results, lifts: Callable[[Trial], bool]) -> tuple[str, ...] | None:
    """Try every set of changes and take the best by the rule's own words."""
    scores = {t.id: t for t in before.topics}
    places = {id_: place for place, id_ in enumerate(scores)}
    changeable = [t.id for t in before.topics if can_change(t)]

    def levels(choice: tuple[str, ...]) -> float:
        values = (scores[id_].value for id_ in choice)
        return sum(max(0.0, 3 - (1 if value is None else value)) for value in values)

    def cost(choice: tuple[str, ...]) -> tuple:
        must_haves = sum(scores[id_].must_have for id_ in choice)
        return len(choice), levels(choice), -must_haves, [places[id_] for id_ in choice]

    lifting = [c for c in every_choice(changeable) if lifts(try_out(before, c))]
    return min(lifting, key=cost, default=None)


levels_said = st.sampled_from(["1", "2", "2", "3", "3", "4", "5", "dk", "na", "-"])


said_by = st.fixed_dictionaries(
    {name: st.fixed_dictionaries(dict.fromkeys(TOPICS, levels_said)) for name in ("a", "b")}
)
steps = st.sampled_from(["Vision", "Scoping", "Design and plan"])


@settings(max_examples=40, deadline=None)
@given(said_by, steps)
def test_the_lift_of_the_statement_is_the_best_of_all_there_are(said, step):
    before = results(TOPICS, said, step=step)
    order = tuple(Statement)
    now = order.index(before.readiness.statement)
    best = best_of(before, lambda trial: order.index(statement(trial)) > now)
    lift = lift_statement(before)
    assert (lift.changes if lift else None) == best
    if lift:
        assert lift.to is statement(try_out(before, lift.changes))


PATTERNED = barrier(
    "b",
    "PU2<=2*3 LE1<=3 CU1<=2*2",
    pattern("p", "PU3<=2 CU1<=3", {"topic": "PU2", "at_least": 3}),
    pattern("q", "LE2<=2", {"topic": "PU3", "at_most": 2}, {"topic": "LE1", "at_most": 2}),
)


@settings(max_examples=40, deadline=None)
@given(said_by, st.sampled_from([BARRIER, PATTERNED]))
def test_the_fewest_changes_that_take_a_barrier_away_are_the_best_of_all(said, wanted):
    before = results(TOPICS, said, barriers=(wanted,))
    best = best_of(before, lambda trial: not any(d.raised for d in trial.barriers))
    assert remove_barrier(before, wanted) == best


# as if


def test_results_as_if_show_everything_as_it_would_be_and_leave_the_record_alone():
    before = stand("PU1=1 PU2=4 PU3=4 LE1=4 LE2=4", barriers=(barrier("b", "PU1<=2"),))
    after = as_if(before, ["PU1"])
    trial = try_out(before, ["PU1"])
    assert (after.topics, after.dimensions) == (trial.topics, trial.dimensions)
    assert (after.readiness, after.barriers) == (trial.readiness, trial.barriers)
    assert after.strengths.topics
    assert before.topics[0].value == 1
    assert after.assessment is before.assessment


def test_as_if_without_a_change_is_as_it_is():
    before = stand("PU1=1 PU2=4 PU3=dk")
    after = as_if(before, [])
    assert (after.topics, after.readiness) == (before.topics, before.readiness)
    assert after.strengths == before.strengths


def test_touching_are_the_topics_of_signs_and_conditions_that_can_be_raised():
    before = stand(
        "PU1=1 PU2=2 PU3=4 LE1=1",
        barriers=(
            barrier("b", "PU1<=2 PU3<=2", pattern("p", "PU2<=2", {"topic": "LE1", "at_least": 1})),
        ),
    )
    found = before.content.barriers_in(before.round)[0]
    assert [topic.id for topic in touching(before, found)] == ["PU1", "PU2", "LE1"]
