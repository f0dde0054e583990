"""Spread: where views lie on the five levels, painted for the facilitator and for the projector."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.charts.figure import picture_of
from selfassess.ui.models.spread_view import SpreadMark, SpreadView, spread_table
from selfassess.ui.parts import marks, paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.parts.roles import PICTURE
from selfassess.ui.theme import Theme
from selfassess.words import _, interface

_COLUMNS = 5
_ESSENTIAL = 3
_SIDE_BY_SIDE_FROM = 5
_DOTS_IN_A_ROW = 4
_DOT = 0.62
_TWO_LINES = 2
_TALLEST = 320
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class SpreadLook:
    """How large a spread is painted.

    Attributes:
        font: Returns the font of a style.
        number: The style of the numbers of the levels.
        name: The style of their names, and of the essential line.
        mark: The style of the names of partners; empty where only marks are shown.
        unit: Pixels of a mark; the rest follows.
        boxed: The numbers stand in boxes.
    """

    font: Callable[[str], QFont]
    number: str
    name: str
    mark: str
    unit: float
    boxed: bool


def draw(painter: QPainter, theme: Theme, box: QRectF, view: SpreadView, look: SpreadLook) -> None:
    """Paint a spread into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, under = box.width() / _COLUMNS, _under(look)
    look = _with_even_names(view, look, width)
    line = box.bottom() - under
    if view.agreed:
        _draw_frame(painter, theme, box, width, view.agreed, look)
    _draw_essential(
        painter, theme, QRectF(box.left(), box.top(), box.width(), line - box.top()), look
    )
    painter.setPen(QPen(theme.colour("line_strong"), max(1.0, look.unit / 28)))
    painter.drawLine(QPointF(box.left(), line), QPointF(box.right(), line))
    for place, column in enumerate(view.columns):
        left = box.left() + place * width
        _draw_level(painter, theme, QRectF(left, line, width, under), view, place + 1, look)
        room = QRectF(left, box.top() + look.unit, width, line - box.top() - look.unit * 1.3)
        _draw_marks(painter, theme, room, column, look)
    painter.restore()


def _with_even_names(view: SpreadView, look: SpreadLook, width: float) -> SpreadLook:
    """Have the names of all partners in one size: the smaller one where one needs it."""
    if not look.mark:
        return look
    advance = QFontMetricsF(look.font(look.mark)).horizontalAdvance
    for column in view.columns:
        room = width / _across(len(column), dots=False) - _before_name(look.unit) - look.unit / 5
        if any(advance(mark.name) > room for mark in column):
            return replace(look, mark=look.name)
    return look


def _before_name(size: float) -> float:
    """How far the name stands from the side of its cell."""
    return size * 1.6


def _under(look: SpreadLook) -> float:
    """The height of what stands under the line: number, name, air."""
    return look.unit * (2.75 if look.boxed else 2.8)


def _draw_frame(
    painter: QPainter, theme: Theme, box: QRectF, width: float, level: int, look: SpreadLook
) -> None:
    edge = look.unit / 9
    frame = QRectF(box.left() + (level - 1) * width, box.top(), width, box.height())
    paint.box(
        painter,
        frame.adjusted(edge, 0, -edge, 0),
        theme.radius("card"),
        fill=theme.colour("tint"),
        border=theme.colour("accent"),
        width=max(theme.stroke("chosen"), look.unit / 20),
    )


def _draw_essential(painter: QPainter, theme: Theme, above: QRectF, look: SpreadLook) -> None:
    x = above.left() + above.width() * (_ESSENTIAL - 1) / _COLUMNS
    pen = QPen(theme.colour("essential"), max(1.0, look.unit / 24))
    pen.setDashPattern(list(theme.dashes))
    painter.setPen(pen)
    painter.drawLine(QPointF(x, above.top()), QPointF(x, above.bottom()))
    left = x + look.unit / 4
    said = QRectF(left, above.top(), above.right() - left, look.unit * 0.9)
    font = look.font(look.name)
    font.setWeight(QFont.Weight.DemiBold)
    paint.words(painter, said, _("Essential from here"), font, theme.colour("ink2"))


def _draw_level(
    painter: QPainter, theme: Theme, box: QRectF, view: SpreadView, level: int, look: SpreadLook
) -> None:
    agreed = level == view.agreed
    top = box.top() + look.unit * 0.3
    number = QRectF(box.left(), top, box.width(), look.unit)
    ink = theme.colour("accent" if agreed else "ink")
    if look.boxed:
        side = look.unit
        chip = QRectF(number.center().x() - side / 2, top, side, side)
        fill = theme.colour("accent" if agreed else "surface")
        border = None if agreed else theme.colour("line_strong")
        paint.box(painter, chip, theme.radius(), fill=fill, border=border, width=look.unit / 28)
        ink = theme.colour("on_accent" if agreed else "ink")
    paint.words(painter, number, str(level), look.font(look.number), ink, centred=True)
    air = look.unit / 8
    name = QRectF(box.left(), number.bottom() + air, box.width(), box.bottom() - number.bottom())
    font = look.font(look.name)
    if agreed:
        font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour("ink" if agreed else "ink2"))
    painter.drawText(
        name.adjusted(air, 0, -air, 0), _CENTRED | Qt.TextFlag.TextWordWrap, view.names[level - 1]
    )


def _draw_marks(
    painter: QPainter,
    theme: Theme,
    room: QRectF,
    column: tuple[SpreadMark, ...],
    look: SpreadLook,
) -> None:
    if not column:
        return
    dots = column[0].place < 0
    across = _across(len(column), dots=dots)
    rows = ceil(len(column) / across)
    height = min(look.unit * (0.9 if dots else 1.4), room.height() / rows)
    size = min(look.unit, height * 0.86) * (_DOT if dots else 1.0)
    named = bool(look.mark) and not dots
    for place, mark in enumerate(column):
        row, beside = divmod(place, across)
        in_row = min(across, len(column) - row * across)
        share = room.width() / across if named else size * 1.25
        left = room.left() if named else room.center().x() - share * in_row / 2
        cell = QRectF(left + beside * share, room.bottom() - (row + 1) * height, share, height)
        if named:
            _draw_named(painter, theme, cell, mark, size, look)
        elif dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("mark"))
            painter.drawEllipse(cell.center(), size / 2, size / 2)
        else:
            letter = mark.letter
            marks.draw(painter, theme, mark.place, cell.center(), size, letter=letter)


def _across(count: int, *, dots: bool) -> int:
    if dots:
        return min(count, _DOTS_IN_A_ROW)
    return 1 if count < _SIDE_BY_SIDE_FROM else 2


def _draw_named(
    painter: QPainter, theme: Theme, cell: QRectF, mark: SpreadMark, size: float, look: SpreadLook
) -> None:
    centre = QPointF(cell.left() + look.unit * 0.3 + size / 2, cell.center().y())
    marks.draw(painter, theme, mark.place, centre, size, letter=mark.letter)
    left, ink = centre.x() + size * 0.8, theme.colour("ink")
    said = QRectF(left, cell.top(), cell.right() - left - look.unit / 5, cell.height())
    large = look.font(look.mark)
    if QFontMetricsF(large).horizontalAdvance(mark.name) <= said.width():
        paint.words(painter, said, mark.name, large, ink)
        return
    lines = Paragraph(mark.name, look.font(look.name), said.width(), 1.0)
    if lines.lines <= _TWO_LINES:
        lines.paint(painter, QPointF(left, said.center().y() - lines.height / 2), ink)
    else:
        paint.words(painter, said, mark.name, look.font(look.name), ink)


class SpreadChart(QWidget):
    """The spread as the facilitator sees it; empty, with a sentence, while votes are hidden."""

    heard_as = PICTURE

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: SpreadView | None = None
        self._instead = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme.px(_TALLEST))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Spread of the votes"))

    def show_spread(self, view: SpreadView) -> None:
        """Show where the views lie."""
        self._show(view, "")

    def hide_spread(self, view: SpreadView, instead: str) -> None:
        """Show the empty levels with a sentence: the votes are hidden."""
        empty = SpreadView(((),) * _COLUMNS, 0, view.names, instead)
        self._show(empty, instead)

    def copy_table(self) -> None:
        """Put the votes at each level on the clipboard, as a spreadsheet takes them."""
        if self._view is not None:
            QGuiApplication.clipboard().setText(spread_table(self._view, interface()).as_text())

    def copy_picture(self) -> None:
        """Put the picture of the spread on the clipboard."""
        QGuiApplication.clipboard().setImage(picture_of(self, self._theme))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setMaximumHeight(self._theme.px(_TALLEST))
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(420), self._theme.px(214))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(190))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None:
            return
        painter, theme = QPainter(self), self._theme
        look = SpreadLook(theme.font, "body_bold", "cap", "", theme.px(26), boxed=False)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        draw(painter, theme, box, self._view, look)
        if self._instead:
            self._paint_instead(painter, box.adjusted(0, 0, 0, -_under(look)))

    def _paint_instead(self, painter: QPainter, room: QRectF) -> None:
        theme, font = self._theme, self._theme.font("body")
        width = QFontMetricsF(font).horizontalAdvance(self._instead) + theme.px(16)
        said = QRectF(0, 0, min(width, room.width()), theme.px(32))
        said.moveCenter(room.center())
        painter.fillRect(said, theme.colour("surface"))
        paint.words(painter, said, self._instead, font, theme.colour("ink2"), centred=True)

    def _show(self, view: SpreadView, instead: str) -> None:
        self._view, self._instead = view, instead
        self.setAccessibleDescription(view.reading)
        self.setToolTip(view.reading)
        self.update()
