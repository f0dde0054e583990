"""Writes down our own faults in the user's folder: where in the program, never what was in it."""

import contextlib
import re
import sys
import traceback
from datetime import datetime
from pathlib import Path

from selfassess import __version__
from selfassess.core.problem import FileProblemsError
from selfassess.files import disk

SIZE_LIMIT = 200_000
"""Bytes; a longer log becomes the old one, and the old one goes."""

_FOLDER = "log"
_NAME, _OLD_NAME = "faults.txt", "faults-old.txt"
_MOST_FRAMES = 40
_TOP = Path(__file__).resolve().parent.parent.parent
_PRIVATE = re.compile(
    r"""(["'“‘]).*?(["'”’]|$)|\w+://\S*|[A-Za-z]:[\\/]\S*|[~.]{0,2}/[^\s,;)]+|\S+\.selfassess\S*"""
)


def details_of(error: BaseException) -> str:
    """Return where in the program an error came up, without a word of what it says.

    What an error says can hold answers, names and places on the disk; its kind and the lines of
    the program can't.
    """
    lines = [f"selfassess {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    seen: set[int] = set()
    here: BaseException | None = error
    while here is not None and id(here) not in seen:
        seen.add(id(here))
        frames = traceback.extract_tb(here.__traceback__)[-_MOST_FRAMES:]
        lines += [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        lines.append(f"{type(here).__module__}.{type(here).__qualname__}")
        here = here.__cause__ or here.__context__
    return "\n".join(lines)


def without_private(message: str) -> str:
    """Return a message of a library without what stands in quotes, and without places."""
    return _PRIVATE.sub("…", message)


class FaultLog:
    """A log that never grows beyond a limit, and never makes a fault of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _FOLDER

    def write(self, text: str, now: datetime) -> None:
        """Add a text with the time; where the disk refuses, nothing happens."""
        path = self._folder / _NAME
        data = f"{now.isoformat(timespec='seconds')}\n{text}\n\n".encode(errors="replace")
        with contextlib.suppress(FileProblemsError, OSError):
            disk.make_own_folder(self._folder)
            if path.exists() and path.stat().st_size + len(data) > SIZE_LIMIT:
                path.replace(self._folder / _OLD_NAME)
            with path.open("ab") as file:
                file.write(data[:SIZE_LIMIT])


def _place(file: str) -> str:
    """Return a file of the program by its path inside it; of others only the name."""
    path = Path(file)
    if path.is_relative_to(_TOP):
        inside = path.relative_to(_TOP)
        if inside.parts[0] == "selfassess":
            return inside.as_posix()
    return path.name
