"""Fallen: a question that went down, and what people now say that it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.change_rows import Fell
from selfassess.ui.parts.level_chip import LevelChip
from selfassess.ui.parts.roles import GROUP
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import STRETCH, Aligned, Gap, S, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_LEVELS = ("1", "2", "3", "4", "5")


class Fallen(QWidget):
    """The title, the levels then and now, and the look-back.

    Signals:
        opened: The user wants to see the question; carries its id.
        looked_back: The user says what it was then; carries its id and a level, or `dk`.
    """

    heard_as = GROUP

    opened = Signal(str)
    looked_back = Signal(str, str)

    def __init__(self, theme: Theme, fell: Fell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = fell.id
        title = WrapLink(
            theme, fell.title, "small", "ink", target=fell.id, code=fell.id, parent=self
        )
        then, now = (LevelChip(theme, level, self) for level in (fell.before, fell.after))
        arrow = Symbol(theme, "arrow-right", parent=self)
        says = _("{topic}: knowing what you know now, what was it then?", topic=fell.id)
        choices = (*((level, level) for level in _LEVELS), ("dk", "?"))
        self.then = Segmented(theme, choices, says=says, small=True, parent=self)
        self._told = Text(theme, "", "small", "ink2", parent=self)
        left = Qt.AlignmentFlag.AlignLeft
        self.setLayout(
            column(
                title,
                Gap(2),
                row(then, arrow, now, STRETCH, gap=S),
                Gap(S),
                Aligned(self.then, left),
                self._told,
            )
        )
        self.setAccessibleName(
            _(
                "{title}, from {before} to {after}",
                title=fell.title,
                before=fell.before,
                after=fell.after,
            )
        )
        title.clicked.connect(self._on_title)
        self.then.chosen.connect(self._on_chosen)

    def show_look_back(self, level: str, told: str) -> None:
        """Show what one person said, and what everybody's look-back comes to."""
        self.then.mark(level)
        self._told.say(told)
        self._told.setVisible(bool(told))

    def _on_title(self) -> None:
        self.opened.emit(self.id)

    def _on_chosen(self, level: str) -> None:
        self.looked_back.emit(self.id, level)
