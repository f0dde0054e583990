"""Reads the cells of a workbook from elsewhere, within limits that no honest form comes near."""

import io
import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import zip_reader
from selfassess.files.spoofing import straight
from selfassess.reports.book import holdable, letter

SHEETS_LIMIT = 30
ROWS_LIMIT = 1_000
COLUMNS_LIMIT = 40
UNPACKED_LIMIT = 20_000_000
TAGS_LIMIT = 200_000
ATTRIBUTES_LIMIT = 400_000
"""Of all parts together; a report has 36,000 tags and 27,000 attributes in 700,000 bytes."""

TEXT_LIMIT = 5_000
"""So many characters of a cell count; nobody types more into a form."""

_DAMAGE = (
    ArithmeticError,
    AttributeError,
    AssertionError,
    BadZipFile,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""All that openpyxl is known to raise over what it can't make sense of."""

_CODE = re.compile("_x([0-9A-Fa-f]{4})_")
"""How spreadsheets write a character that XML can't hold, such as `_x000D_`."""

_TRICKS = (b"<!DOCTYPE", b"<!ENTITY", b"\x00")

Value = object
"""What a cell can hold: a text, a number, a date, a truth value or nothing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one sheet, from its first row and column.

    Attributes:
        name: What its tab says.
        rows: Its rows, each with as many cells as are filled.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, both counted from 0; empty where there is none."""
        return text_of(self.value(row, column))

    def value(self, row: int, column: int) -> Value:
        """Return what a cell holds, both counted from 0; None where there is none."""
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else None

    def place(self, row: int, column: int) -> str:
        """Return a cell's place as people know it, such as `Answers!E7`."""
        return f"{self.name}!{letter(column + 1)}{row + 1}"


def grids_of(data: bytes, name: str) -> tuple[Grid, ...]:
    """Return the sheets of a workbook.

    Raises:
        FileProblemsError: it is no workbook, is damaged, or is made to do harm.
    """
    parts = zip_reader.members(data, name, UNPACKED_LIMIT)
    xml = [part for path, part in parts.items() if path.endswith((".xml", ".rels"))]
    tags, attributes = (sum(part.count(sign) for part in xml) for sign in (b"<", b"="))
    if tags > TAGS_LIMIT or attributes > ATTRIBUTES_LIMIT:
        raise FileProblemsError(Problem("zip.too-much", name))
    if "xl/workbook.xml" not in parts or any(trick in part for part in xml for trick in _TRICKS):
        raise FileProblemsError(Problem("form.not-workbook", name))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return _grids(book)
    except _DAMAGE as error:
        raise FileProblemsError(Problem("form.not-workbook", name)) from error


def text_of(value: Value) -> str:
    """Return what a cell says, as people see it."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()[: len("2026-11-25")]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = _CODE.sub(lambda code: chr(int(code[1], 16)), str(value))
    return straight(holdable(text)).strip()[:TEXT_LIMIT]


def _grids(book: Workbook) -> tuple[Grid, ...]:
    sheets = book.worksheets[:SHEETS_LIMIT]
    return tuple(
        Grid(
            sheet.title,
            tuple(
                tuple(row)
                for row in sheet.iter_rows(
                    max_row=ROWS_LIMIT, max_col=COLUMNS_LIMIT, values_only=True
                )
            ),
        )
        for sheet in sheets
    )
