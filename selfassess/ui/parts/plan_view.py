"""Plan view: the actions in a table with groups that can be folded away."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from selfassess.overriding import override
from selfassess.ui.models.plan_model import VALUE_ROLE, Column, PlanModel
from selfassess.ui.models.plan_rows import PlanGroup
from selfassess.ui.parts import paint
from selfassess.ui.parts.plan_cells import INDENT, PlanCells
from selfassess.ui.parts.scroll import gives_way
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_WIDTHS = {Column.BARRIER: 168, Column.OWNER: 164, Column.DUE: 136, Column.STATUS: 118}
_NARROW = {Column.OWNER: 108, Column.DUE: 112, Column.STATUS: 104}
_LEAST_ACTION, _BARE_ACTION = 250, 200
_EDGE = 4
_HEAD = 34


class _Head(QHeaderView):
    """The words over the columns, above a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(_HEAD))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, where = self._theme, QRectF(rect)
        painter.fillRect(where, theme.colour("surface"))
        line = QRectF(where.left(), where.bottom() - 1, where.width(), 1)
        first, last = logicalIndex == Column.ACTION, logicalIndex == Column.STATUS
        line.adjust(_EDGE if first else 0, 0, -_EDGE if last else 0, 0)
        painter.fillRect(line, theme.colour("line_strong"))
        where.adjust(INDENT if first else 0, 0, 0, -2)
        said = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        paint.words(painter, where, str(said), theme.font("small_bold"), theme.colour("ink"))


class PlanView(QTreeView):
    """The plan; arrow keys choose an action, letters are left to the page.

    Signals:
        chosen: Another action was chosen; carries its id, or nothing at the heading of a group.
        opened: An action is to be edited; carries its id.
        dragged: An action was dragged to the place of another one; carries both ids.
    """

    chosen = Signal(str)
    opened = Signal(str)
    dragged = Signal(str, str)

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan = PlanModel(self)
        self._cells = PlanCells(theme, self)
        self._folded: dict[str, bool] = {}
        self._telling = True
        self._held: QPoint | None = None
        self._over = QPersistentModelIndex()
        self.setModel(self._plan)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(True)
        head = _Head(theme, self)
        self.setHeader(head)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(24)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.expanded.connect(self._on_folded)
        self.collapsed.connect(self._on_folded)
        self.doubleClicked.connect(self._on_double_clicked)
        clothe(self, theme)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all actions, in the order in which they stand."""
        return self._plan.ids

    @property
    def here(self) -> str:
        """The id of the action chosen; empty for none."""
        row = self._plan.row_of(self.currentIndex())
        return row.id if row else ""

    def beside(self, steps: int) -> str:
        """Return the action so many places on in the same group; empty where there is none."""
        index = self.currentIndex()
        row = self._plan.row_of(index.siblingAtRow(index.row() + steps))
        return row.id if row else ""

    def show_groups(self, groups: tuple[PlanGroup, ...]) -> None:
        """Show other groups; the action that was chosen stays so."""
        here = self.here
        self._telling = False
        if self._plan.show(groups):
            for place, group in enumerate(groups):
                index = self._plan.index(place, 0)
                self.setFirstColumnSpanned(place, QModelIndex(), True)
                self.setExpanded(index, not self._folded.get(group.key, group.is_done))
        self._telling = True
        self.choose(here)
        self.scheduleDelayedItemsLayout()

    def choose(self, id_: str) -> None:
        """Choose an action without telling anybody; unfold its group."""
        index = self._plan.index_of(id_)
        self._telling = False
        if index.isValid():
            self.expand(index.parent())
        self.setCurrentIndex(index)
        self._telling = True

    def choose_first(self) -> str:
        """Choose the first action that is in sight, and return its id."""
        for place, group in enumerate(self._plan.groups):
            if self.isExpanded(self._plan.index(place, 0)):
                self.choose(group.rows[0].id)
                return group.rows[0].id
        return ""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._share_width()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not gives_way(self, event):
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.here:
            self.opened.emit(self.here)
        elif (is_enter or event.key() == Qt.Key.Key_Space) and index.isValid() and not self.here:
            self.setExpanded(index, not self.isExpanded(index))
        elif _is_for_the_page(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            self._paint_ring()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and self._plan.row_of(index) is None:
            top = index.siblingAtColumn(0)
            self.setExpanded(top, not self.isExpanded(top))
        elif self.here and event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        at = event.position().toPoint()
        if (at - self._held).manhattanLength() < QApplication.startDragDistance():
            return
        self._over = QPersistentModelIndex(self._in_same_group(self.indexAt(at)))
        dragging = self._over.isValid()
        shape = Qt.CursorShape.ClosedHandCursor if dragging else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        over = self._plan.row_of(self._over)
        here = self.here
        self._held, self._over = None, QPersistentModelIndex()
        self.viewport().unsetCursor()
        self.viewport().update()
        if over is not None and over.id != here:
            self.dragged.emit(here, over.id)

    def _in_same_group(self, index: QModelIndex) -> QModelIndex:
        row = self._plan.row_of(index)
        same = row is not None and index.parent() == self.currentIndex().parent()
        return index.siblingAtColumn(0) if same else QModelIndex()

    @override
    def drawRow(
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        value, where = index.data(VALUE_ROLE), QRectF(options.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, index, where)
        if isinstance(value, PlanGroup):
            self._cells.paint_group(
                painter, value, where, open_=self.isExpanded(index.sibling(index.row(), 0))
            )
        painter.restore()
        if isinstance(value, PlanGroup):
            return
        for column in Column:
            if not self.isColumnHidden(column):
                cell = QStyleOptionViewItem(options)
                here = index.sibling(index.row(), column)
                cell.rect = self.visualRect(here)
                self._cells.paint(painter, cell, here)

    @override
    def drawBranches(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint nothing: the heading of a group has its own chevron."""

    def _paint_ground(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, where: QRectF
    ) -> None:
        theme = self._theme
        is_row = self._plan.row_of(index) is not None
        here = self.currentIndex().siblingAtColumn(0) == index.sibling(index.row(), 0)
        box = where.adjusted(_EDGE, 1, -_EDGE, -1)
        if here and is_row:
            chosen = {"fill": theme.colour("tint"), "border": theme.colour("accent")}
            paint.box(painter, box, theme.radius(), width=theme.stroke("chosen"), **chosen)
        elif is_row:
            if self._is_under_pointer(where):
                paint.box(painter, box, theme.radius(), fill=theme.colour("canvas"))
            line = QRectF(where.left() + 12, where.bottom() - 1, where.width() - 24, 1)
            painter.fillRect(line, theme.colour("line"))
        if self._over.isValid() and self._over == index.sibling(index.row(), 0) and not here:
            below = self._over.row() > self.currentIndex().row()
            top = where.bottom() - 2 if below else where.top()
            mark = QRectF(where.left() + 8, top, where.width() - 16, 3)
            painter.fillRect(mark, theme.colour("accent"))

    def _paint_ring(self) -> None:
        theme, index = self._theme, self.currentIndex().siblingAtColumn(0)
        row = QRectF(self.visualRect(index))
        row.setRight(self.viewport().width())
        is_row = self._plan.row_of(index) is not None
        ring = row.adjusted(0, -3, 0, 3) if is_row else row.adjusted(_EDGE, 5, -_EDGE, -3)
        colour, width = theme.colour("focus"), theme.stroke("focus")
        radius = theme.radius() + (_EDGE if is_row else 0)
        paint.box(QPainter(self.viewport()), ring, radius, border=colour, width=width)

    def _is_under_pointer(self, where: QRectF) -> bool:
        if not self.viewport().underMouse():
            return False
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        return where.top() <= at.y() < where.bottom()

    def _share_width(self) -> None:
        theme, room = self._theme, self.viewport().width()
        widths = {column: theme.px(wide) for column, wide in _WIDTHS.items()}
        with_barrier = room - sum(widths.values()) >= theme.px(_LEAST_ACTION)
        if not with_barrier:
            widths[Column.BARRIER] = 0
            spare = room - sum(widths.values()) - theme.px(_LEAST_ACTION)
            if spare < 0:  # owners go on to a second line more easily than a date or a status
                most = sum(widths.values()) - sum(map(theme.px, _NARROW.values()))
                share = min(1.0, -spare / most)
                for column, least in _NARROW.items():
                    widths[column] -= round((widths[column] - theme.px(least)) * share)
                narrow = (room - theme.px(_BARE_ACTION)) / max(1, sum(widths.values()))
                if narrow < 1:
                    widths = {c: int(wide * max(0.6, narrow)) for c, wide in widths.items()}
        widths[Column.ACTION] = max(INDENT + 60, room - sum(widths.values()))
        self.setColumnHidden(Column.BARRIER, not with_barrier)
        self._cells.with_barrier = with_barrier
        self._cells.widths = {int(column): wide for column, wide in widths.items()}
        for column, wide in widths.items():
            if wide:
                self.header().resizeSection(column, wide)
        self.scheduleDelayedItemsLayout()

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid() and self._telling:
            self.chosen.emit(self.here)

    def _on_folded(self, index: QModelIndex) -> None:
        if self._telling:
            group = self._plan.groups[index.row()]
            self._folded[group.key] = not self.isExpanded(index)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        if self.here:
            self.opened.emit(self.here)


def _is_for_the_page(event: QKeyEvent) -> bool:
    typed = event.text().strip() and event.text().isprintable()
    return bool(typed or event.modifiers() & Qt.KeyboardModifier.AltModifier)
