"""Peers: one partnership's own profile beside the spread of places like it, none of them named."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from selfassess.core.fitting import Limits
from selfassess.core.portfolio import By
from selfassess.core.returns import LevelValue, Number, Return
from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.core.value import Value

EVERYWHERE = "all"

ENOUGH_PEERS = SMALLEST_GROUP + 1
"""The reader may be one of them, and at least three others must stand behind a spread."""


class PeerSpread(Value):
    """The quartiles of a dimension in a group of places, 1 to 5."""

    lower: LevelValue
    middle: LevelValue
    upper: LevelValue


class PeerGroup(Value, drops_unknown=True):
    """A group of places; `by` is what places are grouped by, or `all`."""

    by: Annotated[str, Limits(max_length=40)]
    group: Annotated[str, Limits(max_length=80)]
    places: Number | None
    dimensions: dict[str, PeerSpread | None]


class PeerFile(Value, drops_unknown=True):
    """What a partnership reads of the file of a portfolio that it was given."""

    groups: Annotated[tuple[PeerGroup, ...], Limits(max_length=5000)]


class Stands(StrEnum):
    """Where a value stands beside the middle half of a group."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class PeerLine:
    """A dimension beside a group.

    Attributes:
        dimension: Its id.
        value: The partnership's own value, 1 to 5, over the questions of the short set.
        spread: The quartiles of the group.
        stands: Where the value stands beside them.
    """

    dimension: str
    value: float
    spread: PeerSpread
    stands: Stands


@dataclass(frozen=True, slots=True)
class PeerComparison:
    """A partnership beside one group of places like it.

    Attributes:
        by: What the group has in common with it; None: all places.
        group: The group's code.
        places: How many are in the group, at least four.
        lines: The dimensions of which both have a value, in walk order.
    """

    by: By | None
    group: str
    places: int
    lines: tuple[PeerLine, ...]


def beside_peers(own: Return, given: PeerFile) -> tuple[PeerComparison, ...]:
    """Set a partnership beside all places, those at its step, and those of its policy areas.

    Groups of fewer than four places are left out, and so are dimensions that one has no value of.
    """
    like = {(EVERYWHERE, ""), (By.STEP.value, str(own.latest.step))}
    like |= {(By.POLICY_AREA.value, area) for area in own.policy_areas}
    return tuple(
        PeerComparison(
            by=None if one.by == EVERYWHERE else By(one.by),
            group=one.group,
            places=one.places,
            lines=tuple(_lines(own, one)),
        )
        for one in given.groups
        if (one.by, one.group) in like
        if one.places is not None and one.places >= ENOUGH_PEERS
    )


def _lines(own: Return, group: PeerGroup) -> Iterator[PeerLine]:
    for dimension in own.latest.dimensions:
        spread = group.dimensions.get(dimension.id)
        if spread is not None and dimension.value is not None:
            stands = _stands(dimension.value, spread)
            yield PeerLine(dimension.id, dimension.value, spread, stands)


def _stands(value: float, spread: PeerSpread) -> Stands:
    if value < spread.lower:
        return Stands.BELOW
    return Stands.ABOVE if value > spread.upper else Stands.WITHIN
