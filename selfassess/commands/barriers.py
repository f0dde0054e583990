"""`selfassess barriers`: the ranked barriers, each with its because."""

import argparse

from selfassess.commands import asking
from selfassess.reports.figures import barrier_figures
from selfassess.reports.plain import barrier_lines
from selfassess.words import interface


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    asking.add_round(parser)
    asking.add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the barriers of a round."""
    results = asking.results_of(arguments)
    if arguments.json:
        asking.show_json(barrier_figures(results, interface()))
    else:
        asking.show(barrier_lines(results, interface()))
    return 0
