"""`selfassess plan`: says the action plan, or brings it back from a report that was changed."""

import argparse
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.content import Content
from selfassess.core.plan_merge import Fate, PlanImport, merge_plan
from selfassess.core.problem import Problem, WrongCallError
from selfassess.files import assessment_file
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.files.plan_workbook import read_plan
from selfassess.reports.plan_changes import changes_sentence, fate_name, told_changes
from selfassess.words import _, interface
from selfassess.words.names import name_of
from selfassess.words.problems import sentence


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    parser.add_argument(
        "--import",
        type=Path,
        dest="plan",
        metavar="PLAN.xlsx",
        help="bring back the plan of a report",
    )
    parser.add_argument(
        "-o", "--out", type=Path, metavar="OUT.selfassess", help="instead of FILE itself"
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")


def run(arguments: argparse.Namespace) -> int:
    """Say the plan, or take over what was changed in a spreadsheet.

    Raises:
        FileProblemsError: a file can't be used; nothing is written.
    """
    if arguments.plan is None:
        return _say(arguments)
    if arguments.out:
        refuse_to_overwrite(arguments.out)
    file, content = asking.opened(arguments.file)
    read = read_plan(arguments.plan, assessment=file.assessment.id)
    made = merge_plan(file.assessment, read.rows)
    asking.show(_told(made, content))
    asking.show(sentence(problem, interface()) for problem in read.problems)
    counted = changes_sentence(made, len(read.problems), interface())
    print(_("{file}: {counted}", file=arguments.plan, counted=counted))
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


def _say(arguments: argparse.Namespace) -> int:
    """Say the plan as it stands; what goes with an import alone makes no sense here.

    Raises:
        FileProblemsError: the file can't be read.
        WrongCallError: there is nothing to write.
    """
    if arguments.out or arguments.dry_run:
        raise WrongCallError(Problem("plan.nothing-to-import"))
    file, _content = asking.opened(arguments.file)
    words = interface()
    for action in file.assessment.actions:
        told = (name_of(action.status, words), action.owner, action.due)
        print(f"{action.text}  [{', '.join(one for one in told if one)}]")
    if not file.assessment.actions:
        print(_("No actions yet"))
    return 0


def _told(made: PlanImport, content: Content) -> list[str]:
    words = interface()
    same = fate_name(Fate.UNCHANGED, words)
    return [
        f"{place}  {fate}  {text}  {' → '.join(one for one in (was, now) if one)}".rstrip()
        for place, fate, text, was, now in told_changes(made, content, words)
        if fate != same
    ]
