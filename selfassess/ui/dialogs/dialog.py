"""Dialog: the plain frame of everything that is asked in a window of its own."""

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

from selfassess.ui.parts.focus_ring import FocusRing
from selfassess.ui.parts.tab_order import move_focus
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, S, Thing, column, row
from selfassess.ui.style import dress
from selfassess.ui.theme import Theme

_WIDTH = 460
_WIDEST = 560


class Dialog(QDialog):
    """A title, a text, what is asked, and buttons at the right with the primary one last."""

    def __init__(
        self, theme: Theme, app: QApplication, title: str, text: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._title = title
        self._text = text
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setModal(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        dress(self, theme)
        self._ring = FocusRing(theme, app, self)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt names it so
        return move_focus(self, forward=next)

    def hold(self, things: tuple[Thing, ...], buttons: tuple[QWidget, ...]) -> None:
        """Build the dialog from what is asked and its buttons, from left to right."""
        theme = self.theme
        text = Text(theme, self._text, "body", "ink2", parent=self)
        title = Text(theme, self._title, "h2", parent=self)
        content = column(
            *(title, Gap(S), text, Gap(L - 4), *things, Gap(L if things else 0)),
            row(STRETCH, *buttons, gap=S),
            margins=(L, L, L, L - 4),
        )
        self.setLayout(content)
        width = max(self.minimumWidth(), min(content.sizeHint().width(), theme.px(_WIDEST)))
        self.resize(width, content.totalHeightForWidth(width))
