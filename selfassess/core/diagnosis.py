"""Diagnosis: which barriers the answers raise, how strongly, and because of what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from selfassess.core.assessment import Assessment, Round
from selfassess.core.averages import mean
from selfassess.core.barriers import Barrier, Condition, OneOrganisation, Pattern, Sign
from selfassess.core.codes import Confidence, Priority
from selfassess.core.scoring import TopicScore

RAISED_FROM = 0.25
FIND_OUT_FROM = 0.5
STRONG_FROM = 0.67
CLEAR_FROM = 0.4
STANDS_OUT_FROM = 0.15
UNKNOWN_AS = 1
"""The level that an unknown topic is taken for in `strength_high`."""

MANY_STRONG = 10

WHOLE = 60
"""Parts of a whole shortfall: with levels 1 to 5 they come out even, so that sums are exact."""


class Because(NamedTuple):
    """One sign behind a barrier.

    Attributes:
        topic: The topic.
        value: Its value; None if unknown.
        share: Its part of the strength, 0 to 1; the parts of a barrier add up to its strength.
    """

    topic: TopicScore
    value: float | None
    share: float


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the answers say of one barrier.

    Attributes:
        barrier: The barrier itself.
        strength: 0 to 1.
        strength_high: The same with unknown topics taken as level 1.
        salience: Strength minus the mean strength of all listed barriers, -1 to 1.
        raised: It is raised; otherwise it is listed as "find out first".
        pattern: The strongest pattern that holds, whose sentence is said first; None if none does.
        because: The signs behind the strength, largest share first; unknown ones last.
        confidence: How far it can be relied on; very low for "find out first".
        blocks: One of its signs is a must-have that bites and is not met.
        priority: How much it matters to the partnership itself.
        outside_control: The partnership says that it can't change it.
        aside: Why it was set aside; empty if it was not.
        lies_behind: How many other raised barriers name it under "often behind it".
    """

    barrier: Barrier
    strength: float
    strength_high: float
    salience: float
    raised: bool
    pattern: Pattern | None
    because: tuple[Because, ...]
    confidence: Confidence
    blocks: bool
    priority: Priority
    outside_control: bool
    aside: str
    lies_behind: int

    @property
    def band(self) -> int:
        """0 strong, 1 clear, 2 some."""
        return (self.strength < STRONG_FROM) + (self.strength < CLEAR_FROM)

    @property
    def stands_out(self) -> bool:
        """It is notably stronger here than barriers are on the whole."""
        return self.salience >= STANDS_OUT_FROM


class _Weighed(NamedTuple):
    strength: float
    high: float
    because: tuple[Because, ...]
    pattern: Pattern | None = None

    @property
    def raised(self) -> bool:
        return self.strength >= RAISED_FROM


def diagnose(
    assessment: Assessment,
    round_: Round,
    barriers: Sequence[Barrier],
    topics: Sequence[TopicScore],
) -> tuple[Diagnosis, ...]:
    """List the barriers that the answers raise, in order, then "find out first", then set aside."""
    scores = {topic.id: topic for topic in topics}
    priority = {p.barrier: p.priority for p in assessment.priorities}
    aside = {s.barrier: s.reason for s in assessment.set_aside}
    weighed = ((barrier, _weigh(barrier, scores, round_)) for barrier in barriers)
    listed = [(barrier, found) for barrier, found in weighed if found and _is_listed(found)]
    usual = mean(found.strength for _barrier, found in listed) if listed else 0.0
    named = Counter(
        behind
        for barrier, found in listed
        if found.raised and not aside.get(barrier.id)
        for behind in {*barrier.often_behind} - {barrier.id}
    )
    return _ordered(
        [
            Diagnosis(
                barrier=barrier,
                strength=found.strength,
                strength_high=found.high,
                salience=found.strength - usual,
                raised=found.raised,
                pattern=found.pattern,
                because=found.because,
                confidence=_confidence(found) if found.raised else Confidence.VERY_LOW,
                blocks=any(_holds_back(scores.get(sign.topic)) for sign in barrier.signs),
                priority=priority.get(barrier.id, Priority.NORMAL),
                outside_control=barrier.id in assessment.outside_control,
                aside=aside.get(barrier.id, ""),
                lies_behind=named[barrier.id],
            )
            for barrier, found in listed
        ]
    )


def strength_of(barrier: Barrier, scores: Mapping[str, TopicScore], round_: Round) -> float | None:
    """Return how strong a barrier is, 0 to 1; None if none of its signs is asked.

    Args:
        barrier: The barrier, of which it does not matter whether it is listed.
        scores: The topics asked, by id.
        round_: The round that they were scored in.
    """
    weighed = _weigh(barrier, scores, round_)
    return weighed.strength if weighed else None


def begin_with_three(found: Sequence[Diagnosis]) -> bool:
    """Say whether so much stands low that only the first three should be looked at."""
    strong = sum(not d.aside and d.strength >= STRONG_FROM for d in found)
    return strong > MANY_STRONG


def shortfall(value: float, at_or_below: int) -> float:
    """Return how far a value falls short of a sign: 1 at level 1, 0 above `at_or_below`."""
    return _parts(value, at_or_below) / WHOLE


def weigh_signs(
    signs: Sequence[Sign], scores: Mapping[str, TopicScore]
) -> tuple[float, float, tuple[Because, ...]] | None:
    """Return strength, high strength and shares of some signs; None if none of them is asked."""
    asked = [
        (sign, scores[sign.topic])
        for sign in signs
        if sign.topic in scores and scores[sign.topic].applicable
    ]
    if not asked:
        return None
    total = WHOLE * sum(sign.weight for sign, _ in asked)
    known = unknown = 0.0
    behind = []
    for sign, score in asked:
        if score.value is None:
            unknown += sign.weight * _parts(UNKNOWN_AS, sign.at_or_below)
            behind.append(Because(score, None, 0.0))
            continue
        weighed = sign.weight * _parts(score.value, sign.at_or_below)
        known += weighed
        if weighed:
            behind.append(Because(score, score.value, weighed / total))
    behind.sort(key=lambda because: -because.share)
    return known / total, (known + unknown) / total, tuple(behind)


def _parts(value: float, at_or_below: int) -> float:
    levels = min(float(at_or_below), max(0.0, at_or_below + 1 - value))
    return levels * (WHOLE // at_or_below)


def _weigh(barrier: Barrier, scores: Mapping[str, TopicScore], round_: Round) -> _Weighed | None:
    weighed = [
        _Weighed(*found, pattern)
        for pattern in barrier.patterns
        if all(_holds(condition, scores, round_) for condition in pattern.when)
        and (found := weigh_signs(pattern.signs, scores))
    ]
    said = max((w for w in weighed if w.strength > 0), key=lambda w: w.strength, default=None)
    if own := weigh_signs(barrier.signs, scores):
        weighed.insert(0, _Weighed(*own))
    if not weighed:
        return None
    strongest = max(weighed, key=lambda w: w.strength)
    return _Weighed(
        strength=strongest.strength,
        high=max(w.high for w in weighed),
        because=strongest.because,
        pattern=said.pattern if said else None,
    )


def _holds(condition: Condition, scores: Mapping[str, TopicScore], round_: Round) -> bool:
    score = scores.get(condition.topic)
    if score is None or score.value is None:
        return False
    if condition.at_least is not None:
        return score.value >= condition.at_least
    if condition.at_most is not None:
        return score.value <= condition.at_most
    if condition.evidence_at_least is not None:
        return score.evidence.grade >= condition.evidence_at_least.grade
    if condition.evidence_at_most is not None:
        return score.evidence.grade <= condition.evidence_at_most.grade
    if condition.agreement:
        return score.agreement in condition.agreement
    return condition.organisation is not None and _one_stands(condition.organisation, score, round_)


def _one_stands(wanted: OneOrganisation, score: TopicScore, round_: Round) -> bool:
    for organisation, stand in zip(round_.organisations, score.stands, strict=True):
        fits = not wanted.sectors or organisation.sector in wanted.sectors
        if wanted.people_at_most is not None:
            fits = fits and 0 < organisation.people <= wanted.people_at_most
        if fits and stand.level is not None and stand.level <= wanted.at_most:
            return True
    return False


def _is_listed(weighed: _Weighed) -> bool:
    return weighed.raised or weighed.high >= FIND_OUT_FROM


def _holds_back(score: TopicScore | None) -> bool:
    return bool(score and score.bites and score.status and score.status.holds_back)


def _confidence(weighed: _Weighed) -> Confidence:
    largest = weighed.because[0].share
    words = [
        b.topic.confidence
        for b in weighed.because
        if b.share == largest and b.topic.confidence is not None
    ]
    return min(words, key=lambda w: w.rank)


def _ordered(listed: Sequence[Diagnosis]) -> tuple[Diagnosis, ...]:
    priorities = tuple(Priority)

    def key(d: Diagnosis) -> tuple[object, ...]:
        return (
            not d.blocks,
            priorities.index(d.priority),
            d.band,
            -d.lies_behind,
            -d.strength,
        )

    return (
        *sorted((d for d in listed if d.raised and not d.aside), key=key),
        *(d for d in listed if not d.raised and not d.aside),
        *(d for d in listed if d.aside),
    )
