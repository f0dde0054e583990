"""Option: a question about the sharing with a few short answers side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Aligned, Gap, column
from selfassess.ui.theme import Theme


class Option(QWidget):
    """A question, a sentence on what it decides, and its answers.

    Signals:
        chosen: The user chose; carries the id of the answer.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        question: str,
        why: str,
        choices: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = Text(theme, question, "body_bold", parent=self)
        self._why = Text(theme, why, "small", "ink2", parent=self)
        self._choice = Segmented(theme, choices, says=question, small=True, parent=self)
        title.setBuddy(self._choice)
        self._choice.chosen.connect(self.chosen)
        left = Qt.AlignmentFlag.AlignLeft
        self.setLayout(column(title, Gap(2), self._why, Gap(8), Aligned(self._choice, left)))

    def mark(self, id_: str) -> None:
        """Show which answer holds."""
        self._choice.mark(id_)

    def relabel(self, words: tuple[str, ...]) -> None:
        """Show other words on the answers."""
        self._choice.relabel(words)

    def explain(self, why: str, *, enabled: bool = True) -> None:
        """Say what the answer means, or why it can't be changed."""
        self._why.say(why)
        self._choice.setEnabled(enabled)
