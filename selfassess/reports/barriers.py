"""Barriers: what stands in the way, because of which answers, and what to begin with."""

from selfassess.core.barriers import Barrier
from selfassess.core.diagnosis import Diagnosis, begin_with_three
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.book import (
    HEADER,
    Cell,
    Kind,
    Row,
    Sheet,
    bullets,
    count,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.phrases import dimension_name, lower_name, said, titled
from selfassess.words import Words
from selfassess.words.names import name_of

_WIDTHS = (7.0, 34.0, 14.0, 9.0, 15.0, 20.0, 17.0, 13.0, 66.0, 58.0, 32.0, 32.0, 30.0)
_BREAK = 9


def barriers(results: Results, words: Words) -> Sheet:
    """Make the table of barriers: raised ones in order, then to find out first, then set aside."""
    rows = (
        *opening(
            titled(_finding(results, words), results, words),
            words(
                "Strength, 0 to 1, is the weighted shortfall of the answers that point to a"
                " barrier."
            ),
            words(
                "Strong from 0.67, clear from 0.4, some from 0.25. Find out first: too little is"
                " known."
            ),
        ),
        header(
            words("Rank"),
            words("Barrier"),
            words("How strong"),
            words("Strength"),
            words("Dimension"),
            words("Kind"),
            words("Who can remove it"),
            words("Confidence"),
            words("Because"),
            words("First steps"),
            words("Guidance"),
            words("Often behind it"),
            words("Remarks"),
        ),
        *(_row(place, d, results, words) for place, d in enumerate(results.barriers, start=1)),
    )
    return Sheet(
        key="barriers",
        name=tab(words("Barriers")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=2,
        breaks=(_BREAK,),
        filtered=True,
    )


def strength_word(found: Diagnosis, words: Words) -> str:
    """Say how strong a barrier is, or that it is to be found out first or was set aside."""
    if found.aside:
        return words("Set aside")
    if not found.raised:
        return words("Find out first")
    return (words("Strong"), words("Clear"), words("Some"))[found.band]


def _finding(results: Results, words: Words) -> str:
    raised = sum(d.raised and not d.aside for d in results.barriers)
    if begin_with_three(results.barriers):
        return words("Most things stand low: begin with the first three barriers")
    if not raised:
        return words("Nothing stands out")
    return words.plural(
        "{count} barrier stands in the way", "{count} barriers stand in the way", raised
    )


def _row(place: int, found: Diagnosis, results: Results, words: Words) -> Row:
    barrier = found.barrier
    return Row(
        (
            count(place),
            strong(said(barrier.name, words)),
            word(_how_strong(found, words)),
            Cell(found.strength, Kind.VALUE, decimals=2),
            word(dimension_name(barrier.dimension, results, words)),
            word(name_of(barrier.kind, words)),
            word(name_of(barrier.reach, words)),
            word(name_of(found.confidence, words)),
            Cell(bullets(sentences.because_in_words(found, results, words))),
            Cell(bullets(_first_steps(barrier, words))),
            Cell(bullets(_guidance(barrier, results, words))),
            Cell(bullets(_behind(barrier, results, words))),
            Cell(_remarks(found, words)),
        )
    )


def _how_strong(found: Diagnosis, words: Words) -> str:
    strength = strength_word(found, words)
    if found.stands_out and found.raised and not found.aside:
        return words("{strength}, stands out here", strength=strength)
    return strength


def _first_steps(barrier: Barrier, words: Words) -> list[str]:
    steps = [
        f"{name_of(step.effort, words)}: {said(step.text, words)}" for step in barrier.first_steps
    ]
    if barrier.escalation:
        ask = said(barrier.escalation, words)
        steps.append(words("What to ask for nationally: {ask}", ask=ask))
    return steps


def _guidance(barrier: Barrier, results: Results, words: Words) -> list[str]:
    notes = (results.content.note(id_) for id_ in barrier.guidance)
    return [said(note.title, words) for note in notes if note]


def _behind(barrier: Barrier, results: Results, words: Words) -> list[str]:
    others = (results.content.barrier(id_) for id_ in barrier.often_behind)
    return [said(other.name, words) for other in others if other]


def _remarks(found: Diagnosis, words: Words) -> str:
    pieces = []
    if found.aside:
        pieces.append(words("Not a barrier here: {reason}", reason=found.aside))
    if found.priority != "normal":
        priority = lower_name(found.priority, words)
        pieces.append(words("Priority: {priority}", priority=priority))
    if found.outside_control:
        pieces.append(words("Outside our control"))
    if found.blocks:
        pieces.append(words("Holds back the next step"))
    return ". ".join(pieces)
