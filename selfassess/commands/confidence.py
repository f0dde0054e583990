"""`selfassess confidence`: writes the staff confidence check as a workbook."""

import argparse
from datetime import date
from pathlib import Path

from selfassess import __version__
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, confidence_workbook
from selfassess.files.confidence_file import read_confidence
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.words import SOURCE, _, words_in

ENDING = ".xlsx"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("out", type=Path, metavar="OUT.xlsx")
    parser.add_argument("--language", default=SOURCE, metavar="L", help="such as en")


def run(arguments: argparse.Namespace) -> int:
    """Write the check to a new file; answers that were typed into an old one are never lost.

    Raises:
        FileProblemsError: something is there already, or it could not be written.
    """
    if arguments.out.suffix.casefold() != ENDING:
        raise FileProblemsError(
            Problem("workbook.unknown-kind", str(arguments.out), facts={"ending": ENDING})
        )
    refuse_to_overwrite(arguments.out)
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall
    words = words_in(arguments.language)
    made = confidence_workbook.to_bytes(read_confidence(), words, today, __version__)
    atomic.write(arguments.out, made)
    print(_("Written: {file}. Print the first sheet, once for each person.", file=arguments.out))
    return 0
