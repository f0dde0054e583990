"""`selfassess compare`: what moved between two rounds, or between two assessments."""

import argparse
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.comparison import compare
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import Results, work_out
from selfassess.reports.figures import comparison_figures
from selfassess.reports.plain import comparison_lines
from selfassess.words import interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", type=Path, metavar="FILE.selfassess")
    parser.add_argument("later", type=Path, nargs="?", metavar="LATER.selfassess")
    parser.add_argument(
        "--rounds", nargs=2, metavar=("A", "B"), help="two rounds of one assessment"
    )
    asking.add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print what moved.

    Raises:
        FileProblemsError: a file can't be used, or there is nothing to compare.
    """
    if arguments.later:
        compared = compare(_results(arguments.file, None), _results(arguments.later, None))
    else:
        first, second = arguments.rounds or _last_two(arguments.file)
        compared = compare(_results(arguments.file, first), _results(arguments.file, second))
    if arguments.json:
        asking.show_json(comparison_figures(compared))
    else:
        asking.show(comparison_lines(compared, interface()))
    return 0


def _last_two(path: Path) -> tuple[str, str]:
    file, _content = asking.opened(path)
    names = [round_.name for round_ in file.assessment.rounds]
    if len(names) == 1:
        raise FileProblemsError(Problem("compare.one-round", str(path)))
    return names[-2], names[-1]


def _results(path: Path, round_name: str | None) -> Results:
    file, content = asking.opened(path, round_name)
    return work_out(file.assessment, content, round_name)
