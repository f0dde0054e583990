"""Remark: one line with an icon, such as an error under a field or a fact in a footer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import S, Share, row
from selfassess.ui.theme import Theme


class Remark(QWidget):
    """An icon and a sentence; hides itself while there is nothing to say.

    Screen readers say an error at once.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        words: str = "",
        *,
        colour: str = "ink2",
        style: str = "small",
        above: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Show a sentence.

        Args:
            theme: Fonts, colours and measures.
            icon: The icon before it.
            words: The sentence; empty for nothing yet.
            colour: The colour of both.
            style: The text style.
            above: Pixels that stay free above it while it is there.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._is_error = colour == "error"
        self._words = Text(theme, words, style, colour, parent=self)
        symbol = Symbol(theme, icon, colour=colour, size=14, parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setLayout(row(symbol, Share(self._words), gap=S, margins=(0, above, 0, 0)))
        self.setVisible(bool(words))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say something else, or nothing."""
        is_new = words != self.words
        self._words.say(words)
        self.setVisible(bool(words))
        if self._is_error and is_new and self.isVisible():
            say_aloud(self, words)
