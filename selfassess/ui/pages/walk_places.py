"""Walk places: where something stands beside the question, filled once that can be answered."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from selfassess.loading import load
from selfassess.ui.answering import Answering
from selfassess.ui.desk import Desk
from selfassess.ui.parts.line import Ground
from selfassess.ui.theme import Room

if TYPE_CHECKING:
    from selfassess.ui.pages.walk_beside import Beside

_BAR_AIR = 13
"""Pixels above and under what stands in one line."""


class Places(QObject):
    """The grounds at the left, above and at the right of the question.

    Signals:
        made: What stands there has been made; carries it.

    Attributes:
        left: Where the rail stands.
        above: Where it stands in one line, in windows too narrow for a rail.
        right: Where the guidance stands.
    """

    made = Signal(object)

    def __init__(self, desk: Desk, answering: Answering, page: QWidget) -> None:
        """Make empty grounds.

        Args:
            desk: What is worked on.
            answering: Who answers which question at the moment.
            page: The page.
        """
        super().__init__(page)
        self._desk = desk
        self._answering = answering
        self._room = desk.theme.room(desk.theme.smallest_window)
        self._beside: Beside | None = None
        self.left = Ground(desk.theme, "canvas", lines=(Qt.Edge.RightEdge,), parent=page)
        self.above = Ground(desk.theme, "canvas", lines=(Qt.Edge.BottomEdge,), parent=page)
        self.right = Ground(desk.theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=page)

    def filled(self) -> "Beside":
        """Return what stands there; it is made when it is first asked for."""
        if self._beside is None:
            self.above.setMinimumHeight(0)
            make = load("selfassess.ui.pages.walk_beside").Beside
            self._beside = beside = make(self._desk, self._answering, self)
            self.made.emit(beside)
            beside.rail.fit(self._room)
            beside.show()
        return self._beside

    def question_was_painted(self) -> None:
        """Have the places filled: after this turn, so that the question comes first."""
        if self._beside is None:
            QTimer.singleShot(0, self, self.filled)

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        self._room = room
        size = "rail_compact" if room.compact_rail else "rail"
        self.left.setFixedWidth(self._desk.theme.size(size))
        self.left.setVisible(not room.rail_as_menu)
        self.above.setVisible(room.rail_as_menu)
        if self._beside is not None:
            self._beside.rail.fit(room)
        else:  # the question must not move when the places are filled
            self.above.setMinimumHeight(self._desk.theme.size("control_small") + _BAR_AIR)

    def show(self) -> None:
        """Show how things stand, where anything stands there yet."""
        if self._beside is not None:
            self._beside.show()
