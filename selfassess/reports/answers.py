"""Answers: every question with its level, votes, evidence, agreement and notes."""

from dataclasses import replace

from selfassess.core.codes import MustHaveStatus
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports import sentences
from selfassess.reports.book import (
    HEADER,
    Cell,
    Row,
    Sheet,
    Span,
    bullets,
    count,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.phrases import capitalised, dimension_name, said, titled
from selfassess.reports.profile import level_cell
from selfassess.words import Words
from selfassess.words.names import name_of

TOPIC, DIMENSION, PART, VALUE, LOW, HIGH = 1, 3, 4, 5, 7, 8
"""Columns, from 1, that other sheets speak of."""

_VOTES = 5
_WHO_SAID = frozenset((*range(9, 16), 20, 21))
"""Columns that tell how many said what, minority views and notes."""

_WIDTHS = (
    *(8.0, 44.0, 17.0, 11.0, 8.0, 26.0, 9.0, 9.5),
    *([4.5] * _VOTES),
    *(8.0, 9.0, 16.0, 24.0, 24.0, 19.0, 26.0, 44.0),
)
_BREAK = 15


def answers(results: Results, words: Words) -> Sheet:
    """Make the table of all questions asked: the chosen set in walk order, then modules."""
    notes = _notes(results, words)
    rows = (
        *opening(
            titled(_finding(results, words), results, words),
            words(
                "Level is how the partners combine; lowest and highest show what don’t-knows"
                " could change."
            ),
            words("This copy does not count the answers, nor say who gave which.")
            if results.withheld
            else words(
                "Columns 1 to 5 count the answers. A vote in the room stands in place of earlier"
                " answers."
            ),
        ),
        header(
            words("Code"),
            words("Question"),
            words("Dimension"),
            words("Asked in"),
            words("Level"),
            words("In words"),
            words("Lowest"),
            words("Highest"),
            *(str(level) for level in range(1, _VOTES + 1)),
            words("Don’t know"),
            words("Doesn’t apply"),
            words("Evidence"),
            words("Agreement"),
            words("Must-have"),
            words("Agreed"),
            words("Minority view"),
            words("Notes"),
        ),
        *(_row(score, notes.get(score.id, []), results, words) for score in results.topics),
    )
    last = HEADER + len(results.topics)
    sheet = Sheet(
        key="answers",
        name=tab(words("Answers")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=2,
        breaks=(_BREAK,),
        filtered=True,
        shaded=(Span(HEADER + 1, VALUE, last, VALUE),),
    )
    return _without_who_said(sheet) if results.withheld else sheet


def main_part(words: Words) -> str:
    """Say that a question belongs to the main questionnaire, and enters its dimension."""
    return words("Main")


def _without_who_said(sheet: Sheet) -> Sheet:
    kept = [n for n in range(len(sheet.widths)) if n + 1 not in _WHO_SAID]
    table = sheet.rows[HEADER - 1 :]
    narrow = (Row(tuple(row.cells[n] for n in kept), row.height) for row in table)
    return replace(
        sheet,
        rows=(*sheet.rows[: HEADER - 1], *narrow),
        widths=tuple(sheet.widths[n] for n in kept),
        breaks=(),
    )


def _finding(results: Results, words: Words) -> str:
    stated = results.readiness
    return words(
        "{known} of {applicable} questions answered",
        known=stated.known,
        applicable=stated.applicable,
    )


def _row(score: TopicScore, notes: list[str], results: Results, words: Words) -> Row:
    heard = sum(score.counts) > 0
    return Row(
        (
            strong(score.id),
            Cell(said(score.topic.question, words)),
            word(dimension_name(score.dimension, results, words)),
            word(words("Module") if score.of_module else main_part(words)),
            level_cell(score.value),
            word(_in_words(score, words)),
            level_cell(score.low),
            level_cell(score.high),
            *(count(number) for number in score.counts),
            count(score.dont_know),
            count(score.not_applicable),
            word(name_of(score.evidence, words) if heard else "–"),
            word(_agreement(score, results, words)),
            word(_must_have(score, results, words)),
            word(_agreed(score, words)),
            Cell(score.minority_view),
            Cell(bullets(notes)),
        )
    )


def _in_words(score: TopicScore, words: Words) -> str:
    if not score.applicable:
        return words("Doesn’t apply")
    return capitalised(sentences.value_in_words(score.value, words))


def _agreement(score: TopicScore, results: Results, words: Words) -> str:
    pieces = [
        sentences.agreement_in_words(score, words),
        sentences.lone_views(score, results, words),
        sentences.dont_knows(score, words),
    ]
    return ". ".join(piece for piece in pieces if piece)


def _must_have(score: TopicScore, results: Results, words: Words) -> str:
    if score.status is None:
        return ""
    if not score.bites:
        return words("From a later step")
    name = name_of(score.status, words)
    if score.status is MustHaveStatus.MET:
        return name
    return f"{name}: {sentences.standing(score, results, words)}"


def _agreed(score: TopicScore, words: Words) -> str:
    settled = sentences.agreed_in_words(score, words)
    if not score.answers_changed:
        return settled
    return words("{settled}. Answers changed since", settled=settled)


def _notes(results: Results, words: Words) -> dict[str, list[str]]:
    """What people wrote, by topic: with the names of organisations, never of people."""
    anonymous = results.assessment.anonymous
    home = {r.id: r.organisation for r in results.assessment.respondents}
    names = {o.id: o.name for o in results.round.organisations}
    notes: dict[str, list[str]] = {}
    for answer in results.round.answers:
        name = names.get(home.get(answer.respondent, ""))
        if name is None:
            continue
        for text in dict.fromkeys((answer.note, answer.reason)):
            if text:
                told = text if anonymous else f"{name}: {text}"
                notes.setdefault(answer.topic, []).append(told)
    if anonymous:
        notes = {topic: sorted(told) for topic, told in notes.items()}
    for note in results.round.notes:
        told = words("In the room: {note}", note=note.text)
        notes.setdefault(note.topic, []).append(told)
    return notes
