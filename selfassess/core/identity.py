"""Identity: a key for what is worked out once from a thing that takes long to compare."""

from typing import Generic, TypeVar

from selfassess.overriding import override

T = TypeVar("T")


class Same(Generic[T]):
    """A thing that is the same where it is the very same object.

    It holds the thing, so that no other object can come to lie in its place.
    """

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    @override
    def __eq__(self, other: object) -> bool:
        return self.thing is other.thing if isinstance(other, Same) else NotImplemented

    @override
    def __hash__(self) -> int:
        return id(self.thing)
