"""Link: words that lead elsewhere, over as many lines as they need."""

import math

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.theme import Theme

_AIR = 4
_CHEVRON = 12
_ENDLESS = 100_000


class Link(QPushButton):
    """A link that wraps, with a chevron after its last word where it leads out of the page.

    Signals:
        reached: The keyboard or the pointer came to it, or left it; carries which.
    """

    reached = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        words: str,
        *,
        style: str = "small",
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._style = style
        self._chevron = chevron
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.reached.emit(False)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reached.emit(True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.reached.emit(self.hasFocus())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(self._theme.px(24), math.ceil(self._laid(width).height) + _AIR)

    @override
    def sizeHint(self) -> QSize:
        width = math.ceil(self._laid(_ENDLESS).widest) + self._tail()
        return QSize(width, self._theme.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(120)), self._theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        over = paint.hovered(self) or self.isDown()
        ink = theme.colour("accent_hover" if over else "accent")
        laid = self._laid(self.width())
        top = (self.height() - laid.height) / 2
        laid.paint(painter, QPointF(0, top), ink)
        if self._chevron:
            size = theme.px(_CHEVRON)
            last = laid.last_line
            centre = QPointF(last.right() + 4 + size / 2, top + last.center().y())
            paint.symbol(painter, "chevron-right", centre, size, ink)

    def _tail(self) -> int:
        return self._theme.px(_CHEVRON) + 4 if self._chevron else 0

    def _laid(self, width: int) -> Paragraph:
        return Paragraph(self.text(), self._theme.font(self._style), width - self._tail(), 1.2)
