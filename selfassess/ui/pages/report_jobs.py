"""The slow work of the report page, done off the window's thread."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selfassess import __version__
from selfassess.core.results import Results, round_before
from selfassess.files import atomic
from selfassess.reports import report
from selfassess.reports.book import Book
from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class Building:
    """Builds the report of the latest round, compared with the round before where that fits."""

    results: Results
    words: Words
    today: date

    def __call__(self) -> Book:
        """Build the report."""
        return report.build(
            self.results, self.words, self.today, __version__, earlier=round_before(self.results)
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

        atomic.write(self.path, workbook.to_bytes(self.building()))
        return self.path
