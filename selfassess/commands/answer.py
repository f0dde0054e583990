"""`selfassess answer`: adds answers to an assessment, or begins a new round with them."""

import argparse
from datetime import date

from selfassess.commands import asking
from selfassess.commands.tables import add_tables, filled
from selfassess.core import edits
from selfassess.core.assessment import Reference
from selfassess.files import assessment_file, content_index
from selfassess.words import _, plural


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    parser.add_argument("--round", metavar="NAME", help="the latest round, or a new one")
    add_tables(parser)


def run(arguments: argparse.Namespace) -> int:
    """Save an assessment with more answers; nothing is written if anything is wrong."""
    file = assessment_file.read(arguments.file)
    content = content_index.content()
    assessment = file.assessment
    names = [round_.name for round_ in assessment.rounds]
    if arguments.round and arguments.round not in names:
        assessment = edits.begin_round(
            assessment,
            arguments.round,
            date=date.today().isoformat(),  # noqa: DTZ011 - the day on the user's own wall
            questionnaire=Reference(
                id=content.questionnaire.id, version=content.questionnaire.version
            ),
        )
        used = (content.questionnaire, *file.questionnaires)
        modules = (*content.modules, *file.modules)
    else:
        used, modules = file.questionnaires, file.modules
        content = assessment_file.content_for(file, assessment.latest, content)
    if arguments.round and arguments.round != assessment.latest.name:
        raise edits.EditError("edit.round-is-over")
    filled_in = filled(assessment, content, arguments)
    asking.save(arguments.file, file, filled_in, used, modules)
    count = len(filled_in.latest.answers)
    print(
        plural(
            "Saved. “{round}” has {count} answer.",
            "Saved. “{round}” has {count} answers.",
            count,
            round=filled_in.latest.name,
        )
    )
    print(_("See selfassess score {file}", file=arguments.file))
    return 0
