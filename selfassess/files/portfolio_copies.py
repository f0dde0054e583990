"""Writes what a portfolio comes to: the workbook, tables for other programs, and what to ask for.

What paints and packs is loaded when it is first needed.
"""

from datetime import date

from selfassess import __version__
from selfassess.reports.portfolio_view import View
from selfassess.words import Words

WORKBOOK, DOCUMENT = ".xlsx", ".docx"
DATA = (".zip", ".csv", ".json")
ENDINGS = (WORKBOOK, *DATA)
"""How the name of a copy of the whole portfolio can end."""

ASKS = (DOCUMENT, WORKBOOK)
"""How the name of an escalation pack can end."""


def to_bytes(ending: str, seen: View, words: Words, today: date) -> bytes:
    """Write a portfolio.

    Args:
        ending: One of `ENDINGS`.
        seen: What it comes to.
        words: The words in which it is written.
        today: The day of the report.
    """
    facts = (seen, words, today, __version__)
    if ending == WORKBOOK:
        from selfassess.files import workbook  # noqa: PLC0415  # a large library
        from selfassess.reports.portfolio_book import portfolio_book  # noqa: PLC0415  # as above

        return workbook.to_bytes(portfolio_book(*facts))
    from selfassess.files.data_files import WRITERS  # noqa: PLC0415  # loads pydantic models
    from selfassess.reports.portfolio_data import portfolio_data  # noqa: PLC0415  # as above

    return WRITERS[ending](portfolio_data(*facts))


def asks_to_bytes(ending: str, seen: View, words: Words, today: date) -> bytes:
    """Write what is to be asked nationally, with the evidence.

    Args:
        ending: One of `ASKS`.
        seen: What the portfolio comes to.
        words: The words in which it is written.
        today: The day of the report.
    """
    facts = (seen, words, today, __version__)
    if ending == DOCUMENT:
        from selfassess.files import escalation_docx  # noqa: PLC0415  # a large library

        return escalation_docx.to_bytes(*facts)
    from selfassess.files import workbook  # noqa: PLC0415  # a large library
    from selfassess.reports.escalation_book import escalation_book  # noqa: PLC0415  # as above

    return workbook.to_bytes(escalation_book(*facts))
