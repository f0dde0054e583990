"""Report print: the report as a Word document, as a PDF, and as pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from selfassess.core.results import Results
from selfassess.reports.book import Book
from selfassess.reports.chapters import document
from selfassess.reports.options import Options, prepared
from selfassess.ui.print.document_print import document_pdf
from selfassess.ui.print.pictures import all_pictures, document_pictures
from selfassess.ui.theme import Theme
from selfassess.words import Words


@dataclass(frozen=True, slots=True)
class Printed:
    """What is painted.

    Attributes:
        results: What follows from the round.
        earlier: The earlier round that it is compared with, if there is one.
        options: What it tells of people.
        words: The words of the report.
    """

    results: Results
    earlier: Results | None
    options: Options
    words: Words

    def prepared(self) -> tuple[Results, Results | None]:
        """Return both rounds without what must not be told."""
        earlier = self.earlier and prepared(self.earlier, self.options, self.words)
        return prepared(self.results, self.options, self.words), earlier


def paint(theme: Theme, told: Printed) -> dict[str, bytes]:
    """Paint the pictures of a document, on the thread of the window."""
    return document_pictures(theme, *told.prepared(), told.words)


def paint_all(theme: Theme, told: Printed) -> dict[str, bytes]:
    """Paint all charts and slides; returns PNG by the name of a file without its ending."""
    return all_pictures(theme, *told.prepared(), told.words)


def docx(book: Book, words: Words, pictures: Mapping[str, bytes]) -> bytes:
    """Write a report as a Word document, on whatever thread."""
    # The library for Word takes a while to load and is not needed for the other formats.
    from selfassess.files import report_docx  # noqa: PLC0415  # loaded when first needed

    return report_docx.to_bytes(document(book, words), pictures)


def pdf(book: Book, words: Words, pictures: Mapping[str, bytes]) -> bytes:
    """Write a report as a PDF, on whatever thread."""
    return document_pdf(document(book, words), pictures)


PAGES: dict[str, Callable[[Book, Words, Mapping[str, bytes]], bytes]] = {".docx": docx, ".pdf": pdf}
"""What writes a report as pages, by the ending of its name."""
