"""Saves a report, and knows the way out where it can't be saved under its name."""

from itertools import count
from pathlib import Path

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, disk

_ALWAYS_HELD = "file.in-use"
_MAYBE_HELD = "file.not-allowed"
"""What Windows says of a file that another program has open, and of a folder that is closed."""


def save(path: Path, data: bytes) -> None:
    """Save a report whole or not at all; where another program has it open, name a free one.

    Raises:
        FileProblemsError: it could not be saved; what was there is as it was.
    """
    try:
        _refuse_if_marked(path)
        atomic.write(path, data)
    except FileProblemsError as error:
        raise FileProblemsError(*(_with_a_way_out(one, path) for one in error.problems)) from error


def free_name(path: Path) -> Path:
    """Return the first name beside a path that nothing has: `report (2).xlsx`, then `(3)`."""
    numbered = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return next(free for free in numbered if not disk.is_there(free))


def _refuse_if_marked(path: Path) -> None:
    """Leave a file alone beside which LibreOffice or Excel says that they have it open.

    Where systems let an open file be replaced, its program would write the old one over it later.

    Raises:
        FileProblemsError: one of them says so.
    """
    marks = (f".~lock.{path.name}#", f"~${path.name}")
    if disk.is_there(path) and any(disk.is_there(path.with_name(mark)) for mark in marks):
        raise FileProblemsError(Problem(_ALWAYS_HELD, str(path)))


def _with_a_way_out(problem: Problem, path: Path) -> Problem:
    held = problem.code == _ALWAYS_HELD
    if held or (problem.code == _MAYBE_HELD and disk.is_there(path)):
        return problem._replace(code="report.held", facts={"free": free_name(path).name})
    return problem
