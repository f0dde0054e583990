"""The names of what a portfolio counts, from the content of the program."""

from selfassess.core.content import Content
from selfassess.core.portfolio import OTHERS, UNKNOWN, By
from selfassess.core.questionnaire import Topic
from selfassess.core.small_numbers import Shown
from selfassess.reports.book import Cell, count, word
from selfassess.reports.phrases import said
from selfassess.words import Words
from selfassess.words.names import name_of


def barrier_name(id_: str, content: Content, words: Words) -> str:
    """Return the name of a barrier; its id where the content does not have it."""
    barrier = content.barrier(id_)
    return said(barrier.name, words) if barrier else id_


def dimension_name(id_: str, content: Content, words: Words) -> str:
    """Return the name of a dimension, or of the code `national`."""
    found = (said(d.name, words) for d in content.questionnaire.dimensions if d.id == id_)
    return next(found, name_of(id_, words))


def group_name(code: str, words: Words) -> str:
    """Return the name of a group of places; a year and the code of an area are their own names."""
    names = {UNKNOWN: words("Not said"), OTHERS: words("Other areas")}
    return names.get(code) or name_of(code, words)


def by_name(by: By, words: Words) -> str:
    """Return what places are grouped by, as it names a sheet."""
    return {
        By.STEP: words("By step"),
        By.COUNTRY: words("By country"),
        By.AREA: words("By area"),
        By.YEAR: words("By year"),
        By.POLICY_AREA: words("By policy area"),
        By.SECTOR: words("By sector"),
    }[by]


def level_words(topic: str, level: int, content: Content, words: Words) -> str:
    """Say the words of a level of a topic; the level alone where the content has no such topic."""
    found = _topic(topic, content)
    if found is None:
        return words("level {level} ({topic})", level=level, topic=topic)
    return words("“{says}” ({topic})", says=said(found.levels[level - 1], words), topic=topic)


def counted(number: Shown, words: Words) -> Cell:
    """Make a cell of a count, marked where it is withheld."""
    return word(withheld(words)) if number is None else count(number)


def withheld(words: Words) -> str:
    """Return what stands in place of a count that is not shown."""
    return words("held back")


def said_count(number: Shown, words: Words) -> str:
    """Say a count inside a sentence."""
    return withheld(words) if number is None else str(number)


def _topic(id_: str, content: Content) -> Topic | None:
    main = (t for d in content.questionnaire.dimensions for t in d.topics)
    of_modules = (t for module in content.modules for t in module.topics)
    return next((t for t in (*main, *of_modules) if t.id == id_), None)
