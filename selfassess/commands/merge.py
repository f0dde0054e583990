"""`selfassess merge`: brings filled-in answer forms in, and counts what changed."""

import argparse
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.merge import Counts, merge
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import assessment_file
from selfassess.files.form_workbook import read_form
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.words import _, interface
from selfassess.words.problems import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    parser.add_argument("forms", type=Path, nargs="+", metavar="FORM.xlsx")
    parser.add_argument(
        "-o", "--out", type=Path, metavar="OUT.selfassess", help="instead of FILE itself"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")


def run(arguments: argparse.Namespace) -> int:
    """Merge forms; if one of them can't be used, nothing is written.

    Raises:
        FileProblemsError: carries what is wrong with every form that can't be used.
    """
    if arguments.out:
        refuse_to_overwrite(arguments.out)
    file, content = asking.opened(arguments.file)
    topics = {t.id for d in content.questionnaire.dimensions for t in d.topics}
    topics |= {t.id for module in content.modules for t in module.topics}
    merged = file.assessment
    problems: list[Problem] = []
    told = []
    for path in arguments.forms:
        try:
            form = read_form(path)
            merged, counts = merge(merged, form, topics)
        except FileProblemsError as error:
            problems += error.problems
            continue
        told.append(_counted(path, counts))
        told += [sentence(problem, interface()) for problem in form.problems]
    if problems:
        raise FileProblemsError(*problems)
    asking.show(told)
    if arguments.dry_run:
        print(_("Nothing was written."))
        return 0
    out = arguments.out or arguments.file
    if arguments.out:
        assessment_file.write(out, merged, file.questionnaires, file.modules)
    else:
        asking.save(out, file, merged, file.questionnaires, file.modules)
    print(_("Written: {file}", file=out))
    return 0


def _counted(path: Path, counts: Counts) -> str:
    return _(
        "{file}: {new} new, {changed} changed, {unchanged} unchanged, {refused} refused, "
        "{conflicts} in conflict",
        file=path,
        new=counts.new,
        changed=counts.changed,
        unchanged=counts.unchanged,
        refused=counts.refused,
        conflicts=counts.conflicts,
    )
