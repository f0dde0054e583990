"""Upwards: says what a copy to hand upwards leaves out, and what people typed that stays."""

from selfassess.core.left_out import LeftOut, left_out, texts_that_stay
from selfassess.core.results import Results
from selfassess.words import Words

Part = tuple[str, tuple[str, ...]]
"""What goes or stays, in words, and the texts themselves."""


def left_out_parts(results: Results, words: Words) -> tuple[Part, ...]:
    """Say what goes, each kind counted, with what it is."""
    return tuple((_counted(kind, len(t), words), t) for kind, t in left_out(results).items())


def staying_part(results: Results, words: Words) -> Part:
    """Say which texts that people typed stay: somebody should look at each."""
    texts = texts_that_stay(results)
    told = words.plural(
        "{count} text that you typed stays. Look whether it names somebody.",
        "{count} texts that you typed stay. Look whether one names somebody.",
        len(texts),
    )
    return told, texts


def _counted(kind: LeftOut, count: int, words: Words) -> str:
    if kind is LeftOut.PARTNERS:
        return words.plural(
            "The name of {count} partner, and what it said or voted",
            "The names of {count} partners, and what each of them said or voted",
            count,
        )
    if kind is LeftOut.PEOPLE:
        return words.plural(
            "The name and role of {count} person", "The names and roles of {count} people", count
        )
    if kind is LeftOut.OWNERS:
        return words.plural("{count} owner of actions", "{count} owners of actions", count)
    if kind is LeftOut.NOTES:
        return words.plural("{count} note or reason", "{count} notes and reasons", count)
    if kind is LeftOut.VIEWS:
        return words.plural("{count} minority view", "{count} minority views", count)
    if kind is LeftOut.STORY:
        return words("The story, and its words")
    return words.plural(
        "{count} text that names somebody", "{count} texts that name somebody", count
    )
