"""Aside: a page that belongs to no assessment, in place of the start page or of the others."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.hints import Hint
from selfassess.ui.theme import Room


class Aside(QWidget):
    """What the window expects of such a page.

    Signals:
        left: The user wants to go back to where they were.
        hints_changed: The keys for the status bar are others.
    """

    left = Signal()
    hints_changed = Signal()

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys for the status bar, the most useful first."""
        return ()

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 moves, in reading order."""
        return (self,)

    def arrive(self) -> None:
        """Come into view."""

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Take files that were dropped on the window."""

    def fit(self, room: Room) -> None:
        """Arrange for the room that the window gives, divided by the text size."""
