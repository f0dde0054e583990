"""Counts of a portfolio: what recurs, where partners differ, how values spread.

No count stands for one or two places, and none can be worked out from those that are shown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import floor
from statistics import quantiles

from selfassess.core.codes import DIMENSIONS, Agreement, Confidence, Reach, Statement
from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.core.portfolio import (
    OTHERS,
    UNKNOWN,
    By,
    Place,
    Portfolio,
    Raised,
    groups_in_order,
)
from selfassess.core.scoring import ESSENTIAL
from selfassess.core.small_numbers import SMALLEST_GROUP, Shown, protected, shown, total

BANDS = tuple(range(LOWEST, HIGHEST + 1))


@dataclass(frozen=True, slots=True)
class Spread:
    """How values spread over places: quartiles, never single places."""

    lower: float
    middle: float
    upper: float


@dataclass(frozen=True, slots=True)
class BarrierCount:
    """How often a barrier recurs.

    Attributes:
        barrier: Its id.
        dimension: The dimension it belongs to, or `national`.
        reach: Who can remove it.
        places: In how many places the answers raise it.
        looked_for: How many places were asked a sign of it.
        holds_back: In how many of them it holds back the next step.
        strength: Its strength in those that raise it, 0 to 1.
        confidences: How many rely on it how far, in the order of `Confidence`.
    """

    barrier: str
    dimension: str
    reach: Reach
    places: Shown
    looked_for: Shown
    holds_back: Shown
    strength: Spread | None
    confidences: tuple[Shown, ...]

    @property
    def share(self) -> float | None:
        """The places that raise it as a share of those asked, 0 to 1; None where withheld."""
        if self.places is None or not self.looked_for:
            return None
        return self.places / self.looked_for


@dataclass(frozen=True, slots=True)
class Table:
    """Places by barrier and group.

    Attributes:
        by: What they are grouped by.
        groups: The codes of the groups, in order.
        sizes: How many places are in each group.
        rows: For each barrier its count in each group.
        totals: For each barrier the sum of its row; None where a cell is withheld or where a place
            can be in several groups.
        size: The sum of the sizes, by the same rule.
    """

    by: By
    groups: tuple[str, ...]
    sizes: tuple[Shown, ...]
    rows: tuple[tuple[str, tuple[Shown, ...]], ...]
    totals: tuple[Shown, ...]
    size: Shown


class Portion(IntEnum):
    """A part of the places, so coarse that no small number can be read from it."""

    FEW = 0  # under a quarter
    SOME = 1  # a quarter to a half
    MANY = 2  # half to three quarters
    MOST = 3  # three quarters or more


@dataclass(frozen=True, slots=True)
class DimensionCount:
    """How a dimension stands over places, from the questions of the short set.

    Attributes:
        dimension: Its id.
        spread: The quartiles of its values, 1 to 5; None where fewer than three are known.
        bands: How many places stand at 1, 2, 3, 4 and 5.
        known: The sum of the bands; None where one of them is withheld.
        below: How many stand below 3, the essential line; None where withheld.
        low: Which part of the places with a value stands below 3; None for fewer than three.
        held: How many are held back by a must-have that is not met.
        agreement: How many say close, some spread, split, and one view.
        agreement_known: The sum of these; None where one of them is withheld.
        apart: In which part of the places with a word partners are apart (some spread, or split);
            None for fewer than three.
    """

    dimension: str
    spread: Spread | None
    bands: tuple[Shown, ...]
    known: Shown
    below: Shown
    low: Portion | None
    held: Shown
    agreement: tuple[Shown, ...]
    agreement_known: Shown
    apart: Portion | None


@dataclass(frozen=True, slots=True)
class GroupSpreads:
    """How each dimension spreads in a group; None where fewer than three are known.

    Attributes:
        by: What places are grouped by; None: all places together.
        group: The group's code; empty for all.
        size: How many places are in it.
        spreads: In the order of `dimension_ids`.
    """

    by: By | None
    group: str
    size: Shown
    spreads: tuple[Spread | None, ...]


def spread_of(values: Sequence[float]) -> Spread | None:
    """Return the quartiles of values; None for fewer than three."""
    if len(values) < SMALLEST_GROUP:
        return None
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    return Spread(lower, middle, upper)


def statements(portfolio: Portfolio) -> tuple[Shown, ...]:
    """Count the readiness statements: not yet, with conditions, ready, too early to say."""
    said = Counter(place.statement for place in portfolio.places)
    counts = [said[statement] for statement in (*Statement, None)]
    return protected(counts, adds_up=True)


def barriers(portfolio: Portfolio) -> tuple[BarrierCount, ...]:
    """Count the barriers that some place raises, the most frequent first; ties by id."""
    raised: dict[str, list[Raised]] = {}
    for place in portfolio.places:
        for one in place.raised:
            raised.setdefault(one.barrier, []).append(one)
    asked = Counter(barrier for place in portfolio.places for barrier in place.looked_for)

    def order(id_: str) -> tuple[int, str]:
        # Where one or two places stand behind it, its place in the list must not tell which.
        return -(shown(len(raised[id_])) or 0), id_

    return tuple(_barrier(id_, raised[id_], asked[id_]) for id_ in sorted(raised, key=order))


def table(portfolio: Portfolio, by: By, found: Sequence[BarrierCount]) -> Table:
    """Count barriers in each group of places.

    Args:
        portfolio: The portfolio.
        by: What places are grouped by.
        found: The barriers, as `barriers` counts them.
    """
    members = _members(portfolio, by)
    sizes = protected([len(inside) for inside in members.values()], adds_up=by.adds_up)
    small = [at for at, size in enumerate(sizes) if size is None]
    counts = [Counter(r.barrier for p in inside for r in p.raised) for inside in members.values()]
    rows = tuple(
        (
            one.barrier,
            protected(
                [count[one.barrier] for count in counts],
                adds_up=by.adds_up and one.places is not None,
                small=small,
            ),
        )
        for one in found
    )
    return Table(
        by=by,
        groups=tuple(members),
        sizes=sizes,
        rows=rows,
        totals=tuple(total(cells) if by.adds_up else None for _barrier, cells in rows),
        size=total(sizes) if by.adds_up else None,
    )


def kinds_of_groups(portfolio: Portfolio) -> tuple[By, ...]:
    """Return what places can be grouped by: by area only if some area has places enough."""
    areas = set(_members(portfolio, By.AREA)) - {OTHERS, UNKNOWN}
    return tuple(by for by in By if by is not By.AREA or areas)


def dimensions(portfolio: Portfolio) -> tuple[DimensionCount, ...]:
    """Say how each dimension stands, in walk order."""
    return tuple(_dimension(id_, portfolio.places) for id_ in dimension_ids(portfolio))


def dimension_ids(portfolio: Portfolio) -> tuple[str, ...]:
    """Return the dimensions of a portfolio: ours in walk order, then those of others."""
    there = {id_ for place in portfolio.places for id_ in place.dimensions}
    return (*(d for d in DIMENSIONS if d in there), *sorted(there.difference(DIMENSIONS)))


def spreads(portfolio: Portfolio) -> tuple[GroupSpreads, ...]:
    """Say how the dimensions spread over all places, and then in each group of each kind."""
    ids = dimension_ids(portfolio)
    everywhere = portfolio.places
    found = [
        GroupSpreads(None, "", shown(len(everywhere)), tuple(_spread(i, everywhere) for i in ids))
    ]
    for by in kinds_of_groups(portfolio):
        members = _members(portfolio, by)
        sizes = protected([len(inside) for inside in members.values()], adds_up=by.adds_up)
        for (group, inside), size in zip(members.items(), sizes, strict=True):
            counted = inside if size is not None else []
            found.append(GroupSpreads(by, group, size, tuple(_spread(i, counted) for i in ids)))
    return tuple(found)


def because(portfolio: Portfolio, barrier: str) -> tuple[tuple[str, int, int], ...]:
    """Return the answers that raise a barrier in at least three places, the most frequent first.

    Returns:
        Of each the topic, the level from 1 to 5 at which it stands there, and how many places.
    """
    said = Counter(
        (topic, floor(value))
        for place in portfolio.places
        for one in place.raised
        if one.barrier == barrier
        for topic, value in one.because
    )
    often = [(t, level, n) for (t, level), n in said.items() if n >= SMALLEST_GROUP]
    return tuple(sorted(often, key=lambda line: (-line[2], line[0], line[1])))


def tried(portfolio: Portfolio, barrier: str) -> dict[str, Shown]:
    """Count the places that act on a barrier, by where the actions stand.

    A place can have actions that stand at several.

    Returns:
        Of `todo`, `doing`, `done` and `stuck` each the count.
    """
    counts = Counter(
        status
        for place in portfolio.places
        for id_, statuses in place.tried
        if id_ == barrier
        for status in statuses
    )
    return {status: shown(counts[status]) for status in ("todo", "doing", "done", "stuck")}


def told(portfolio: Portfolio, barrier: str) -> tuple[str, ...]:
    """Return what places say that they do about a barrier, where at least three say something."""
    said = [[text for about, text in place.texts if about == barrier] for place in portfolio.places]
    if sum(bool(texts) for texts in said) < SMALLEST_GROUP:
        return ()
    return tuple(sorted({text for texts in said for text in texts}))


def national(found: Iterable[BarrierCount]) -> tuple[BarrierCount, ...]:
    """Return the barriers of enough places that others than the places themselves can remove."""
    return tuple(b for b in found if b.reach is not Reach.LOCAL and b.places is not None)


def _barrier(id_: str, raised: Sequence[Raised], asked: int) -> BarrierCount:
    places = shown(len(raised))
    relied = Counter(one.confidence for one in raised)
    if places is None:
        confidences: tuple[Shown, ...] = (None,) * len(Confidence)
    else:
        confidences = protected([relied[word] for word in Confidence], adds_up=True)
    return BarrierCount(
        barrier=id_,
        dimension=raised[0].dimension,
        reach=max(one.reach for one in raised),
        places=places,
        looked_for=shown(asked),
        holds_back=None if places is None else shown(sum(one.holds_back for one in raised)),
        strength=spread_of([one.strength for one in raised]),
        confidences=confidences,
    )


def _dimension(id_: str, places: Sequence[Place]) -> DimensionCount:
    standing = [place.dimensions.get(id_) for place in places]
    values = [s.value for s in standing if s and s.value is not None]
    words = [s.agreement for s in standing if s and s.agreement]
    below = sum(value < ESSENTIAL for value in values)
    apart = sum(word in (Agreement.SOME_SPREAD, Agreement.SPLIT) for word in words)
    bands, shown_below = _bands(Counter(map(floor, values)))
    agreement = protected([words.count(word) for word in Agreement], adds_up=True)
    return DimensionCount(
        dimension=id_,
        spread=spread_of(values),
        bands=bands,
        known=total(bands),
        below=shown_below,
        low=_portion(below, len(values)),
        held=shown(sum(bool(s and s.held) for s in standing)),
        agreement=agreement,
        agreement_known=total(agreement),
        apart=_portion(apart, len(words)),
    )


def _bands(counts: Counter[int]) -> tuple[tuple[Shown, ...], Shown]:
    """Protect the two sides of the essential line first, so that it is seen how many are below."""
    low = [counts[band] for band in BANDS if band < ESSENTIAL]
    high = [counts[band] for band in BANDS if band >= ESSENTIAL]
    below, above = protected([sum(low), sum(high)], adds_up=True)
    hidden_low, hidden_high = (None,) * len(low), (None,) * len(high)
    lows = hidden_low if below is None else protected(low, adds_up=True)
    highs = hidden_high if above is None else protected(high, adds_up=True)
    return (*lows, *highs), below


def _portion(part: int, of: int) -> Portion | None:
    if of < SMALLEST_GROUP:
        return None
    return Portion(min(Portion.MOST, part * len(Portion) // of))


def _members(portfolio: Portfolio, by: By) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in portfolio.places:
        for group in place.groups[by]:
            found.setdefault(group, []).append(place)
    if by is By.AREA:
        found = _without_small_areas(found)
    return {group: found[group] for group in groups_in_order(by, found)}


def _without_small_areas(found: Mapping[str, list[Place]]) -> dict[str, list[Place]]:
    """Put the places of small areas together: that one takes part may tell which it is."""
    small = [a for a in found if a != UNKNOWN and len(found[a]) < SMALLEST_GROUP]
    together = [place for area in small for place in found[area]]
    large = {area: inside for area, inside in found.items() if area not in small}
    return large | ({OTHERS: together} if together else {})


def _spread(dimension: str, places: Sequence[Place]) -> Spread | None:
    standing = (place.dimensions.get(dimension) for place in places)
    return spread_of([s.value for s in standing if s and s.value is not None])
