"""Trends: what moved between the last two rounds of many places. It says nothing of causes."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfassess.core.comparison import DIMENSION_MOVED_FROM
from selfassess.core.portfolio import Place, Portfolio
from selfassess.core.portfolio_counts import Spread, dimension_ids, spread_of
from selfassess.core.small_numbers import Shown, protected, total

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Trend:
    """How a dimension moved from the round before to the latest, in places that have both.

    Attributes:
        dimension: Its id.
        up: In how many places it rose by half a level or more.
        same: In how many it moved less.
        down: In how many it fell by half a level or more.
        compared: The sum of these; None where one of them is withheld.
        change: The quartiles of the change; None for fewer than three places.
    """

    dimension: str
    up: Shown
    same: Shown
    down: Shown
    compared: Shown
    change: Spread | None


def trends(portfolio: Portfolio) -> tuple[Trend, ...]:
    """Say what moved, in walk order; a dimension that nobody answered twice is left out.

    Only rounds answered with the same version of the questionnaire are compared.
    """
    found = ((id_, _changes(id_, portfolio.places)) for id_ in dimension_ids(portfolio))
    return tuple(_trend(id_, changes) for id_, changes in found if changes)


def _trend(dimension: str, changes: Sequence[float]) -> Trend:
    up = sum(change >= DIMENSION_MOVED_FROM - _ROUNDING for change in changes)
    down = sum(change <= _ROUNDING - DIMENSION_MOVED_FROM for change in changes)
    cells = protected((up, len(changes) - up - down, down), adds_up=True)
    return Trend(
        dimension=dimension,
        up=cells[0],
        same=cells[1],
        down=cells[2],
        compared=total(cells),
        change=spread_of(changes),
    )


def _changes(dimension: str, places: Sequence[Place]) -> list[float]:
    changes = []
    for place in places:
        if not place.earlier or place.earlier[-1].questionnaire != place.questionnaire:
            continue
        before = place.earlier[-1].values.get(dimension)
        standing = place.dimensions.get(dimension)
        if before is not None and standing and standing.value is not None:
            changes.append(standing.value - before)
    return changes
