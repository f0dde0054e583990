"""Worker: does slow things one after the other, off the window's thread."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThreadPool, Signal

from selfassess.core.problem import FileProblemsError, Problem

_AT_ONCE = 300
"""Milliseconds that nobody notices."""

_LOOK_EVERY = 40
"""Milliseconds."""

_NEVER = -1

Done = Callable[[Any, FileProblemsError | None], None]
"""Is told, in the window's thread, what a job returned, or why it could not."""


class Worker(Protocol):
    """Does jobs in the order in which they come."""

    def do(self, job: Callable[[], Any], done: Done) -> None:
        """Do a job, then tell how it went."""
        ...

    def finish(self) -> None:
        """Wait until all jobs are done, and tell how they went."""
        ...


class _Outcome(NamedTuple):
    """How a job went, and who is told; a fault is one of our own."""

    done: Done
    result: Any
    error: FileProblemsError | None = None
    fault: Exception | None = None


class ThreadWorker(QObject):
    """A worker with one thread of its own."""

    _came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)  # Python's own takes longer to load than a page to build
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(_NEVER)
        self._outcomes: list[_Outcome] = []
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def do(self, job: Callable[[], Any], done: Done) -> None:
        """Do a job, then tell how it went."""
        self._pool.start(partial(self._run, job, done))

    def finish(self) -> None:
        """Wait until all jobs are done, and tell how they went."""
        is_done = self._pool.waitForDone(_AT_ONCE)
        while not is_done:
            # A drive far away may be slow: the window stays whole, but takes no keys.
            flag = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
            QCoreApplication.processEvents(flag, _LOOK_EVERY)
            is_done = self._pool.waitForDone(_LOOK_EVERY)
        self._tell()

    def close(self) -> None:
        """Do what is left, and end the thread."""
        self._pool.waitForDone()
        self._tell()

    def _run(self, job: Callable[[], Any], done: Done) -> None:
        try:
            outcome = _Outcome(done, job())
        except FileProblemsError as error:
            outcome = _Outcome(done, None, error)
        except Exception as fault:  # noqa: BLE001 - it is told where such faults are told
            outcome = _Outcome(done, None, FileProblemsError(Problem("program.fault")), fault)
        self._outcomes.append(outcome)
        self._came.emit()

    def _tell(self) -> None:
        while self._outcomes:
            outcome = self._outcomes.pop(0)
            outcome.done(outcome.result, outcome.error)
            fault = outcome.fault
            if fault is not None:
                sys.excepthook(type(fault), fault, fault.__traceback__)
