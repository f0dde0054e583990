"""Application: Qt's own, which also hears of files that the system wants opened."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication

from selfassess.overriding import override
from selfassess.ui.parts.roles import tell_roles

if TYPE_CHECKING:
    from PySide6.QtGui import QFileOpenEvent


class Application(QApplication):
    """The application.

    Signals:
        file_wanted: The user opened a file in the Finder, which tells programs by an event and
            not on the command line; carries its path.
    """

    file_wanted = Signal(object)

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(arguments)
        tell_roles()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FileOpen:
            name = cast("QFileOpenEvent", event).file()
            if name:
                self.file_wanted.emit(Path(name))
            return True
        return super().event(event)
