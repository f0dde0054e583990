"""Tick: a check box with its words beside it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.told import Switching
from selfassess.ui.theme import Theme

_BOX = 18
_GAP = 8


class Tick(Switching, QCheckBox):
    """A box that is ticked or not; a press anywhere on it counts."""

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
    def sizeHint(self) -> QSize:
        advance = self._theme.width(self.text(), "body")
        return QSize(round(advance + self._theme.px(_BOX + _GAP) + 1), self._theme.px(24))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(_BOX)
        box = QRectF(0, round((self.height() - side) / 2), side, side)
        if self.isChecked():
            name = "accent" if self.isEnabled() else "ink3"
            paint.box(painter, box, theme.radius("tag"), fill=theme.colour(name))
            ink = theme.colour("on_accent" if self.isEnabled() else "surface")
            paint.symbol(painter, "check", QPointF(box.center()), theme.px(12), ink)
        else:
            name = "canvas" if paint.hovered(self) else "surface"
            border = paint.border_of(self, theme, "line_strong")
            paint.box(painter, box, theme.radius("tag"), fill=theme.colour(name), border=border)
        said = QRectF(side + theme.px(_GAP), 0, self.width(), self.height())
        ink = theme.colour("ink" if self.isEnabled() else "ink3")
        paint.words(painter, said, self.text(), theme.font("body"), ink)
