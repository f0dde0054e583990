"""The ids that files know of, gathered from their plain content: a file with faults counts too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selfassess.files import yaml_reader
from selfassess.files.ids import EACH, written
from selfassess.files.kinds import Kind
from selfassess.files.yaml_reader import Document

Documents = dict[Kind, list[Document]]

_CONTENT = (Kind.QUESTIONNAIRE, Kind.MODULE, Kind.CATALOGUE, Kind.CASES, Kind.GUIDANCE)
_SPOKEN_OF = {
    Kind.QUESTIONNAIRE: {Kind.MODULE, Kind.CATALOGUE, Kind.GUIDANCE},
    Kind.MODULE: set(_CONTENT),
    Kind.CATALOGUE: set(_CONTENT),
    Kind.CASES: {Kind.QUESTIONNAIRE, Kind.MODULE, Kind.CATALOGUE},
}
"""Of which other files a kind of file speaks."""


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of each kind of thing; None where not all are known, so none can be called unknown.

    Attributes:
        topics: Of the main questionnaire and modules.
        barriers: Of the catalogue and modules.
        notes: The guidance notes.
        myths: The myths.
        cases: The case studies.
        signs: The topics that are a sign of some barrier.
        often_behind: The barriers that each barrier names as often behind it.
    """

    topics: frozenset[str] | None = None
    barriers: frozenset[str] | None = None
    notes: frozenset[str] | None = None
    myths: frozenset[str] | None = None
    cases: frozenset[str] | None = None
    signs: frozenset[str] | None = None
    often_behind: dict[str, tuple[str, ...]] = field(default_factory=dict)


def known_to(documents: Documents) -> Known:
    """Gather the ids that stand in documents."""

    def ids(kind: Kind, *path: str, also: Iterable[str] = ()) -> frozenset[str] | None:
        if kind not in documents:
            return None
        return frozenset((*_ids(documents[kind], *path), *also))

    modules = documents.get(Kind.MODULE, [])
    with_barriers = (*documents.get(Kind.CATALOGUE, ()), *modules)
    signs = ("signs", EACH, "topic")
    return Known(
        topics=ids(
            Kind.QUESTIONNAIRE,
            *("dimensions", EACH, "topics", EACH, "id"),
            also=_ids(modules, "topics", EACH, "id"),
        ),
        barriers=ids(Kind.CATALOGUE, also=_ids(with_barriers, "barriers", EACH, "id")),
        notes=ids(Kind.GUIDANCE, "notes", EACH, "id"),
        myths=ids(Kind.GUIDANCE, "myths", EACH, "id"),
        cases=ids(Kind.CASES, EACH, "id"),
        signs=ids(
            Kind.CATALOGUE,
            also=(
                *_ids(with_barriers, "barriers", EACH, *signs),
                *_ids(with_barriers, "barriers", EACH, "patterns", EACH, *signs),
            ),
        ),
        often_behind=_links(with_barriers),
    )


def with_background(given: Documents, questionnaires: Path, resources: Path) -> Documents:
    """Add the files of the program of which the given ones speak, unless they are given themselves.

    Raises:
        FileProblemsError: a file of the program can't be read.
    """
    files = {
        Kind.QUESTIONNAIRE: [questionnaires / "sharing-readiness.yaml"],
        Kind.CATALOGUE: [questionnaires / "barriers.yaml"],
        Kind.MODULE: sorted((questionnaires / "modules").glob("*.yaml")),
        Kind.CASES: sorted((resources / "cases").glob("*.yaml")),
        Kind.GUIDANCE: sorted((resources / "guidance").glob("*.yaml")),
    }
    here = {Path(document.file).resolve() for documents in given.values() for document in documents}
    there = {kind: list(documents) for kind, documents in given.items()}
    modules = {*_ids(given.get(Kind.MODULE, ()), "id")}
    spoken_of = {other for kind in given for other in _SPOKEN_OF.get(kind, ())}
    for kind in sorted(spoken_of):
        if kind in (Kind.QUESTIONNAIRE, Kind.CATALOGUE) and kind in given:
            continue
        read = [yaml_reader.read(path) for path in files[kind] if path.resolve() not in here]
        if kind is Kind.MODULE:
            read = [document for document in read if not modules & {*_ids([document], "id")}]
        if read:
            there.setdefault(kind, []).extend(read)
    return there


def _ids(documents: Iterable[Document], *path: str) -> Iterator[str]:
    return (id_ for document in documents for _place, id_ in written(document, *path))


def _links(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    """Return the barriers that each barrier names as often behind it."""
    links: dict[str, tuple[str, ...]] = {}
    for document in documents:
        names = {place[:-1]: id_ for place, id_ in written(document, "barriers", EACH, "id")}
        for place, behind in written(document, "barriers", EACH, "often_behind", EACH):
            name = names.get(place[:-2], "")
            links[name] = (*links.get(name, ()), behind)
    return links
