"""Policy areas: what the sharing is about, as chips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.chip import Chip
from selfassess.ui.parts.flow import Flow
from selfassess.ui.theme import Theme
from selfassess.words import plural

AT_MOST = 3
_SHOWN_FIRST = 5


class PolicyAreas(Flow):
    """Chips to choose some of; those chosen and the most common first, the others on request.

    Signals:
        toggled: The user chose an area or let it go; carries its code and whether it is chosen.
    """

    toggled = Signal(str, bool)

    def __init__(
        self, theme: Theme, areas: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._codes = tuple(code for code, _words in areas)
        self._chips = {code: Chip(theme, words, self) for code, words in areas}
        for chip in self._chips.values():
            chip.clicked.connect(self._on_clicked)
        self._more = Button(theme, "", Rank.OUTLINE, style="small", small=True, parent=self)
        self._more.clicked.connect(self._on_more)
        self._all_shown = False
        self._first: tuple[str, ...] = ()

    def mark(self, chosen: tuple[str, ...]) -> None:
        """Show which are chosen; when three are, the others wait."""
        if not self._first:
            others = (code for code in self._codes if code not in chosen)
            self._first = (*chosen, *others)[: max(_SHOWN_FIRST, len(chosen))]
        full = len(chosen) >= AT_MOST
        for code, chip in self._chips.items():
            on = code in chosen
            chip.setChecked(on)
            chip.setEnabled(on or not full)
            chip.updateGeometry()
        self._arrange_chips(chosen)

    def _arrange_chips(self, chosen: tuple[str, ...]) -> None:
        order = (*self._first, *(code for code in self._codes if code not in self._first))
        shown = [code for code in order if self._all_shown or code in self._first or code in chosen]
        left = len(self._codes) - len(shown)
        things: list[QWidget] = [self._chips[code] for code in shown]
        for code in order:
            if code not in shown:
                self._chips[code].hide()
        if left:
            self._more.say(plural("{count} more", "{count} more", left))
            things.append(self._more)
        self.hold(*things)

    def _on_more(self) -> None:
        new = [chip for chip in self._chips.values() if chip.isHidden()]
        chosen = {code: chip for code, chip in self._chips.items() if chip.isChecked()}
        self._all_shown = True
        self._arrange_chips(tuple(chosen))
        # While three are chosen the others wait, and only those can be let go.
        here = next(chip for chip in (*new, *chosen.values()) if chip.isEnabled())
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        sender = self.sender()
        for code, chip in self._chips.items():
            if chip is sender:
                self.toggled.emit(code, chip.isChecked())
