"""Forms side: answer forms handed out and brought in, paper, and the way to a rehearsal."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.outside import show_file
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.focus_ring import bring_into_view_later
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, S, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _, plural

_SIDE = 28


class FormsSide(QWidget):
    """What is made and brought in before the workshop.

    Signals:
        make_wanted: Answer forms are to be made for all partners.
        import_wanted: Forms that came back are to be brought in.
        settle_wanted: Answers in conflict are to be settled.
        paper_wanted: The paper pack is to be saved.
        rehearsal_wanted: The workshop is to be rehearsed on the worked example.
    """

    make_wanted = Signal()
    import_wanted = Signal()
    settle_wanted = Signal()
    paper_wanted = Signal()
    rehearsal_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Make it; `show` opens a file that was saved, or its folder."""
        super().__init__(parent)
        self._theme = theme
        self._forms = Text(theme, "", "small", "ink2", parent=self)
        self._partners = Text(theme, "", "small", parent=self)
        self.make = Button(theme, _("Make forms for all partners…"), small=True, parent=self)
        self.bring = Button(theme, _("Bring in forms…"), icon="bring-in", small=True, parent=self)
        self._conflicts = Notice(theme, "warn", "", self)
        self.settle = Button(theme, _("Settle them"), small=True, parent=self)
        self._told = Notice(theme, "info", "", self)
        self._wrong = Notice(theme, "error", "", self)
        told = _(
            "Agenda, question cards, voting cards and a questionnaire, as a PDF to print on A4."
        )
        paper = Text(theme, told, "small", "ink2", parent=self)
        self.paper = Button(theme, _("Save the paper pack…"), small=True, parent=self)
        self.pack = SavedReport(theme, show, self)
        told = _("With made-up answers. Your own work is saved and closed first.")
        self._about_rehearsal = Text(theme, told, "small", "ink2", parent=self)
        self.rehearse = Button(theme, _("Rehearse on the worked example"), small=True, parent=self)
        self._rehearsal = Section(
            theme,
            _("Try it first"),
            self._about_rehearsal,
            row(self.rehearse, STRETCH),
            parent=self,
        )
        forms = Section(
            theme,
            _("Answer forms"),
            self._forms,
            self._partners,
            Gap(2),
            row(self.make, STRETCH),
            row(self.bring, STRETCH),
            self._told,
            self._wrong,
            self._conflicts,
            row(self.settle, STRETCH),
            lined=False,
            parent=self,
        )
        on_paper = Section(
            theme, _("On paper"), paper, row(self.paper, STRETCH), self.pack, parent=self
        )
        self.setLayout(
            column(forms, on_paper, self._rehearsal, STRETCH, gap=S, margins=(_SIDE, L, _SIDE, L))
        )
        self.tell("")
        self.make.clicked.connect(self.make_wanted)
        self.bring.clicked.connect(self.import_wanted)
        self.settle.clicked.connect(self.settle_wanted)
        self.paper.clicked.connect(self.paper_wanted)
        self.rehearse.clicked.connect(self.rehearsal_wanted)

    def show_forms(self, forms: str, partners: tuple[str, ...], conflicts: int) -> None:
        """Show how many forms are out and back, who has answered, and what is in conflict."""
        self._forms.say(forms)
        self._partners.say("\n".join(partners))
        self._partners.setVisible(bool(partners))
        told = plural(
            "{count} answer is in conflict.", "{count} answers are in conflict.", conflicts
        )
        self._conflicts.say(told)
        self._conflicts.setVisible(conflicts > 0)
        self.settle.setVisible(conflicts > 0)

    def tell(self, words: str) -> None:
        """Say how making or bringing in went; nothing hides it."""
        self._told.say(words)
        self._told.setVisible(bool(words))
        self._wrong.hide()
        if words:
            bring_into_view_later(self._told)

    def complain(self, words: str) -> None:
        """Say what went wrong, to screen readers too."""
        self._wrong.say(words)
        self._wrong.show()
        self._told.hide()
        bring_into_view_later(self._wrong)
        say_aloud(self, words, urgent=True)

    def work(self, busy: bool) -> None:
        """Offer nothing new while forms are being made."""
        self.make.setEnabled(not busy)

    def show_rehearsal(self, possible: bool) -> None:
        """Offer the rehearsal, or not."""
        self._rehearsal.setVisible(possible)
