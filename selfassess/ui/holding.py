"""Holding: keeps the lock beside the file that is open, and refreshes it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from selfassess.core.problem import FileProblemsError
from selfassess.files import lock_file
from selfassess.files.lock_file import Holder, Lock, Who
from selfassess.ui.worker import Worker

_REFRESH_EVERY = 3_600_000
"""Milliseconds; others count a lock as left behind after a day."""


class Holding(QObject):
    """Tells other programs that a file is open, for as long as it is."""

    def __init__(
        self,
        me: Callable[[], Who],
        now: Callable[[], datetime],
        worker: Worker,
        parent: QObject | None = None,
    ) -> None:
        """Hold nothing yet.

        Args:
            me: Says who is at this computer.
            now: Says what time it is, with a time zone.
            worker: Refreshes the lock off the window's thread.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        self._me = me
        self._now = now
        self._worker = worker
        self._lock: Lock | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_EVERY)
        self._timer.timeout.connect(self._on_time)

    def take(self, path: Path, *, anyway: bool = False) -> Holder | None:
        """Hold a file instead of what is held; return who else has it open, if anybody.

        Where no lock can be put beside the file, it is open without one.
        """
        taken = lock_file.take(path, self._now(), self._me(), anyway=anyway)
        if isinstance(taken, Holder):
            return taken
        self.release()
        self._lock = taken
        if taken is not None:
            self._timer.start()
        return None

    def release(self) -> None:
        """Hold nothing any more."""
        self._timer.stop()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _on_time(self) -> None:
        lock = self._lock
        if lock is not None:
            self._worker.do(lambda: lock.refresh(self._now()), _let_be)


def _let_be(_result: object, _error: FileProblemsError | None) -> None:
    """Do nothing: a lock that can't be refreshed is as good as it was."""
