"""Settle part: the agreed level, the minority view beside it, and the room's note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.field import Writing
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import Gap, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

NONE = "none"
_CHOICES = ("1", "2", "3", "4", "5", NONE)


class SettlePart(QWidget):
    """What the room settles on.

    Signals:
        settled: A level was chosen, or not agreed; carries “1” to “5” or “none”.
        dissent_written: The minority view was changed; carries it.
        note_written: The note was changed; carries it.
    """

    settled = Signal(str)
    dissent_written = Signal(str)
    note_written = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        choices = tuple((code, _("Not agreed") if code == NONE else code) for code in _CHOICES)
        self.levels = Segmented(theme, choices, says=_("Agreed level"), parent=self)
        label = Text(theme, _("Agreed level"), "body_bold", wrap=False, parent=self)
        told = _("Set by the room, never by an average")
        self._hint = Text(theme, told, "small", "ink2", parent=self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._says = Text(theme, "", "body", "ink2", parent=self)
        minority = Text(theme, _("Minority view"), "body_bold", parent=self)
        self.minority = Writing(theme, says=_("Minority view"), lines=1, parent=self)
        minority.setBuddy(self.minority)
        note = Text(theme, _("Note, never on the projector"), "body_bold", parent=self)
        self.note = Writing(theme, says=_("Note, never on the projector"), lines=1, parent=self)
        note.setBuddy(self.note)
        self._kept = Text(theme, "", "small", "ink2", parent=self)
        self.setLayout(
            column(
                row(label, Gap(4), self.levels, Share(self._hint), gap=12),
                Gap(S),
                self._says,
                Gap(M),
                minority,
                Gap(4),
                self.minority,
                Gap(M),
                note,
                Gap(4),
                self.note,
                Gap(S),
                self._kept,
            )
        )
        self.levels.chosen.connect(self.settled)
        self.minority.written.connect(self.dissent_written)
        self.note.written.connect(self.note_written)

    def show_agreed(self, code: str, name: str, says: str, minority_view: str) -> None:
        """Show what the room settled on; an empty code where it has not yet."""
        self.levels.mark(code)
        told: tuple[Run, ...] = (Run(_("Nothing settled yet. Going on leaves it open.")),)
        if name:
            told = (Run(f"{name}. ", "body_bold", "ink"), Run(says))
        self._says.say(told)
        self.minority.setEnabled(bool(code))
        self.minority.show_words(minority_view)
        hint = "" if code else _("Choose the agreed level first, or “Not agreed”.")
        self.minority.setPlaceholderText(hint)

    def show_note(self, note: str, kept: str) -> None:
        """Show the note, and what was parked and decided on this topic."""
        self.note.show_words(note)
        self._kept.say(kept)
        self._kept.setVisible(bool(kept))

    def fit(self, width: float) -> None:
        """Leave out the sentence beside the levels where there is no room."""
        self._hint.setVisible(width >= self.levels.sizeHint().width() + self._theme.px(360))
