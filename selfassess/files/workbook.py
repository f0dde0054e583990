"""Writes a book as an .xlsx workbook; equal books give equal bytes."""

import io
from datetime import datetime, time
from itertools import zip_longest
from zipfile import ZipFile

from openpyxl.formatting.rule import Rule
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from selfassess.files import workbook_charts
from selfassess.files.light_colours import colours
from selfassess.files.workbook_cells import sheet_data
from selfassess.files.workbook_pack import Written, packed
from selfassess.files.workbook_page import set_up_page
from selfassess.files.workbook_styles import Styles, solid
from selfassess.reports.book import (
    Book,
    Cell,
    Choice,
    Row,
    Sheet,
    Span,
    ValueList,
    address,
    holdable,
    letter,
)

LISTS = "Lists"
_LIST_WIDTH = 30.0
_LEVELS = range(1, 6)
_JUST_BELOW = "9999999"


def to_bytes(book: Book) -> bytes:
    """Write a book as a workbook."""
    made = Workbook()
    styles = Styles(made.worksheets[0])
    written = []
    for sheet in (*book.sheets, *_lists(book.lists)):
        _write(sheet, book, made.create_sheet(sheet.name))
        written.append(Written(sheet, sheet_data(sheet, styles.number)))
    made.remove(made.worksheets[0])
    _name_lists(book.lists, made)
    made.properties = DocumentProperties(
        creator=holdable(book.author),
        lastModifiedBy=holdable(book.author),
        title=holdable(book.title),
        language=book.language,
        created=datetime.combine(book.date, time()),
        modified=datetime.combine(book.date, time()),
    )
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        ExcelWriter(made, archive).save()
    return packed(stream.getvalue(), written, book.date)


def _write(sheet: Sheet, book: Book, target: Worksheet) -> None:
    """Write all of a sheet but its cells."""
    for column, width in enumerate(sheet.widths, start=1):
        target.column_dimensions[letter(column)].width = width
    _show(sheet, target)
    set_up_page(sheet, book, target)
    if sheet.header:
        _mark_table(sheet, target)
    for span in sheet.shaded:
        _shade(span, target)
    for choice in sheet.choices:
        _offer(choice, target)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row.cells, start=1):
            if cell.link:
                target.cell(number, column).hyperlink = cell.link
    names = {other.key: other.name for other in book.sheets}
    for chart in sheet.charts:
        workbook_charts.place(chart, target, names[chart.source or sheet.key])


def _show(sheet: Sheet, target: Worksheet) -> None:
    target.sheet_view.showGridLines = False
    target.sheet_view.zoomScale = 100
    if sheet.header:
        target.freeze_panes = f"{letter(sheet.keep_columns + 1)}{sheet.header + 1}"
    if sheet.hidden:
        target.sheet_state = "hidden"
    if sheet.protected:
        target.protection.sheet = True
        target.protection.formatColumns = False
        target.protection.formatRows = False


def _mark_table(sheet: Sheet, target: Worksheet) -> None:
    names = [str(cell.value) for cell in sheet.rows[sheet.header - 1].cells]
    last = max(len(sheet.rows), sheet.header + 1)
    span = Span(sheet.header, 1, last, len(names))
    table = Table(displayName=f"Table_{sheet.key}", ref=address(span))
    table.tableColumns = [
        TableColumn(id=place, name=holdable(name)) for place, name in enumerate(names, start=1)
    ]
    if sheet.filtered:
        table.autoFilter = AutoFilter(ref=address(span))
    table.tableStyleInfo = TableStyleInfo()
    target.add_table(table)


def _shade(span: Span, target: Worksheet) -> None:
    """Tint figures by their lower level; there are none where nobody has answered."""
    if span.last_column < span.first_column or span.last_row < span.first_row:
        return
    cells = address(span)
    for level in _LEVELS:
        look = DifferentialStyle(
            font=Font(color=colours().of("ink")), fill=solid(colours().tint(level))
        )
        bounds = [f"{level}", f"{level}.{_JUST_BELOW}"]
        rule = Rule(type="cellIs", operator="between", formula=bounds, dxf=look)
        target.conditional_formatting.add(cells, rule)


def _offer(choice: Choice, target: Worksheet) -> None:
    offered = DataValidation(type="list", formula1=f"={choice.source}", allow_blank=True)
    offered.showErrorMessage = bool(choice.refusal)
    offered.error = choice.refusal or None
    offered.showInputMessage = bool(choice.prompt)
    offered.prompt = choice.prompt or None
    offered.add(address(choice.cells))
    target.add_data_validation(offered)


def _lists(lists: tuple[ValueList, ...]) -> tuple[Sheet, ...]:
    """A hidden sheet with a column for each list, under its name."""
    if not lists:
        return ()
    columns = [(values.name, *values.values) for values in lists]
    rows = tuple(Row(tuple(map(Cell, values))) for values in zip_longest(*columns))
    return (Sheet(LISTS, LISTS, rows, (_LIST_WIDTH,) * len(lists), hidden=True),)


def _name_lists(lists: tuple[ValueList, ...], made: Workbook) -> None:
    for column, values in enumerate(lists, start=1):
        span = Span(2, column, 1 + len(values.values), column)
        name = DefinedName(values.name, attr_text=f"{LISTS}!{address(span, fixed=True)}")
        made.defined_names[values.name] = name
