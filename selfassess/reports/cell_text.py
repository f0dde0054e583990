"""Cell text: what a cell of a book says in words, for previews and documents."""

from datetime import date

from selfassess.reports.book import Cell, Kind
from selfassess.reports.phrases import day
from selfassess.words import Words

_ROUNDED = (Kind.VALUE, Kind.CHANGE, Kind.FORMULA)


def text_of(cell: Cell, words: Words) -> str:
    """Return what a cell says; nothing where it is empty."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value, words)
    if isinstance(value, float) and cell.kind in _ROUNDED:
        sign = "+" if cell.kind is Kind.CHANGE else ""
        return f"{value:{sign}.{cell.decimals}f}"
    if cell.kind is Kind.SHARE and isinstance(value, float):
        return f"{value:.0%}"
    return f"{value:g}" if isinstance(value, float) else str(value)
