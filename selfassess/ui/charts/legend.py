"""Legend: what the shapes and colours of a chart mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.charts.profile import paint_must_have, paint_range
from selfassess.ui.models.partners import Partner
from selfassess.ui.parts import marks, paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Theme
from selfassess.words import _

_LINE = 22
_BETWEEN = 18
_GAP = 7
_MOST_LINES = 4
_ACROSS = 3
_LEAST_COLUMN = 170


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: its words, how wide its sample is, and what paints the sample from a point."""

    words: str
    width: float
    draw: Callable[[QPainter, QPointF], object]


class Legend(QWidget):
    """Samples with their words, in as many lines as they need.

    Names that would fill more than a few lines are shortened in the middle, so that the chart stays
    in sight; the tool tip, what screen readers hear and the table have them whole.
    """

    heard_as = WORDS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._partners: tuple[Partner, ...] = ()
        self._level = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_partners(self, partners: Sequence[Partner], level: int) -> None:
        """Show partners and the samples of a profile, the bar in the colour of a level 1 to 5."""
        if (tuple(partners), level) == (self._partners, self._level):
            return
        self._partners = tuple(partners)
        self._level = level
        self.setAccessibleName(_("Legend: {keys}", keys=", ".join(k.words for k in self._keys())))
        self._tell_shortened()
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._laid(width)[1])

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.heightForWidth(max(self.width(), 320)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_LINE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._tell_shortened()
            self.updateGeometry()
            self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_shortened()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font, ink = theme.font("small"), theme.colour("ink2")
        for key, at in self._laid(self.width())[0]:
            key.draw(painter, at)
            line = QRectF(at.x() + key.width + _GAP, at.y(), self.width(), 0)
            line.adjust(0, -theme.px(_LINE) / 2, 0, theme.px(_LINE) / 2)
            paint.words(painter, line, key.words, font, ink)

    def _tell_shortened(self) -> None:
        shown = {key.words for key, _at in self._laid(self.width())[0]}
        names = [partner.name for partner in self._partners]
        cut = any(name not in shown for name in names)
        self.setToolTip("\n".join(names) if cut else "")

    def _laid(self, width: float) -> tuple[list[tuple[Key, QPointF]], float]:
        """Return the keys with where they stand, and the height of all."""
        keys, theme = self._keys(), self._theme
        metrics, line = QFontMetricsF(theme.font("small")), theme.px(_LINE)
        placed, height = _in_lines(keys, metrics, width, line)
        if height <= _MOST_LINES * line:
            return placed, height
        names, others = keys[: len(self._partners)], keys[len(self._partners) :]
        across = max(1, min(_ACROSS, int(width // theme.px(_LEAST_COLUMN))))
        wide = width / across
        placed = []
        for place, key in enumerate(names):
            room = wide - key.width - _GAP - _BETWEEN
            short = metrics.elidedText(key.words, Qt.TextElideMode.ElideMiddle, room)
            at = QPointF(place % across * wide, (place // across + 0.5) * line)
            placed.append((replace(key, words=short), at))
        top = ceil(len(names) / across) * line
        more, height = _in_lines(others, metrics, width, line)
        return [*placed, *((key, at + QPointF(0, top)) for key, at in more)], top + height

    def _keys(self) -> list[Key]:
        theme = self._theme
        size = theme.size("org_mark")
        keys = [Key(p.name, size + 3, _Mark(theme, p.place, size)) for p in self._partners]
        return [
            *keys,
            Key(_("partnership"), theme.px(20), self._draw_bar),
            Key(_("range from don’t knows"), theme.px(20), self._draw_range),
            Key(_("held at 2 by a must-have"), theme.px(17), self._draw_must_have),
        ]

    def _draw_bar(self, painter: QPainter, at: QPointF) -> None:
        height = self._theme.px(8)
        where = QRectF(at.x(), round(at.y() - height / 2), self._theme.px(20), height)
        painter.fillRect(where, self._theme.level_colour(self._level))

    def _draw_range(self, painter: QPainter, at: QPointF) -> None:
        height = self._theme.px(14)
        where = QRectF(at.x(), round(at.y() - height / 2), self._theme.px(20), height)
        paint_range(painter, self._theme, where)

    def _draw_must_have(self, painter: QPainter, at: QPointF) -> None:
        paint_must_have(painter, self._theme, at)


def _in_lines(
    keys: Sequence[Key], metrics: QFontMetricsF, width: float, line: float
) -> tuple[list[tuple[Key, QPointF]], float]:
    x, y, placed = 0.0, line / 2, []
    for key in keys:
        wide = key.width + _GAP + metrics.horizontalAdvance(key.words)
        if x and x + wide > width:
            x, y = 0.0, y + line
        placed.append((key, QPointF(x, y)))
        x += wide + _BETWEEN
    return placed, y + line / 2


@dataclass(frozen=True, slots=True)
class _Mark:
    """Paints a partner's shape."""

    theme: Theme
    place: int
    size: float

    def __call__(self, painter: QPainter, at: QPointF) -> None:
        centre = QPointF(at.x() + self.size / 2 + 1, at.y())
        marks.draw(painter, self.theme, self.place, centre, self.size)
