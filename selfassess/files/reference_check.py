"""Finds ids in content files that name nothing."""

from collections.abc import Iterator

from selfassess.core.problem import Problem
from selfassess.files.ids import EACH, misnamed, written
from selfassess.files.kinds import Kind
from selfassess.files.known import Known
from selfassess.files.shelf import Shelf

_TOPICS = "topics", "content.unknown-topic"
_BARRIERS = "barriers", "content.unknown-barrier"
_NOTES = "notes", "content.unknown-note"
_MYTHS = "myths", "content.unknown-myth"
_CASES = "cases", "content.unknown-case"

_OF_TOPICS = (
    (("guidance", EACH), _NOTES),
    (("myths", EACH), _MYTHS),
)
_OF_BARRIERS = (
    (("signs", EACH, "topic"), _TOPICS),
    (("patterns", EACH, "signs", EACH, "topic"), _TOPICS),
    (("patterns", EACH, "when", EACH, "topic"), _TOPICS),
    (("often_behind", EACH), _BARRIERS),
    (("guidance", EACH), _NOTES),
    (("myths", EACH), _MYTHS),
    (("cases", EACH), _CASES),
)
_OF_CASES = (
    (("catalogue", EACH), _BARRIERS),
    (("topics", EACH), _TOPICS),
)
_REFERENCES = {
    Kind.QUESTIONNAIRE: ((("dimensions", EACH, "topics", EACH), _OF_TOPICS),),
    Kind.MODULE: ((("topics", EACH), _OF_TOPICS), (("barriers", EACH), _OF_BARRIERS)),
    Kind.CATALOGUE: ((("barriers", EACH), _OF_BARRIERS),),
    Kind.CASES: (((EACH, "barriers", EACH), _OF_CASES), ((EACH, "enablers", EACH), _OF_CASES)),
}
"""Where each kind of file speaks of other things, and of which."""


def problems_of_references(shelf: Shelf, known: Known) -> Iterator[Problem]:
    """Find ids that name nothing, each with the one that was probably meant."""
    for kind, document in shelf.documents:
        for start, references in _REFERENCES.get(kind, ()):
            for path, (things, code) in references:
                ids = getattr(known, things)
                if ids is not None:
                    named = written(document, *start, *path)
                    yield from misnamed(document, named, sorted(ids), code)
