"""Latest: keeps what was last worked out, for as long as it comes of the same things."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """What was last worked out under each key, with what it came of.

    An edit leaves most of an assessment the very same objects, which compare at once. Only the
    latest is kept of each key, so what is kept does not grow while somebody answers.
    """

    def __init__(self, most: int) -> None:
        """Keep nothing yet, and never more than so many keys."""
        self._most = most
        self._kept: dict[Hashable, tuple[object, T]] = {}

    def of(self, key: Hashable, things: object, work_out: Callable[[], T]) -> T:
        """Return what comes of some things, worked out unless they equal those of the last time.

        Args:
            key: What it is kept under.
            things: Everything that it depends on; values that never change.
            work_out: Works it out.
        """
        kept = self._kept.get(key)
        if kept is not None and kept[0] == things:
            return kept[1]
        if len(self._kept) >= self._most:
            self._kept.clear()
        made = work_out()
        self._kept[key] = (things, made)
        return made
