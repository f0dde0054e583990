"""Portfolio start: what a portfolio is, the ways to open files, and how far their reading is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.progress import Progress
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.section import Item
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_WIDEST = 640
_MOST = 100
"""All that there is up to the widest, since what is left goes elsewhere."""
_MARGIN = PAGE


class PortfolioStart(QWidget):
    """Shown while nothing is open, while files are added and while they are read.

    Signals:
        files_wanted: Choose files.
        folder_wanted: Choose a folder.
        left: Go back to where one was.
        stopped: The reading is to end.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    left = Signal()
    stopped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = Notice(theme, "error", "", self)
        self._files = Button(theme, _("Open files…"), Rank.PRIMARY, icon="folder", parent=self)
        self._folder = Button(theme, _("Open a folder…"), icon="folder", parent=self)
        self._back = Button(theme, _("Back"), icon="arrow-left", parent=self)
        self._count = Text(theme, "", "body", "ink2", parent=self)
        self._bar = Progress(theme, self)
        self._stop = Button(theme, _("Stop reading"), parent=self)
        self._ways = Flow(gap=10, parent=self)
        self._ways.hold(self._files, self._folder, self._back)
        self._reading = QWidget(self)
        self._reading.setLayout(
            column(self._count, Gap(S), self._bar, Gap(M), row(self._stop, STRETCH))
        )
        body = QWidget(self)
        words = Share(self._words(body), _MOST)
        body.setLayout(row(words, STRETCH, margins=(_MARGIN, L, _MARGIN, L)))
        self.setLayout(column(Share(Scroll(theme, body, parent=self))))
        self._files.clicked.connect(self.files_wanted)
        self._folder.clicked.connect(self.folder_wanted)
        self._back.clicked.connect(self.left)
        self._stop.clicked.connect(self.stopped)
        self.tell("")

    def arrive(self) -> None:
        """Take the keyboard."""
        first = self._stop if self._stop.isVisible() else self._files
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Offer the ways to open files, with a sentence on what went wrong, if anything."""
        self._told.say(words)
        self._told.setVisible(bool(words))
        self._reading.hide()
        self._ways.show()

    def show_progress(self, done: int, of: int) -> None:
        """Show how many files of how many have been read; 0 of 0 while they are looked for."""
        words = _("{done} of {all} files read", done=done, all=of) if of else _("Looking for files")
        self._count.say(words)
        self._bar.show_done(done, of)
        if self._reading.isHidden():
            self._told.hide()
            self._ways.hide()
            self._reading.show()
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, body: QWidget) -> QWidget:
        theme, words = self._theme, QWidget(body)
        words.setMaximumWidth(theme.px(_WIDEST))
        about = _(
            "Open the assessments and returns that partnerships handed to you, and see which "
            "barriers stand in the way in many places."
        )
        promises = (
            _("No partnership is named or ranked."),
            _("Counts of one or two are held back, and so is what would give them away."),
            _("A file that can’t be used is left out and listed. The others count."),
        )
        items = [Item(theme, "check", text, colour="accent", parent=words) for text in promises]
        words.setLayout(
            column(
                Text(theme, _("Look across many partnerships"), "h1", parent=words),
                *(Gap(S), Text(theme, about, "body", "ink2", parent=words), Gap(M)),
                column(*items, gap=6),
                *(Gap(L), self._told, Gap(S), self._ways, self._reading, STRETCH),
            )
        )
        return words
