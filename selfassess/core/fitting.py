"""Fitting: takes plain data as what an annotation says, wherever it plainly is that.

Nearly everything that is read or made fits, and to see that takes no more than a look at each
piece. So it is looked at here, and pydantic, which takes as long to load as a window, is asked
only about what is left: it knows every conversion, and it says what is wrong and where.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import partial
from types import UnionType
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin

from selfassess.loading import load

Reader = Callable[[Any], Any]
Rule = Callable[[Any], object]
"""Returns something true for a value that will do."""

_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?"
_ZONE = r"(Z|[+-][0-9]{2}:[0-9]{2})"
"""How the program itself writes a day and a moment."""


class Misfit(Exception):  # noqa: N818 - no error yet: pydantic has the last word
    """It is not plain whether something fits."""


class Check(Protocol):
    """What stands in `Annotated` beside a type; pydantic reads it by a method of its own."""

    def rules(self) -> tuple["Rule", ...]:
        """Return what a value of the type must pass."""
        ...


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds of a number, of the length of a text or list, and the pattern of a text.

    Attributes:
        ge: The least number that will do.
        gt: Every number above it will do.
        le: The greatest number that will do.
        lt: Every number below it will do.
        min_length: How many letters or items there are at least.
        max_length: How many letters or items there are at most.
        pattern: What a text looks like, from its beginning to its end.
    """

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None

    def rules(self) -> tuple[Rule, ...]:
        """Return a rule for each limit that is set."""
        shortest, longest = self.min_length, self.max_length
        numbers = (
            (self.ge, operator.le),
            (self.gt, operator.lt),
            (self.le, operator.ge),
            (self.lt, operator.gt),
        )
        rules: list[Rule] = [partial(than, limit) for limit, than in numbers if limit is not None]
        if shortest is not None:
            rules.append(lambda value: len(value) >= shortest)
        if longest is not None:
            rules.append(lambda value: len(value) <= longest)
        if self.pattern is not None:
            rules.append(_compiled(self.pattern).match)
        return tuple(rules)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        given = {name: limit for name, limit in vars(self).items() if limit is not None}
        return handler.generate_schema(Annotated[source, load("pydantic").Field(**given)])


def reader_for(annotation: Any) -> Reader:
    """Return what takes plain data as the annotation says, or raises `Misfit`.

    A `Value` in an annotation is asked itself, by its `from_plain`.
    """
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _checked(reader_for(inside[0]), inside[1:])
    if origin is Literal:
        return _one_of({(type(word), word): word for word in inside})
    if origin in (Union, UnionType):
        return _first_of(tuple(reader_for(one) for one in inside))
    if origin is tuple and inside[-1] is ...:
        return _many(reader_for(inside[0]))
    if origin is tuple:
        return _row(tuple(reader_for(one) for one in inside))
    if origin is dict:
        return _mapping(reader_for(inside[0]), reader_for(inside[1]))
    if isinstance(annotation, type):
        return _of_type(annotation)
    return _nothing


def _of_type(kind: type) -> Reader:
    if hasattr(kind, "from_plain"):
        reader: Reader = kind.from_plain
        return reader
    if issubclass(kind, Enum):
        return _member(kind, _one_of({(type(one.value), one.value): one for one in kind}))
    if kind is float:
        return _number
    if kind is date:
        return _day
    if kind is datetime:
        return _moment
    return _exactly(kind)


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise Misfit

    return read


def _nothing(_value: Any) -> Any:
    raise Misfit


def _number(value: Any) -> float:
    if type(value) is float and abs(value) < float("inf"):
        return value
    if type(value) is int and abs(value) < 2**53:
        return float(value)
    raise Misfit


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    if type(value) is str and re.fullmatch(_DAY, value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise Misfit from error
    raise Misfit


def _moment(value: Any) -> datetime:
    if type(value) is datetime:
        return value
    if type(value) is str and re.fullmatch(f"{_DAY}T{_TIME}{_ZONE}", value):
        try:
            return datetime.fromisoformat(value)
        except ValueError as error:
            raise Misfit from error
    raise Misfit


def _one_of(words: dict[tuple[type, Any], Any]) -> Reader:
    def read(value: Any) -> Any:
        try:
            return words[type(value), value]
        except (KeyError, TypeError) as error:
            raise Misfit from error

    return read


def _member(kind: type[Enum], by_value: Reader) -> Reader:
    def read(value: Any) -> Any:
        return value if type(value) is kind else by_value(value)

    return read


def _first_of(readers: tuple[Reader, ...]) -> Reader:
    def read(value: Any) -> Any:
        for reader in readers:
            try:
                return reader(value)
            except Misfit:
                continue
        raise Misfit

    return read


def _many(reader: Reader) -> Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if type(value) in (list, tuple):
            return tuple(map(reader, value))
        raise Misfit

    return read


def _row(readers: tuple[Reader, ...]) -> Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if type(value) in (list, tuple) and len(value) == len(readers):
            return tuple(reader(one) for reader, one in zip(readers, value, strict=True))
        raise Misfit

    return read


def _mapping(key: Reader, item: Reader) -> Reader:
    def read(value: Any) -> dict[Any, Any]:
        if type(value) is dict:
            return {key(name): item(one) for name, one in value.items()}
        raise Misfit

    return read


def _checked(reader: Reader, checks: tuple[Any, ...]) -> Reader:
    if not all(hasattr(check, "rules") for check in checks):
        return _nothing
    for rule in (rule for check in checks for rule in check.rules()):
        reader = _passing(rule, reader)
    return reader


def _passing(rule: Rule, reader: Reader) -> Reader:
    def read(value: Any) -> Any:
        taken = reader(value)
        if rule(taken):
            return taken
        raise Misfit

    return read


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose end is the end of the text, not a line end before it."""
    return re.compile(pattern.removesuffix("$") + r"\Z" if pattern.endswith("$") else pattern)
