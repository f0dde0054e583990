"""Recovering: offers work that was not saved when the program last ended."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from selfassess.core.problem import FileProblemsError
from selfassess.files.assessment_file import Opened
from selfassess.files.journal import Journal, Recovered
from selfassess.files.recovery import Standing, compared
from selfassess.ui import questions
from selfassess.ui.prompts import Prompts
from selfassess.ui.work_lock import WorkLock


class Offered(NamedTuple):
    """Work that the user wants back.

    Attributes:
        found: How it was found.
        work: The work itself.
        digest: Of what its file may hold for the work to be saved there; empty where it may not.
        lock: Tells other windows that the work is in use.
    """

    found: Recovered
    work: Opened
    digest: str
    lock: WorkLock


def offer(
    journal: Journal, folder: Path, prompts: Prompts, now: datetime, file: Path | None
) -> Offered | None:
    """Offer what is in the journal, the newest first; return what the user wants back.

    What the file holds all the same, and what another window has open, is passed over.

    Args:
        journal: The journal.
        folder: The user's data folder.
        prompts: Asks the user.
        now: What time it is, with a time zone.
        file: Offer only work that belongs to this file; all of it where none is named.
    """
    _tidy(journal, folder)
    for found in journal.found():
        if file is not None and not _is_same(file, found.file):
            continue
        lock = WorkLock(folder, found.key)
        if not lock.is_held:
            continue
        beside = compared(found)
        if beside.standing is Standing.SAME:
            answer = "drop"
        else:
            answer = prompts.choose(questions.recovery(found, beside.standing, now))
        if answer == "open" and found.opened is not None:
            return Offered(found, found.opened, beside.digest, lock)
        if answer == "drop":
            with suppress(FileProblemsError):
                journal.forget(found.key)
        lock.release()
    return None


def _is_same(file: Path, other: Path | None) -> bool:
    try:
        return other is not None and file.resolve() == other.resolve()
    except (OSError, RuntimeError):
        return False


def _tidy(journal: Journal, folder: Path) -> None:
    """Remove what programs that were killed left behind."""
    journal.tidy()
    for key in journal.locks_alone():
        lock = WorkLock(folder, key)
        if lock.is_held:
            lock.release()
