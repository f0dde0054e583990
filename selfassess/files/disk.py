"""What a disk says no to, and reading a file within a limit."""

import errno
import os
import stat
from pathlib import Path

from selfassess.core.problem import FileProblemsError, Problem

_CODES = {
    errno.ENOENT: "file.missing",
    errno.EISDIR: "file.is-folder",
    errno.ENOTDIR: "file.missing",
    errno.EEXIST: "file.is-there-already",
    errno.EACCES: "file.not-allowed",
    errno.EPERM: "file.not-allowed",
    errno.EROFS: "file.read-only",
    errno.ENOSPC: "file.disk-full",
    errno.EDQUOT: "file.disk-full",
    errno.ENAMETOOLONG: "file.name-too-long",
}
_OWN = 0o700
_FOR_WRITING = 0o222
_IN_USE = (32, 33)  # Windows: another program holds the file, or a part of it


def problem_of(error: OSError, path: Path) -> Problem:
    """Say as a problem what the disk refused; an unknown refusal carries the system's own words."""
    if getattr(error, "winerror", None) in _IN_USE:
        return Problem("file.in-use", str(path))
    code = _CODES.get(error.errno or 0, "file.unreachable")
    facts = {"reason": error.strerror or str(error)} if code == "file.unreachable" else {}
    return Problem(code, str(path), facts=facts)


def read(path: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes.

    Raises:
        FileProblemsError: it can't be read, or is larger.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileProblemsError(Problem("file.is-folder", str(path)))
        if not stat.S_ISREG(mode):  # a pipe would never end
            raise FileProblemsError(Problem("file.no-file", str(path)))
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise FileProblemsError(problem_of(error, path)) from error
    except ValueError as error:  # a name that no file can have
        raise FileProblemsError(Problem("file.missing", str(path))) from error
    if len(data) > limit:
        facts = {"limit": str(limit // 1_000_000)}
        raise FileProblemsError(Problem("file.too-large", str(path), facts=facts))
    return data


def listed(folder: Path, pattern: str) -> tuple[Path, ...]:
    """Return what lies in a folder and fits a pattern, by name; nothing where the disk refuses."""
    try:
        return tuple(sorted(folder.glob(pattern)))
    except OSError:
        return ()


def exists(path: Path) -> bool:
    """Say whether something is at a path.

    Raises:
        FileProblemsError: the disk does not tell.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise FileProblemsError(problem_of(error, path)) from error
    except ValueError:  # a name that no file can have
        return False
    return True


def is_there(path: Path) -> bool:
    """Say whether something is at a path; where the disk does not tell, there is nothing."""
    try:
        return exists(path)
    except FileProblemsError:
        return False


def is_same(one: Path, other: Path) -> bool:
    """Say whether two paths lead to the same file, as far as the disk tells."""
    try:
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError, ValueError):
        return one == other


def is_folder(path: Path) -> bool:
    """Say whether a folder is at a path; where the disk does not tell, there is none."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_writable(path: Path) -> bool:
    """Say whether a file that is there may be replaced, as far as the system tells beforehand."""
    try:
        open_to_some = path.stat().st_mode & _FOR_WRITING
    except OSError:
        return False
    return bool(open_to_some) and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        FileProblemsError: the disk refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblemsError(problem_of(error, folder)) from error


def make_own_folder(folder: Path) -> None:
    """Make a folder that only this user can look into, and those above it, unless it is there.

    Raises:
        FileProblemsError: the disk refused.
    """
    for place in (*reversed(folder.parents), folder):
        try:
            place.mkdir(mode=_OWN, exist_ok=True)
        except OSError as error:
            raise FileProblemsError(problem_of(error, folder)) from error


def text_of(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, without its mark.

    Raises:
        FileProblemsError: it is in another encoding, or no text at all.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8-sig", "replace")) + 1
        raise FileProblemsError(Problem("file.not-utf8", name, line, column)) from error
