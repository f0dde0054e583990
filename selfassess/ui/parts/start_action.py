"""Start action: one of the large things to do on the start page."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.theme import Theme

_HEIGHT = 72
_SQUARE = 40
_PAD = 14
_AIR = 12
_LEADING = 1.2


class StartAction(QPushButton):
    """A large button with an icon, what it does, a sentence more, and its keys."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        words: str,
        more: str,
        keys: str,
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._icon = icon
        self._more = more
        self._keys = keys
        self._first = first
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def heightForWidth(self, width: int) -> int:
        title, more = self._laid(width)
        needs = title.height + 2 + more.height + 2 * self._theme.px(_AIR)
        return max(self._theme.px(_HEIGHT), round(needs))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(532)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole = QRectF(self.rect())
        fill = theme.colour("canvas" if paint.hovered(self) else "surface")
        border = theme.colour("accent" if self._first else "line")
        width = theme.stroke("selected") if self._first else 1.0
        paint.box(painter, whole, theme.radius("card"), fill=fill, border=border, width=width)
        side = theme.px(_SQUARE)
        square = QRectF(_PAD, (whole.height() - side) / 2, side, side)
        ground = theme.colour("accent" if self._first else "tint")
        paint.box(painter, square, theme.radius("card"), fill=ground)
        ink = theme.colour("on_accent" if self._first else "accent")
        paint.symbol(painter, self._icon, QPointF(square.center()), theme.px(18), ink)
        title, more = self._laid(self.width())
        at = QPointF(square.right() + _PAD, (whole.height() - title.height - more.height - 2) / 2)
        title.paint(painter, at, theme.colour("ink"))
        more.paint(painter, at + QPointF(0, title.height + 2), theme.colour("ink2"))
        if self._keys:
            at = QPointF(whole.right() - self._cap_width() - _PAD - 2, whole.center().y())
            paint.cap(painter, theme, at, self._keys)

    def _laid(self, width: int) -> tuple[Paragraph, Paragraph]:
        theme = self._theme
        room = width - theme.px(_SQUARE) - self._cap_width() - 4 * _PAD
        return (
            Paragraph(self.text(), theme.font("h3"), room, _LEADING),
            Paragraph(self._more, theme.font("small"), room, _LEADING),
        )

    def _cap_width(self) -> float:
        return paint.cap_width(self._theme, self._keys) if self._keys else 0.0
