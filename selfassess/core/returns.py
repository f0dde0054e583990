"""Return: what a partnership hands to a region or centre, in codes and figures, naming nobody."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from selfassess.core.asked import asked_in
from selfassess.core.assessment import Assessment, Round
from selfassess.core.barriers import Barrier
from selfassess.core.codes import (
    POLICY_AREAS,
    SECTORS,
    ActionStatus,
    Agreement,
    Confidence,
    Evidence,
    Kind,
    Reach,
    Set,
    Statement,
    Step,
)
from selfassess.core.content import Content
from selfassess.core.diagnosis import Diagnosis, diagnose
from selfassess.core.levels import ballot
from selfassess.core.questionnaire import Id, TopicId
from selfassess.core.readiness import readiness
from selfassess.core.scoring import (
    DimensionScore,
    TopicScore,
    score_dimension,
    score_dimensions,
    score_topics,
)
from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.core.value import Value

FORMAT = 1
LONGEST_TEXT = 20_000
_OTHER = "other"
_KEY_LENGTH = 16
_MONTH_LENGTH = len("2026-09")

LevelValue = Annotated[float, Field(ge=1, le=5)]
Part = Annotated[float, Field(ge=0, le=1)]
Number = Annotated[int, Field(ge=0, le=1_000_000)]
Month = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}(-[A-Z]{3})?$")]
Version = Annotated[str, Field(max_length=40)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


class TextKind(StrEnum):
    """Free text that goes only if it is ticked."""

    PURPOSE = "purpose"  # what is shared, and so that what
    STORY = "story"  # what goes wrong, in their own words
    ACTIONS = "actions"  # what they do about a barrier
    REASONS = "reasons"  # why a barrier was set aside


class Withheld(StrEnum):
    """What a return holds back because fewer than three would stand behind it."""

    PEOPLE = "people"
    ORGANISATIONS = "organisations"
    AGREEMENT = "agreement"


class Used(Value):
    """A questionnaire or module by id and version."""

    id: Id
    version: Version


class ReturnedDimension(Value):
    """A dimension over the questions of the short set, so that places can be compared.

    `value`, `low` and `high` are 1 to 5, before must-haves hold them; None if not known.
    `known` is the share of its questions that have a value; `held_by` names must-haves not met.
    """

    id: Id
    value: LevelValue | None
    low: LevelValue | None
    high: LevelValue | None
    known: Part | None
    held_by: Annotated[tuple[TopicId, ...], Field(max_length=100)] = ()
    agreement: Agreement | None
    confidence: Confidence | None


class ReturnedBecause(Value):
    """An answer behind a barrier: the topic, its value from 1 to 5, and the grade of evidence."""

    topic: TopicId
    value: LevelValue
    evidence: Evidence


class ReturnedBarrier(Value):
    """A barrier that the answers raise, and because of what."""

    id: Id
    dimension: Id
    kind: Kind
    reach: Reach
    strength: Part
    strength_high: Part
    confidence: Confidence
    holds_back: bool
    outside_control: bool
    set_aside: bool
    pattern: Id | None
    because: Annotated[tuple[ReturnedBecause, ...], Field(max_length=100)]


class ReturnedRound(Value):
    """One round with answers; counts of people and partners are None where withheld."""

    month: Month | None
    questionnaire: Used
    modules: Annotated[tuple[Used, ...], Field(max_length=50)]
    set: Set
    step: Step
    sectors: Annotated[tuple[Code, ...], Field(max_length=50)]
    organisations: Number | None
    people: Number | None
    asked: Number
    known: Number
    statement: Statement
    enough: bool
    blocked_by: Annotated[tuple[TopicId, ...], Field(max_length=100)]
    conditions: Annotated[tuple[Id, ...], Field(max_length=100)]
    dimensions: Annotated[tuple[ReturnedDimension, ...], Field(max_length=50)]
    looked_for: Annotated[tuple[Id, ...], Field(max_length=500)]
    """The barriers of which a sign was asked: only these can be raised."""
    barriers: Annotated[tuple[ReturnedBarrier, ...], Field(max_length=500)]
    withheld: Annotated[tuple[Withheld, ...], Field(max_length=10)]


class Tried(Value):
    """How many actions on a barrier stand where."""

    barrier: Id
    todo: Number = 0
    doing: Number = 0
    done: Number = 0
    stuck: Number = 0


class FreeText(Value):
    """Words of the partnership that were ticked; `about` is a barrier's id, or empty."""

    kind: TextKind
    about: Annotated[str, Field(max_length=80)] = ""
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]


class Return(Value):
    """What is handed over: all of it, and nothing else.

    `place` is made of the file's own number: equal for the same assessment, and of no other
    meaning. `handed_over` is an ISO date.
    """

    format: Literal[1] = 1
    written_by: Annotated[str, Field(max_length=80)] = ""
    place: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    handed_over: date | None = None
    fictional: bool = False
    country: Country | None
    policy_areas: Annotated[tuple[Code, ...], Field(max_length=50)]
    rounds: Annotated[tuple[ReturnedRound, ...], Field(min_length=1, max_length=200)]
    tried: Annotated[tuple[Tried, ...], Field(max_length=500)]
    texts: Annotated[tuple[FreeText, ...], Field(max_length=1000)] = ()

    @property
    def latest(self) -> ReturnedRound:
        """The latest round with answers."""
        return self.rounds[-1]


class NothingToReturnError(LookupError):
    """No round of the assessment has an answer yet."""


def make_return(
    assessment: Assessment,
    rounds: Sequence[ReturnedRound | None],
    barriers: Collection[str],
    *,
    handed_over: date | None = None,
    written_by: str = "",
    ticked: Collection[TextKind] = (),
) -> Return:
    """Make the return of an assessment.

    Args:
        assessment: The assessment.
        rounds: Its rounds in order, each by `return_round`; those without answers are left out.
        barriers: The ids of all barriers that the content knows.
        handed_over: The day of the hand-over.
        written_by: The program and its version.
        ticked: The free text that may go.

    Raises:
        NothingToReturnError: no round has answers.
    """
    with_answers = tuple(round_ for round_ in rounds if round_ is not None)
    if not with_answers:
        raise NothingToReturnError
    partnership = assessment.partnership
    return Return(
        written_by=written_by,
        place=place_of(assessment.id),
        handed_over=handed_over,
        fictional=assessment.fictional,
        country=_country(partnership.country),
        policy_areas=_codes(partnership.policy_areas, POLICY_AREAS),
        rounds=with_answers,
        tried=_tried(assessment, barriers),
        texts=_texts(assessment, barriers, ticked),
    )


def place_of(assessment: str) -> str:
    """Return the number that stands for an assessment in returns and portfolios."""
    return sha256(f"return of {assessment}".encode()).hexdigest()[:_KEY_LENGTH]


def return_round(assessment: Assessment, round_: Round, content: Content) -> ReturnedRound | None:
    """Return what a round hands over; None where nothing in it has a value.

    Args:
        assessment: The assessment.
        round_: One of its rounds.
        content: The content with the questionnaire and modules that the round was answered with.
    """
    asked = asked_in(round_, content.questionnaire, content.modules)
    organisation_of = {r.id: r.organisation for r in assessment.respondents}
    topics = score_topics(asked, round_, ballot(round_, organisation_of))
    known = sum(topic.value is not None for topic in topics)
    if not known:
        return None
    stated = readiness(round_, topics, score_dimensions(asked, topics))
    organisations, people = _voices(round_, topics)
    few_partners = len(organisations) < SMALLEST_GROUP
    few_people = people < SMALLEST_GROUP
    withheld = (
        *((Withheld.PEOPLE,) if few_people else ()),
        *((Withheld.ORGANISATIONS, Withheld.AGREEMENT) if few_partners else ()),
    )
    barriers = content.barriers_in(round_)
    asked_topics = {topic.id for topic in topics if topic.applicable}
    return ReturnedRound(
        month=_month(round_.date),
        questionnaire=Used(id=round_.questionnaire.id, version=round_.questionnaire.version[:40]),
        modules=tuple(Used(id=m.id, version=m.version[:40]) for m in round_.modules),
        set=round_.set,
        step=round_.step,
        sectors=_codes([o.sector for o in round_.organisations], SECTORS),
        organisations=None if few_partners else len(organisations),
        people=None if few_people else people,
        asked=len(topics),
        known=known,
        statement=stated.statement,
        enough=stated.enough,
        blocked_by=stated.blocked_by,
        conditions=stated.conditions,
        dimensions=tuple(
            _dimension(
                score_dimension(dimension, _of_short_set(topics, dimension.id)),
                agreement=not few_partners,
            )
            for dimension in content.questionnaire.dimensions
        ),
        looked_for=tuple(b.id for b in barriers if not asked_topics.isdisjoint(_signs(b))),
        barriers=tuple(
            _barrier(found)
            for found in diagnose(assessment, round_, barriers, topics)
            if found.raised
        ),
        withheld=withheld,
    )


def _of_short_set(topics: Sequence[TopicScore], dimension: str) -> list[TopicScore]:
    return [
        topic
        for topic in topics
        if topic.dimension == dimension and not topic.of_module and topic.topic.set is Set.SHORT
    ]


def _signs(barrier: Barrier) -> Iterator[str]:
    yield from (sign.topic for sign in barrier.signs)
    yield from (sign.topic for pattern in barrier.patterns for sign in pattern.signs)


def _dimension(score: DimensionScore, *, agreement: bool) -> ReturnedDimension:
    return ReturnedDimension(
        id=score.id,
        value=score.value,
        low=score.low,
        high=score.high,
        known=score.coverage,
        held_by=score.capped_by,
        agreement=score.agreement if agreement else None,
        confidence=score.confidence,
    )


def _barrier(found: Diagnosis) -> ReturnedBarrier:
    barrier = found.barrier
    return ReturnedBarrier(
        id=barrier.id,
        dimension=barrier.dimension,
        kind=barrier.kind,
        reach=barrier.reach,
        strength=min(found.strength, 1.0),
        strength_high=min(found.strength_high, 1.0),
        confidence=found.confidence,
        holds_back=found.blocks,
        outside_control=found.outside_control,
        set_aside=bool(found.aside),
        pattern=found.pattern.id if found.pattern else None,
        because=tuple(
            ReturnedBecause(topic=b.topic.id, value=b.value, evidence=b.topic.evidence)
            for b in found.because
            if b.value is not None
        ),
    )


def _voices(round_: Round, topics: Sequence[TopicScore]) -> tuple[set[str], int]:
    """Return the organisations that gave a level, and how many people answered."""
    spoke = {s.organisation for t in topics for s in t.stands if s.level is not None}
    people = {answer.respondent for answer in round_.answers if answer.level is not None}
    return spoke, len(people)


def _tried(assessment: Assessment, barriers: Collection[str]) -> tuple[Tried, ...]:
    counts: dict[str, dict[str, int]] = {}
    for action in assessment.actions:
        if action.barrier in barriers:
            of_barrier = counts.setdefault(action.barrier, dict.fromkeys(map(str, ActionStatus), 0))
            of_barrier[action.status] += 1
    return tuple(Tried(barrier=id_, **of_barrier) for id_, of_barrier in sorted(counts.items()))


def _texts(
    assessment: Assessment, barriers: Collection[str], ticked: Collection[TextKind]
) -> tuple[FreeText, ...]:
    purpose = assessment.partnership.purpose
    all_texts = [
        (TextKind.PURPOSE, "", purpose.what),
        (TextKind.PURPOSE, "", purpose.so_that),
        (TextKind.STORY, "", assessment.partnership.story),
        *((TextKind.ACTIONS, action.barrier, action.text) for action in assessment.actions),
        *((TextKind.REASONS, aside.barrier, aside.reason) for aside in assessment.set_aside),
    ]
    return tuple(
        FreeText(
            kind=kind, about=about if about in barriers else "", text=text.strip()[:LONGEST_TEXT]
        )
        for kind, about, text in all_texts
        if kind in ticked and text.strip()
    )


def _codes(given: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the known codes in their order; whatever else was written there is “other”."""
    codes = {code if code in known else _OTHER for code in given}
    return tuple(code for code in dict.fromkeys((*known, _OTHER)) if code in codes)


def _country(code: str) -> str | None:
    """Return a nation or country by its code; anything else could be a name."""
    whole = code.replace("-", "", 1)
    fits = whole.isascii() and whole.isupper() and whole.isalpha()
    return code if fits and code[2:3] in ("", "-") and len(code) in (2, 6) else None


def _month(day: str) -> str | None:
    """Return the month of an ISO date; anything else could be a name."""
    try:
        return date.fromisoformat(day).isoformat()[:_MONTH_LENGTH]
    except ValueError:
        return None
