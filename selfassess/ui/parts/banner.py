"""Banner: news across the window that stays until it is dealt with."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import M, S, Share, column, row
from selfassess.ui.theme import Theme

_KINDS = {
    "error": ("error_tint", "error", "error", "error"),
    "warn": ("warn_tint", "warn_line", "warning", "warn"),
    "info": ("canvas", "line", "info", "ink2"),
}
_AROUND = 3


class Banner(QWidget):
    """One sentence with an icon and at most two things to do about it.

    Signals:
        acted: The user pressed its button.
        more_wanted: The user pressed the link before it.
    """

    acted = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, more_key: str = "") -> None:
        """Make a banner, hidden; `more_key` is the key that does what its link does."""
        super().__init__(parent)
        self._theme = theme
        self._kind = "info"
        self._symbol = Symbol(theme, "info", size=15, parent=self)
        self._words = Text(theme, "", "small", parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._button = Button(theme, "", small=True, style="small_bold", parent=self)
        self._button.clicked.connect(self.acted)
        self._more = Button(theme, "", Rank.LINK, style="small_bold", key=more_key, parent=self)
        self._more.clicked.connect(self.more_wanted)
        words = column(self._words, margins=(0, _AROUND))
        things = (self._symbol, Share(words), self._more, self._button)
        self.setLayout(row(*things, gap=S + 2, margins=(M, 6, M, 7)))
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, kind: str, words: str, button: str = "", more: str = "") -> None:
        """Show news of kind `error`, `warn` or `info`, and announce it."""
        if not self.isHidden() and (kind, words) == (self._kind, self._words.text()):
            return
        self._kind = kind
        _ground, _line, icon, colour = _KINDS[kind]
        self._symbol.show_symbol(icon, colour)
        self._words.say(words)
        self._button.say(button)
        self._button.setVisible(bool(button))
        self._more.say(more)
        self._more.setVisible(bool(more))
        self.show()
        say_aloud(self, words, urgent=kind != "info")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, line, _icon, _colour = _KINDS[self._kind]
        painter.fillRect(self.rect(), self._theme.colour(ground))
        edge = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(edge, self._theme.colour(line))
