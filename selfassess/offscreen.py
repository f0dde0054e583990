"""Offscreen: what Qt paints for the command line, without a window and without a screen."""

import os
import sys
from functools import cache

from PySide6.QtWidgets import QApplication

from selfassess.core.results import Results
from selfassess.files.tokens_file import read_tokens
from selfassess.reports.book import Book
from selfassess.reports.options import Options
from selfassess.ui.print import report_print
from selfassess.ui.print.report_print import Printed
from selfassess.ui.theme import Look, Theme
from selfassess.words import Words


def to_pages(
    ending: str,
    book: Book,
    results: Results,
    earlier: Results | None,
    options: Options,
    words: Words,
) -> bytes:
    """Write a report as a Word document or a PDF, by the ending of its name."""
    pictures = report_print.paint(_theme(), Printed(results, earlier, options, words))
    return report_print.PAGES[ending](book, words, pictures)


def to_pictures(
    results: Results, earlier: Results | None, options: Options, words: Words
) -> dict[str, bytes]:
    """Paint charts and slides; returns PNG by the name of a file without its ending."""
    return report_print.paint_all(_theme(), Printed(results, earlier, options, words))


@cache
def _theme() -> Theme:
    """Begin an application that needs no screen, and return its light theme."""
    if sys.platform == "linux":
        # Elsewhere the system's own way needs no screen either, and knows the system's fonts.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication([])
    theme = Theme(read_tokens(), choice=Look.LIGHT, parent=app)
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
        app.setFont(theme.font())
    return theme
