"""Charts of rows in groups: one row for each dimension, reached by arrow keys and by pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.core import shapes
from selfassess.overriding import override
from selfassess.ui.charts.chart_row import ChartRow, RowName
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import GROUP
from selfassess.ui.theme import Theme

_BETWEEN = 8
_UNDER = 4
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class RowsChart(QWidget):
    """A chart of one row for each dimension, in groups.

    It is drawn once and kept as a picture; only the row under the pointer is painted anew.

    Signals:
        reached: The row under the pointer, or else in focus, is another; carries its id or nothing.
        moved: The keyboard or a click went to a row; carries its id.
        opened: A row was opened with Enter or a double click; carries its id.
    """

    heard_as = GROUP

    reached = Signal(str)
    moved = Signal(str)
    opened = Signal(str)
    row_size = "profile_row"
    short_row = 25

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: list[ChartRow] = []
        self.here = 0
        self._names: tuple[RowName, ...] = ()
        self._said: tuple[object, ...] = ()
        self._outdated: set[int] = set()
        self._read = ""
        self._short = False
        self._drawn: QPixmap | None = None
        self._drawn_in: object = None
        self._direct = False
        self._resting: QPoint | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, names: Sequence[RowName], said: Sequence[object]) -> None:
        """Take other rows; those of the same ids keep the place of the keyboard.

        Args:
            names: What the rows are called.
            said: Everything that each row shows: what is the same as before is not drawn anew.
        """
        before, said_before = self._names, self._said
        same = [(n.id, n.group) for n in names] == [(n.id, n.group) for n in before]
        if [n.id for n in names] != [n.id for n in before]:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [ChartRow(self, place, name, self) for place, name in enumerate(names)]
            for row in self.rows:
                row.reached.connect(self._on_reached)
                row.entered.connect(self._on_entered)
                row.clicked.connect(self._on_clicked)
                row.show()
            self.here = 0
        else:
            for row, name in zip(self.rows, names, strict=True):
                row.setAccessibleName(name.spoken)
                row.setAccessibleDescription(name.reading)
        self._names, self._said = tuple(names), tuple(said)
        self._give_reach()
        self.forget_columns()
        if same and self._drawn is not None and self.columns() == self._drawn_in:
            self._redraw_rows([k for k, one in enumerate(said) if one != said_before[k]])
            return
        self._place_rows()
        self.updateGeometry()

    def forget_columns(self) -> None:
        """Arrange the columns anew when they are next asked for."""

    def columns(self) -> object:
        """Return where the columns stand, and everything else that is drawn around the rows."""
        raise NotImplementedError

    def _redraw_rows(self, places: Sequence[int]) -> None:
        self._outdated.update(places)
        for place in places:
            self.update(self.rows[place].geometry())

    def set_short(self, short: bool) -> None:
        """Use rows of the height for low windows."""
        if short != self._short:
            self._short = short
            self._place_rows()
            self.updateGeometry()

    def go_to(self, id_: str) -> None:
        """Make a row the one that the keyboard comes back to."""
        for place, name in enumerate(self._names):
            if name.id == id_:
                self.here = place
        self._give_reach()
        self.update()

    def take_focus(self) -> None:
        """Bring the keyboard to the row where it was last."""
        if self.rows:
            self.rows[self.here].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def here_id(self) -> str:
        """The id of the row that the keyboard comes back to; empty without rows."""
        return self._names[self.here].id if self._names else ""

    @property
    def read_id(self) -> str:
        """The id of the row under the pointer, or else in focus; empty where there is none."""
        return self._read if self._read in {name.id for name in self._names} else ""

    def redraw(self) -> None:
        """Draw the chart anew."""
        self.forget_columns()
        self._drawn = None
        self.update()

    def draw_directly(self, directly: bool) -> None:
        """Paint without the kept picture, as a copy of another density needs it."""
        self._direct = directly

    @property
    def is_direct(self) -> bool:
        """It is painted without the kept picture."""
        return self._direct

    def is_lit(self, place: int) -> bool:
        """Say whether a row is painted anew, on a ground of its own."""
        return not self._direct and self.rows[place].underMouse()

    def paint_chart(self, painter: QPainter) -> None:
        """Paint what stands around the rows."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, place: int, where: QRectF) -> None:
        """Paint a row into its rectangle."""
        raise NotImplementedError

    def paint_lit(self, painter: QPainter, place: int, where: QRectF) -> None:
        """Paint a row on a ground of its own."""
        raise NotImplementedError

    def head_height(self) -> int:
        """Return the height of what stands above the rows."""
        raise NotImplementedError

    def row_rect(self, top: float) -> QRectF:
        """Return the rectangle of the row that begins at a height."""
        return QRectF(0, top, self.width(), self.row_height)

    @property
    def row_height(self) -> int:
        """The height of a row."""
        if self._short:
            return self.theme.px(self.short_row)
        return self.theme.size(self.row_size)

    @property
    def stacked(self) -> shapes.Stack:
        """Where the rows stand, counted from under the head."""
        counts: list[int] = []
        before = ""
        for name in self._names:
            if name.group != before or not counts:
                counts.append(0)
            counts[-1] += 1
            before = name.group
        return shapes.stack(counts, self.row_height, _BETWEEN)

    def group_starts(self) -> tuple[tuple[str, float], ...]:
        """Return the name of each group with the height at which its first row begins."""
        tops, found, before = self.stacked.tops, [], None
        for name, top in zip(self._names, tops, strict=True):
            if name.group != before:
                found.append((name.group, self.head_height() + top))
            before = name.group
        return tuple(found)

    def widest(self, style: str, words: Sequence[str]) -> float:
        """Return the width of the widest of some words."""
        metrics = QFontMetricsF(self.theme.font(style))
        return max((metrics.horizontalAdvance(said) for said in words), default=0.0)

    @override
    def sizeHint(self) -> QSize:
        height = self.head_height() + self.stacked.height + _UNDER
        return QSize(self.minimumSizeHint().width(), round(height))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        place = None
        if key in _STEPS:
            place = max(0, min(len(self.rows) - 1, self.here + _STEPS[key]))
        elif key in _ENDS:
            place = _ENDS[key] % len(self.rows)
        if place is None:
            super().keyPressEvent(event)
            return
        self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rows()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._place_rows()
            self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._direct:
            self._paint_all(painter)
            return
        density = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatioF() != density:
            self._drawn = QPixmap(self.size() * density)
            self._drawn.setDevicePixelRatio(density)
            self._drawn.fill(self.theme.colour("surface"))
            self._drawn_in = self.columns()
            kept = QPainter(self._drawn)
            self._paint_all(kept)
            kept.end()
        elif self._outdated:
            self._paint_again(self._drawn)
        self._outdated.clear()
        painter.drawPixmap(0, 0, self._drawn)

    def paint_groups(self, painter: QPainter, left: float, width: float) -> None:
        """Paint the names of the groups, and the lines between them."""
        font, colour = self.theme.font("cap_bold"), self.theme.colour("ink3")
        for name, top in self.group_starts():
            where = QRectF(left, top, width, self.row_height)
            paint.words(painter, where, name, font, colour)
        self.paint_lines(painter)

    def paint_lines(self, painter: QPainter) -> None:
        """Paint the lines between groups."""
        for line in self.stacked.lines:
            at = round(self.head_height() + line)
            painter.fillRect(QRectF(0, at, self.width(), 1), self.theme.colour("line"))

    def _place_rows(self) -> None:
        self.forget_columns()
        head = self.head_height()
        for row, top in zip(self.rows, self.stacked.tops, strict=True):
            where = self.row_rect(head + top)
            row.setGeometry(where.toRect())
        self.redraw()

    def _paint_all(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_chart(painter)
        for row in self.rows:
            painter.save()
            self.paint_row(painter, row.place, QRectF(row.geometry()))
            painter.restore()

    def _paint_again(self, drawn: QPixmap) -> None:
        """Paint the rows that are outdated over what was drawn."""
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in self._outdated:
            where = QRectF(self.rows[place].geometry())
            painter.save()
            painter.setClipRect(where)
            painter.fillRect(where, self.theme.colour("surface"))
            self.paint_chart(painter)
            self.paint_row(painter, place, where)
            painter.restore()
        painter.end()

    def _give_reach(self) -> None:
        for place, row in enumerate(self.rows):
            here = place == self.here
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(strong if here else click)

    def _on_reached(self) -> None:
        self._resting = QCursor.pos()

    def _on_entered(self) -> None:
        focused = next((row.place for row in self.rows if row.hasFocus()), None)
        under = next((row.place for row in self.rows if row.underMouse()), None)
        if focused is not None and QCursor.pos() == self._resting:
            under = None  # the chart came under a pointer that lies still; the keyboard is used
        if focused is not None and focused != self.here:
            self.here = focused
            self._give_reach()
            self.update()
            self.moved.emit(self._names[focused].id)
        place = under if under is not None else focused
        read = "" if place is None else self._names[place].id
        if read != self._read:
            self._read = read
            self.reached.emit(read)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ChartRow):
            self.opened.emit(self._names[row.place].id)
