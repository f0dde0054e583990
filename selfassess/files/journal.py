"""Keeps unsaved work, and earlier versions of files, in the user's own folder."""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from selfassess.core.assessment import Assessment
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.core.value import Value
from selfassess.files import atomic, disk
from selfassess.files.assessment_file import (
    ENDING,
    SIZE_LIMIT,
    Opened,
    from_bytes,
    to_bytes,
    write_bytes,
)
from selfassess.files.moments import Moment, is_usual
from selfassess.files.spoofing import straight

KEPT_VERSIONS = 20

_ENDING = ".selfassess-journal"
_HEAD_LIMIT = 100_000
_STAMP = "%Y%m%dT%H%M%S%f"


class Origin(NamedTuple):
    """The file that work belongs to, and the digests of all that it may hold by our doing."""

    file: Path
    digests: tuple[str, ...] = ()


class Recovered(NamedTuple):
    """Work that was found in the journal.

    Attributes:
        key: Names it, to forget it or to go on keeping it.
        name: The partnership's name; the key where the head can't be read.
        file: The file that it belongs to; None where it had none yet.
        when: When it was kept.
        opened: The work itself; None where it is damaged.
        problems: What is wrong with it.
        digests: What the file held, as far as we have read or written it.
    """

    key: str
    name: str
    file: Path | None
    when: datetime
    opened: Opened | None
    problems: tuple[Problem, ...] = ()
    digests: tuple[str, ...] = ()


class Journal:
    """The work under way, each piece under a key, in a folder that is handed in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "journal"

    def keep(
        self,
        key: str,
        assessment: Assessment,
        questionnaires: Iterable[Questionnaire],
        modules: Iterable[Module],
        origin: Origin | None,
        when: datetime,
    ) -> None:
        """Put the whole value on the disk, in place of what was kept under this key.

        Args:
            key: Letters, digits and hyphens, one for each open document.
            assessment: The value.
            questionnaires: Those that its rounds use.
            modules: Those that its rounds use.
            origin: The file it belongs to, if it has one.
            when: Now, with a time zone.

        Raises:
            FileProblemsError: the disk refused; what was kept before is still there.
        """
        head = _Head(
            name=assessment.partnership.name.encode(errors="replace").decode(),
            file=None if origin is None else os.fsencode(origin.file).decode(errors="replace"),
            digests=origin.digests if origin else (),
            when=when,
        )
        work = to_bytes(assessment, questionnaires, modules)
        disk.make_own_folder(self._folder)
        atomic.write(self._path(key), head.model_dump_json().encode() + b"\n" + work)

    def forget(self, key: str) -> None:
        """Drop what was kept under a key, if anything.

        Raises:
            FileProblemsError: the disk refused.
        """
        atomic.remove(self._path(key))

    def found(self) -> tuple[Recovered, ...]:
        """Return all work that is kept, the newest first; what is damaged says so."""
        found = (_recovered(path) for path in disk.listed(self._folder, f"*{_ENDING}"))
        return tuple(sorted(found, key=lambda one: (one.when, one.key), reverse=True))

    def tidy(self) -> None:
        """Remove what a program that was killed left half-written; to be done at the start."""
        atomic.remove_leftovers(self._folder)

    def locks_alone(self) -> tuple[str, ...]:
        """Return the keys that have a lock here and no work."""
        keys = (path.name.removesuffix(".lock") for path in disk.listed(self._folder, "*.lock"))
        return tuple(key for key in keys if not disk.is_there(self._path(key)))

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}{_ENDING}"


class _Head(Value, drops_unknown=True):
    """The first line of a journal file."""

    name: str
    file: str | None
    digests: tuple[str, ...] = ()
    when: Moment


def _recovered(path: Path) -> Recovered:
    key = path.name.removesuffix(_ENDING)
    try:
        line, _end, rest = disk.read(path, SIZE_LIMIT + _HEAD_LIMIT).partition(b"\n")
        head = _Head.model_validate_json(line)
        name = straight(head.name)
    except FileProblemsError as error:
        return Recovered(key, key, None, _written(path), None, error.problems)
    except ValueError:
        damaged = Problem("journal.damaged", str(path))
        return Recovered(key, key, None, _written(path), None, (damaged,))
    file = None if head.file is None else Path(head.file)
    try:
        opened = from_bytes(rest, str(path))
    except FileProblemsError as error:
        return Recovered(key, name, file, head.when, None, error.problems, head.digests)
    return Recovered(key, name, file, head.when, opened, digests=head.digests)


def _written(path: Path) -> datetime:
    """When the disk says that a file was written; long ago where it does not say."""
    with contextlib.suppress(OSError):
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return datetime.fromtimestamp(0, UTC)


class EarlierVersion(NamedTuple):
    """A file as it once was: where that is kept, and since when."""

    path: Path
    when: datetime


def keep_earlier_version(folder: Path, path: Path, data: bytes, when: datetime) -> None:
    """Keep the bytes of a file as an earlier version of it, and the last twenty of them.

    Nothing is kept when the last one kept is the same.

    Args:
        folder: The user's folder.
        path: The file.
        data: What it held.
        when: When it held that, with a time zone.

    Raises:
        FileProblemsError: the disk refused.
    """
    kept = earlier_versions(folder, path)
    if kept and _is_same(kept[0].path, data):
        return
    place = _versions_of(folder, path)
    disk.make_own_folder(place)
    atomic.write(_free(place, when.astimezone(UTC)), data)
    for old in earlier_versions(folder, path)[KEPT_VERSIONS:]:
        with contextlib.suppress(OSError):
            old.path.unlink()


def bring_back(folder: Path, path: Path, version: Path, when: datetime) -> None:
    """Put an earlier version in the place of its file, which is kept as one itself.

    Args:
        folder: The user's folder.
        path: The file.
        version: Where the earlier version is kept.
        when: Now, with a time zone.

    Raises:
        FileProblemsError: the disk refused; the file is as it was.
    """
    data = disk.read(version, SIZE_LIMIT)
    if disk.exists(path):
        keep_earlier_version(folder, path, disk.read(path, SIZE_LIMIT), when)
    write_bytes(path, data)


def earlier_versions(folder: Path, path: Path) -> tuple[EarlierVersion, ...]:
    """Return the versions of a file that are kept in the user's folder, the newest first."""
    found = []
    for kept in disk.listed(_versions_of(folder, path), f"*{ENDING}"):
        with contextlib.suppress(ValueError):
            when = datetime.strptime(kept.name.removesuffix(ENDING), f"{_STAMP}%z")
            if is_usual(when):
                found.append(EarlierVersion(kept, when))
    return tuple(sorted(found, key=lambda one: one.when, reverse=True))


def _versions_of(folder: Path, path: Path) -> Path:
    return folder / "versions" / hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:20]


def _free(place: Path, when: datetime) -> Path:
    """Return a name for a version of that moment, or of the next one that has none yet."""
    path = place / f"{when:{_STAMP}}Z{ENDING}"
    return _free(place, when + timedelta(microseconds=1)) if disk.exists(path) else path


def _is_same(kept: Path, data: bytes) -> bool:
    try:
        return disk.read(kept, SIZE_LIMIT) == data
    except FileProblemsError:
        return False
