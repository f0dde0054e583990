"""Matching: which case studies speak to this partnership, and why, reason by reason."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from selfassess.core.assessment import Assessment, Round
from selfassess.core.cases import CaseStudy
from selfassess.core.codes import UK_NATIONS, Failure
from selfassess.core.diagnosis import Diagnosis, shortfall
from selfassess.core.library import Library, ReasonKind, Tag
from selfassess.core.made import Made
from selfassess.core.scoring import ESSENTIAL, TopicScore

WEIGHTS = {
    ReasonKind.BARRIER: 0.6,  # for each obstacle met here and there, so that they add up
    ReasonKind.DONE: 0.2,  # besides, a place that did something about it has more to tell
    ReasonKind.TOPIC: 1.0,  # the same question stands low there: finer than barriers
    ReasonKind.DIMENSION: 0.2,  # too coarse to find a case by: it decides between near equals
    ReasonKind.STORY: 2.0,  # over all words of the story: what no code can say
    ReasonKind.POLICY_AREA: 3.0,  # people learn from those who do the same work: it tells most
    ReasonKind.SECTOR: 2.0,  # the same partners round the table have the same troubles
    ReasonKind.STEP: 0.3,  # most cases tell of several steps
    ReasonKind.COUNTRY: 0.3,  # the same law; another nation of the kingdom counts half
}
"""What each kind of reason weighs: a tag's share is its weight × how much it matters here × how
much it tells of the case (`Library.telling`).

Tuned on the half of the project's own stories that is marked so (tests/advice). They do equally
well over a wide range there, so round ones were taken. `scripts/bench advice` says what they do on
the other half.
"""

FIRST = 5
"""So many cases at the top are spread so that they differ."""

LIKENESS_COSTS = 0.15
"""How much of its score a case loses for being just like one that stands above it."""

FITS_FROM = 0.5
"""So much of the best case's score must come of what is `TELLING`, or nothing fits."""

TELLING = frozenset(
    (
        ReasonKind.DONE,
        ReasonKind.BARRIER,
        ReasonKind.TOPIC,
        ReasonKind.STORY,
        ReasonKind.POLICY_AREA,
    )
)
"""Reasons of substance; that the same kinds of partners are in the same country is none."""


OF_BARRIERS = (ReasonKind.DONE, ReasonKind.BARRIER)
"""A case met one of our barriers, or did something about it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for a case study.

    Attributes:
        kind: What kind of reason it is.
        code: The barrier, topic, dimension, policy area, sector, step or country it is about; the
            word as the story has it.
        quote: What the case says of it, in the library's own words; may be empty.
        share: Its part of the score, above 0.
    """

    kind: ReasonKind
    code: str
    quote: str
    share: float


@dataclass(frozen=True, slots=True)
class Match:
    """A case study that speaks to the partnership.

    Attributes:
        case: The case study.
        score: The sum of its reasons' shares, above 0.
        reasons: What they did about our barriers, and then the others, largest share first.
    """

    case: CaseStudy
    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_warning(self) -> bool:
        """It tells of something that went wrong, at least in part."""
        return self.case.failure is not Failure.NO


class Ranking(Made[Match]):
    """Cases in order. Each match is made when it is looked at: a big library has thousands."""

    def __init__(
        self,
        places: Sequence[int],
        wanted: "Wanted",
        told: Callable[[Match], Match] = lambda match: match,
    ) -> None:
        """Rank the cases at some places of the library.

        Args:
            places: Their places, the most telling first.
            wanted: What speaks for them.
            told: What is told of a match to whoever looks at it.
        """
        super().__init__(len(places), lambda at: told(wanted.match(places[at])))
        self._places = places
        self._wanted = wanted
        self._told = told

    def told_as(self, told: Callable[[Match], Match]) -> "Ranking":
        """Return the same ranking with each match, as told so far, told in another way."""
        before = self._told
        return Ranking(self._places, self._wanted, lambda match: told(before(match)))

    @cached_property
    def cases(self) -> tuple[CaseStudy, ...]:
        """The case studies, in order."""
        return tuple(map(self._wanted.library.cases.__getitem__, self._places))

    @cached_property
    def _order(self) -> dict[int, int]:
        return {place: at for at, place in enumerate(self._places)}

    def of(self, case: str) -> Match | None:
        """Return the match of a case; None if it is not ranked."""
        place = self._wanted.library.place(case)
        at = self._order.get(place) if place is not None else None
        return self[at] if at is not None else None

    def meeting(self, barrier: str) -> "Ranking":
        """Return the ranking of those alone that met a barrier of ours, or did something about it.

        Args:
            barrier: Its id; of a barrier that is none of ours, none is returned.
        """
        having = {place for tag in _met(barrier) for place in self._wanted.having(tag)}
        return Ranking([at for at in self._places if at in having], self._wanted, self._told)

    @cached_property
    def met(self) -> frozenset[str]:
        """The barriers of ours that a case of this ranking met or did something about."""
        ours = {code for kind, code in self._wanted.weights if kind in OF_BARRIERS}
        return frozenset(
            code
            for code in ours
            if any(at in self._order for tag in _met(code) for at in self._wanted.having(tag))
        )

    def common(self, case: str, kinds: Collection[ReasonKind]) -> list[Tag]:
        """Return what of some kinds a case has in common with us, in the order of its reasons.

        Raises:
            LookupError: the library has no such case.
        """
        place = self._wanted.library.place(case)
        if place is None:
            raise LookupError(case)
        return self._wanted.common(place, kinds)


@dataclass(frozen=True, slots=True)
class Matches:
    """The library as this partnership should read it.

    Attributes:
        ranked: Cases that score above 0, the most telling first.
        not_like_us: Cases that the partnership took out of rank.
    """

    ranked: Ranking
    not_like_us: tuple[CaseStudy, ...]

    @property
    def fits(self) -> bool:
        """Say whether any of the first cases has something of substance in common with us."""
        return any(
            sum(r.share for r in match.reasons if r.kind in TELLING) >= FITS_FROM
            for match in self.ranked[:FIRST]
        )


def match_cases(
    assessment: Assessment,
    round_: Round,
    found: Sequence[Diagnosis],
    topics: Sequence[TopicScore],
    library: Library,
) -> Matches:
    """Rank the case studies for a partnership from its barriers, topics, profile and story.

    Its own account, which is not published, tells it nothing new and is not among them.
    """
    told = dict((*_obstacles(found, topics), *_setting(assessment, round_)))
    wanted = Wanted(told, assessment.partnership.story, library)
    scores = wanted.scores
    unlike = {place for id_ in assessment.not_like_us if (place := library.place(id_)) is not None}
    aside = unlike | library.told_by(assessment.partnership.name)
    places = [at for at, score in enumerate(scores) if score > 0 and at not in aside]
    places.sort(key=scores.__getitem__, reverse=True)  # equals stay in the library's order
    ranking = Ranking(_spread(places, scores, library), wanted)
    return Matches(ranking, tuple(library.cases[at] for at in sorted(unlike)))


class Wanted:
    """What of a partnership a case can match, and what that makes of each case.

    Attributes:
        library: The cases.
        weights: What is so here, each with how much it weighs, above 0.
        scores: The score of every case of the library, by its place.
    """

    def __init__(self, told: Mapping[Tag, float], story: str, library: Library) -> None:
        """Score all cases.

        Args:
            told: What is so here, each with how much it matters, from 0.
            story: The partnership's own words; may be empty.
            library: The cases.
        """
        self.library = library
        self.weights = {
            tag: weight
            for tag, matters in told.items()
            if (weight := WEIGHTS[tag[0]] * matters) > 0
        }
        self._told = library.told(story)
        of_story = WEIGHTS[ReasonKind.STORY]
        self.scores = [of_story * share for share in self._told.shares]
        for tag, weight in self.weights.items():
            for place, tells in library.telling(tag):
                self.scores[place] += weight * tells

    def having(self, tag: Tag) -> Sequence[int]:
        """Return the places of the cases for which a tag speaks; none if it is not so here."""
        return self.library.having(tag) if tag in self.weights else ()

    def common(self, place: int, kinds: Collection[ReasonKind]) -> list[Tag]:
        """Return what of some kinds a case has in common with us, in the order of its reasons."""
        found = [
            (tag[0] is not ReasonKind.DONE, -self.weights[tag] * tells, at, tag)
            for at, (tag, tells, _quote) in enumerate(self.library.tags(place))
            if tag in self.weights and tag[0] in kinds
        ]
        return [tag for *_order, tag in sorted(found)]

    def match(self, place: int) -> Match:
        """Say what speaks for a case."""
        reasons = [
            Reason(*tag, quote, self.weights[tag] * tells)
            for tag, tells, quote in self.library.tags(place)
            if tag in self.weights
        ]
        reasons += [
            Reason(ReasonKind.STORY, said, "", WEIGHTS[ReasonKind.STORY] * parts[place])
            for said, parts in self._told.words
            if place in parts
        ]
        reasons.sort(key=lambda r: (r.kind is not ReasonKind.DONE, -r.share))
        return Match(self.library.cases[place], self.scores[place], tuple(reasons))


def _met(barrier: str) -> Iterator[Tag]:
    return ((kind, barrier) for kind in OF_BARRIERS)


def _obstacles(
    found: Sequence[Diagnosis], topics: Sequence[TopicScore]
) -> Iterator[tuple[Tag, float]]:
    """Yield the obstacles met here, each with how much it matters, from 0."""
    dimensions: dict[str, float] = {}
    for diagnosis in found:
        if diagnosis.raised and not diagnosis.aside:
            barrier, strength = diagnosis.barrier, diagnosis.strength
            matters = strength * (1 + diagnosis.salience)
            yield (ReasonKind.DONE, barrier.id), matters
            yield (ReasonKind.BARRIER, barrier.id), matters
            side = barrier.dimension
            dimensions[side] = max(dimensions.get(side, 0.0), strength)
    for topic in topics:
        if topic.value is not None:
            yield (ReasonKind.TOPIC, topic.id), shortfall(topic.value, ESSENTIAL - 1)
    for dimension, strength in dimensions.items():
        yield (ReasonKind.DIMENSION, dimension), strength


def _setting(assessment: Assessment, round_: Round) -> Iterator[tuple[Tag, float]]:
    """Yield what surrounds the sharing, each with how much it matters."""
    areas = dict.fromkeys(assessment.partnership.policy_areas)
    for area in areas:
        yield (ReasonKind.POLICY_AREA, area), len(areas) ** -0.5
    # Sorted, so that the order of organisations does not even move the last digit.
    sectors = sorted({organisation.sector for organisation in round_.organisations})
    for sector in sectors:
        yield (ReasonKind.SECTOR, sector), len(sectors) ** -0.5
    yield (ReasonKind.STEP, round_.step), 1
    country = assessment.partnership.country
    yield (ReasonKind.COUNTRY, country), 1
    kingdom = (*UK_NATIONS, "GB")
    if country in kingdom:
        for other in kingdom:
            if other != country:
                yield (ReasonKind.COUNTRY, other), 0.5


def _spread(places: Sequence[int], scores: Sequence[float], library: Library) -> list[int]:
    """Put first five cases that differ (maximal marginal relevance); the rest stays as it is."""
    rest = list(places)
    first: list[int] = []
    while rest and len(first) < FIRST:
        best, most = 0, -1.0
        for at, place in enumerate(rest):
            if scores[place] <= most:
                break  # being alike only costs: nobody further down can gain by it
            likeness = max((_likeness(place, above, library) for above in first), default=0.0)
            worth = scores[place] * (1 - LIKENESS_COSTS * likeness)
            if worth > most:
                best, most = at, worth
        first.append(rest.pop(best))
    return first + rest


def _likeness(one: int, other: int, library: Library) -> float:
    """Return how much two cases share of barriers and areas, 0 to 1."""
    mine, theirs = library.marks(one), library.marks(other)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0
