"""The slow work of the report page, done off the window's thread, and the name of a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selfassess import __version__
from selfassess.core.results import Results, round_before
from selfassess.files import pictures, report_file
from selfassess.reports import report
from selfassess.reports.book import Book
from selfassess.reports.options import Options, prepared
from selfassess.ui.print.report_print import PAGES
from selfassess.words import Words, _, interface

DATA_ENDINGS = (".zip", ".json", ".csv")
PAGE_ENDINGS = tuple(PAGES)
_REFUSED = '<>:"/\\|?*'


def report_name(results: Results, options: Options, today: date) -> str:
    """Return a name for a report, without an ending; a copy that leaves partners out has its own.

    Args:
        results: What the report is made of.
        options: What it tells of people.
        today: The day of the report.
    """
    told = prepared(results, options, interface()) if options.letters else results
    name = told.assessment.partnership.name or _("Partnership")
    letters = (letter for letter in name if letter not in _REFUSED and letter.isprintable())
    kept, day = "".join(letters).strip(" ."), today.isoformat()
    if not options.attributable:
        return _("{name} readiness to hand upwards {day}", name=kept, day=day)
    if options.letters:
        return _("{name} readiness with letters {day}", name=kept, day=day)
    return _("{name} readiness {day}", name=kept, day=day)


@dataclass(frozen=True, slots=True)
class Building:
    """Builds the report of the latest round, compared with the round before where that fits."""

    results: Results
    words: Words
    today: date
    options: Options

    def __call__(self) -> Book:
        """Build the report."""
        return report.build(
            self.results,
            self.words,
            self.today,
            __version__,
            earlier=round_before(self.results),
            options=self.options,
        )


@dataclass(frozen=True, slots=True)
class Saving:
    """Builds the report and saves it as a workbook; returns where."""

    building: Building
    path: Path

    def __call__(self) -> Path:
        """Build and save the report; return where."""
        # The spreadsheet library takes a while to load and is not needed before.
        from selfassess.files import workbook  # noqa: PLC0415  # loaded when first needed

        report_file.save(self.path, workbook.to_bytes(self.building()))
        return self.path


@dataclass(frozen=True, slots=True)
class SavingData:
    """Saves the report as data, in the format of its ending; returns where."""

    building: Building
    path: Path

    def __call__(self) -> Path:
        """Make and save the data; return where."""
        # Only who wants data needs what makes them.
        from selfassess.files import data_files  # noqa: PLC0415  # loaded when first needed
        from selfassess.reports.data import data  # noqa: PLC0415  # loaded when first needed

        told = self.building
        made = data(
            told.results,
            told.words,
            told.today,
            __version__,
            earlier=round_before(told.results),
            options=told.options,
        )
        report_file.save(self.path, data_files.WRITERS[self.path.suffix.casefold()](made))
        return self.path


@dataclass(frozen=True, slots=True)
class SavingPages:
    """Saves the report as pages, in the format of its ending; returns where.

    Attributes:
        building: Builds the report.
        painted: The pictures that it needs, painted on the thread of the window.
        path: Where it is saved.
    """

    building: Building
    painted: Mapping[str, bytes]
    path: Path

    def __call__(self) -> Path:
        """Write and save the pages; return where."""
        write = PAGES[self.path.suffix.casefold()]
        book = self.building()
        report_file.save(self.path, write(book, self.building.words, self.painted))
        return self.path


@dataclass(frozen=True, slots=True)
class SavingPictures:
    """Saves the charts and slides in a folder; returns where."""

    painted: Mapping[str, bytes]
    folder: Path

    def __call__(self) -> Path:
        """Save the pictures; return their folder."""
        pictures.save(self.folder, self.painted)
        return self.folder
