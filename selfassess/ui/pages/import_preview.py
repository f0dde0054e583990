"""Import preview: what files would do, by file and cell, before anything is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.charts.twin import Twin
from selfassess.ui.models.import_table import Preview
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.progress import Progress
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_DIFFERENT, _ALL = "different", "all"


class ImportPreview(QWidget):
    """Shows how far the reading is, then what it found; nothing is done before it is agreed to.

    Signals:
        agreed: What was read is to be taken over.
        left: Nothing is to be done.
    """

    agreed = Signal()
    left = Signal()

    def __init__(
        self, theme: Theme, reading: str, agree: str, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            theme: Fonts, colours and measures.
            reading: What is said while files are read.
            agree: What the button says that takes over what was read.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._reading = reading
        self._shown: Preview | None = None
        self._title = Text(theme, "", "h1", parent=self)
        self._sentence = Text(theme, "", "body", "ink2", parent=self)
        self._bar = Progress(theme, self)
        self._which = Segmented(
            theme,
            ((_DIFFERENT, _("What differs")), (_ALL, _("All rows"))),
            says=_("Which rows"),
            small=True,
            parent=self,
        )
        self._which.mark(_DIFFERENT)
        self.table = Twin(theme, self, wraps=True)
        self._cancel = Button(theme, _("Cancel"), parent=self)
        self._agree = Button(theme, agree, Rank.PRIMARY, parent=self)
        body = QWidget(self)
        body.setLayout(
            column(
                self._title,
                Gap(4),
                self._sentence,
                Gap(M),
                self._bar,
                row(STRETCH, self._which),
                Gap(S),
                self.table,
                STRETCH,
                margins=(PAGE, L, PAGE, M),
            )
        )
        buttons = row(self._cancel, STRETCH, self._agree, gap=S, margins=(PAGE, 0))
        footer = FooterBar(theme, buttons, self)
        self.setLayout(column(Share(Scroll(theme, body, parent=self)), footer))
        self._which.chosen.connect(self._on_which)
        self._cancel.clicked.connect(self.left)
        self._agree.clicked.connect(self.agreed)

    def show_progress(self, done: int, all_: int) -> None:
        """Show how many files have been read."""
        self._shown = None
        self._title.say(self._reading)
        self._sentence.say(_("{done} of {all} read", done=done, all=all_))
        self._bar.show_done(done, all_)
        self._arrange(reading=True)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, shown: Preview) -> None:
        """Show what was read and what it would do."""
        self._shown = shown
        self._title.say(shown.title)
        self._sentence.say(shown.sentence)
        self._arrange(reading=False)
        self._on_which(self._which.marked)
        self._agree.setEnabled(shown.changes)
        self._cancel.say(_("Cancel") if shown.changes else _("Close"))
        first = self._agree if shown.changes else self._cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, *, reading: bool) -> None:
        self._bar.setVisible(reading)
        for widget in (self._which, self.table, self._agree):
            widget.setVisible(not reading)

    def _on_which(self, code: str) -> None:
        self._which.mark(code)
        if self._shown is not None:
            everything = code == _ALL
            self.table.show_table(self._shown.everything if everything else self._shown.different)
