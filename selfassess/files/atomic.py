"""Replaces a file whole or not at all."""

import contextlib
import errno
import glob
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk

_ENDING = ".tmp"
_NAME_KEPT = 20
"""So many letters of a file's name stand in that of the temporary one, which must not be longer."""

_LEFT_AFTER = 3600
_FOR_ALL = 0o666
_FOR_WRITING = 0o222
_PAUSES = (0.05, 0.2, 0.5) if os.name == "nt" else ()
"""Seconds between tries: on Windows a virus scanner may hold the file for a moment."""


def write(path: Path, data: bytes, check: Callable[[], object] | None = None) -> None:
    """Put `data` in the place of a file, on the disk for good when this returns.

    Whatever goes wrong, the file holds either all that it held before or all of `data`.

    Args:
        path: The file.
        data: What it shall hold.
        check: Is called at the last moment, and raises where the file must not be replaced.

    Raises:
        FileProblemsError: the disk refused; the file is as it was and nothing is left beside it.
    """
    try:
        target = _followed(path)
        temporary = target.with_name(f"{_beginning(target.name)}{os.urandom(4).hex()}{_ENDING}")
        try:
            mode = _mode_of(target)
            _write_new(temporary, data, mode)
            _make_sure(temporary, data, path)
            _set_mode(temporary, mode)
            if check is not None:
                check()
            _replace(temporary, target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        problem = disk.problem_of(error, path)
        if problem.code == "file.missing":
            problem = Problem("file.no-folder", str(path))
        raise FileProblemsError(problem) from error
    _flush_folder(target.parent)


def remove(path: Path) -> None:
    """Remove a file for good, if it is there.

    Raises:
        FileProblemsError: the disk refused.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileProblemsError(disk.problem_of(error, path)) from error
    _flush_folder(path.parent)


def remove_leftovers(folder: Path, name: str = "") -> None:
    """Remove what a program that was killed while it wrote left half-written in a folder.

    What is younger than an hour may be the work of a program that is writing at this moment.

    Args:
        folder: The folder.
        name: The file that was written; whatever file it was where none is named.
    """
    beginning = glob.escape(_beginning(name)) if name else ".*."
    for left in disk.listed(folder, f"{beginning}{'[0-9a-f]' * 8}{_ENDING}"):
        with contextlib.suppress(OSError):
            if datetime.now(UTC).timestamp() - left.lstat().st_mtime > _LEFT_AFTER:
                left.unlink()


def _followed(path: Path) -> Path:
    """Return the file behind a link, so that the link stays one."""
    try:
        return path.resolve() if path.is_symlink() else path
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _beginning(name: str) -> str:
    return f".{name[:_NAME_KEPT]}."


def _write_new(temporary: Path, data: bytes, mode: int | None) -> None:
    """Write a new file that nobody can read who could not read the old one."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, _FOR_ALL if mode is None else mode)

    with open(temporary, "xb", opener=opener) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_sure(temporary: Path, data: bytes, path: Path) -> None:
    """Refuse to go on where the disk gives back something else than was written."""
    if temporary.read_bytes() != data:
        raise FileProblemsError(Problem("file.not-whole", str(path)))


def _mode_of(target: Path) -> int | None:
    """Say who may read and write a file; None where there is none yet.

    Raises:
        PermissionError: nobody may write it, as somebody has decided.
    """
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None
    if not mode & _FOR_WRITING:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return mode


def _set_mode(temporary: Path, mode: int | None) -> None:
    """Let those who could read and write the file before do so still."""
    if mode is not None:
        with contextlib.suppress(OSError):
            temporary.chmod(mode)


def _replace(temporary: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            temporary.replace(target)
        except PermissionError:
            Event().wait(pause)
        else:
            return
    temporary.replace(target)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
