"""Grid clipboard: cells of the grid as a spreadsheet takes and gives them."""

import csv
from collections.abc import Sequence
from io import StringIO

from selfassess.core.assessment import Given
from selfassess.ui.models.grid_cell import GridColumn
from selfassess.ui.models.grid_rows import GridRow
from selfassess.words import _

Place = tuple[GridColumn, str]
"""A cell: its column, and the id of its topic."""

_WORDS: dict[str, Given] = {
    **{str(level): level for level in (1, 2, 3, 4, 5)},
    **dict.fromkeys(("dk", "d", "?", "dont know", "we dont know"), "dk"),
    **dict.fromkeys(("na", "n/a", "x", "-", "–", "doesnt apply"), "na"),
}
_LEVELS = ("1", "2", "3", "4", "5")


def given_in(text: str) -> Given | None:
    """Return the answer that a cell of a spreadsheet means; none where it means none.

    A level may have its name after it, as in `3 Agreed`, and a spreadsheet's `.0`.
    """
    plain = " ".join(text.casefold().replace("’", "").replace("'", "").split()).rstrip(".")
    known = _WORDS.get(plain.removesuffix(".0"))
    if known is None and plain[:1] in _LEVELS and plain[1:2] in (" ", ",", ":"):
        return _WORDS[plain[0]]
    return known


def cells_in(text: str) -> list[list[str]]:
    """Return the cells of a text as spreadsheets put it on the clipboard, line by line."""
    lines = list(csv.reader(StringIO(text, newline=""), dialect="excel-tab"))
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def text_of(lines: Sequence[Sequence[str]]) -> str:
    """Return cells as a text that spreadsheets take from the clipboard."""
    out = StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(lines)
    return out.getvalue()


def block(rows: Sequence[GridRow], cells: Sequence[tuple[int, int]]) -> list[list[str]]:
    """Return what chosen cells, given by row and column, put into a spreadsheet."""
    lines: dict[int, list[str]] = {}
    for down, across in cells:
        lines.setdefault(down, []).append(rows[down].cells[across].copied)
    return list(lines.values())


def whole(columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> list[list[str]]:
    """Return questions with all their cells, under heads."""
    heads = [_("Code"), _("Question"), _("Dimension"), *(column.full for column in columns)]
    lines = ([r.id, r.title, r.dimension, *(cell.copied for cell in r.cells)] for r in rows)
    return [heads, *lines]


def landing(
    columns: Sequence[GridColumn],
    rows: Sequence[GridRow],
    here: tuple[int, int],
    lines: Sequence[Sequence[str]],
) -> tuple[list[tuple[Place, str]], int]:
    """Say where pasted cells land, from a row and column on; headings are passed over.

    Returns:
        Each place with its text, and how many cells lie outside the grid.
    """
    down = [k for k in range(here[0], len(rows)) if not rows[k].is_heading]
    across = range(here[1], len(columns))
    landed = [
        ((columns[at], rows[line].id), text)
        for line, texts in zip(down, lines, strict=False)
        for at, text in zip(across, texts, strict=False)
    ]
    return landed, sum(map(len, lines)) - len(landed)
