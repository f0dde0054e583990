"""Profile: the dimensions as bars, with bounds, partners, the essential line and must-haves."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfassess.core.shapes import Scale, side_by_side
from selfassess.overriding import override
from selfassess.ui.charts.axis import paint_axis, paint_essential, plain_ticks
from selfassess.ui.charts.chart_row import RowName
from selfassess.ui.charts.rows import RowsChart
from selfassess.ui.models.profile_rows import ProfileRow
from selfassess.ui.parts import marks, paint
from selfassess.ui.theme import Theme
from selfassess.words import _

_HEAD = 32
_GROUP, _NAME, _BAND = 68, 140, 152
_LEAST_BAR = 150
_ICON = 13
_GAP = 22
_MARK_GAP = 1.1
_RANGE = 17


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of a row begin; without room the word of confidence goes, then the groups."""

    name: float
    bar: Scale
    band: float
    confidence: float
    group_names: bool
    confidence_words: bool


class ProfileChart(RowsChart):
    """A bar for each dimension, from 0 to the level of the partnership."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[ProfileRow, ...] = ()
        self._laid: _Columns | None = None
        self.setAccessibleName(_("Profile of the partnership"))

    def show_rows(self, rows: tuple[ProfileRow, ...]) -> None:
        """Show other bars."""
        self._shown = rows
        self.set_rows([RowName(r.id, r.group, r.spoken, r.reading) for r in rows], rows)
        self.setAccessibleDescription("; ".join(row.spoken for row in rows))

    def scale(self) -> Scale:
        """Return where the levels lie, in pixels of the chart."""
        return self._columns().bar

    @override
    def forget_columns(self) -> None:
        self._laid = None

    @override
    def columns(self) -> object:
        return self._columns()

    @override
    def head_height(self) -> int:
        return self.theme.px(_HEAD)

    @override
    def row_rect(self, top: float) -> QRectF:
        left = max(0.0, self._columns().name - self.theme.px(8))
        return QRectF(left, top, self.width() - left, self.row_height)

    @override
    def minimumSizeHint(self) -> QSize:
        theme = self.theme
        width = self._name_width() + theme.px(_LEAST_BAR) + theme.px(_GAP) + self._band_width()
        return QSize(round(width + theme.px(_ICON)), self.sizeHint().height() if self.rows else 0)

    @override
    def sizeHint(self) -> QSize:
        height = self.head_height() + round(self.stacked.height) + 4
        return QSize(self.theme.px(560), height)

    @override
    def paint_chart(self, painter: QPainter) -> None:
        columns = self._columns()
        self._paint_head(painter, columns)
        if columns.group_names:
            self.paint_groups(painter, 0, columns.name)
        else:
            self.paint_lines(painter)
        top = self.head_height() - self.theme.px(4)
        self._paint_grid(painter, top, self.height(), columns.bar)

    @override
    def paint_row(self, painter: QPainter, place: int, where: QRectF) -> None:
        row, columns = self._shown[place], self._columns()
        self._paint_name(painter, row, where, columns)
        self._paint_bar(painter, row, where, columns.bar)
        paint_essential(painter, self.theme, columns.bar.essential, where.top(), where.bottom())
        self._paint_marks(painter, row, where, columns.bar)
        self._paint_words(painter, row, where, columns)

    @override
    def paint_lit(self, painter: QPainter, place: int, where: QRectF) -> None:
        columns = self._columns()
        painter.fillRect(where, self.theme.colour("canvas"))
        self._paint_grid(painter, where.top(), where.bottom(), columns.bar)
        self.paint_row(painter, place, where)

    def _columns(self) -> _Columns:
        if self._laid is None:
            self._laid = self._lay_out()
        return self._laid

    def _lay_out(self) -> _Columns:
        theme = self.theme
        group = max(theme.px(_GROUP), self.widest("cap_bold", [r.group for r in self._shown]) + 10)
        name, band = self._name_width(), self._band_width()
        icon = theme.px(_ICON)
        said = self.widest("small", [row.confidence_words for row in self._shown])
        words = max(icon + theme.px(7) + said, self.widest("small", [_("Confidence")])) + 1
        least, gap = theme.px(_LEAST_BAR), theme.px(_GAP)
        room = self.width() - name - gap - band
        with_words = room - group - words >= least
        with_groups = with_words or room - group - icon >= least
        left = group if with_groups else 0.0
        confidence = words if with_words else icon
        bar = room - left - confidence
        start = left + name
        return _Columns(
            name=left,
            bar=Scale(0, 5, start, bar),
            band=start + bar + gap,
            confidence=self.width() - confidence,
            group_names=with_groups,
            confidence_words=with_words,
        )

    def _name_width(self) -> float:
        metrics = QFontMetricsF(self.theme.font("body"))
        box = self.theme.px(30)
        widths = [metrics.horizontalAdvance(r.name) + box * r.held for r in self._shown]
        return max(float(self.theme.px(_NAME)), max(widths, default=0.0) + self.theme.px(12))

    def _band_width(self) -> float:
        words = self.widest("body", [f"{r.level or ''} {r.band}" for r in self._shown])
        return max(float(self.theme.px(_BAND)), words + self.theme.px(16))

    def _paint_head(self, painter: QPainter, columns: _Columns) -> None:
        theme = self.theme
        where = QRectF(0, 0, self.width(), theme.px(_HEAD) - theme.px(8))
        paint_axis(painter, theme, columns.bar, where.top(), where.height())
        font, ink = theme.font("small"), theme.colour("ink2")
        where.setLeft(columns.band)
        paint.words(painter, where, _("Band"), font, ink)
        if columns.confidence_words:
            where.setLeft(columns.confidence)
            paint.words(painter, where, _("Confidence"), font, ink)

    def _paint_grid(self, painter: QPainter, top: float, bottom: float, scale: Scale) -> None:
        line = self.theme.colour("line")
        for at in (scale.start, *plain_ticks(scale)):
            painter.fillRect(QRectF(round(at), top, 1, bottom - top), line)

    def _paint_name(
        self, painter: QPainter, row: ProfileRow, where: QRectF, columns: _Columns
    ) -> None:
        theme = self.theme
        font = theme.font("body")
        box = QRectF(columns.name, where.top(), columns.bar.start - columns.name, where.height())
        paint.words(painter, box, row.name, font, theme.colour("ink"))
        if row.held:
            advance = QFontMetricsF(font).horizontalAdvance(row.name)
            middle = QPointF(columns.name + advance + theme.px(9), where.center().y())
            paint_must_have(painter, theme, middle)

    def _paint_bar(self, painter: QPainter, row: ProfileRow, where: QRectF, scale: Scale) -> None:
        theme, bar = self.theme, row.bar
        height = theme.size("profile_bar")
        top = round(where.center().y() - height / 2)
        if bar.solid is not None and row.level is not None:
            colour = theme.level_colour(row.level)
            start, end = round(scale.start), scale.at(bar.solid)
            painter.fillRect(QRectF(start, top, end - start, height), colour)
            if bar.without is not None:
                free = QRectF(end, top, scale.at(bar.without) - end, height)
                painter.fillRect(free, theme.colour("surface"))
                pen = QPen(colour, 1)
                pen.setDashPattern([3, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(free.adjusted(-0.5, 0.5, -0.5, -0.5))
        if bar.bounds is not None:
            low, high = (scale.at(level) for level in bar.bounds)
            box = QRectF(low, 0, high - low, theme.px(_RANGE))
            box.moveTop(round(where.center().y() - box.height() / 2))
            paint_range(painter, theme, box)

    def _paint_marks(self, painter: QPainter, row: ProfileRow, where: QRectF, scale: Scale) -> None:
        size = self.theme.size("org_mark")
        places = side_by_side([scale.at(p.level) for p in row.places], size * _MARK_GAP)
        for place, at in zip(row.places, places, strict=True):
            centre = QPointF(at, where.center().y())
            marks.draw(painter, self.theme, place.partner, centre, size, halo=True)

    def _paint_words(
        self, painter: QPainter, row: ProfileRow, where: QRectF, columns: _Columns
    ) -> None:
        theme = self.theme
        box = QRectF(columns.band, where.top(), columns.confidence - columns.band, where.height())
        if row.level is not None:
            number = str(row.level)
            bold = theme.font("body_bold")
            paint.words(painter, box, number, bold, theme.colour("ink"))
            box.setLeft(box.left() + QFontMetricsF(bold).horizontalAdvance(number) + theme.px(5))
        colour = theme.colour("ink" if row.level is not None else "ink2")
        paint.words(painter, box, row.band, theme.font("body"), colour)
        ink, size = theme.colour("ink2"), theme.px(_ICON)
        if row.confidence:
            middle = QPointF(columns.confidence + size / 2, where.center().y())
            paint.symbol(painter, f"confidence-{row.confidence}", middle, size, ink)
        if columns.confidence_words:
            left = columns.confidence + size + theme.px(7)
            box = QRectF(left, where.top(), self.width() - left + 1, where.height())
            paint.words(painter, box, row.confidence_words, theme.font("small"), ink)


def paint_must_have(painter: QPainter, theme: Theme, left: QPointF) -> float:
    """Paint the outlined M of a must-have, its left middle at a point; return its width."""
    where = QRectF(left.x(), 0, theme.px(17), theme.px(16))
    where.moveTop(round(left.y() - where.height() / 2))
    ink = theme.colour("ink")
    paint.box(painter, where, theme.radius("tag"), fill=theme.colour("surface"), border=ink)
    paint.words(painter, where, "M", theme.font("cap_bold"), ink, centred=True)
    return where.width()


def paint_range(painter: QPainter, theme: Theme, where: QRectF) -> None:
    """Paint the range in which don't-knows could move a value."""
    fill = theme.colour("band")
    fill.setAlphaF(0.55)
    paint.box(painter, where, 3, fill=fill, border=theme.colour("line_strong"))
