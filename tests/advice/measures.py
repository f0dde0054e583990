"""How good a list is, against what it should have at its head."""

import math
from collections.abc import Collection, Mapping, Sequence

DEPTH = 5
"""So far down people read."""

HELPS_FROM = 2
"""The grade from which a case study is one that a reader would have wanted."""


def recall(listed: Sequence[str], wanted: Collection[str], depth: int) -> float:
    """Return the share of what is wanted that stands among the first, 0 to 1."""
    return len(set(listed[:depth]) & set(wanted)) / len(wanted)


def ndcg(listed: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH) -> float:
    """Return how much of the best possible gain the first ones give, 0 to 1.

    The gain of grade g is 2^g - 1, divided by log2(place + 1): normalised discounted cumulative
    gain.
    """
    best = sorted(grades.values(), reverse=True)
    return _gain([grades.get(id_, 0) for id_ in listed], depth) / _gain(best, depth)


def ndcg_without(
    listed: Sequence[str], grades: Mapping[str, int], left_out: Collection[str]
) -> float:
    """Return `ndcg` as if some were not there, neither to be listed nor to be wanted.

    A story that was written from a case is easily matched with it: what is left says more.
    """
    rest = [id_ for id_ in listed if id_ not in left_out]
    return ndcg(rest, {id_: grade for id_, grade in grades.items() if id_ not in left_out})


def reciprocal_rank(listed: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 over the place of the first that helps; 0 if none is listed."""
    for place, id_ in enumerate(listed, start=1):
        if grades.get(id_, 0) >= HELPS_FROM:
            return 1 / place
    return 0.0


def _gain(grades: Sequence[int], depth: int) -> float:
    return sum((2**g - 1) / math.log2(place + 2) for place, g in enumerate(grades[:depth]))
