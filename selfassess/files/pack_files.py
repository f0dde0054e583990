"""Reads the bytes of content packs from the disk, within limits that no honest pack comes near."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk
from selfassess.files.zip_reader import members
from selfassess.loading import load

NAME = "content"
"""The folder for packs, inside the one for the user's data."""

ABOUT = "pack.yaml"
FILE_LIMIT = 100
SIZE_LIMIT = 20_000_000

_MEGABYTE = 1_000_000
_ENDINGS = (".yaml", ".yml")
_ZIP = ".zip"


class Packed(NamedTuple):
    """A pack as it lies on the disk: where, and the bytes of its YAML files by path."""

    place: str
    files: Mapping[str, bytes]


def packed(folder: Path) -> tuple[Packed, ...]:
    """Read the bytes of all packs in a folder, by name; none where there is no folder.

    Raises:
        FileProblemsError: carries a problem for each pack that can't be read.
    """
    found, problems = readable(folder)
    if problems:
        raise FileProblemsError(*problems)
    return found


def readable(folder: Path) -> tuple[tuple[Packed, ...], tuple[Problem, ...]]:
    """Read the bytes of those packs in a folder that can be read, and say what ails the others."""
    try:
        places = entries(folder)
    except FileProblemsError as error:
        return (), error.problems
    found: list[Packed] = []
    problems: list[Problem] = []
    for path in places:
        try:
            found.append(packed_at(path))
        except FileProblemsError as error:
            problems += error.problems
    return tuple(found), tuple(problems)


def without(found: Sequence[Packed], problems: Sequence[Problem]) -> tuple[Packed, ...]:
    """Return the packs in which there is no problem; none where the problems name no pack."""
    files = [problem.file for problem in problems]
    good = tuple(pack for pack in found if not any(_is_of(pack, file) for file in files))
    return good if len(good) < len(found) else ()


def _is_of(pack: Packed, file: str) -> bool:
    return file == pack.place or file.startswith(f"{pack.place}/")


def packed_at(path: Path) -> Packed:
    """Read the bytes of one pack, a folder or a zip.

    Raises:
        FileProblemsError: it can't be read, or is neither.
    """
    if disk.is_folder(path):
        return _in_folder(path)
    if path.suffix.casefold() == _ZIP:
        return _in_zip(path)
    raise FileProblemsError(Problem("pack.no-about", str(path)))


def digest_of(found: Iterable[Packed]) -> str:
    """Name the bytes of packs; nothing where there are none."""
    sha = hashlib.sha256()
    some = False
    for one in found:
        some = True
        for path, data in sorted(one.files.items()):
            sha.update(f"{one.place}/{path}".encode(errors="replace"))
            sha.update(hashlib.sha256(data).digest())
    return sha.hexdigest() if some else ""


def _yaml_limit() -> int:
    limit: int = load("selfassess.files.yaml_reader").SIZE_LIMIT
    return limit


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder and is meant as a pack, well or badly, by name.

    Raises:
        FileProblemsError: the folder can't be read.
    """
    if not disk.is_folder(folder):
        return []
    try:
        return sorted(path for path in folder.iterdir() if _may_be_pack(path))
    except OSError as error:
        raise FileProblemsError(disk.problem_of(error, folder)) from error


def _may_be_pack(path: Path) -> bool:
    """Say whether an entry is meant as a pack, well or badly; what a system leaves lying is not."""
    meant = disk.is_folder(path) or path.suffix.casefold() in (_ZIP, *_ENDINGS)
    return meant and not path.name.startswith(".")


def _in_folder(folder: Path) -> Packed:
    found = sorted(
        path
        for pattern in ("*", "*/*")
        for path in folder.glob(pattern)
        if path.suffix.casefold() in _ENDINGS
    )
    _refuse_many(len(found), 0, str(folder))
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in found:
        try:
            files[path.relative_to(folder).as_posix()] = disk.read(path, _yaml_limit())
        except FileProblemsError as error:
            problems += error.problems
        _refuse_many(len(files), sum(map(len, files.values())), str(folder))
    if problems:
        raise FileProblemsError(*problems)
    return Packed(str(folder), files)


def _in_zip(path: Path) -> Packed:
    name = str(path)
    inside = {
        PurePosixPath(member): data
        for member, data in members(disk.read(path, SIZE_LIMIT), name).items()
        if PurePosixPath(member).suffix.casefold() in _ENDINGS
    }
    tops = {member.parts[0] for member in inside if not _is_hidden(member)}
    if PurePosixPath(ABOUT) not in inside and len(tops) == 1:
        inside = {
            PurePosixPath(*member.parts[1:]): data
            for member, data in inside.items()
            if member.parts[0] in tops and len(member.parts) > 1
        }
    files = {str(member): data for member, data in inside.items() if not _is_hidden(member)}
    _refuse_many(len(files), sum(map(len, files.values())), name)
    large = [member for member, data in files.items() if len(data) > _yaml_limit()]
    if large:
        facts = {"limit": str(_yaml_limit() // _MEGABYTE)}
        raise FileProblemsError(
            *(Problem("file.too-large", f"{name}/{member}", facts=facts) for member in large)
        )
    return Packed(name, files)


def _is_hidden(member: PurePosixPath) -> bool:
    """Say whether a member is none of the writer's, but left by the system that made the zip."""
    return any(part.startswith((".", "__MACOSX")) for part in member.parts)


def _refuse_many(count: int, size: int, name: str) -> None:
    if count > FILE_LIMIT or size > SIZE_LIMIT:
        facts = {"files": str(FILE_LIMIT), "limit": str(SIZE_LIMIT // _MEGABYTE)}
        raise FileProblemsError(Problem("pack.too-much", name, facts=facts))
