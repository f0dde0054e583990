"""Shapes: the geometry of charts, in levels and lengths; no paint, no colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from selfassess.core.comparison import Move
from selfassess.core.levels import HIGHEST, LOWEST
from selfassess.core.scoring import ESSENTIAL

HELD_AT = 2
"""The level at which an unmet must-have holds a dimension."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels laid along a line.

    Attributes:
        low: The level at the start of the line.
        high: The level at its end, above `low`.
        start: Where the line begins, in the caller's lengths.
        length: How long it is.
    """

    low: float
    high: float
    start: float
    length: float

    def at(self, level: float) -> float:
        """Return where a level lies; levels beyond an end lie at that end."""
        share = (level - self.low) / (self.high - self.low)
        return self.start + self.length * min(1.0, max(0.0, share))

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """Each level from 1 to 5 on the scale, with where it lies."""
        levels = range(LOWEST, HIGHEST + 1)
        return tuple((level, self.at(level)) for level in levels if level >= self.low)

    @property
    def essential(self) -> float:
        """Where the essential line lies."""
        return self.at(ESSENTIAL)


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of a dimension, in levels.

    Attributes:
        solid: Where the solid part ends, from 0; None where nothing is known.
        without: Where it would end without the must-have that holds it; None if none does.
        bounds: From where to where don't-knows could move it; None if they could not.
    """

    solid: float | None
    without: float | None
    bounds: tuple[float, float] | None


def bar(value: float | None, low: float | None, high: float | None, *, held: bool) -> Bar:
    """Return the bar of a dimension from its value and bounds, 1 to 5.

    Args:
        value: The uncapped value; None if too little is known.
        low: The low bound; None without an applicable topic.
        high: The high bound; None without an applicable topic.
        held: An unmet must-have holds it at 2.
    """
    bounds = (low, high) if low is not None and high is not None and low < high else None
    if value is None:
        return Bar(None, None, bounds)
    if held and value > HELD_AT:
        return Bar(float(HELD_AT), value, bounds)
    return Bar(value, None, bounds)


def side_by_side(places: Sequence[float], gap: float) -> tuple[float, ...]:
    """Move marks along a line as little as can be, so that none lies closer than `gap` to another.

    Marks keep their order; marks at the same place stand side by side around it, in the order in
    which they are given.

    Args:
        places: Where the marks belong.
        gap: The least distance between two neighbours, 0 or more.

    Returns:
        Where each mark stands, in the order given.
    """
    order = sorted(range(len(places)), key=lambda which: places[which])
    blocks: list[tuple[float, int]] = []
    for rank, which in enumerate(order):
        mean, size = places[which] - rank * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean = (before * count + mean * size) / (count + size)
            size += count
        blocks.append((mean, size))
    means = [mean for mean, size in blocks for _each in range(size)]
    moved = [0.0] * len(places)
    for rank, which in enumerate(order):
        moved[which] = means[rank] + rank * gap
    return tuple(moved)


@dataclass(frozen=True, slots=True)
class Stack:
    """Rows under each other, in groups.

    Attributes:
        tops: Where each row begins.
        lines: Where a line parts two groups.
        height: Where the last row ends.
    """

    tops: tuple[float, ...]
    lines: tuple[float, ...]
    height: float


def stack(groups: Sequence[int], row: float, between: float) -> Stack:
    """Stack rows of one height.

    Args:
        groups: How many rows each group has.
        row: The height of a row.
        between: The room between two groups, with a line in its middle.
    """
    tops: list[float] = []
    lines: list[float] = []
    top = 0.0
    for place, count in enumerate(groups):
        if place:
            lines.append(top + between / 2)
            top += between
        tops += [top + row * n for n in range(count)]
        top += row * count
    return Stack(tuple(tops), tuple(lines), top)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: where it begins and how wide it is."""

    left: float
    width: float


def cells(count: int, start: float, length: float, gap: float) -> tuple[Cell, ...]:
    """Divide a length into cells of one width, with a gap between neighbours."""
    if not count:
        return ()
    width = (length - gap * (count - 1)) / count
    return tuple(Cell(start + place * (width + gap), width) for place in range(count))


@dataclass(frozen=True, slots=True)
class Arrow:
    """How a value moved, in levels: from where to where; one place for both if it stayed."""

    start: float
    end: float


def arrow(before: float, after: float, move: Move) -> Arrow:
    """Return how a value moved; what counts as the same stands in the middle of both."""
    if move is Move.SAME:
        middle = (before + after) / 2
        return Arrow(middle, middle)
    return Arrow(before, after)
