"""Grid cells: how the cells of the grid of all answers are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from selfassess.overriding import override
from selfassess.ui.models.grid_cell import GridCell, Kind, Mark
from selfassess.ui.models.grid_model import CELL_ROLE
from selfassess.ui.models.grid_rows import GridRow
from selfassess.ui.parts import level_chip, paint
from selfassess.ui.theme import Look, Theme

Index = QModelIndex | QPersistentModelIndex
_BESIDE, _ABOVE = 3, 2.5
_RADIUS = 3
_AIR = 2
_CHIP = 24
_CHIP_HIGH = 23
_ICON = 19
_PAD = 12


class GridCells(QStyledItemDelegate):
    """Paints levels on their tints, the agreed level on its chip, and words."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.evidence = 0
        """The place of the column under which headings say what they say."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value = index.data(CELL_ROLE)
        where = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now = self._view.currentIndex()
        here = now == index
        if isinstance(value, GridRow):
            self._paint_heading(painter, value, where, here=now.row() == index.row())
        elif isinstance(value, GridCell):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_cell(painter, value, where, here=here, chosen=chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: GridRow, where: QRectF, *, here: bool) -> None:
        """Paint a cell's part of a heading, whose words lie over all cells."""
        theme = self._theme
        painter.setClipRect(where)
        painter.fillRect(where, theme.colour("canvas"))
        self._line(painter, where)
        said = self._says_where(row, where)
        paint.words(painter, said, row.says, theme.font("small"), theme.colour("ink2"))
        if here and self._view.hasFocus():
            ring = QRectF(2, where.top() + 2, self._view.viewport().width() - 4, where.height() - 5)
            self._ring(painter, ring, theme.colour("focus"))

    def _paint_cell(
        self, painter: QPainter, cell: GridCell, where: QRectF, *, here: bool, chosen: bool
    ) -> None:
        theme = self._theme
        if chosen and not here:
            painter.fillRect(where, theme.colour("tint"))
        self._line(painter, where)
        whole = where.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE - 1)
        box = whole.adjusted(_AIR, _AIR, -_AIR, -_AIR) if here else whole
        match cell.mark:
            case Mark.LEVEL:
                self._paint_level(painter, cell, box)
            case Mark.DONT_KNOW:
                self._paint_dont_know(painter, cell, box)
            case Mark.NOT_APPLICABLE:
                ink = theme.colour("ink2")
                paint.words(painter, box, cell.words, theme.font("body"), ink, centred=True)
            case Mark.CHIP:
                level_chip.draw(painter, theme, self._chip(where), cell.level or 1)
            case Mark.NOT_AGREED:
                chip, ink = self._chip(where), theme.colour("ink2")
                border = theme.colour("line_strong")
                paint.box(painter, chip, theme.radius("tag"), border=border)
                paint.words(painter, chip, cell.words, theme.font("body"), ink, centred=True)
            case Mark.EVIDENCE | Mark.WORDS:
                self._paint_words(painter, cell, where)
        if here:
            focused = self._view.hasFocus()
            colour = theme.colour("focus" if focused else "line_strong")
            self._ring(painter, whole.adjusted(-1, -1, 1, 1), colour)

    def _paint_level(self, painter: QPainter, cell: GridCell, box: QRectF) -> None:
        theme = self._theme
        outlined = theme.look is Look.CONTRAST
        paint.box(
            painter,
            box,
            _RADIUS,
            fill=theme.level_colour(cell.level or 1, "level_tint"),
            border=theme.colour("line") if outlined else None,
        )
        ink = theme.colour("ink")
        paint.words(painter, box, cell.words, theme.font("body"), ink, centred=True)

    def _paint_dont_know(self, painter: QPainter, cell: GridCell, box: QRectF) -> None:
        theme = self._theme
        pen = QPen(theme.colour("line_strong"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        ink = theme.colour("ink2")
        paint.words(painter, box, cell.words, theme.font("body"), ink, centred=True)

    def _paint_words(self, painter: QPainter, cell: GridCell, where: QRectF) -> None:
        theme, pad = self._theme, self._theme.px(_PAD)
        said = where.adjusted(pad, 0, -pad, 0)
        colour = theme.colour("ink2" if cell.mark is Mark.EVIDENCE else "ink")
        if cell.icon:
            size = theme.px(_ICON - 3)
            centre = QPointF(said.left() + size / 2, where.center().y())
            paint.symbol(painter, cell.icon, centre, size, theme.colour("ink2"))
            said.setLeft(said.left() + theme.px(_ICON + 4))
        paint.words(painter, said, cell.words, theme.font("small"), colour)

    def _says_where(self, row: GridRow, where: QRectF) -> QRectF:
        """Find where a heading says what it says: under the evidence, or else at the left."""
        pad = self._theme.px(_PAD)
        left = float(self._view.columnViewportPosition(self.evidence) + pad)
        wide = self._theme.width(row.says, "small")
        if left < 0 or left + wide > self._view.viewport().width():
            left = float(pad)
        return QRectF(left, where.top(), wide, where.height())

    def _chip(self, where: QRectF) -> QRectF:
        wide, high = self._theme.px(_CHIP), self._theme.px(_CHIP_HIGH)
        chip = QRectF(0, 0, wide, min(high, where.height() - 2))
        chip.moveCenter(QPointF(where.center().x(), where.center().y() - 0.5))
        return QRectF(chip.toRect())

    def _line(self, painter: QPainter, where: QRectF) -> None:
        line = QRectF(where.left(), where.bottom() - 1, where.width(), 1)
        painter.fillRect(line, self._theme.colour("line"))

    def _ring(self, painter: QPainter, where: QRectF, colour: QColor) -> None:
        width = self._theme.stroke("focus")
        paint.box(painter, where, _RADIUS + 1, border=colour, width=width)


def is_words(kind: Kind) -> bool:
    """Say whether a kind of column shows words, which begin at its left."""
    return kind in (Kind.EVIDENCE, Kind.NOTE)
