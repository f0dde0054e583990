"""Paragraph: lays words out in lines and says how tall they are."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LINE_BREAK = "\u2028"


class Stretch(NamedTuple):
    """From where to where a paragraph has a font or colour of its own, in UTF-16 units."""

    start: int
    length: int
    font: QFont | None
    colour: QColor | None


class Paragraph:
    """Words in lines of a width.

    Attributes:
        lines: How many lines there are.
        height: From the top of the first line to the foot of the last, in pixels.
        widest: The width of the longest line, in pixels.
    """

    def __init__(
        self,
        words: str,
        font: QFont,
        width: float,
        leading: float,
        stretches: tuple[Stretch, ...] = (),
    ) -> None:
        """Lay words out.

        Args:
            words: What is said.
            font: The font where no stretch has its own.
            width: Pixels from the left to the right edge.
            leading: Distance between base lines as a multiple of the line's height.
            stretches: Parts with a font or colour of their own.
        """
        self._layout = QTextLayout(words.replace("\n", _LINE_BREAK), font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if stretches:
            self._layout.setFormats([_range(stretch) for stretch in stretches])
        self.lines = 0
        self.height = 0.0
        self.widest = 0.0
        self._break(width, leading)

    @property
    def last_line(self) -> QRectF:
        """Where the words of the last line stand, from the upper left corner."""
        line = self._layout.lineAt(self.lines - 1)
        return QRectF(line.x(), line.y(), line.naturalTextWidth(), line.height())

    def paint(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Paint it with its upper left corner at a point."""
        painter.setPen(colour)
        self._layout.draw(painter, at)

    def _break(self, width: float, leading: float) -> None:
        top = 0.0
        self._layout.beginLayout()
        line = self._layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top))
            self.height = top + line.height()
            self.widest = max(self.widest, line.naturalTextWidth())
            top += line.height() * leading
            self.lines += 1
            line = self._layout.createLine()
        self._layout.endLayout()


def _range(stretch: Stretch) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = stretch.start, stretch.length
    form = QTextCharFormat()
    if stretch.font is not None:
        form.setFont(stretch.font)
    if stretch.colour is not None:
        form.setForeground(stretch.colour)
    made.format = form
    return made
