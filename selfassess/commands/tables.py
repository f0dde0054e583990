"""Tables of answers and agreed levels that `new` and `answer` take."""

import argparse
import uuid
from pathlib import Path

from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files.answers_file import AgreedRow, AnswerRow, read_agreed, read_answers
from selfassess.files.intake import with_agreed, with_answers


def add_tables(parser: argparse.ArgumentParser) -> None:
    """Take tables of answers and of agreed levels."""
    parser.add_argument("--answers", type=Path, metavar="A.csv")
    parser.add_argument("--agreed", type=Path, metavar="G.csv")


def filled(assessment: Assessment, content: Content, arguments: argparse.Namespace) -> Assessment:
    """Return the assessment with the answers and agreed levels of the call in its latest round.

    Raises:
        FileProblemsError: carries everything that is wrong with both tables.
    """
    organisations = tuple(o.name for o in assessment.latest.organisations)
    topics = [t.id for d in content.questionnaire.dimensions for t in d.topics]
    topics += [t.id for module in content.modules for t in module.topics]
    answers: tuple[AnswerRow, ...] = ()
    agreed: tuple[AgreedRow, ...] = ()
    problems: list[Problem] = []
    if arguments.answers:
        try:
            answers = read_answers(arguments.answers, organisations, topics)
        except FileProblemsError as error:
            problems += error.problems
    if arguments.agreed:
        try:
            agreed = read_agreed(arguments.agreed, topics)
        except FileProblemsError as error:
            problems += error.problems
    if problems:
        raise FileProblemsError(*problems)
    answered = with_answers(assessment, answers, lambda: uuid.uuid4().hex)
    return with_agreed(answered, agreed, content)
