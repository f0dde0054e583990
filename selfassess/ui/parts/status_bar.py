"""Status bar: the promise on the left, the keys of the page on the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.hints import Hint, Hints
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, M, S, Share, Stretch, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _


class StatusBar(Ground):
    """The bar at the foot of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "canvas", lines=(Qt.Edge.TopEdge,), parent=parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._saved = ""
        self._mark = ""
        self._says_saved = False
        self._is_of_work = True
        self._promise = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._hints = Hints(theme, self)
        lock = Symbol(theme, "lock", parent=self)
        content = row(
            *(lock, self._promise, Gap(M), Share(self._hints, 100), Stretch(1)),
            gap=S,
            margins=(M, 1, M, 0),
        )
        self.setLayout(content)
        self._say()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show the keys of the page."""
        self._hints.show_hints(hints)

    def show_saved(self, words: str) -> None:
        """Keep the saved state, said here where the top bar has no room for it."""
        self._saved = words
        self._say()

    def show_mark(self, words: str) -> None:
        """Say on every page that an assessment is made up; empty where it is not."""
        self._mark = words
        self._say()

    def speak_of_work(self, does: bool) -> None:
        """Say the mark and the saved state, or neither: the page in view is of no assessment."""
        self._is_of_work = does
        self._say()

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        self._says_saved = room.compact_rail
        self._hints.setVisible(not room.rail_as_menu)
        self._say()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.size("status_bar") + 1)

    def _say(self) -> None:
        saved = self._saved.rstrip(".") if self._says_saved else ""
        of_work = (self._mark, saved) if self._is_of_work else ()
        told = [part for part in (_("Nothing leaves this computer"), *of_work) if part]
        more = len(told) > 1
        self._promise.say(". ".join(told) + "." if more else told[0])
