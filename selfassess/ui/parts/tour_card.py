"""Tour card: a small notice that points at a part of the window."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.roles import GROUP
from selfassess.ui.parts.tab_order import move_focus
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_WIDE = 330
_NOTCH = 10
_APART = 6
_EDGE = 8


class TourCard(QWidget):
    """Title, words, and the ways on, back and out; it points to the side where its thing is.

    Signals:
        next_wanted: The user wants the next stop.
        back_wanted: The user wants the stop before.
        leave_wanted: The user has seen enough.
    """

    heard_as = GROUP

    next_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._side = Qt.Edge.LeftEdge
        self._tip = 0
        self._thing = QRect()
        self._title = Text(theme, "", "h3", parent=self)
        self._words = Text(theme, "", "body", "ink2", parent=self)
        self._count = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._leave = Button(theme, _("Leave the tour"), Rank.LINK, style="small", parent=self)
        self._back = Button(theme, _("Stop before"), Rank.ICON, icon="chevron-left", parent=self)
        self.on = Button(theme, "", Rank.PRIMARY, small=True, parent=self)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        ways = Flow(spread=True, parent=self)
        steps = QWidget(ways)
        steps.setLayout(row(self._back, self.on, gap=S))
        ways.hold(self._leave, steps)
        self._content = column(
            row(Share(self._title), self._count, gap=M),
            Gap(6),
            self._words,
            Gap(M),
            ways,
            margins=(M + _NOTCH, 14 + _NOTCH, M + _NOTCH, 14 + _NOTCH),
        )
        self.setLayout(self._content)
        self._leave.clicked.connect(self.leave_wanted)
        self._back.clicked.connect(self.back_wanted)
        self.on.clicked.connect(self.next_wanted)

    def show_stop(self, title: str, words: str, place: int, all_: int) -> None:
        """Show the words of a stop, of which place counts from 1."""
        self._title.say(title)
        self._words.say(words)
        self._count.say(_("{place} of {all}", place=place, all=all_))
        self._back.setVisible(place > 1)
        self.on.say(_("Next stop") if place < all_ else _("End of the tour"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.on.setAccessibleDescription(f"{title}. {words}")

    def point_at(self, thing: QRect) -> None:
        """Stand beside a rectangle of the window, wherever there is room, and point at it."""
        self._thing = thing
        self._stand()
        self.raise_()
        self.show()

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and not self._thing.isNull():
            self._stand()
        return done

    def _stand(self) -> None:
        thing = self._thing
        window = self._window.rect()
        wide = min(self._theme.px(_WIDE) + 2 * _NOTCH, window.width() - 2 * _EDGE)
        size = QSize(wide, self._content.totalHeightForWidth(wide))
        where, self._side = _beside(thing, size, window)
        self.setGeometry(where)
        middle = thing.intersected(window).center() - where.topLeft()
        across = self._side in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge)
        length = size.width() if across else size.height()
        at = middle.x() if across else middle.y()
        self._tip = max(4 * _NOTCH, min(length - 4 * _NOTCH, at))
        self.update()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt names it so
        return move_focus(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_NOTCH, _NOTCH, -_NOTCH, -_NOTCH)
        fill, border = theme.colour("surface"), theme.colour("accent")
        width = theme.stroke("chosen")
        paint.box(painter, box, theme.radius("card"), fill=fill, border=border, width=width)
        tip, left, right = self._notch(box, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(border)
        painter.drawPolygon(QPolygonF([tip, left, right]))

    def _notch(self, box: QRectF, width: float) -> tuple[QPointF, QPointF, QPointF]:
        """Return the tip of the notch, and where it leaves the box."""
        at = float(self._tip)
        if self._side is Qt.Edge.LeftEdge:
            edge = box.left() + width / 2
            return QPointF(0, at), QPointF(edge, at - _NOTCH), QPointF(edge, at + _NOTCH)
        if self._side is Qt.Edge.RightEdge:
            edge = box.right() - width / 2
            tip = QPointF(self.width(), at)
            return tip, QPointF(edge, at - _NOTCH), QPointF(edge, at + _NOTCH)
        if self._side is Qt.Edge.TopEdge:
            edge = box.top() + width / 2
            return QPointF(at, 0), QPointF(at - _NOTCH, edge), QPointF(at + _NOTCH, edge)
        edge = box.bottom() - width / 2
        tip = QPointF(at, self.height())
        return tip, QPointF(at - _NOTCH, edge), QPointF(at + _NOTCH, edge)


class TourFrame(QWidget):
    """A frame around the part that is pointed at; the pointer goes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        paint.box(
            QPainter(self),
            QRectF(self.rect()),
            theme.radius("card"),
            border=theme.colour("accent"),
            width=3,
        )


def _beside(thing: QRect, size: QSize, window: QRect) -> tuple[QRect, Qt.Edge]:
    """Return where a card stands, and at which of its sides the thing is."""
    room = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    middle = thing.intersected(window).center()
    wide, high = size.width(), size.height()
    top = max(room.top(), min(room.bottom() - high, middle.y() - high // 2))
    left = max(room.left(), min(room.right() - wide, middle.x() - wide // 2))
    tries = (
        (QPoint(thing.right() + _APART, top), Qt.Edge.LeftEdge),
        (QPoint(thing.left() - _APART - wide, top), Qt.Edge.RightEdge),
        (QPoint(left, thing.bottom() + _APART), Qt.Edge.TopEdge),
        (QPoint(left, thing.top() - _APART - high), Qt.Edge.BottomEdge),
    )
    for at, side in tries:
        where = QRect(at, size)
        if room.contains(where):
            return where, side
    reaches_right = thing.right() > room.right() - wide // 2
    inside = QPoint(room.right() - wide, room.bottom() - high if reaches_right else top)
    return QRect(inside, size), Qt.Edge.LeftEdge
