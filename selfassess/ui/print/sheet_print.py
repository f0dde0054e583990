"""Sheet print: a sheet of headings and sentences, such as “What we agreed”, as a PDF on A4."""

from pathlib import Path

from PySide6.QtCore import QPointF

from selfassess.files import atomic
from selfassess.reports.book import Kind, Row, Sheet
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.print.paper import DOT, GREY, INK, Paper
from selfassess.words import Words

_SIZES = (1.0, 0.93, 0.86, 0.8)
"""How far the text may shrink to stay on one page; then it goes on to the next."""

_POINTS = {Kind.TITLE: 24.0, Kind.STATEMENT: 18.0, Kind.NOTE: 11.0}
_BOLD = (Kind.TITLE, Kind.STATEMENT, Kind.HEADING, Kind.STRONG)
_TEXT = 12.0
_GAP = 5 * DOT
_EMPTY = 8 * DOT


def save_sheet(
    path: Path, sheet: Sheet, foot: str, words: Words, brief: Sheet | None = None
) -> None:
    """Write a sheet as a PDF; otherwise like `sheet_pdf`.

    Raises:
        FileProblemsError: it could not be written.
    """
    atomic.write(path, sheet_pdf(sheet, foot, words, brief))


def sheet_pdf(sheet: Sheet, foot: str, words: Words, brief: Sheet | None = None) -> bytes:
    """Return a sheet as the bytes of a PDF, on one page where that can be read.

    Args:
        sheet: Rows of one cell across, or of a heading and a sentence.
        foot: What stands at the foot of each page.
        words: The words of the page number.
        brief: What stands in place of the sheet where that would need more than a page.
    """
    paper = Paper(sheet.title, foot, lambda number: words("Page {number}", number=number))
    paper.new_page()
    room = paper.inside.height()
    printers = [_SheetPrinter(paper, told) for told in (sheet, brief) if told is not None]
    fitting = ((p, size) for p in printers for size in _SIZES if p.height(size) <= room)
    printer, size = next(fitting, (printers[-1], _SIZES[-1]))
    printer.print(size)
    return paper.finish()


class _SheetPrinter:
    """Lays the rows of a sheet out, and paints them."""

    def __init__(self, paper: Paper, sheet: Sheet) -> None:
        self._paper = paper
        self._sheet = sheet
        first, *rest = sheet.widths
        self._left = paper.inside.width() * first / (first + sum(rest))

    def height(self, size: float) -> float:
        """Return how tall the sheet is at a size."""
        return sum(self._row_height(self._laid(row, size), size) for row in self._sheet.rows)

    def print(self, size: float) -> None:
        """Paint the sheet at a size."""
        for row in self._sheet.rows:
            laid = self._laid(row, size)
            height = self._row_height(laid, size)
            if self._paper.y + height > self._paper.inside.bottom() and laid:
                self._paper.new_page()
            for left, lines, kind in laid:
                ink = GREY if kind is Kind.NOTE else INK
                at = QPointF(self._paper.inside.left() + left, self._paper.y)
                lines.paint(self._paper.painter, at, ink)
            self._paper.y += height

    def _row_height(self, laid: list[tuple[float, Paragraph, Kind]], size: float) -> float:
        tallest = max((lines.height for _left, lines, _kind in laid), default=_EMPTY * size)
        return tallest + _GAP * size

    def _laid(self, row: Row, size: float) -> list[tuple[float, Paragraph, Kind]]:
        said = [(place, cell) for place, cell in enumerate(row.cells) if cell.value is not None]
        across = len(said) == 1 and said[0][0] == 0
        whole = self._paper.inside.width()
        made = []
        for place, cell in said:
            left = self._left if place else 0.0
            width = whole - left if place or across else self._left - 8 * DOT
            points = _POINTS.get(cell.kind, _TEXT) * size
            bold = cell.kind in _BOLD
            made.append(
                (left, self._paper.lines(str(cell.value), points, width, bold=bold), cell.kind)
            )
        return made
