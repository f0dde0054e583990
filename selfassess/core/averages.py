"""Averages of numbers; Python's own `statistics` takes longer to load than all of the scoring."""

from collections.abc import Iterable
from math import fsum


def mean(numbers: Iterable[float]) -> float:
    """Return the arithmetic mean of at least one number."""
    all_ = tuple(numbers)
    return fsum(all_) / len(all_)


def median(numbers: Iterable[float]) -> float:
    """Return the middle one of at least one number, or the mean of the two in the middle."""
    ordered = sorted(numbers)
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2
