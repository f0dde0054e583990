"""Long list: a list of thousands of rows that measures only those that are seen."""

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from selfassess.overriding import override
from selfassess.ui.parts.scroll import gives_way

Index = QModelIndex | QPersistentModelIndex
_USUAL = 64
"""Pixels that a row is taken to be high while none has been measured."""

_AROUND = 8
"""So many rows above those in view are measured too, so that a step up does not jump."""

_STEP = 20
_Move = QAbstractItemView.CursorAction
_STEPS = {
    _Move.MoveUp: -1,
    _Move.MovePrevious: -1,
    _Move.MoveLeft: -1,
    _Move.MoveDown: 1,
    _Move.MoveNext: 1,
    _Move.MoveRight: 1,
}


class LongList(QListView):
    """Rows under each other, each as high as its delegate says.

    Qt's own list measures all rows before it shows one. Here a row that was never in view is taken
    to be as high as the others are on the whole; what is in view never moves when rows above it
    turn out to be higher or lower.
    """

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        """Show the rows of a model, which belongs to the list from now on."""
        super().__init__(parent)
        self._measured: dict[int, int] = {}
        self._tops: list[int] = [0]
        self._usual = _USUAL
        model.setParent(self)
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not gives_way(self, event):
            super().wheelEvent(event)

    @override
    def doItemsLayout(self) -> None:
        first, inside = self._anchor()
        self._measured = {}
        self._stack()
        self._hold(first, inside)
        self._measure_in_view()
        QAbstractItemView.doItemsLayout(self)

    @override
    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(_STEP)
        bar.setRange(0, max(0, self._tops[-1] - room))

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def horizontalOffset(self) -> int:
        return 0

    @override
    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not 0 <= row < len(self._tops) - 1:
            return QRect()
        top = self._tops[row] - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._tops[row + 1] - self._tops[row])

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        y = p.y() + self.verticalOffset()
        inside = 0 <= y < self._tops[-1] and 0 <= p.x() < self.viewport().width()
        return self.model().index(self._row_at(y), 0) if inside else QModelIndex()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        self.executeDelayedItemsLayout()
        row, bar, room = index.row(), self.verticalScrollBar(), self.viewport().height()
        if not 0 <= row < len(self._tops) - 1:
            return
        self._measure(range(max(0, row - _AROUND), row + 1))
        top, bottom = self._tops[row], self._tops[row + 1]
        if top < bar.value() or bottom - top > room:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)
        self._measure_in_view()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._measure_in_view()
        self.viewport().update()

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        here, last = self.currentIndex().row(), self.model().rowCount() - 1
        if cursorAction in _STEPS:
            step = _STEPS[cursorAction]
            return self._nearest(here + step, step)
        if cursorAction is _Move.MoveHome:
            return self._nearest(0, 1)
        if cursorAction is _Move.MoveEnd:
            return self._nearest(last, -1)
        step = 1 if cursorAction is _Move.MovePageDown else -1
        aim = self._row_at(self._tops[max(0, here)] + step * self.viewport().height())
        aim = max(0, min(last, aim))
        return self._nearest(aim if aim != here else here + step, step)

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index, chosen = self.indexAt(rect.center()), QItemSelection()
        if index.isValid() and self._can_be_chosen(index):
            chosen = QItemSelection(index, index)
        self.selectionModel().select(chosen, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        state, here = option.state, self.currentIndex()
        under = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        for row in self._rows_in(event.rect()):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            option.state = state
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == under and self.viewport().underMouse():
                option.state |= QStyle.StateFlag.State_MouseOver
            if index == here and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)

    def _nearest(self, row: int, step: int) -> QModelIndex:
        """Return the first row from a row on that can be chosen, or else where the keyboard is."""
        model = self.model()
        while 0 <= row < model.rowCount():
            index = model.index(row, 0)
            if self._can_be_chosen(index):
                return index
            row += step
        return self.currentIndex()

    def _can_be_chosen(self, index: QModelIndex) -> bool:
        return bool(self.model().flags(index) & Qt.ItemFlag.ItemIsSelectable)

    def _row_at(self, y: int) -> int:
        return max(0, min(len(self._tops) - 2, bisect_right(self._tops, y) - 1))

    def _rows_in(self, where: QRect) -> range:
        if len(self._tops) == 1:
            return range(0)
        first = self._row_at(where.top() + self.verticalOffset())
        return range(first, self._row_at(where.bottom() + self.verticalOffset()) + 1)

    def _measure_in_view(self) -> None:
        """Measure the rows in view and some above them; those in view stay where they are."""
        rows = self._rows_in(self.viewport().rect())
        while rows and not self._measure(range(max(0, rows.start - _AROUND), rows.stop)):
            rows = self._rows_in(self.viewport().rect())

    def _measure(self, rows: range) -> bool:
        """Measure rows; say whether all were known already."""
        new = [row for row in rows if row not in self._measured]
        if not new:
            return True
        first, inside = self._anchor()
        option = QStyleOptionViewItem()
        for row in new:
            index = self.model().index(row, 0)
            self._measured[row] = self.itemDelegate().sizeHint(option, index).height()
        self._stack()
        self._hold(first, inside)
        return False

    def _anchor(self) -> tuple[int, int]:
        """Return the first row in view, and how many pixels of it are out of view."""
        first = self._row_at(self.verticalOffset())
        return first, self.verticalOffset() - self._tops[first]

    def _hold(self, first: int, inside: int) -> None:
        """Have a row the first in view again."""
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._tops[min(first, len(self._tops) - 1)] + inside)

    def _stack(self) -> None:
        known = self._measured
        if known:
            self._usual = round(sum(known.values()) / len(known))
        heights = [self._usual] * self.model().rowCount()
        for row, height in known.items():
            heights[row] = height
        self._tops = list(accumulate(heights, initial=0))
