"""Notice: a sentence that must not be overlooked, with its icon."""

from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.line import Card
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import Gap, M, S, Share, column, row
from selfassess.ui.theme import Theme

_KINDS = {
    "warn": ("warn_tint", "warn_line", "warning", "warn"),
    "error": ("error_tint", "error", "error", "error"),
    "info": ("canvas", "line", "info", "ink2"),
}


class Notice(Card):
    """A panel of kind `warn`, `error` or `info`."""

    def __init__(
        self,
        theme: Theme,
        kind: str,
        words: str | tuple[Run, ...] = "",
        parent: QWidget | None = None,
    ) -> None:
        fill, border, icon, colour = _KINDS[kind]
        super().__init__(theme, fill, border, parent=parent)
        self._words = Text(theme, words, "small", parent=self)
        symbol = Symbol(theme, icon, colour=colour, size=15, parent=self)
        beside = column(Gap(1), symbol)
        beside.addStretch(1)
        self.setLayout(row(beside, Share(self._words), gap=S, margins=(M, 10, M, 10)))

    def say(self, words: str | tuple[Run, ...]) -> None:
        """Show other words."""
        self._words.say(words)
