"""Level row: one of the five levels of a question, with its number, name and words."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.parts.told import Asking
from selfassess.ui.theme import Theme
from selfassess.words import _

_PAD = 16
_GAP = 14
_TICK_GAP = 8
_LEADING = 1.25
_ONE_LINE_HEIGHT = 40
_ONE_LINE_AIR = 8
_NAME_GAP = 24
_WIDTHS_KEPT = 6


class LevelRow(Asking, QRadioButton):
    """A level to choose; colours stay neutral so that they do not nudge."""

    def __init__(self, theme: Theme, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hear_toggles()
        self._theme = theme
        self._level = level
        self._name = ""
        self._words = ""
        self._names_width = 0.0
        self._one_line = False
        self._laid: dict[float, Paragraph] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_level(self, name: str, words: str) -> None:
        """Show the name of the level and what it says for this question."""
        self._name, self._words = name, words
        self.setText(name)
        self.setAccessibleName(
            _("{number}, {name}. {words}", number=self._level, name=name, words=words)
        )
        self._renew()

    def set_one_line(self, one_line: bool, names_width: float) -> None:
        """Stand with the name left of the words, which begin after the widest name."""
        self._one_line, self._names_width = one_line, names_width
        self._renew()

    def name_width(self) -> float:
        """Return the width of the name."""
        return self._theme.width(self._name, "body_bold")

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._renew()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        said = self._paragraph(width)
        if self._one_line:
            least = self._theme.px(_ONE_LINE_HEIGHT)
            return max(least, math.ceil(said.height + self._theme.px(_ONE_LINE_AIR)))
        least = self._theme.size("level_row")
        return math.ceil(least + said.height - self._theme.line("body"))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.size("content_max")
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(_ONE_LINE_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole, chosen = QRectF(self.rect()), self.isChecked()
        self._paint_ground(painter, whole)
        self._paint_chip(painter, whole)
        ink = theme.colour("ink")
        left = self._text_left()
        said = self._paragraph(self.width())
        if self._one_line:
            name = QRectF(left, 0, self._names_width, whole.height())
            paint.words(painter, name, self._name, theme.font("body_bold"), ink)
            top = (whole.height() - said.height) / 2
            left += self._names_width + _NAME_GAP
        else:
            pair = theme.line("body") * 1.5 + said.height
            top = (whole.height() - pair) / 2
            name = QRectF(left, top, whole.width() - left, theme.line("body_bold"))
            paint.words(painter, name, self._name, theme.font("body_bold"), ink)
            top += theme.line("body") * 1.5
        said.paint(painter, QPointF(left, top), theme.colour("ink" if chosen else "ink2"))
        if chosen:
            size = theme.px(16)
            centre = QPointF(whole.right() - _PAD - size / 2, whole.center().y())
            paint.symbol(painter, "check", centre, size, theme.colour("accent"))

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        theme = self._theme
        if self.isChecked():
            fill, border, width = "tint", "accent", theme.stroke("chosen")
        else:
            fill = "canvas" if paint.hovered(self) else "surface"
            border, width = "line", 1.0
        colours = {"fill": theme.colour(fill), "border": theme.colour(border)}
        paint.box(painter, whole, theme.radius(), width=width, **colours)

    def _paint_chip(self, painter: QPainter, whole: QRectF) -> None:
        theme, chosen = self._theme, self.isChecked()
        side = theme.size("level_chip")
        chip = QRectF(_PAD, round((whole.height() - side) / 2), side, side)
        fill = theme.colour("accent" if chosen else "surface")
        border = None if chosen else theme.colour("line_strong")
        paint.box(painter, chip, theme.radius("tag") + 1, fill=fill, border=border, width=1.25)
        name = "on_accent" if chosen else "ink"
        ink = theme.colour(name)
        paint.words(painter, chip, str(self._level), theme.font("h3"), ink, centred=True)

    def _renew(self) -> None:
        self._laid = {}
        self.updateGeometry()
        self.update()

    def _text_left(self) -> float:
        return _PAD + self._theme.size("level_chip") + _GAP

    def _paragraph(self, width: int) -> Paragraph:
        room = width - self._text_left() - _PAD - _TICK_GAP - self._theme.px(16)
        if self._one_line:
            room -= self._names_width + _NAME_GAP
        laid = self._laid.get(room)
        if laid is None:
            if len(self._laid) == _WIDTHS_KEPT:
                self._laid = {}
            laid = Paragraph(self._words, self._theme.font("body"), room, _LEADING)
            self._laid[room] = laid
        return laid
