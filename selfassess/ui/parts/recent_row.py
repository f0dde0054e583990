"""Recent row: a file that was open lately, with how far its work has come."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, M, S, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_STEPS = 6
_STEP = (12, 8)
_STEP_PITCH = 15
_HEIGHT = 85


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was open lately.

    Attributes:
        path: Where it is.
        name: The partnership.
        when: When it was open, in words.
        is_missing: Whether it is not there any more.
        step: The journey step from 1 to 6; 0 while that is not known.
        step_words: The step in words.
        answered: How many questions are answered, in words.
    """

    path: str
    name: str
    when: str
    is_missing: bool = False
    step: int = 0
    step_words: str = ""
    answered: str = ""


class RecentRow(QPushButton):
    """A file to go on with.

    Signals:
        remove_wanted: The user wants it off the list; carries the path.
    """

    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(file.name, parent)
        self._theme = theme
        self.file = file
        told = (file.when, file.step_words, file.answered, file.path)
        self.setAccessibleName(file.name)
        self.setAccessibleDescription(". ".join(part for part in told if part))
        self.setToolTip(file.path)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def remove(self) -> None:
        """Want it off the list; the file itself stays."""
        self.remove_wanted.emit(self.file.path)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self._theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, file = QPainter(self), self._theme, self.file
        whole = QRectF(self.rect())
        if paint.hovered(self):
            painter.fillRect(whole, theme.colour("sunken"))
        painter.fillRect(QRectF(0, whole.bottom() - 1, whole.width(), 1), theme.colour("line"))
        line = theme.px(20)
        how = "     ".join(part for part in (file.step_words, file.answered) if part)
        lines = 3 if how else 2
        top = (whole.height() - lines * line) / 2
        small, ink2 = theme.font("small"), theme.colour("ink2")
        when = QFontMetricsF(small).horizontalAdvance(file.when) + 1
        said = QRectF(0, top, whole.width() - when - M, line)
        paint.words(painter, said, file.name, theme.font("body_bold"), theme.colour("ink"))
        at = QRectF(whole.width() - when, top, when, line)
        paint.words(painter, at, file.when, small, ink2)
        if how:
            left = self._paint_steps(painter, top + 1.5 * line)
            said = QRectF(left, top + line, whole.width() - left, line)
            paint.words(painter, said, how, small, ink2)
        said = QRectF(0, top + (lines - 1) * line, whole.width(), line)
        font = theme.font("cap")
        mode = Qt.TextElideMode.ElideMiddle
        path = QFontMetricsF(font).elidedText(file.path, mode, whole.width())
        paint.words(painter, said, path, font, theme.colour("ink3"))

    def _paint_steps(self, painter: QPainter, middle: float) -> float:
        theme = self._theme
        width, height = (theme.px(side) for side in _STEP)
        for place in range(_STEPS):
            where = QRectF(place * theme.px(_STEP_PITCH), round(middle - height / 2), width, height)
            done = place < self.file.step
            fill = theme.colour("accent" if done else "canvas")
            border = None if done else theme.colour("line_strong")
            paint.box(painter, where, 2, fill=fill, border=border)
        return _STEPS * theme.px(_STEP_PITCH) + 8.0


class MissingRow(QWidget):
    """A file that was moved or renamed.

    Signals:
        find_wanted: The user wants to look for it; carries the path where it was.
        remove_wanted: The user wants it off the list; carries the path.
    """

    find_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path = file.path
        name = Text(theme, file.name, "body_bold", wrap=False, parent=self)
        why = Text(theme, _("File moved or renamed"), "small", "ink2", wrap=False, parent=self)
        find = Button(theme, _("Find it"), Rank.LINK, style="small", parent=self)
        remove = Button(theme, _("Remove"), Rank.LINK, style="small", parent=self)
        find.setAccessibleName(_("Find {name}", name=file.name))
        remove.setAccessibleName(_("Remove {name} from the list", name=file.name))
        find.clicked.connect(self._on_find)
        remove.clicked.connect(self._on_remove)
        symbol = Symbol(theme, "warning", colour="warn", size=15, parent=self)
        self.setLayout(row(symbol, name, why, STRETCH, find, remove, gap=S, margins=(0, 8, 0, 8)))
        self.setToolTip(file.path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        line = QRectF(0, self.height() - 1, self.width(), 1)
        QPainter(self).fillRect(line, self._theme.colour("line"))

    def _on_find(self) -> None:
        self.find_wanted.emit(self._path)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._path)
