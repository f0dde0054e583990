from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from selfassess.core.assessment import Action, Assessment
from selfassess.core.barriers import Barrier
from selfassess.core.codes import ActionStatus
from selfassess.core.edits import mark_outside_control, set_aside
from selfassess.core.plan import (
    Heading,
    Order,
    add_action,
    arrange,
    change_action,
    conditions_for_ready,
    draft_plan,
    due_date,
    grouped,
    is_due_this_month,
    is_overdue,
    move_action,
    next_status,
    planned_step,
    remove_action,
    step_action,
)
from selfassess.core.results import Results, work_out
from tests.core.worlds import world


def barrier(id_: str, topic: str, dimension: str = "purpose", steps: int = 2) -> Barrier:
    return Barrier.model_validate(
        {
            "id": id_,
            "name": id_,
            "description": "About it.",
            "dimension": dimension,
            "kind": "means",
            "reach": "local",
            "signs": [{"topic": topic, "at_or_below": 2}],
            "first_steps": [
                {"text": f"{id_} step {place}", "effort": "this-week"} for place in range(steps)
            ],
        }
    )


def found(barriers: tuple[Barrier, ...] = (), **levels: str) -> Results:
    topics = {"PU1": "shared must", "CU1": "shared", "PR1": "shared"}
    said = {"council": {"PU1": "2", "CU1": "1", "PR1": "1"} | levels}
    assessment, content = world(topics, said, barriers=barriers, step="Scoping")
    return work_out(assessment, content)


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: str(next(numbers))


def plan(*actions: Action) -> Assessment:
    assessment, _content = world({"PU1": "shared"}, {"council": {"PU1": "2"}})
    return assessment.changed(actions=actions)


def action(id_: str, **fields: str) -> Action:
    return Action(id=id_, text=f"Do {id_}", **fields)


def names(assessment: Assessment) -> str:
    return "".join(a.id for a in assessment.actions)


def test_an_action_is_added_at_the_end():
    assert names(add_action(plan(action("a")), action("b"))) == "ab"


def test_changing_an_action_leaves_the_others():
    after = change_action(plan(action("a"), action("b")), "b", owner="Doyle")
    assert [a.owner for a in after.actions] == ["", "Doyle"]


def test_an_action_can_be_removed():
    assert names(remove_action(plan(action("a"), action("b")), "a")) == "b"


@pytest.mark.parametrize(
    ("id_", "steps", "order"),
    [("a", 1, "bac"), ("c", -1, "acb"), ("a", -1, "abc"), ("b", 9, "acb"), ("x", 1, "abc")],
)
def test_an_action_moves_at_most_to_an_end(id_, steps, order):
    assert names(move_action(plan(action("a"), action("b"), action("c")), id_, steps)) == order


def test_the_status_goes_round():
    seen, status = [], ActionStatus.TODO
    for _each in ActionStatus:
        seen.append(status)
        status = next_status(status)
    assert seen == list(ActionStatus)
    assert status is ActionStatus.TODO


def test_a_first_step_becomes_an_action_that_names_its_barrier_and_must_have():
    results = found((barrier("fear", "PU1"),))
    made = step_action(results.barriers[0], 1, "x")
    assert made == Action(id="x", text="fear step 1", barrier="fear", topic="PU1")


def test_a_step_of_a_barrier_without_must_have_names_no_topic():
    assert step_action(found((barrier("fear", "CU1"),)).barriers[0], 0, "x").topic == ""


def test_a_planned_step_is_found_by_its_words():
    results = found((barrier("fear", "CU1"),))
    diagnosis = results.barriers[0]
    made = step_action(diagnosis, 0, "x")
    assessment = add_action(results.assessment, made)
    assert planned_step(assessment, diagnosis, 0) == made
    assert planned_step(assessment, diagnosis, 1) is None


def test_a_draft_has_the_steps_of_the_first_three_barriers():
    results = found(tuple(barrier(f"b{n}", "CU1") for n in range(4)))
    drafted = draft_plan(results.assessment, results.barriers, ids())
    assert [a.text for a in drafted.actions] == [f"b{n} step {s}" for n in range(3) for s in (0, 1)]
    assert len({a.id for a in drafted.actions}) == 6


def test_drafting_twice_adds_nothing():
    results = found((barrier("fear", "CU1"),))
    once = draft_plan(results.assessment, results.barriers, lambda: "x")
    assert draft_plan(once, results.barriers, lambda: "y") == once


def test_a_draft_leaves_out_what_was_set_aside_or_is_outside_control():
    results = found((barrier("a", "CU1"), barrier("b", "CU1"), barrier("c", "CU1", steps=1)))
    changed = set_aside(results.assessment, "a", "No longer")
    changed = mark_outside_control(changed, "b", outside=True)
    again = work_out(changed, results.content)
    drafted = draft_plan(changed, again.barriers, lambda: "x")
    assert [a.text for a in drafted.actions] == ["c step 0"]


@pytest.mark.parametrize(
    ("due", "day"), [("2026-10-30", date(2026, 10, 30)), ("", None), ("next week", None)]
)
def test_a_due_date_that_is_none_is_no_date(due, day):
    assert due_date(action("a", due=due)) == day


def test_an_action_is_overdue_from_the_day_after():
    late = action("a", due="2026-10-30")
    assert not is_overdue(late, date(2026, 10, 30))
    assert is_overdue(late, date(2026, 10, 31))
    assert not is_overdue(late.changed(status="done"), date(2026, 10, 31))
    assert not is_overdue(action("a"), date(2026, 10, 31))


def test_conditions_stand_first_and_done_last_whatever_the_order():
    actions = [
        action("d", status="done"),
        action("n", due="2026-10-01"),
        action("c", due="2027-01-01"),
    ]
    for order in Order:
        groups = grouped(actions, {"c", "d"}, order)
        assert [[a.id for a in group.actions] for group in groups] == [["c"], ["n"], ["d"]]
        assert groups[0].heading is Heading.CONDITIONS
        assert groups[-1].heading is Heading.DONE


def test_within_a_group_the_earliest_date_is_first_and_no_date_last():
    actions = [action("a"), action("b", due="2026-12-01"), action("c", due="2026-11-01")]
    (group,) = grouped(actions, (), Order.DATE)
    assert group.heading is Heading.NEXT
    assert [a.id for a in group.actions] == ["c", "b", "a"]


def test_actions_are_grouped_by_owner_with_those_without_one_last():
    actions = [action("a"), action("b", owner="patel"), action("c", owner="Doyle")]
    groups = grouped(actions, (), Order.OWNER)
    assert [(group.heading, group.of) for group in groups] == [
        (Heading.OWNER, "Doyle"),
        (Heading.OWNER, "patel"),
        (Heading.OWNER, ""),
    ]


def test_actions_are_grouped_by_barrier():
    actions = [action("a", barrier="x"), action("b"), action("c", barrier="x")]
    groups = grouped(actions, (), Order.BARRIER)
    assert [[a.id for a in group.actions] for group in groups] == [["a", "c"], ["b"]]


def test_an_empty_plan_has_no_groups():
    assert grouped((), (), Order.DATE) == ()


def test_an_action_on_a_blocking_must_have_is_a_condition_for_ready():
    results = found()
    assessment = results.assessment.changed(
        actions=(action("a", topic="PU1"), action("b", topic="CU1"), action("c"))
    )
    assert conditions_for_ready(work_out(assessment, results.content)) == {"a"}


def test_an_action_in_a_dimension_that_is_a_condition_counts_too():
    results = found((barrier("fear", "CU1", "culture"),), PU1="3")
    assert results.readiness.conditions == ("purpose", "culture")
    assessment = results.assessment.changed(
        actions=(action("a", barrier="fear"), action("b", topic="CU1"), action("c", topic="PR1"))
    )
    assert conditions_for_ready(work_out(assessment, results.content)) == {"a", "b"}


def test_arranging_brings_the_named_into_order_and_leaves_the_others_in_their_places():
    of = plan(action("a"), action("b"), action("c"), action("d"))
    assert names(arrange(of, ["d", "a"])) == "dbca"
    assert names(arrange(of, ["c", "c", "nobody", "b"])) == "acbd"
    assert arrange(of, []) == of


def test_their_own_order_is_that_of_the_plan():
    some = (action("b", due="2027-01-01"), action("a", due="2026-01-01"))
    (group,) = grouped(some, (), Order.OWN)
    assert [a.id for a in group.actions] == ["b", "a"]


@pytest.mark.parametrize(
    ("due", "status", "is_due"),
    [
        ("2026-11-30", "todo", True),
        ("2026-11-01", "doing", True),
        ("2025-12-31", "stuck", True),
        ("2026-12-01", "todo", False),
        ("2026-11-30", "done", False),
        ("", "todo", False),
    ],
)
def test_due_this_month_is_what_is_overdue_too_and_never_what_is_done(due, status, is_due):
    one = action("a", due=due, status=ActionStatus(status))
    assert is_due_this_month(one, date(2026, 11, 25)) == is_due
