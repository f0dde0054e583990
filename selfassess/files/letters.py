"""Gives every partner a letter for life."""

import unicodedata
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

_KEPT_FREE = "RB"  # R reveals and B blanks while the room votes
ALLOWED = tuple(letter for letter in ascii_uppercase if letter not in _KEPT_FREE)


def letter_for(name: str, taken: Iterable[str]) -> str:
    """Return a letter that nobody has: the first fitting one of the name, else the next free one.

    Where all letters are taken, two stand for one partner.
    """
    used = set(taken)
    return next(letter for letter in _candidates(name) if letter not in used)


def _candidates(name: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", name).upper()
    yield from (letter for letter in plain if letter in ALLOWED)
    yield from ALLOWED
    yield from (first + second for first in ALLOWED for second in ALLOWED)
