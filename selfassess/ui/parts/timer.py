"""Timer: the time that is left of a topic, as a ring and in figures; quiet when it is over."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.stopwatch import clock, left_of
from selfassess.ui.theme import Theme
from selfassess.words import _

_SIDE = 36
_THICK = 0.15
_WHOLE = 360 * 16
_TOP = 90 * 16


def figures(seconds: float, minutes: float) -> str:
    """Return what is left, or by how much it is over: “2:06” or “0:40”."""
    return clock(abs(left_of(seconds, minutes)))


def words_under(seconds: float, minutes: float) -> str:
    """Return what the figures mean."""
    if left_of(seconds, minutes) < 0:
        return _("over the time")
    return _("left of {time}", time=clock(minutes * 60))


def share_left(seconds: float, minutes: float) -> float:
    """Return the share that is left, 0 to 1."""
    return max(0.0, min(1.0, left_of(seconds, minutes) / (minutes * 60)))


def draw_ring(
    painter: QPainter, where: QRectF, share: float, colour: QColor, ground: QColor
) -> None:
    """Paint a ring of which a share is left; it never changes its colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    thick = where.width() * _THICK
    ring = where.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.setPen(QPen(ground, thick))
    painter.drawEllipse(ring)
    pen = QPen(colour, thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawArc(ring, _TOP, round(_WHOLE * share))
    painter.restore()


class TimerRing(QWidget):
    """The ring beside the figures."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 1.0

    def show_share(self, share: float) -> None:
        """Show how much is left, 0 to 1."""
        self._share = share
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.px(_SIDE)
        where = QRectF(0, (self.height() - side) / 2, side, side)
        colours = self._theme.colour("accent"), self._theme.colour("line")
        draw_ring(QPainter(self), where, self._share, *colours)
