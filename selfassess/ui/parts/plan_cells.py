"""Plan cells: how the cells of the action plan are laid out and painted."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from selfassess.overriding import override
from selfassess.ui.models.plan_model import VALUE_ROLE, Column
from selfassess.ui.models.plan_rows import PlanGroup, PlanRow
from selfassess.ui.parts import marks, paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.theme import Theme
from selfassess.words import _

Index = QModelIndex | QPersistentModelIndex
INDENT = 38
_PAD = 10
_RIGHT = 12
_GROUP_TOP, _GROUP_BOTTOM = 14, 8
_CHEVRON = 12
_ICON = 14
_BESIDE = 8
_LEADING = 1.3
_GAP = 2


class PlanCells(QStyledItemDelegate):
    """Paints the cells; the view paints the ground under them."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.with_barrier = True
        self.widths: dict[int, int] = {}
        self.is_open = True

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        value = index.data(VALUE_ROLE)
        if isinstance(value, PlanGroup):
            return QSize(0, round(self._theme.line("body_bold")) + _GROUP_TOP + _GROUP_BOTTOM)
        room = self._room(Column(index.column()), value)
        texts = self._texts(value, Column(index.column()), room)
        height = sum(text.height for text in texts) + _GAP * max(0, len(texts) - 1)
        return QSize(0, round(height) + 2 * _PAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value, where = index.data(VALUE_ROLE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = Column(index.column())
        if isinstance(value, PlanRow):
            self._paint_cell(painter, value, column, where)
        painter.restore()

    def paint_group(
        self, painter: QPainter, group: PlanGroup, where: QRectF, *, open_: bool
    ) -> None:
        """Paint the heading of a group over the whole row."""
        theme = self._theme
        line = theme.line("body_bold")
        middle = where.top() + _GROUP_TOP + line / 2
        size = theme.px(_CHEVRON)
        centre = QPointF(where.left() + 12 + size / 2, middle)
        icon = "chevron-down" if open_ else "chevron-right"
        paint.symbol(painter, icon, centre, size, theme.colour("ink2"))
        bold = theme.font("body_bold")
        left = where.left() + 12 + size + 9
        name = QRectF(left, middle - line / 2, where.right() - left, line)
        paint.words(painter, name, group.name, bold, theme.colour("ink"))
        advance = Paragraph(group.name, bold, 100_000, 1).widest
        name.setLeft(left + advance + 10)
        paint.words(painter, name, group.count, theme.font("small"), theme.colour("ink2"))

    def _room(self, column: Column, row: PlanRow) -> float:
        return max(40.0, self.widths.get(column, 200) - self._beside(column, row) - _RIGHT)

    def _beside(self, column: Column, row: PlanRow) -> float:
        if column is Column.ACTION:
            return INDENT
        has_icon = column in (Column.OWNER, Column.STATUS) or (column is Column.DUE and row.overdue)
        return self._theme.px(_ICON) + _BESIDE if has_icon else 0.0

    def _texts(self, row: PlanRow, column: Column, room: float) -> list[Paragraph]:
        theme = self._theme
        small, body = theme.font("small"), theme.font("body")
        match column:
            case Column.ACTION:
                second = row.second
                if not self.with_barrier and row.barrier:
                    second = ". ".join(part for part in (row.second, row.barrier) if part)
                texts = [Paragraph(row.words, body, room, _LEADING)]
                return texts + ([Paragraph(second, small, room, _LEADING)] if second else [])
            case Column.BARRIER:
                return [Paragraph(row.barrier, small, room, _LEADING)]
            case Column.OWNER:
                return [Paragraph(row.owner or _("No owner yet"), small, room, _LEADING)]
            case Column.DUE:
                font = theme.font("small_bold") if row.overdue else small
                return [Paragraph(row.due, font, room, _LEADING)]
            case Column.STATUS:
                return [Paragraph(row.status, small, room, _LEADING)]

    def _paint_cell(self, painter: QPainter, row: PlanRow, column: Column, where: QRectF) -> None:
        theme = self._theme
        texts = self._texts(row, column, self._room(column, row))
        height = sum(text.height for text in texts) + _GAP * max(0, len(texts) - 1)
        top = where.center().y() - height / 2
        left = where.left() + self._beside(column, row)
        for place, text in enumerate(texts):
            colour = theme.colour("ink2" if place else "ink")
            text.paint(painter, QPointF(left, top), colour)
            top += text.height + _GAP
        centre = QPointF(where.left() + theme.px(_ICON) / 2, where.center().y())
        self._paint_icon(painter, row, column, centre)

    def _paint_icon(self, painter: QPainter, row: PlanRow, column: Column, centre: QPointF) -> None:
        theme, size = self._theme, self._theme.px(_ICON)
        if column is Column.OWNER and not row.owner:
            paint.symbol(painter, "warning", centre, size, theme.colour("warn"))
        elif column is Column.OWNER and row.partner is not None:
            marks.draw(painter, theme, row.partner, centre, theme.size("org_mark"))
        elif column is Column.DUE and row.overdue:
            paint.symbol(painter, "clock", centre, size, theme.colour("warn"))
        elif column is Column.STATUS:
            colour = theme.colour("accent" if row.icon == "disc-half" else "ink2")
            paint.symbol(painter, row.icon, centre, size, colour)
