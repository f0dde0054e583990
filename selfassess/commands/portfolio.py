"""`selfassess portfolio`: what many assessments or returns have in common, naming nobody."""

import argparse
import sys
from datetime import date
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, content_index, portfolio_copies
from selfassess.files.portfolio_files import Gathered, gather, refuse_too_few
from selfassess.reports.portfolio_figures import portfolio_figures
from selfassess.reports.portfolio_lines import portfolio_lines
from selfassess.reports.portfolio_view import View, view
from selfassess.words import _, interface, plural
from selfassess.words.problems import sentence

_TOLD_EVERY = 100
"""After so many files it is said how far the reading is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="assessments, returns, or folders"
    )
    endings = "|".join(portfolio_copies.ENDINGS)
    parser.add_argument("-o", "--out", type=Path, metavar=f"OUT{endings}", help="write it")
    parser.add_argument(
        "--escalation",
        type=Path,
        metavar="OUT.docx|.xlsx",
        help="write what is to be asked nationally, with the evidence",
    )
    asking.add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print or write the counts; files that can't be read are listed and skipped.

    Raises:
        FileProblemsError: a file that was named is not there, too few can be counted, or the
            workbook can't be written.
    """
    _refuse_other_endings(arguments.out, portfolio_copies.ENDINGS)
    _refuse_other_endings(arguments.escalation, portfolio_copies.ASKS)
    content = content_index.content()
    gathered = gather(arguments.files, content, _progress)
    for problem in gathered.skipped:
        print(sentence(problem, interface()), file=sys.stderr)
    refuse_too_few(gathered.portfolio)
    seen = view(gathered.portfolio, content)
    if arguments.json:
        asking.show_json({**_about(gathered), **portfolio_figures(seen, interface())})
    else:
        asking.show(portfolio_lines(seen, interface()))
        print(_read(gathered))
    _write(arguments, seen)
    return 0


def _refuse_other_endings(out: Path | None, endings: tuple[str, ...]) -> None:
    if out and out.suffix.casefold() not in endings:
        facts = {"ending": ", ".join(endings[:-1]) + _(" or ") + endings[-1]}
        raise FileProblemsError(Problem("report.unknown-kind", str(out), facts=facts))


def _progress(done: int, of: int) -> bool:
    if done % _TOLD_EVERY == 0 and sys.stderr.isatty():
        print(_("{done} of {of} files read", done=done, of=of), file=sys.stderr)
    return True


def _about(gathered: Gathered) -> dict[str, object]:
    return {
        "files": gathered.files,
        "repeated": gathered.repeated,
        "skipped": [
            {"file": problem.file, "code": problem.code, "text": sentence(problem, interface())}
            for problem in gathered.skipped
        ],
    }


def _read(gathered: Gathered) -> str:
    parts = [plural("{count} file read", "{count} files read", gathered.files)]
    if gathered.repeated:
        parts.append(
            plural(
                "{count} of a partnership that is there already",
                "{count} of partnerships that are there already",
                gathered.repeated,
            )
        )
    if gathered.skipped:
        parts.append(plural("{count} skipped", "{count} skipped", len(gathered.skipped)))
    return "\n" + ", ".join(parts) + "."


def _write(arguments: argparse.Namespace, seen: View) -> None:
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall
    for out, write in (
        (arguments.out, portfolio_copies.to_bytes),
        (arguments.escalation, portfolio_copies.asks_to_bytes),
    ):
        if out:
            atomic.write(out, write(out.suffix.casefold(), seen, interface(), today))
    for out in filter(None, (arguments.out, arguments.escalation)):
        print(_("Written: {file}", file=out), file=sys.stderr if arguments.json else sys.stdout)
