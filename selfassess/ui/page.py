"""Page: what the window expects of every page."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.parts.hints import Hint
from selfassess.ui.theme import Room

Doing = Mapping[str, Callable[[], None]]
"""What can be done now, by the names of `page_acts` without `page.`."""


class Page(QWidget):
    """One page: one job, shown under a tab.

    Signals:
        wanted: The user wants another place; carries its id and what to show there, or nothing.
        hints_changed: The keys for the status bar are others.
        remark_changed: The words beside the sub-tabs are others.
    """

    wanted = Signal(str, str)
    hints_changed = Signal()
    remark_changed = Signal()

    goes_down_to_place = False
    """Whether a place that is asked for can stand below the top of the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = desk.theme

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys for the status bar, the most useful first."""
        return ()

    def remark(self) -> str:
        """Return the words at the right of the sub-tabs."""
        return ""

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts between which F6 moves, in reading order."""
        return (self,)

    def doing(self) -> Doing:
        """Return what can be done now where the keyboard is, by the names of `page_acts`."""
        return {}

    def arrive(self, at: str = "") -> None:
        """Come into view, with a topic, barrier or case study to show where one is named."""

    def at(self) -> str:
        """Return what is in view, for another page to arrive at; a topic's id, or nothing."""
        return ""

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Take files that were dropped on the window."""

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from selfassess.ui.page_menu import page_menu  # noqa: PLC0415  # loaded when needed

        doing = self.doing()
        if doing:
            page_menu(doing, self.theme, self).popup(event.globalPos())
        else:
            super().contextMenuEvent(event)

    def fit(self, room: Room) -> None:
        """Arrange for the room that the window gives, divided by the text size."""
