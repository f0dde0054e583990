"""The rows of the heat map: where partners stand in each dimension, and how far they agree."""

from dataclasses import dataclass
from math import floor

from selfassess.core.codes import Agreement
from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.core.results import Results
from selfassess.core.scoring import DimensionScore
from selfassess.reports import sentences
from selfassess.reports.phrases import figure, lowered, said
from selfassess.ui.models.partners import Partner, names_in_a_line, partners_to_show
from selfassess.ui.models.table import Table
from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A cell: its level 1 to 5, which gives it its tint, and its words; no level: nothing known."""

    level: int | None
    words: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A dimension in the heat map.

    Attributes:
        id: The dimension's id.
        group: The name of its group.
        name: Its name.
        cells: A cell for each partner, or for each level where partners are not shown.
        spread: The levels of the partners, 1 to 5; empty where partners are not shown.
        agreement: The code of its agreement; empty if nobody gave a level.
        agreement_words: The word for it.
        spoken: Its name for a screen reader.
        reading: All of it in a line of words.
    """

    id: str
    group: str
    name: str
    cells: tuple[HeatCell, ...]
    spread: tuple[float, ...]
    agreement: str
    agreement_words: str
    spoken: str
    reading: str

    @property
    def is_split(self) -> bool:
        """Views are split."""
        return self.agreement == Agreement.SPLIT


def heat_rows(results: Results, words: Words) -> tuple[HeatRow, ...]:
    """Return a row for each dimension, in walk order."""
    shown = partners_to_show(results)
    groups = {g.id: said(g.name, words) for g in results.content.questionnaire.groups}
    return tuple(
        _row(score, groups[score.dimension.group], results, shown, words)
        for score in results.dimensions
    )


def heat_table(results: Results, words: Words) -> Table:
    """Return the heat map as a table."""
    shown = partners_to_show(results)
    columns = [p.name for p in shown] or [words("Answers at {level}", level=n) for n in _LEVELS]
    rows = heat_rows(results, words)
    return Table(
        words("Where partners stand"),
        (words("Dimension"), *columns, words("Agreement")),
        tuple((row.name, *(cell.words for cell in row.cells), row.agreement_words) for row in rows),
    )


_LEVELS = range(LOWEST, HIGHEST + 1)


def _row(
    score: DimensionScore,
    group: str,
    results: Results,
    shown: tuple[Partner, ...],
    words: Words,
) -> HeatRow:
    values = [results.organisation_value(partner.id, score.id) for partner in shown]
    cells = (
        tuple(_partner_cell(value) for value in values)
        if shown
        else _answer_cells(score.id, results)
    )
    name = said(score.dimension.name, words)
    agreement = sentences.dimension_agreement(score, words)
    spoken = words("{name}, {agreement}", name=name, agreement=lowered(agreement))
    return HeatRow(
        id=score.id,
        group=group,
        name=name,
        cells=cells,
        spread=tuple(value for value in values if value is not None),
        agreement=str(score.agreement or ""),
        agreement_words=agreement,
        spoken=spoken,
        reading=_reading(spoken, cells, shown, words),
    )


def _partner_cell(value: float | None) -> HeatCell:
    return HeatCell(None, "–") if value is None else HeatCell(floor(value), figure(value))


def _answer_cells(dimension: str, results: Results) -> tuple[HeatCell, ...]:
    """How many answers stand at each level, over the questions of a dimension."""
    counts = [t.counts for t in results.topics if t.dimension == dimension and not t.of_module]
    totals = [sum(column) for column in zip(*counts, strict=True)] or [0] * len(_LEVELS)
    return tuple(
        HeatCell(level if count else None, str(count) if count else "–")
        for level, count in zip(_LEVELS, totals, strict=True)
    )


def _reading(
    spoken: str, cells: tuple[HeatCell, ...], shown: tuple[Partner, ...], words: Words
) -> str:
    if shown:
        named = zip(names_in_a_line(shown), cells, strict=True)
        stand = [f"{name} {cell.words}" for name, cell in named]
    else:
        stand = [
            words.plural("{count} answer at {level}", "{count} answers at {level}", n, level=level)
            for level, cell in zip(_LEVELS, cells, strict=True)
            if (n := int(cell.words) if cell.level else 0)
        ]
    return words("{spoken}: {stand}.", spoken=spoken, stand=", ".join(stand))
