"""`selfassess selftest`: what is installed, and whether it is whole."""

import argparse
import importlib
import platform
from datetime import date

from selfassess import __version__
from selfassess.core.results import work_out
from selfassess.files import assessment_file, content_index, workbook
from selfassess.files.example import example
from selfassess.reports.report import build
from selfassess.words import SOURCE, _, words_in


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """The command takes nothing."""


def run(_arguments: argparse.Namespace) -> int:
    """Open everything that the program brings, work an example through to a report, and say so.

    Raises:
        FileProblemsError: something that the program brings is not whole.
    """
    content = content_index.content(with_packs=False)
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall
    made = example(content, today)
    data = assessment_file.to_bytes(made, (content.questionnaire,), content.modules)
    results = work_out(assessment_file.from_bytes(data, "example").assessment, content)
    report = workbook.to_bytes(build(results, words_in(SOURCE), today, __version__))
    qt = importlib.import_module("PySide6.QtCore").qVersion()
    topics = sum(len(d.topics) for d in content.questionnaire.dimensions)
    print(
        _(
            "selfassess {version}, Python {python}, Qt {qt}",
            version=__version__,
            python=platform.python_version(),
            qt=qt,
        )
    )
    print(
        _(
            "Questionnaire {questionnaire} {number}: {topics} topics; {modules} modules; "
            "{barriers} barriers; {cases} case studies; {notes} notes of guidance.",
            questionnaire=content.questionnaire.id,
            number=content.questionnaire.version,
            topics=topics,
            modules=len(content.modules),
            barriers=len(content.catalogue.barriers),
            cases=len(content.cases),
            notes=len(content.guidance.notes),
        )
    )
    print(_("The worked example makes a report of {size} bytes.", size=len(report)))
    print(_("Everything is whole."))
    return 0
