"""Phrases: the small pieces that sentences about results are made of."""

from collections.abc import Sequence
from datetime import date
from math import floor

from selfassess.core.codes import Evidence
from selfassess.core.results import Results
from selfassess.core.text import Text
from selfassess.words import Words
from selfassess.words.names import level_name, name_of

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NAMED_AT_MOST = 4
"""So many organisations are named in a sentence; more are counted."""


def said(text: Text, words: Words) -> str:
    """Return a text of the content in the reader's language."""
    return text.say(words.language)


def listed(items: Sequence[str], words: Words) -> str:
    """Join items as people do: “A”, “A and B”, “A, B and C”; nothing for none."""
    if len(items) < len(("A", "B")):
        return "".join(items)
    return words("{first} and {last}", first=", ".join(items[:-1]), last=items[-1])


def day(when: date, words: Words) -> str:
    """Return a date as it is read: 24 September 2026."""
    month = words(_MONTHS[when.month - 1])
    return words("{day} {month} {year}", day=when.day, month=month, year=when.year)


def figure(value: float) -> str:
    """Return a level with one decimal, two where one would show the next level (2.96)."""
    return f"{value:.{decimals(value)}f}"


def decimals(value: float) -> int:
    """Return how many decimals a level is shown with, so that it never looks like the next one."""
    return 1 if floor(round(value, 1)) == floor(value) else 2


def short_figure(value: float) -> str:
    """Return a level without decimals that say nothing: 2, 2.5."""
    return str(int(value)) if value == floor(value) else figure(value)


def lower_level_name(level: int, words: Words) -> str:
    """Return the name of a level as it stands inside a sentence."""
    return lowered(level_name(level, words))


def lower_name(code: str, words: Words) -> str:
    """Return the name of a code as it stands inside a sentence."""
    return lowered(name_of(code, words))


def lowered(text: str) -> str:
    """Return a text with a small first letter."""
    return text[:1].lower() + text[1:]


def capitalised(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def evidence_phrase(evidence: Evidence, words: Words) -> str:
    """Return what stands behind an answer, as it stands inside brackets."""
    return lower_name(evidence, words)


def organisations(
    ids: Sequence[str], results: Results, words: Words, *, at_most: int = NAMED_AT_MOST
) -> str:
    """Name organisations, or count them where there are many or the assessment is anonymous."""
    if results.assessment.anonymous or len(ids) > at_most:
        return words.plural("{count} partner", "{count} partners", len(ids))
    here = {o.id: o.name for o in results.round.organisations}
    return listed([here.get(id_, id_) for id_ in ids], words)


def titled(text: str, results: Results, words: Words) -> str:
    """Return a title, which says so where the partnership is made up."""
    mark = _made_up(words)
    if not results.assessment.fictional or mark in text:
        return text
    return f"{text} {mark}"


def untitled(text: str, words: Words) -> str:
    """Return a title without saying that the partnership is made up, where that is said besides."""
    return text.removesuffix(f" {_made_up(words)}")


def _made_up(words: Words) -> str:
    return words("(a made-up example)")


def dimension_name(code: str, results: Results, words: Words) -> str:
    """Return the name of a dimension, or of the code `national`."""
    score = results.dimension(code)
    return said(score.dimension.name, words) if score else name_of(code, words)
