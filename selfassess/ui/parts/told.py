"""Told: buttons with a state that somebody else owns, for the mouse, keys and screen readers alike.

A screen reader toggles such a button without a click (Qt calls `toggle`), so that `clicked`, to
which the pages listen, would never come and the choice would be lost.
"""

from typing import TYPE_CHECKING

from selfassess.overriding import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    _Button = QAbstractButton
else:
    _Button = object


class _Told(_Button):
    """Tells what the program marks from what a screen reader toggles."""

    _is_marking = False

    def hear_toggles(self) -> None:
        """Count what a screen reader toggles as a click; to be called when it has been made."""
        self.toggled.connect(self._on_toggled)

    @override
    def setChecked(self, checked: bool, /) -> None:
        before, self._is_marking = self._is_marking, True
        super().setChecked(checked)
        self._is_marking = before

    def _on_toggled(self, checked: bool) -> None:
        is_one_of_several = self.autoExclusive()
        if self._is_marking or (is_one_of_several and not checked):
            return
        if not is_one_of_several:
            self.setChecked(not checked)
        self.click()


class Asking(_Told):
    """Stays as it is when it is pressed, and only asks: whoever owns the choice marks it."""

    @override
    def nextCheckState(self) -> None:
        """Stay as it is."""


class Switching(_Told):
    """Changes its state when it is pressed."""

    @override
    def nextCheckState(self) -> None:
        before, self._is_marking = self._is_marking, True
        super().nextCheckState()
        self._is_marking = before
