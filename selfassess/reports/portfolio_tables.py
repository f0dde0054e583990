"""Portfolio tables: what a portfolio tells other programs, field by field; a public interface.

As with the tables of a report, schema, dictionary and heads of CSV are made of these models, and a
field is never renamed or given another meaning without a new `schema_version`.
"""

from typing import Annotated, Final, Literal

from selfassess.core.codes import ActionStatus, Agreement, Confidence, Reach, Statement
from selfassess.core.value import Value
from selfassess.reports.data_tables import LEVEL, SHARE, Codes, Told

VERSION: Final = "1"
PLACES = "partnerships"
_LEVELS = "levels, -4 to 4"

Withheld = Annotated[Codes, Told("Names of the fields of this row that are held back")]
Count = int | None
By = Literal["step", "country", "area", "year", "policy-area", "sector"]
Part = Literal["few", "some", "many", "most"]


class PortfolioAbout(Value):
    """What the figures are of. One row."""

    schema_version: Annotated[Literal["1"], Told("Version of these tables")] = VERSION
    program_version: Annotated[str, Told("Version of the program that wrote them")]
    report_date: Annotated[str, Told("Day of the report", "ISO 8601 date")]
    language: Annotated[str, Told("Language of names and sentences", "ISO 639 code")]
    places: Annotated[int, Told("How many partnerships count, each once", PLACES)]
    left_out: Annotated[int, Told("How many made-up examples do not count", PLACES)]
    made_up: Annotated[bool, Told("It holds made-up examples alone")]
    smallest_group: Annotated[int, Told("Fewer partnerships than this are not counted", PLACES)]
    questionnaire: Annotated[str, Told("Id of the questionnaire that names topics and dimensions")]
    questionnaire_version: Annotated[str, Told("Its version")]
    barriers_version: Annotated[str, Told("Version of the barrier catalogue")]


class StatementRow(Value):
    """The readiness statements, counted."""

    statement: Annotated[Statement | Literal["too-early"], Told("The statement")]
    places: Annotated[Count, Told("How many partnerships have it", PLACES)]
    withheld: Withheld


class GroupRow(Value):
    """The groups of each kind. In kinds that do not add up one can be in several groups.

    Areas of fewer than three partnerships are one group, `others`; `unknown` does not say.
    """

    by: Annotated[By, Told("What they are grouped by")]
    group: Annotated[str, Told("Code of the group: of an area its ONS code (GSS)")]
    name: Annotated[str, Told("Its name")]
    adds_up: Annotated[bool, Told("Each partnership is in one group of this kind and no other")]
    places: Annotated[Count, Told("How many partnerships are in it", PLACES)]
    withheld: Withheld


class RecurringRow(Value):
    """The barriers that the answers of some partnership raise, the most frequent first."""

    barrier: Annotated[str, Told("Id of the barrier")]
    name: Annotated[str, Told("Its name")]
    dimension: Annotated[str, Told("Id of its dimension, or “national”")]
    reach: Annotated[Reach, Told("Who can deal with it")]
    places: Annotated[Count, Told("How many partnerships raise it", PLACES)]
    looked_for: Annotated[Count, Told("How many were asked a question behind it", PLACES)]
    share: Annotated[float | None, Told("Those that raise it of those asked", SHARE)]
    holds_back: Annotated[Count, Told("In how many it holds back the next step", PLACES)]
    lower: Annotated[float | None, Told("Strength where it is raised: lower quartile", SHARE)]
    middle: Annotated[float | None, Told("Strength where it is raised: middle", SHARE)]
    upper: Annotated[float | None, Told("Strength where it is raised: upper quartile", SHARE)]
    withheld: Withheld


class BarrierConfidenceRow(Value):
    """How far a barrier can be relied on, counted."""

    barrier: Annotated[str, Told("Id of the barrier")]
    confidence: Annotated[Confidence, Told("How far it can be relied on")]
    places: Annotated[Count, Told("In how many partnerships", PLACES)]
    withheld: Withheld


class BarrierGroupRow(Value):
    """Each barrier in each group."""

    barrier: Annotated[str, Told("Id of the barrier")]
    by: Annotated[By, Told("What they are grouped by")]
    group: Annotated[str, Told("Code of the group")]
    places: Annotated[Count, Told("How many partnerships of the group raise it", PLACES)]
    withheld: Withheld


class TotalRow(Value):
    """The sums over all groups of a kind that adds up; held back where a cell of the sum is."""

    barrier: Annotated[str, Told("Id of the barrier; empty for the partnerships themselves")]
    by: Annotated[By, Told("What they are grouped by")]
    places: Annotated[Count, Told("The sum over the groups", PLACES)]
    withheld: Withheld


class StandingRow(Value):
    """How each dimension stands, over the questions of the short set, before must-haves hold it."""

    dimension: Annotated[str, Told("Id of the dimension")]
    name: Annotated[str, Told("Its name")]
    lower: Annotated[float | None, Told("Lower quartile of the values", LEVEL)]
    middle: Annotated[float | None, Told("Middle of the values", LEVEL)]
    upper: Annotated[float | None, Told("Upper quartile of the values", LEVEL)]
    known: Annotated[Count, Told("How many have a value: the sum of the levels", PLACES)]
    below: Annotated[Count, Told("How many stand below 3, the essential line", PLACES)]
    low: Annotated[Part | None, Told("Those below 3: under a quarter, a half, three, or more")]
    held: Annotated[Count, Told("How many a must-have holds back", PLACES)]
    agreement_known: Annotated[Count, Told("How many say how far partners agree", PLACES)]
    apart: Annotated[Part | None, Told("Those in which partners are apart, by the same quarters")]
    withheld: Withheld


class StandingLevelRow(Value):
    """How many partnerships stand at each level of a dimension."""

    dimension: Annotated[str, Told("Id of the dimension")]
    level: Annotated[int, Told("The level reached", LEVEL)]
    places: Annotated[Count, Told("How many stand there", PLACES)]
    withheld: Withheld


class StandingAgreementRow(Value):
    """How far partners agree in a dimension, counted."""

    dimension: Annotated[str, Told("Id of the dimension")]
    agreement: Annotated[Agreement, Told("How far views agree")]
    places: Annotated[Count, Told("In how many partnerships", PLACES)]
    withheld: Withheld


class SpreadRow(Value):
    """How each dimension spreads over all partnerships, `all`, and in each group."""

    by: Annotated[By | Literal["all"], Told("What they are grouped by")]
    group: Annotated[str, Told("Code of the group; empty for all")]
    places: Annotated[Count, Told("How many partnerships are in it", PLACES)]
    dimension: Annotated[str, Told("Id of the dimension")]
    lower: Annotated[float | None, Told("Lower quartile of the values", LEVEL)]
    middle: Annotated[float | None, Told("Middle of the values", LEVEL)]
    upper: Annotated[float | None, Told("Upper quartile of the values", LEVEL)]
    withheld: Withheld


class TrendRow(Value):
    """What moved between the last two rounds of the same questions; never why."""

    dimension: Annotated[str, Told("Id of the dimension")]
    up: Annotated[Count, Told("How many rose by half a level or more", PLACES)]
    same: Annotated[Count, Told("How many moved less", PLACES)]
    down: Annotated[Count, Told("How many fell by half a level or more", PLACES)]
    compared: Annotated[Count, Told("The sum of these", PLACES)]
    lower: Annotated[float | None, Told("Lower quartile of the change", _LEVELS)]
    middle: Annotated[float | None, Told("Middle of the change", _LEVELS)]
    upper: Annotated[float | None, Told("Upper quartile of the change", _LEVELS)]
    withheld: Withheld


class NationalRow(Value):
    """The barriers that others than the partnerships can remove, of at least three of them."""

    barrier: Annotated[str, Told("Id of the barrier")]
    places: Annotated[int, Told("How many partnerships raise it", PLACES)]
    ask: Annotated[str | None, Told("What is to be asked for, where that is written down")]


class NationalReasonRow(Value):
    """The answers that raise a national barrier in at least three partnerships."""

    barrier: Annotated[str, Told("Id of the barrier")]
    topic: Annotated[str, Told("Id of the question")]
    level: Annotated[int, Told("The level at which it stands there", LEVEL)]
    text: Annotated[str, Told("The words of that level")]
    places: Annotated[int, Told("In how many partnerships", PLACES)]


class NationalActionRow(Value):
    """Where actions on a national barrier stand; one can have actions at several."""

    barrier: Annotated[str, Told("Id of the barrier")]
    status: Annotated[ActionStatus, Told("Where the actions stand")]
    places: Annotated[Count, Told("How many partnerships have such an action", PLACES)]
    withheld: Withheld


class NationalTextRow(Value):
    """What is done about a national barrier, in words that at least three handed over."""

    barrier: Annotated[str, Told("Id of the barrier")]
    text: Annotated[str, Told("The words")]


class PortfolioData(Value):
    """All tables of a portfolio. In JSON each is a list of objects, `portfolio` a single one."""

    portfolio: PortfolioAbout
    statements: tuple[StatementRow, ...]
    groups: tuple[GroupRow, ...]
    barriers: tuple[RecurringRow, ...]
    barrier_confidence: tuple[BarrierConfidenceRow, ...]
    barrier_groups: tuple[BarrierGroupRow, ...]
    totals: tuple[TotalRow, ...]
    dimensions: tuple[StandingRow, ...]
    dimension_levels: tuple[StandingLevelRow, ...]
    dimension_agreement: tuple[StandingAgreementRow, ...]
    spreads: tuple[SpreadRow, ...]
    trends: tuple[TrendRow, ...]
    national: tuple[NationalRow, ...]
    national_reasons: tuple[NationalReasonRow, ...]
    national_actions: tuple[NationalActionRow, ...]
    national_texts: tuple[NationalTextRow, ...]
