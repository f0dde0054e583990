"""The content index: all content in one file, so that starting reads no YAML.

The build makes it beside the sources; from a checkout it is made when first needed, in the user's
cache folder. It names the bytes of its sources, content packs among them, and is made anew when
they differ. Each part of the content is a line of JSON, read when it is first asked for: the first
question needs no case study.
"""

import contextlib
import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_type_hints
from zlib import crc32

from selfassess import __version__, paths
from selfassess.core.content import PARTS, Content
from selfassess.core.fitting import Misfit, reader_for
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, disk, pack_files
from selfassess.files.json_reader import read_json
from selfassess.files.pack_files import Packed
from selfassess.files.policy_file import read_policy
from selfassess.loading import load

NAME = "content-index.jsonl"
NAME_WITH_PACKS = "content-index-with-packs.jsonl"

_SIZE_LIMIT = 100_000_000


def content(extra_libraries: tuple[Path, ...] = (), *, with_packs: bool = True) -> Content:
    """Return all content, the extra libraries of case studies after the built-in ones.

    Args:
        extra_libraries: Libraries of case studies.
        with_packs: Also with the content packs of the organisation and of the user.

    Raises:
        FileProblemsError: carries everything that is wrong with the files.
    """
    found = packs_found() if with_packs else ()
    if extra_libraries:
        made = load_content(extra_libraries)
        return _with_libraries(made, found) if found else made
    return _content_of(found)


def _content_of(found: tuple[Packed, ...]) -> Content:
    """Return the content with these packs, from an index where there is one."""
    sources = digest(paths.QUESTIONNAIRES, paths.RESOURCES) + pack_files.digest_of(found)
    name = NAME_WITH_PACKS if found else NAME
    for folder in (paths.RESOURCES, paths.cache_folder()):
        indexed = _read(folder / name, sources, found)
        if indexed is not None:
            return indexed
    made = _from_sources(found)
    with contextlib.suppress(FileProblemsError, OSError):  # a cache that can't be kept is no harm
        paths.cache_folder().mkdir(parents=True, exist_ok=True)
        write(paths.cache_folder() / name, made, sources)
    return made


def packs_found() -> tuple[Packed, ...]:
    """Return the content packs that are in use: the organisation's, then the user's own.

    Raises:
        FileProblemsError: carries a problem for each pack that can't be read.
    """
    return tuple(pack for folder in pack_folders() for pack in pack_files.packed(folder))


def pack_folders() -> tuple[Path, ...]:
    """Return where content packs are looked for: the organisation's folder, and the user's own."""
    policy, _unused = read_policy(paths.policy_folder())
    own = paths.data_folder() / pack_files.NAME
    return (own,) if policy.pack_folder is None else (policy.pack_folder, own)


def usable_content() -> tuple[Content, tuple[Problem, ...]]:
    """Return all content but that of packs that have problems, and the problems.

    Raises:
        FileProblemsError: the built-in content itself can't be used.
    """
    looked_at = [pack_files.readable(folder) for folder in pack_folders()]
    found = tuple(pack for packs, _problems in looked_at for pack in packs)
    problems = tuple(problem for _packs, some in looked_at for problem in some)
    while found:
        try:
            return _content_of(found), problems
        except FileProblemsError as error:
            problems += error.problems
            found = pack_files.without(found, error.problems)
    return _content_of(()), problems


def load_content(extra_libraries: tuple[Path, ...] = ()) -> Content:
    """Read all content from its sources; raises like `content`."""
    made: Content = load("selfassess.files.content_files").load_content(
        extra_libraries=extra_libraries
    )
    return made


def _from_sources(found: tuple[Packed, ...]) -> Content:
    """Make the content without an index of it."""
    return _merged(content(with_packs=False), found) if found else load_content()


def _with_libraries(made: Content, found: tuple[Packed, ...]) -> Content:
    """Bring packs in without letting one stand in place of a library that the user named."""
    count = len(made.cases) - made.added_cases
    built_in = dataclasses.replace(made, cases=made.cases[:count], added_cases=0)
    return _merged(built_in, found, *made.cases[count:])


def _merged(made: Content, found: tuple[Packed, ...], *cases: Any) -> Content:
    packs = load("selfassess.files.content_pack").opened(found)
    together: Content = load("selfassess.files.pack_content").merged(made, packs, cases)
    return together


def write(path: Path, made: Content, sources: str) -> None:
    """Write the index of some content.

    Raises:
        FileProblemsError: it could not be written.
    """
    adapter = load("pydantic").TypeAdapter
    kinds = get_type_hints(Content)
    lines = [
        adapter(kinds[name]).dump_json(getattr(made, name), exclude_defaults=True) for name in PARTS
    ]
    atomic.write(path, b"\n".join((_head(sources, lines), *lines)))


def digest(questionnaires: Path, resources: Path) -> str:
    """Name the bytes of all content files together with the program's version.

    By check sums, which every start works out anew: they tell a changed file as well as a hash
    does, in a fraction of its time, and there is nobody to be kept from forging one.
    """
    folders = (
        questionnaires,
        questionnaires / "modules",
        resources / "cases",
        resources / "guidance",
    )
    files = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    return ",".join((__version__, *(f"{path.name}:{_sum((path.read_bytes(),))}" for path in files)))


def _sum(parts: Iterable[bytes]) -> str:
    """Return the length and the check sum of some bytes."""
    length = checked = 0
    for part in parts:
        length += len(part)
        checked = crc32(part, checked)
    return f"{length:x}.{checked:08x}"


def _head(sources: str, lines: list[bytes]) -> bytes:
    """Name what an index was made of, and what it holds."""
    return f"{sources} {_sum(lines)}".encode()


def _read(path: Path, sources: str, found: tuple[Packed, ...]) -> Content | None:
    """Return the content of an index, if it is whole and of these sources."""
    try:
        head, *lines = disk.read(path, _SIZE_LIMIT).split(b"\n")
    except FileProblemsError:
        return None
    if len(lines) != len(PARTS) or head != _head(sources, lines):
        return None
    return Content.read_by(_Lines(dict(zip(PARTS, lines, strict=True)), found))


class _Lines:
    """Reads the parts of an index; where one is of another kind, from the sources."""

    def __init__(self, lines: dict[str, bytes], found: tuple[Packed, ...]) -> None:
        self._lines = lines
        self._found = found
        self._kinds = get_type_hints(Content)

    def __call__(self, name: str) -> Any:
        try:
            return reader_for(self._kinds[name])(read_json(self._lines[name]))
        except (Misfit, ValueError):
            return getattr(_from_sources(self._found), name)
