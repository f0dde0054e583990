"""How high the rows of a workbook must be for their wrapped text, since nothing measures it for us.

Excel measures a row again when somebody types in it; until then these heights hold, also in
previews and on paper.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from selfassess.files.workbook_styles import BODY, size_of, wraps
from selfassess.reports.book import Kind, Row

_EM_IN_CHARACTERS = 14.67 / 8
"""The size of body text in the unit of column widths."""

_LINE = 1.3
"""The height of a line, as a multiple of the size of its letters."""

_PADDING = 5.0
_SIDES = 1.2 + 1.3
"""What a cell keeps free beside its text, indent included, in the unit of column widths."""

_SHORT_LINES = 2
_BOLD = 1.07
_HIGHEST = 409.0
"""No row of a spreadsheet can be higher, in points."""

_WIDTHS = {
    letter: width
    for width, letters in (
        (0.20, "'|"),
        (0.23, "ijl‘’"),
        (0.28, " ftI!.,:;/[]\\"),
        (0.34, "r()-“”"),
        (0.50, "cksvxyzJ"),
        (0.62, "FTZ"),
        (0.67, "ABEKPSVXY&"),
        (0.73, "CDHNRUw"),
        (0.78, "GOQ"),
        (0.84, "mM"),
        (0.95, "W%"),
        (1.00, "@—…"),
    )
    for letter in letters
}
"""How wide letters are, as a share of their size; those of Arial, a little rounded up."""

_USUAL = 0.56
_SPACE = _WIDTHS[" "]


class _Look(NamedTuple):
    """What the height of a cell depends on beside its text and width.

    Attributes:
        size: Of its letters, as a multiple of the body's.
        line: The height of a line, in points.
        wraps: Its text runs over several lines.
        bold: Its letters are wider.
    """

    size: float
    line: float
    wraps: bool
    bold: bool


_LOOKS = {
    kind: _Look(
        size=size_of(kind) / BODY,
        line=size_of(kind) * _LINE,
        wraps=wraps(kind),
        bold=kind in (Kind.STRONG, Kind.HEADER, Kind.HEADING),
    )
    for kind in Kind
}


def height(row: Row, widths: Sequence[float]) -> float:
    """Return the height of a row in points: as told, or as its highest cell needs."""
    if row.height:
        return row.height
    highest = 0.0
    for cell, width in zip(row.cells, widths, strict=False):
        look = _LOOKS[cell.kind]
        value = cell.value
        count = 1
        if look.wraps and isinstance(value, str):
            count = lines(value, width / look.size, bold=look.bold)
        highest = max(highest, count * look.line + _PADDING)
    return min(_HIGHEST, highest or BODY * _LINE)


def is_short(row_height: float) -> bool:
    """Say whether a row is so low that its cells look best in the middle of it."""
    return row_height <= _SHORT_LINES * BODY * _LINE + _PADDING


def lines(text: str, width: float, *, bold: bool = False) -> int:
    """Return how many lines a text of body size takes in a column of so many characters."""
    room = max(1.0, (width - _SIDES) / _EM_IN_CHARACTERS) / (_BOLD if bold else 1)
    if len(text) <= room and "\n" not in text:
        return 1  # as are most
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: float) -> int:
    if len(paragraph) <= room:
        return 1  # even in the widest letters
    count, used = 1, -_SPACE
    for length in map(_length, paragraph.split(" ")):
        used += _SPACE + length
        if used > room:
            if used > length:  # it does not stand alone
                count, used = count + 1, length
            while used > room:
                count, used = count + 1, used - room
    return count


@lru_cache(maxsize=20_000)
def _length(word: str) -> float:
    return sum(_WIDTHS.get(letter, _USUAL) for letter in word)
