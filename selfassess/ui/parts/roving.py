"""Roving: a group of controls that is one stop for Tab; arrows, Home and End move along it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override

ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Roving(QObject):
    """Moves the keyboard along a group without choosing anything.

    Signals:
        moved: The keyboard went along; carries the place of the control that has it now.
    """

    moved = Signal(int)

    def __init__(
        self, things: Sequence[QWidget], steps: dict[Qt.Key, int], parent: QObject
    ) -> None:
        """Watch over a group.

        Args:
            things: The controls in order.
            steps: How far which key moves.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        self._things = tuple(things)
        self._steps = steps
        for thing in self._things:
            thing.installEventFilter(self)

    def reach(self, place: int) -> None:
        """Say at which of them Tab stops."""
        for here, thing in enumerate(self._things):
            reached = here == place
            thing.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if reached else Qt.FocusPolicy.ClickFocus
            )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step, end = self._steps.get(Qt.Key(event.key()), 0), _ENDS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or (not step and end is None):
            return False
        usable = [thing for thing in self._things if thing.isEnabled() and thing.isVisible()]
        place = usable.index(watched) + step if watched in usable else -1
        if end is not None and usable:
            place = end % len(usable)
        if 0 <= place < len(usable):
            usable[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(self._things.index(usable[place]))
        return True
