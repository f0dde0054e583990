"""`selfassess cases`: the ranked case studies, each with its reasons."""

import argparse
from pathlib import Path

from selfassess.commands import asking
from selfassess.reports.figures import case_figures
from selfassess.reports.plain import case_lines
from selfassess.words import interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    asking.add_round(parser)
    asking.add_json(parser)
    parser.add_argument("--top", type=_count, metavar="N", help="only the first N")
    parser.add_argument(
        "--library",
        type=Path,
        nargs="+",
        action="extend",
        metavar="EXTRA.yaml",
        help="case libraries besides the built-in one",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the case studies that fit a round."""
    results = asking.results_of(arguments)
    if arguments.json:
        asking.show_json(case_figures(results, interface(), arguments.top))
    else:
        asking.show(case_lines(results, interface(), arguments.top))
    return 0


def _count(text: str) -> int:
    count = int(text)
    if count < 0:
        raise ValueError(text)
    return count
