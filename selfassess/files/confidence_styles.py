"""The looks of the staff confidence check's workbook, in the colours of the design."""

from enum import StrEnum

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.files.light_colours import colours
from selfassess.files.workbook_styles import FAMILY
from selfassess.reports.book import Span, address, holdable

LINE = 15
"""Height of a line of text, in points."""

_MARGIN = 0.5  # inches
_A4 = 9


class Look(StrEnum):
    """What a cell is, from which its look follows; also the name of its style in the workbook."""

    TITLE = "title"
    NOTE = "note"
    TEXT = "text"
    STRONG = "strong"
    HEADER = "header"
    HEADER_MIDDLE = "header, centred"
    ROW = "name of a row"
    BLANK = "blank"
    COUNT = "count"
    MEDIAN = "median"
    CHANGE = "change"
    ITEM = "item on paper"
    BOX = "box on paper"
    ENTRY = "entry"
    STEP = "entry of a step"
    WORDS = "entry in words"


_SIZES = {Look.TITLE: 16, Look.NOTE: 10, Look.ITEM: 12, Look.BOX: 13}
_BOLD = (Look.TITLE, Look.STRONG, Look.HEADER, Look.HEADER_MIDDLE, Look.ROW)
_CENTRED = (
    *(Look.HEADER_MIDDLE, Look.COUNT, Look.MEDIAN, Look.CHANGE, Look.BOX),
    *(Look.ENTRY, Look.STEP),
)
_TO_FILL_IN = (Look.ENTRY, Look.STEP, Look.WORDS)
_HEADERS = (Look.HEADER, Look.HEADER_MIDDLE)
_FORMATS = {
    Look.COUNT: "0",
    Look.STEP: "0",
    Look.MEDIAN: "0.0",
    Look.CHANGE: "+0.0;-0.0;0.0",
    Look.ENTRY: "@",
    Look.WORDS: "@",
}


def add_looks(book: Workbook) -> None:
    """Put the looks into a workbook as named styles."""
    for look in Look:
        book.add_named_style(_style(look))


def put(sheet: Worksheet, row: int, column: int, text: str, look: Look) -> None:
    """Put a text into a cell, where it is never taken for a formula."""
    cell = sheet.cell(row, column)
    cell.value = holdable(text)
    cell.data_type = "s"
    cell.style = look.value


def work_out(
    sheet: Worksheet, row: int, column: int, formula: str | ArrayFormula, look: Look
) -> None:
    """Put a formula into a cell."""
    cell = sheet.cell(row, column)
    cell.value = formula
    cell.style = look.value


def mark_table(sheet: Worksheet, name: str, span: Span) -> None:
    """Mark a range with a header row as a table, for those who hear it read."""
    table = Table(displayName=name, ref=address(span))
    columns = range(span.first_column, span.last_column + 1)
    table.tableColumns = [
        TableColumn(id=place, name=str(sheet.cell(span.first_row, column).value))
        for place, column in enumerate(columns, start=1)
    ]
    table.tableStyleInfo = TableStyleInfo()
    sheet.add_table(table)


def set_up(sheet: Worksheet, *, landscape: bool, pages_high: int = 1) -> None:
    """Set a sheet up for A4, one page wide, and lock what is not to be filled in.

    Args:
        sheet: The sheet.
        landscape: Printed across.
        pages_high: On so many pages; 0 for as many as it takes.
    """
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, pages_high
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.bottom = _MARGIN
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _style(look: Look) -> NamedStyle:
    ink = "ink2" if look is Look.NOTE else "ink"
    return NamedStyle(
        name=look.value,
        font=Font(
            name=FAMILY, size=_SIZES.get(look, 11), bold=look in _BOLD, color=colours().of(ink)
        ),
        fill=PatternFill("solid", fgColor=colours().of("sunken"))
        if look in _HEADERS
        else PatternFill(),
        border=_border(look),
        alignment=Alignment(
            horizontal="center" if look in _CENTRED else "left",
            vertical="bottom" if look in _HEADERS else "center",
            wrap_text=look not in (Look.TITLE, Look.NOTE),
        ),
        number_format=_FORMATS.get(look, "General"),
        protection=Protection(locked=look not in _TO_FILL_IN),
    )


def _border(look: Look) -> Border:
    strong = Side("thin", colours().of("line_strong"))
    light = Side("thin", colours().of("line"))
    if look is Look.BOX:
        return Border(left=strong, right=strong, top=strong, bottom=strong)
    if look in _TO_FILL_IN:
        return Border(left=light, right=light, top=light, bottom=light)
    if look in _HEADERS:
        return Border(bottom=strong)
    if look in (Look.TITLE, Look.NOTE, Look.TEXT, Look.STRONG):
        return Border()
    return Border(bottom=light)
