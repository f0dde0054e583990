"""Told row: what stood in the way or what was done, in a box, with a way to take it out again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Writing
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _


class ToldRow(QWidget):
    """A heading or a choice of barriers, and some sentences.

    Signals:
        written: The user changed the sentences; carries them.
        chosen: The user chose a barrier; carries its id.
        removed: The user wants it gone.
    """

    written = Signal(str)
    chosen = Signal(str)
    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        *,
        barriers: tuple[tuple[str, str], ...] = (),
        barrier: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            theme: Fonts, colours and measures.
            name: What it is; read out before the sentences.
            words: The sentences.
            barriers: Ids and names of which one can be chosen; the name is the heading otherwise.
            barrier: The one that holds.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self.box = Writing(theme, says=name, lines=2, parent=self)
        self.box.show_words(words)
        remove = Button(
            theme, _("Take out: {what}", what=name), Rank.ICON, icon="close", parent=self
        )
        top = row(*self._head(theme, name, barriers, barrier), gap=S)
        top.addWidget(remove)
        self.setLayout(column(top, Gap(4), self.box, margins=(0, 0, 0, S)))
        self.box.written.connect(self.written)
        remove.clicked.connect(self.removed)

    def _head(
        self, theme: Theme, name: str, barriers: tuple[tuple[str, str], ...], barrier: str
    ) -> tuple[Thing, ...]:
        if not barriers:
            heading = Text(theme, name, "small_bold", parent=self)
            heading.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            return (Share(heading),)
        choice = Choice(theme, says=_("Which barrier it was about"), small=True, parent=self)
        choice.offer(barriers)
        choice.mark(barrier)
        choice.chosen.connect(self.chosen)
        about = Text(theme, _("About:"), "small", "ink2", wrap=False, parent=self)
        return (about, Share(choice))
