"""Purpose head: the title of set-up, and the sentence that everybody should be able to repeat."""

from PySide6.QtWidgets import QWidget

from selfassess.core.assessment import Assessment
from selfassess.ui.parts.line import Card
from selfassess.ui.parts.text import Text
from selfassess.ui.purpose import purpose_runs
from selfassess.ui.spacing import L, S, column
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_SMALL_BELOW = 600
_LEADING = 1.28


class PurposeHead(QWidget):
    """A title, and under it the sentence as it stands; smaller in a low window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(theme, _("What are you sharing, and why?"), "h1", parent=self)
        self._title.setContentsMargins(0, 0, 0, S)
        card = Card(theme, "canvas", parent=self)
        self._sentence = Text(theme, "", "sentence", parent=card)
        self._sentence.set_leading(_LEADING)
        self._is_small = False
        card.setLayout(column(self._sentence, margins=(L, 14, L, 14)))
        self._column = column(self._title, card, margins=(4, 16, 4, 14))
        self.setLayout(self._column)

    def show_value(self, value: Assessment) -> None:
        """Show the sentence of an assessment."""
        plain, said = ("lead", "h3") if self._is_small else ("sentence", "h2")
        self._sentence.restyle(plain)
        self._sentence.say(purpose_runs(value, said))

    def fit(self, room: Room) -> None:
        """Arrange for the room there is; `show_value` then shows the sentence in its size."""
        self._title.setVisible(not room.short_rows)
        above = 12 if room.short_rows else 16
        self._column.setContentsMargins(4, above, 4, above - 2)
        self._is_small = room.height < _SMALL_BELOW
