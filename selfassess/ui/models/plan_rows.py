"""The rows of the action plan, and everything about one action."""

from dataclasses import dataclass
from datetime import date

from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.plan import (
    Group,
    Heading,
    Order,
    conditions_for_ready,
    due_date,
    grouped,
    is_due_this_month,
    is_overdue,
)
from selfassess.core.results import Results
from selfassess.core.scoring import ESSENTIAL
from selfassess.reports.phrases import said
from selfassess.ui.dates import brief_day, short_day
from selfassess.ui.models.conditions import STATUS_ICONS
from selfassess.ui.models.partners import partners_to_show
from selfassess.words import Words
from selfassess.words.names import name_of


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An action in the plan.

    Attributes:
        id: The action's id.
        words: What is to be done.
        second: Where it comes from; may be empty.
        barrier: The barrier it works on; may be empty.
        owner: Who does it; empty for nobody yet.
        partner: The place of the partner whose name the owner bears; None if none is named.
        due: The date in words; may be empty.
        overdue: It should have been done.
        status: The word for where it stands.
        icon: The disc for it.
    """

    id: str
    words: str
    second: str
    barrier: str
    owner: str
    partner: int | None
    due: str
    overdue: bool
    status: str
    icon: str


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """Actions under a heading."""

    key: str
    name: str
    count: str
    is_done: bool
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class Lift:
    """What an action will lift: a question from its level to the essential one."""

    topic: str
    title: str
    level: int | None
    to: int


@dataclass(frozen=True, slots=True)
class ActionView:
    """Everything that the side pane says of an action.

    Attributes:
        action: The action.
        due: The date in words; what was written where it is no date.
        lift: What it will lift; None if it names no question.
        barrier: The name of its barrier; empty for none.
        case: The title of the case study it came from; empty for none.
    """

    action: Action
    due: str
    lift: Lift | None
    barrier: str
    case: str


def plan_groups(
    results: Results, order: Order, today: date, words: Words, *, this_month: bool = False
) -> tuple[PlanGroup, ...]:
    """Return the groups of the plan in reading order; of this month only, or all."""
    actions = results.assessment.actions
    if this_month:
        actions = tuple(a for a in actions if is_due_this_month(a, today))
    groups = grouped(actions, conditions_for_ready(results), order)
    return tuple(_group(group, results, today, words) for group in groups)


def plan_sentence(results: Results, today: date, words: Words) -> str:
    """Say how many actions there are, and how many want looking after."""
    actions = results.assessment.actions
    done = sum(action.status is ActionStatus.DONE for action in actions)
    overdue = sum(is_overdue(action, today) for action in actions)
    month = sum(is_due_this_month(action, today) for action in actions) - overdue
    ownerless = sum(not a.owner and a.status is not ActionStatus.DONE for a in actions)
    parts = [words("{count} done", count=done)]
    if overdue:
        parts.append(words("{count} overdue", count=overdue))
    if month:
        parts.append(words("{count} due this month", count=month))
    if ownerless:
        parts.append(words("{count} without an owner", count=ownerless))
    return words.plural(
        "{count} action. {parts}.",
        "{count} actions. {parts}.",
        len(actions),
        parts=", ".join(parts),
    )


def action_view(id_: str, results: Results, words: Words) -> ActionView | None:
    """Return everything about an action; None if the plan has none of that id."""
    action = next((a for a in results.assessment.actions if a.id == id_), None)
    if action is None:
        return None
    due = due_date(action)
    case = results.content.case(action.case)
    return ActionView(
        action=action,
        due=brief_day(due) if due else action.due,
        lift=_lift(action, results, words),
        barrier=_barrier_name(action, results, words),
        case=case.title if case else "",
    )


def _lift(action: Action, results: Results, words: Words) -> Lift | None:
    score = results.topic(action.topic)
    if score is None:
        return None
    level = int(score.value) if score.value is not None else None
    if level is not None and level >= ESSENTIAL:
        return None
    return Lift(score.id, said(score.topic.title, words), level, ESSENTIAL)


def _group(group: Group, results: Results, today: date, words: Words) -> PlanGroup:
    count = len(group.actions)
    return PlanGroup(
        key=f"{group.heading.value} {group.of}",
        name=_heading(group, results, words),
        count=words.plural("{count} action", "{count} actions", count),
        is_done=group.heading is Heading.DONE,
        rows=tuple(_row(action, results, today, words) for action in group.actions),
    )


def _heading(group: Group, results: Results, words: Words) -> str:
    match group.heading:
        case Heading.CONDITIONS:
            return words("Conditions for ready")
        case Heading.NEXT:
            return words("Next")
        case Heading.DONE:
            return words("Done")
        case Heading.OWNER:
            return group.of or words("No owner yet")
    barrier = results.content.barrier(group.of)
    return said(barrier.name, words) if barrier else words("No barrier")


def _row(action: Action, results: Results, today: date, words: Words) -> PlanRow:
    due = due_date(action)
    return PlanRow(
        id=action.id,
        words=action.text or words("New action"),
        second=_second(action, results, words),
        barrier=_barrier_name(action, results, words),
        owner=action.owner,
        partner=_partner(action.owner, results),
        due=short_day(due, today) if due else action.due,
        overdue=is_overdue(action, today),
        status=name_of(action.status, words),
        icon=STATUS_ICONS[action.status],
    )


def _second(action: Action, results: Results, words: Words) -> str:
    score = results.topic(action.topic)
    if score is not None and score.must_have:
        return words("Must-have {topic}", topic=score.id)
    case = results.content.case(action.case)
    return words("Idea from {place}", place=case.place) if case else ""


def _barrier_name(action: Action, results: Results, words: Words) -> str:
    barrier = results.content.barrier(action.barrier)
    return said(barrier.name, words) if barrier else action.barrier


def _partner(owner: str, results: Results) -> int | None:
    named = [p for p in partners_to_show(results) if p.name.casefold() in owner.casefold()]
    return max(named, key=lambda p: len(p.name)).place if named else None
