"""Start action: one of the large things to do on the start page."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme

_HEIGHT = 72
_SQUARE = 40
_PAD = 14


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
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

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
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(532), self._theme.px(_HEIGHT))

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
        cap = paint.cap_width(theme, self._keys) if self._keys else 0.0
        left = square.right() + _PAD
        room = whole.right() - left - cap - 2 * _PAD
        title, more = theme.line("h3"), theme.line("small")
        top = (whole.height() - title - more - 2) / 2
        said = QRectF(left, top, room, title)
        paint.words(painter, said, self.text(), theme.font("h3"), theme.colour("ink"))
        said = QRectF(left, top + title + 2, room, more)
        paint.words(painter, said, self._more, theme.font("small"), theme.colour("ink2"))
        if self._keys:
            at = QPointF(whole.right() - cap - _PAD - 2, whole.center().y())
            paint.cap(painter, theme, at, self._keys)
