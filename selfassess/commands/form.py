"""`selfassess form`: writes blank answer forms for the partners."""

import argparse
import re
import uuid
from datetime import date
from pathlib import Path

from selfassess.commands import asking
from selfassess.core.assessment import Organisation
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import Results, work_out
from selfassess.files import atomic, disk
from selfassess.files.form_workbook import write_form
from selfassess.files.new_file import refuse_to_overwrite
from selfassess.files.validation import unknown
from selfassess.words import _, interface

FIRST_REVISION = 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    asking.add_round(parser)
    parser.add_argument("-o", "--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--organisation", metavar="NAME", help="only for this partner")


def run(arguments: argparse.Namespace) -> int:
    """Write one form for each partner, or for the one that is named.

    Raises:
        FileProblemsError: there is no such partner, or a form is there already; nothing is written.
    """
    file, content = asking.opened(arguments.file, arguments.round)
    results = work_out(file.assessment, content, arguments.round)
    partners = _wanted(results, arguments)
    forms = {arguments.out / _name(partner): partner for partner in partners}
    for path in forms:
        refuse_to_overwrite(path)
    disk.make_folder(arguments.out)
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall
    for path, partner in forms.items():
        form = uuid.uuid4().hex
        data = write_form(results, partner.id, None, form, FIRST_REVISION, interface(), today)
        atomic.write(path, data)
        print(_("Written: {file}", file=path))
    return 0


def _wanted(results: Results, arguments: argparse.Namespace) -> tuple[Organisation, ...]:
    partners = results.round.organisations
    if arguments.organisation is None:
        return partners
    found = tuple(p for p in partners if p.name.casefold() == arguments.organisation.casefold())
    if not found:
        facts = unknown(arguments.organisation, [p.name for p in partners])
        raise FileProblemsError(
            Problem("table.unknown-organisation", str(arguments.file), facts=facts)
        )
    return found


def _name(partner: Organisation) -> str:
    plain = re.sub(r"[^\w]+", "-", partner.name.casefold()).strip("-")
    return f"answers-{plain or partner.id}.xlsx"
