"""Which questions the grid shows, and in which order."""

from dataclasses import dataclass
from enum import StrEnum

from selfassess.ui.models.grid_cell import GridColumn
from selfassess.ui.models.grid_rows import GridRow


class Show(StrEnum):
    """Which questions are shown."""

    ALL = "all"
    UNANSWERED = "unanswered"
    SPLIT = "split"
    DONT_KNOW = "dk"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to see.

    Attributes:
        dimension: The name of one dimension; empty for all.
        show: Which questions of it.
        by: The key of the column that sorts them; empty for the order in which they are asked.
        highest_first: The highest first, instead of the lowest.
    """

    dimension: str = ""
    show: Show = Show.ALL
    by: str = ""
    highest_first: bool = False

    def sorted_by(self, column: GridColumn) -> "Wish":
        """Go on to the next order by a column: lowest first, highest first, as asked."""
        if self.by != column.key:
            return Wish(self.dimension, self.show, column.key)
        if not self.highest_first:
            return Wish(self.dimension, self.show, column.key, highest_first=True)
        return Wish(self.dimension, self.show)


def chosen(
    rows: tuple[GridRow, ...], columns: tuple[GridColumn, ...], wish: Wish
) -> tuple[str, ...]:
    """Return the ids of the questions that are wanted, in the order wanted."""
    kept = [row for row in rows if _is_wanted(row, wish)]
    place = next((k for k, column in enumerate(columns) if column.key == wish.by), -1)
    if place >= 0:
        known = [row for row in kept if row.cells[place].value is not None]
        known.sort(key=lambda row: row.cells[place].value or 0.0, reverse=wish.highest_first)
        kept = known + [row for row in kept if row.cells[place].value is None]
    return tuple(row.id for row in kept)


def arranged(
    rows: tuple[GridRow, ...],
    heads: tuple[GridRow, ...],
    ids: tuple[str, ...],
    folded: frozenset[str],
    *,
    grouped: bool,
) -> tuple[GridRow, ...]:
    """Return the questions of these ids, under the headings of their dimensions if grouped.

    Args:
        rows: All questions.
        heads: The heading of each dimension.
        ids: The questions to show, in order.
        folded: Ids of dimensions whose questions are out of sight.
        grouped: Whether headings are shown.
    """
    by_id = {row.id: row for row in rows}
    wanted = [by_id[id_] for id_ in ids if id_ in by_id]
    if not grouped:
        return tuple(wanted)
    made: list[GridRow] = []
    for head in heads:
        under = [row for row in wanted if row.dimension == head.dimension]
        if under:
            is_open = head.id not in folded
            made.append(
                GridRow(head.id, head.title, head.dimension, says=head.says, is_open=is_open)
            )
            made += under if is_open else []
    return tuple(made)


def _is_wanted(row: GridRow, wish: Wish) -> bool:
    if wish.dimension and row.dimension != wish.dimension:
        return False
    match wish.show:
        case Show.ALL:
            return True
        case Show.UNANSWERED:
            return row.is_open_question
        case Show.SPLIT:
            return row.is_split
        case Show.DONT_KNOW:
            return row.has_dont_know
