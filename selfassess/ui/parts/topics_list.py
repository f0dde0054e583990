"""Topics list: topics to tick for the room, with why each deserves it."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from selfassess.overriding import override
from selfassess.ui.models.room_topics import ROW_ROLE, TopicRow, TopicsModel
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.parts.scroll import gives_way
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW, _HEADING = 48, 38
_INSET, _OUTSIDE = 5, 4
_BOX = 18
_NUMBER = 26
_AIR = 6
_LEADING = 1.1


class _Rows(QStyledItemDelegate):
    """Paints topics and headings."""

    def __init__(self, theme: Theme, view: "TopicsList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: TopicRow = index.data(ROW_ROLE)
        if row.is_heading:
            return QSize(0, self._theme.px(_HEADING))
        title, why = self._laid(row, self._words_left(), self._view.viewport().width())
        needs = title.height + why.height + 2 * self._theme.px(_AIR)
        return QSize(0, max(self._theme.px(_ROW), round(needs)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TopicRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        if row.is_heading:
            said = whole.adjusted(_INSET + 8, self._theme.px(10), 0, 0)
            font, ink = self._theme.font("small_bold"), self._theme.colour("ink2")
            paint.words(painter, said, row.title, font, ink)
        else:
            self._paint_row(
                painter, whole, row, here=index.row() == self._view.currentIndex().row()
            )
        painter.restore()

    def _paint_row(self, painter: QPainter, whole: QRectF, row: TopicRow, *, here: bool) -> None:
        theme = self._theme
        box = whole.adjusted(_INSET, _OUTSIDE, -_INSET, -_OUTSIDE)
        if here:
            chosen = {"fill": theme.colour("tint"), "border": theme.colour("accent")}
            paint.box(painter, box, theme.radius(), width=theme.stroke("chosen"), **chosen)
            if self._view.hasFocus():
                ring = box.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
                colour, width = theme.colour("focus"), theme.stroke("focus")
                paint.box(painter, ring, theme.radius() + 3, border=colour, width=width)
        side = theme.px(_BOX)
        tick = QRectF(box.left() + 10, box.center().y() - side / 2, side, side)
        self._paint_tick(painter, tick, chosen=row.chosen)
        left = tick.right() + 8
        number = QRectF(left, box.top(), theme.px(_NUMBER), box.height())
        if row.number:
            font, ink = theme.font("small"), theme.colour("ink2")
            paint.words(painter, number, str(row.number), font, ink)
        left = number.right()
        title, why = self._laid(row, self._words_left(), whole.width())
        top = box.center().y() - (title.height + (why.height if row.why else 0.0)) / 2
        first = QRectF(left, top, self._code_width(), theme.line("body"))
        paint.words(painter, first, row.id, theme.font("small_bold"), theme.colour("ink2"))
        at = QPointF(self._words_left(), top)
        title.paint(painter, at, theme.colour("ink"))
        why.paint(painter, at + QPointF(0, title.height), theme.colour("ink2"))

    def _laid(self, row: TopicRow, left: float, width: float) -> tuple[Paragraph, Paragraph]:
        theme, room = self._theme, width - left - _INSET - 8
        return (
            Paragraph(row.title, theme.font("body"), room, _LEADING),
            Paragraph(row.why, theme.font("cap"), room, _LEADING),
        )

    def _words_left(self) -> float:
        before = self._theme.px(_BOX) + self._theme.px(_NUMBER)
        return _INSET + 10 + before + 8 + self._code_width()

    def _code_width(self) -> float:
        return self._theme.width("MM0", "small_bold") + 6

    def _paint_tick(self, painter: QPainter, where: QRectF, *, chosen: bool) -> None:
        theme = self._theme
        if chosen:
            paint.box(painter, where, theme.radius("tag"), fill=theme.colour("accent"))
            size, ink = theme.px(12), theme.colour("on_accent")
            paint.symbol(painter, "check", QPointF(where.center()), size, ink)
        else:
            fill, border = theme.colour("surface"), theme.colour("line_strong")
            paint.box(painter, where, theme.radius("tag"), fill=fill, border=border)


class TopicsList(QListView):
    """Topics; Space ticks, Alt with up and down moves those in the room.

    Signals:
        ticked: A topic was ticked or unticked; carries its id.
        moved: A topic is to move in the room; carries its id and -1 or 1.
        opened: A topic was opened; carries its id.
    """

    ticked = Signal(str)
    moved = Signal(str, int)
    opened = Signal(str)

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.topics = TopicsModel(self)
        self.setModel(self.topics)
        self.setItemDelegate(_Rows(theme, self))
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._on_activated)
        clothe(self, theme)

    @property
    def here(self) -> str:
        """The topic that is chosen; empty for none."""
        return self._id(self.currentIndex())

    def show_rows(self, rows: tuple[TopicRow, ...]) -> None:
        """Show other rows; the topic that was chosen stays so, wherever it went."""
        here = self.here
        self.topics.show(rows)
        index = self.topics.index_of(here)
        if not index.isValid():
            index = self.topics.index(1) if len(rows) > 1 else QModelIndex()
        self.setCurrentIndex(index)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not gives_way(self, event):
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        here = self.here
        if here and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(here)
        elif here and steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(here, steps)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < self._theme.px(_BOX) + 22:
            id_ = self._id(index)
            if id_:
                self.ticked.emit(id_)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _id(self, index: Index) -> str:
        if not index.isValid() or index.row() >= len(self.topics.rows):
            return ""
        return self.topics.rows[index.row()].id

    def _on_activated(self, index: QModelIndex) -> None:
        id_ = self._id(index)
        if id_:
            self.opened.emit(id_)
