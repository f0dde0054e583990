"""Writes the cells of a sheet, the one place where people's text enters a workbook.

Text goes in as inline strings: no program takes those for formulas, numbers or dates. Writing the
cells here and not through openpyxl makes a report several times faster, and lets formulas carry the
figures that they should come to, so that a preview shows them too.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from selfassess.files.workbook_heights import height, is_short
from selfassess.files.workbook_styles import CENTRED, Place
from selfassess.reports.book import LONGEST, Cell, Kind, Sheet, Span, address, holdable, letter

_TO_MARK = re.compile("[&<>_\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What can't stand in a cell as it is."""

StyleOf = Callable[[Cell, Place], int]
"""Gives the number of a cell's style."""

_DAY_ZERO = date(1899, 12, 30)
"""The day from which spreadsheets count."""

_CODES = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheets would read as the code of a character, such as `_x0041_`."""


def sheet_data(sheet: Sheet, style_of: StyleOf) -> str:
    """Write all rows of a sheet as XML.

    Args:
        sheet: The sheet.
        style_of: Gives the number of a cell's style.
    """
    return f"<sheetData>{''.join(_rows(sheet, style_of))}</sheetData>"


def dimension(sheet: Sheet) -> str:
    """Return the range that a sheet fills."""
    return address(Span(1, 1, max(1, len(sheet.rows)), max(1, _widest(sheet))))


def marked(text: str) -> str:
    """Return a text as it stands in XML and in a spreadsheet, without what either refuses."""
    if len(text) <= LONGEST and not _TO_MARK.search(text):
        return text  # as are most
    held = _CODES.sub("_x005F_", holdable(text))
    return held.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _rows(sheet: Sheet, style_of: StyleOf) -> Iterator[str]:
    figures = _columns_of_figures(sheet)
    letters = [letter(column) for column in range(1, 1 + _widest(sheet))]
    for number, row in enumerate(sheet.rows, start=1):
        in_table = bool(sheet.header) and number >= sheet.header
        high = height(row, sheet.widths)
        place = Place(in_table, middle=in_table and is_short(high))
        over_figures = place._replace(centred=True) if number == sheet.header else place
        cells = [
            _cell(
                f"{letters[n]}{number}",
                cell,
                style_of(cell, over_figures if n in figures else place),
            )
            for n, cell in enumerate(row.cells)
            if in_table or cell.value is not None or cell.kind is not Kind.TEXT
        ]
        yield f'<row r="{number}" ht="{high:.2f}">{"".join(cells)}</row>'


def _widest(sheet: Sheet) -> int:
    return max((len(row.cells) for row in sheet.rows), default=0)


def _columns_of_figures(sheet: Sheet) -> set[int]:
    """The columns, from 0, whose first row under the header holds figures."""
    if not 0 < sheet.header < len(sheet.rows):
        return set()
    first = sheet.rows[sheet.header].cells
    return {n for n, cell in enumerate(first) if cell.kind in CENTRED}


def _cell(place: str, cell: Cell, style: int) -> str:
    value = cell.value
    start = f'<c r="{place}" s="{style}"'
    if cell.kind is Kind.FORMULA:
        kind = ' t="str"' if isinstance(value, str) else ""
        formula = marked(cell.formula.removeprefix("="))
        return f"{start}{kind}><f>{formula}</f><v>{marked(str(value))}</v></c>"
    if value is None or value == "":
        return f"{start}/>"
    if isinstance(value, str):
        text = marked(value)
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    number = (value - _DAY_ZERO).days if isinstance(value, date) else value
    return f"{start}><v>{number!r}</v></c>"
