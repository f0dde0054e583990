"""Search: free text over case studies, barriers, questions and guidance, with results in context.

The case studies are searched with the same index that serves the partnership's story.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from selfassess.core.content import Content
from selfassess.core.identity import Same
from selfassess.core.library import library_of, text_of
from selfassess.core.made import Made
from selfassess.core.text import SOURCE_LANGUAGE, Text
from selfassess.core.text_index import Term, TextIndex, stem, words_in

MOST = 20
"""So many results are returned of each search unless more are asked for."""

_SENTENCE = re.compile(r"(?<=[.!?…”])\s+|\n")


class Found(StrEnum):
    """What kind of thing was found."""

    CASE = "case"
    BARRIER = "barrier"
    TOPIC = "topic"
    NOTE = "note"
    MYTH = "myth"


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a text.

    Attributes:
        text: The words as they stand there.
        marks: Where in them what was looked for stands, as pairs of start and end.
    """

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found.

    Attributes:
        kind: What it is.
        id: Its id.
        title: Its title.
        passage: The sentence of it that says most of what was looked for; its first one where only
            the title does.
        score: How much it speaks of what was looked for, above 0; compares hits of one kind.
    """

    kind: Found
    id: str
    title: Passage
    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found.

    Attributes:
        hits: Case studies, best first, and then the other kinds, best first.
        instead: Words that nothing has, each with the word that it was taken for.
    """

    hits: tuple[Hit, ...]
    instead: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CaseHits:
    """What a search of the case studies found.

    Attributes:
        ids: Those that have all of the words, or else those that have some; best first.
        hits: The same, with what they say.
        whole: They have all of the words.
        instead: Words that no case study has, each with the word that it was taken for.
    """

    ids: tuple[str, ...]
    hits: Sequence[Hit]
    whole: bool
    instead: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: Found
    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Shelf:
    entries: tuple[_Entry, ...]
    index: TextIndex


def search(content: Content, text: str, language: str = SOURCE_LANGUAGE, most: int = MOST) -> Hits:
    """Find what speaks of some words, or of words that begin with them.

    Args:
        content: The content to search.
        text: What to look for; a search of no words finds nothing.
        language: The language of barriers, questions and guidance; case studies are in English.
        most: How many case studies, and how many other things, are returned at most.
    """
    hits: list[Hit] = []
    instead: dict[str, str] = {}
    known: set[str] = set()
    for shelf in (_cases(Same(content)), _others(Same(content), language)):
        terms = shelf.index.terms(text, prefixes=True)
        hits += _hits(shelf, terms, most)
        known |= {term.said for term in terms if not term.instead}
        instead |= {term.said: term.instead for term in terms if term.instead}
    return Hits(tuple(hits), tuple((s, i) for s, i in instead.items() if s not in known))


def search_cases(content: Content, text: str, most: int = MOST) -> CaseHits:
    """Find the case studies that have all of some words, or else those that have some.

    Args:
        content: The content to search.
        text: What to look for, whole words or their beginnings; no words find nothing.
        most: How many are returned at most.
    """
    shelf = _cases(Same(content))
    terms = shelf.index.terms(text, prefixes=True)
    found = _found(shelf, terms)
    said = len({stem(word) for word, _start, _end in words_in(text)})
    every = [place for place in found if len(found[place]) == said]
    shown = (every or list(found))[:most]
    return CaseHits(
        ids=tuple(shelf.entries[place].id for place in shown),
        hits=Made(len(shown), lambda at: _hit(shelf, shown[at], found, terms)),
        whole=bool(every),
        instead=tuple((term.said, term.instead) for term in terms if term.instead),
    )


def _hits(shelf: _Shelf, terms: Sequence[Term], most: int) -> Iterator[Hit]:
    """Yield the best first; what has all of the words comes before what has some."""
    found = _found(shelf, terms)
    for place in list(found)[:most]:
        yield _hit(shelf, place, found, terms)


def _found(shelf: _Shelf, terms: Sequence[Term]) -> dict[int, list[float]]:
    """Return what has any of the terms, best first, each with how much it has of those it has."""
    found: dict[int, list[float]] = {}
    for term in terms:
        for place, weight in shelf.index.weights(term).items():
            found.setdefault(place, []).append(weight)
    ranked = sorted(found, key=lambda place: (-len(found[place]), -sum(found[place]), place))
    return {place: found[place] for place in ranked}


def _hit(shelf: _Shelf, place: int, found: Mapping[int, list[float]], terms: Sequence[Term]) -> Hit:
    entry = shelf.entries[place]
    return Hit(
        kind=entry.kind,
        id=entry.id,
        title=_marked(entry.title, terms),
        passage=_passage(entry.text, terms, shelf.index),
        score=sum(found[place]),
    )


def _passage(text: str, terms: Sequence[Term], index: TextIndex) -> Passage:
    """Return the sentence that has the rarest of the terms, the first of equals."""
    best, most = "", -1.0
    for sentence, words in _sentences(text):
        told = sum(index.worth(term) for term in terms if any(map(term.covers, words)))
        if told > most:
            best, most = sentence, told
    return _marked(best, terms)


@lru_cache(maxsize=1 << 11)
def _sentences(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the sentences of a text with their words; kept, since each key press asks again."""
    return tuple(
        (sentence, frozenset(word for word, _start, _end in words_in(sentence)))
        for sentence in _SENTENCE.split(text)
    )


def _marked(text: str, terms: Sequence[Term]) -> Passage:
    marks = (
        (start, end)
        for word, start, end in words_in(text)
        if any(term.covers(word) for term in terms)
    )
    return Passage(text, tuple(marks))


@lru_cache(maxsize=4)
def _cases(content: Same[Content]) -> _Shelf:
    library = library_of(content.thing)
    entries = tuple(
        _Entry(Found.CASE, case.id, case.title, text_of(case).partition("\n")[2])
        for case in library.cases
    )
    return _Shelf(entries, library.texts)


@lru_cache(maxsize=4)
def _others(content: Same[Content], language: str) -> _Shelf:
    entries = tuple(_told(content.thing, language))
    return _Shelf(entries, TextIndex([f"{entry.title}\n{entry.text}" for entry in entries]))


def _told(content: Content, language: str) -> Iterator[_Entry]:
    of_modules = (b for barriers in content.module_barriers.values() for b in barriers)
    for barrier in (*content.catalogue.barriers, *of_modules):
        texts = (barrier.description, *(step.text for step in barrier.first_steps))
        yield _entry(Found.BARRIER, barrier.id, barrier.name, texts, language)
    topics = [topic for d in content.questionnaire.dimensions for topic in d.topics]
    for topic in (*topics, *(topic for module in content.modules for topic in module.topics)):
        texts = (topic.question, topic.why, topic.good, *topic.levels, *topic.evidence)
        yield _entry(Found.TOPIC, topic.id, topic.title, texts, language)
    for note in content.guidance.notes:
        yield _entry(Found.NOTE, note.id, note.title, (note.text,), language)
    for myth in content.guidance.myths:
        yield _entry(Found.MYTH, myth.id, myth.statement, (myth.fact,), language)


def _entry(kind: Found, id_: str, title: Text, texts: Iterable[Text], language: str) -> _Entry:
    return _Entry(kind, id_, title.say(language), "\n".join(text.say(language) for text in texts))
