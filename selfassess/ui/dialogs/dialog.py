"""Dialog: the plain frame of everything that is asked in a window of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.focus_ring import FocusRing
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.tab_order import move_focus
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, S, Share, Thing, column, row
from selfassess.ui.style import dress
from selfassess.ui.theme import Theme

_WIDTH = 460
_WIDEST = 560
_AROUND = 24


def give_back(window: QWidget | None) -> None:
    """Give the keyboard back to the window under a dialog that has closed.

    A window manager does so too; without one, all keys would be lost.
    """
    if window is not None:
        window.window().activateWindow()


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
        self._held: tuple[QWidget, Flow] | None = None
        dress(self, theme)
        self._ring = FocusRing(theme, app, self)
        theme.changed.connect(self._on_theme_changed)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt names it so
        return move_focus(self, forward=next)

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        give_back(self.parentWidget())

    def hold(self, things: tuple[Thing, ...], buttons: tuple[QWidget, ...]) -> None:
        """Build the dialog from what is asked and its buttons, from left to right."""
        theme = self.theme
        text = Text(theme, self._text, "body", "ink2", parent=self)
        title = Text(theme, self._title, "h2", parent=self)
        inside, foot = QWidget(self), Flow(parent=self)
        inside.setLayout(
            column(
                *(title, Gap(S), text, Gap(L - 4), *things, Gap(L if things else 0), STRETCH),
                margins=(L, L, L, 0),
            )
        )
        self._scroll = Scroll(theme, inside, parent=self)
        self._scroll.setAccessibleName(self._title)
        foot.hold(*buttons)
        self.setLayout(column(Share(self._scroll), row(STRETCH, foot, margins=(L, 0, L, L - 4))))
        self._held = (inside, foot)
        self.fit()

    def fit(self) -> None:
        """Be as high as what it holds, but no higher than there is room: then it scrolls."""
        if self._held is None:
            return
        (inside, foot), room = self._held, self._room()
        least = min(self.theme.px(_WIDTH), room.width())
        wants = max(inside.sizeHint().width(), foot.sizeHint().width() + 2 * L)
        width = max(least, min(wants, self.theme.px(_WIDEST), room.width()))
        # A bar that came early goes again only if all would fit beside it: leave room for that.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        needs = inside.heightForWidth(width - bar) + foot.heightForWidth(width - 2 * L) + L - 4
        scrolls = needs > room.height()
        reach = Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(reach)
        self.setMinimumWidth(least)
        self.resize(width, min(needs, room.height()))

    def _on_theme_changed(self) -> None:
        dress(self, self.theme)
        self.fit()

    def _room(self) -> QSize:
        above = self.parentWidget()
        whole = above.window().size() if above is not None else self.screen().availableSize()
        return whole - QSize(_AROUND, _AROUND)
