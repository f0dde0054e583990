"""Due dates as people type them."""

import contextlib
import re
from datetime import date

from selfassess.ui.dates import MONTHS
from selfassess.words import _

_PIECES = re.compile(r"[\s/.,-]+")
_LEAST_LETTERS = 3
_CENTURY = 2000


def read_date(typed: str, today: date) -> date | None:
    """Return the date that was typed, day first: 30/10/2026, 30 Oct 2026, 2026-10-30, 30 October.

    Without a year it is the next such day from today on.

    Args:
        typed: What was typed.
        today: The day it is.

    Returns:
        The date; None where it is none.
    """
    with contextlib.suppress(ValueError):
        return date.fromisoformat(typed.strip())
    pieces = [piece for piece in _PIECES.split(typed.strip()) if piece]
    if len(pieces) not in (2, 3) or not pieces[0].isdecimal():
        return None
    month = _month(pieces[1])
    if month is None:
        return None
    day, year = int(pieces[0]), pieces[2] if pieces[2:] else ""
    if year and not year.isdecimal():
        return None
    if year:
        return _made(int(year) if len(year) > len("26") else _CENTURY + int(year), month, day)
    this = _made(today.year, month, day)
    return _made(today.year + 1, month, day) if this is not None and this < today else this


def _month(piece: str) -> int | None:
    if piece.isdecimal():
        return int(piece)
    if len(piece) < _LEAST_LETTERS:
        return None
    for number, name in enumerate(MONTHS, 1):
        for said in (name, _(name)):
            if said.casefold().startswith(piece.casefold()):
                return number
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
