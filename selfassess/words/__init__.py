"""Words: translations, names of codes and sentences of problems.

British English is the source and stands in the code. `_` and `plural` speak the language of the
interface; a report has a `Words` of its own, since its language may differ from the screen's.
"""

import gettext
import string
from functools import cache

from selfassess import paths

SOURCE = "en"


class Words:
    """The words of one language, with English where a translation is missing or does not fit."""

    def __init__(self, language: str = SOURCE) -> None:
        self.language = language
        self._translations = (
            gettext.NullTranslations()
            if language == SOURCE
            else gettext.translation(
                "selfassess", paths.RESOURCES / "locale", languages=[language], fallback=True
            )
        )

    def __call__(self, text: str, **facts: object) -> str:
        """Say a sentence in this language, with its {facts} filled in."""
        said = self._translations.gettext(text)
        if _fields(said) != _fields(text):
            said = text
        return said.format(**facts) if facts else said

    def plural(self, one: str, many: str, count: int, **facts: object) -> str:
        """Say a sentence about a count; `{count}` is filled in besides the other facts."""
        said = self._translations.ngettext(one, many, count)
        if not _fields(said) <= _fields(one) | _fields(many):
            said = one if count == 1 else many
        return said.format(count=count, **facts)


@cache
def words_in(language: str) -> Words:
    """Return the words of a language, such as `en` or `cy`."""
    return Words(language)


class _Interface:
    words = words_in(SOURCE)


def speak(language: str) -> None:
    """Set the language of the interface."""
    _Interface.words = words_in(language)


def interface() -> Words:
    """Return the words of the interface's language."""
    return _Interface.words


def _(text: str, **facts: object) -> str:
    """Say a sentence in the language of the interface, with its {facts} filled in."""
    return _Interface.words(text, **facts)


def plural(one: str, many: str, count: int, **facts: object) -> str:
    """Say a sentence about a count in the language of the interface."""
    return _Interface.words.plural(one, many, count, **facts)


@cache
def _fields(text: str) -> frozenset[str]:
    return frozenset(
        name for _literal, name, _spec, _conversion in string.Formatter().parse(text) if name
    )
