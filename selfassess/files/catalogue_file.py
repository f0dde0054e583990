"""Reads the barrier catalogue."""

from collections.abc import Iterator

from selfassess.core.barriers import Catalogue
from selfassess.core.codes import DIMENSIONS, NATIONAL, SECTORS
from selfassess.core.problem import Problem
from selfassess.files.ids import EACH, made, misnamed, repeated, written
from selfassess.files.yaml_reader import Document, Place


def catalogue_in(document: Document) -> Catalogue:
    """Make a barrier catalogue of a document.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    return made(Catalogue, document, problems_in_barriers(document))


def problems_in_barriers(document: Document) -> list[Problem]:
    """Find ids that stand twice and codes that are none, in the list `barriers` of a document."""
    known = (*DIMENSIONS, NATIONAL)
    patterns = ("barriers", EACH, "patterns", EACH)
    sectors = written(document, *patterns, "when", EACH, "organisation", "sectors", EACH)
    dimensions = written(document, "barriers", EACH, "dimension")
    inside = written(document, *patterns, "id")
    signs = [
        *written(document, "barriers", EACH, "signs", EACH, "topic"),
        *written(document, *patterns, "signs", EACH, "topic"),
    ]
    return [
        *repeated(document, written(document, "barriers", EACH, "id")),
        *_repeated_beside(document, inside, "content.repeated-id"),
        *_repeated_beside(document, signs, "content.repeated-sign"),
        *misnamed(document, dimensions, known, "content.unknown-dimension"),
        *misnamed(document, sectors, SECTORS, "content.unknown-sector"),
    ]


def _repeated_beside(
    document: Document, named: list[tuple[Place, str]], code: str
) -> Iterator[Problem]:
    """Find what stands twice in one list; in another list it may stand again."""
    lists: dict[Place, list[tuple[Place, str]]] = {}
    for place, said in named:
        lists.setdefault(place[:-2], []).append((place, said))
    for beside in lists.values():
        yield from repeated(document, beside, code)
