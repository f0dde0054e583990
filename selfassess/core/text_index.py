"""The text index: which documents speak of some words, and how much; rare words count more.

It serves the partnership's story and the search alike. Words are compared by their stems, so that
*sharing* finds *shared*. A word that no document has stands for the words that begin with it, or
else for the nearest word that differs by one letter.
"""

import math
import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

SATURATION = 1.2
"""How soon a word that is said again and again stops counting more (k1 of BM25)."""

LENGTH_MATTERS = 0.5
"""How far a long document needs a word more often to count as much (b of BM25, 0 to 1)."""

PREFIX_FROM = 3
"""So many letters are needed before a word stands for those that begin with it."""

NEAR_FROM = 5
"""So many letters are needed before a word may be a slip for one that differs by a letter."""

PREFIX_COUNTS = 0.5
NEAR_COUNTS = 0.7

_ENDING = 1
"""Words of one stem begin like it, but for so many of its last letters: policy has polici."""

_PLURALS = {"children": "child"}
"""Plurals that the stemmer leaves alone."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
_ACCENTS = re.compile("[\u0300-\u036f]")

_SAY_NOTHING = """
a about above after again all also although always am an and any anyone anything are aren't as
at away be because been before being below between both but by came can can't cannot come comes
could couldn't did didn't do does doesn't doing don't done down during each either else ever
every everybody everyone everything few for from further get gets getting give gives go goes
going gone got had hadn't has hasn't have haven't having he her here hers herself him himself
his how however i i'm if in instead into is isn't it it's its itself just know last least less
let like made make makes many may me might mine more most much must my myself need needs neither
never no nobody none nor not nothing now of off often on once one only onto or other others our
ours ourselves out over own per put quite rather really same say says see seem seems shall she
should since so some somebody someone something sometimes still such take takes than that that's
the their theirs them themselves then there therefore these they they're thing things this those
though through to together too towards two under until up upon us use used uses using very want
wants was wasn't way we we're well went were weren't what when where whether which while who
whom whose why will with within without won't would yet you your yours yourself
"""
_EMPTY = frozenset(_SAY_NOTHING.split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a text, with the words of the documents that it stands for.

    Attributes:
        said: The word as the text has it, in lower case.
        words: Groups of words that count as one, each with how much it counts, above 0 to 1.
        instead: The word by one letter off that it was taken for; empty if it was not.
    """

    said: str
    words: tuple[tuple[tuple[str, ...], float], ...]
    instead: str = ""

    def covers(self, word: str) -> bool:
        """Say whether it stands for a word."""
        return any(word in group for group, _counts in self.words)


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text in lower case and without accents, each with where it stands.

    Empty words, such as *the*, are left out.
    """
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if not word.isascii():
            plain = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES))
            word = _ACCENTS.sub("", plain)
        if word not in _EMPTY:
            yield word, match.start(), match.end()


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Return the stem of an English word in lower case."""
    # Many starts need no stems, and the import takes a twentieth of a second.
    from snowballstemmer.english_stemmer import EnglishStemmer  # noqa: PLC0415 - see above

    stemmer = EnglishStemmer()  # one each time: it keeps state, and two threads may ask at once
    return str(stemmer.stemWord(_PLURALS.get(word, word)))


class TextIndex:
    """Finds the documents that speak of some words; a document is known by its place.

    Stems and weights are worked out for the words that are asked for only: for all they would take
    half a second.
    """

    def __init__(self, documents: Sequence[str], built_in: int | None = None) -> None:
        """Index some documents.

        Args:
            documents: Their texts.
            built_in: How many of them, from the first, say how rare words are and how long a
                document is, so that documents added behind them change no weight. All by default.
        """
        self._built_in = len(documents) if built_in is None else built_in
        self._times: dict[str, dict[int, int]] = {}
        lengths = [0] * len(documents)
        for place, text in enumerate(documents):
            counted = Counter(word for word, _start, _end in words_in(text))
            lengths[place] = counted.total()
            for word, times in counted.items():
                self._times.setdefault(word, {})[place] = times
        mean = sum(lengths[: self._built_in]) / max(1, self._built_in)
        self._slow = [
            SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * length / max(1.0, mean))
            for length in lengths
        ]
        self._words = sorted(self._times)
        self._of_stem: dict[str, tuple[str, ...]] = {}
        self._weights: dict[tuple[str, ...], dict[int, float]] = {}
        self._rarities: dict[tuple[str, ...], float] = {}

    def terms(self, text: str, *, prefixes: bool = False) -> tuple[Term, ...]:
        """Return the words of a text that some document has, each stem once.

        Args:
            text: The text.
            prefixes: Let each word also stand for the words that begin with it.
        """
        said: dict[str, str] = {}
        for word, _start, _end in words_in(text):
            said.setdefault(stem(word), word)
        terms = (self._term(word, prefixes=prefixes) for word in said.values())
        return tuple(term for term in terms if term.words)

    def weights(self, term: Term) -> Mapping[int, float]:
        """Return how much each document that has a term speaks of it, above 0."""
        if len(term.words) == 1 and term.words[0][1] == 1:
            return self._weigh(term.words[0][0])
        best: dict[int, float] = {}
        for group, counts in term.words:
            for place, weight in self._weigh(group).items():
                best[place] = max(best.get(place, 0.0), counts * weight)
        return best

    def worth(self, term: Term) -> float:
        """Return how rare a term is, above 0: the rarest of what it stands for."""
        return max(counts * self._rarity(group) for group, counts in term.words)

    def _term(self, said: str, *, prefixes: bool) -> Term:
        """Say what a word stands for: its stem, what it begins, or else the nearest word."""
        own = self._having_stem(stem(said))
        groups = [(own, 1.0)] if own else []
        if (prefixes or not own) and len(said) >= PREFIX_FROM:
            begun = tuple(self._beginning_with(said))
            groups += [(begun, PREFIX_COUNTS)] if begun else []
        if groups or len(said) < NEAR_FROM:
            return Term(said, tuple(groups))
        near = sorted(word for word in {*_one_letter_off(said)} if word in self._times)
        if not near:
            return Term(said, ())
        nearest = max(near, key=lambda word: len(self._times[word]))
        return Term(said, ((self._having_stem(stem(nearest)), NEAR_COUNTS),), nearest)

    def _having_stem(self, wanted: str) -> tuple[str, ...]:
        found = self._of_stem.get(wanted)
        if found is None:
            alike = wanted[: max(1, len(wanted) - _ENDING)]
            found = tuple(word for word in self._beginning_with(alike) if stem(word) == wanted)
            self._of_stem[wanted] = found
        return found

    def _beginning_with(self, prefix: str) -> Iterator[str]:
        for place in range(bisect_left(self._words, prefix), len(self._words)):
            if not self._words[place].startswith(prefix):
                return
            yield self._words[place]

    def _rarity(self, group: tuple[str, ...]) -> float:
        """Return how much a group of words counts, above 0: the rarer, the more."""
        rarity = self._rarities.get(group)
        if rarity is None:
            places = {place for word in group for place in self._times[word]}
            having = sum(place < self._built_in for place in places)
            rarity = math.log(1 + (self._built_in - having + 0.5) / (having + 0.5))
            self._rarities[group] = rarity
        return rarity

    def _weigh(self, group: tuple[str, ...]) -> dict[int, float]:
        """Weigh a group of words in each document (BM25: rarity, how often, how long a text)."""
        found = self._weights.get(group)
        if found is None:
            rarity = self._rarity(group) * (SATURATION + 1)
            together: Counter[int] = Counter()
            for word in group:
                together.update(self._times[word])
            found = {
                place: rarity * times / (times + self._slow[place])
                for place, times in together.items()
            }
            self._weights[group] = found
        return found


def _one_letter_off(word: str) -> Iterator[str]:
    """Yield every string that differs from a word by one letter, or by two neighbours swapped."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]
