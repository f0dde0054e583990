"""Strength: how strongly the answers point to a barrier, as three bars and a word."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Theme
from selfassess.words import _

_BARS = 3
_BAR, _HEIGHT, _GAP = 14, 7, 2


class StrengthBar(QWidget):
    """Three small bars, of which as many are filled as the signs are strong."""

    heard_as = WORDS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._band: int | None = 0
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_strength(self, band: int | None, words: str) -> None:
        """Show a band of strength (0 strong, 1 clear, 2 some; None: no bar filled) and its word."""
        self._band = band
        self._words = words
        self.setAccessibleName(_("Strength: {strength}", strength=words))
        self.updateGeometry()
        self.update()

    def bar_rect(self, place: int) -> QRectF:
        """Return where a bar lies, from 0, in pixels of the widget."""
        theme = self._theme
        wide, high = theme.px(_BAR), theme.px(_HEIGHT)
        top = round((self.height() - high) / 2)
        return QRectF(place * (wide + _GAP), top, wide, high)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font("small"))
        words = metrics.horizontalAdvance(self._words)
        return QSize(round(self._words_left() + words + 2), round(self._theme.line("small")) + 1)

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
        ink = theme.colour("ink2")
        for place in range(_BARS):
            fill = ink if self._band is not None and place < _BARS - self._band else None
            paint.box(painter, self.bar_rect(place), 1, fill=fill, border=ink)
        where = QRectF(self._words_left(), 0, self.width(), self.height())
        paint.words(painter, where, self._words, theme.font("small"), ink)

    def _words_left(self) -> float:
        return self.bar_rect(_BARS).left() + self._theme.px(6)
