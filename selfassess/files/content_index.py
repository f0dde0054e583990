"""The content index: all content as one JSON file, so that starting reads no YAML.

The build makes it beside the sources; from a checkout it is made when first needed, in the user's
cache folder. It names the bytes of its sources, content packs among them, and is made anew when
they differ.
"""

import contextlib
import dataclasses
import hashlib
from pathlib import Path

from pydantic import ValidationError

from selfassess import __version__, paths
from selfassess.core.barriers import Barrier, Catalogue
from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.prompts import NO_PROMPTS, PromptBook
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.core.value import Value
from selfassess.files import atomic, content_pack, pack_files
from selfassess.files.content_files import load_content
from selfassess.files.content_pack import Pack
from selfassess.files.pack_content import merged

NAME = "content-index.json"
NAME_WITH_PACKS = "content-index-with-packs.json"


class _Index(Value):
    """What the index file holds."""

    sources: str
    questionnaire: Questionnaire
    modules: tuple[Module, ...]
    catalogue: Catalogue
    module_barriers: dict[str, tuple[Barrier, ...]]
    cases: tuple[CaseStudy, ...]
    guidance: Guidance
    packs: tuple[str, ...] = ()
    added_cases: int = 0
    prompts: PromptBook = NO_PROMPTS


def content(extra_libraries: tuple[Path, ...] = (), *, with_packs: bool = True) -> Content:
    """Return all content, the extra libraries of case studies after the built-in ones.

    Args:
        extra_libraries: Libraries of case studies.
        with_packs: Also with the content packs in the user's folder.

    Raises:
        FileProblemsError: carries everything that is wrong with the files.
    """
    found = pack_files.packed(paths.data_folder() / content_pack.NAME) if with_packs else ()
    if extra_libraries:
        made = load_content(extra_libraries=extra_libraries)
        return _with_libraries(made, content_pack.opened(found)) if found else made
    sources = digest(paths.QUESTIONNAIRES, paths.RESOURCES) + pack_files.digest_of(found)
    name = NAME_WITH_PACKS if found else NAME
    for folder in (paths.RESOURCES, paths.cache_folder()):
        indexed = _read(folder / name, sources)
        if indexed is not None:
            return indexed
    if found:
        made = merged(content(with_packs=False), content_pack.opened(found))
    else:
        made = load_content()
    with contextlib.suppress(FileProblemsError, OSError):  # a cache that can't be kept is no harm
        paths.cache_folder().mkdir(parents=True, exist_ok=True)
        write(paths.cache_folder() / name, made, sources)
    return made


def content_or_built_in() -> tuple[Content, tuple[Problem, ...]]:
    """Return all content; where packs have problems the built-in content alone, and the problems.

    Raises:
        FileProblemsError: the built-in content itself can't be used.
    """
    try:
        return content(), ()
    except FileProblemsError as error:
        return content(with_packs=False), error.problems


def _with_libraries(made: Content, packs: tuple[Pack, ...]) -> Content:
    """Bring packs in without letting one stand in place of a library that the user named."""
    count = len(made.cases) - made.added_cases
    built_in = dataclasses.replace(made, cases=made.cases[:count], added_cases=0)
    return merged(built_in, packs, made.cases[count:])


def write(path: Path, made: Content, sources: str) -> None:
    """Write the index of some content.

    Raises:
        FileProblemsError: it could not be written.
    """
    index = _Index(
        sources=sources,
        questionnaire=made.questionnaire,
        modules=made.modules,
        catalogue=made.catalogue,
        module_barriers=made.module_barriers,
        cases=made.cases,
        guidance=made.guidance,
        packs=made.packs,
        added_cases=made.added_cases,
        prompts=made.prompts,
    )
    atomic.write(path, index.model_dump_json(exclude_defaults=True).encode())


def digest(questionnaires: Path, resources: Path) -> str:
    """Name the bytes of all content files together with the program's version."""
    sha = hashlib.sha256(__version__.encode())
    folders = (
        questionnaires,
        questionnaires / "modules",
        resources / "cases",
        resources / "guidance",
    )
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            sha.update(path.name.encode())
            sha.update(hashlib.sha256(path.read_bytes()).digest())
    return sha.hexdigest()


def _read(path: Path, sources: str) -> Content | None:
    try:
        data = path.read_bytes()
        if sources.encode() not in data[: len(sources) + 20]:
            return None
        index = _Index.model_validate_json(data)
    except (OSError, ValidationError):
        return None
    return Content(
        questionnaire=index.questionnaire,
        modules=index.modules,
        catalogue=index.catalogue,
        module_barriers=index.module_barriers,
        cases=index.cases,
        guidance=index.guidance,
        packs=index.packs,
        added_cases=index.added_cases,
        prompts=index.prompts,
    )
