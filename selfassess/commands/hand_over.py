"""`selfassess return`: what a partnership hands to a region or centre, shown before it goes."""

import argparse
import sys
from datetime import date
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.returns import TextKind
from selfassess.files import assessment_file, content_index, return_file
from selfassess.reports.return_lines import return_lines
from selfassess.words import _, interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    parser.add_argument("-o", "--out", type=Path, metavar="OUT.json", help="where to write it")
    parser.add_argument("--text", action="store_true", help="let free text go too")
    parser.add_argument(
        "--area", action="store_true", help="let the area’s code go too; it may tell who you are"
    )
    parser.add_argument("--show", action="store_true", help="show what would go; write nothing")


def run(arguments: argparse.Namespace) -> int:
    """Print what goes, line by line, and then write it.

    Raises:
        FileProblemsError: the file can't be read, has no answers, or the return can't be written.
    """
    content = content_index.content()
    returned = return_file.return_of(
        assessment_file.read(arguments.file),
        content,
        str(arguments.file),
        handed_over=date.today(),  # noqa: DTZ011 - the day on the user's own wall
        ticked=tuple(TextKind) if arguments.text else (),
        with_area=arguments.area,
    )
    asking.show(return_lines(returned, content, interface()))
    if returned.texts:
        print(_("There is free text in it. Look at each word in [ ] before you send it."))
    if arguments.show or not arguments.out:
        print(_("Nothing was written. Name a file with -o to write it."))
        return 0
    # What goes is seen before it is written.
    sys.stdout.flush()
    return_file.write(arguments.out, returned)
    print(_("Written: {file}", file=arguments.out))
    return 0
