"""Agreement: how far views agree, who stands apart, and how reliable the whole run is."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from selfassess.core.averages import mean, median
from selfassess.core.codes import Agreement, Confidence, Evidence

LEVELS = (1, 2, 3, 4, 5)
CLOSE_FROM = 0.80
SPREAD_FROM = 0.65
LONE_FROM = 2
"""A view is lone when it stands this many levels or more from the median."""

PAIR = 2
"""Of exactly so many levels neither is the median: both are lone, or neither is."""

DONT_KNOW_FINDING = 1 / 3
"""A share of don't-knows from which they are a finding of their own."""

_GRID = {
    Evidence.OPINION: (Confidence.VERY_LOW, Confidence.LOW, Confidence.MEDIUM),
    Evidence.DOCUMENT: (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH),
    Evidence.WORKING: (Confidence.MEDIUM, Confidence.HIGH, Confidence.VERY_HIGH),
}
_COLUMN = {
    Agreement.SPLIT: 0,
    Agreement.SOME_SPREAD: 1,
    Agreement.ONE_VIEW: 1,
    Agreement.CLOSE: 2,
}


def consensus(counts: Sequence[int]) -> float | None:
    """Return the consensus of Tastle and Wierman, 0 (half at each extreme) to 1 (all the same).

    Cns = 1 + sum of p * log2(1 - |level - mean| / (k - 1)) over the levels that somebody gave
    (Int. J. Approximate Reasoning 45(3), 2007, 531-545).

    Args:
        counts: How many gave each of the k levels, lowest level first; k is 5 everywhere but in
            the check against the published vector.

    Returns:
        None when nobody gave a level.
    """
    given = sum(counts)
    if given == 0:
        return None
    width = len(counts) - 1
    mean = sum(place * count for place, count in enumerate(counts)) / given
    total = 1.0
    for place, count in enumerate(counts):
        share_left = 1 - abs(place - mean) / width
        if count and share_left > 0:
            total += count / given * math.log2(share_left)
    return max(0.0, total)


def word(consensus_: float) -> Agreement:
    """Return the word for a consensus between 0 and 1."""
    if consensus_ >= CLOSE_FROM:
        return Agreement.CLOSE
    return Agreement.SOME_SPREAD if consensus_ >= SPREAD_FROM else Agreement.SPLIT


def lone_levels(counts: Sequence[int]) -> frozenset[int]:
    """Return the levels given that stand apart from all levels given.

    Two or more from the median; of exactly two levels that far from each other, both.

    Args:
        counts: How many gave each of the five levels, lowest first.
    """
    levels = [at for at, count in zip(LEVELS, counts, strict=True) for _ in range(count)]
    if len(levels) == PAIR:
        return frozenset(levels if levels[1] - levels[0] >= LONE_FROM else ())
    middle = median(levels or LEVELS)
    return frozenset(level for level in levels if abs(level - middle) >= LONE_FROM)


def confidence(evidence: Evidence, agreement: Agreement) -> Confidence:
    """Return the confidence word: evidence down, agreement across; one view never above medium."""
    found = _GRID[evidence][_COLUMN[agreement]]
    if agreement is Agreement.ONE_VIEW and found.rank > Confidence.MEDIUM.rank:
        return Confidence.MEDIUM
    return found


def worst_third(words: Sequence[Confidence]) -> Confidence:
    """Return the ⌈n/3⌉-th lowest of n confidence words (of five the second, of two the lowest)."""
    ranked = sorted(words, key=lambda w: w.rank)
    return ranked[math.ceil(len(ranked) / 3) - 1]


def mean_word(consensuses: Sequence[float]) -> Agreement:
    """Return the word of the mean of some consensuses; one view where there are none."""
    return word(mean(consensuses)) if consensuses else Agreement.ONE_VIEW


def krippendorff_alpha(units: Sequence[Sequence[float]]) -> float | None:
    """Return Krippendorff's alpha for ordinal data, for the whole run.

    Args:
        units: For each topic the values that the raters gave; fewer than two values drop out.

    Returns:
        1 for perfect agreement, 0 for chance, below 0 for systematic disagreement; None where it is
        not defined (nothing to pair, or no variation at all).

    Alpha = 1 - observed / expected disagreement, with the ordinal metric
    (sum of n from c to k - (n_c + n_k) / 2) squared; published check .815 on the "C" data.
    """
    paired = [unit for unit in units if len(unit) > 1]
    totals = Counter(value for unit in paired for value in unit)
    values = sorted(totals)
    pairable = sum(totals.values())

    def distance(low: float, high: float) -> float:
        between = sum(totals[v] for v in values if low <= v <= high)
        return (between - (totals[low] + totals[high]) / 2) ** 2

    apart = {(a, b): distance(a, b) for a, b in combinations(values, 2)}
    expected = sum(totals[a] * totals[b] * d for (a, b), d in apart.items())
    if not expected:
        return None
    observed = 0.0
    for unit in paired:
        here = Counter(unit)
        weight = 1 / (len(unit) - 1)
        observed += weight * sum(
            here[a] * here[b] * apart[a, b] for a, b in combinations(sorted(here), 2)
        )
    return 1 - (pairable - 1) * observed / expected
