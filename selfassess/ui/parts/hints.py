"""Hints: the keys of the page in the status bar."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Theme

_BETWEEN = 20
_KEY_GAP = 5
_WORDS_GAP = 6


class Hint(NamedTuple):
    """Keys of a page and what they do, for the status bar; `–` between two keys means from … to."""

    keys: tuple[str, ...]
    does: str


class Hints(QWidget):
    """Key caps with what they do, at the right; the last give way where there is no room."""

    heard_as = WORDS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hints: tuple[Hint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show other hints."""
        self._hints = hints
        self.setAccessibleName("; ".join(f"{' '.join(h.keys)} {h.does}" for h in hints))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.size("status_bar"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown: list[Hint] = []
        room = float(self.width())
        for hint in self._hints:
            room -= self._width(hint) + (_BETWEEN if shown else 0)
            if room < 0:
                break
            shown.append(hint)
        x = self.width() - sum(map(self._width, shown)) - _BETWEEN * max(0, len(shown) - 1)
        for hint in shown:
            self._paint(painter, hint, x)
            x += self._width(hint) + _BETWEEN

    def _paint(self, painter: QPainter, hint: Hint, x: float) -> None:
        middle = self.height() / 2
        for key in hint.keys:
            x += paint.cap(painter, self._theme, QPointF(x, middle), key) + _KEY_GAP
        where = QRectF(x - _KEY_GAP + _WORDS_GAP, 0, self.width(), self.height())
        paint.words(
            painter, where, hint.does, self._theme.font("small"), self._theme.colour("ink2")
        )

    def _width(self, hint: Hint) -> float:
        keys = sum(paint.cap_width(self._theme, key) for key in hint.keys)
        words = self._theme.width(hint.does, "small")
        return keys + _KEY_GAP * (len(hint.keys) - 1) + _WORDS_GAP + words
