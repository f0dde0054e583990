"""`selfassess report`: writes the report of a round."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

from selfassess import __version__
from selfassess.commands import asking
from selfassess.core.non_attributable import enough_partners
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import Results, round_before
from selfassess.files import data_files, pictures, report_file
from selfassess.loading import load, load_qt
from selfassess.reports.book import Book
from selfassess.reports.data import data
from selfassess.reports.data_tables import Data
from selfassess.reports.letters import letter_key, telling_part
from selfassess.reports.options import Options
from selfassess.reports.report import build
from selfassess.reports.upwards import left_out_parts, staying_part
from selfassess.words import SOURCE, Words, _, interface, words_in

_OFFSCREEN = "selfassess.offscreen"
"""What paints pages and pictures; only they load Qt, which needs no screen for them."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made of, in whatever format."""

    results: Results
    earlier: Results | None
    options: Options
    words: Words
    today: date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    asking.add_file(parser)
    asking.add_round(parser)
    endings = "|".join(WRITERS)
    parser.add_argument("-o", "--out", type=Path, required=True, metavar=f"OUT{endings}")
    parser.add_argument("--language", default=SOURCE, metavar="L", help="such as en")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--names", action="store_true", help="with the names of those who answered")
    who.add_argument(
        "--letters",
        action="store_true",
        help="with a letter in place of each partner’s name; says which is which",
    )
    parser.add_argument("--no-notes", action="store_true", help="without what people wrote")
    who.add_argument(
        "--non-attributable",
        action="store_true",
        help="a copy to hand upwards, which does not say who said what; lists what it leaves out",
    )
    parser.add_argument(
        "--pictures", type=Path, metavar="FOLDER", help="also save charts and slides there"
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing")


def run(arguments: argparse.Namespace) -> int:
    """Write the report; an earlier one of that name is replaced whole.

    Raises:
        FileProblemsError: the file can't be read, or the report not written.
    """
    write = WRITERS.get(arguments.out.suffix.casefold())
    if write is None:
        facts = {"ending": ", ".join(WRITERS)}
        raise FileProblemsError(Problem("report.unknown-kind", str(arguments.out), facts=facts))
    results = asking.results_of(arguments)
    options = Options(
        names=arguments.names,
        letters=arguments.letters,
        notes=not arguments.no_notes,
        attributable=not arguments.non_attributable,
    )
    if not options.attributable:
        if not enough_partners(results):
            raise FileProblemsError(Problem("report.too-few-partners", str(arguments.file)))
        asking.show(_left_out(results))
    if options.letters:
        asking.show(_lettered(results, options))
    if arguments.dry_run:
        print(_("Nothing was written."))
        return 0
    today = date.today()  # noqa: DTZ011 - the day on the user's own wall
    words = words_in(arguments.language)
    told = Material(results, round_before(results), options, words, today)
    report_file.save(arguments.out, write(told))
    print(_("Written: {file}", file=arguments.out))
    if arguments.pictures:
        made = _offscreen().to_pictures(*_rounds(told))
        pictures.save(arguments.pictures, made)
        print(_("Written: {file}", file=arguments.pictures))
    return 0


def _left_out(results: Results) -> Iterator[str]:
    words = interface()
    yield _("This copy leaves out:")
    for head, texts in left_out_parts(results, words):
        yield f"- {head}"
        yield from (f"    {' '.join(text.split())}" for text in texts)
    head, texts = staying_part(results, words)
    yield head
    yield from (f"    {' '.join(text.split())}" for text in texts)


def _lettered(results: Results, options: Options) -> Iterator[str]:
    words = interface()
    yield letter_key(results, words)
    head, texts = telling_part(results, options, words)
    if texts:
        yield head
        yield from (f"    {' '.join(text.split())}" for text in texts)


def _book(told: Material) -> Book:
    return build(
        told.results,
        told.words,
        told.today,
        __version__,
        earlier=told.earlier,
        options=told.options,
    )


def _xlsx(told: Material) -> bytes:
    # The spreadsheet library takes a while to load and is not needed for the other formats.
    from selfassess.files import workbook  # noqa: PLC0415  # loaded when first needed

    return workbook.to_bytes(_book(told))


def _pages(ending: str) -> Callable[[Material], bytes]:
    def write(told: Material) -> bytes:
        written: bytes = _offscreen().to_pages(ending, _book(told), *_rounds(told))
        return written

    return write


def _offscreen() -> ModuleType:
    load_qt()
    return load(_OFFSCREEN)


def _rounds(told: Material) -> tuple[Results, Results | None, Options, Words]:
    return told.results, told.earlier, told.options, told.words


def _data(told: Material) -> Data:
    return data(
        told.results,
        told.words,
        told.today,
        __version__,
        earlier=told.earlier,
        options=told.options,
    )


def _of_data(write: Callable[[Data], bytes]) -> Callable[[Material], bytes]:
    return lambda told: write(_data(told))


WRITERS: dict[str, Callable[[Material], bytes]] = {
    ".xlsx": _xlsx,
    ".docx": _pages(".docx"),
    ".pdf": _pages(".pdf"),
    **{ending: _of_data(write) for ending, write in data_files.WRITERS.items()},
}
"""What makes a report, by the ending of its name."""
