"""Mishap: what happens when the program itself is at fault: the work first, then the words."""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from selfassess.files.fault_log import FaultLog, details_of, without_private
from selfassess.ui.opening import Opening
from selfassess.ui.prompts import Prompts, Question
from selfassess.words import _


class Mishap:
    """Stands in for the hook that Python calls with an error nobody expected."""

    def __init__(
        self,
        opening: Opening,
        prompts: Prompts,
        log: FaultLog,
        now: Callable[[], datetime],
        copy: Callable[[str], None],
        leave: Callable[[], None],
    ) -> None:
        """Get ready.

        Args:
            opening: Has the work that must not be lost.
            prompts: Tells the user.
            log: Where faults are written down.
            now: Says what time it is, with a time zone.
            copy: Puts a text where the user can paste it from.
            leave: Closes the program.
        """
        self._opening = opening
        self._prompts = prompts
        self._log = log
        self._now = now
        self._copy = copy
        self._leave = leave
        self._told: set[str] = set()
        self._telling = False

    def install(self) -> None:
        """Be called from now on, also with what Qt has to say."""
        sys.excepthook = self
        qInstallMessageHandler(self.on_qt_message)

    def remove(self) -> None:
        """Be called no more: the window is gone."""
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep the work in the journal, write the fault down, and say so once."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        is_kept = self._keep()
        details = details_of(error)
        self._write(details)
        if self._telling or details in self._told:
            return
        self._told.add(details)
        self._telling = True
        try:
            self._tell(details, is_kept=is_kept)
        finally:
            self._telling = False

    def on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Write down what Qt has to say, without what is private."""
        if kind is not QtMsgType.QtDebugMsg:
            self._write(f"Qt {kind.name} {context.category or ''}: {without_private(message)}")

    def _keep(self) -> bool:
        keeper = self._opening.keeper
        if keeper is None:
            return True
        with suppress(Exception):  # the fault may be in the very keeping
            return keeper.keep_in_journal()
        return False

    def _write(self, text: str) -> None:
        self._log.write(text, self._now())
        if sys.stderr is not None:  # a windowed program has none
            sys.stderr.write(text + "\n")

    def _tell(self, details: str, *, is_kept: bool) -> None:
        safe = _("Your work is kept on this computer.")
        unsafe = _("Save a copy now: your last changes may be in no file.")
        question = Question(
            title=_("Something went wrong in the program"),
            text=_(
                "{safe} You can go on. If it happens again, close the program and open it anew. "
                "The details say where in the program it was, and nothing of your work.",
                safe=safe if is_kept else unsafe,
            ),
            answers=(
                ("on", _("Go on")),
                ("copy", _("Copy the details")),
                ("leave", _("Close the program")),
            ),
            cancel="on",
        )
        answer = self._prompts.choose(question)
        if answer == "copy":
            self._copy(details)
        elif answer == "leave":
            self._leave()
