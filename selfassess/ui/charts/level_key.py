"""Level key: the five tints with their numbers, and what the first and the last mean."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Look, Theme
from selfassess.words import _, interface
from selfassess.words.names import level_name

_CELL, _HEIGHT, _GAP = 32, 18, 2
_LINE = 24
_BESIDE = 8


class LevelKey(QWidget):
    """What the tints of a table mean."""

    heard_as = WORDS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(self._named(n) for n in range(LOWEST, HIGHEST + 1)))

    @override
    def sizeHint(self) -> QSize:
        ends = self._advance(self._named(LOWEST)) + self._advance(self._named(HIGHEST))
        cells = HIGHEST * (self._theme.px(_CELL) + _GAP)
        return QSize(round(ends + cells + 2 * _BESIDE), self._theme.px(_LINE))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        small, ink = theme.font("small"), theme.colour("ink")
        x, high = 0.0, theme.px(_HEIGHT)
        x = self._say(painter, x, self._named(LOWEST)) + _BESIDE
        for level in range(LOWEST, HIGHEST + 1):
            box = QRectF(x, round((self.height() - high) / 2), theme.px(_CELL), high)
            border = theme.colour("line") if theme.look is Look.CONTRAST else None
            fill = theme.level_colour(level, "level_tint")
            paint.box(painter, box, 3, fill=fill, border=border)
            paint.words(painter, box, str(level), small, ink, centred=True)
            x = box.right() + _GAP
        self._say(painter, x + _BESIDE - _GAP, self._named(HIGHEST))

    def _say(self, painter: QPainter, x: float, words: str) -> float:
        where = QRectF(x, 0, self._advance(words) + 1, self.height())
        colour = self._theme.colour("ink2")
        paint.words(painter, where, words, self._theme.font("small"), colour)
        return where.right()

    def _named(self, level: int) -> str:
        return _("{level} {name}", level=level, name=level_name(level, interface()))

    def _advance(self, words: str) -> float:
        return self._theme.width(words, "small")
