"""`selfassess report`: writes the report of a round."""

import argparse
from datetime import date
from pathlib import Path

from selfassess import __version__
from selfassess.commands import asking
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, workbook
from selfassess.reports.report import build
from selfassess.words import SOURCE, _, words_in

ENDING = ".xlsx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    asking.add_round(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="OUT.xlsx")
    parser.add_argument("--language", default=SOURCE, metavar="L", help="such as en")


def run(arguments: argparse.Namespace) -> int:
    """Write the report; an earlier one of that name is replaced whole.

    Raises:
        FileProblemsError: the file can't be read, or the report not written.
    """
    if arguments.out.suffix.casefold() != ENDING:
        raise FileProblemsError(
            Problem("report.unknown-kind", str(arguments.out), facts={"ending": ENDING})
        )
    results = asking.results_of(arguments)
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall
    book = build(results, words_in(arguments.language), today, __version__)
    atomic.write(arguments.out, workbook.to_bytes(book))
    print(_("Written: {file}", file=arguments.out))
    return 0
