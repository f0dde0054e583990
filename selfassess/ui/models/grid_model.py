"""The grid of all answers for a table view."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfassess.overriding import override
from selfassess.ui.models.grid_cell import GridCell, GridColumn
from selfassess.ui.models.grid_rows import GridRow
from selfassess.words import _

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
_TOP = QModelIndex()


class GridModel(QAbstractTableModel):
    """Rows of cells; what changes only in words keeps the place of the keyboard."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[GridColumn, ...] = ()
        self.rows: tuple[GridRow, ...] = ()

    def show(self, columns: tuple[GridColumn, ...], rows: tuple[GridRow, ...]) -> bool:
        """Show other rows; say whether the view has to lay itself out anew."""
        if columns == self.columns and _frame(rows) == _frame(self.rows):
            before, self.rows = self.rows, rows
            for place, (was, row) in enumerate(zip(before, rows, strict=True)):
                if was != row:
                    last = self.index(place, len(columns) - 1)
                    self.dataChanged.emit(self.index(place, 0), last)
                if (was.title, was.must_have) != (row.title, row.must_have):
                    self.headerDataChanged.emit(Qt.Orientation.Vertical, place, place)
            return False
        self.beginResetModel()
        self.columns, self.rows = columns, rows
        self.endResetModel()
        return True

    def cell(self, index: Index) -> GridCell | None:
        """Return the cell at an index; None at a heading or outside."""
        row = self.row(index)
        return row.cells[index.column()] if row is not None and not row.is_heading else None

    def row(self, index: Index) -> GridRow | None:
        """Return the row at an index; None outside."""
        return self.rows[index.row()] if index.isValid() else None

    def place_of(self, id_: str) -> int:
        """Return the place of a row; -1 where there is none of that id."""
        return next((place for place, row in enumerate(self.rows) if row.id == id_), -1)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == CELL_ROLE:
            return self.cell(index) or row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.says if row.is_heading else row.cells[index.column()].words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, index.column())
        return None

    def spoken(self, row: GridRow, column: int) -> str:
        """Return what a screen reader says at a cell."""
        if row.is_heading:
            state = _("open") if row.is_open else _("folded")
            return _(
                "{dimension}, {band}, {state}", dimension=row.title, band=row.says, state=state
            )
        who = self.columns[column].full
        return _("{topic}, {who}: {said}", topic=row.id, who=who, said=row.cells[column].spoken)

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal:
            column = self.columns[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return column.full if column.full.casefold() != column.head.casefold() else None
            return column.full if role == Qt.ItemDataRole.DisplayRole else None
        row = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if row.is_heading else f"{row.id} {row.title}"
        return None


def _frame(rows: tuple[GridRow, ...]) -> list[tuple[str, bool]]:
    return [(row.id, row.is_open) for row in rows]
