"""How the sheets of a workbook are printed: A4, what repeats on each page, and the foot."""

from itertools import pairwise
from math import floor

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.reports.book import Book, Sheet, Span, address, holdable, letter

_PAPER_A4 = 9
_LONG_SIDE, _SHORT_SIDE = 11.69, 8.27  # inches
_MARGIN, _ROOM_AT_FOOT, _FOOT_MARGIN = 0.5, 0.75, 0.3
_FOOT_SIZE = 9
_PIXELS_A_CHARACTER, _PIXELS_BESIDE, _PIXELS_AN_INCH = 8, 5, 96
_SMALLEST, _LARGEST = 10, 100  # per cent
_SAFE = 0.97
"""Screens and printers measure a little differently."""


def set_up_page(sheet: Sheet, book: Book, target: Worksheet) -> None:
    """Set up how a sheet is printed."""
    page = target.page_setup
    page.paperSize = _PAPER_A4
    page.orientation = "landscape" if sheet.landscape else "portrait"
    margins = target.page_margins
    margins.left = margins.right = margins.top = _MARGIN
    margins.bottom, margins.footer = _ROOM_AT_FOOT, _FOOT_MARGIN
    if sheet.header:
        target.print_title_rows = f"{sheet.header}:{sheet.header}"
    if sheet.breaks:
        page.scale = scale(sheet)
        target.print_title_cols = f"A:{letter(sheet.keep_columns)}"
        target.print_area = [address(area) for area in _areas(sheet)]
    else:
        target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.fitToWidth = 1
        page.fitToHeight = 1 if sheet.one_page else 0
    target.oddFooter = _foot(f"{book.footer} – {sheet.name}", book.page)


def scale(sheet: Sheet) -> int:
    """Return the scale in per cent at which the widest page of a sheet with page breaks fits."""
    room = (_LONG_SIDE if sheet.landscape else _SHORT_SIDE) - 2 * _MARGIN
    kept = _inches(sheet.widths[: sheet.keep_columns])
    ends = pairwise((0, *sheet.breaks, len(sheet.widths)))
    pages = [_inches(sheet.widths[first:last]) + (kept if first else 0) for first, last in ends]
    return max(_SMALLEST, min(_LARGEST, floor(100 * _SAFE * room / max(pages))))


def _areas(sheet: Sheet) -> list[Span]:
    """What is printed, one after the other; the lines above the table are printed once."""
    last = len(sheet.rows)
    ends = pairwise((0, *sheet.breaks, len(sheet.widths)))
    return [Span(sheet.header if first else 1, first + 1, last, column) for first, column in ends]


def _inches(widths: tuple[float, ...]) -> float:
    pixels = sum(width * _PIXELS_A_CHARACTER + _PIXELS_BESIDE for width in widths)
    return pixels / _PIXELS_AN_INCH


def _foot(left: str, right: str) -> HeaderFooterItem:
    foot = HeaderFooterItem()
    foot.left.text = holdable(left).replace("&", "&&").replace("\n", " ")
    foot.right.text = right.format(page="&P", pages="&N")
    foot.left.size = foot.right.size = _FOOT_SIZE
    return foot
