"""Level chooser: the five levels of a question, with the essential line between 2 and 3."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.level_row import LevelRow
from selfassess.ui.parts.roles import GROUP, WORDS
from selfassess.ui.parts.roving import DOWN, Roving
from selfassess.ui.spacing import Gap, column
from selfassess.ui.theme import Theme
from selfassess.words import _

LEVELS = (1, 2, 3, 4, 5)


class EssentialLine(QWidget):
    """The dashed line above level 3, with its words at the right."""

    heard_as = WORDS

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(_("Essential from here"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), round(self._theme.line("cap_bold")))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        says, font = _("Essential from here"), theme.font("cap_bold")
        advance = QFontMetricsF(font).horizontalAdvance(says)
        whole = QRectF(self.rect())
        words = QRectF(whole.right() - advance - 2, whole.top(), advance + 2, whole.height())
        paint.words(painter, words, says, font, theme.colour("essential"))
        pen = QPen(theme.colour("essential"), 1)
        pen.setDashPattern(list(theme.dashes))
        painter.setPen(pen)
        middle = round(whole.center().y()) + 0.5
        left, right = round(whole.left() + 2), round(words.left() - 10)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))


class LevelChooser(QWidget):
    """Five levels of which at most one is chosen; arrow keys move, Space or the number chooses.

    Signals:
        chosen: The user chose a level, 1 to 5.
    """

    heard_as = GROUP

    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._one_line = False
        self.rows = tuple(LevelRow(theme, level, self) for level in LEVELS)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for level, row in zip(LEVELS, self.rows, strict=True):
            self._group.addButton(row, level)
        self._group.idClicked.connect(self.chosen)
        self._roving = Roving(self.rows, DOWN, self)
        one, two, three, four, five = self.rows
        essential = EssentialLine(theme, self)
        self.setLayout(
            column(
                *(one, Gap(8), two, Gap(5), essential, Gap(6)),
                *(three, Gap(8), four, Gap(8), five),
            )
        )
        self.setAccessibleName(_("Levels"))

    def offer(self, levels: tuple[tuple[str, str], ...]) -> None:
        """Show the names and words of the five levels."""
        for row, (name, words) in zip(self.rows, levels, strict=True):
            row.show_level(name, words)
        self.set_one_line(self._one_line)

    def mark(self, level: int) -> None:
        """Show which level is chosen; 0 for none. The keyboard, if it is here, goes along."""
        is_new = bool(level) and not self.rows[level - 1].isChecked()
        for number, row in zip(LEVELS, self.rows, strict=True):
            row.setChecked(number == level)
        self._roving.reach(max(0, level - 1))
        if is_new and any(row.hasFocus() for row in self.rows):
            self.rows[level - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_one_line(self, one_line: bool) -> None:
        """Stand with names left of the words, which saves height."""
        self._one_line = one_line
        widest = max(row.name_width() for row in self.rows)
        for row in self.rows:
            row.set_one_line(one_line, widest)

    def focus_chosen(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Take the keyboard to the chosen level, or to the first."""
        chosen = [row for row in self.rows if row.isChecked()]
        (chosen or list(self.rows))[0].setFocus(reason)
