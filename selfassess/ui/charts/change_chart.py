"""Change chart: where each dimension was, and where it is now."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from selfassess.core.comparison import Move
from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.core.shapes import Scale
from selfassess.overriding import override
from selfassess.ui.charts.axis import paint_axis, paint_essential, plain_ticks
from selfassess.ui.charts.chart_row import RowName
from selfassess.ui.charts.rows import RowsChart
from selfassess.ui.models.change_rows import ChangeRow
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme
from selfassess.words import _

_HEAD = 30
_GROUP, _NAME = 68, 140
_LEAST_SCALE = 170
_GAP = 32
_RING, _HEAD_LONG, _HEAD_WIDE = 4.5, 11, 10
_SAME, _SAME_HIGH = 14, 5
_ICON = 13
_HATCHED = 0.6
_ICONS = {Move.UP: "arrow-up", Move.DOWN: "arrow-down", Move.SAME: "minus", Move.UNKNOWN: "help"}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of a row begin; without room the names of groups go."""

    name: float
    scale: Scale
    word: float
    questions: float
    groups: bool


class ChangeChart(RowsChart):
    """A ring where a dimension was and an arrow head where it is; what stayed is a short bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[ChangeRow, ...] = ()
        self._laid: _Columns | None = None
        self.setAccessibleName(_("What moved"))

    def show_rows(self, rows: tuple[ChangeRow, ...]) -> None:
        """Show other rows."""
        self._shown = rows
        self.set_rows([RowName(r.id, r.group, r.spoken, r.reading) for r in rows], rows)
        self.setAccessibleDescription("; ".join(row.reading for row in rows))

    def scale(self) -> Scale:
        """Return where the levels lie, in pixels of the chart."""
        return self._columns().scale

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
        least = self._name_width() + self.theme.px(_LEAST_SCALE + _GAP) + self._words_width()
        return QSize(round(least), self.head_height())

    @override
    def sizeHint(self) -> QSize:
        height = self.head_height() + round(self.stacked.height) + 4
        return QSize(self.theme.px(560), height)

    @override
    def paint_chart(self, painter: QPainter) -> None:
        columns, theme = self._columns(), self.theme
        height = theme.px(_HEAD) - theme.px(6)
        paint_axis(painter, theme, columns.scale, 0, height)
        where = QRectF(columns.word, 0, self.width() - columns.word, height)
        said = _("Questions that moved a level")
        paint.words(painter, where, said, theme.font("small"), theme.colour("ink2"))
        if columns.groups:
            self.paint_groups(painter, 0, columns.name)
        else:
            self.paint_lines(painter)
        self._paint_grid(painter, height, self.height(), columns.scale)

    @override
    def paint_row(self, painter: QPainter, place: int, where: QRectF) -> None:
        row, columns, theme = self._shown[place], self._columns(), self.theme
        name = QRectF(columns.name, where.top(), columns.scale.start - columns.name, where.height())
        paint.words(painter, name, row.name, theme.font("body"), theme.colour("ink"))
        if row.reworded:
            scale = columns.scale
            box = QRectF(scale.start, where.top() + 4, scale.length, where.height() - 8)
            paint_hatch(painter, theme, box)
        paint_essential(painter, theme, columns.scale.essential, where.top(), where.bottom())
        self._paint_arrow(painter, row, where, columns.scale)
        self._paint_words(painter, row, where, columns)

    @override
    def paint_lit(self, painter: QPainter, place: int, where: QRectF) -> None:
        painter.fillRect(where, self.theme.colour("canvas"))
        self._paint_grid(painter, where.top(), where.bottom(), self._columns().scale)
        self.paint_row(painter, place, where)

    def _columns(self) -> _Columns:
        if self._laid is None:
            self._laid = self._lay_out()
        return self._laid

    def _lay_out(self) -> _Columns:
        theme = self.theme
        name, words, gap = self._name_width(), self._words_width(), theme.px(_GAP)
        group = max(theme.px(_GROUP), self.widest("cap_bold", [r.group for r in self._shown]) + 10)
        groups = self.width() - group - name - words - gap >= theme.px(_LEAST_SCALE)
        left = group if groups else 0.0
        length = max(1.0, self.width() - left - name - words - gap)
        scale = Scale(LOWEST, HIGHEST, left + name, length)
        word = scale.start + length + gap
        icon = theme.px(_ICON) + theme.px(7)
        most = self.widest("small_bold", [r.word for r in self._shown])
        return _Columns(left, scale, word, word + icon + most + theme.px(14), groups)

    def _name_width(self) -> float:
        names = self.widest("body", [row.name for row in self._shown])
        return max(float(self.theme.px(_NAME)), names + self.theme.px(16))

    def _words_width(self) -> float:
        theme = self.theme
        word = self.widest("small_bold", [r.word for r in self._shown])
        questions = self.widest("small", [r.questions for r in self._shown])
        head = self.widest("small", [_("Questions that moved a level")])
        return max(theme.px(_ICON + 7 + 14) + word + questions, head) + theme.px(8)

    def _paint_grid(self, painter: QPainter, top: float, bottom: float, scale: Scale) -> None:
        for at in plain_ticks(scale):
            painter.fillRect(QRectF(round(at), top, 1, bottom - top), self.theme.colour("line"))

    def _paint_arrow(self, painter: QPainter, row: ChangeRow, where: QRectF, scale: Scale) -> None:
        if row.arrow is None:
            return
        theme, middle = self.theme, where.center().y()
        start, end = scale.at(row.arrow.start), scale.at(row.arrow.end)
        if row.move is Move.SAME:
            box = QRectF(0, 0, theme.px(_SAME), theme.px(_SAME_HIGH))
            box.moveCenter(QPointF(start, middle))
            paint.box(painter, box, 2, fill=theme.colour("ink2"))
            return
        colour = move_colour(theme, row.move)
        paint_arrow(painter, theme, QPointF(start, middle), QPointF(end, middle), colour)

    def _paint_words(
        self, painter: QPainter, row: ChangeRow, where: QRectF, columns: _Columns
    ) -> None:
        theme, size = self.theme, self.theme.px(_ICON)
        centre = QPointF(columns.word + size / 2, where.center().y())
        paint.symbol(painter, _ICONS[row.move], centre, size, theme.colour("ink2"))
        left = columns.word + size + theme.px(7)
        box = QRectF(left, where.top(), columns.questions - left, where.height())
        paint.words(painter, box, row.word, theme.font("small_bold"), theme.colour("ink"))
        box = QRectF(columns.questions, where.top(), self.width(), where.height())
        paint.words(painter, box, row.questions, theme.font("small"), theme.colour("ink2"))


def move_colour(theme: Theme, move: Move) -> QColor:
    """Return the colour of what went up or down; the arrow and the word say it too."""
    return theme.level_colour(1) if move is Move.DOWN else theme.colour("accent")


def paint_hatch(painter: QPainter, theme: Theme, where: QRectF) -> None:
    """Paint the hatching of what can't be compared, since its words have changed."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(theme.colour("line_strong"), Qt.BrushStyle.BDiagPattern))
    painter.setOpacity(_HATCHED)
    painter.drawRoundedRect(where, 3, 3)
    painter.restore()


def paint_arrow(
    painter: QPainter, theme: Theme, start: QPointF, end: QPointF, colour: QColor
) -> None:
    """Paint a ring at the start and an arrow head at the end of a line across."""
    way = 1 if end.x() >= start.x() else -1
    ring, long, half = (theme.px(1) * size for size in (_RING, _HEAD_LONG, _HEAD_WIDE / 2))
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(start.x() + way * ring, start.y()), end - QPointF(way * long, 0))
    painter.setBrush(theme.colour("surface"))
    painter.drawEllipse(start, ring, ring)
    head = QPainterPath(end)
    head.lineTo(end.x() - way * long, end.y() - half)
    head.lineTo(end.x() - way * long, end.y() + half)
    head.closeSubpath()
    painter.fillPath(head, colour)
