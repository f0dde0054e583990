"""Content packs: content of others, in the user's own folder, beside or instead of the built-in.

A pack is a folder, or a zip of one, with a `pack.yaml` that says what it is, and with files of
content that are named as those of the program are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import Id
from selfassess.core.text import Text
from selfassess.core.value import Value
from selfassess.files import yaml_reader
from selfassess.files.pack_files import ABOUT, Packed, packed, without
from selfassess.files.validation import validate
from selfassess.files.yaml_reader import Document

_SINGLE = ("barriers.yaml", "sharing-readiness.yaml")
_MANY = ("cases", "guidance", "modules")


class About(Value):
    """What a pack says of itself."""

    id: Id
    version: str
    title: Text
    kind: Literal["beside", "instead"]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that says what it is.

    Attributes:
        about: What it says of itself.
        document: Its `pack.yaml`, so that problems have a place.
        place: Where it lies.
        files: The bytes of its content files by their path inside.
    """

    about: About
    document: Document
    place: str
    files: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """Its id and version, as reports name it."""
        return f"{self.about.id} {self.about.version}"

    @property
    def is_instead(self) -> bool:
        """What it holds stands in place of the built-in content of the same part."""
        return self.about.kind == "instead"

    @property
    def parts(self) -> frozenset[str]:
        """Which parts of the content it holds: cases, guidance, modules and so on."""
        return frozenset(part_of(path) for path in self.files)


def part_of(path: str) -> str:
    """Return the part of the content to which a file of a pack belongs, such as `cases`."""
    return PurePosixPath(path).parts[0].removesuffix(".yaml")


def packs(folder: Path) -> tuple[Pack, ...]:
    """Read the packs in a folder, those that stand instead of something first.

    Raises:
        FileProblemsError: carries everything that keeps a pack from being used.
    """
    return opened(packed(folder))


def opened(found: Iterable[Packed]) -> tuple[Pack, ...]:
    """Make packs of what was read; raises like `packs`."""
    made: list[Pack] = []
    problems: list[Problem] = []
    for one in found:
        try:
            pack = _opened(one)
        except FileProblemsError as error:
            problems += error.problems
            continue
        problems += _problems_of(pack, made)
        made.append(pack)
    if problems:
        raise FileProblemsError(*problems)
    return tuple(sorted(made, key=lambda pack: not pack.is_instead))


def usable(found: Sequence[Packed]) -> tuple[Pack, ...]:
    """Make packs of what was read, without those that have problems, alone or together."""
    left = tuple(found)
    while left:
        try:
            return opened(left)
        except FileProblemsError as error:
            left = without(left, error.problems)
    return ()


def _opened(one: Packed) -> Pack:
    if ABOUT not in one.files:
        raise FileProblemsError(Problem("pack.no-about", one.place))
    document = yaml_reader.parse(one.files[ABOUT], f"{one.place}/{ABOUT}")
    about = validate(About, document)
    content = {path: data for path, data in sorted(one.files.items()) if path != ABOUT}
    return Pack(about, document, one.place, content)


def _problems_of(pack: Pack, before: list[Pack]) -> list[Problem]:
    """Find what keeps a pack from being used, also together with those before it."""
    problems = [
        Problem("pack.stray", f"{pack.place}/{path}", facts={"said": path})
        for path in pack.files
        if not _is_content(path)
    ]
    if not pack.files:
        problems.append(pack.document.problem("pack.empty", ()))
    if "sharing-readiness" in pack.parts and not pack.is_instead:
        problems.append(pack.document.problem("pack.main-beside", ("kind",)))
    for other in before:
        if other.about.id == pack.about.id:
            facts = {"said": pack.about.id, "other": other.place}
            problems.append(pack.document.problem("pack.repeated", ("id",), **facts))
        if pack.is_instead and other.is_instead and pack.parts & other.parts:
            facts = {"other": other.place}
            problems.append(pack.document.problem("pack.two-instead", ("kind",), **facts))
    return problems


def _is_content(path: str) -> bool:
    match PurePosixPath(path).parts:
        case (name,):
            return name in _SINGLE
        case (folder, name):
            return folder in _MANY and name.endswith(".yaml")
    return False
