"""Case twins: finds case studies that are there already, or look as if they were."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from selfassess.core.cases import CaseStudy

TITLES_ALIKE = 0.8
TEXTS_ALIKE = 0.6
"""How large a part of the words that either has both must have, 0 to 1."""

_FEWEST_WORDS = 3
"""Shorter titles and texts are alike only when they are the same."""

_PAIR = 2
_WORD = re.compile(r"[^\W_]+")
_ADDRESS_ENDS = re.compile(r"(^https?://(www\.)?)|(/+$)|(#.*$)")


class Alike(StrEnum):
    """In what two case studies are alike, the surest first."""

    ID = "id"
    TEXT = "text"
    TITLE = "title"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Twin:
    """A case study that another one looks like, and in what."""

    case: CaseStudy
    alike: Alike


class Fate(StrEnum):
    """What a pack does with one of its case studies."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    ALIKE = "alike"  # it comes in, but looks like one that is there
    THERE = "there"  # it stays out: another pack or the program has one of its id


@dataclass(frozen=True, slots=True)
class Line:
    """A case study of a pack, what becomes of it, and the one that is there already, if any."""

    case: CaseStudy
    fate: Fate
    twin: Twin | None = None


def twin_of(case: CaseStudy, others: Iterable[CaseStudy]) -> Twin | None:
    """Return the case study that one is most surely a double of; None if there is none."""
    found = [Twin(other, alike) for other in others if (alike := _alike(case, other))]
    order = tuple(Alike)
    return min(found, key=lambda twin: order.index(twin.alike), default=None)


def _alike(one: CaseStudy, other: CaseStudy) -> Alike | None:
    if one.id == other.id:
        return Alike.ID
    if _share(_pairs(one.summary), _pairs(other.summary)) >= TEXTS_ALIKE:
        return Alike.TEXT
    if _share(_words(one.title), _words(other.title)) >= TITLES_ALIKE:
        return Alike.TITLE
    address = _address(one.source.url)
    return Alike.URL if address and address == _address(other.source.url) else None


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=20_000)
def _pairs(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(" ".join(words[at : at + _PAIR]) for at in range(len(words) - _PAIR + 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    if min(len(one), len(other)) < _FEWEST_WORDS:
        return float(bool(one) and one == other)
    return len(one & other) / len(one | other)


def _address(url: str) -> str:
    return _ADDRESS_ENDS.sub("", url.strip().casefold()).rstrip("/")
