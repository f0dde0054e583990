"""The cells of the grid of all answers: what each of them shows, copies and says."""

from dataclasses import dataclass
from enum import StrEnum
from math import floor

from selfassess.core.assessment import Answer, Assessment, Conflict, Round
from selfassess.core.levels import Stand
from selfassess.core.scoring import TopicScore
from selfassess.reports.phrases import short_figure
from selfassess.ui.models import grid_words
from selfassess.words import Words


class Kind(StrEnum):
    """What a column shows."""

    PARTNER = "partner"
    PERSON = "person"
    AGREED = "agreed"
    EVIDENCE = "evidence"
    NOTE = "note"


class Mark(StrEnum):
    """What a cell shows."""

    LEVEL = "level"
    DONT_KNOW = "dk"
    NOT_APPLICABLE = "na"
    EMPTY = "empty"
    CHIP = "chip"
    NOT_AGREED = "none"
    EVIDENCE = "evidence"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of the grid.

    Attributes:
        kind: What it shows.
        head: The words above it.
        full: What it is called in a sentence.
        organisation: The partner's id; empty where there is none.
        respondent: Whose answers it shows; empty where nobody answers yet, or several do.
        people: How many people answer for the partner.
        place: The partner's place in set-up order; -1 where partners are not shown.
    """

    kind: Kind
    head: str
    full: str
    organisation: str = ""
    respondent: str = ""
    people: int = 0
    place: int = -1

    @property
    def key(self) -> str:
        """What it shows, whatever else changes about it."""
        person = self.respondent if self.kind is Kind.PERSON else ""
        return f"{self.kind}:{self.organisation}:{person}"

    @property
    def is_answers(self) -> bool:
        """It shows answers, of a partner or of a person."""
        return self.kind in (Kind.PARTNER, Kind.PERSON)

    @property
    def is_several(self) -> bool:
        """Several people answer for the partner, so it shows what they come to."""
        return self.kind is Kind.PARTNER and self.people > 1


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of the grid.

    Attributes:
        mark: What it shows.
        words: The words in it.
        level: The level 1 to 5 that gives it its tint; None for none.
        value: What it is sorted by, the lower the first; None comes last.
        copied: What a spreadsheet gets.
        lead: What it says in bold.
        reading: What it says after that.
        beside: What stands behind it, in a few words.
        icon: An icon before its words.
    """

    mark: Mark
    words: str = ""
    level: int | None = None
    value: float | None = None
    copied: str = ""
    lead: str = ""
    reading: str = ""
    beside: str = ""
    icon: str = ""

    @property
    def spoken(self) -> str:
        """All that it says, for screen readers."""
        return " ".join(part for part in (self.lead, self.reading, self.beside) if part)


class Said:
    """What everybody has said in a round, sorted for look-ups."""

    def __init__(self, assessment: Assessment, round_: Round) -> None:
        self._answers = {(a.respondent, a.topic): a for a in round_.answers}
        self._conflicts = {(c.respondent, c.topic): c for c in round_.conflicts}
        self._votes = {(v.organisation, v.topic) for v in round_.votes}
        self.people: dict[str, list[str]] = {}
        for person in assessment.respondents:
            self.people.setdefault(person.organisation, []).append(person.id)
        self.names = {o.id: o.name for o in round_.organisations}
        self.anonymous = assessment.anonymous
        self.notes = {note.topic: note.text for note in round_.notes}
        self._by_topic: dict[str, list[object]] = {}
        for said in (round_.answers, round_.conflicts, round_.votes, round_.notes):
            for one in said:
                self._by_topic.setdefault(one.topic, []).append(one)

    def on(self, topic: str) -> tuple[object, ...]:
        """Return everything said on a topic, and who is there: to tell whether it is the same."""
        return self._by_topic.get(topic), self.people, self.names, self.anonymous

    def answer(self, respondent: str, topic: str) -> Answer | None:
        """Return what a person has answered."""
        return self._answers.get((respondent, topic))

    def conflict(self, respondent: str, topic: str) -> Conflict | None:
        """Return the answers of a person between which nobody has chosen."""
        return self._conflicts.get((respondent, topic))

    def is_voted(self, organisation: str, topic: str) -> bool:
        """Say whether a partner has voted in the room."""
        return (organisation, topic) in self._votes

    def waits_for_somebody(self, topic: str) -> bool:
        """Say whether somebody has not answered yet."""
        for organisation in self.names:
            for id_ in self.people.get(organisation, ()):
                answer = self.answer(id_, topic)
                if self.conflict(id_, topic) is None and (answer is None or answer.level is None):
                    return True
        return False

    def of_partner(self, organisation: str, topic: str) -> list[Answer]:
        """Return what the people of a partner have answered."""
        given = (self.answer(id_, topic) for id_ in self.people.get(organisation, ()))
        return [answer for answer in given if answer is not None]


def cell_of(column: GridColumn, score: TopicScore, said_of: Said, words: Words) -> GridCell:
    """Return the cell of a question in a column."""
    match column.kind:
        case Kind.PARTNER:
            return _partner_cell(column, score, said_of, words)
        case Kind.PERSON:
            return _person_cell(column.respondent, score, said_of, words)
        case Kind.AGREED:
            return _agreed_cell(score, words)
        case Kind.EVIDENCE:
            return _evidence_cell(score, words)
        case Kind.NOTE:
            return _note_cell(score, said_of, words)


def _partner_cell(column: GridColumn, score: TopicScore, said_of: Said, words: Words) -> GridCell:
    organisation = column.organisation
    voted = said_of.is_voted(organisation, score.id)
    if column.respondent and not voted:
        return _person_cell(column.respondent, score, said_of, words)
    stand = next(s for s in score.stands if s.organisation == organisation)
    answers = said_of.of_partner(organisation, score.id)
    beside = grid_words.behind_partner(answers, column.people, voted=voted, words=words)
    told = grid_words.of_stand(stand, score, words)
    if stand.level is not None:
        return _level_cell(stand.level, told, beside)
    mark = _mark_of(stand)
    if mark is Mark.EMPTY:
        told = "", grid_words.nobody_yet(column.people, words)
        beside = ""
    return _unlevelled(mark, told, beside)


def _mark_of(stand: Stand) -> Mark:
    if stand.silent:
        return Mark.EMPTY
    return Mark.DONT_KNOW if stand.takes_part else Mark.NOT_APPLICABLE


def _person_cell(respondent: str, score: TopicScore, said_of: Said, words: Words) -> GridCell:
    conflict = said_of.conflict(respondent, score.id)
    if conflict is not None:
        told = grid_words.of_conflict(conflict, words)
        return _unlevelled(Mark.DONT_KNOW, told, "")
    answer = said_of.answer(respondent, score.id)
    told = grid_words.of_answer(answer, score.topic, words)
    beside = grid_words.behind_answer(answer, words)
    if answer is None or answer.level is None:
        return _unlevelled(Mark.EMPTY, told, beside)
    if isinstance(answer.level, int):
        return _level_cell(answer.level, told, beside)
    return _unlevelled(Mark(answer.level), told, beside)


def _level_cell(level: float, told: tuple[str, str], beside: str) -> GridCell:
    shown = short_figure(level)
    return GridCell(
        mark=Mark.LEVEL,
        words=shown,
        level=floor(level),
        value=level,
        copied=shown,
        lead=told[0],
        reading=told[1],
        beside=beside,
    )


_SIGNS = {Mark.DONT_KNOW: ("?", "dk"), Mark.NOT_APPLICABLE: ("–", "na"), Mark.EMPTY: ("", "")}


def _unlevelled(mark: Mark, told: tuple[str, str], beside: str) -> GridCell:
    shown, copied = _SIGNS[mark]
    return GridCell(mark, shown, copied=copied, lead=told[0], reading=told[1], beside=beside)


def _agreed_cell(score: TopicScore, words: Words) -> GridCell:
    lead, reading = grid_words.of_agreed(score, words)
    if score.agreed is None:
        return GridCell(Mark.EMPTY, lead=lead, reading=reading)
    if not isinstance(score.agreed, int):
        return GridCell(Mark.NOT_AGREED, "–", copied="none", lead=lead, reading=reading)
    return GridCell(
        mark=Mark.CHIP,
        words=str(score.agreed),
        level=score.agreed,
        value=score.agreed,
        copied=str(score.agreed),
        lead=lead,
        reading=reading,
    )


def _evidence_cell(score: TopicScore, words: Words) -> GridCell:
    if not sum(score.counts):
        return GridCell(Mark.EMPTY, lead=words("No evidence yet."))
    name, explained = grid_words.of_evidence(score.evidence, words)
    return GridCell(
        mark=Mark.EVIDENCE,
        words=name,
        value=score.evidence.grade,
        copied=name,
        lead=f"{name}.",
        reading=explained,
        icon=f"evidence-{score.evidence}",
    )


def _note_cell(score: TopicScore, said_of: Said, words: Words) -> GridCell:
    told: list[tuple[str, str]] = []
    for organisation, name in said_of.names.items():
        for answer in said_of.of_partner(organisation, score.id):
            told += [(name, text) for text in (answer.note.strip(), answer.reason.strip()) if text]
    texts = dict.fromkeys(told)
    if said_of.anonymous:
        lines = sorted({text for _name, text in texts})
    elif len(texts) == 1:
        lines = [text for _name, text in texts]
    else:
        lines = [f"{name}: {text}" for name, text in texts]
    if score.id in said_of.notes:
        lines.append(words("In the room: {note}", note=said_of.notes[score.id]))
    if not lines:
        return GridCell(Mark.EMPTY, lead=words("No notes yet."))
    whole = " ".join(" · ".join(lines).split())
    return GridCell(Mark.WORDS, whole, value=0.0, copied=whole, reading=whole)
