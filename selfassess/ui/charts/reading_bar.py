"""Reading bar: what the row under the pointer or in focus says, in a line of words."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, M, S, Share, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_LINES = 2


class ReadingBar(Ground):
    """Words about a row of a chart, and the ways to take the chart along.

    Signals:
        table_wanted: Chart or table should change places.
        picture_wanted: The chart should go to the clipboard.
    """

    table_wanted = Signal()
    picture_wanted = Signal()

    def __init__(self, theme: Theme, idle: str, parent: QWidget | None = None) -> None:
        """Make the bar; `idle` is said while no row is reached."""
        super().__init__(theme, "surface", lines=(Qt.Edge.TopEdge,), parent=parent)
        self._theme = theme
        self._idle = idle
        self._is_idle = True
        self._is_table = False
        self._words = Text(theme, idle, "small", "ink2", parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._tables = self._pair("table", _("Show as a table"))
        self._pictures = self._pair("copy", _("Copy as a picture"))
        self._narrow = False
        for button in self._tables:
            button.clicked.connect(self.table_wanted)
        for button in self._pictures:
            button.clicked.connect(self.picture_wanted)
        links = (*self._tables, *self._pictures)
        self.setLayout(row(Share(self._words), *links, gap=M, margins=(PAGE, S)))
        self._arrange()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def read(self, words: str) -> None:
        """Say what a row says; nothing for none.

        Screen readers say it too, unless they read it anyway because the keyboard is there.
        """
        is_new = words != self.words
        self._is_idle = not words
        self._words.say(words or self._way)
        here = QApplication.focusWidget()
        read = (here.accessibleName(), here.accessibleDescription()) if here is not None else ()
        if is_new and self.isVisible() and words not in read:
            say_aloud(self, words)

    def mark_table(self, shown: bool) -> None:
        """Say that the table is shown, or the chart."""
        for button in self._tables:
            button.say(_("Show as a chart") if shown else _("Show as a table"))
        for button in self._pictures:
            button.setEnabled(not shown)
        self._is_table = shown
        if self._is_idle:
            self._words.say(self._way)

    @property
    def _way(self) -> str:
        """What is said while no row is reached."""
        in_table = _("Move with the arrow keys. Ctrl C copies the whole table.")
        return in_table if self._is_table else self._idle

    def fit(self, room: Room) -> None:
        """Arrange for the room there is; in a narrow window icons stand for the words."""
        self._narrow = room.compact_rail
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()

    def _pair(self, icon: str, words: str) -> tuple[Button, Button]:
        theme = self._theme
        wide = Button(theme, words, Rank.LINK, icon=icon, style="small", parent=self)
        return wide, Button(theme, words, Rank.ICON, icon=icon, parent=self)

    def _arrange(self) -> None:
        for wide, narrow in (self._tables, self._pictures):
            wide.setVisible(not self._narrow)
            narrow.setVisible(self._narrow)
        line, leading = self._theme.line("small"), self._theme.leading("small")
        self._words.setMinimumHeight(round(line * (1 + leading * (_LINES - 1))))
