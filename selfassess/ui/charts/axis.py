"""Axis: the numbers of the levels above a chart, and the essential line through it."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from selfassess.core.scoring import ESSENTIAL
from selfassess.core.shapes import Scale
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme
from selfassess.words import _

_APART = 8


def paint_axis(painter: QPainter, theme: Theme, scale: Scale, top: float, height: float) -> None:
    """Paint the numbers of the levels; those that "Essential" leaves no room for are left out."""
    bold, plain = theme.font("small_bold"), theme.font("small")
    essential = _("{level} Essential", level=ESSENTIAL)
    half = QFontMetricsF(bold).horizontalAdvance(essential) / 2
    taken = scale.essential - half - theme.px(_APART), scale.essential + half + theme.px(_APART)
    for level, at in scale.ticks:
        if level == ESSENTIAL:
            where = QRectF(at - half - 1, top, 2 * half + 2, height)
            paint.words(painter, where, essential, bold, theme.colour("ink"), centred=True)
        elif not taken[0] < at < taken[1]:
            where = QRectF(at - theme.px(20), top, theme.px(40), height)
            paint.words(painter, where, str(level), plain, theme.colour("ink2"), centred=True)


def plain_ticks(scale: Scale) -> tuple[float, ...]:
    """Return where the levels lie that have a plain line: the essential one has its dashes."""
    return tuple(at for level, at in scale.ticks if level != ESSENTIAL)


def paint_essential(painter: QPainter, theme: Theme, x: float, top: float, bottom: float) -> None:
    """Paint a piece of the dashed essential line."""
    pen = QPen(theme.colour("essential"), 1)
    pen.setDashPattern(list(theme.dashes))
    pen.setDashOffset(top)
    painter.setPen(pen)
    at = round(x) + 0.5
    painter.drawLine(QPointF(at, top), QPointF(at, bottom))
