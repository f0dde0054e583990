"""Change legend: the ring is then, the arrow head is now."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.core.comparison import Move
from selfassess.overriding import override
from selfassess.ui.charts.change_chart import move_colour, paint_arrow, paint_hatch
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Theme
from selfassess.words import _

_HEIGHT = 24
_ARROW, _GAP, _APART = 40, 10, 28
_HATCH = 26


class ChangeLegend(QWidget):
    """The names of both rounds around an arrow, and what hatching means where there is some."""

    heard_as = WORDS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._then = self._now = ""
        self._hatched = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rounds(self, then: str, now: str, *, hatched: bool) -> None:
        """Show the names of both rounds, and whether some rows are hatched."""
        self._then, self._now, self._hatched = then, now, hatched
        told = _("Ring: {then}. Arrow head: {now}.", then=then, now=now)
        self.setAccessibleName(told)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(_HEIGHT))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, middle = 0.0, self.height() / 2
        arrow = theme.px(_ARROW)
        hatch = theme.px(_HATCH + _APART + _GAP) + self._advance(_("wording changed"))
        room = self.width() - arrow - 2 * theme.px(_GAP) - (hatch if self._hatched else 0)
        x = self._say(painter, x, self._then, room / 2) + theme.px(_GAP)
        start, end = QPointF(x + theme.px(5), middle), QPointF(x + arrow, middle)
        paint_arrow(painter, theme, start, end, move_colour(theme, Move.UP))
        x += arrow + theme.px(_GAP)
        x = self._say(painter, x, self._now, room / 2) + theme.px(_APART)
        if self._hatched:
            high = theme.px(12)
            box = QRectF(x, middle - high / 2, theme.px(_HATCH), high)
            paint_hatch(painter, theme, box)
            x += theme.px(_HATCH + _GAP)
            self._say(painter, x, _("wording changed"), self.width())

    def _say(self, painter: QPainter, x: float, words: str, room: float) -> float:
        theme = self._theme
        wide = min(self._advance(words), room)
        where = QRectF(x, 0, wide, self.height())
        paint.words(painter, where, words, theme.font("small"), theme.colour("ink2"))
        return x + wide

    def _advance(self, words: str) -> float:
        return self._theme.width(words, "small")
