"""Chip: something that can be on or off, in a row of others like it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.told import Switching
from selfassess.ui.theme import Theme

_PADDING = 10
_TICK = 13


class Chip(Switching, QCheckBox):
    """A rounded box with a tick when it is on."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.hear_toggles()
        self._theme = theme
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        style = "small_bold" if self.isChecked() else "small"
        advance = self._theme.width(self.text(), style)
        tick = self._theme.px(_TICK + 6) if self.isChecked() else 0
        width = round(advance + 2 * self._theme.px(_PADDING) + tick)
        return QSize(width, self._theme.size("control_small"))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole, pad = QRectF(self.rect()), self._theme.px(_PADDING)
        on = self.isChecked()
        name = "tint" if on else "canvas" if paint.hovered(self) else "surface"
        border = "accent" if on else "line_strong" if self.isEnabled() else "line"
        width = theme.stroke("chosen") if on else 1.0
        fill, pen = theme.colour(name), paint.border_of(self, theme, border)
        paint.box(painter, whole, theme.radius(), width=width, fill=fill, border=pen)
        ink = theme.colour("accent" if on else "ink" if self.isEnabled() else "ink3")
        left = whole.left() + pad
        if on:
            size = theme.px(_TICK)
            paint.symbol(painter, "check", QPointF(left + size / 2, whole.center().y()), size, ink)
            left += theme.px(_TICK + 6)
        font = theme.font("small_bold" if on else "small")
        said = QRectF(left, whole.top(), whole.right() - left, whole.height())
        paint.words(painter, said, self.text(), font, ink)
