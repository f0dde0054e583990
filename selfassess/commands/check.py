"""`selfassess check`: everything that is wrong with content files and assessments."""

import argparse
import sys
from pathlib import Path

from selfassess.files.content_check import check_files
from selfassess.words import _, interface
from selfassess.words.problems import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    """Check files; advice is printed and does not fail.

    Returns:
        1 when a file has a problem.
    """
    problems = check_files(tuple(arguments.files))
    faults = [problem for problem in problems if not problem.code.startswith("advice.")]
    for problem in problems:
        stream = sys.stdout if problem not in faults else sys.stderr
        print(sentence(problem, interface()), file=stream)
    if faults:
        return 1
    print(_("Nothing is wrong."))
    return 0
