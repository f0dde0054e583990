"""Paint: the boxes, rings and key caps that controls have in common."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfassess.ui import icons
from selfassess.ui.theme import Look, Theme

_CAP_PADDING = 5


def box(
    painter: QPainter,
    where: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    border: QColor | QPen | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded box with its border inside the rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(where, radius, radius)
        return
    pen = QPen(border)
    pen.setWidthF(width)
    painter.setPen(pen)
    half = width / 2
    painter.drawRoundedRect(where.adjusted(half, half, -half, -half), radius - half, radius - half)


def fill(painter: QPainter, where: QRect | QRectF, colour: QColor) -> None:
    """Fill a rectangle, without Qt's `fillRect`, which has all kinds of gradients loaded."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(where)


def words(
    painter: QPainter,
    where: QRectF,
    said: str,
    font: QFont,
    colour: QColor,
    *,
    centred: bool = False,
) -> None:
    """Paint one line of words, in the middle of the height; cut at the end if it has no room."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, where.width() + 1)
    left = where.left()
    if centred:
        left += max(0.0, (where.width() - metrics.horizontalAdvance(shown)) / 2)
    base = where.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(left, base), shown)


def cap_width(theme: Theme, key: str) -> float:
    """Return the width of a key cap."""
    advance = theme.width(key, "cap")
    return max(theme.px(18), advance + 2 * theme.px(_CAP_PADDING))


def cap(painter: QPainter, theme: Theme, at: QPointF, key: str) -> float:
    """Paint a key cap whose left middle is at a point; return its width."""
    width, height = cap_width(theme, key), theme.px(18)
    where = QRectF(at.x(), round(at.y() - height / 2), width, height)
    box(
        painter,
        where,
        theme.radius("tag"),
        fill=theme.colour("surface"),
        border=theme.colour("line"),
    )
    words(painter, where, key, theme.font("cap"), theme.colour("ink2"), centred=True)
    return width


def symbol(painter: QPainter, name: str, centre: QPointF, size: float, colour: QColor) -> None:
    """Paint an icon around a point."""
    where = QRectF(round(centre.x() - size / 2), round(centre.y() - size / 2), size, size)
    icons.draw(painter, name, where, colour)


def border_of(widget: QWidget, theme: Theme, name: str) -> QPen:
    """Return the border of a control; without greys, dashes say that it can't be used."""
    pen = QPen(theme.colour(name))
    if theme.look is Look.CONTRAST and not widget.isEnabled():
        pen.setDashPattern(list(theme.dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def hovered(widget: QWidget) -> bool:
    """Say whether the pointer is on a control that can be pressed."""
    return widget.isEnabled() and widget.underMouse()
