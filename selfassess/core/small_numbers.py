"""Small numbers: which counts of places are withheld, so that no place can be picked out."""

from collections.abc import Collection, Sequence

SMALLEST_GROUP = 3
"""Fewer places, partners or people than this are never counted out."""

Shown = int | None
"""A count as it may be shown; None: withheld, since it is small or would give a small one away."""

_AT_LEAST_TWO = 2


def shown(count: int) -> Shown:
    """Return a count that stands alone: 0, or 3 and more; None for one or two."""
    return None if 0 < count < SMALLEST_GROUP else count


def protected(
    counts: Sequence[int], *, adds_up: bool, small: Collection[int] = ()
) -> tuple[Shown, ...]:
    """Return counts as they may stand side by side.

    Where the counts add up to a figure that is known, a withheld one could be worked out from the
    others. So further ones are withheld, the smallest first, until those withheld are at least two
    and stand for at least three places together.

    Args:
        counts: How many places each cell stands for, from 0.
        adds_up: They are the parts of a sum that stands somewhere.
        small: Places in `counts` of cells whose whole group is too small, whatever they count.
    """
    withheld = {at for at, count in enumerate(counts) if shown(count) is None}
    withheld |= set(small)
    if adds_up and withheld:
        rest = [at for at in range(len(counts)) if at not in withheld]
        # A nought hides nothing, so it comes last.
        rest.sort(key=lambda at: (not counts[at], counts[at]))
        while rest and not _hides(counts, withheld):
            withheld.add(rest.pop(0))
    return tuple(None if at in withheld else count for at, count in enumerate(counts))


def total(cells: Sequence[Shown]) -> Shown:
    """Return the sum of the cells; None where one of them is withheld."""
    numbers = [cell for cell in cells if cell is not None]
    return sum(numbers) if len(numbers) == len(cells) else None


def _hides(counts: Sequence[int], withheld: Collection[int]) -> bool:
    together = sum(counts[at] for at in withheld)
    return len(withheld) >= _AT_LEAST_TWO and together >= SMALLEST_GROUP
