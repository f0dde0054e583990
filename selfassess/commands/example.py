"""`selfassess example`: writes the worked example."""

import argparse
from datetime import date
from pathlib import Path

from selfassess.files import assessment_file, content_index
from selfassess.files.example import example
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.words import _


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("out", type=Path, metavar="OUT.selfassess")


def run(arguments: argparse.Namespace) -> int:
    """Write the worked example to a new file."""
    refuse_to_overwrite(arguments.out)
    content = content_index.content(with_packs=False)
    made = example(content, date.today())  # noqa: DTZ011 - the day on the user's own wall
    assessment_file.write(arguments.out, made, (content.questionnaire,), content.modules)
    print(_("Written: {file}. It is a made-up example.", file=arguments.out))
    return 0
