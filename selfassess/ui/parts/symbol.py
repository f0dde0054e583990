"""Symbol: an icon beside words."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme


class Symbol(QWidget):
    """An icon that only decorates the words beside it."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        colour: str = "ink2",
        size: int = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._colour = colour
        self._size = size

    def show_symbol(self, name: str, colour: str = "") -> None:
        """Show another icon, in another colour where one is given."""
        self._name = name
        self._colour = colour or self._colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        centre = QPointF(self.width() / 2, self.height() / 2)
        colour = self._theme.colour(self._colour)
        paint.symbol(QPainter(self), self._name, centre, self._theme.px(self._size), colour)
