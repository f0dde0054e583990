"""Heat map: where each partner stands in each dimension, with the spread and the word for it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.core.shapes import Cell, Scale, cells
from selfassess.overriding import override
from selfassess.ui.charts.axis import paint_essential
from selfassess.ui.charts.chart_row import RowName
from selfassess.ui.charts.rows import RowsChart
from selfassess.ui.models.heat_rows import HeatCell, HeatRow
from selfassess.ui.models.partners import Partner
from selfassess.ui.parts import marks, paint
from selfassess.ui.theme import Look, Theme
from selfassess.words import _

_GROUP, _NAME = 68, 118
_WIDE, _CELL_GAP = 76, 2
_GAP = 22
_ICON = 15
_NAMES_AT_MOST = 8
_NAME_LINES = 2
_DOT = 2.75


@dataclass(frozen=True, slots=True)
class _Fit:
    """A way to fit the columns: with what, and how narrow they may become at 100 %."""

    groups: bool
    words: bool
    spread: int
    cell: int


_FITS = (
    _Fit(groups=True, words=True, spread=120, cell=70),
    _Fit(groups=True, words=True, spread=80, cell=56),
    _Fit(groups=False, words=True, spread=80, cell=56),
    _Fit(groups=False, words=False, spread=60, cell=46),
)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the parts of a row are; no scale where no spread is shown."""

    name: float
    cells: tuple[Cell, ...]
    scale: Scale | None
    agreement: float
    groups: bool
    words: bool


class HeatMap(RowsChart):
    """A cell for each partner and dimension; the row where the keyboard was last is marked."""

    row_size = "heat_row"
    short_row = 27

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: tuple[HeatRow, ...] = ()
        self._partners: tuple[Partner, ...] = ()
        self._last = _("Agreement")
        self._laid: _Columns | None = None
        self.setAccessibleName(_("Where partners stand"))

    def show_rows(
        self, rows: tuple[HeatRow, ...], partners: tuple[Partner, ...], last: str = ""
    ) -> None:
        """Show other rows.

        Args:
            rows: A row for each dimension.
            partners: The columns, those of place -1 without a shape; none: the levels 1 to 5.
            last: The words above the last column; empty: agreement.
        """
        self._shown = rows
        self._partners = partners
        self._last = last or _("Agreement")
        self.set_rows([RowName(r.id, r.group, r.spoken, r.reading) for r in rows], rows)
        self.setAccessibleDescription("; ".join(row.reading for row in rows))

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Return where a cell lies, in pixels of the chart."""
        where, cell = QRectF(self.rows[row].geometry()), self._columns().cells[column]
        return self._box(where, cell)

    @override
    def forget_columns(self) -> None:
        self._laid = None

    @override
    def columns(self) -> object:
        return self._columns(), self._partners, self._last

    @override
    def head_height(self) -> int:
        lines = self.theme.line("cap_bold") * (_NAME_LINES if self._partners else 1)
        mark = self.theme.px(22) if self._has_marks() else 0
        return round(mark + lines + self.theme.px(12))

    @override
    def row_rect(self, top: float) -> QRectF:
        left = max(0.0, self._columns().name - self.theme.px(10))
        return QRectF(left, top, self.width() - left, self.row_height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._needs(_FITS[-1])), self.head_height())

    @override
    def sizeHint(self) -> QSize:
        height = self.head_height() + round(self.stacked.height) + 4
        return QSize(round(self._needs(_FITS[0])), height)

    @override
    def paint_chart(self, painter: QPainter) -> None:
        columns = self._columns()
        self._paint_head(painter, columns)
        if columns.groups:
            self.paint_groups(painter, 0, columns.name)
        else:
            self.paint_lines(painter)

    @override
    def is_lit(self, place: int) -> bool:
        return super().is_lit(place) or (place == self.here and not self.is_direct)

    @override
    def paint_row(self, painter: QPainter, place: int, where: QRectF) -> None:
        self._paint_row(painter, place, where, "body")

    @override
    def paint_lit(self, painter: QPainter, place: int, where: QRectF) -> None:
        here, theme = place == self.here, self.theme
        painter.fillRect(where, theme.colour("surface" if here else "canvas"))
        if here:
            box = {"fill": theme.colour("tint"), "border": theme.colour("accent")}
            paint.box(painter, where, theme.radius(), width=theme.stroke("chosen"), **box)
        self._paint_row(painter, place, where, "body_bold" if here else "body")

    def _paint_row(self, painter: QPainter, place: int, where: QRectF, style: str) -> None:
        row, columns, theme = self._shown[place], self._columns(), self.theme
        left = columns.cells[0].left if columns.cells else columns.agreement
        name = QRectF(columns.name, where.top(), left - columns.name, where.height())
        paint.words(painter, name, row.name, theme.font(style), theme.colour("ink"))
        for cell, at in zip(row.cells, columns.cells, strict=True):
            self._paint_cell(painter, cell, self._box(where, at))
        if columns.scale is not None:
            self._paint_spread(painter, row, where, columns.scale)
        self._paint_agreement(painter, row, where, columns)

    def _columns(self) -> _Columns:
        if self._laid is None:
            self._laid = self._lay_out()
        return self._laid

    def _lay_out(self) -> _Columns:
        theme = self.theme
        fit = next((fit for fit in _FITS if self._needs(fit) <= self.width()), _FITS[-1])
        left = theme.px(_GROUP) if fit.groups else theme.px(10)
        name, agreement = self._name_width(), self._agreement_width(words=fit.words)
        spread = float(theme.px(fit.spread)) if self._partners else 0.0
        gaps = theme.px(_GAP) * (2 if self._partners else 1)
        start = left + name
        room = self.width() - start - agreement - gaps - spread
        count = self._count()
        wide = min(room, theme.px(_WIDE) * count)
        spread += max(0.0, min(room - wide, theme.px(120) - spread)) if self._partners else 0
        made = cells(count, start, wide, _CELL_GAP)
        ends = start + wide + theme.px(_GAP)
        scale = Scale(LOWEST, HIGHEST, ends, spread) if self._partners else None
        return _Columns(
            name=left,
            cells=made,
            scale=scale,
            agreement=ends + spread + (theme.px(_GAP) if self._partners else 0),
            groups=fit.groups,
            words=fit.words,
        )

    def _needs(self, fit: _Fit) -> float:
        theme = self.theme
        gaps = theme.px(_GAP) * (2 if self._partners else 1)
        spread = theme.px(fit.spread) if self._partners else 0
        left = theme.px(_GROUP) if fit.groups else theme.px(10)
        width = left + self._name_width() + self._count() * theme.px(fit.cell) + gaps + spread
        return width + self._agreement_width(words=fit.words)

    def _has_marks(self) -> bool:
        return any(partner.place >= 0 for partner in self._partners)

    def _count(self) -> int:
        return len(self._partners) or HIGHEST

    def _name_width(self) -> float:
        names = self.widest("body_bold", [row.name for row in self._shown])
        return max(float(self.theme.px(_NAME)), names + self.theme.px(12))

    def _agreement_width(self, *, words: bool) -> float:
        icon = self.theme.px(_ICON) + self.theme.px(6)
        if not words:
            return icon
        said = [row.agreement_words for row in self._shown]
        return icon + self.theme.px(14) + self.widest("small_bold", [*said, self._last])

    def _box(self, where: QRectF, cell: Cell) -> QRectF:
        inset = self.theme.px(3)
        box = QRectF(cell.left, where.top() + inset, cell.width, where.height() - 2 * inset)
        return QRectF(box.toRect())

    def _paint_head(self, painter: QPainter, columns: _Columns) -> None:
        theme, ink = self.theme, self.theme.colour("ink")
        bold = theme.font("cap_bold")
        line = theme.line("cap_bold")
        base = QRectF(0, self.head_height() - theme.px(10) - line, self.width(), line)
        for cell, said in zip(columns.cells, self._heads(columns), strict=True):
            where = QRectF(cell.left, base.top(), cell.width, base.height())
            for place, words in enumerate(reversed(said)):
                at = where.translated(0, -place * line)
                paint.words(painter, at, words, bold, ink, centred=True)
        for cell, partner in zip(columns.cells, self._partners, strict=False):
            if partner.place >= 0:
                middle = QPointF(cell.left + cell.width / 2, theme.px(11))
                marks.draw(painter, theme, partner.place, middle, theme.px(11))
        if columns.scale is not None:
            base.setLeft(columns.scale.start)
            base.setRight(columns.agreement)
            paint.words(painter, base, _("Spread, 1 to 5"), bold, ink)
        if columns.words:
            base.setLeft(columns.agreement)
            base.setRight(self.width())
            paint.words(painter, base, self._last, bold, ink)

    def _heads(self, columns: _Columns) -> list[list[str]]:
        """The lines above each column: names where all of them fit, else letters, or levels."""
        if not self._partners:
            return [[str(level)] for level in range(LOWEST, HIGHEST + 1)]
        metrics = QFontMetricsF(self.theme.font("cap_bold"))
        names = [_in_lines(p.name, metrics, columns.cells[0].width) for p in self._partners]
        if len(names) <= _NAMES_AT_MOST and all(0 < len(n) <= _NAME_LINES for n in names):
            return names
        return [[p.letter or p.name] for p in self._partners]

    def _paint_cell(self, painter: QPainter, cell: HeatCell, where: QRectF) -> None:
        theme = self.theme
        outlined = cell.level is None or theme.look is Look.CONTRAST
        paint.box(
            painter,
            where,
            3,
            fill=None if cell.level is None else theme.level_colour(cell.level, "level_tint"),
            border=theme.colour("line") if outlined else None,
        )
        ink = theme.colour("ink" if cell.level is not None else "ink3")
        paint.words(painter, where, cell.words, theme.font("body"), ink, centred=True)

    def _paint_spread(self, painter: QPainter, row: HeatRow, where: QRectF, scale: Scale) -> None:
        theme, middle = self.theme, round(where.center().y())
        line, mark = theme.colour("line"), theme.colour("mark")
        painter.fillRect(QRectF(scale.start, middle - 0.5, scale.length, 1.5), line)
        paint_essential(painter, theme, scale.essential, middle - 9, middle + 10)
        if not row.spread:
            return
        low, high = scale.at(min(row.spread)), scale.at(max(row.spread))
        painter.setPen(QPen(mark, 1.5))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        painter.setPen(QPen(mark, 0.5))
        painter.setBrush(mark)
        dot = theme.px(1) * _DOT
        for level in row.spread:
            painter.drawEllipse(QPointF(scale.at(level), middle), dot, dot)

    def _paint_agreement(
        self, painter: QPainter, row: HeatRow, where: QRectF, columns: _Columns
    ) -> None:
        theme, size = self.theme, self.theme.px(_ICON)
        if row.agreement:
            middle = QPointF(columns.agreement + size / 2, where.center().y())
            ink = theme.colour("ink2")
            paint.symbol(painter, f"agreement-{row.agreement}", middle, size, ink)
        if columns.words:
            left = columns.agreement + size + theme.px(8)
            box = QRectF(left, where.top(), self.width() - left, where.height())
            style = "small_bold" if row.is_split else "small"
            paint.words(painter, box, row.agreement_words, theme.font(style), theme.colour("ink"))


def _in_lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break words into lines of a width; none where a word is wider."""
    lines: list[str] = []
    for word in words.split():
        if metrics.horizontalAdvance(word) > width:
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
