"""Readiness: may the partnership go on from this step to the next, and what stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfassess.core.assessment import Round
from selfassess.core.codes import MustHaveStatus, Statement
from selfassess.core.scoring import ESSENTIAL, DimensionScore, TopicScore, bites_at


@dataclass(frozen=True, slots=True)
class BelowAgreed:
    """An organisation that stands below an agreed must-have.

    Attributes:
        topic: The must-have agreed at 3 or more.
        organisation: Who stands below 3.
    """

    topic: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """The statement, and everything that it rests on.

    Attributes:
        statement: Not yet, with conditions, or ready.
        enough: At least half of the applicable topics of the chosen set have a value.
        known: How many of them have one.
        applicable: How many of them apply.
        blocked_by: Not yet: must-haves that bite and are not met; with conditions: those that begin
            to bite at the next step and are not met; ready: none. In walk order.
        conditions: Dimensions that count at this step and are below 3, without value or resting on
            one topic; only with conditions. In walk order.
        not_applicable: Must-haves that bite at this step and don't apply.
        not_answered: Organisations that have not answered.
        below_agreed: Organisations below an agreed must-have that bites.
        met: Must-haves that bite at this step and are met.
        biting: Must-haves that bite at this step.
    """

    statement: Statement
    enough: bool
    known: int
    applicable: int
    blocked_by: tuple[str, ...]
    conditions: tuple[str, ...]
    not_applicable: tuple[str, ...]
    not_answered: tuple[str, ...]
    below_agreed: tuple[BelowAgreed, ...]
    met: tuple[str, ...]
    biting: tuple[str, ...]


def readiness(
    round_: Round, topics: Sequence[TopicScore], dimensions: Sequence[DimensionScore]
) -> Readiness:
    """Say whether a partnership may go on, from its topics and dimensions, both in walk order."""
    main = [topic for topic in topics if not topic.of_module]
    biting = [topic for topic in main if topic.bites]
    not_met = [topic.id for topic in biting if topic.status and topic.status.holds_back]
    next_not_met = [
        topic.id
        for topic in main
        if topic.status
        and topic.status.holds_back
        and not topic.bites
        and bites_at(topic.topic, round_, round_.step.following)
    ]
    not_applicable = [t.id for t in biting if t.status is MustHaveStatus.NOT_APPLICABLE]
    conditions = [d.id for d in dimensions if _is_condition(d, round_)]
    silent = not_answered(round_, main)
    below = _below_agreed(biting)
    if not_met:
        statement = Statement.NOT_YET
    elif conditions or next_not_met or silent or not_applicable or below:
        statement = Statement.WITH_CONDITIONS
    else:
        statement = Statement.READY
    applicable = [topic for topic in main if topic.applicable]
    known = [topic for topic in applicable if topic.value is not None]
    with_conditions = statement is Statement.WITH_CONDITIONS
    return Readiness(
        statement=statement,
        enough=bool(applicable) and len(known) * 2 >= len(applicable),
        known=len(known),
        applicable=len(applicable),
        blocked_by=tuple(next_not_met if with_conditions else not_met),
        conditions=tuple(conditions) if with_conditions else (),
        not_applicable=tuple(not_applicable),
        not_answered=silent,
        below_agreed=below,
        met=tuple(t.id for t in biting if t.status is MustHaveStatus.MET),
        biting=tuple(t.id for t in biting),
    )


def not_answered(round_: Round, topics: Sequence[TopicScore]) -> tuple[str, ...]:
    """Return the organisations that have not answered.

    An organisation has answered when it has given a level to at least half of the applicable topics
    of the chosen set on which it takes part; none left: it has answered.
    """
    applicable = [topic for topic in topics if topic.applicable and not topic.of_module]
    missing = []
    for place, organisation in enumerate(round_.organisations):
        stands = [topic.stands[place] for topic in applicable]
        part = [stand for stand in stands if stand.takes_part]
        given = sum(stand.level is not None for stand in part)
        if given * 2 < len(part):
            missing.append(organisation.id)
    return tuple(missing)


def _is_condition(dimension: DimensionScore, round_: Round) -> bool:
    if dimension.dimension.counts_from.place > round_.step.place:
        return False
    if dimension.value is None or dimension.rests_on_one:
        return True
    return dimension.value < ESSENTIAL


def _below_agreed(biting: Sequence[TopicScore]) -> tuple[BelowAgreed, ...]:
    return tuple(
        BelowAgreed(topic.id, stand.organisation)
        for topic in biting
        if isinstance(topic.agreed, int) and topic.agreed >= ESSENTIAL
        for stand in topic.stands
        if stand.level is not None and stand.level < ESSENTIAL
    )
