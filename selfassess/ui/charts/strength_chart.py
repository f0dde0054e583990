"""Strength chart: a bar for each barrier, with the lines from which it is some, clear or strong."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from selfassess.core.diagnosis import CLEAR_FROM, RAISED_FROM, STRONG_FROM
from selfassess.core.shapes import Scale
from selfassess.overriding import override
from selfassess.ui.charts.chart_row import RowName
from selfassess.ui.charts.profile import paint_range
from selfassess.ui.charts.rows import RowsChart
from selfassess.ui.models.strength_rows import StrengthRow
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme
from selfassess.words import _

_ROW, _HEAD = 46, 26
_BAR = 9
_LEAST = 180
_GAP = 16
_INSET = 6


class StrengthChart(RowsChart):
    """Barriers by strength; the name stands above its bar, the word for it at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[StrengthRow, ...] = ()
        self.setAccessibleName(_("How strong the barriers are"))

    def show_rows(self, rows: tuple[StrengthRow, ...]) -> None:
        """Show other rows."""
        self._shown = rows
        self.set_rows([RowName(row.id, row.band, row.spoken, row.reading) for row in rows], rows)
        self.setAccessibleDescription("; ".join(row.reading for row in rows))

    @property
    @override
    def row_height(self) -> int:
        return self.theme.px(_ROW)

    @override
    def columns(self) -> object:
        return self._scale()

    @override
    def head_height(self) -> int:
        return self.theme.px(_HEAD)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self.theme.px(_LEAST + _GAP) + self._words_width()), self.head_height())

    @override
    def paint_chart(self, painter: QPainter) -> None:
        theme, scale = self.theme, self._scale()
        font, ink = theme.font("cap"), theme.colour("ink2")
        for at, words in (
            (RAISED_FROM, _("Some")),
            (CLEAR_FROM, _("Clear")),
            (STRONG_FROM, _("Strong")),
        ):
            where = QRectF(scale.at(at) - theme.px(30), 0, theme.px(60), theme.px(_HEAD - 6))
            paint.words(painter, where, words, font, ink, centred=True)
        self._paint_grid(painter, theme.px(_HEAD - 6), self.height())
        self.paint_lines(painter)

    @override
    def paint_row(self, painter: QPainter, place: int, where: QRectF) -> None:
        row, theme, scale = self._shown[place], self.theme, self._scale()
        line = theme.line("body")
        left, above = where.left() + _INSET, where.top() + theme.px(4)
        name = QRectF(left, above, where.width() - 2 * _INSET, line)
        painter.fillRect(name, theme.colour(self._ground(place)))
        paint.words(painter, name, row.name, theme.font("body"), theme.colour("ink"))
        height = theme.px(_BAR)
        top = round(name.bottom() + theme.px(5))
        if row.most > row.strength:
            low, high = scale.at(row.strength), scale.at(row.most)
            paint_range(painter, theme, QRectF(low, top - 2, high - low, height + 4))
        bar = QRectF(scale.start, top, scale.at(row.strength) - scale.start, height)
        painter.fillRect(bar, theme.colour("ink2"))
        left = scale.start + scale.length + theme.px(_GAP)
        middle = QPointF(left, top + height / 2)
        word = QRectF(middle.x(), middle.y() - line / 2, self.width() - left, line)
        paint.words(painter, word, row.band, theme.font("small"), theme.colour("ink2"))

    @override
    def paint_lit(self, painter: QPainter, place: int, where: QRectF) -> None:
        painter.fillRect(where, self.theme.colour("canvas"))
        self._paint_grid(painter, where.top(), where.bottom())
        self.paint_row(painter, place, where)

    def bar_rect(self, place: int) -> QRectF:
        """Return where the bar of a row lies, in pixels of the chart."""
        where, scale = QRectF(self.rows[place].geometry()), self._scale()
        top = where.top() + self.theme.px(4) + self.theme.line("body") + self.theme.px(5)
        length = scale.at(self._shown[place].strength) - scale.start
        return QRectF(scale.start, round(top), length, self.theme.px(_BAR))

    def _ground(self, place: int) -> str:
        return "canvas" if self.is_lit(place) else "surface"

    def _scale(self) -> Scale:
        length = self.width() - self._words_width() - self.theme.px(_GAP) - 2 * _INSET
        return Scale(0, 1, _INSET, max(1.0, length))

    def _words_width(self) -> float:
        return self.widest("small", [row.band for row in self._shown]) + 2

    def _paint_grid(self, painter: QPainter, top: float, bottom: float) -> None:
        scale, line = self._scale(), self.theme.colour("line")
        for at in (0.0, RAISED_FROM, CLEAR_FROM, STRONG_FROM, 1.0):
            painter.fillRect(QRectF(round(scale.at(at)), top, 1, bottom - top), line)
