"""Finds ids that stand twice, and words that name nothing."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.value import Value
from selfassess.files.validation import unknown, validate
from selfassess.files.yaml_reader import Document, Node, Place

M = TypeVar("M", bound=Value)

EACH = "*"
"""In a path: every item of the list there."""

Named = Iterable[tuple[Place, str]]
"""Places in a document, each with the id or code that is written there."""


def repeated(document: Document, named: Named, code: str = "content.repeated-id") -> list[Problem]:
    """Return a problem for each id or name that is there again, with the line where it was first.

    Capital and small letters are alike.
    """
    first: dict[str, Place] = {}
    found = []
    for place, said in named:
        before = first.setdefault(said.casefold(), place)
        if before != place:
            line = str(document.root.at(before).line)
            found.append(document.problem(code, place, said=said, line=line))
    return found


def misnamed(document: Document, named: Named, known: Iterable[str], code: str) -> list[Problem]:
    """Return a problem for each word that is none of the known ones, with the likely one."""
    words = tuple(known)
    return [
        document.problem(code, place, **unknown(said, words))
        for place, said in named
        if said not in words
    ]


def problems_of_sources(document: Document, urls: Named) -> list[Problem]:
    """Return a problem for each source that has no web address."""
    return [
        document.problem("content.no-source", place, said=url)
        for place, url in urls
        if not url.startswith(("https://", "http://"))
    ]


def written(document: Document, *path: str) -> list[tuple[Place, str]]:
    """Return the texts at the end of a path, each with its place; what is no text is left out.

    The path names fields; `EACH` stands for every item of a list.
    """
    return list(_written(document.root, (), path))


def _written(node: Node, place: Place, path: tuple[str, ...]) -> Iterator[tuple[Place, str]]:
    if not path:
        if isinstance(node.plain, str):
            yield place, node.plain
        return
    is_list = path[0] == EACH and isinstance(node.plain, list)
    for step in node.inside if is_list else (path[0],):
        if step in node.inside:
            yield from _written(node.inside[step], (*place, step), path[1:])


def made(model: type[M], document: Document, problems: Iterable[Problem]) -> M:
    """Make a value of a whole document, or refuse it for what does not fit and for other problems.

    Raises:
        FileProblemsError: carries everything that is wrong, in the order of the lines.
    """
    found = list(problems)
    try:
        value = validate(model, document)
    except FileProblemsError as error:
        found += error.problems
    refuse_any(found)
    return value


def refuse_any(problems: Iterable[Problem]) -> None:
    """Refuse a file that has problems, told in the order of its lines.

    Raises:
        FileProblemsError: there are problems.
    """
    found = sorted(problems, key=lambda problem: (problem.line, problem.column))
    if found:
        raise FileProblemsError(*found)
