"""Work lock: tells a second window that a piece of work in the journal is in use."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

from selfassess.core.problem import FileProblemsError
from selfassess.files import disk


class WorkLock:
    """Held while the work under a key is open; a program that died lets go of it."""

    def __init__(self, folder: Path, key: str) -> None:
        place = folder / "journal"
        with suppress(FileProblemsError):
            disk.make_own_folder(place)
        self._file = QLockFile(str(place / f"{key}.lock"))
        self._file.setStaleLockTime(0)
        self.is_held = self._file.tryLock(0)

    def release(self) -> None:
        """Let go."""
        self._file.unlock()
        self.is_held = False
