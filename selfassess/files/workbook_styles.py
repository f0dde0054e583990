"""The looks of workbook cells, by what they are, in the colours of the design."""

from typing import NamedTuple

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.files.light_colours import colours
from selfassess.reports.book import Cell, Kind

FAMILY = "Arial"
BODY = 11
_SIZES = {Kind.TITLE: 16, Kind.STATEMENT: 20, Kind.NOTE: 10}
_DATE = "d mmmm yyyy"
_WRAPPED = frozenset(
    {
        Kind.TEXT,
        Kind.STRONG,
        Kind.WORD,
        Kind.HEADER,
        Kind.HEADING,
        Kind.ENTRY,
        Kind.ENTRY_CHOICE,
        Kind.LINK,
        Kind.REMARK,
    }
)
CENTRED = frozenset(
    {
        Kind.LEVEL,
        Kind.VALUE,
        Kind.COUNT,
        Kind.SHARE,
        Kind.CHANGE,
        Kind.FORMULA,
        Kind.ENTRY_CHOICE,
    }
)
_OPEN = frozenset({Kind.ENTRY, Kind.ENTRY_CHOICE, Kind.ENTRY_DATE})
_DECIMAL = frozenset({Kind.VALUE, Kind.FORMULA})
_FORMATS = {
    Kind.LEVEL: "0",
    Kind.COUNT: "0",
    Kind.SHARE: "0%",
    Kind.CHANGE: "+0.0;-0.0;0.0",
    Kind.DATE: _DATE,
    Kind.ENTRY_DATE: _DATE,
}
_TEXT_FORMAT = "@"


class Place(NamedTuple):
    """Where a cell stands, so far as its look depends on it.

    Attributes:
        in_table: It belongs to the table: it has a hairline below and room beside its text.
        middle: Its row is low.
        centred: It heads a column of figures.
    """

    in_table: bool = False
    middle: bool = False
    centred: bool = False


class Styles:
    """The styles of one workbook, made when first needed."""

    def __init__(self, sheet: Worksheet) -> None:
        """Begin without any; a cell that stands beside a sheet, not on it, tries them on."""
        self._probe = SheetCell(sheet, 1, 1)
        self._numbers: dict[tuple[object, ...], int] = {}

    def number(self, cell: Cell, place: Place) -> int:
        """Return the number of the style of a cell in a place."""
        key = (cell.kind, cell.level, cell.decimals, place)
        number = self._numbers.get(key)
        if number is None:
            name = f"{cell.kind} {len(self._numbers) + 1}"
            self._probe.style = _style(name, cell, place)
            number = self._numbers[key] = self._probe.style_id
        return number


def _style(name: str, cell: Cell, place: Place) -> NamedStyle:
    kind = cell.kind
    centred = kind in CENTRED or place.centred
    return NamedStyle(
        name=name,
        font=_font(kind),
        fill=_fill(cell),
        border=_border(kind, lined=place.in_table),
        alignment=Alignment(
            horizontal="center" if centred else "left",
            vertical="center" if place.middle else "top",
            wrap_text=wraps(kind),
            indent=1 if place.in_table and not centred else 0,
        ),
        number_format=_number_format(cell),
        protection=Protection(locked=kind not in _OPEN),
    )


def _font(kind: Kind) -> Font:
    inks = {Kind.NOTE: "ink2", Kind.REMARK: "ink2", Kind.LINK: "accent", Kind.STATEMENT: "accent"}
    return Font(
        name=FAMILY,
        size=size_of(kind),
        bold=kind in (Kind.TITLE, Kind.STATEMENT, Kind.HEADING, Kind.HEADER, Kind.STRONG),
        underline="single" if kind is Kind.LINK else None,
        color=colours().of(inks.get(kind, "ink")),
    )


def _fill(cell: Cell) -> PatternFill:
    if cell.level:
        return solid(colours().tint(cell.level))
    if cell.kind is Kind.HEADER:
        return solid(colours().of("sunken"))
    return PatternFill()


def _border(kind: Kind, *, lined: bool) -> Border:
    if kind is Kind.HEADER:
        return Border(bottom=Side("thin", colours().of("line_strong")))
    line = Side("thin", colours().of("line"))
    if kind in _OPEN:
        box = Side("thin", colours().of("line_strong"))
        return Border(left=box, right=box, top=box, bottom=box)
    return Border(bottom=line) if lined else Border()


def _number_format(cell: Cell) -> str:
    if cell.kind in _DECIMAL:
        return f"0.{'0' * cell.decimals}" if cell.decimals else "0"
    return _FORMATS.get(cell.kind, _TEXT_FORMAT if cell.kind is Kind.ENTRY else "General")


def size_of(kind: Kind) -> int:
    """Return the size of the letters of a kind of cell, in points."""
    return _SIZES.get(kind, BODY)


def wraps(kind: Kind) -> bool:
    """Say whether the text of a kind of cell runs over several lines."""
    return kind in _WRAPPED


def solid(colour: str) -> PatternFill:
    """Return a plain fill of a colour."""
    return PatternFill("solid", fgColor=colour, bgColor=colour)
