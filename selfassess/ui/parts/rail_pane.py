"""Rail pane: who answers, how far they are, and the dimensions; or the same as one narrow bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts.answering_for import AnsweringFor
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.progress import Progress
from selfassess.ui.parts.rail import Rail, RailGroup
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import STRETCH, Gap, S, Share, column, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_SIDE = 20
_NARROW_SIDE = 16
_FOOT = 4


class RailPane(QWidget):
    """The pane at the left of the walk.

    Signals:
        chosen: The user chose a dimension; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compact = False
        self._done = (0, 0, "")
        self.answering = AnsweringFor(theme, self)
        self._count = Text(theme, "", "small", "ink2", parent=self)
        self._unknown = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._progress = Progress(theme, self)
        self.rail = Rail(theme, self)
        self._counts = row(Share(self._count), self._unknown, gap=S)
        self._head = column(self.answering, Gap(12), self._counts, Gap(4), self._progress, Gap(6))
        body = QWidget(self)
        body.setLayout(column(self.rail, Gap(_FOOT), STRETCH))
        self._scroll = Scroll(theme, body, parent=self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(self._head, Share(self._scroll)))
        self.rail.chosen.connect(self.chosen)

    def show_progress(self, answered: int, asked: int, unknown: str) -> None:
        """Show how many questions are answered, and in words how many of them with a don't know."""
        self._done = (answered, asked, unknown)
        self._progress.show_done(answered, asked)
        self._unknown.say(unknown)
        self._say_count()

    def offer(self, groups: tuple[RailGroup, ...]) -> None:
        """Show the dimensions as they stand."""
        self.rail.offer(groups)

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        self._compact = room.compact_rail
        self._say_count()
        self.answering.set_compact(room.compact_rail)
        self._unknown.setVisible(not room.compact_rail)
        side = _NARROW_SIDE if room.compact_rail else _SIDE
        self._head.setContentsMargins(side, 12, side, 0)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _say_count(self) -> None:
        answered, asked, _unknown = self._done
        if self._compact:
            count = (
                Run(f"{answered} ", "h3", "ink"),
                Run(_("of {all}", all=asked), "small", "ink2"),
            )
            self._count.say(count)
        else:
            self._count.say(_("{answered} of {all} answered", answered=answered, all=asked))

    def _arrange(self) -> None:
        head = self._head.sizeHint().height()
        self.rail.arrange(compact=self._compact, room=self.height() - head - _FOOT)


class RailBar(QWidget):
    """The same in one line, for windows too narrow for a rail.

    Signals:
        chosen: The user chose a dimension; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answering = AnsweringFor(theme, self)
        self.answering.set_compact(True)
        self._dimensions = Choice(theme, says=_("Dimension"), small=True, parent=self)
        self._count = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        content = row(self.answering, self._dimensions, self._count, gap=S, margins=(16, 6, 16, 7))
        content.setStretch(1, 1)
        self.setLayout(content)
        self._dimensions.chosen.connect(self.chosen)

    def show_progress(self, answered: int, asked: int) -> None:
        """Show how many questions are answered."""
        self._count.say(_("{answered} of {all}", answered=answered, all=asked))

    def offer(self, groups: tuple[RailGroup, ...]) -> None:
        """Show the dimensions as they stand."""
        entries = [entry for group in groups for entry in group.entries]
        self._dimensions.offer(tuple((entry.id, entry.name) for entry in entries))
        for entry in entries:
            if entry.current >= 0:
                self._dimensions.mark(entry.id)
