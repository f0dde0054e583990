"""Key caps: keys that stand alone or side by side."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Theme

_GAP = 5


class KeyCaps(QWidget):
    """Some keys, painted as caps."""

    heard_as = WORDS

    def __init__(self, theme: Theme, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self.setAccessibleName(" ".join(keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        widths = sum(paint.cap_width(self._theme, key) for key in self._keys)
        return QSize(round(widths + _GAP * (len(self._keys) - 1)), self._theme.px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, x = QPainter(self), 0.0
        for key in self._keys:
            x += paint.cap(painter, self._theme, QPointF(x, self.height() / 2), key) + _GAP
