"""The content files that were read, each with its document, so that every id has a place."""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from selfassess.core.barriers import Barrier, Catalogue
from selfassess.core.cases import CaseStudy
from selfassess.core.guidance import Guidance, GuidanceNote, Myth
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import ModuleTopic, Questionnaire, Topic
from selfassess.files import yaml_reader
from selfassess.files.case_files import cases_in
from selfassess.files.catalogue_file import catalogue_in
from selfassess.files.confidence_file import confidence_in
from selfassess.files.content_pack import About
from selfassess.files.guidance_files import guidance_in
from selfassess.files.ids import EACH, written
from selfassess.files.kinds import Kind
from selfassess.files.partnership_file import partnership_in
from selfassess.files.prompts_file import prompts_in
from selfassess.files.questionnaire_file import ModuleFile, module_in, questionnaire_in
from selfassess.files.validation import validate
from selfassess.files.yaml_reader import Document, Place

T = TypeVar("T")
Thing = TypeVar("Thing", Topic, ModuleTopic, Barrier, CaseStudy, GuidanceNote, Myth)
Read = tuple[Document, T]
"""A document and what it holds."""


TOPIC_IDS = {
    Kind.QUESTIONNAIRE: ("dimensions", EACH, "topics", EACH, "id"),
    Kind.MODULE: ("topics", EACH, "id"),
}
BARRIER_IDS = {Kind.CATALOGUE: ("barriers", EACH, "id"), Kind.MODULE: ("barriers", EACH, "id")}
_CASE_IDS = {Kind.CASES: (EACH, "id")}
_NOTE_IDS = {Kind.GUIDANCE: ("notes", EACH, "id")}
_MYTH_IDS = {Kind.GUIDANCE: ("myths", EACH, "id")}
_MODULE_IDS = {Kind.MODULE: ("id",)}


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with an id, and where it stands."""

    document: Document
    place: Place
    id: str

    @property
    def line(self) -> int:
        """The line of its id, from 1."""
        return self.document.root.at((*self.place, "id")).line

    def problem(self, code: str, inside: Place, **facts: str) -> Problem:
        """Make a problem with what stands at a place inside it."""
        return self.document.problem(code, (*self.place, *inside), **facts)


_MAKERS: dict[Kind, Callable[[Document], object]] = {
    Kind.PARTNERSHIP: partnership_in,
    Kind.CONFIDENCE: confidence_in,
    Kind.PACK: partial(validate, About),
    Kind.PROMPTS: prompts_in,
}


@dataclass(slots=True)
class Shelf:
    """The files read so far, by kind, and everything that was wrong with them."""

    questionnaires: list[Read[Questionnaire]] = field(default_factory=list)
    modules: list[Read[ModuleFile]] = field(default_factory=list)
    catalogues: list[Read[Catalogue]] = field(default_factory=list)
    cases: list[Read[tuple[CaseStudy, ...]]] = field(default_factory=list)
    guidance: list[Read[Guidance]] = field(default_factory=list)
    others: list[Read[object]] = field(default_factory=list)
    """Files that no other file speaks of."""
    documents: list[tuple[Kind, Document]] = field(default_factory=list)
    """All files, also those with faults."""
    faulty: list[tuple[Kind, Document]] = field(default_factory=list)
    """Those with faults; the things in them that have none are on the shelf all the same."""
    problems: list[Problem] = field(default_factory=list)

    def read(self, path: Path, kind: Kind) -> None:
        """Read a file of a kind; what is wrong with it is noted."""
        try:
            document = yaml_reader.read(path)
        except FileProblemsError as error:
            self.problems += error.problems
        else:
            self.take(document, kind)

    def take(self, document: Document, kind: Kind) -> None:
        """Make of a document what it holds; what is wrong with it is noted."""
        self.documents.append((kind, document))
        try:
            match kind:
                case Kind.QUESTIONNAIRE:
                    self.questionnaires.append((document, questionnaire_in(document)))
                case Kind.MODULE:
                    self.modules.append((document, module_in(document)))
                case Kind.CATALOGUE:
                    self.catalogues.append((document, catalogue_in(document)))
                case Kind.CASES:
                    self.cases.append((document, cases_in(document)))
                case Kind.GUIDANCE:
                    self.guidance.append((document, guidance_in(document)))
                case _:
                    self.others.append((document, _MAKERS[kind](document)))
        except FileProblemsError as error:
            self.faulty.append((kind, document))
            self.problems += error.problems

    def topics(self) -> list[tuple[Entry, Topic]]:
        """The topics of questionnaires and modules."""
        path = ("dimensions", EACH, "topics", EACH)
        own = [
            (Entry(document, ("dimensions", d, "topics", t), topic.id), topic)
            for document, questionnaire in self.questionnaires
            for d, dimension in enumerate(questionnaire.dimensions)
            for t, topic in enumerate(dimension.topics)
        ]
        own += self._whole(Kind.QUESTIONNAIRE, Topic, *path)
        added: list[tuple[Entry, Topic]] = [
            *_entries(((d, file.topics) for d, file in self.modules), "topics"),
            *self._whole(Kind.MODULE, ModuleTopic, "topics", EACH),
        ]
        return own + added

    def barriers(self) -> list[tuple[Entry, Barrier]]:
        """The barriers of catalogues and modules."""
        return [
            *_entries(((d, file.barriers) for d, file in self.catalogues), "barriers"),
            *self._whole(Kind.CATALOGUE, Barrier, "barriers", EACH),
            *_entries(((d, file.barriers) for d, file in self.modules), "barriers"),
            *self._whole(Kind.MODULE, Barrier, "barriers", EACH),
        ]

    def case_studies(self) -> list[tuple[Entry, CaseStudy]]:
        """The case studies of all libraries."""
        return [*_entries(self.cases), *self._whole(Kind.CASES, CaseStudy, EACH)]

    def notes(self) -> list[tuple[Entry, GuidanceNote]]:
        """The guidance notes."""
        return [
            *_entries(((d, file.notes) for d, file in self.guidance), "notes"),
            *self._whole(Kind.GUIDANCE, GuidanceNote, "notes", EACH),
        ]

    def myths(self) -> list[tuple[Entry, Myth]]:
        """The myths."""
        return [
            *_entries(((d, file.myths) for d, file in self.guidance), "myths"),
            *self._whole(Kind.GUIDANCE, Myth, "myths", EACH),
        ]

    def _whole(self, kind: Kind, model: type[Thing], *path: str) -> list[tuple[Entry, Thing]]:
        """Return the things without faults in the files of a kind that have some."""
        found = []
        for document in (document for its_kind, document in self.faulty if its_kind is kind):
            for place, id_ in written(document, *path, "id"):
                with contextlib.suppress(FileProblemsError):
                    thing = validate(model, document, place[:-1])
                    found.append((Entry(document, place[:-1], id_), thing))
        return found

    def ids(self, paths: Mapping[Kind, tuple[str, ...]]) -> list[Entry]:
        """Return the things whose ids stand at a path in files of a kind, faulty or not."""
        return [
            Entry(document, place[:-1], id_)
            for kind, document in self.documents
            if kind in paths
            for place, id_ in written(document, *paths[kind])
        ]

    def repeated(self) -> list[Problem]:
        """Return a problem for each id that another file has too."""
        things = (TOPIC_IDS, BARRIER_IDS, _CASE_IDS, _NOTE_IDS, _MYTH_IDS, _MODULE_IDS)
        return [problem for paths in things for problem in _repeated(self.ids(paths))]


def _entries(
    files: Iterable[tuple[Document, tuple[Thing, ...]]], *start: str
) -> list[tuple[Entry, Thing]]:
    return [
        (Entry(document, (*start, number), thing.id), thing)
        for document, things in files
        for number, thing in enumerate(things)
    ]


def _repeated(entries: Iterable[Entry]) -> list[Problem]:
    first: dict[str, Entry] = {}
    found = []
    for entry in entries:
        before = first.setdefault(entry.id, entry)
        if before.document is not entry.document:
            facts = {"said": entry.id, "other": before.document.file, "line": str(before.line)}
            found.append(entry.problem("content.id-elsewhere", ("id",), **facts))
    return found
