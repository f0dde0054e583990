"""Dot strip: where partners stand on one question, on a line from 1 to 5."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.core.shapes import Scale, side_by_side
from selfassess.overriding import override
from selfassess.ui.models.profile_rows import Place
from selfassess.ui.parts import marks
from selfassess.ui.parts.roles import PICTURE
from selfassess.ui.theme import Theme

_HEIGHT = 22
_SIDE = 18
_TICK = 10
_MARK = 10
_MARK_GAP = 1.2


class DotStrip(QWidget):
    """The shapes of partners over their levels; the same level: side by side."""

    heard_as = PICTURE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._places: tuple[Place, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_places(self, places: tuple[Place, ...], says: str) -> None:
        """Show where partners stand, and say it in words for screen readers."""
        self._places = places
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.update()

    def spots(self) -> tuple[QPointF, ...]:
        """Return the middle of each mark, in pixels of the strip."""
        scale = self._scale()
        gap = self._theme.px(_MARK) * _MARK_GAP
        along = side_by_side([scale.at(place.level) for place in self._places], gap)
        return tuple(QPointF(x, self.height() / 2) for x in along)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_HEIGHT))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        scale, middle = self._scale(), round(self.height() / 2)
        line = theme.colour("line")
        painter.fillRect(QRectF(scale.start, middle - 1, scale.length, 1), line)
        tick = theme.px(_TICK)
        for _level, at in scale.ticks:
            painter.fillRect(QRectF(round(at), middle - tick / 2, 1, tick), line)
        for place, spot in zip(self._places, self.spots(), strict=True):
            marks.draw(painter, theme, place.partner, spot, theme.px(_MARK), halo=True)

    def _scale(self) -> Scale:
        side = self._theme.px(_SIDE)
        return Scale(LOWEST, HIGHEST, side, max(1, self.width() - 2 * side))
