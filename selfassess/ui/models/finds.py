"""Finds: what the search box offers for some words, by kind and in context."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from selfassess.core.content import Content
from selfassess.core.results import Results
from selfassess.core.search import Found, Hit, Passage, search
from selfassess.reports.phrases import said
from selfassess.ui.act_list import Act
from selfassess.words import Words
from selfassess.words.glossary import Term, glossary

EACH = 6
"""So many of each kind are offered."""

_ASKED = 60


class Kind(StrEnum):
    """What kind of thing was found, in the order in which kinds are shown."""

    ACT = "act"
    QUESTION = "question"
    BARRIER = "barrier"
    CASE = "case"
    GUIDANCE = "guidance"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Find:
    """Something that was found.

    Attributes:
        kind: What it is.
        id: Its id.
        title: Its title, and where in it stands what was looked for.
        passage: A sentence of it, likewise; may be empty.
        beside: What else is said of it, such as keys or a dimension.
        icon: Its icon.
    """

    kind: Kind
    id: str
    title: Passage
    passage: Passage
    beside: str
    icon: str

    @property
    def spoken(self) -> str:
        """All its words, for screen readers."""
        told = (self.title.text, self.beside, self.passage.text)
        return ", ".join(words for words in told if words)


@dataclass(frozen=True, slots=True)
class Finds:
    """All that was found.

    Attributes:
        found: By kind, the best of each kind first.
        remark: A sentence about the search itself; may be empty.
    """

    found: tuple[Find, ...]
    remark: str


_ICONS = {
    Kind.QUESTION: "pen",
    Kind.BARRIER: "warning",
    Kind.CASE: "book",
    Kind.GUIDANCE: "info",
    Kind.WORD: "letters",
}
_KINDS = {
    Found.TOPIC: Kind.QUESTION,
    Found.BARRIER: Kind.BARRIER,
    Found.CASE: Kind.CASE,
    Found.NOTE: Kind.GUIDANCE,
    Found.MYTH: Kind.GUIDANCE,
}
_NOWHERE = Passage("", ())


def kind_name(kind: Kind, words: Words) -> str:
    """Return the heading over the finds of a kind."""
    return {
        Kind.ACT: words("What you can do"),
        Kind.QUESTION: words("Questions"),
        Kind.BARRIER: words("Barriers"),
        Kind.CASE: words("Case studies"),
        Kind.GUIDANCE: words("Law and good practice"),
        Kind.WORD: words("Words we use"),
    }[kind]


def finds(
    text: str, acts: tuple[Act, ...], content: Content, results: Results | None, words: Words
) -> Finds:
    """Return what is found for some words; for none, what can be done.

    Args:
        text: What to look for.
        acts: What can be done now.
        content: What the program knows.
        results: What follows from the open assessment; without it, questions, barriers and case
            studies are not looked for, since there is no page to show them.
        words: The words of the interface.
    """
    if not text.strip():
        return Finds(tuple(_act(act, ()) for act in acts), "")
    by_kind: dict[Kind, list[Find]] = {kind: [] for kind in Kind}
    by_kind[Kind.ACT] = list(_acts(text, acts))
    by_kind[Kind.WORD] = list(_terms(text, words))
    if results is not None:
        by_kind[Kind.QUESTION] = list(_by_code(text, results, words))
    hits = search(content, text, words.language, _ASKED)
    for hit in hits.hits:
        found = _find(hit, results, words)
        if found is not None and all(one.id != found.id for one in by_kind[found.kind]):
            by_kind[found.kind].append(found)
    shown = tuple(found for kind in Kind for found in by_kind[kind][:EACH])
    if not shown:
        return Finds((), words("Nothing found for “{said}”.", said=text.strip()))
    taken = [words("“{near}” for “{said}”", near=near, said=wrote) for wrote, near in hits.instead]
    remark = words("Showing {words}.", words=", ".join(taken)) if taken else ""
    return Finds(shown, remark)


def _find(hit: Hit, results: Results | None, words: Words) -> Find | None:
    kind = _KINDS[hit.kind]
    beside, title = "", hit.title
    if kind is not Kind.GUIDANCE and results is None:
        return None
    if kind is Kind.QUESTION and results is not None:
        score = results.topic(hit.id)
        if score is None:
            return None
        beside, title = _of_question(score.dimension, results, words), _coded(hit.id, title)
    elif kind is Kind.BARRIER and results is not None:
        listed = any(d.barrier.id == hit.id for d in results.barriers)
        beside = "" if listed else words("not in the way here")
    elif kind is Kind.GUIDANCE:
        beside = words("Myth or rule") if hit.kind is Found.MYTH else ""
    return Find(kind, hit.id, title, hit.passage, beside, _ICONS[kind])


def _by_code(text: str, results: Results, words: Words) -> Iterator[Find]:
    """Yield the questions whose code was typed."""
    wanted = text.strip().upper()
    for score in results.topics:
        if score.id.startswith(wanted):
            beside = _of_question(score.dimension, results, words)
            title = f"{score.id}  {said(score.topic.title, words)}"
            marked = Passage(title, ((0, len(wanted)),))
            question = Passage(said(score.topic.question, words), ())
            icon = _ICONS[Kind.QUESTION]
            yield Find(Kind.QUESTION, score.id, marked, question, beside, icon)


def _of_question(dimension: str, results: Results, words: Words) -> str:
    score = results.dimension(dimension)
    return said(score.dimension.name, words) if score is not None else ""


def _coded(code: str, title: Passage) -> Passage:
    before = f"{code}  "
    moved = tuple((start + len(before), end + len(before)) for start, end in title.marks)
    return Passage(before + title.text, moved)


def _acts(text: str, acts: tuple[Act, ...]) -> Iterator[Find]:
    for act in acts:
        marks = _begun(text, act.words)
        if marks is not None:
            yield _act(act, marks)


def _act(act: Act, marks: tuple[tuple[int, int], ...]) -> Find:
    title = Passage(act.words, marks)
    return Find(Kind.ACT, act.id, title, _NOWHERE, " ".join(act.caps), act.icon)


def _terms(text: str, words: Words) -> Iterator[Find]:
    terms = glossary(words)
    first = [_term(text, term) for term in terms if _begun(text, term.term) is not None]
    yield from first
    known = {found.id for found in first}
    for term in terms:
        if term.id not in known and _begun(text, term.meaning) is not None:
            yield _term(text, term)


def _term(text: str, term: Term) -> Find:
    title = Passage(term.term, _begun(text, term.term) or ())
    passage = Passage(term.meaning, _begun(text, term.meaning) or ())
    return Find(Kind.WORD, term.id, title, passage, "", _ICONS[Kind.WORD])


def _begun(text: str, told: str) -> tuple[tuple[int, int], ...] | None:
    """Return where a text has words that begin like those looked for; None if one is missing."""
    wanted = [word.casefold() for word in text.split()]
    marks: list[tuple[int, int]] = []
    for word in wanted:
        places = [
            (start, start + len(word))
            for start, _end in _words_of(told)
            if told[start:].casefold().startswith(word)
        ]
        if not places:
            return None
        marks += places
    return tuple(sorted(set(marks)))


def _words_of(told: str) -> Iterator[tuple[int, int]]:
    """Yield where each word begins and ends, empty words too."""
    start = 0
    for word in told.split(" "):
        plain = len(word) - len(word.lstrip("“(‘"))
        yield start + plain, start + len(word)
        start += len(word) + 1
