"""Patterns: what the votes on a topic look like, so that the facilitator knows what to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from selfassess.core.agreement import DONT_KNOW_FINDING, LEVELS, LONE_FROM, consensus
from selfassess.core.assessment import Counts, Round
from selfassess.core.averages import median
from selfassess.core.codes import Evidence, Mode, PatternId
from selfassess.core.scoring import ESSENTIAL, TopicScore
from selfassess.core.workshop import has_voted_again, tally_of

LOW, HIGH, TOP = 2, 4, 5
_GAP = 2
"""So many levels between two neighbours part two groups."""

_WIDE = 3
"""Views that span so many levels lie all over the scale."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The votes on a topic as a facilitator sees them.

    Attributes:
        score: What the topic comes to.
        first: How many gave each level in the first vote, lowest first.
        last: How many gave each level, last votes in place of first ones.
        again: The room has voted twice.
    """

    score: TopicScore
    first: Counts
    last: Counts
    again: bool

    @property
    def levels(self) -> tuple[int, ...]:
        """Every level that was given, lowest first, as often as it was given."""
        counted = zip(LEVELS, self.last, strict=True)
        return tuple(level for level, count in counted for _ in range(count))

    @property
    def apart(self) -> int:
        """How many levels lie between the lowest and the highest view."""
        return self.levels[-1] - self.levels[0] if self.levels else 0

    def stand_at(self, level: Callable[[float], bool]) -> tuple[str, ...]:
        """Return the organisations whose level is like this, in set-up order."""
        stands = self.score.stands
        return tuple(s.organisation for s in stands if s.level is not None and level(s.level))

    @property
    def unsure(self) -> tuple[str, ...]:
        """The organisations that said nothing but don't know."""
        stands = self.score.stands
        return tuple(s.organisation for s in stands if s.level is None and "dk" in s.given)


@dataclass(frozen=True, slots=True)
class Seen:
    """A pattern, and who makes it; empty where no organisation can be named.

    Attributes:
        id: The pattern.
        lowest: The organisations that stand lowest.
        highest: The organisations that stand highest.
        others: The organisations between them, or beside the one that stands apart.
        lone: The organisations that stand apart.
        unsure: The organisations that don't know.
        apart: How many levels apart the views are.
    """

    id: PatternId
    lowest: tuple[str, ...]
    highest: tuple[str, ...]
    others: tuple[str, ...]
    lone: tuple[str, ...]
    unsure: tuple[str, ...]
    apart: int


def sight(round_: Round, score: TopicScore, *, again: bool = False) -> Sight:
    """Return the votes on a topic; `again` where it is known that the room has voted twice."""
    first = list(score.counts)
    for vote in round_.votes:
        if vote.topic == score.id:
            for voted, step in ((vote.last, -1), (vote.first, 1)):
                if isinstance(voted, int):
                    first[voted - 1] += step
    tally = tally_of(round_, score.id)
    if tally is not None:
        pairs = zip(first, tally.last, tally.first, strict=True)
        first = [count - last + before for count, last, before in pairs]
    one, two, three, four, five = first
    twice = again or has_voted_again(round_, score.id)
    return Sight(score, (one, two, three, four, five), score.counts, twice)


def moved(round_: Round, score: TopicScore) -> tuple[Counts, Counts] | None:
    """Return what the room voted first and then, where a second vote differs; hands stand alone."""
    tally = tally_of(round_, score.id)
    if tally is not None and tally.first != tally.last:
        return tally.first, tally.last
    seen = sight(round_, score)
    return (seen.first, seen.last) if seen.first != seen.last else None


def see(sight_: Sight) -> Seen:
    """Say which pattern votes make: the first that fits."""
    found = next(id_ for id_ in PatternId if _FITS[id_](sight_))
    levels = [s.level for s in sight_.score.stands if s.level is not None]
    bottom, top = min(levels, default=0.0), max(levels, default=0.0)
    spread = bottom < top
    lone = sight_.stand_at(lambda level: level == _lone_level(sight_))
    lowest = sight_.stand_at(lambda level: level == bottom and spread)
    highest = sight_.stand_at(lambda level: level == top and spread)
    named = set(lone) if found in (PatternId.ONE_LOWER, PatternId.ONE_HIGHER) else set()
    named |= set() if named else {*lowest, *highest}
    others = sight_.stand_at(lambda _level: True)
    return Seen(
        id=found,
        lowest=lowest,
        highest=highest,
        others=tuple(o for o in others if o not in named),
        lone=lone,
        unsure=sight_.unsure,
        apart=sight_.apart,
    )


def _moved_together(seen: Sight) -> bool:
    before, after = consensus(seen.first), consensus(seen.last)
    closer = before is not None and after is not None and after > before
    return seen.again and closer and seen.apart < _GAP


def _moved_apart(seen: Sight) -> bool:
    before, after = consensus(seen.first), consensus(seen.last)
    return seen.again and before is not None and after is not None and after < before


def _below(seen: Sight) -> tuple[str, ...]:
    return seen.stand_at(lambda level: level < ESSENTIAL)


def _one_behind(seen: Sight) -> bool:
    there = seen.stand_at(lambda level: level >= ESSENTIAL)
    each = seen.score.topic.mode is Mode.EACH
    return each and len(_below(seen)) == 1 and len(there) >= _GAP


def _one_has_it(seen: Sight) -> bool:
    there = seen.stand_at(lambda level: level >= ESSENTIAL)
    one = seen.score.topic.mode is Mode.ONE
    return one and bool(there) and seen.apart >= _GAP


def _lone_level(seen: Sight) -> int | None:
    """The level of the one view that stands apart from at least two others near each other."""
    levels = seen.levels
    for lone, rest in ((levels[:1], levels[1:]), (levels[-1:], levels[:-1])):
        if len(rest) < _GAP or rest[-1] - rest[0] >= _GAP:
            continue
        if abs(lone[0] - median(rest)) >= LONE_FROM:
            return lone[0]
    return None


def _one_lower(seen: Sight) -> bool:
    return _lone_level(seen) is not None and _lone_level(seen) == seen.levels[0]


def _one_higher(seen: Sight) -> bool:
    return _lone_level(seen) is not None and _lone_level(seen) == seen.levels[-1]


def _two_groups(seen: Sight) -> bool:
    gaps = [place for place, pair in enumerate(pairwise(seen.levels), 1) if _gap(pair) >= _GAP]
    return len(gaps) == 1 and gaps[0] >= _GAP and len(seen.levels) - gaps[0] >= _GAP


def _gap(pair: tuple[int, int]) -> int:
    return pair[1] - pair[0]


def _high_without_proof(seen: Sight) -> bool:
    opinion = seen.score.evidence is Evidence.OPINION
    return opinion and seen.apart < _GAP and seen.levels[0] >= HIGH


def _all(level: int) -> Callable[[Sight], bool]:
    return lambda seen: set(seen.levels) == {level}


_FITS: dict[PatternId, Callable[[Sight], bool]] = {
    PatternId.NO_VIEW: lambda seen: not (seen.levels or seen.score.dont_know),
    PatternId.NOBODY_KNOWS: lambda seen: not seen.levels,
    PatternId.MANY_UNSURE: lambda seen: seen.score.dont_know_share >= DONT_KNOW_FINDING,
    PatternId.ONE_VOICE: lambda seen: len(seen.levels) == 1,
    PatternId.MOVED_TOGETHER: _moved_together,
    PatternId.MOVED_APART: _moved_apart,
    PatternId.STILL_APART: lambda seen: seen.again and seen.apart >= _GAP,
    PatternId.ONE_PARTNER_BEHIND: _one_behind,
    PatternId.DIFFERENT_POINTS: lambda seen: (
        seen.score.topic.mode is Mode.EACH and seen.apart >= _GAP
    ),
    PatternId.ONE_PARTNER_HAS_IT: _one_has_it,
    PatternId.TWO_APART: lambda seen: len(seen.levels) == _GAP and seen.apart >= _GAP,
    PatternId.ONE_LOWER: _one_lower,
    PatternId.ONE_HIGHER: _one_higher,
    PatternId.TWO_GROUPS: _two_groups,
    PatternId.ALL_OVER: lambda seen: seen.apart >= _GAP,
    PatternId.MUST_HAVE_LOW: lambda seen: seen.score.must_have and seen.levels[-1] <= LOW,
    PatternId.ALL_LOWEST: _all(1),
    PatternId.ALL_TOP: _all(TOP),
    PatternId.HIGH_WITHOUT_PROOF: _high_without_proof,
    PatternId.ROUND_THE_LINE: lambda seen: seen.levels[0] < ESSENTIAL <= seen.levels[-1],
    PatternId.CLOSE_WITH_DOUBT: lambda seen: seen.score.dont_know > 0,
    PatternId.ALL_SAME: lambda seen: seen.apart == 0,
    PatternId.ALL_CLOSE: lambda _seen: True,
}
"""When each pattern fits, given that none before it does."""
