"""Naming: finds texts that name an organisation or somebody who answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.identity import Same

_SHORTEST = 3
"""A part of a name with fewer letters names nobody by itself."""

_TITLES = frozenset(
    ("mrs", "miss", "prof", "rev", "sgt", "insp", "supt", "cllr", "sister", "nurse")
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


@dataclass(frozen=True, slots=True)
class Naming:
    """Names to look for.

    Attributes:
        whole: Names of organisations and people, and roles, as they were written.
        parts: Words of them that are no everyday words of the subject, such as a surname.
    """

    whole: frozenset[str]
    parts: frozenset[str]

    def in_full(self, text: str) -> bool:
        """Say whether a text has a whole name in it; capital and small letters are alike."""
        return _has(self.whole, text)

    def somehow(self, text: str) -> bool:
        """Say whether a text has a name in it, or a telling part of one."""
        return _has(self.whole | self.parts, text)


def naming(assessment: Assessment, content: Content) -> Naming:
    """Gather the names of an assessment: organisations, people, their roles, owners of actions.

    An everyday word of the questionnaire (“manager”, “data”) is no telling part of a name.
    """
    ordinary = _ordinary(Same(content))
    organisations = {o.name for round_ in assessment.rounds for o in round_.organisations}
    people = {r.name for r in assessment.respondents}
    roles = {r.role for r in assessment.respondents} | {a.owner for a in assessment.actions}
    telling = {role for role in roles if not words_of(role) <= ordinary or len(words_of(role)) > 1}
    whole = {_plain(name) for name in organisations | people | telling} - {""}
    parts = {
        word
        for name in organisations | people | roles
        for word in words_of(name)
        if len(word) >= _SHORTEST and word not in ordinary
    }
    return Naming(frozenset(whole), frozenset(parts))


def own_steps(content: Content) -> frozenset[str]:
    """Return what the program itself offers as first steps: it names nobody."""
    steps = (step for barrier in content.barriers for step in barrier.first_steps)
    return frozenset(said for step in steps for _language, said in step.text.said)


def _has(names: frozenset[str], text: str) -> bool:
    plain = _plain(text)
    return any(
        name in plain and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) for name in names
    )


def _plain(text: str) -> str:
    return " ".join(text.translate(_APOSTROPHES).casefold().split())


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, in small letters."""
    return frozenset(_WORD.findall(_plain(text)))


@lru_cache(maxsize=2)
def _ordinary(content: Same[Content]) -> frozenset[str]:
    texts = _texts(content.thing)
    return frozenset(word for text in texts for word in words_of(text)) | _TITLES


def _texts(content: Content) -> Iterator[str]:
    main = (topic for dimension in content.questionnaire.dimensions for topic in dimension.topics)
    added = (topic for module in content.modules for topic in module.topics)
    of_topics = ((t.question, *t.levels, t.why, t.good) for t in (*main, *added))
    of_barriers = (
        (b.name, b.description, *(step.text for step in b.first_steps)) for b in content.barriers
    )
    for texts in (*of_topics, *of_barriers):
        yield from (said for text in texts for _language, said in text.said)
