"""Made: a sequence of things, each of which is made when it is first looked at."""

from collections.abc import Callable, Sequence
from typing import TypeVar, overload

from selfassess.overriding import override

T = TypeVar("T")


class Made(Sequence[T]):
    """So many things, of which nobody may ever look at most."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        """Have things to make.

        Args:
            count: How many there are.
            make: Makes the one at a place, from 0.
        """
        self._count = count
        self._make = make
        self._there: dict[int, T] = {}

    @override
    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    @override
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        places = range(self._count)[at]
        return self._at(places) if isinstance(places, int) else tuple(map(self._at, places))

    def _at(self, place: int) -> T:
        if place not in self._there:
            self._there[place] = self._make(place)
        return self._there[place]
