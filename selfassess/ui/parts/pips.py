"""Pips: one small square for each question of a dimension."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme

_SIDE = 7
_PITCH = 11


class Pip(Enum):
    """How a question is answered."""

    OPEN = "open"
    ANSWERED = "answered"
    UNKNOWN = "unknown"


def width(theme: Theme, count: int) -> float:
    """Return the width of so many pips."""
    return theme.px(_PITCH) * count - theme.px(_PITCH - _SIDE)


def draw(
    painter: QPainter,
    theme: Theme,
    at: QPointF,
    shown: tuple[Pip, ...],
    current: int,
    room: float,
) -> None:
    """Paint pips from a point at their left middle: filled, half or open, the current ringed.

    Args:
        painter: Paints.
        theme: Colours and measures.
        at: The left end, in the middle of the height.
        shown: The pips.
        current: The place of the question in view; -1 for none.
        room: The width that they may take.
    """
    side = theme.px(_SIDE)
    pitch = min(float(theme.px(_PITCH)), (room - side) / max(1, len(shown) - 1))
    side = round(min(side, max(3.0, pitch - 2)))
    for place, pip in enumerate(shown):
        box = QRectF(round(at.x() + place * pitch), round(at.y() - side / 2), side, side)
        _draw(painter, theme, box, pip, ringed=place == current)


def _draw(painter: QPainter, theme: Theme, box: QRectF, pip: Pip, *, ringed: bool) -> None:
    accent, radius = theme.colour("accent"), 1.5
    if ringed:
        wide = box.adjusted(-1, -1, 1, 1)
        fill = theme.colour("accent" if pip is Pip.ANSWERED else "surface")
        paint.box(painter, wide, 2.5, fill=fill, border=accent, width=2)
        if pip is Pip.ANSWERED:
            paint.box(painter, box.adjusted(1, 1, -1, -1), 1, border=theme.colour("surface"))
    elif pip is Pip.ANSWERED:
        paint.box(painter, box, radius, fill=accent)
    else:
        border = "accent" if pip is Pip.UNKNOWN else "line_strong"
        fill = theme.colour("surface")
        paint.box(painter, box, radius, fill=fill, border=theme.colour(border))
    if pip is Pip.UNKNOWN:
        painter.fillRect(box.adjusted(0.5, box.height() / 2, -0.5, -0.5), accent)
