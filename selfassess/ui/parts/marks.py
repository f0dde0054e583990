"""Marks: the shape and letter that a partner keeps for life, painted and as a widget."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import PICTURE
from selfassess.ui.theme import Theme

SHAPES = ("circle", "square", "diamond", "triangle", "hexagon")
"""The filled shapes in set-up order; the next five partners have them open."""

LETTER_FROM = 24
"""The letter stands in the mark from this size on."""

_TRIANGLE_ELEMENTS = 4
_LETTER, _LETTER_IN_TRIANGLE = 0.46, 0.4
_LETTER_LOWER = 0.14
_AREA = {"circle": 1.0, "square": 0.89, "diamond": 1.22, "triangle": 1.2, "hexagon": 1.05}


def path(place: int, centre: QPointF, size: float) -> QPainterPath:
    """Return the outline of a partner's mark.

    Args:
        place: The partner's place in set-up order, from 0; from 10 on all are circles.
        centre: The middle of the mark.
        size: The diameter of a circle of the same weight.
    """
    shape = SHAPES[place % len(SHAPES)] if place < 2 * len(SHAPES) else "circle"
    half = size / 2 * _AREA[shape]
    made = QPainterPath()
    if shape == "circle":
        made.addEllipse(centre, half, half)
    elif shape == "square":
        made.addRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half))
    else:
        corners = {"diamond": 4, "triangle": 3, "hexagon": 6}[shape]
        turn = 0.0 if shape == "hexagon" else -pi / 2
        middle = centre + QPointF(0, half * 0.2) if shape == "triangle" else centre
        for corner in range(corners):
            angle = turn + 2 * pi * corner / corners
            point = middle + QPointF(cos(angle), sin(angle)) * half
            made.moveTo(point) if corner == 0 else made.lineTo(point)
        made.closeSubpath()
    return made


def is_open(place: int) -> bool:
    """Say whether a partner's mark is an outline: the sixth to the tenth."""
    return len(SHAPES) <= place < 2 * len(SHAPES)


def draw(
    painter: QPainter,
    theme: Theme,
    place: int,
    centre: QPointF,
    size: float,
    *,
    letter: str = "",
    halo: bool = False,
) -> None:
    """Paint a partner's mark; with its letter from 24 pixels on, and with a halo over a bar."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = path(place, centre, size)
    if halo:
        painter.strokePath(outline, QPen(theme.colour("halo"), 3))
    mark = theme.colour("mark")
    if is_open(place):
        painter.fillPath(outline, theme.colour("halo"))
        painter.strokePath(outline, QPen(mark, max(1.5, size / 8)))
    else:
        painter.fillPath(outline, mark)
    if letter and size >= LETTER_FROM:
        ink = mark if is_open(place) else theme.colour("halo")
        _draw_letter(painter, theme, outline, letter, size, ink)
    painter.restore()


def _draw_letter(
    painter: QPainter, theme: Theme, outline: QPainterPath, letter: str, size: float, ink: QColor
) -> None:
    is_triangle = outline.elementCount() == _TRIANGLE_ELEMENTS
    font = theme.font("body_bold")
    font.setPixelSize(max(1, round(size * (_LETTER_IN_TRIANGLE if is_triangle else _LETTER))))
    where = outline.boundingRect()
    if is_triangle:
        where.translate(0, size * _LETTER_LOWER)
    paint.words(painter, where, letter, font, ink, centred=True)


class Mark(QWidget):
    """A partner's mark, beside its name."""

    heard_as = PICTURE

    def __init__(
        self,
        theme: Theme,
        place: int,
        *,
        letter: str = "",
        size: int = 11,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = place
        self._letter = letter
        self._size = size

    @override
    def sizeHint(self) -> QSize:
        side = round(self._theme.px(self._size) * 1.4)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        centre = QRectF(self.rect()).center()
        size = self._theme.px(self._size)
        draw(painter, self._theme, self._place, centre, size, letter=self._letter)
