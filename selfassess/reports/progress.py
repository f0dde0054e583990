"""Progress: what moved since an earlier round, dimension by dimension and question by question."""

from collections.abc import Sequence

from selfassess.core.comparison import Comparison, DimensionChange, Move, TopicChange, compare
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.reports.book import (
    HEADER,
    Cell,
    Kind,
    Row,
    Sheet,
    Span,
    count,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.phrases import dimension_name, listed, said, titled
from selfassess.reports.profile import level_cell
from selfassess.reports.summary import who_answered
from selfassess.words import Words

_WIDTHS = (18.0, 12.0, 12.0, 12.0, 14.0, 12.0, 46.0, 46.0)
_QUESTION_WIDTHS = (8.0, 50.0, 18.0, 12.0, 12.0, 16.0, 30.0)


def progress(later: Results, earlier: Results, words: Words) -> tuple[Sheet, Sheet]:
    """Make the tables of dimensions and of questions, compared with an earlier round."""
    compared = compare(earlier, later)
    return _dimensions(compared, words), _questions(compared, words)


def move_word(move: Move, words: Words) -> str:
    """Say which way something moved."""
    return {
        Move.UP: words("Up"),
        Move.DOWN: words("Down"),
        Move.SAME: words("Same"),
        Move.UNKNOWN: words("Not known"),
    }[move]


def further_on(compared: Comparison, words: Words) -> str:
    """Say the finding: in how many dimensions the partnership is further on."""
    known = [d for d in compared.dimensions if d.change is not None]
    up = sum(d.move is Move.UP for d in known)
    if not known:
        return words("Nothing to compare yet")
    return words.plural(
        "Further on in {up} of {count} dimension",
        "Further on in {up} of {count} dimensions",
        len(known),
        up=up,
    )


def _dimensions(compared: Comparison, words: Words) -> Sheet:
    rows = (
        *opening(
            titled(further_on(compared, words), compared.later, words),
            _moved(compared, words),
            _who(compared, words),
        ),
        header(
            words("Dimension"),
            words("Then"),
            words("Now"),
            words("Change"),
            words("Moved"),
            words("Questions"),
            words("Questions that moved up"),
            words("Questions that moved down"),
        ),
        *(_dimension_row(change, compared, words) for change in compared.dimensions),
    )
    return Sheet(
        key="progress",
        name=tab(words("Progress")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=1,
        shaded=(Span(HEADER + 1, 2, HEADER + len(compared.dimensions), 3),),
    )


def _moved(compared: Comparison, words: Words) -> str:
    moves = [topic.move for topic in compared.topics]
    return words.plural(
        "{count} question moved up a whole level, {down} down, {same} stayed the same. A level can"
        " fall because people now know more.",
        "{count} questions moved up a whole level, {down} down, {same} stayed the same. A level can"
        " fall because people now know more.",
        moves.count(Move.UP),
        down=moves.count(Move.DOWN),
        same=moves.count(Move.SAME),
    )


def _who(compared: Comparison, words: Words) -> str:
    return words(
        "{then}: {those}. {now}: {these}.",
        then=compared.earlier.round.name,
        those=who_answered(compared.earlier, words),
        now=compared.later.round.name,
        these=who_answered(compared.later, words),
    )


def _dimension_row(change: DimensionChange, compared: Comparison, words: Words) -> Row:
    return Row(
        (
            strong(said(change.dimension.dimension.name, words)),
            level_cell(change.before),
            level_cell(change.after),
            Cell(change.change, Kind.CHANGE),
            word(move_word(change.move, words)),
            count(change.topics),
            Cell(_titles(change.up, compared, words)),
            Cell(_titles(change.down, compared, words)),
        )
    )


def _titles(ids: Sequence[str], compared: Comparison, words: Words) -> str:
    scores = (compared.later.topic(id_) for id_ in ids)
    return listed([f"{said(s.topic.title, words)} ({s.id})" for s in scores if s], words)


def _questions(compared: Comparison, words: Words) -> Sheet:
    earlier, later = compared.earlier, compared.later
    only_now = [t for t in later.topics if t.id in compared.new]
    only_then = [t for t in earlier.topics if t.id in compared.withdrawn]
    reworded = [t for t in later.topics if t.id in compared.reworded]
    rows = (
        *opening(
            titled(words("What moved, question by question"), later, words),
            words(
                "Moved: by a whole level. New, withdrawn and reworded questions are not compared."
            ),
            _who(compared, words),
        ),
        header(
            words("Code"),
            words("Question"),
            words("Dimension"),
            words("Then"),
            words("Now"),
            words("Moved"),
            words("Then, as people see it now"),
        ),
        *(_topic_row(change, later, words) for change in compared.topics),
        *(_alone(t, later, words("New"), words, now=True) for t in only_now),
        *(_alone(t, earlier, words("Withdrawn"), words, now=False) for t in only_then),
        *(_alone(t, later, words("Reworded"), words, now=True) for t in reworded),
    )
    return Sheet(
        key="progress_questions",
        name=tab(words("Progress questions")),
        rows=rows,
        widths=_QUESTION_WIDTHS,
        header=HEADER,
        keep_columns=2,
        filtered=True,
        shaded=(Span(HEADER + 1, 4, len(rows), 5),),
    )


def _topic_row(change: TopicChange, later: Results, words: Words) -> Row:
    return Row(
        (
            strong(change.id),
            Cell(said(change.after.topic.question, words)),
            word(dimension_name(change.after.dimension, later, words)),
            level_cell(change.before.value),
            level_cell(change.after.value),
            word(move_word(change.move, words)),
            level_cell(change.looked_back),
        )
    )


def _alone(score: TopicScore, results: Results, mark: str, words: Words, *, now: bool) -> Row:
    level = level_cell(score.value)
    return Row(
        (
            strong(score.id),
            Cell(said(score.topic.question, words)),
            word(dimension_name(score.dimension, results, words)),
            Cell() if now else level,
            level if now else Cell(),
            word(mark),
            Cell(),
        )
    )
