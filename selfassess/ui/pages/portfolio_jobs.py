"""The slow work of the portfolio page, done off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from selfassess import __version__
from selfassess.core.content import Content
from selfassess.core.portfolio import Portfolio, merged
from selfassess.files import atomic
from selfassess.files.portfolio_files import Gathered, gather
from selfassess.reports.book import Book
from selfassess.reports.portfolio_book import portfolio_book
from selfassess.reports.portfolio_view import Finding, View, findings, headline, view
from selfassess.words import Words

_TOLD_EVERY = 10


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of reading files, as the page shows it.

    Attributes:
        gathered: What was read now.
        portfolio: All places, those of before among them.
        seen: What they come to; None where there are too few to show anything.
        headline: How many there are, in words.
        findings: What stands out.
        book: The workbook; None where there is nothing to show.
    """

    gathered: Gathered
    portfolio: Portfolio
    seen: View | None = None
    headline: str = ""
    findings: tuple[Finding, ...] = ()
    book: Book | None = None


class Pace(QObject):
    """Says how far the reading is, across threads, and stops it.

    Signals:
        told: So many files are done, of so many.
    """

    told = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = Event()

    def stop(self) -> None:
        """Have the reading end after the file that is being read."""
        self._stopped.set()

    def __call__(self, done: int, of: int) -> bool:
        """Tell how far it is; say whether to go on."""
        if done % _TOLD_EVERY == 0 or done == of:
            self.told.emit(done, of)
        return not self._stopped.is_set()


@dataclass(frozen=True, slots=True)
class Collecting:
    """Reads files and folders, and counts what they have in common with those of before."""

    paths: tuple[Path, ...]
    before: Portfolio
    content: Callable[[], Content]
    pace: Callable[[int, int], bool]
    words: Words
    today: date

    def __call__(self) -> Collected:
        """Read and count."""
        content = self.content()
        gathered = gather(self.paths, content, self.pace)
        portfolio = merged(self.before, gathered.portfolio)
        if not portfolio.large_enough:
            return Collected(gathered, portfolio)
        seen = view(portfolio, content)
        return Collected(
            gathered,
            portfolio,
            seen,
            headline(seen, self.words),
            findings(seen, self.words),
            portfolio_book(seen, self.words, self.today, __version__),
        )


@dataclass(frozen=True, slots=True)
class Saving:
    """Writes what a portfolio comes to, after the ending of the file.

    Attributes:
        to_bytes: Writes it: the whole portfolio, or what is to be asked nationally.
        seen: What the portfolio comes to.
        path: Where.
        words: The words in which it is written.
        today: The day of the report.
    """

    to_bytes: Callable[[str, View, Words, date], bytes]
    seen: View
    path: Path
    words: Words
    today: date

    def __call__(self) -> Path:
        """Write it; return where."""
        ending = self.path.suffix.casefold()
        atomic.write(self.path, self.to_bytes(ending, self.seen, self.words, self.today))
        return self.path
