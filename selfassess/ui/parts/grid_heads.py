"""Grid heads: the words above and beside the grid, which stay put while it scrolls."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from selfassess.overriding import override
from selfassess.ui.charts.profile import paint_must_have
from selfassess.ui.models.grid_cell import GridColumn, Kind
from selfassess.ui.models.grid_model import GridModel
from selfassess.ui.parts import marks, paint
from selfassess.ui.parts.grid_cells import is_words
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.theme import Theme
from selfassess.words import _

_PAD = 12
_LEFT = 14
_CODE = 52
_CHEVRON = 12
_MUST = 26
_LINES = 3
_ABOVE = 9
_LEADING = 1.15
_NARROWEST, _WIDEST = 76, 132
_MARK = 10
_SORT = 10


class GridHead(QHeaderView):
    """The names above the columns; the one by which rows are sorted has an arrow."""

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._model = model
        self._sorted = -1
        self._highest_first = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def mark_sorted(self, place: int, *, highest_first: bool) -> None:
        """Show by which column rows are sorted; -1 for none."""
        if (place, highest_first) != (self._sorted, self._highest_first):
            self._sorted, self._highest_first = place, highest_first
            self.viewport().update()

    def width_of(self, column: GridColumn) -> int:
        """Return how wide a column of answers has to be for its name."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font(_style(column)))
        for wide in range(_NARROWEST, _WIDEST, 4):
            room = theme.px(wide) - theme.px(_ABOVE)
            lines = _in_lines(column.head, metrics, room)
            if 0 < len(lines) <= _most_lines(column):
                return theme.px(wide)
        return theme.px(_WIDEST)

    @override
    def sizeHint(self) -> QSize:
        columns = self._model.columns
        lines = max((len(self._lines(k)) for k in range(len(columns))), default=1)
        marked = any(column.kind is Kind.PERSON and column.place >= 0 for column in columns)
        high = lines * self._theme.line("small_bold") * _LEADING + 2 * self._theme.px(_ABOVE)
        return QSize(
            super().sizeHint().width(), round(high + (self._theme.px(16) if marked else 0))
        )

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, where = self._theme, QRectF(rect)
        column = self._model.columns[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(where, theme.colour("canvas"))
        painter.fillRect(
            QRectF(where.left(), where.bottom() - 1, where.width(), 1), theme.colour("line_strong")
        )
        font, line = theme.font(_style(column)), theme.line("small_bold") * _LEADING
        lines = self._lines(logicalIndex)
        centred = not is_words(column.kind)
        top = where.center().y() - len(lines) * line / 2
        if column.kind is Kind.PERSON and column.place >= 0:
            top += theme.px(8)
            middle = QPointF(where.center().x(), top - theme.px(8))
            marks.draw(painter, theme, column.place, middle, theme.px(_MARK))
        if logicalIndex == self._sorted:
            icon = "arrow-down" if self._highest_first else "arrow-up"
            centre = QPointF(where.center().x(), where.bottom() - theme.px(7))
            paint.symbol(painter, icon, centre, theme.px(_SORT), theme.colour("accent"))
            top -= theme.px(5)
        side = 0 if centred else theme.px(_PAD)
        for place, words in enumerate(lines):
            box = QRectF(where.left() + side, top + place * line, where.width() - side, line)
            paint.words(painter, box, words, font, theme.colour("ink"), centred=centred)
        painter.restore()

    def _lines(self, place: int) -> list[str]:
        column = self._model.columns[place]
        metrics = QFontMetricsF(self._theme.font(_style(column)))
        room = self.sectionSize(place) - self._theme.px(_ABOVE)
        lines = _in_lines(column.head, metrics, room) or [column.head]
        if len(lines) <= _LINES:
            return lines
        rest = " ".join(lines[_LINES - 1 :])
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
        return [*lines[: _LINES - 1], last]


class GridSide(QHeaderView):
    """Code and title of each question at the left, and the names of dimensions."""

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._model = model
        self._wide = theme.px(300)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def share(self, room: int) -> None:
        """Take a share of the room there is, as much as the titles need."""
        theme = self._theme
        metrics = QFontMetricsF(theme.font("body"))
        titles = [
            metrics.horizontalAdvance(row.title) + (theme.px(_MUST) if row.must_have else 0)
            for row in self._model.rows
        ]
        needs = theme.px(_LEFT + _CODE + _PAD) + max(titles, default=0.0) + 2
        self._wide = round(min(needs, max(theme.px(210), room * 0.36)))
        self.setFixedWidth(self._wide)

    def height_of(self, place: int, least: int) -> int:
        """Return how high a row has to be for its title."""
        row = self._model.rows[place]
        if row.is_heading:
            return least
        return max(least, round(self._title(place).height + self._theme.px(10)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(self.viewport().rect(), self._theme.colour("surface"))
        ground.end()
        super().paintEvent(event)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        theme, where = self._theme, QRectF(rect)
        row = self._model.rows[logicalIndex]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(where, theme.colour("canvas" if row.is_heading else "surface"))
        line = QRectF(where.left(), where.bottom() - 1, where.width(), 1)
        painter.fillRect(line, theme.colour("line"))
        left = where.left() + theme.px(_LEFT)
        if row.is_heading:
            size = theme.px(_CHEVRON)
            icon = "chevron-down" if row.is_open else "chevron-right"
            centre = QPointF(left + size / 2, where.center().y())
            paint.symbol(painter, icon, centre, size, theme.colour("ink2"))
            name = where.adjusted(theme.px(_LEFT + _CHEVRON + 8), 0, -4, 0)
            paint.words(painter, name, row.title, theme.font("body_bold"), theme.colour("ink"))
        else:
            code = QRectF(left, where.top(), theme.px(_CODE), where.height())
            paint.words(painter, code, row.id, theme.font("body"), theme.colour("ink2"))
            self._paint_title(painter, logicalIndex, where, left + theme.px(_CODE))
        painter.restore()

    def _paint_title(self, painter: QPainter, place: int, where: QRectF, left: float) -> None:
        theme, title = self._theme, self._title(place)
        top = where.center().y() - title.height / 2
        title.paint(painter, QPointF(left, top), theme.colour("ink"))
        if self._model.rows[place].must_have:
            last = title.last_line
            at = QPointF(left + last.right() + theme.px(8), top + last.center().y())
            paint_must_have(painter, theme, at)

    def _title(self, place: int) -> Paragraph:
        theme, row = self._theme, self._model.rows[place]
        room = self._wide - theme.px(_LEFT + _CODE + _PAD)
        room -= theme.px(_MUST) if row.must_have else 0
        return Paragraph(row.title, theme.font("body"), room, _LEADING)


class Corner(QWidget):
    """The words above the questions, between the two heads."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, where = QPainter(self), self._theme, QRectF(self.rect())
        painter.fillRect(where, theme.colour("canvas"))
        line = QRectF(0, where.bottom() - 1, where.width(), 1)
        painter.fillRect(line, theme.colour("line_strong"))
        said = where.adjusted(theme.px(_LEFT + _CODE), 0, 0, 0)
        paint.words(painter, said, _("Question"), theme.font("small_bold"), theme.colour("ink"))


def _style(column: GridColumn) -> str:
    return "small" if column.kind is Kind.PERSON else "small_bold"


def _most_lines(column: GridColumn) -> int:
    return _LINES if column.kind is Kind.PERSON else _LINES - 1


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
