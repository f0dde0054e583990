"""`selfassess score`: the readiness statement, dimensions and topics."""

import argparse

from selfassess.commands import asking
from selfassess.reports.figures import score_figures
from selfassess.reports.plain import score_lines
from selfassess.words import interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    asking.add_round(parser)
    asking.add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the scores of a round."""
    results = asking.results_of(arguments)
    if arguments.json:
        asking.show_json(score_figures(results))
    else:
        asking.show(score_lines(results, interface()))
    return 0
