"""Value: what every thing of the subject is made of."""

import dataclasses
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, NoReturn, Self, dataclass_transform

from selfassess.core.fitting import Misfit, Reader, reader_for
from selfassess.loading import load
from selfassess.overriding import override

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Value:
    """A value: never changed in place, never holding a field it does not know.

    Whoever makes one, of plain data or of other values, gets it checked. What plainly fits is taken
    at once; the rest is pydantic's to convert or refuse, which is loaded only then (see `fitting`).
    To pydantic a value is a data class, so it can read, write and describe it.

    A field whose name ends in an underscore is written without it. A class that
    `drops_unknown` fields leaves out what another version may have written.
    """

    __pydantic_config__: ClassVar[Any] = {}

    @override
    def __init_subclass__(cls, *, drops_unknown: bool = False) -> None:
        cls.__pydantic_config__ = {
            "extra": "ignore" if drops_unknown else "forbid",
            "alias_generator": _written,
            "validate_by_name": True,
            "validate_by_alias": True,
            "serialize_by_alias": True,
        }
        dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)

    def __init__(self, **given: Any) -> None:
        """Make a value of its fields.

        Raises:
            pydantic.ValidationError: a field does not exist, does not fit or is missing.
        """
        try:
            self._take(given)
        except Misfit:
            checked = _adapter(type(self)).validate_python(given)
            self.__dict__.update(vars(checked))

    @classmethod
    def from_plain(cls, plain: Any) -> Self:
        """Return the value that plain data plainly is, or itself where it is one.

        Raises:
            Misfit: it is not plain whether it fits.
        """
        if isinstance(plain, cls):
            return plain
        if type(plain) is not dict:
            raise Misfit
        made = cls.__new__(cls)
        made._take(plain)  # noqa: SLF001 - its own
        return made

    @classmethod
    def model_validate(cls, plain: Any) -> Self:
        """Make a value of plain data.

        Raises:
            pydantic.ValidationError: carries everything that does not fit.
        """
        try:
            if cls not in _ADAPTERS:
                return cls.from_plain(plain)
        except Misfit:
            pass
        checked: Self = _adapter(cls).validate_python(plain)
        return checked

    @classmethod
    def read_many(cls) -> None:
        """Load pydantic for this class now: it takes long to load, and is faster from then on."""
        _adapter(cls)

    @classmethod
    def one_of_many(cls, text: bytes) -> Self | None:
        """Make a value of JSON in one go, once `read_many` was called; None where it won't do.

        A number that is none (NaN) is not refused as such.
        """
        if cls not in _ADAPTERS:
            return None
        try:
            made: Self = _ADAPTERS[cls].validate_json(text)
        except ValueError:
            return None
        return made

    @classmethod
    def model_validate_json(cls, text: str | bytes) -> Self:
        """Make a value of JSON; raises like `model_validate`."""
        try:
            return cls.from_plain(json.loads(text))
        except (Misfit, ValueError, RecursionError):
            checked: Self = _adapter(cls).validate_json(text)
            return checked

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """Describe the plain data that the value is made of."""
        return _adapter(cls).json_schema()

    def model_dump(self, **how: Any) -> Any:
        """Return plain data of which the value can be made again; `how` is pydantic's."""
        return _adapter(type(self)).dump_python(self, **how)

    def model_dump_json(self, **how: Any) -> str:
        """Return JSON of which the value can be made again; `how` is pydantic's."""
        return _adapter(type(self)).dump_json(self, **how).decode()

    def changed(self, **given: Any) -> Self:
        """Return this value with some fields replaced, and these checked.

        Raises:
            pydantic.ValidationError: a field does not exist or does not fit.
        """
        made = type(self).__new__(type(self))
        try:
            made._take(given, vars(self))  # noqa: SLF001 - its own
        except Misfit:
            return type(self)(**{**vars(self), **given})
        return made

    def _take(self, given: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> None:
        """Take fields by the names with which they are written, or raise `Misfit`."""
        shape = _shape(type(self))
        taken = dict(shape.defaults if before is None else before)
        for word, plain in given.items():
            field = shape.fields.get(word)
            if field is not None:
                taken[field[0]] = field[1](plain)
            elif not shape.drops_unknown:
                raise Misfit
        if len(taken) < shape.size:
            raise Misfit
        self.__dict__.update(taken)
        try:
            self.__post_init__()
        except ValueError as error:
            raise Misfit from error

    def __post_init__(self) -> None:
        """Check what no single field can tell; raises ValueError."""

    @override
    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} can't be set")

    @override
    def __delattr__(self, name: str) -> NoReturn:
        raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} can't be taken away")

    @override
    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or vars(self) == vars(other)

    @override
    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, one.name) for one in _fields(type(self)))))

    @override
    def __repr__(self) -> str:
        told = (f"{one.name}={getattr(self, one.name)!r}" for one in _fields(type(self)))
        return f"{type(self).__name__}({', '.join(told)})"


class Field(NamedTuple):
    """A field of a class of values: its name, the one with which it is written, what it takes."""

    name: str
    written: str
    annotation: Any


class _Shape(NamedTuple):
    """How a class of values takes plain data: a field and what reads it, by the written name."""

    fields: dict[str, tuple[str, Reader]]
    defaults: dict[str, Any]
    size: int
    drops_unknown: bool


def fields_of(kind: type[Value]) -> tuple[Field, ...]:
    """Return the fields of a class of values, in their order."""
    return tuple(Field(one.name, _written(one.name), one.type) for one in _fields(kind))


def _fields(kind: type[Any]) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(kind)


_SHAPES: dict[Any, _Shape] = {}
_ADAPTERS: dict[Any, "TypeAdapter[Any]"] = {}


def _shape(kind: type[Value]) -> _Shape:
    shape = _SHAPES.get(kind)
    if shape is None:
        shape = _SHAPES[kind] = _made_shape(kind)
    return shape


def _made_shape(kind: type[Value]) -> _Shape:
    all_ = _fields(kind)
    defaults = {one.name: one.default for one in all_ if one.default is not dataclasses.MISSING}
    return _Shape(
        fields={_written(one.name): (one.name, reader_for(one.type)) for one in all_},
        defaults=defaults,
        size=len(all_),
        drops_unknown=kind.__pydantic_config__["extra"] == "ignore",
    )


def _written(name: str) -> str:
    return name.removesuffix("_")


def _adapter(kind: type[Value]) -> "TypeAdapter[Any]":
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = load("pydantic").TypeAdapter(kind)
    return _ADAPTERS[kind]
