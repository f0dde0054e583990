"""Importing: many forms at once, with what each row would do before anything is done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from selfassess.core import edits
from selfassess.core.assessment import Answer, Assessment, Conflict, Form, Given, Round
from selfassess.core.merge import Counts, FormRead, FormRow, merge
from selfassess.core.problem import FileProblemsError, Problem


class Fate(StrEnum):
    """What a row does."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    TAKEN_BACK = "taken-back"  # somebody took back here what the row says


@dataclass(frozen=True, slots=True)
class Line:
    """A row that says something, and what it does.

    Attributes:
        topic: The topic's id.
        place: The sheet and cell.
        fate: What it does.
        before: The levels that stood there; several in a conflict, none where there was nothing.
        after: The levels that stand there then.
    """

    topic: str
    place: str
    fate: Fate
    before: tuple[Given | None, ...]
    after: tuple[Given | None, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a form does, or why it does nothing.

    Attributes:
        file: The file as the user named it.
        organisation: The name of the organisation it was made for.
        counts: How many rows do what.
        lines: The rows that say something.
        problems: What is wrong with it, by sheet and cell.
        used: It can be used; otherwise it changes nothing.
    """

    file: str
    organisation: str
    counts: Counts
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    used: bool


@dataclass(frozen=True, slots=True)
class Import:
    """What forms do together.

    Attributes:
        after: The assessment with all forms in it that can be used.
        outcomes: What each does, in the order of the files.
    """

    after: Assessment
    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> Counts:
        """How many rows of all forms do what."""
        return added_up(self.outcomes)

    @property
    def problems(self) -> int:
        """How many problems there are."""
        return sum(len(outcome.problems) for outcome in self.outcomes)


def added_up(outcomes: Iterable[Outcome]) -> Counts:
    """Return how many rows of several forms do what."""
    told = [outcome.counts for outcome in outcomes]
    return Counts(
        new=sum(one.new for one in told),
        changed=sum(one.changed for one in told),
        unchanged=sum(one.unchanged for one in told),
        refused=sum(one.refused for one in told),
        conflicts=sum(one.conflicts for one in told),
    )


Read = FormRead | tuple[str, FileProblemsError]
"""A form as it was read, or a file with why it could not be."""


def import_forms(
    assessment: Assessment, read: Sequence[Read], topics: Collection[str] | None = None
) -> Import:
    """Say what forms would do, one after the other; a form that can't be used changes nothing.

    Args:
        assessment: The assessment.
        read: The forms.
        topics: Ids of the topics that there are; rows about others are refused. None: any.
    """
    after = assessment
    outcomes = []
    for form in read:
        if not isinstance(form, FormRead):
            outcomes.append(_refused(form[0], "", form[1].problems))
            continue
        try:
            merged, counts = merge(after, form, topics)
        except FileProblemsError as error:
            outcomes.append(_refused(form.file, form.organisation_name, error.problems))
            continue
        lines = _lines(after, merged, form, topics)
        told = (form.file, form.organisation_name, counts, lines, form.problems)
        outcomes.append(Outcome(*told, used=True))
        after = _without_nameless(merged)
    return Import(after, tuple(outcomes))


def forms_of(other: Assessment, file: str) -> tuple[FormRead, ...]:
    """Return what a partner's copy of the assessment says, as forms that can be imported.

    One for each person, origin and revision; what was typed in has no form of its own.
    """
    forms = []
    for round_ in other.rounds:
        names = {o.id: o.name for o in round_.organisations}
        for respondent in other.respondents:
            said = _said_by(round_, respondent.id)
            for origin in dict.fromkeys((answer.form, answer.revision) for answer in said):
                rows = tuple(_row(a) for a in said if (a.form, a.revision) == origin)
                forms.append(
                    FormRead(
                        file=file,
                        form=origin[0],
                        assessment=other.id,
                        round=round_.name,
                        organisation=respondent.organisation,
                        organisation_name=names.get(respondent.organisation, ""),
                        respondent=respondent.id,
                        role=respondent.role or respondent.name,
                        revision=origin[1],
                        questionnaire=round_.questionnaire,
                        rows=rows,
                    )
                )
    return tuple(forms)


def hand_out(assessment: Assessment, forms: Sequence[Form]) -> Assessment:
    """Note the forms that are handed out, so that those that have not come back can be counted."""
    known = {form.id for form in assessment.latest.forms}
    added = tuple(form for form in forms if form.id not in known)
    return edits.change_round(assessment, forms=(*assessment.latest.forms, *added))


def come_back(round_: Round) -> frozenset[str]:
    """Return the ids of the forms that have come back with some answer."""
    in_conflict = (answer for conflict in round_.conflicts for answer in conflict.answers)
    return frozenset(answer.form for answer in (*round_.answers, *in_conflict) if answer.form)


def resolve(assessment: Assessment, conflict: Conflict, level: Given | None) -> Assessment:
    """Choose the answer of a level in a conflict; later than all, so that no form reopens it."""
    highest = max(answer.revision for answer in conflict.answers)
    chosen = next(answer for answer in conflict.answers if answer.level == level)
    return edits.answer(assessment, chosen.changed(revision=highest + 1))


def _refused(file: str, organisation: str, problems: tuple[Problem, ...]) -> Outcome:
    return Outcome(file, organisation, Counts(), (), problems, used=False)


def _lines(
    before: Assessment, after: Assessment, form: FormRead, topics: Collection[str] | None
) -> tuple[Line, ...]:
    held = (_held(before, form), _held(after, form))
    return tuple(_line(row, held, topics) for row in form.rows if not row.says_nothing)


def _line(
    row: FormRow,
    held: tuple[dict[str, tuple[Answer, ...]], dict[str, tuple[Answer, ...]]],
    topics: Collection[str] | None,
) -> Line:
    before, after = held[0].get(row.topic, ()), held[1].get(row.topic, ())
    levels = tuple(a.level for a in before), tuple(a.level for a in after)
    if topics is not None and row.topic not in topics:
        return Line(row.topic, row.place, Fate.REFUSED, (), (row.level,))
    if not after:
        return Line(row.topic, row.place, Fate.TAKEN_BACK, *levels)
    if _content(before) == _content(after):
        return Line(row.topic, row.place, Fate.UNCHANGED, *levels)
    fate = Fate.CHANGED if before else Fate.NEW
    return Line(row.topic, row.place, Fate.CONFLICT if len(after) > 1 else fate, *levels)


def _held(assessment: Assessment, form: FormRead) -> dict[str, tuple[Answer, ...]]:
    round_ = next(round_ for round_ in assessment.rounds if round_.name == form.round)
    mine = form.respondent
    held = {a.topic: (a,) for a in round_.answers if a.respondent == mine}
    return held | {c.topic: c.answers for c in round_.conflicts if c.respondent == mine}


def _content(answers: tuple[Answer, ...]) -> tuple[tuple[object, ...], ...]:
    return tuple((a.level, a.evidence, a.note, a.reason) for a in answers)


def _said_by(round_: Round, respondent: str) -> tuple[Answer, ...]:
    in_conflict = (a for c in round_.conflicts if c.respondent == respondent for a in c.answers)
    return (*(a for a in round_.answers if a.respondent == respondent), *in_conflict)


def _row(answer: Answer) -> FormRow:
    return FormRow(answer.topic, answer.level, answer.evidence, answer.note, answer.reason)


def _without_nameless(assessment: Assessment) -> Assessment:
    """Drop the form without an id that stands for what was typed into a partner's copy."""
    if all(form.id for round_ in assessment.rounds for form in round_.forms):
        return assessment
    rounds = tuple(
        round_.changed(forms=tuple(form for form in round_.forms if form.id))
        for round_ in assessment.rounds
    )
    return assessment.changed(rounds=rounds)
