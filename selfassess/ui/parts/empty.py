"""Empty: what a page says while there is nothing to show, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Aligned, Gap, L, S, column
from selfassess.ui.theme import Theme
from selfassess.words import _


class Empty(QWidget):
    """A heading, a sentence and one button.

    Signals:
        acted: The user pressed the button.
    """

    acted = Signal()

    def __init__(
        self, theme: Theme, heading: str, sentence: str, button: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.button = Button(theme, button, Rank.PRIMARY, parent=self)
        self.button.clicked.connect(self.acted)
        self.setLayout(
            column(
                Text(theme, heading, "h1", parent=self),
                Gap(S),
                Text(theme, sentence, "body", "ink2", parent=self),
                Gap(L),
                Aligned(self.button, Qt.AlignmentFlag.AlignLeft),
                STRETCH,
                margins=PAGE,
            )
        )


def no_partners(theme: Theme, parent: QWidget) -> Empty:
    """Make what pages of answers say while nobody is named who could answer."""
    return Empty(
        theme,
        _("First say who shares"),
        _("Answers stand for a partner. Add the partners under Set up, then come back here."),
        _("Go to Set up"),
        parent,
    )
