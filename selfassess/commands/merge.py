"""`selfassess merge`: brings answer forms and partners' copies in, and counts what changed."""

import argparse
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.importing import Import, Read, added_up, import_forms
from selfassess.core.merge import Counts
from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.files.returned_forms import read_returned
from selfassess.words import _, interface
from selfassess.words.problems import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    parser.add_argument(
        "forms",
        type=Path,
        nargs="+",
        metavar="FORM",
        help="an answer form (.xlsx), or a partner’s copy of the assessment (.selfassess)",
    )
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
    read: list[Read] = []
    for path in arguments.forms:
        try:
            read += read_returned(path)
        except FileProblemsError as error:
            read.append((str(path), error))
    made = import_forms(file.assessment, read, topics)
    problems = [p for outcome in made.outcomes if not outcome.used for p in outcome.problems]
    if problems:
        raise FileProblemsError(*problems)
    asking.show(_told(made))
    if arguments.dry_run:
        print(_("Nothing was written."))
        return 0
    out = arguments.out or arguments.file
    if arguments.out:
        assessment_file.write(out, made.after, file.questionnaires, file.modules)
    else:
        asking.save(out, file, made.after, file.questionnaires, file.modules)
    print(_("Written: {file}", file=out))
    return 0


def _told(made: Import) -> Iterator[str]:
    """Count what each file does, and say what is wrong with some of its rows."""
    for path, group in groupby(made.outcomes, key=lambda outcome: outcome.file):
        outcomes = tuple(group)
        yield _counted(path, added_up(outcomes))
        for outcome in outcomes:
            yield from (sentence(problem, interface()) for problem in outcome.problems)


def _counted(path: str, counts: Counts) -> str:
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
