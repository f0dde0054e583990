"""Return: what a partnership hands to a region or centre, in codes and figures, naming nobody."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from selfassess.core.areas import AreaCode
from selfassess.core.codes import Agreement, Confidence, Evidence, Kind, Reach, Set, Statement, Step
from selfassess.core.fitting import Limits
from selfassess.core.questionnaire import Id, TopicId
from selfassess.core.value import Value

FORMAT = 1
LONGEST_TEXT = 20_000
LONGEST_VERSION = 40

LevelValue = Annotated[float, Limits(ge=1, le=5)]
Part = Annotated[float, Limits(ge=0, le=1)]
Number = Annotated[int, Limits(ge=0, le=1_000_000)]
Month = Annotated[str, Limits(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Country = Annotated[str, Limits(pattern=r"^[A-Z]{2}(-[A-Z]{3})?$")]
Version = Annotated[str, Limits(max_length=LONGEST_VERSION)]
Code = Annotated[str, Limits(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


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
    held_by: Annotated[tuple[TopicId, ...], Limits(max_length=100)] = ()
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
    because: Annotated[tuple[ReturnedBecause, ...], Limits(max_length=100)]


class ReturnedRound(Value):
    """One round with answers; counts of people and partners are None where withheld."""

    month: Month | None
    questionnaire: Used
    modules: Annotated[tuple[Used, ...], Limits(max_length=50)]
    set: Set
    step: Step
    sectors: Annotated[tuple[Code, ...], Limits(max_length=50)]
    organisations: Number | None
    people: Number | None
    asked: Number
    known: Number
    statement: Statement
    enough: bool
    blocked_by: Annotated[tuple[TopicId, ...], Limits(max_length=100)]
    conditions: Annotated[tuple[Id, ...], Limits(max_length=100)]
    dimensions: Annotated[tuple[ReturnedDimension, ...], Limits(max_length=50)]
    looked_for: Annotated[tuple[Id, ...], Limits(max_length=500)]
    """The barriers of which a sign was asked: only these can be raised."""
    barriers: Annotated[tuple[ReturnedBarrier, ...], Limits(max_length=500)]
    withheld: Annotated[tuple[Withheld, ...], Limits(max_length=10)]


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
    about: Annotated[str, Limits(max_length=80)] = ""
    text: Annotated[str, Limits(min_length=1, max_length=LONGEST_TEXT)]


class Return(Value):
    """What is handed over: all of it, and nothing else.

    `place` is made of the file's own number: equal for the same assessment, and of no other
    meaning. `handed_over` is an ISO date. `area` is there only if the partnership let it go.
    """

    format: Literal[1] = 1
    written_by: Annotated[str, Limits(max_length=80)] = ""
    place: Annotated[str, Limits(pattern=r"^[0-9a-f]{16}$")]
    handed_over: date | None = None
    fictional: bool = False
    country: Country | None
    area: AreaCode | None = None
    policy_areas: Annotated[tuple[Code, ...], Limits(max_length=50)]
    rounds: Annotated[tuple[ReturnedRound, ...], Limits(min_length=1, max_length=200)]
    tried: Annotated[tuple[Tried, ...], Limits(max_length=500)]
    texts: Annotated[tuple[FreeText, ...], Limits(max_length=1000)] = ()

    @property
    def latest(self) -> ReturnedRound:
        """The latest round with answers."""
        return self.rounds[-1]
