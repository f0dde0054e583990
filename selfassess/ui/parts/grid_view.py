"""Grid view: the grid of all answers, moved in by arrow keys; its heads stay put."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from selfassess.overriding import override
from selfassess.ui.models.grid_cell import GridCell, GridColumn, Kind
from selfassess.ui.models.grid_model import GridModel
from selfassess.ui.models.grid_rows import GridRow
from selfassess.ui.parts.grid_cells import GridCells
from selfassess.ui.parts.grid_heads import Corner, GridHead, GridSide
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.scroll import gives_way
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_SHORT_ROW = 28
_LEAST_ROWS = 5
_AGREED, _EVIDENCE_ICON, _LEAST_NOTE = 84, 50, 190

_KEYS = {
    Qt.Key.Key_1: "1",
    Qt.Key.Key_2: "2",
    Qt.Key.Key_3: "3",
    Qt.Key.Key_4: "4",
    Qt.Key.Key_5: "5",
    Qt.Key.Key_D: "dk",
    Qt.Key.Key_X: "na",
    Qt.Key.Key_E: "evidence",
    Qt.Key.Key_P: "people",
    Qt.Key.Key_S: "sort",
    Qt.Key.Key_F2: "note",
    Qt.Key.Key_Delete: "clear",
    Qt.Key.Key_Backspace: "clear",
}
_ACTS = {
    "dont-know": "dk",
    "not-applicable": "na",
    "evidence": "evidence",
    "cell-note": "note",
    "clear": "clear",
    "copy": "copy",
    "paste": "paste",
}
"""What the acts of the page press."""

_SEQUENCES = (
    (QKeySequence.StandardKey.Copy, "copy"),
    (QKeySequence.StandardKey.Paste, "paste"),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """The grid; it moves by itself and tells what else is pressed.

    Signals:
        reached: The keyboard came to another cell.
        pressed: A key was pressed at the cell; carries a level `1` to `5`, `dk`, `na`, `clear`,
            `note`, `evidence`, `people`, `sort`, `copy` or `paste`.
        fold_wanted: A dimension should be folded or unfolded; carries its id.
        sort_wanted: Rows should be sorted by a column; carries its place.
    """

    reached = Signal()
    pressed = Signal(str)
    fold_wanted = Signal(str)
    sort_wanted = Signal(int)

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.grid = GridModel(self)
        self._cells = GridCells(theme, self)
        self._short = False
        self._telling = True
        self._head = GridHead(theme, self.grid, self)
        self._side = GridSide(theme, self.grid, self)
        self._corner = Corner(theme, self)
        self.setModel(self.grid)
        self.setHorizontalHeader(self._head)
        self.setVerticalHeader(self._side)
        self.setItemDelegate(self._cells)
        self.setCornerWidget(Ground(theme, parent=self))
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._head.sectionClicked.connect(self.sort_wanted)
        self._side.sectionClicked.connect(self._on_side_clicked)
        clothe(self, theme)

    @property
    def here(self) -> tuple[GridRow, GridColumn] | None:
        """The row and column where the keyboard is; None where there is none."""
        index = self.currentIndex()
        row = self.grid.row(index)
        return (row, self.grid.columns[index.column()]) if row is not None else None

    @property
    def cell(self) -> GridCell | None:
        """The cell where the keyboard is; None at a heading."""
        return self.grid.cell(self.currentIndex())

    def show_grid(self, columns: tuple[GridColumn, ...], rows: tuple[GridRow, ...]) -> None:
        """Show other rows; the keyboard stays at its question and column where they are there."""
        here, place = self.here, self.currentIndex().row()
        self._telling = False
        if self.grid.show(columns, rows):
            self._lay_out()
            if rows:
                self._restore(here, place)
            self.viewport().update()
            self._side.viewport().update()
        self._telling = True

    def go_to(self, row: str, column: str = "") -> bool:
        """Bring the keyboard to a question, and there to the column of a key; say if it is."""
        place = self.grid.place_of(row)
        if place < 0:
            return False
        across = self._place_of(column)
        across = max(0, self.currentIndex().column()) if across < 0 else across
        self.setCurrentIndex(self.grid.index(place, across))
        return True

    def mark_sorted(self, column: str, *, highest_first: bool) -> None:
        """Show by the column of which key rows are sorted; empty for none."""
        self._head.mark_sorted(self._place_of(column), highest_first=highest_first)

    def set_short(self, short: bool) -> None:
        """Use rows of the height for low windows."""
        if short != self._short:
            self._short = short
            self._lay_out()

    def chosen_cells(self) -> tuple[tuple[int, int], ...]:
        """Return the rows and columns of the cells that are chosen, line by line."""
        places = {(index.row(), index.column()) for index in self.selectedIndexes()}
        index = self.currentIndex()
        places = places or ({(index.row(), index.column())} if index.isValid() else set())
        return tuple(sorted(p for p in places if not self.grid.rows[p[0]].is_heading))

    def presses(self) -> dict[str, Callable[[], None]]:
        """Return what can be pressed at a cell, by the names of the acts of pages."""
        return {name: partial(self.pressed.emit, what) for name, what in _ACTS.items()}

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not gives_way(self, event):
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.grid.row(self.currentIndex())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        for sequence, act in _SEQUENCES:
            if event.matches(sequence):
                self.pressed.emit(act)
                return
        if row is not None and row.is_heading and plain and self._folds(row, key):
            self.fold_wanted.emit(row.id)
        elif row is not None and key in _ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(-1 if back else 1)
        elif plain and key in _KEYS:
            self.pressed.emit(_KEYS[key])
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.grid.row(self.indexAt(event.position().toPoint()))
        if row is not None and row.is_heading:
            self.fold_wanted.emit(row.id)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid.rows:
            self._restore(None, 0)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._lay_out()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        across, down = self._head.geometry(), self._side.geometry()
        self._corner.setGeometry(down.left(), across.top(), down.width(), across.height())
        self._corner.raise_()

    def _folds(self, row: GridRow, key: Qt.Key) -> bool:
        if key in (*_ENTER, Qt.Key.Key_Space):
            return True
        return key is (Qt.Key.Key_Left if row.is_open else Qt.Key.Key_Right)

    def _step(self, steps: int) -> None:
        """Go to the next question up or down, over headings."""
        index = self.currentIndex()
        place = index.row() + steps
        while 0 <= place < len(self.grid.rows) and self.grid.rows[place].is_heading:
            place += steps
        if 0 <= place < len(self.grid.rows):
            self.setCurrentIndex(self.grid.index(place, index.column()))

    def _restore(self, here: tuple[GridRow, GridColumn] | None, place: int) -> None:
        rows = self.grid.rows
        found = self.grid.place_of(here[0].id) if here is not None else -1
        if found < 0 and place > 0:
            found = min(place, len(rows) - 1)
        if found < 0:
            found = next((k for k, one in enumerate(rows) if not one.is_heading), 0)
        across = self._place_of(here[1].key) if here is not None else 0
        self.setCurrentIndex(self.grid.index(found, max(0, across)))

    def _place_of(self, column: str) -> int:
        keys = [one.key for one in self.grid.columns]
        return keys.index(column) if column in keys else -1

    def _lay_out(self) -> None:
        columns, rows, theme = self.grid.columns, self.grid.rows, self._theme
        if not columns:
            return
        self._side.share(self.width())
        least = theme.px(_SHORT_ROW) if self._short else theme.size("grid_row")
        for place in range(len(rows)):
            self.setRowHeight(place, self._side.height_of(place, least))
        taken = 0
        for place, column in enumerate(columns[:-1]):
            wide = self._width(column)
            self.setColumnWidth(place, wide)
            taken += wide
        spare = (
            self.width() - self._side.width() - taken - self.verticalScrollBar().sizeHint().width()
        )
        self.setColumnWidth(len(columns) - 1, max(spare, theme.px(_LEAST_NOTE)))
        self._cells.evidence = next(k for k, c in enumerate(columns) if c.kind is Kind.EVIDENCE)
        self._head.setFixedHeight(self._head.sizeHint().height())
        self.setMinimumHeight(self._head.height() + _LEAST_ROWS * least)
        self.updateGeometries()

    def _width(self, column: GridColumn) -> int:
        theme = self._theme
        if column.is_answers:
            return self._head.width_of(column)
        if column.kind is Kind.AGREED:
            return theme.px(_AGREED)
        metrics = QFontMetricsF(theme.font("small"))
        place = self.grid.columns.index(column)
        said = [row.cells[place].words for row in self.grid.rows if not row.is_heading]
        widest = max(metrics.horizontalAdvance(words) for words in (column.head, *said))
        return round(widest) + theme.px(_EVIDENCE_ICON)

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        for row in {now.row(), before.row()} - {-1}:
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            self.viewport().update(0, top, self.viewport().width(), high)
        if self._telling:
            self.reached.emit()

    def _on_side_clicked(self, place: int) -> None:
        if self.grid.rows[place].is_heading:
            self.fold_wanted.emit(self.grid.rows[place].id)
