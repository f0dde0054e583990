"""Sheet preview: the sheets of a report, one at a time, as they will be."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from selfassess.overriding import override
from selfassess.reports.book import Book
from selfassess.ui.models.sheet_model import SheetModel
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.line import Card
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, S, Share, column, row
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme
from selfassess.words import _, plural

_CHARACTER = 6.6
_WIDEST = 420
_UNDER, _BLANK = 8, 12
_FITTED = 2
"""A sheet of so few columns is fitted to the room there is."""


class _Cells(QStyledItemDelegate):
    """Keeps air under the last line of each cell."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, self._theme.px(_UNDER))


class SheetPreview(QWidget):
    """A list of the sheets, and the one chosen under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book: Book | None = None
        self._sheets = Choice(theme, says=_("Sheet"), small=True, parent=self)
        self._count = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        heading = Text(theme, _("Preview"), "h3", parent=self)
        heading.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._model = SheetModel(theme, self)
        self._table = QTableView(self)
        clothe(self._table, theme)
        self._table.setModel(self._model)
        self._table.setItemDelegate(_Cells(theme, self._table))
        self._table.setAccessibleName(_("Preview of the sheet"))
        self._table.setShowGrid(False)
        self._table.setWordWrap(True)
        self._table.setTabKeyNavigation(False)
        self._table.horizontalHeader().hide()
        self._table.verticalHeader().hide()
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self._table.verticalHeader()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        paper = Card(theme, parent=self)
        paper.setLayout(column(Share(self._table), margins=8))
        head = row(Share(heading), self._count, self._sheets, gap=12)
        self.setLayout(column(head, Gap(S), Share(paper)))
        self._sheets.chosen.connect(self._show_sheet)

    def show_book(self, book: Book) -> None:
        """Show the sheets of a report."""
        self._book = book
        seen = [sheet for sheet in book.sheets if not sheet.hidden]
        self._sheets.offer(tuple((sheet.key, sheet.name) for sheet in seen))
        self._count.say(plural("{count} sheet", "{count} sheets", len(seen)))
        if self._sheets.marked not in {sheet.key for sheet in seen}:
            self._sheets.mark(seen[0].key)
        self._show_sheet(self._sheets.marked)

    def go_to(self, key: str) -> None:
        """Show the sheet of a key."""
        self._sheets.mark(key)
        self._show_sheet(key)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._share_width()

    def _show_sheet(self, key: str) -> None:
        sheets = self._book.sheets if self._book else ()
        sheet = next((s for s in sheets if s.key == key), None)
        self._table.clearSpans()
        self._model.show(sheet)
        if sheet is None:
            return
        for place in range(self._model.rowCount()):
            filled = [cell for cell in sheet.rows[place].cells if cell.value is not None]
            if len(filled) == 1 and self._model.cell(place, 0).value is not None:
                self._table.setSpan(place, 0, 1, len(sheet.widths))
        self._share_width()
        self._table.scrollToTop()

    def _share_width(self) -> None:
        sheet = self._model.sheet
        if sheet is None:
            return
        unit = self._theme.px(1) * _CHARACTER
        widths = [min(self._theme.px(_WIDEST), wide * unit) for wide in sheet.widths]
        room = self._table.viewport().width()
        fitted = len(widths) <= _FITTED or sum(widths) < room
        self._table.horizontalHeader().setStretchLastSection(fitted)
        for place, wide in enumerate(widths):
            self._table.setColumnWidth(place, round(wide))
        for place in range(self._model.rowCount()):
            is_blank = all(cell.value is None for cell in sheet.rows[place].cells)
            high = self._theme.px(_BLANK) if is_blank else self._table.sizeHintForRow(place)
            self._table.setRowHeight(place, high)
