"""Chips: things of which several can hold, side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.chip import Chip
from selfassess.ui.parts.flow import Flow
from selfassess.ui.theme import Theme


class Chips(Flow):
    """Chips for a list of codes.

    Signals:
        changed: The user chose one or let it go; carries the codes that hold, in their order.
    """

    changed = Signal(tuple)

    def __init__(
        self, theme: Theme, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._chips = {code: Chip(theme, words, self) for code, words in choices}
        for chip in self._chips.values():
            chip.clicked.connect(self._on_clicked)
        self.hold(*self._chips.values())

    @property
    def first(self) -> QWidget:
        """The first of them, for the keyboard to arrive at."""
        return next(iter(self._chips.values()))

    def mark(self, chosen: tuple[str, ...]) -> None:
        """Show which hold."""
        for code, chip in self._chips.items():
            chip.setChecked(code in chosen)
            chip.updateGeometry()

    def _on_clicked(self) -> None:
        self.changed.emit(tuple(code for code, chip in self._chips.items() if chip.isChecked()))
