"""Reads the prompts for the facilitator."""

import re
from collections.abc import Iterator

from selfassess.core.codes import PatternId
from selfassess.core.problem import Problem
from selfassess.core.prompts import FIELDS, PromptBook
from selfassess.files.ids import EACH, Named, made, misnamed, repeated, written
from selfassess.files.yaml_reader import Document, Node, Place

_FIELD = re.compile(r"\{(\w*)\}")


def prompts_in(document: Document) -> PromptBook:
    """Make the prompts of a document; every pattern must be there once.

    Raises:
        FileProblemsError: carries everything that is wrong with it.
    """
    ids = written(document, "patterns", EACH, "id")
    there = {id_ for _place, id_ in ids}
    missing = ", ".join(id_ for id_ in PatternId if id_ not in there)
    problems = [
        *repeated(document, ids),
        *misnamed(document, _fields(document), FIELDS, "content.unknown-field"),
    ]
    if missing:
        problems.append(_missing(document, missing))
    return made(PromptBook, document, problems)


def _missing(document: Document, missing: str) -> Problem:
    return document.problem("content.pattern-missing", ("patterns",), said=missing)


def _fields(document: Document) -> Named:
    """Return what stands in curly brackets, with the place of its text."""
    for place, text in _texts(document.root, ()):
        yield from ((place, said) for said in _FIELD.findall(text))


def _texts(node: Node, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(node.plain, str):
        yield place, node.plain
    for step, inside in node.inside.items():
        yield from _texts(inside, (*place, step))
