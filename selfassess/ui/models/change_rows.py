"""What moved since an earlier round, and whether like is compared with like."""

from collections import Counter
from dataclasses import dataclass
from math import floor

from selfassess.core import shapes
from selfassess.core.comparison import Comparison, DimensionChange, Move, TopicChange
from selfassess.core.results import Results
from selfassess.reports.phrases import figure, listed, said, short_figure
from selfassess.reports.progress import move_word
from selfassess.ui.models.table import Table
from selfassess.words import Words

_EARLIER, _LATER = 0, 1


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A dimension, then and now.

    Attributes:
        id: The dimension's id.
        group: The name of its group.
        name: Its name.
        arrow: From where to where it moved; None if that is not known.
        move: Which way.
        word: The word for it.
        questions: How many questions moved, in words.
        spoken: Its name for a screen reader.
        reading: All of it in a line of words.
        reworded: None of its questions has the same words as then.
    """

    id: str
    group: str
    name: str
    arrow: shapes.Arrow | None
    move: Move
    word: str
    questions: str
    spoken: str
    reading: str
    reworded: bool = False


@dataclass(frozen=True, slots=True)
class Fell:
    """A question that went down.

    Attributes:
        id: Its id.
        title: Its title.
        before: Its level then, 1 to 5.
        after: Its level now.
        looked_back: What people now say that it was then, in a sentence; empty for nothing yet.
    """

    id: str
    title: str
    before: int
    after: int
    looked_back: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """One thing that decides whether like is compared with like."""

    is_alike: bool
    words: str


def change_rows(compared: Comparison, words: Words) -> tuple[ChangeRow, ...]:
    """Return a row for each dimension, in walk order."""
    questionnaire = compared.later.content.questionnaire
    groups = {group.id: said(group.name, words) for group in questionnaire.groups}
    changed = Counter(
        score.dimension for id_ in compared.reworded if (score := compared.later.topic(id_))
    )
    return tuple(
        _row(change, groups[change.dimension.dimension.group], changed[change.id], words)
        for change in compared.dimensions
    )


def change_table(compared: Comparison, words: Words) -> Table:
    """Return what moved as a table."""
    rows = zip(compared.dimensions, change_rows(compared, words), strict=True)
    return Table(
        words("What moved"),
        (
            words("Dimension"),
            words("Then"),
            words("Now"),
            words("Moved"),
            words("Questions that moved a level"),
        ),
        tuple(
            (row.name, _figure(change.before), _figure(change.after), row.word, row.questions)
            for change, row in rows
        ),
    )


def moved_sentence(compared: Comparison, words: Words) -> str:
    """Say how many questions moved a level, and how many stayed."""
    moves = [topic.move for topic in compared.topics]
    return words(
        "Questions that moved a level: {up} up, {down} down. {same} stayed the same.",
        up=moves.count(Move.UP),
        down=moves.count(Move.DOWN),
        same=moves.count(Move.SAME),
    )


def fell(compared: Comparison, words: Words) -> tuple[Fell, ...]:
    """Return the questions that went down, in walk order."""
    return tuple(
        Fell(
            topic.id,
            said(topic.after.topic.title, words),
            floor(topic.before.value),
            floor(topic.after.value),
            _looked_back(topic, words),
        )
        for topic in compared.fell
        if topic.before.value is not None and topic.after.value is not None
    )


def _looked_back(topic: TopicChange, words: Words) -> str:
    if topic.looked_back is None:
        return ""
    level = short_figure(topic.looked_back)
    if topic.knows_more:
        return words("Looking back it was {level}: people know more now.", level=level)
    return words("Looking back it was {level}: it did fall.", level=level)


def alike(compared: Comparison, words: Words) -> tuple[Alike, ...]:
    """Say what is the same both times, and what is not."""
    return (*_questions(compared, words), *_partners(compared, words), *_people(compared, words))


def _row(change: DimensionChange, group: str, reworded: int, words: Words) -> ChangeRow:
    name = said(change.dimension.dimension.name, words)
    word = move_word(change.move, words)
    arrow = None
    if change.before is not None and change.after is not None:
        arrow = shapes.arrow(change.before, change.after, change.move)
    hatched = reworded > 0 and not change.topics
    questions = words("wording changed") if hatched else _moved(change, reworded, words)
    spoken = words("{name}, {word}", name=name, word=word[:1].lower() + word[1:])
    return ChangeRow(
        id=change.id,
        group=group,
        name=name,
        arrow=arrow,
        move=change.move,
        word=word,
        questions=questions,
        spoken=spoken,
        reading=words(
            "{spoken}: from {before} to {after}, over the questions known both times. {questions}.",
            spoken=spoken,
            before=_figure(change.before),
            after=_figure(change.after),
            questions=questions[:1].upper() + questions[1:],
        ),
        reworded=hatched,
    )


def _moved(change: DimensionChange, reworded: int, words: Words) -> str:
    parts = []
    if change.up:
        parts.append(words("{count} up", count=len(change.up)))
    if change.down:
        parts.append(words("{count} down", count=len(change.down)))
    if not parts:
        parts.append(words("none moved"))
    if reworded:
        parts.append(words("{count} reworded", count=reworded))
    return ", ".join(parts)


def _figure(value: float | None) -> str:
    return "–" if value is None else figure(value)


def _questions(compared: Comparison, words: Words) -> tuple[Alike, ...]:
    told = []
    if compared.reworded:
        told.append(
            words.plural(
                "{count} question has other words now and is left out.",
                "{count} questions have other words now and are left out.",
                len(compared.reworded),
            )
        )
    if compared.new:
        one, many = "{count} question is new.", "{count} questions are new."
        told.append(words.plural(one, many, len(compared.new)))
    if compared.withdrawn:
        one, many = "{count} question is no longer asked.", "{count} questions are no longer asked."
        told.append(words.plural(one, many, len(compared.withdrawn)))
    if not told:
        return (Alike(True, words("Same questions both times.")),)
    return tuple(Alike(False, text) for text in told)


def _partners(compared: Comparison, words: Words) -> tuple[Alike, ...]:
    then, now = _by_key(compared.earlier, compared), _by_key(compared.later, compared)
    joined = [name for id_, name in now.items() if id_ not in then]
    left = [name for id_, name in then.items() if id_ not in now]
    told = []
    if joined:
        who = listed(joined, words)
        told.append(words("New this time: {who}.", who=who))
    if left:
        told.append(words("No longer here: {who}.", who=listed(left, words)))
    if not told:
        return (Alike(True, words("Same partners both times.")),)
    return tuple(Alike(False, text) for text in told)


def _people(compared: Comparison, words: Words) -> tuple[Alike, ...]:
    if _is_other_file(compared):
        return (Alike(False, words("Another file: nobody can say who answered both times.")),)
    if compared.later.assessment.anonymous:
        return (Alike(False, words("Anonymous: nobody can say who answered both times.")),)
    then, now = _heard(compared.earlier), _heard(compared.later)
    both = len(then & now)
    return (
        Alike(
            both == len(now) == len(then),
            words.plural(
                "{both} of {count} person answered both times.",
                "{both} of {count} people answered both times.",
                len(now),
                both=both,
            ),
        ),
    )


def _is_other_file(compared: Comparison) -> bool:
    return compared.earlier.assessment.id != compared.later.assessment.id


def _by_key(results: Results, compared: Comparison) -> dict[str, str]:
    """Return the names of partners by id, or by name where ids of two files mean nothing."""
    other = _is_other_file(compared)
    return {o.name.casefold() if other else o.id: o.name for o in results.round.organisations}


def _heard(results: Results) -> set[str]:
    return {answer.respondent for answer in results.round.answers if answer.level is not None}
