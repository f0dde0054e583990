"""Text that may carry several languages, with British English as the source."""

from typing import Any, Self

from selfassess.core.value import Value
from selfassess.loading import load
from selfassess.overriding import override

SOURCE_LANGUAGE = "en"

_SAID = tuple[tuple[str, str], ...]


class Text(Value):
    """What is said, in one or more languages; a plain string where there is only English."""

    said: _SAID

    @classmethod
    @override
    def from_plain(cls, plain: Any) -> Self:
        if type(plain) is str:  # nearly all are, and there are thousands
            made = cls.__new__(cls)
            made.__dict__["said"] = ((SOURCE_LANGUAGE, plain),)
            return made
        return super().from_plain(_fields(plain))

    @override
    def __post_init__(self) -> None:
        if SOURCE_LANGUAGE not in self.languages:
            raise ValueError("the English text is missing")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Have pydantic, too, take and write a string, or a mapping of language to string."""
        core = load("pydantic_core.core_schema")
        said = core.dataclass_field("said", handler.generate_schema(_SAID), kw_only=True)
        arguments = core.dataclass_args_schema(cls.__name__, [said], extra_behavior="forbid")
        text = core.dataclass_schema(cls, arguments, ["said"], post_init=True)
        written = core.plain_serializer_function_ser_schema(_plain)
        return core.no_info_before_validator_function(
            _fields, text, serialization=written, ref=f"{cls.__module__}.{cls.__name__}:{id(cls)}"
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        languages = {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "required": [SOURCE_LANGUAGE],
        }
        return {"anyOf": [{"type": "string"}, languages]}

    def say(self, language: str = SOURCE_LANGUAGE) -> str:
        """Return the text in a language (a code such as `cy`), or in English where it lacks it."""
        said = dict(self.said)
        return said.get(language, said[SOURCE_LANGUAGE])

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in."""
        return tuple(language for language, _ in self.said)


def _fields(plain: Any) -> Any:
    """Bring a string, or a mapping of language to string, into the form of the fields."""
    if isinstance(plain, str):
        plain = {SOURCE_LANGUAGE: plain}
    if isinstance(plain, dict) and "said" not in plain:
        plain = {"said": tuple(plain.items())}
    return plain


def _plain(text: Text) -> str | dict[str, str]:
    said = dict(text.said)
    return said[SOURCE_LANGUAGE] if len(said) == 1 else said
