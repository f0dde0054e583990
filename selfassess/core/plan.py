"""Plan: the actions of a partnership, how they change, and in which order they are read."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby
from typing import Any

from selfassess.core.assessment import Action, Assessment
from selfassess.core.codes import ActionStatus
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.matching import Match
from selfassess.core.results import Results
from selfassess.core.sequence import sequence
from selfassess.core.text import SOURCE_LANGUAGE

DRAFTED_BARRIERS = 3
"""A drafted plan has the first steps of so many barriers."""


def add_action(assessment: Assessment, action: Action) -> Assessment:
    """Add an action at the end of the plan."""
    return assessment.changed(actions=(*assessment.actions, action))


def change_action(assessment: Assessment, id_: str, **fields: Any) -> Assessment:
    """Change an action: its text, owner, due date, status or note."""
    return assessment.changed(
        actions=tuple(a.changed(**fields) if a.id == id_ else a for a in assessment.actions)
    )


def remove_action(assessment: Assessment, id_: str) -> Assessment:
    """Take an action out of the plan."""
    return assessment.changed(actions=tuple(a for a in assessment.actions if a.id != id_))


def move_action(assessment: Assessment, id_: str, steps: int) -> Assessment:
    """Move an action up (negative) or down the plan, at most to its end."""
    actions = list(assessment.actions)
    places = [place for place, action in enumerate(actions) if action.id == id_]
    for place in places:
        moved = actions.pop(place)
        actions.insert(max(0, min(len(actions), place + steps)), moved)
    return assessment.changed(actions=tuple(actions))


def arrange(assessment: Assessment, ids: Sequence[str]) -> Assessment:
    """Bring actions into the order of these ids; the others stay in their places."""
    by_id = {action.id: action for action in assessment.actions}
    wanted = [by_id[id_] for id_ in dict.fromkeys(ids) if id_ in by_id]
    listed = {action.id for action in wanted}
    following = iter(wanted)
    return assessment.changed(
        actions=tuple(next(following) if a.id in listed else a for a in assessment.actions)
    )


def next_status(status: ActionStatus) -> ActionStatus:
    """Return the status after this one; not started follows the last."""
    order = tuple(ActionStatus)
    return order[(order.index(status) + 1) % len(order)]


def step_action(found: Diagnosis, place: int, id_: str, language: str = SOURCE_LANGUAGE) -> Action:
    """Make an action of a barrier's first step.

    Args:
        found: What the answers say of the barrier.
        place: The place of the step, from 0.
        id_: The id of the action.
        language: The language its text is taken in.
    """
    return Action(
        id=id_,
        text=found.barrier.first_steps[place].text.say(language),
        barrier=found.barrier.id,
        topic=_must_have_behind(found),
    )


def planned_step(assessment: Assessment, found: Diagnosis, place: int) -> Action | None:
    """Return the action that was made of a first step, if it still has the step's words."""
    said = {text for _language, text in found.barrier.first_steps[place].text.said}
    return next(
        (a for a in assessment.actions if a.barrier == found.barrier.id and a.text in said), None
    )


def draft_plan(
    assessment: Assessment,
    found: Sequence[Diagnosis],
    new_id: Callable[[], str],
    language: str = SOURCE_LANGUAGE,
    cases: Sequence[Match] = (),
) -> Assessment:
    """Add the first steps of the three most pressing barriers, but for those in the plan already.

    They come in the order of `sequence`: foundations, quick wins, and what depends on them.

    Args:
        assessment: The assessment.
        found: The barriers, in order.
        new_id: Makes an id that nobody has used.
        language: The language the steps are taken in.
        cases: Ranked case studies; each action names the one that its barrier is told of in.
    """
    for step in sequence(found, cases, DRAFTED_BARRIERS):
        if planned_step(assessment, step.found, step.place) is None:
            made = step_action(step.found, step.place, new_id(), language)
            of_case = made.changed(case=step.case.id) if step.case else made
            assessment = add_action(assessment, of_case)
    return assessment


def due_date(action: Action) -> date | None:
    """Return the day by which an action is due; None where none is set or it is no date."""
    try:
        return date.fromisoformat(action.due)
    except ValueError:
        return None


def is_overdue(action: Action, today: date) -> bool:
    """Say whether an action should have been done before today and is not."""
    due = due_date(action)
    return due is not None and due < today and action.status is not ActionStatus.DONE


def is_due_this_month(action: Action, today: date) -> bool:
    """Say whether an action that is not done is due by the end of the month, or overdue."""
    due = due_date(action)
    if due is None or action.status is ActionStatus.DONE:
        return False
    return (due.year, due.month) <= (today.year, today.month)


class Order(Enum):
    """What the actions of a plan are sorted by; by their own order they are not sorted at all."""

    OWN = "own"
    DATE = "date"
    OWNER = "owner"
    BARRIER = "barrier"


class Heading(Enum):
    """What a group of actions stands under."""

    CONDITIONS = "conditions"
    NEXT = "next"
    OWNER = "owner"
    BARRIER = "barrier"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Group:
    """Actions under one heading.

    Attributes:
        heading: What they stand under.
        of: The owner or barrier id that they share; empty under other headings, or for none.
        actions: The actions in order, at least one.
    """

    heading: Heading
    of: str
    actions: tuple[Action, ...]


def conditions_for_ready(results: Results) -> frozenset[str]:
    """Return the ids of the actions that work on what blocks the statement or makes it conditional.

    An action does so through the topic it names, or through the dimension of its topic or barrier.
    """
    stated = results.readiness
    dimension_of = {topic.id: topic.dimension for topic in results.topics}
    dimension_of |= {d.barrier.id: d.barrier.dimension for d in results.barriers}
    return frozenset(
        action.id
        for action in results.assessment.actions
        if action.topic in stated.blocked_by
        or dimension_of.get(action.topic) in stated.conditions
        or dimension_of.get(action.barrier) in stated.conditions
    )


def grouped(actions: Sequence[Action], first: Collection[str], order: Order) -> tuple[Group, ...]:
    """Group a plan: conditions for ready first, then the rest, done last; no group is empty.

    Args:
        actions: The actions.
        first: Ids of those that are conditions for ready.
        order: What the rest is sorted by; within a group it is the date, but for their own order.
    """
    own = order is Order.OWN
    dated = actions if own else sorted(actions, key=lambda a: due_date(a) or date.max)
    done = [a for a in dated if a.status is ActionStatus.DONE]
    open_ = [a for a in dated if a.status is not ActionStatus.DONE]
    conditions = [a for a in open_ if a.id in first]
    rest = [a for a in open_ if a.id not in first]
    groups = (
        Group(Heading.CONDITIONS, "", tuple(conditions)),
        *_sorted_by(rest, order),
        Group(Heading.DONE, "", tuple(done)),
    )
    return tuple(group for group in groups if group.actions)


def _sorted_by(actions: list[Action], order: Order) -> tuple[Group, ...]:
    if order in (Order.OWN, Order.DATE):
        return (Group(Heading.NEXT, "", tuple(actions)),)
    by_owner = order is Order.OWNER
    heading = Heading.OWNER if by_owner else Heading.BARRIER

    def shared(action: Action) -> str:
        return action.owner if by_owner else action.barrier

    known = sorted(actions, key=lambda a: (not shared(a), shared(a).casefold()))
    return tuple(Group(heading, of, tuple(some)) for of, some in groupby(known, key=shared))


def _must_have_behind(found: Diagnosis) -> str:
    scores = (because.topic for because in found.because)
    return next((s.id for s in scores if s.status is not None and s.status.holds_back), "")
