"""Answer form: the questions of a round for one person, to be filled in and read again."""

from collections.abc import Iterator
from datetime import date

from selfassess.core.assessment import Answer, Organisation, Respondent
from selfassess.core.codes import Evidence
from selfassess.core.questionnaire import Topic
from selfassess.core.results import Results
from selfassess.core.walk import answers_of
from selfassess.reports.book import (
    FIRST,
    HEADER,
    Book,
    Cell,
    Choice,
    Kind,
    Row,
    Sheet,
    Span,
    ValueList,
    header,
    note,
    opening,
    strong,
    tab,
    title,
    word,
)
from selfassess.reports.phrases import dimension_name, listed, said, titled
from selfassess.reports.summary import purpose_sentence
from selfassess.words import Words
from selfassess.words.names import level_name, name_of

FORMAT = "1"
LEVELS, EVIDENCE = "Levels", "Evidence"
FACTS = "form"
"""The key of the hidden sheet with what the program needs to know the form again."""

MARK = "selfassess answer form"
"""What the hidden sheet begins with."""

CODE, LEVEL, REASON, PROOF, NOTE = 1, 5, 6, 7, 8
"""Columns of the answers, from 1."""

_WIDTHS = (8.0, 15.0, 30.0, 74.0, 14.0, 22.0, 16.0, 30.0)
_GUIDE_WIDTHS = (30.0, 78.0)
_FIVE = range(1, 6)


def form_book(
    results: Results,
    organisation: Organisation,
    respondent: Respondent,
    facts: dict[str, str],
    words: Words,
    today: date,
) -> Book:
    """Make a form for one person of an organisation, with what they answered before.

    Args:
        results: The round that the form is for.
        organisation: The organisation they answer for.
        respondent: Who answers; the role may be empty, then the form asks for it.
        facts: What the program needs to know the form again; words of this form are added.
        words: The words of the form.
        today: The day it is made.
    """
    name = results.assessment.partnership.name
    told = titled(words("Answer form for {name}", name=organisation.name), results, words)
    return Book(
        title=words("{form}: {partnership}", form=told, partnership=name),
        language=words.language,
        date=today,
        author=words("Sharing readiness"),
        sheets=(
            _guide(results, organisation, respondent, words),
            _answers(results, respondent, words),
            _facts({**facts, **facts_of_words(words)}),
        ),
        lists=(ValueList(LEVELS, _levels(words)), ValueList(EVIDENCE, _evidence(words))),
        footer=told,
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )


def facts_of_words(words: Words) -> dict[str, str]:
    """Return the words of a form by which its columns and choices are known again."""
    heads = header_names(words)
    return {
        "column.code": heads[CODE - 1],
        "column.level": heads[LEVEL - 1],
        "column.reason": heads[REASON - 1],
        "column.evidence": heads[PROOF - 1],
        "column.note": heads[NOTE - 1],
        "word.dk": _dont_know(words),
        "word.na": _not_applicable(words),
        "word.role": _role(words),
        **{f"word.{grade}": name_of(grade, words) for grade in Evidence},
    }


def header_names(words: Words) -> tuple[str, ...]:
    """Return the heads of the columns of the answers."""
    return (
        words("Code"),
        words("Dimension"),
        words("Question"),
        words("What each level means"),
        words("Your level"),
        words("Why it doesn’t apply"),
        words("Evidence"),
        words("Note"),
    )


def _guide(
    results: Results, organisation: Organisation, respondent: Respondent, words: Words
) -> Sheet:
    told = titled(words("Answer form for {name}", name=organisation.name), results, words)
    rows = [
        title(told),
        note(results.assessment.partnership.name),
        Row(),
        _line(words("What this is about"), purpose_sentence(results, words)),
        *_who(results, respondent, words),
        Row(),
        *(_line(what, how) for what, how in _steps(results, words)),
        Row(),
        *(
            _line(f"{level}  {level_name(level, words)}", meaning)
            for level, meaning in zip(_FIVE, _meanings(words), strict=True)
        ),
        Row(),
        _line(words("What happens with it"), _privacy(results, words)),
    ]
    return Sheet(
        key="guide",
        name=tab(words("How to fill it in")),
        rows=tuple(rows),
        widths=_GUIDE_WIDTHS,
        landscape=False,
        one_page=True,
        protected=True,
    )


def _line(what: str, how: str) -> Row:
    return Row((Cell(what, Kind.HEADING), Cell(how)))


def _role(words: Words) -> str:
    return words("Your role (no name needed)")


def _who(results: Results, respondent: Respondent, words: Words) -> Iterator[Row]:
    if results.assessment.anonymous:
        told = words("This is anonymous. Write no names, also not in notes.")
        yield _line(words("Anonymous"), told)
        return
    yield Row((Cell(_role(words), Kind.HEADING), Cell(respondent.role or None, Kind.ENTRY)))


def _steps(results: Results, words: Words) -> Iterator[tuple[str, str]]:
    count = len(results.asked.topics)
    yield (
        words("1  Choose a level"),
        words(
            "On the next sheet are {count} questions. Read what each level means and choose the one"
            " that is true today. In doubt between two, choose the lower one.",
            count=count,
        ),
    )
    yield (
        words("2  Say if you don’t know"),
        words("“Don’t know” is a good answer. It shows where we have to find out."),
    )
    yield (
        words("3  Say if it doesn’t apply"),
        words("Choose “Doesn’t apply” and write why. Leave empty what you don’t want to answer."),
    )
    yield (
        words("4  Add what stands behind it"),
        words(
            "Evidence: your opinion, a document you have seen, or something you have seen working"
            " in the last 12 months. A note may help others to understand you."
        ),
    )
    yield (
        words("5  Save and send it back"),
        words("Save the file under any name and send it to the person it came from."),
    )


def _meanings(words: Words) -> tuple[str, ...]:
    return (
        words("Nobody does it, or nobody can say."),
        words("It works when particular people are there."),
        words("It is agreed and written down for this purpose. This is the essential line."),
        words("It is everyday practice in every partner that needs it."),
        words("It is reviewed, improved and survives a change of staff."),
    )


def _privacy(results: Results, words: Words) -> str:
    names = listed([o.name for o in results.round.organisations], words)
    told = words(
        "Your answers are put together with those of the other partners ({names}).", names=names
    )
    notes = words(
        "Notes can be read by all of them, and may have to be disclosed under freedom of"
        " information. Write nothing about people you work with or for."
    )
    return f"{told} {notes}"


def _answers(results: Results, respondent: Respondent, words: Words) -> Sheet:
    before = answers_of(results.round, respondent.id)
    rows = (
        *opening(
            titled(words("Your answers"), results, words),
            words("Fill in the boxes on the right. Choose from the list, or type 1 to 5."),
        ),
        header(*header_names(words)),
        *(_row(topic, before.get(topic.id), results, words) for topic in results.asked.walk),
    )
    last = len(rows)
    return Sheet(
        key="answers",
        name=tab(words("Answers")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=CODE,
        protected=True,
        choices=(
            Choice(
                Span(FIRST, LEVEL, last, LEVEL),
                LEVELS,
                prompt=words("1 to 5, don’t know or doesn’t apply"),
                refusal=words("Choose from the list: 1 to 5, don’t know or doesn’t apply."),
            ),
            Choice(
                Span(FIRST, PROOF, last, PROOF),
                EVIDENCE,
                refusal=words("Choose from the list, or leave it empty."),
            ),
        ),
    )


def _row(topic: Topic, before: Answer | None, results: Results, words: Words) -> Row:
    levels = "\n".join(
        f"{level}  {said(text, words)}" for level, text in zip(_FIVE, topic.levels, strict=True)
    )
    evidence = name_of(before.evidence, words) if before and before.evidence else None
    return Row(
        (
            strong(topic.id),
            word(dimension_name(results.asked.dimension_of[topic.id], results, words)),
            strong(said(topic.question, words)),
            Cell(levels),
            Cell(_given(before, words), Kind.ENTRY_CHOICE),
            Cell((before and before.reason) or None, Kind.ENTRY),
            Cell(evidence, Kind.ENTRY_CHOICE),
            Cell((before and before.note) or None, Kind.ENTRY),
        )
    )


def _given(before: Answer | None, words: Words) -> str | int | None:
    if before is None or before.level is None:
        return None
    if before.level == "dk":
        return _dont_know(words)
    return _not_applicable(words) if before.level == "na" else before.level


def _dont_know(words: Words) -> str:
    return words("Don’t know")


def _not_applicable(words: Words) -> str:
    return words("Doesn’t apply")


def _levels(words: Words) -> tuple[str | int, ...]:
    return (*_FIVE, _dont_know(words), _not_applicable(words))


def _evidence(words: Words) -> tuple[str, ...]:
    return tuple(name_of(grade, words) for grade in Evidence)


def _facts(facts: dict[str, str]) -> Sheet:
    rows = (Row((Cell(MARK), Cell(FORMAT))), *(Row((Cell(k), Cell(v))) for k, v in facts.items()))
    return Sheet(
        key=FACTS, name="Form", rows=rows, widths=(24.0, 60.0), hidden=True, protected=True
    )
