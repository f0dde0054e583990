"""Text that may carry several languages, with British English as the source."""

from typing import Any, Self

from pydantic import (
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from typing_extensions import override

from selfassess.core.value import Value

SOURCE_LANGUAGE = "en"


class Text(Value):
    """What is said, in one or more languages; a plain string where there is only English."""

    said: tuple[tuple[str, str], ...]

    @model_validator(mode="wrap")
    @classmethod
    def _from_plain(cls, plain: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Accept a string, or a mapping of language to string that has English."""
        if isinstance(plain, str):
            plain = {SOURCE_LANGUAGE: plain}
        if isinstance(plain, dict) and "said" not in plain:
            plain = {"said": tuple(plain.items())}
        text = handler(plain)
        if SOURCE_LANGUAGE not in text.languages:
            raise ValueError("the English text is missing")
        return text

    @classmethod
    @override
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        languages = {
            "type": "object",
            "additionalProperties": {"type": "string"},
            "required": [SOURCE_LANGUAGE],
        }
        return {"anyOf": [{"type": "string"}, languages]}

    @model_serializer
    def _plain(self) -> str | dict[str, str]:
        said = dict(self.said)
        return said[SOURCE_LANGUAGE] if len(said) == 1 else said

    def say(self, language: str = SOURCE_LANGUAGE) -> str:
        """Return the text in a language (a code such as `cy`), or in English where it lacks it."""
        said = dict(self.said)
        return said.get(language, said[SOURCE_LANGUAGE])

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in."""
        return tuple(language for language, _ in self.said)
