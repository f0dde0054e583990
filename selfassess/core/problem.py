"""Problem: what is wrong with a file of the user's, as a code and facts; words come at the edge."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NO_FACTS: Mapping[str, str] = MappingProxyType({})


class Problem(NamedTuple):
    """One thing that is wrong, and where.

    Attributes:
        code: The kind of fault, such as `content.unknown-id`; `words.problems` has its sentence.
        file: The file as the user named it.
        line: Line in the file, from 1; 0 where there is none.
        column: Column in the line, from 1; 0 where there is none.
        place: A place in words where line and column say nothing, such as a sheet and cell.
        facts: What the sentence needs to know.
    """

    code: str
    file: str = ""
    line: int = 0
    column: int = 0
    place: str = ""
    facts: Mapping[str, str] = _NO_FACTS


class FileProblemsError(Exception):
    """A file of the user's can't be used; carries every problem found, never just the first."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems


class WrongCallError(FileProblemsError):
    """A call whose parts don't go together, whatever is in the files."""
