"""All that the program keeps on this computer beside the user's own files, and its removal."""

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import case_drafts, disk, pack_files

_FOLDERS = ("journal", "versions", "log", case_drafts.NAME, pack_files.NAME)
_FILES = ("settings.json", "settings-set-aside.json", ".*.tmp")


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept.

    Attributes:
        unsaved: Pieces of work that were never saved.
        versions: Earlier versions of files.
        packs: Content packs.
    """

    unsaved: int
    versions: int
    packs: int


def kept_in(folder: Path) -> Kept:
    """Count what is kept in the user's folder."""
    packs = disk.listed(folder / pack_files.NAME, "*")
    return Kept(
        unsaved=len(disk.listed(folder / "journal", "*.selfassess-journal")),
        versions=len(disk.listed(folder / "versions", "*/*.selfassess")),
        packs=sum(not path.name.startswith(".") for path in packs),
    )


def remove_all(folder: Path, cache: Path) -> None:
    """Remove all that the program keeps; what others have put there stays.

    Args:
        folder: The user's folder.
        cache: The folder for what can be made again.

    Raises:
        FileProblemsError: the disk refused; carries a problem for each thing that is still there.
    """
    files = tuple(path for pattern in _FILES for path in disk.listed(folder, pattern))
    problems: list[Problem] = []
    for path in (*(folder / name for name in _FOLDERS), *files, cache):
        try:
            _remove(path)
        except OSError as error:
            problems.append(disk.problem_of(error, path))
    if problems:
        raise FileProblemsError(*problems)
    if not disk.listed(folder, "*"):
        with contextlib.suppress(OSError):
            folder.rmdir()


def _remove(path: Path) -> None:
    if disk.is_folder(path) and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
