"""Reads many assessments and returns into a portfolio, one after another, and skips broken ones."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.portfolio import Gathering, Portfolio
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.returns import Return
from selfassess.files import assessment_file, disk, return_file

ENDINGS = (assessment_file.ENDING, return_file.ENDING)
"""What is looked for in a folder."""

_ZIP = b"PK"
_MANY = 50
"""From so many files on it is worth getting ready for many."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of many files.

    Attributes:
        portfolio: The places, each once.
        files: How many files were read and are whole.
        repeated: How many of them were of a place that another file is of too.
        skipped: For each file that can't be used the first thing that is wrong with it.
        stopped: It was cancelled before all files were read.
    """

    portfolio: Portfolio
    files: int
    repeated: int
    skipped: tuple[Problem, ...]
    stopped: bool = False


def _go_on(_done: int, _of: int) -> bool:
    return True


def gather(
    paths: Iterable[Path], content: Content, progress: Callable[[int, int], bool] = _go_on
) -> Gathered:
    """Read files, and those in folders, into a portfolio.

    An assessment counts as its return with its area and without free text would.

    Args:
        paths: Assessments, returns, and folders, which are looked through to their depth.
        content: The content of the program.
        progress: Is told after each file how many are done of how many; False ends the reading.

    Raises:
        FileProblemsError: a path that was named is not there at all.
    """
    files = files_in(paths)
    if len(files) >= _MANY:
        Assessment.read_many()
        Return.read_many()
    gathering = Gathering()
    skipped: list[Problem] = []
    for done, path in enumerate(files, start=1):
        try:
            gathering.add(read_one(path, content))
        except FileProblemsError as error:
            skipped.append(error.problems[0])
        if not progress(done, len(files)):
            return _gathered(gathering, done, skipped, stopped=done < len(files))
    return _gathered(gathering, len(files), skipped, stopped=False)


def refuse_too_few(portfolio: Portfolio) -> None:
    """Make sure that there are places enough to show anything at all.

    Raises:
        FileProblemsError: there are not.
    """
    if not portfolio.large_enough:
        facts = {"count": str(len(portfolio.places))}
        raise FileProblemsError(Problem("portfolio.too-few", facts=facts))


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files that are named and those that lie in folders, each once, in order.

    Raises:
        FileProblemsError: carries a problem for each path where there is nothing.
    """
    found: dict[Path, None] = {}
    problems = []
    for path in paths:
        if disk.is_folder(path):
            inside = (one for ending in ENDINGS for one in disk.listed(path, f"**/*{ending}"))
            named = sorted(one for one in inside if not one.name.startswith("."))
            found |= dict.fromkeys(named)
        elif disk.exists(path):
            found[path] = None
        else:
            problems.append(Problem("file.missing", str(path)))
    if problems:
        raise FileProblemsError(*problems)
    return tuple(found)


def read_one(path: Path, content: Content) -> Return:
    """Read an assessment or a return; it is told from what it holds.

    Raises:
        FileProblemsError: it can't be used, or nothing in it has been answered.
    """
    data = disk.read(path, assessment_file.SIZE_LIMIT)
    name = str(path)
    if data.startswith(_ZIP):
        opened = assessment_file.from_bytes(data, name)
        return return_file.return_of(opened, content, name, with_area=True)
    return return_file.from_bytes(data, name)


def _gathered(
    gathering: Gathering, done: int, skipped: list[Problem], *, stopped: bool
) -> Gathered:
    return Gathered(
        portfolio=gathering.portfolio(),
        files=done - len(skipped),
        repeated=gathering.repeated,
        skipped=tuple(skipped),
        stopped=stopped,
    )
