"""Workings: partners' and questions' levels once more, as live formulas over the answers given."""

from selfassess.core.codes import Mode
from selfassess.core.levels import Stand
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports.book import (
    EMPTY,
    HEADER,
    Cell,
    Kind,
    Row,
    Sheet,
    Span,
    address,
    count,
    header,
    letter,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.method import FEW
from selfassess.reports.phrases import said, titled
from selfassess.reports.workings import (
    agree_formula,
    compared,
    figure,
    figure_formula,
    quoted,
    range_on,
)
from selfassess.words import Words
from selfassess.words.names import name_of

_VOTE, _FIRST_ANSWER = 3, 4
_AGREED, _QUESTION_LEVEL = 4, 5


def workings_of_partners(results: Results, words: Words) -> Sheet:
    """Make the table of partners' levels: the middle of their answers, or their vote.

    Below three people the answers of a partner are not shown one by one, only its level.
    """
    width = _most_answers(results)
    rows = (
        *opening(
            titled(words("Partners’ levels worked out again"), results, words),
            words("A partner’s level is the middle of its answers, or its vote in the room."),
            words(
                "Answers stand from low to high, not person by person. Below three people they"
                " are left out."
            ),
        ),
        header(
            words("Code"),
            words("Partner"),
            words("Vote in the room"),
            *(words("Answer {number}", number=n) for n in range(1, width + 1)),
            *compared(words("level"), words),
        ),
        *_partner_rows(results, words, width),
    )
    return Sheet(
        key="workings_partners",
        name=_partners_name(words),
        rows=rows,
        widths=(8.0, 32.0, 12.0, *([11.0] * width), 12.0, 12.0, 24.0),
        header=HEADER,
        keep_columns=2,
    )


def workings_of_questions(results: Results, words: Words) -> Sheet:
    """Make the table of questions' levels: the partners' combined, or the level agreed."""
    column = _FIRST_ANSWER + _most_answers(results) + 1
    rows = (
        *opening(
            titled(words("Questions’ levels worked out again"), results, words),
            words(
                "Partners’ levels combine as the question asks: the middle, the lowest or the"
                " highest."
            ),
            words("A level agreed in the room stands in their place."),
        ),
        header(
            words("Code"),
            words("Question"),
            words("How partners combine"),
            words("Agreed"),
            *compared(words("level"), words),
        ),
        *(_question_row(place, score, column, words) for place, score in enumerate(results.topics)),
    )
    return Sheet(
        key="workings_questions",
        name=tab(words("Workings questions")),
        rows=rows,
        widths=(8.0, 40.0, 26.0, 12.0, 12.0, 12.0, 12.0),
        header=HEADER,
        keep_columns=2,
    )


def _partners_name(words: Words) -> str:
    return tab(words("Workings partners"))


def _shown(stand: Stand) -> tuple[int | str, ...]:
    """The answers of a partner that may be shown, from low to high."""
    if len(stand.given) < FEW:
        return ()
    return tuple(sorted(stand.given, key=str))


def _most_answers(results: Results) -> int:
    return max(
        (len(_shown(s)) for score in results.topics for s in score.stands),
        default=0,
    )


def _partner_rows(results: Results, words: Words, width: int) -> list[Row]:
    names = {o.id: o.name for o in results.round.organisations}
    votes = {(vote.topic, vote.organisation) for vote in results.round.votes}
    rows: list[Row] = []
    for score in results.topics:
        for stand in score.stands:
            place = HEADER + 1 + len(rows)
            voted = (score.id, stand.organisation) in votes
            cells = _partner_cells(stand, width, voted=voted)
            name = word(names[stand.organisation])
            found = _partner_figures(place, stand, width, words, voted=voted)
            rows.append(Row((strong(score.id), name, *cells, *found)))
    return rows


def _partner_cells(stand: Stand, width: int, *, voted: bool) -> tuple[Cell, ...]:
    """The vote of a partner and its answers, as far as they may be shown."""
    shown = _shown(stand)
    return (
        _given(stand.given[0]) if voted else EMPTY,
        *(_given(answer) for answer in shown),
        *(EMPTY,) * (width - len(shown)),
    )


def _partner_figures(
    place: int, stand: Stand, width: int, words: Words, *, voted: bool
) -> tuple[Cell, ...]:
    """The level of a partner, the formula over its cells, and whether they agree."""
    level = _FIRST_ANSWER + width
    if not voted and not _shown(stand) and stand.given:
        return figure(stand.level), figure(stand.level), word(words("fewer than 3 people"))
    vote = f"{letter(_VOTE)}{place}"
    answers = address(Span(place, _FIRST_ANSWER, place, max(_FIRST_ANSWER, level - 1)))
    middle = f'IF(COUNT({answers})=0,"",MEDIAN({answers}))'
    formula = f'IF(ISNUMBER({vote}),{vote},IF({vote}<>"","",{middle}))'
    return (
        figure(stand.level),
        figure_formula(stand.level, formula),
        agree_formula(place, level, words),
    )


def _given(answer: int | str) -> Cell:
    return count(answer) if isinstance(answer, int) else word(answer)


def _question_row(place: int, score: TopicScore, column: int, words: Words) -> Row:
    row = HEADER + 1 + place
    partners = max(1, len(score.stands))
    first = HEADER + 1 + place * partners
    levels = range_on(_partners_name(words), Span(first, column, first + partners - 1, column))
    mode, agreed = f"{letter(_AGREED - 1)}{row}", f"{letter(_AGREED)}{row}"
    each, one = quoted(name_of(Mode.EACH, words)), quoted(name_of(Mode.ONE, words))
    by_mode = f"IF({mode}={each},MIN({levels}),IF({mode}={one},MAX({levels}),MEDIAN({levels})))"
    formula = f'IF(ISNUMBER({agreed}),{agreed},IF(COUNT({levels})=0,"",{by_mode}))'
    return Row(
        (
            strong(score.id),
            Cell(said(score.topic.title, words)),
            word(name_of(score.topic.mode, words)),
            _agreed(score, words),
            figure(score.value),
            figure_formula(score.value, formula),
            agree_formula(row, _QUESTION_LEVEL, words),
        )
    )


def _agreed(score: TopicScore, words: Words) -> Cell:
    if isinstance(score.agreed, int):
        return Cell(score.agreed, Kind.COUNT)
    return word("" if score.agreed is None else words("not agreed"))
