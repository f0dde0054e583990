"""Note box: a note on the answer, or the reason why a question does not apply."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.field import Writing, mark_wrong
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_ABOVE_LABEL = 8
_BESIDE = 12


class NoteBox(QWidget):
    """A box to write in, in two roles.

    Signals:
        note_written: The user changed the note; carries it.
        reason_written: The user changed the reason; carries it.
        keyboard_moved: The keyboard came into the box, or left it.
    """

    note_written = Signal(str)
    reason_written = Signal(str)
    keyboard_moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asks_reason = False
        self._label = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._box = Writing(theme, says=_("Note"), lines=2, parent=self)
        self._label.setBuddy(self._box)
        self._error = Remark(theme, "error", colour="error", parent=self)
        beside = column(Gap(_ABOVE_LABEL), self._label, STRETCH)
        written = column(self._box, self._error, gap=4)
        self.setLayout(row(beside, Share(written), gap=_BESIDE))
        self._box.written.connect(self._on_written)
        self._box.entered.connect(self.keyboard_moved)
        self._box.left.connect(self.keyboard_moved)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return self._box.hasFocus()

    def show_note(self, note: str) -> None:
        """Show the note."""
        self._show(asks_reason=False, words=note)

    def show_reason(self, reason: str) -> None:
        """Show the reason why the question doesn't apply."""
        self._show(asks_reason=True, words=reason)

    def complain(self, words: str) -> None:
        """Say under the box what is amiss, or that nothing is."""
        self._error.say(words)
        mark_wrong(self._box, bool(words))
        self._box.setAccessibleDescription(words or self._box.placeholderText())

    def take_keyboard(self) -> None:
        """Put the keyboard into the box."""
        self._box.setFocus()

    def _show(self, *, asks_reason: bool, words: str) -> None:
        if asks_reason != self._asks_reason or not self._label.text():
            self._asks_reason = asks_reason
            self._label.say(_("Why not?") if asks_reason else _("Note"))
            says = _("Why not? It doesn’t apply, required") if asks_reason else _("Note")
            self._box.setAccessibleName(says)
            hint = _("One sentence, so that others can follow.") if asks_reason else ""
            self._box.setPlaceholderText(hint)
            self.complain("")
        self._box.show_words(words)

    def _on_written(self, words: str) -> None:
        if self._asks_reason:
            self.complain("")
            self.reason_written.emit(words)
        else:
            self.note_written.emit(words)
