"""Book: a workbook as plain values, said in meanings (a title, a level, a date), not in looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

HEADER = 5
"""The row in which the header of a table stands, on every sheet that has one."""

FIRST = HEADER + 1
"""The first row under the header."""

LONGEST = 32_767
"""So many characters fit into one cell of a spreadsheet."""

_LONGEST_TAB = 31
_NOT_IN_TABS = str.maketrans("", "", "[]:*?/\\")

_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile("\r\n?")


class Kind(StrEnum):
    """What a cell is, from which its look follows."""

    TITLE = "title"  # the sheet's title, in A1
    STATEMENT = "statement"  # the readiness statement
    HEADING = "heading"  # the name of a part of a page
    HEADER = "header"  # the head of a table's column
    TEXT = "text"
    STRONG = "strong"  # the text by which people find a row
    NOTE = "note"  # a line under the title, not wrapped
    REMARK = "remark"  # second-rank text in a table
    WORD = "word"  # one of a few fixed words
    LEVEL = "level"  # a whole level, 1 to 5
    VALUE = "value"  # a level with decimals
    CHANGE = "change"  # of a level, with its sign
    COUNT = "count"
    SHARE = "share"  # 0 to 1
    DATE = "date"
    LINK = "link"
    FORMULA = "formula"  # works out a figure again, over cells
    ENTRY = "entry"  # for people to fill in: text
    ENTRY_CHOICE = "entry-choice"  # for people to fill in: one from a list
    ENTRY_DATE = "entry-date"  # for people to fill in: a date


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        value: What it shows; of a formula, what it should come to. None: empty.
        kind: What it is.
        link: The address it leads to.
        formula: The formula, beginning with “=”; only where the kind is FORMULA.
        level: The level, 1 to 5, whose tint it bears; 0 for none.
        decimals: How many decimals a VALUE or a FORMULA shows.
    """

    value: str | float | date | None = None
    kind: Kind = Kind.TEXT
    link: str = ""
    formula: str = ""
    level: int = 0
    decimals: int = 1


EMPTY = Cell()
"""A cell with nothing in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells; its height in points, or 0 to let it grow with its text."""

    cells: tuple[Cell, ...] = ()
    height: float = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A range of cells on a sheet, rows and columns counted from 1, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of a chart, in a column of cells.

    Attributes:
        name: What the figures are.
        values: Where they stand.
        levels: The level of each category, which gives its colour; 0 for none.
        down: Where it stands by how much each figure could be lower, if that is shown.
        up: Where it stands by how much each figure could be higher.
    """

    name: str
    values: Span
    levels: tuple[int, ...] = ()
    down: Span | None = None
    up: Span | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart of levels from 0 to 5.

    Attributes:
        shape: Bars that lie, or a radar.
        title: What it shows.
        description: The same in words, for those who don't see it.
        categories: The names, a column of cells.
        series: The figures.
        row: The row of the upper left corner.
        column: The column of the upper left corner.
        width: In whole centimetres.
        height: In centimetres.
        essential: What stands beside level 3 on the axis.
        source: The key of the sheet whose cells it shows; empty: the sheet on which it stands.
    """

    shape: "Shape"
    title: str
    description: str
    categories: Span
    series: tuple[Series, ...]
    row: int
    column: int
    width: int
    height: float
    essential: str = ""
    source: str = ""


class Shape(StrEnum):
    """The shapes of charts."""

    BARS = "bars"
    RADAR = "radar"


@dataclass(frozen=True, slots=True)
class ValueList:
    """Values to choose from, kept on a hidden sheet under a name."""

    name: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Cells in which people choose from a list.

    Attributes:
        cells: Which.
        source: The name of the list.
        prompt: What is said when such a cell is chosen.
        refusal: What is said to any other entry; empty: other entries are welcome.
    """

    cells: Span
    source: str
    prompt: str = ""
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title in A1, and at most one table, from its header row to the last row.

    Attributes:
        key: A fixed name of ASCII letters, for tables and for finding it again.
        name: What its tab says.
        rows: From the top.
        widths: Of the columns, in characters.
        header: The header row of the table; 0 where there is none.
        keep_columns: So many columns stay in sight, and are printed on each page.
        landscape: Printed across.
        one_page: Printed on one page.
        breaks: Columns after which a new page begins; without any the columns fit on one page.
        filtered: The table can be filtered.
        shaded: Ranges whose figures are tinted by level.
        choices: Cells with drop-downs.
        charts: Native charts.
        hidden: Not shown.
        protected: Only ENTRY cells can be changed.
    """

    key: str
    name: str
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    header: int = 0
    keep_columns: int = 0
    landscape: bool = True
    one_page: bool = False
    breaks: tuple[int, ...] = ()
    filtered: bool = False
    shaded: tuple[Span, ...] = ()
    choices: tuple[Choice, ...] = ()
    charts: tuple[Chart, ...] = ()
    hidden: bool = False
    protected: bool = False

    @property
    def title(self) -> str:
        """What A1 says."""
        return str(self.rows[0].cells[0].value)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook.

    Attributes:
        title: Of the document.
        language: Code of the language it is written in.
        date: The day it was made.
        author: What made it.
        sheets: In order.
        lists: Values to choose from.
        footer: What each printed page says at its foot.
        page: “Page … of …”, with {page} and {pages}.
    """

    title: str
    language: str
    date: date
    author: str
    sheets: tuple[Sheet, ...]
    lists: tuple[ValueList, ...] = ()
    footer: str = ""
    page: str = "{page} / {pages}"

    def sheet(self, key: str) -> Sheet | None:
        """Return the sheet of that key, if the book has one."""
        return next((sheet for sheet in self.sheets if sheet.key == key), None)

    @property
    def loses_characters(self) -> bool:
        """A text holds characters that no spreadsheet can hold, or is too long for a cell."""
        return any(_REFUSED.search(text) or len(text) > LONGEST for text in self._texts())

    def _texts(self) -> Iterator[str]:
        for sheet in self.sheets:
            for row in sheet.rows:
                yield from (cell.value for cell in row.cells if isinstance(cell.value, str))


def tab(text: str) -> str:
    """Return a text as the name of a sheet, without what a spreadsheet refuses there."""
    return holdable(text).translate(_NOT_IN_TABS)[:_LONGEST_TAB].strip("' ")


def holdable(text: str) -> str:
    """Return a text without the characters that a spreadsheet refuses, cut to what fits a cell."""
    return _REFUSED.sub("", _ENDS.sub("\n", text))[:LONGEST]


def opening(name: str, *notes: str) -> tuple[Row, ...]:
    """Make the rows above a table: its title, at most two lines about it, and an empty one."""
    lines = [Row((Cell(text, Kind.NOTE),)) for text in notes]
    empty = [Row() for _ in range(HEADER - 2 - len(lines))]
    return (title(name), *lines, *empty)


def header(*names: str) -> Row:
    """Make the header row of a table; a name that is there already gets a number."""
    taken: set[str] = set()
    cells = []
    for name in names:
        unique = name
        number = 1
        while unique.casefold() in taken:
            number += 1
            unique = f"{name} {number}"
        taken.add(unique.casefold())
        cells.append(Cell(unique, Kind.HEADER))
    return Row(tuple(cells))


def title(text: str) -> Row:
    """Make the first row of a sheet."""
    return Row((Cell(text, Kind.TITLE),))


def note(text: str) -> Row:
    """Make a row of second-rank text under the title."""
    return Row((Cell(text, Kind.NOTE),))


def strong(text: str) -> Cell:
    """Make a cell with the text by which people find a row."""
    return Cell(text, Kind.STRONG)


@lru_cache(maxsize=2_000)
def word(text: str) -> Cell:
    """Make a cell with one of a few fixed words."""
    return Cell(text, Kind.WORD)


@lru_cache(maxsize=500)
def count(number: int) -> Cell:
    """Make a cell with a count."""
    return Cell(number, Kind.COUNT)


def bullets(lines: tuple[str, ...] | list[str]) -> str:
    """Join lines for one cell: one as it is, several each behind a dash."""
    return "\n".join(f"– {line}" for line in lines) if len(lines) > 1 else "".join(lines)


def letter(column: int) -> str:
    """Return the letters of a column counted from 1: A, B, … Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(span: Span, *, fixed: bool = False) -> str:
    """Return the address of a range, such as B5:D9, or $B$5:$D$9 when fixed."""
    mark = "$" if fixed else ""
    first = f"{mark}{letter(span.first_column)}{mark}{span.first_row}"
    last = f"{mark}{letter(span.last_column)}{mark}{span.last_row}"
    return first if first == last else f"{first}:{last}"
