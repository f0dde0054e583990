"""Lines: the hairline between things, and a ground in a colour of the theme."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme


class Hairline(QWidget):
    """A line of one pixel, across or down."""

    def __init__(
        self,
        theme: Theme,
        *,
        down: bool = False,
        colour: str = "line",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = colour
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, free) if down else (free, fixed)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.fill(QPainter(self), self.rect(), self._theme.colour(self._colour))


class Ground(QWidget):
    """A widget filled with a colour of the theme, with hairlines at some of its sides."""

    def __init__(
        self,
        theme: Theme,
        colour: str = "surface",
        *,
        lines: tuple[Qt.Edge, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = colour
        self._lines = lines

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.fill(painter, self.rect(), self._theme.colour(self._colour))
        line, width, height = self._theme.colour("line"), self.width(), self.height()
        sides = {
            Qt.Edge.LeftEdge: QRectF(0, 0, 1, height),
            Qt.Edge.RightEdge: QRectF(width - 1, 0, 1, height),
            Qt.Edge.TopEdge: QRectF(0, 0, width, 1),
            Qt.Edge.BottomEdge: QRectF(0, height - 1, width, 1),
        }
        for edge in self._lines:
            paint.fill(painter, sides[edge], line)


class Card(QWidget):
    """A rounded box that holds things: plain, tinted, sunken or as a warning."""

    def __init__(
        self,
        theme: Theme,
        fill: str = "surface",
        border: str = "line",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        self._border = border

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint.box(
            QPainter(self),
            QRectF(self.rect()),
            self._theme.radius("card"),
            fill=self._theme.colour(self._fill),
            border=self._theme.colour(self._border) if self._border else None,
        )
