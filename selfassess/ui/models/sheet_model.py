"""A sheet of the report for a preview: its cells as words, with their weight and tint."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from selfassess.overriding import override
from selfassess.reports.book import Cell, Kind, Sheet
from selfassess.reports.cell_text import text_of
from selfassess.ui.theme import Theme
from selfassess.words import _, interface

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ROWS_AT_MOST = 60
_STYLES = {
    Kind.TITLE: "h3",
    Kind.STATEMENT: "h2",
    Kind.HEADING: "small_bold",
    Kind.HEADER: "small_bold",
    Kind.STRONG: "small_bold",
    Kind.LEVEL: "small_bold",
}
_EMPTY = Cell()


class SheetModel(QAbstractTableModel):
    """The first rows of a sheet."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sheet: Sheet | None = None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet in view."""
        return self._sheet

    def show(self, sheet: Sheet | None) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; an empty one where the row is shorter."""
        cells = self._sheet.rows[row].cells if self._sheet else ()
        return cells[column] if column < len(cells) else _EMPTY

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        if self._sheet is None or parent.isValid():
            return 0
        return min(ROWS_AT_MOST, len(self._sheet.rows))

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if self._sheet is None or parent.isValid() else len(self._sheet.widths)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text_of(cell, interface())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return text_of(cell, interface()) or _("empty")
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(_STYLES.get(cell.kind, "small"))
        if role == Qt.ItemDataRole.ForegroundRole:
            name = "ink2" if cell.kind is Kind.NOTE else "ink"
            return QBrush(self._theme.colour(name))
        if role == Qt.ItemDataRole.BackgroundRole and cell.level:
            return QBrush(self._theme.level_colour(cell.level, "level_tint"))
        if role == Qt.ItemDataRole.BackgroundRole and cell.kind is Kind.HEADER:
            return QBrush(self._theme.colour("sunken"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return None
