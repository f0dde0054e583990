"""The library of case studies, prepared once so that matching need not look at each case."""

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from selfassess.core.cases import CaseBarrier, CaseEnabler, CaseStudy
from selfassess.core.codes import CASE_STAGES
from selfassess.core.content import Content
from selfassess.core.identity import Same
from selfassess.core.text_index import TextIndex


class ReasonKind(StrEnum):
    """Why a case study speaks to a partnership."""

    DONE = "done"
    BARRIER = "barrier"
    TOPIC = "topic"
    DIMENSION = "dimension"
    STORY = "story"
    POLICY_AREA = "policy-area"
    SECTOR = "sector"
    STEP = "step"
    COUNTRY = "country"


Tag = tuple[ReasonKind, str]
"""A kind of reason and a code, such as the barrier `consent-by-habit` or the sector `police`."""

RARE_COUNTS_MORE = frozenset(
    (
        ReasonKind.BARRIER,
        ReasonKind.DONE,
        ReasonKind.TOPIC,
        ReasonKind.POLICY_AREA,
        ReasonKind.SECTOR,
    )
)
"""Kinds of tags that tell more the fewer cases have them: that a council took part says little."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a story has in common with the cases.

    Attributes:
        words: Each of its words that some case has, with how much of the whole story it is in each
            case.
        shares: The same over all words, for every case.
    """

    words: tuple[tuple[str, Mapping[int, float]], ...]
    shares: Sequence[float]


class Library:
    """Case studies sorted by their tags and words; a case is known by its place."""

    def __init__(self, cases: Sequence[CaseStudy], built_in: int) -> None:
        """Prepare some cases.

        Args:
            cases: The case studies in their order.
            built_in: How many of them, from the first, are the built-in library. How rare a tag or
                a word is, is frozen from these: cases added behind them change no weight.
        """
        self.cases = cases
        self._built_in = built_in
        self._places = {case.id: place for place, case in enumerate(cases)}
        self._told: tuple[str, Told] | None = None
        self._told_by: dict[str, frozenset[int]] = {}
        for at, case in enumerate(cases):
            if case.source.unpublished:
                name = case.source.publisher.strip().casefold()
                self._told_by[name] = self._told_by.get(name, frozenset()) | {at}
        self._tags = [_tags(case) for case in cases]
        self._having: dict[Tag, list[int]] = {}
        for place, tags in enumerate(self._tags):
            for tag in tags:
                self._having.setdefault(tag, []).append(place)
        self._rare = {tag: self._rarity(tag) for tag in self._having}
        self._telling = {tag: self._tells(tag, places) for tag, places in self._having.items()}

    def place(self, id_: str) -> int | None:
        """Return the place of a case; None if there is no such case."""
        return self._places.get(id_)

    def having(self, tag: Tag) -> Sequence[int]:
        """Return the places of the cases that have a tag."""
        return self._having.get(tag, ())

    def telling(self, tag: Tag) -> Iterable[tuple[int, float]]:
        """Return the cases that have a tag, each with how much the tag tells of it.

        From above 0 to 1: it tells less the more cases have it (where its kind is so), and the more
        tags of its kind the case has.
        """
        return zip(self.having(tag), self._telling.get(tag, ()), strict=True)

    def tags(self, place: int) -> Iterator[tuple[Tag, float, str]]:
        """Yield the tags of a case, each with how much it tells and what the case says of it."""
        for tag, (quote, share) in self._tags[place].items():
            yield tag, share * self._rare[tag], quote

    def marks(self, place: int) -> frozenset[Tag]:
        """Return what two cases are compared by: their barriers and policy areas."""
        compared = (ReasonKind.BARRIER, ReasonKind.POLICY_AREA)
        return frozenset(tag for tag in self._tags[place] if tag[0] in compared)

    def told_by(self, name: str) -> frozenset[int]:
        """Return the cases that are the own account, not published, of whoever has this name."""
        return self._told_by.get(name.strip().casefold(), frozenset())

    def told(self, story: str) -> Told:
        """Compare a story with the cases; the last one is kept while answers come in."""
        if self._told is None or self._told[0] != story:
            self._told = (story, self._compared(story))
        return self._told[1]

    @cached_property
    def texts(self) -> TextIndex:
        """The words of the cases."""
        return TextIndex([text_of(case) for case in self.cases], self._built_in)

    def _compared(self, story: str) -> Told:
        shares = [0.0] * len(self.cases)
        terms = self.texts.terms(story) if story else ()
        whole = sum(self.texts.worth(term) for term in terms)
        words = []
        for term in terms:
            parts = {at: weight / whole for at, weight in self.texts.weights(term).items()}
            words.append((term.said, parts))
            for place, part in parts.items():
                shares[place] += part
        return Told(tuple(words), shares)

    def _tells(self, tag: Tag, places: Sequence[int]) -> Sequence[float]:
        rarity = self._rare[tag]
        return array("d", (self._tags[place][tag][1] * rarity for place in places))

    def _rarity(self, tag: Tag) -> float:
        """Return 1 where one case has a tag, and towards 0 the more have it."""
        if tag[0] not in RARE_COUNTS_MORE or not self._built_in:
            return 1.0
        having = bisect_left(self._having[tag], self._built_in)
        whole = math.log(1 + self._built_in)
        return math.sqrt(math.log((1 + self._built_in) / max(1, having)) / whole)


def library_of(content: Content) -> Library:
    """Return the prepared library of some content; the same cases are prepared only once."""
    return _prepared(Same(content.cases), len(content.cases) - content.added_cases)


def text_of(case: CaseStudy) -> str:
    """Return all that a case says, for the text index; its title is the first line."""
    hows = (barrier.how for barrier in case.barriers)
    whats = (enabler.what for enabler in case.enablers)
    told = (case.title, case.summary, case.result, case.take)
    return "\n".join((*told, *hows, *whats, *case.lessons, case.place))


@lru_cache(maxsize=4)
def _prepared(cases: Same[tuple[CaseStudy, ...]], built_in: int) -> Library:
    return Library(cases.thing, built_in)


def _tags(case: CaseStudy) -> dict[Tag, tuple[str, float]]:
    """Return the tags of a case, each with what it says of it and its share among its kind."""
    said: dict[ReasonKind, dict[str, str]] = {}
    for kind, code, quote in _said(case):
        said.setdefault(kind, {}).setdefault(code, quote)
    return {
        (kind, code): (quote, 1 / math.sqrt(len(quotes)))
        for kind, quotes in said.items()
        for code, quote in quotes.items()
    }


def _said(case: CaseStudy) -> Iterator[tuple[ReasonKind, str, str]]:
    items: tuple[tuple[ReasonKind, CaseBarrier | CaseEnabler, str], ...] = (
        *((ReasonKind.BARRIER, barrier, barrier.how) for barrier in case.barriers),
        *((ReasonKind.DONE, enabler, enabler.what) for enabler in case.enablers),
    )
    for kind, item, quote in items:
        yield from ((kind, barrier, quote) for barrier in item.catalogue)
        yield from ((ReasonKind.TOPIC, topic, quote) for topic in item.topics)
    yield from ((ReasonKind.DIMENSION, barrier.code, barrier.how) for barrier in case.barriers)
    yield from ((ReasonKind.POLICY_AREA, area, "") for area in case.policy_areas)
    yield from ((ReasonKind.SECTOR, sector, "") for sector in case.sectors)
    for stage in case.stages:
        if stage in CASE_STAGES:
            yield ReasonKind.STEP, CASE_STAGES[stage], ""
    yield ReasonKind.COUNTRY, case.country, ""
