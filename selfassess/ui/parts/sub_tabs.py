"""Sub-tabs: the pages under one tab, with a remark of the page beside them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, M, Share, row, set_margins
from selfassess.ui.theme import Theme
from selfassess.words import _

_ABOVE = 12


class SubTabs(Ground):
    """The bar under the top bar, where a tab has several pages; a list where they are too many.

    Signals:
        chosen: The user chose a page; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", lines=(Qt.Edge.BottomEdge,), parent=parent)
        self._theme = theme
        self._offered: tuple[tuple[str, str], ...] = ()
        self._choice: Segmented | None = None
        self._list = Choice(theme, says=_("Views"), small=True, style="small_bold", parent=self)
        self._list.chosen.connect(self.chosen)
        self._remark = Text(theme, "", "small", "ink2", parent=self)
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = row(self._list, Share(self._remark), gap=M)
        set_margins(self._row, (PAGE, _ABOVE, PAGE, _ABOVE))
        self.setLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def offer(self, pages: tuple[tuple[str, str], ...], here: str) -> None:
        """Show the pages by id and name, and which is in view; hidden when there are none."""
        if pages != self._offered:
            self._offered = pages
            if self._choice is not None:
                self._row.removeWidget(self._choice)
                self._choice.hide()
                self._choice.deleteLater()
            self._choice = Segmented(self._theme, pages, says=_("Views"), small=True, parent=self)
            self._choice.chosen.connect(self.chosen)
            self._row.insertWidget(0, self._choice)
            self._list.offer(pages)
        self.setVisible(bool(pages))
        if self._choice is not None:
            self._choice.mark(here)
            self._list.mark(here)
        self._fit()

    def at(self, place: int) -> str:
        """Return the id of the page at a place from 0; empty where there is none."""
        return self._offered[place][0] if place < len(self._offered) else ""

    def remark(self, words: str) -> None:
        """Show the words at the right."""
        self._remark.say(words)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        if self._choice is not None:
            fits = self._choice.sizeHint().width() + 2 * PAGE <= self.width()
            self._choice.setVisible(fits)
            self._list.setVisible(not fits)
