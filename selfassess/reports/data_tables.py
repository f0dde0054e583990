"""Data tables: what a report tells other programs, field by field; a public interface.

The JSON Schema, the data dictionary and the heads of the CSV tables are all made of these models.
A field is never renamed or given another meaning without a new `schema_version`.
"""

from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from selfassess.core.assessment import Counts
from selfassess.core.codes import (
    ActionStatus,
    Agreement,
    Confidence,
    Evidence,
    Kind,
    Mode,
    MustHaveStatus,
    Priority,
    Reach,
    Set,
    Statement,
    Step,
)
from selfassess.core.comparison import Move
from selfassess.core.fitting import Rule
from selfassess.core.library import ReasonKind
from selfassess.core.value import Value

VERSION: Final = "1"
LEVEL, SHARE, SCORE = "level, 1 to 5", "0 to 1", "points"
PEOPLE, PARTNERS, QUESTIONS = "people", "partners", "questions"


@dataclass(frozen=True, slots=True)
class Told:
    """What a field tells, and what it is counted in; stands beside its type."""

    meaning: str
    unit: str = ""

    def rules(self) -> tuple[Rule, ...]:
        """Any value of the type will do."""
        return ()

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        unit = {"unit": self.unit} if self.unit else {}
        return {**handler(core_schema), "description": self.meaning, **unit}


Votes = Annotated[
    Counts | None,
    Told("How many answers there are at levels 1, 2, 3, 4 and 5; empty where withheld", "answers"),
]
Codes = tuple[str, ...]


class About(Value):
    """What the report is of. One row."""

    schema_version: Annotated[Literal["1"], Told("Version of these tables")] = VERSION
    program_version: Annotated[str, Told("Version of the program that wrote them")]
    report_date: Annotated[str, Told("Day of the report", "ISO 8601 date")]
    language: Annotated[str, Told("Language of names and sentences", "ISO 639 code")]
    assessment: Annotated[str, Told("Id of the assessment; it never changes")]
    partnership: Annotated[str, Told("Name of the partnership")]
    fictional: Annotated[bool, Told("It is a made-up example")]
    anonymous: Annotated[bool, Told("It holds no names or roles of people")]
    withheld: Annotated[bool, Told("It is a copy to hand upwards: who said what was left out")]
    lettered: Annotated[bool, Told("A letter stands for each partner")]
    purpose: Annotated[str, Told("What is shared between whom so that what, as a sentence")]
    story: Annotated[str, Told("What goes wrong, in the partnership’s own words")]
    country: Annotated[str, Told("Nation or country", "ISO 3166 code, such as GB-ENG")]
    country_ons: Annotated[
        str | None, Told("The same for the United Kingdom and its nations", "ONS code (GSS)")
    ]
    area: Annotated[str | None, Told("Area, where its code was given", "ONS code (GSS)")]
    area_name: Annotated[str, Told("The partnership’s own name for the place; may be empty")]
    policy_areas: Annotated[Codes, Told("Codes of the policy areas")]
    sectors: Annotated[Codes, Told("Codes of the partners’ sectors; none where letters stand")]
    partners: Annotated[int, Told("How many partners there are", PARTNERS)]
    people: Annotated[int, Told("How many people have answered", PEOPLE)]
    round: Annotated[str, Told("Name of the round")]
    round_date: Annotated[str | None, Told("When it began, where that is known", "ISO 8601 date")]
    step: Annotated[Step, Told("Step of the journey")]
    question_set: Annotated[Set, Told("Which questions were asked")]
    high_risk: Annotated[bool, Told("People could be seriously harmed")]
    safety_at_stake: Annotated[bool, Told("Somebody’s safety can depend on it")]
    questionnaire: Annotated[str, Told("Id of the questionnaire")]
    questionnaire_version: Annotated[str, Told("Version of the questionnaire")]
    modules: Annotated[Codes, Told("Ids of the modules asked, each with its version")]
    barriers_version: Annotated[str, Told("Version of the barrier catalogue")]
    statement: Annotated[Statement, Told("The readiness statement")]
    enough: Annotated[bool, Told("At least half of the questions that apply have a level")]
    questions_known: Annotated[int, Told("Questions with a level", QUESTIONS)]
    questions_applicable: Annotated[int, Told("Questions that apply", QUESTIONS)]
    blocked_by: Annotated[Codes, Told("Ids of questions that stand against the statement")]
    conditions: Annotated[Codes, Told("Ids of dimensions that make it conditional")]
    alpha: Annotated[
        float | None,
        Told("Krippendorff’s alpha of the whole run; 1 is full agreement", "from -1 to 1"),
    ]


class DimensionRow(Value):
    """The 14 dimensions, in the order in which they are asked."""

    dimension: Annotated[str, Told("Id of the dimension")]
    name: Annotated[str, Told("Its name")]
    value: Annotated[float | None, Told("Mean of its questions; empty if not known", LEVEL)]
    low: Annotated[float | None, Told("The same with every don’t-know as 1", LEVEL)]
    high: Annotated[float | None, Told("The same with every don’t-know as 5", LEVEL)]
    band: Annotated[int | None, Told("The level reached, before must-haves hold it", LEVEL)]
    held_band: Annotated[int | None, Told("The level shown: held at 2 by must-haves", LEVEL)]
    capped: Annotated[bool, Told("A must-have holds it at 2 though its value is higher")]
    capped_by: Annotated[Codes, Told("Ids of must-haves that count now and are not met")]
    coverage: Annotated[float | None, Told("Share of its questions that are known", SHARE)]
    agreement: Annotated[Agreement | None, Told("How far views agree")]
    confidence: Annotated[Confidence | None, Told("How far the value can be relied on")]


class TopicRow(Value):
    """The questions asked: the chosen set in order, then those of modules."""

    topic: Annotated[str, Told("Id of the question, such as PU1")]
    dimension: Annotated[str, Told("Id of its dimension")]
    of_module: Annotated[bool, Told("It belongs to a module and enters no dimension’s value")]
    title: Annotated[str, Told("Its short title")]
    question: Annotated[str, Told("The question")]
    mode: Annotated[Mode, Told("How partners combine: middle, lowest or highest")]
    must_have: Annotated[bool, Told("It is a must-have for this sharing")]
    status: Annotated[MustHaveStatus | None, Told("Where it stands as a must-have")]
    applicable: Annotated[bool, Told("It applies")]
    value: Annotated[float | None, Told("How the partners combine; empty if not known", LEVEL)]
    low: Annotated[float | None, Told("The same with every don’t-know as 1", LEVEL)]
    high: Annotated[float | None, Told("The same with every don’t-know as 5", LEVEL)]
    votes: Votes
    dont_know: Annotated[int | None, Told("How many don’t know; empty where withheld", "answers")]
    not_applicable: Annotated[
        int | None, Told("How many say that it doesn’t apply; empty where withheld", "answers")
    ]
    consensus: Annotated[float | None, Told("Consensus of Tastle and Wierman", SHARE)]
    range: Annotated[int | None, Told("Highest minus lowest level given", "levels, 0 to 4")]
    agreement: Annotated[Agreement | None, Told("How far views agree")]
    evidence: Annotated[Evidence, Told("The best grade of evidence behind the value")]
    confidence: Annotated[Confidence | None, Told("How far the value can be relied on")]
    agreed: Annotated[
        int | Literal["none"] | None,
        Told("What the room settled on, or that it settled on none; empty if it did not", LEVEL),
    ]
    minority_view: Annotated[str, Told("The view that the room kept beside it")]
    answers_changed: Annotated[bool, Told("Partners have moved since the room settled")]


class PartnerRow(Value):
    """The partners; empty in a copy to hand upwards."""

    partner: Annotated[str, Told("Id of the partner in this assessment")]
    name: Annotated[str, Told("Its name")]
    sector: Annotated[str, Told("Code of its sector; empty where letters stand for partners")]
    people: Annotated[int | None, Told("How many answered; empty where anonymous", PEOPLE)]
    roles: Annotated[Codes, Told("Roles of those who answered, each once, by name")]
    names: Annotated[Codes, Told("Their names, only where they are wanted in the report")]


class AnswerRow(Value):
    """Where each partner stands on each question; empty where anonymous and in a copy upwards.

    What one person said is told nowhere; how a partner’s people spread, from three people on.
    """

    partner: Annotated[str, Told("Id of the partner")]
    topic: Annotated[str, Told("Id of the question")]
    level: Annotated[float | None, Told("Middle of its answers, or its vote in the room", LEVEL)]
    low: Annotated[float, Told("The same with every don’t-know as 1", LEVEL)]
    high: Annotated[float, Told("The same with every don’t-know as 5", LEVEL)]
    takes_part: Annotated[bool, Told("False where it says that the question doesn’t apply")]
    votes: Votes
    dont_know: Annotated[int | None, Told("How many don’t know; empty where withheld", "answers")]


class NoteRow(Value):
    """What people wrote: beside answers, by partner, and in the room; empty in a copy upwards."""

    topic: Annotated[str, Told("Id of the question")]
    partner: Annotated[str | None, Told("Id of the partner; empty where anonymous or the room")]
    text: Annotated[str, Told("What was written")]


class BarrierRow(Value):
    """The barriers: raised ones in order, then those to find out first, then those set aside."""

    place: Annotated[int, Told("Its place in the list, from 1")]
    barrier: Annotated[str, Told("Id of the barrier")]
    name: Annotated[str, Told("Its name")]
    dimension: Annotated[str, Told("Id of its dimension, or “national”")]
    listed_as: Annotated[Literal["raised", "find-out", "set-aside"], Told("How it is listed")]
    strength: Annotated[float, Told("How strongly the answers raise it", SHARE)]
    strength_high: Annotated[float, Told("The same with unknown questions as level 1", SHARE)]
    salience: Annotated[float, Told("Strength minus the mean of those listed", "from -1 to 1")]
    kind: Annotated[Kind, Told("What kind of barrier it is")]
    reach: Annotated[Reach, Told("Who can deal with it")]
    confidence: Annotated[Confidence, Told("How far it can be relied on")]
    priority: Annotated[Priority, Told("How much it matters to the partnership itself")]
    outside_control: Annotated[bool, Told("The partnership says that it can’t change it")]
    set_aside: Annotated[str, Told("Why it was set aside; empty if it was not")]


class BecauseRow(Value):
    """Which answers raise a barrier, the weightiest first."""

    barrier: Annotated[str, Told("Id of the barrier")]
    place: Annotated[int, Told("Its place among the barrier’s reasons, from 1")]
    topic: Annotated[str, Told("Id of the question")]
    value: Annotated[float | None, Told("Its value; empty if not known", LEVEL)]
    share: Annotated[float, Told("Its part of the strength; the parts add up to it", SHARE)]
    text: Annotated[str, Told("The same as a sentence")]


class CaseRow(Value):
    """The case studies that fit, the most telling first."""

    place: Annotated[int, Told("Its place in the list, from 1")]
    case: Annotated[str, Told("Id of the case study")]
    title: Annotated[str, Told("Its title")]
    score: Annotated[float, Told("How much speaks for it; the sum of its reasons", SCORE)]
    failure: Annotated[bool, Told("It tells of what went wrong, at least in part")]
    source_title: Annotated[str, Told("Title of its source")]
    source_url: Annotated[str, Told("Web address of its source", "URL")]


class CaseReasonRow(Value):
    """Why a case study fits."""

    case: Annotated[str, Told("Id of the case study")]
    kind: Annotated[ReasonKind, Told("What kind of reason it is")]
    code: Annotated[str, Told("Id or code of what is in common, or a word of the story")]
    share: Annotated[float, Told("Its part of the score", SCORE)]
    text: Annotated[str, Told("The same as a sentence")]


class ActionRow(Value):
    """The action plan, in the order in which actions were added."""

    action: Annotated[str, Told("Id of the action; it never changes")]
    text: Annotated[str, Told("What is to be done")]
    barrier: Annotated[str, Told("Id of the barrier it works on; may be empty")]
    topic: Annotated[str, Told("Id of the question it works on; may be empty")]
    case: Annotated[str, Told("Id of the case study it was taken from; may be empty")]
    owner: Annotated[str, Told("Who does it; empty for nobody yet")]
    due: Annotated[str, Told("By when; words where no date was given", "ISO 8601 date")]
    status: Annotated[ActionStatus, Told("Where it stands")]
    note: Annotated[str, Told("What else was written")]


class ChangeRow(Value):
    """What moved since the earlier round, like with like; empty where there is none."""

    of: Annotated[Literal["dimension", "topic"], Told("Whether a dimension or a question moved")]
    id: Annotated[str, Told("Id of the dimension or question")]
    earlier_round: Annotated[str, Told("Name of the earlier round")]
    before: Annotated[float | None, Told("The value then, before must-haves hold it", LEVEL)]
    after: Annotated[float | None, Told("The value now, over the same questions", LEVEL)]
    change: Annotated[float | None, Told("After minus before", "levels, -4 to 4")]
    move: Annotated[Move, Told("Which way it moved")]


class Data(Value):
    """All tables of a report. In JSON each is a list of objects, `report` a single one."""

    report: About
    dimensions: tuple[DimensionRow, ...]
    topics: tuple[TopicRow, ...]
    partners: tuple[PartnerRow, ...]
    answers: tuple[AnswerRow, ...]
    notes: tuple[NoteRow, ...]
    barriers: tuple[BarrierRow, ...]
    barrier_reasons: tuple[BecauseRow, ...]
    cases: tuple[CaseRow, ...]
    case_reasons: tuple[CaseReasonRow, ...]
    actions: tuple[ActionRow, ...]
    changes: tuple[ChangeRow, ...]
