"""Entry list: the list of a page that has a list and a reading pane."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from selfassess.overriding import override
from selfassess.ui.models.entries import ENTRY_ROLE, EntriesModel, Entry
from selfassess.ui.parts import paint
from selfassess.ui.parts.long_list import LongList
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE = 18
_INSIDE = 14
_NUMBER = 30
_AFTER = 6
_PADDING = 9
_OUTSIDE = 4
_HEADING = 12
_TAG = 20
_LEAST_FOR_TWO = 90
_HEIGHTS_KEPT = 2_000


class _Laid:
    """An entry's words in lines of a width."""

    def __init__(self, theme: Theme, entry: Entry, width: float) -> None:
        number = _number_width(theme, entry)
        room = width - 2 * (_SIDE + _INSIDE) - number
        self.left = _SIDE + _INSIDE + number
        self.room = room
        small = theme.font("small")
        advance = QFontMetricsF(small).horizontalAdvance
        self.right_width = advance(entry.right)
        tag = theme.font("cap_bold")
        self.tag_width = (
            QFontMetricsF(tag).horizontalAdvance(entry.tag) + theme.px(16) if entry.tag else 0.0
        )
        self.title = Paragraph(entry.title, theme.font("body_bold"), room, 1.15)
        beside = self.right_width + 12 if entry.right else 0.0
        second_room = room - beside
        self.right_below = bool(entry.right) and second_room < theme.px(_LEAST_FOR_TWO)
        if self.right_below:
            second_room = room
        self.second = Paragraph(entry.second, small, second_room, 1.2) if entry.second else None
        self.more = Paragraph(entry.more, small, room, 1.3) if entry.more else None
        self.line = theme.line("small")
        self.tag_height = theme.px(_TAG)

    def tops(self) -> tuple[float, float, float, float, float]:
        """Where second words, the words at the right, the tag and further words begin; the end."""
        y = self.title.height + 2
        second = right = y
        if self.second is not None:
            y += self.second.height
            if self.right_below:
                right = y
                y += self.line
        elif self.right_width:
            y += self.line
        tag = y
        if self.tag_width:
            tag = y + 2
            y += self.tag_height + 4
        more = y + 2
        if self.more is not None:
            y = more + self.more.height
        return second, right, tag, more, y


class _Delegate(QStyledItemDelegate):
    """Paints entries."""

    def __init__(self, theme: Theme, view: "EntryList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._heights: dict[tuple[Entry, int], int] = {}

    def forget(self) -> None:
        """Measure anew: fonts are others."""
        self._heights = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        key: tuple[Entry, int] = (index.data(ENTRY_ROLE), self._view.viewport().width())
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) == _HEIGHTS_KEPT:
                self._heights = {}
            height = self._heights[key] = self._height(*key)
        return QSize(0, height)

    def _height(self, entry: Entry, width: int) -> int:
        if entry.is_heading:
            font = self._theme.font("small_bold")
            heading = Paragraph(entry.title, font, self._words(width), 1.2)
            return round(heading.height) + 2 * _HEADING
        height = _Laid(self._theme, entry, width).tops()[-1]
        return round(height) + 2 * (_PADDING + _OUTSIDE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(option.rect)
        if entry.is_heading:
            self._paint_heading(painter, entry, whole)
        else:
            self._paint_ground(painter, option, whole)
            self._paint_entry(painter, option, entry, whole)
        painter.restore()

    def _words(self, width: float) -> float:
        return width - 2 * (_SIDE + _INSIDE)

    def _paint_heading(self, painter: QPainter, entry: Entry, whole: QRectF) -> None:
        font = self._theme.font("small_bold")
        heading = Paragraph(entry.title, font, self._words(whole.width()), 1.2)
        at = whole.topLeft() + QPointF(_SIDE + _INSIDE, _HEADING)
        heading.paint(painter, at, self._theme.colour("ink2"))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, whole: QRectF) -> None:
        theme = self._theme
        box = whole.adjusted(_SIDE, _OUTSIDE, -_SIDE, -_OUTSIDE)
        if _is(option, QStyle.StateFlag.State_Selected):
            paint.box(
                painter,
                box,
                theme.radius(),
                fill=theme.colour("tint"),
                border=theme.colour("accent"),
                width=theme.stroke("chosen"),
            )
            if self._view.hasFocus():
                ring = box.adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE)
                colour, width = theme.colour("focus"), theme.stroke("focus")
                paint.box(painter, ring, theme.radius() + 3, border=colour, width=width)
            return
        if _is(option, QStyle.StateFlag.State_MouseOver):
            paint.box(painter, box, theme.radius(), fill=theme.colour("surface"))
        line = QRectF(whole.left() + _SIDE + _INSIDE, whole.bottom() - 1, 0, 1)
        line.setRight(whole.right() - _SIDE - _INSIDE)
        painter.fillRect(line, theme.colour("line"))

    def _paint_entry(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, whole: QRectF
    ) -> None:
        theme = self._theme
        laid = _Laid(theme, entry, whole.width())
        chosen = _is(option, QStyle.StateFlag.State_Selected)
        left, top = whole.left() + laid.left, whole.top() + _OUTSIDE + _PADDING
        second, right, tag, more, _end = laid.tops()
        ink, ink2 = theme.colour("ink"), theme.colour("ink2")
        if entry.number:
            wide = _number_width(theme, entry)
            at = QRectF(whole.left() + _SIDE + _INSIDE, top, wide, theme.line("h3"))
            colour = theme.colour("accent" if chosen else "ink2")
            paint.words(painter, at, entry.number, theme.font("h3"), colour)
        laid.title.paint(painter, QPointF(left, top), ink)
        if laid.second is not None:
            laid.second.paint(painter, QPointF(left, top + second), ink2)
        if entry.right:
            at = QRectF(left, top + right, laid.room, laid.line)
            if not laid.right_below:
                at.setLeft(left + laid.room - laid.right_width - 1)
            paint.words(painter, at, entry.right, theme.font("small"), ink2)
        if entry.tag:
            box = QRectF(left, top + tag, laid.tag_width, laid.tag_height)
            paint.box(painter, box, theme.radius("tag"), border=ink)
            paint.words(painter, box, entry.tag, theme.font("cap_bold"), ink, centred=True)
        if laid.more is not None:
            laid.more.paint(painter, QPointF(left, top + more), ink2)


class EntryList(LongList):
    """Entries under each other; arrow keys choose, letters are left to the page.

    Signals:
        chosen: Another entry was chosen; carries its id.
        opened: An entry was opened with Enter or a double click; carries its id.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        self._entries = EntriesModel()
        super().__init__(self._entries, parent)
        self._telling = True
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setObjectName("quiet")
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        clothe(self, theme)

    @property
    def here(self) -> str:
        """The id of the entry chosen; empty for none."""
        place = self.currentIndex().row()
        return self._entries.entries.ids[place] if place >= 0 else ""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all entries that can be chosen, in order."""
        return tuple(filter(None, self._entries.entries.ids))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the one that was chosen stays so, or else its place."""
        here, before = self.here, self.ids
        self._telling = False
        self._entries.show(entries)
        self._telling = True
        if here not in self.ids:
            here = _nearest(here, before, self.ids)
        self.choose(here)

    def choose(self, id_: str) -> None:
        """Choose an entry without telling anybody."""
        place = self._entries.place_of(id_)
        self._telling = False
        self.setCurrentIndex(self._entries.index(place) if place >= 0 else QModelIndex())
        self._telling = True

    def step(self, steps: int) -> str:
        """Choose the entry so many further on, tell everybody, and return its id."""
        ids = self.ids
        if not ids:
            return ""
        place = ids.index(self.here) + steps if self.here in ids else 0
        self.setCurrentIndex(
            self._entries.index(self._entries.place_of(ids[max(0, min(len(ids) - 1, place))]))
        )
        return self.here

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and self._telling:
            self.chosen.emit(self.here)

    def _on_activated(self, _index: QModelIndex) -> None:
        self.opened.emit(self.here)


def _number_width(theme: Theme, entry: Entry) -> float:
    if not entry.number:
        return 0.0
    needs = theme.width(entry.number, "h3") + theme.px(_AFTER)
    return max(float(theme.px(_NUMBER)), needs)


def _is(option: QStyleOptionViewItem, state: QStyle.StateFlag) -> bool:
    return bool(option.state & state)


def _nearest(gone: str, before: tuple[str, ...], now: tuple[str, ...]) -> str:
    if not now:
        return ""
    place = before.index(gone) if gone in before else 0
    return now[min(place, len(now) - 1)]
