"""Case filters: lists to narrow case studies by; what is chosen is cleared one by one."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.link import Link
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.spacing import STRETCH, Gap, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

ANY = "any"
_COLUMN = 118
_GAP = 6
_MOST = 2


class _LowScroll(Scroll):
    """As high as what it holds where there is room, and scrolls where there is not."""

    @override
    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(self.sizeHint().height(), self.fontMetrics().height() * 3))


class CaseFilters(QWidget):
    """One list for each kind of filter; in a low window they are opened with a button.

    Signals:
        chosen: A filter was chosen; carries its kind and code, or kind and nothing.
    """

    chosen = Signal(str, str)

    def __init__(
        self, theme: Theme, kinds: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        """Make empty lists; `kinds` are ids and what each filters by, such as “Partner”."""
        super().__init__(parent)
        self._theme = theme
        self._kinds = dict(kinds)
        self._asked: bool | None = None
        self._low = False
        self._across = 0
        self._switch = Button(theme, "", Rank.LINK, icon="sliders", style="small", parent=self)
        self._switch.clicked.connect(self._on_switch)
        self._lists = {
            kind: Choice(theme, says=says, small=True, parent=self) for kind, says in kinds
        }
        panel = QWidget(self)
        self._grid = QGridLayout(panel)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._panel = _LowScroll(theme, panel, parent=self)
        self._panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._links = {kind: Link(theme, "", parent=self) for kind in self._lists}
        chosen = QWidget(self)
        chosen.setLayout(column(*self._links.values()))
        self._chosen = chosen
        for kind, list_ in self._lists.items():
            list_.setProperty("kind", kind)
            list_.chosen.connect(self._on_chosen)
        for kind, link in self._links.items():
            link.setProperty("kind", kind)
            link.clicked.connect(self._on_cleared)
            link.hide()
        self.setLayout(column(row(self._switch, STRETCH), self._panel, Gap(2), chosen, gap=2))
        self._lay_out(_MOST)
        self._show_panel()

    def offer(self, kind: str, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer the choices of a kind, the first of which is that it does not matter."""
        self._lists[kind].offer(choices)

    def offers(self, kind: str, code: str) -> bool:
        """Say whether a code is among the choices of a kind."""
        return self._lists[kind].findData(code) >= 0

    def mark(self, kind: str, code: str) -> None:
        """Show which choice of a kind holds; empty: none."""
        list_, link = self._lists[kind], self._links[kind]
        list_.mark(code or ANY)
        words = list_.currentText()
        link.setText(_("{kind}: {words}\N{NO-BREAK SPACE}×", kind=self._kinds[kind], words=words))
        link.setAccessibleName(
            _("Without this filter. {kind}: {words}", kind=self._kinds[kind], words=words)
        )
        link.setVisible(bool(code))
        link.updateGeometry()
        self._chosen.setVisible(any(not link.isHidden() for link in self._links.values()))

    def fit(self, width: float, *, low: bool) -> None:
        """Arrange for a width, in pixels divided by the text size, and for a low window or not."""
        self._lay_out(max(1, min(_MOST, int((width + _GAP) // (_COLUMN + _GAP)))))
        self._low = low
        self._show_panel()

    def _lay_out(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for list_ in self._lists.values():
            self._grid.removeWidget(list_)
        first, *rest = self._lists.values()
        self._grid.addWidget(first, 0, 0, 1, across)
        for place, list_ in enumerate(rest, start=across):
            self._grid.addWidget(list_, place // across, place % across)
        for place in range(_MOST):
            self._grid.setColumnStretch(place, 1 if place < across else 0)

    def _show_panel(self) -> None:
        open_ = not self._low if self._asked is None else self._asked
        self._panel.setVisible(open_)
        self._switch.say(_("Hide the filters") if open_ else _("Filters"))
        self._switch.setVisible(self._low or not open_)

    def _on_switch(self) -> None:
        self._asked = self._panel.isHidden()
        self._show_panel()

    def _on_chosen(self, code: str) -> None:
        self.chosen.emit(self.sender().property("kind"), "" if code == ANY else code)

    def _on_cleared(self) -> None:
        kind = self.sender().property("kind")
        self.chosen.emit(kind, "")
        if not self._panel.isHidden():
            self._lists[kind].setFocus()
        else:
            self._switch.setFocus()
