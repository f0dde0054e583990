"""Readings: what is to be read of something that has no page of its own."""

from datetime import date

from selfassess.core.content import Content
from selfassess.reports.phrases import said
from selfassess.ui.advice import checked_words
from selfassess.ui.dialogs.reading import Reading
from selfassess.ui.models.finds import Find
from selfassess.words import Words


def reading_of(find: Find, content: Content, today: date, words: Words) -> Reading:
    """Return what is to be read of a note, a myth, or a barrier that is not in the way here.

    Raises:
        KeyError: the content has nothing of that id.
    """
    note, myth = content.note(find.id), content.myth(find.id)
    if note is not None:
        return Reading(
            title=said(note.title, words),
            text=said(note.text, words),
            source=f"{note.source.publisher}: {note.source.title}",
            url=note.source.url,
            checked=checked_words(note, today),
        )
    if myth is not None:
        answers = {"myth": words("Myth"), "partly": words("Partly true"), "rule": words("Rule")}
        return Reading(
            title=words("“{statement}”", statement=said(myth.statement, words)),
            text=said(myth.fact, words),
            tag=answers[myth.verdict],
            source=f"{myth.source.publisher}: {myth.source.title}",
            url=myth.source.url,
            checked=checked_words(myth, today),
        )
    barrier = content.barrier(find.id)
    if barrier is None:
        raise KeyError(find.id)
    steps = tuple(said(step.text, words) for step in barrier.first_steps)
    return Reading(
        title=said(barrier.name, words),
        text=said(barrier.description, words),
        further=(
            words("Your answers do not point to this barrier. Where it is in the way, begin so:"),
            *steps,
        ),
    )
