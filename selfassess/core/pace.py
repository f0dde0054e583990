"""Pace: whether a workshop is on time, from minutes that whoever calls has measured."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor

from selfassess.core.agenda import SHARE_FOR_TOPICS


class Timing(StrEnum):
    """How a workshop stands against its plan."""

    ON_TIME = "on-time"
    BEHIND = "behind"
    AHEAD = "ahead"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a workshop stands.

    Attributes:
        timing: On time, behind, ahead, or finished.
        minutes: How many minutes behind or ahead; 0 when on time.
        behind: How many topics should have been finished and are not.
        left: How many topics are left.
        each: How many minutes there are for each of them, at least 0.
        ends: The minute at which the topics should be finished, from their beginning.
    """

    timing: Timing
    minutes: float
    behind: int
    left: int
    each: float
    ends: float


def minutes_for_topics(minutes: int) -> float:
    """Return how many of a workshop's minutes go to contested topics."""
    share, of = SHARE_FOR_TOPICS
    return minutes * share / of


def pace(minutes: int, topics: int, done: int, elapsed: float) -> Pace:
    """Say how a workshop stands.

    A topic in hand is on time until the minutes planned for it are over, and ahead while those of
    the topic before still run.

    Args:
        minutes: How long the whole workshop is.
        topics: How many topics it deals with.
        done: How many of them are finished, 0 to `topics`.
        elapsed: Minutes since the first topic began.
    """
    ends = minutes_for_topics(minutes)
    left = topics - done
    if left <= 0:
        return Pace(Timing.FINISHED, 0.0, 0, 0, 0.0, ends)
    one = ends / topics
    each = max(0.0, ends - elapsed) / left
    due = topics if one <= 0 else min(topics, floor(elapsed / one + 1e-9))
    late, early = elapsed - one * (done + 1), one * done - elapsed
    if late > 0:
        return Pace(Timing.BEHIND, late, max(0, due - done), left, each, ends)
    if early > 0:
        return Pace(Timing.AHEAD, early, 0, left, each, ends)
    return Pace(Timing.ON_TIME, 0.0, 0, left, each, ends)
