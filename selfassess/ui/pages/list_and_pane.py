"""List and pane: a list at the left, and at the right what was chosen from it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, L, Share, Stretch, column, row
from selfassess.ui.theme import Room, Theme

_SHARE = 0.31
_NARROWEST, _WIDEST = 200, 404
_PANE_WIDEST = 828
LEAST_LIST = 240
"""How high the list is at least, at 100 %, where a page may scroll as a whole."""

_NARROW_BELOW, _NARROW_MARGIN = 1000, 20


class _Body(QWidget):
    """Holds what the pane shows, at most so wide as can be read well."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: QWidget | None = None
        self._row = row(Stretch(0), gap=0, margins=(PAGE, L, PAGE, L))
        self.setLayout(self._row)

    def hold(self, shown: QWidget) -> None:
        """Show something in place of what was shown."""
        if self._shown is not None:
            self._row.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = shown
        self._row.insertWidget(0, shown, 1)
        shown.show()
        self.limit()

    def limit(self) -> None:
        """Keep the lines short enough to be read."""
        if self._shown is not None:
            self._shown.setMaximumWidth(self._theme.px(_PANE_WIDEST))


class ListAndPane(QWidget):
    """Two halves; the list is narrower in a narrow window."""

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        parent: QWidget | None = None,
        *,
        under: QWidget | None = None,
    ) -> None:
        """Make the halves.

        Args:
            theme: Colours and measures.
            left: The list with its head.
            parent: The widget it stands in.
            under: A bar under the pane, which does not scroll.
        """
        super().__init__(parent)
        self._theme = theme
        self.left = Ground(theme, "canvas", lines=(Qt.Edge.RightEdge,), parent=self)
        self.left.setLayout(column(Share(left), margins=(0, 0, 1, 0)))
        self._body = _Body(theme, self)
        self.pane = Scroll(theme, self._body, parent=self)
        bars = (under,) if under is not None else ()
        self.setLayout(row(self.left, Share(column(Share(self.pane), *bars)), gap=0))

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        wide = max(_NARROWEST, min(_WIDEST, room.width * _SHARE))
        self.left.setFixedWidth(self._theme.px(wide))
        self._body.limit()

    def show_pane(self, shown: QWidget) -> None:
        """Show something at the right, from its top."""
        self._body.hold(shown)
        self.pane.to_top()

    def show_nothing(self, words: str) -> None:
        """Say at the right why there is nothing."""
        self.show_pane(Text(self._theme, words, "body", "ink2", parent=self._body))
