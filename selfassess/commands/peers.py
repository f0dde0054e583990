"""`selfassess peers`: a partnership beside places like it, from the file of a portfolio."""

import argparse
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.peers import beside_peers
from selfassess.files import assessment_file, content_index, return_file
from selfassess.files.peers_file import read_peers
from selfassess.reports.peer_lines import peer_figures, peer_lines
from selfassess.words import interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    parser.add_argument(
        "portfolio", type=Path, metavar="PORTFOLIO.json", help="the file that you were given"
    )
    asking.add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print where the dimensions stand beside those of other places.

    Raises:
        FileProblemsError: a file can't be read, or the assessment has no answers.
    """
    content = content_index.content()
    given = read_peers(arguments.portfolio)
    own = return_file.return_of(assessment_file.read(arguments.file), content, str(arguments.file))
    found = beside_peers(own, given)
    if arguments.json:
        asking.show_json(peer_figures(found))
    else:
        asking.show(peer_lines(found, content, interface()))
    return 0
