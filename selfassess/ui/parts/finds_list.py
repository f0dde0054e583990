"""Finds list: what the search found, with the words looked for in bold."""

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
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from selfassess.core.search import Passage
from selfassess.overriding import override
from selfassess.ui.models.finds import Find
from selfassess.ui.models.finds_model import FIND_ROLE, FindsModel
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph, Stretch
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_SIDE, _PAD = 12, 12
_ICON = 15
_LEFT = 28
_ABOVE = 8
_GAP = 2
_LEADING = 1.2
_HEADING_ABOVE, _HEADING_BELOW = 12, 4
_LINES, _FULL = 2, 0.9


class _Laid:
    """A find's words in lines of a width."""

    def __init__(self, theme: Theme, find: Find, width: float) -> None:
        self.left = _SIDE + _PAD + theme.px(_LEFT)
        room = width - self.left - _SIDE - _PAD
        small = theme.font("small")
        self.beside = QFontMetricsF(small).horizontalAdvance(find.beside)
        beside = self.beside + 16 if find.beside else 0.0
        bold, body = theme.font("body_bold"), theme.font("body")
        self.title = _paragraph(find.title, body, bold, room - beside)
        self.passage: Paragraph | None = None
        if find.passage.text:
            shown = _shortened(find.passage, small, room)
            self.passage = _paragraph(shown, small, theme.font("small_bold"), room)

    @property
    def height(self) -> float:
        """The height of all its lines."""
        more = _GAP + self.passage.height if self.passage is not None else 0.0
        return self.title.height + more


class _Delegate(QStyledItemDelegate):
    """Paints finds and the headings above them."""

    def __init__(self, theme: Theme, view: "FindsList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(FIND_ROLE)
        if isinstance(row, str):
            line = self._theme.line("cap_bold")
            return QSize(0, round(line) + _HEADING_ABOVE + _HEADING_BELOW)
        laid = _Laid(self._theme, row, self._view.viewport().width())
        return QSize(0, round(laid.height) + 2 * _ABOVE)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row, whole = self._theme, index.data(FIND_ROLE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            where = whole.adjusted(_SIDE + _PAD, _HEADING_ABOVE, -_SIDE, -_HEADING_BELOW)
            paint.words(painter, where, row, theme.font("cap_bold"), theme.colour("ink3"))
        else:
            self._paint_find(painter, option, row, whole)
        painter.restore()

    def _paint_find(
        self, painter: QPainter, option: QStyleOptionViewItem, find: Find, whole: QRectF
    ) -> None:
        theme, laid = self._theme, _Laid(self._theme, find, whole.width())
        box = whole.adjusted(_SIDE, 1, -_SIDE, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            chosen = {"fill": theme.colour("tint"), "border": theme.colour("accent")}
            paint.box(painter, box, theme.radius(), width=theme.stroke("chosen"), **chosen)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, box, theme.radius(), fill=theme.colour("canvas"))
        top = whole.top() + _ABOVE
        size = theme.px(_ICON)
        line = theme.line("body")
        centre = QPointF(whole.left() + _SIDE + _PAD + size / 2, top + line / 2)
        paint.symbol(painter, find.icon, centre, size, theme.colour("ink2"))
        laid.title.paint(painter, QPointF(whole.left() + laid.left, top), theme.colour("ink"))
        if find.beside:
            where = QRectF(0, top, laid.beside + 2, line)
            where.moveRight(whole.right() - _SIDE - _PAD)
            paint.words(painter, where, find.beside, theme.font("small"), theme.colour("ink2"))
        if laid.passage is not None:
            at = QPointF(whole.left() + laid.left, top + laid.title.height + _GAP)
            laid.passage.paint(painter, at, theme.colour("ink2"))


class FindsList(QListView):
    """What was found; one of it is chosen, while the keyboard stays in the box above.

    Signals:
        chosen: Another find is chosen.
        opened: A find was pressed or entered.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finds = FindsModel(self)
        self.setModel(self._finds)
        self.setItemDelegate(_Delegate(theme, self))
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)
        clothe(self, theme)

    @property
    def here(self) -> Find | None:
        """The find that is chosen; None where there is none."""
        return self._finds.find_at(self.currentIndex())

    @property
    def found(self) -> tuple[Find, ...]:
        """Everything that was found."""
        return tuple(row for row in self._finds.rows if isinstance(row, Find))

    def show_finds(self, found: tuple[Find, ...]) -> None:
        """Show other finds, with the first of them chosen."""
        self._finds.show(found)
        self.step(1)

    def step(self, steps: int) -> None:
        """Choose the next find up or down; at the first one show its heading too."""
        place = self._finds.beyond(self.currentIndex().row(), steps)
        if place >= 0:
            self.setCurrentIndex(self._finds.index(place))
            if self._finds.beyond(place, -1) == place:
                self.scrollToTop()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._finds.find_at(self.indexAt(event.position().toPoint())) is not None:
            self.opened.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit()

    def _on_activated(self, _index: QModelIndex) -> None:
        self.opened.emit()


def _paragraph(passage: Passage, font: QFont, bold: QFont, width: float) -> Paragraph:
    stretches = tuple(Stretch(start, end - start, bold, None) for start, end in passage.marks)
    return Paragraph(passage.text, font, width, _LEADING, stretches)


def _shortened(passage: Passage, font: QFont, width: float) -> Passage:
    """Return so much of a passage, around its first mark, as has room in a few lines."""
    text, marks = passage.text, passage.marks
    most = int(_LINES * width / QFontMetricsF(font).averageCharWidth() * _FULL)
    if len(text) <= most:
        return passage
    first = marks[0][0] if marks else 0
    start = max(0, min(first - most // 3, len(text) - most))
    start = text.find(" ", start) + 1 if start else 0
    end = start + most
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1)
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    moved = tuple(
        (s - start + len(before), e - start + len(before))
        for s, e in marks
        if start <= s and e <= end
    )
    return Passage(before + text[start:end] + after, moved)
