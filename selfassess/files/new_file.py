"""New files: an assessment that is there already is never written over by a command."""

from pathlib import Path

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk


def refuse_to_overwrite(path: Path) -> None:
    """Make sure that there is nothing at a path yet.

    Raises:
        FileProblemsError: something is there.
    """
    if disk.exists(path):
        raise FileProblemsError(Problem("file.is-there-already", file=str(path)))
