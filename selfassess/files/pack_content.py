"""Brings the content of packs together with the built-in content."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from selfassess.core.barriers import Catalogue
from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.core.guidance import Guidance
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import yaml_reader
from selfassess.files.content_pack import Pack, part_of
from selfassess.files.kinds import Kind
from selfassess.files.known import Known
from selfassess.files.reference_check import problems_of_references
from selfassess.files.shelf import Entry, Shelf
from selfassess.files.sign_check import problems_of_signs
from selfassess.files.text_check import problems_of_texts

_EFFORT_LIMIT = 4 * yaml_reader.EFFORT_LIMIT
"""How much may be read of one pack: several times the built-in content."""

_KINDS = {
    "cases": Kind.CASES,
    "guidance": Kind.GUIDANCE,
    "modules": Kind.MODULE,
    "barriers": Kind.CATALOGUE,
    "sharing-readiness": Kind.QUESTIONNAIRE,
}
"""The kind of file in each part of a pack."""


def merged(
    content: Content, packs: Sequence[Pack], libraries: tuple[CaseStudy, ...] = ()
) -> Content:
    """Return the content with that of packs: after it, or in place of the same part of it.

    Args:
        content: The built-in content.
        packs: The packs, those that stand instead of something first.
        libraries: Case studies that stay, whatever a pack stands in place of; they come last.

    Raises:
        FileProblemsError: carries everything that is wrong with the packs.
    """
    return _merged(content, packs, libraries)[0]


def problems_in(content: Content, packs: Sequence[Pack]) -> tuple[Problem, ...]:
    """Find everything that is wrong with packs, also ids that name nothing and hard texts."""
    try:
        together, shelf = _merged(content, packs, ())
    except FileProblemsError as error:
        return error.problems
    known = _known(together)
    return (
        *problems_of_references(shelf, known),
        *problems_of_signs(shelf, known),
        *problems_of_texts(shelf),
    )


def _merged(
    content: Content, packs: Sequence[Pack], libraries: tuple[CaseStudy, ...]
) -> tuple[Content, Shelf]:
    shelf = _shelf(packs)
    replaced = {part for pack in packs if pack.is_instead for part in pack.parts}
    base = _without(content, replaced)
    problems = (
        *shelf.problems,
        *shelf.repeated(),
        *_taken(shelf, base, replaced, libraries),
        *_same_versions(shelf, content, replaced),
    )
    if problems:
        raise FileProblemsError(*problems)
    catalogues = [catalogue for _document, catalogue in shelf.catalogues]
    guidance = [file for _document, file in shelf.guidance]
    head = catalogues[0] if "barriers" in replaced else base.catalogue
    cases = (*base.cases, *(case for _document, file in shelf.cases for case in file), *libraries)
    together = Content(
        questionnaire=shelf.questionnaires[0][1] if shelf.questionnaires else base.questionnaire,
        modules=(*base.modules, *(file.module for _document, file in shelf.modules)),
        catalogue=Catalogue(
            id=head.id,
            version=head.version,
            barriers=(
                *base.catalogue.barriers,
                *(barrier for catalogue in catalogues for barrier in catalogue.barriers),
            ),
        ),
        module_barriers=base.module_barriers
        | {file.id: file.barriers for _document, file in shelf.modules},
        cases=cases,
        guidance=Guidance(
            version=guidance[0].version if "guidance" in replaced else base.guidance.version,
            notes=(*base.guidance.notes, *(n for file in guidance for n in file.notes)),
            myths=(*base.guidance.myths, *(m for file in guidance for m in file.myths)),
        ),
        packs=(*content.packs, *(pack.name for pack in packs)),
        added_cases=len(cases) - len(base.cases) - _cases_instead(packs, shelf),
        prompts=base.prompts,
    )
    return together, shelf


def _cases_instead(packs: Iterable[Pack], shelf: Shelf) -> int:
    """Count the cases that stand in place of the built-in library; they come first."""
    files = {f"{pack.place}/{path}" for pack in packs if pack.is_instead for path in pack.files}
    return sum(len(cases) for document, cases in shelf.cases if document.file in files)


def _shelf(packs: Iterable[Pack]) -> Shelf:
    """Read all files of packs; what is wrong with them is noted."""
    shelf = Shelf()
    for pack in packs:
        effort = yaml_reader.Effort(_EFFORT_LIMIT)
        for path, data in pack.files.items():
            try:
                document = yaml_reader.parse(data, f"{pack.place}/{path}", effort)
            except FileProblemsError as error:
                shelf.problems += error.problems
            else:
                shelf.take(document, _KINDS[part_of(path)])
    return shelf


def _without(content: Content, replaced: set[str]) -> Content:
    """Return the content without the parts in whose place a pack stands.

    The main questionnaire stays until there is another one.
    """
    emptied = content
    if "cases" in replaced:
        emptied = dataclasses.replace(emptied, cases=())
    if "guidance" in replaced:
        emptied = dataclasses.replace(emptied, guidance=Guidance(version=""))
    if "modules" in replaced:
        emptied = dataclasses.replace(emptied, modules=(), module_barriers={})
    if "barriers" in replaced:
        catalogue = content.catalogue.changed(barriers=())
        emptied = dataclasses.replace(emptied, catalogue=catalogue)
    return emptied


def _taken(
    shelf: Shelf, base: Content, replaced: set[str], libraries: tuple[CaseStudy, ...]
) -> Iterator[Problem]:
    """Find ids of packs that the built-in content has already."""
    known = _known(dataclasses.replace(base, cases=base.cases + libraries))
    topics = known.topics or frozenset()
    if "sharing-readiness" in replaced:
        topics = frozenset(t.id for module in base.modules for t in module.topics)
    modules = frozenset(module.id for module in base.modules)
    pairs: tuple[tuple[Iterable[Entry], frozenset[str] | None], ...] = (
        ((entry for entry, _topic in shelf.topics()), topics),
        ((entry for entry, _barrier in shelf.barriers()), known.barriers),
        ((entry for entry, _case in shelf.case_studies()), known.cases),
        ((entry for entry, _note in shelf.notes()), known.notes),
        ((entry for entry, _myth in shelf.myths()), known.myths),
        ((Entry(document, (), file.id) for document, file in shelf.modules), modules),
    )
    for entries, ids in pairs:
        for entry in entries:
            if ids and entry.id in ids:
                yield entry.problem("pack.id-taken", ("id",), said=entry.id)


def _same_versions(shelf: Shelf, content: Content, replaced: set[str]) -> Iterator[Problem]:
    """Find questionnaires and modules that a file could not tell from the built-in ones."""
    built_in = {(content.questionnaire.id, content.questionnaire.version)}
    if "modules" in replaced:
        built_in |= {(module.id, module.version) for module in content.modules}
    here = [(document, one.id, one.version) for document, one in shelf.questionnaires]
    here += [(document, one.id, one.version) for document, one in shelf.modules]
    for document, id_, version in here:
        if (id_, version) in built_in:
            yield document.problem("pack.same-version", ("version",), said=id_)


def _known(content: Content) -> Known:
    """Gather the ids of some content."""
    barriers = (
        *content.catalogue.barriers,
        *(b for barriers in content.module_barriers.values() for b in barriers),
    )
    return Known(
        topics=frozenset(
            (
                *(t.id for d in content.questionnaire.dimensions for t in d.topics),
                *(t.id for module in content.modules for t in module.topics),
            )
        ),
        barriers=frozenset(barrier.id for barrier in barriers),
        notes=frozenset(note.id for note in content.guidance.notes),
        myths=frozenset(myth.id for myth in content.guidance.myths),
        cases=frozenset(case.id for case in content.cases),
        signs=frozenset(
            sign.topic
            for barrier in barriers
            for signs in (barrier.signs, *(pattern.signs for pattern in barrier.patterns))
            for sign in signs
        ),
        often_behind={barrier.id: barrier.often_behind for barrier in barriers},
    )
