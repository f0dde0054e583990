"""Free text: finds the words in it that may name somebody, so that a person looks at each."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\s,;:!?()\[\]{}“”\"…/]+")
_EDGES = ".'’‘-–—"


@dataclass(frozen=True, slots=True)
class Mark:
    """A word to look at: its letters stand in the text from `start` up to `end`."""

    start: int
    end: int
    word: str


def marks(text: str) -> tuple[Mark, ...]:
    """Return every word with a capital letter, a digit or an @ in it, in the order of the text.

    That is also the first word of each sentence: a name can stand there too. Digits and @ are
    marked since telephone numbers, postcodes and addresses name people as well.
    """
    found = []
    for match in _WORD.finditer(text):
        word = match.group().strip(_EDGES)
        if any(sign.isupper() or sign.istitle() or sign.isdigit() or sign == "@" for sign in word):
            start = match.start() + match.group().index(word)
            found.append(Mark(start, start + len(word), word))
    return tuple(found)


def marked(text: str, before: str = "[", after: str = "]") -> str:
    """Return a text with each such word between two signs, for plain output."""
    pieces = []
    at = 0
    for mark in marks(text):
        pieces += [text[at : mark.start], before, mark.word, after]
        at = mark.end
    return "".join((*pieces, text[at:]))
