"""Finds texts that are blank, said twice, translated in part or hard to read."""

import re
from collections.abc import Iterator
from typing import Any

from selfassess.core.problem import Problem
from selfassess.core.text import Text
from selfassess.core.value import Value, fields_of
from selfassess.files.shelf import Entry, Shelf
from selfassess.files.yaml_reader import Document, Place

LONG_SENTENCE = 25
"""Words from which on a sentence is hard to follow."""

HARD_WORDS = 2.1
"""Syllables to a word from which on a sentence is hard to read; long words are counted by ear."""

_FEW_WORDS = 8
"""Shorter sentences are easy even with long words."""


def problems_of_texts(shelf: Shelf) -> Iterator[Problem]:
    """Find what is wrong with the texts of questionnaires, modules, catalogues and guidance."""
    read: list[tuple[Document, Any]] = [
        *shelf.questionnaires,
        *shelf.modules,
        *shelf.catalogues,
        *shelf.guidance,
        *shelf.others,
    ]
    pieces = [(document, list(_texts_in(value, ()))) for document, value in read]
    things = (*shelf.topics(), *shelf.barriers(), *shelf.notes(), *shelf.myths())
    for _kind, document in shelf.faulty:
        whole = [(entry, thing) for entry, thing in things if entry.document is document]
        pieces.append((document, [t for e, thing in whole for t in _texts_in(thing, e.place)]))
    for document, texts in pieces:
        languages = {language for _place, text in texts for language in text.languages}
        for place, text in texts:
            yield from _problems_of(document, place, text, languages)
    yield from _repeated_levels(shelf)


def _texts_in(value: Any, place: Place) -> Iterator[tuple[Place, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, Value):
        for field in fields_of(type(value)):
            yield from _texts_in(getattr(value, field.name), (*place, field.written))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _texts_in(item, (*place, number))


def _problems_of(
    document: Document, place: Place, text: Text, languages: set[str]
) -> Iterator[Problem]:
    if any(not said.strip() for _language, said in text.said):
        yield document.problem("content.blank-text", place)
    missing = ", ".join(sorted(languages - set(text.languages)))
    if missing:
        partly = len(text.languages) > 1
        code = "content.translation-missing" if partly else "advice.not-translated"
        yield document.problem(code, place, missing=missing)
    for sentence in re.split(r"(?<=[.?!:;])\s+", text.say()):
        words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", sentence)
        start = " ".join(sentence.split()[:4])
        if len(words) > LONG_SENTENCE:
            facts = {"start": start, "count": str(len(words))}
            yield document.problem("advice.long-sentence", place, **facts)
        elif len(words) >= _FEW_WORDS and sum(map(_syllables, words)) > HARD_WORDS * len(words):
            yield document.problem("advice.hard-words", place, start=start)


def _syllables(word: str) -> int:
    """Count the groups of vowels; an e at the end is silent."""
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.casefold()))))


def _repeated_levels(shelf: Shelf) -> Iterator[Problem]:
    """Find words that describe two levels, of one topic or of two."""
    first: dict[str, tuple[Entry, int]] = {}
    for entry, topic in shelf.topics():
        for number, level in enumerate(topic.levels):
            said = " ".join(level.say().split()).casefold().rstrip(".")
            before, place = first.setdefault(said, (entry, number))
            if (before, place) != (entry, number):
                facts = {"topic": before.id, "level": str(place + 1)}
                yield entry.problem("content.repeated-level", ("levels", number), **facts)
