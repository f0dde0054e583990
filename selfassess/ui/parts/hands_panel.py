"""Hands panel: a show of hands, counted level by level."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import S, column
from selfassess.ui.theme import Theme
from selfassess.words import _

_LEVELS = (1, 2, 3, 4, 5, 0)
"""In which order they stand; 0 is don't know."""

_COUNT_WIDTH = 28
HIDDEN = "•"


class HandsPanel(QWidget):
    """How many hands at each level; a digit adds one, the buttons add and take away.

    Signals:
        counted: The user counted; carries the level (0: don't know) and 1 or -1.
    """

    counted = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[int, Text] = {}
        self._steps: dict[Button, tuple[int, int]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(2)
        for place, level in enumerate(_LEVELS):
            for where, thing in enumerate(self._row(level)):
                grid.addWidget(thing, place, where)
        grid.setColumnStretch(0, 1)
        self.setLayout(column(grid))

    def show_hands(self, hands: tuple[int, ...], *, hidden: bool) -> None:
        """Show how many there are, don't know first; hidden, only that there are some."""
        for level, text in self._counts.items():
            count = hands[level]
            text.say((HIDDEN if count else "") if hidden else str(count))
        for button, (level, step) in self._steps.items():
            button.setEnabled(step > 0 or hands[level] > 0)
            name = _name(level)
            told = _("add a hand, {level}", level=name)
            if step < 0:
                told = _("take a hand away, {level}", level=name)
            shown = "" if hidden else f"{hands[level]}, "
            button.setAccessibleName(f"{shown}{told}")

    def _row(self, level: int) -> tuple[QWidget, ...]:
        theme = self._theme
        name = Text(theme, _name(level), "body", wrap=False, parent=self)
        less = Button(theme, _("less"), Rank.ICON, icon="minus", parent=self)
        count = Text(theme, "", "body_bold", wrap=False, parent=self)
        count.setMinimumWidth(theme.px(_COUNT_WIDTH))
        more = Button(theme, _("more"), Rank.ICON, icon="plus", parent=self)
        self._counts[level] = count
        for button, step in ((less, -1), (more, 1)):
            self._steps[button] = (level, step)
            button.clicked.connect(self._on_clicked)
        return name, less, count, more

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.counted.emit(*self._steps[button])


def _name(level: int) -> str:
    return _("Level {level}", level=level) if level else _("Don’t know")
