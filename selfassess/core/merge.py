"""Merge: what came back in an answer form becomes part of an assessment.

Merging is a union: the higher revision holds, equal revisions with different levels are kept as a
conflict until somebody chooses, and a blank never deletes. What somebody took back in the program
stays back until a higher revision comes. So it does no harm when repeated, and the order in which
forms arrive changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from selfassess.core.assessment import (
    Answer,
    Assessment,
    Conflict,
    Form,
    Given,
    Reference,
    Respondent,
    Round,
    TakenBack,
)
from selfassess.core.codes import Evidence
from selfassess.core.problem import FileProblemsError, Problem

Key = tuple[str, str]
"""A respondent and a topic."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of a form.

    Attributes:
        topic: The topic's id.
        level: What was given; None for a blank.
        evidence: What stands behind it.
        note: What was written beside it.
        reason: Why it doesn't apply.
        place: The sheet and cell of the level.
    """

    topic: str
    level: Given | None
    evidence: Evidence | None = None
    note: str = ""
    reason: str = ""
    place: str = ""

    @property
    def says_nothing(self) -> bool:
        """Nothing was filled in."""
        return self.level is None and not self.note and not self.reason


@dataclass(frozen=True, slots=True)
class FormRead:
    """An answer form as it came back.

    Attributes:
        file: The file as the user named it.
        form: The id of the form.
        assessment: The id of the assessment it was made for.
        round: The name of the round it was made for.
        organisation: The id of the organisation it was made for.
        organisation_name: What the organisation was called then.
        respondent: The id of the person who answers.
        role: The role that was written on it; may be empty.
        revision: Which issue of the form it is; the higher one holds.
        questionnaire: The questionnaire it was made from.
        rows: Its rows, also those that say nothing.
        problems: What could not be read, by sheet and cell; the rest of the form counts.
    """

    file: str
    form: str
    assessment: str
    round: str
    organisation: str
    organisation_name: str
    respondent: str
    role: str
    revision: int
    questionnaire: Reference
    rows: tuple[FormRow, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What a merge did, in rows that said something.

    Attributes:
        new: Answers where there was none.
        changed: Answers that replaced or joined another.
        unchanged: Rows that changed nothing: the same, or older than what is there.
        refused: Rows about topics that are not asked.
        conflicts: Of the new and changed, those that now stand against another answer.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    conflicts: int = 0


def next_revision(assessment: Assessment, respondent: str) -> int:
    """Return a revision for a new form that is higher than anything the person said before."""
    told = [0]
    for round_ in assessment.rounds:
        told += [a.revision for a in round_.answers if a.respondent == respondent]
        told += [
            a.revision for c in round_.conflicts for a in c.answers if a.respondent == respondent
        ]
        told += [back.revision for back in round_.taken_back if back.respondent == respondent]
        told += [form.revision for form in round_.forms if form.respondent == respondent]
    return max(told) + 1


def merge(
    assessment: Assessment, form: FormRead, topics: Collection[str] | None = None
) -> tuple[Assessment, Counts]:
    """Add what a form says to the round it was made for.

    Args:
        assessment: The assessment.
        form: The form as it was read.
        topics: Ids of the topics that there are; rows about others are refused. None: any.

    Returns:
        The assessment with the form in it, and what that changed.

    Raises:
        FileProblemsError: the form belongs to another assessment, round or organisation, or asks
            another version of the questions.
    """
    place = _round_of(assessment, form)
    round_ = assessment.rounds[place]
    held = _held(round_)
    back = {(t.respondent, t.topic): t for t in round_.taken_back}
    counts = Counts()
    for row in form.rows:
        if row.says_nothing:
            continue
        if topics is not None and row.topic not in topics:
            counts = replace(counts, refused=counts.refused + 1)
            continue
        key = (form.respondent, row.topic)
        before = held.get(key, ())
        if key in back and _is_back(row, form, back[key]):
            counts = replace(counts, unchanged=counts.unchanged + 1)
            continue
        held[key] = _joined((*before, _answer(row, form)))
        counts = _counted(counts, before, held[key])
    merged = round_.changed(
        answers=_in_order(round_, held),
        conflicts=_conflicts(held),
        forms=_forms(round_, form, role="" if assessment.anonymous else form.role),
    )
    rounds = (*assessment.rounds[:place], merged, *assessment.rounds[place + 1 :])
    with_answers = assessment.changed(rounds=rounds)
    people = _respondents(assessment, with_answers, form)
    return with_answers.changed(respondents=people), counts


def _round_of(assessment: Assessment, form: FormRead) -> int:
    if form.assessment != assessment.id:
        raise FileProblemsError(Problem("form.other-assessment", form.file))
    places = [n for n, round_ in enumerate(assessment.rounds) if round_.name == form.round]
    if not places:
        raise FileProblemsError(
            Problem("form.unknown-round", form.file, facts={"round": form.round})
        )
    asked = assessment.rounds[places[0]].questionnaire
    if form.questionnaire != asked:
        facts = {"asked": _version(asked), "said": _version(form.questionnaire)}
        raise FileProblemsError(Problem("form.other-questionnaire", form.file, facts=facts))
    here = [o.id for o in assessment.rounds[places[0]].organisations]
    homes = {r.id: r.organisation for r in assessment.respondents}
    if form.organisation not in here:
        facts = {"organisation": form.organisation_name}
        raise FileProblemsError(Problem("form.unknown-organisation", form.file, facts=facts))
    if homes.get(form.respondent, form.organisation) != form.organisation:
        facts = {"organisation": form.organisation_name}
        raise FileProblemsError(Problem("form.other-organisation", form.file, facts=facts))
    return places[0]


def _version(reference: Reference) -> str:
    return f"{reference.id} {reference.version}"


def _held(round_: Round) -> dict[Key, tuple[Answer, ...]]:
    """What each respondent said about each topic: one answer, or several in conflict."""
    held: dict[Key, tuple[Answer, ...]] = {(a.respondent, a.topic): (a,) for a in round_.answers}
    for conflict in round_.conflicts:
        held[conflict.respondent, conflict.topic] = conflict.answers
    return held


def _is_back(row: FormRow, form: FormRead, taken: TakenBack) -> bool:
    """Say whether what a row says was taken back, or is older than what was.

    A form of the same revision with another level is news, and so is any form where what was taken
    back had been typed in.
    """
    from_there = bool(taken.form) or not form.form
    told = row.level is None or row.level in taken.levels
    same = form.revision == taken.revision and told and from_there
    return same or form.revision < taken.revision


def _answer(row: FormRow, form: FormRead) -> Answer:
    return Answer(
        respondent=form.respondent,
        topic=row.topic,
        level=row.level,
        evidence=row.evidence,
        note=row.note,
        reason=row.reason,
        form=form.form,
        revision=form.revision,
    )


def _joined(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Join answers of one person to one topic: the highest revision, one for each level."""
    every = tuple(answers)
    highest = max(_rank(answer) for answer in every)
    by_level: dict[Given | None, Answer] = {}
    for answer in every:
        if _rank(answer) == highest:
            other = by_level.get(answer.level)
            by_level[answer.level] = _both(other, answer) if other else answer
    return tuple(by_level[level] for level in sorted(by_level, key=str))


def _rank(answer: Answer) -> tuple[bool, int]:
    """An answer with a level outranks a blank of whatever revision."""
    return answer.level is not None, answer.revision


def _both(one: Answer, other: Answer) -> Answer:
    """Join two answers of the same level and revision: nothing that was written is lost."""
    told = [e for e in (one.evidence, other.evidence) if e is not None]
    return one.changed(
        evidence=max(told, key=lambda e: e.grade, default=None),
        note=_texts(one.note, other.note),
        reason=_texts(one.reason, other.reason),
        form=max(one.form, other.form),
    )


def _texts(one: str, other: str) -> str:
    if one == other:
        return one
    mine, theirs = set(one.split("\n")) - {""}, set(other.split("\n")) - {""}
    if theirs < mine:
        return one
    if mine < theirs:
        return other
    return "\n".join(sorted(mine | theirs))


def _counted(counts: Counts, before: tuple[Answer, ...], after: tuple[Answer, ...]) -> Counts:
    if _content(after) == _content(before):
        return replace(counts, unchanged=counts.unchanged + 1)
    disputed = counts.conflicts + (len(after) > 1)
    if not before:
        return replace(counts, new=counts.new + 1)
    return replace(counts, changed=counts.changed + 1, conflicts=disputed)


def _content(answers: tuple[Answer, ...]) -> tuple[tuple[object, ...], ...]:
    return tuple((a.level, a.evidence, a.note, a.reason) for a in answers)


def _in_order(round_: Round, held: Mapping[Key, tuple[Answer, ...]]) -> tuple[Answer, ...]:
    """Answers without conflicts: those given in the program as they stood, then those of forms."""
    stood = {(a.respondent, a.topic): n for n, a in enumerate(round_.answers)}
    single = {key: answers[0] for key, answers in held.items() if len(answers) == 1}
    given = sorted(
        (key for key in single if not single[key].form), key=lambda key: stood.get(key, 0)
    )
    from_forms = sorted(key for key in single if single[key].form)
    return tuple(single[key] for key in (*given, *from_forms))


def _conflicts(held: Mapping[Key, tuple[Answer, ...]]) -> tuple[Conflict, ...]:
    return tuple(
        Conflict(respondent=key[0], topic=key[1], answers=held[key])
        for key in sorted(held)
        if len(held[key]) > 1
    )


def _forms(round_: Round, form: FormRead, role: str) -> tuple[Form, ...]:
    told = Form(
        id=form.form,
        organisation=form.organisation,
        respondent=form.respondent,
        role=role,
        revision=form.revision,
    )
    kept = {(f.id, f.respondent): f for f in round_.forms}
    key = (told.id, told.respondent)
    before = kept.get(key)
    if before is None or before.revision < told.revision:
        kept[key] = told
    elif before.revision == told.revision:
        kept[key] = before.changed(role=_first_of({before.role, told.role}))
    return tuple(kept[key] for key in sorted(kept))


def _respondents(before: Assessment, after: Assessment, form: FormRead) -> tuple[Respondent, ...]:
    """The people with the form's among them: those who only ever answered by form come last.

    A role that was given in the program stays. Of several roles that stand on forms the first by
    the alphabet holds, whatever came first.
    """
    people = {r.id: r for r in before.respondents}
    mine = form.respondent
    known = people.get(mine)
    told = _roles(after, mine)
    if known is None:
        known = Respondent(id=mine, organisation=form.organisation)
    if known.role in {"", form.role} | _roles(before, mine):
        known = known.changed(role=_first_of(told))
    people[mine] = known
    by_form = {f.respondent for round_ in after.rounds for f in round_.forms}
    typed = {a.respondent for round_ in after.rounds for a in round_.answers if not a.form}
    only_forms = by_form - typed
    first = [id_ for id_ in people if id_ not in only_forms]
    return tuple(people[id_] for id_ in (*first, *sorted(only_forms & people.keys())))


def _roles(assessment: Assessment, respondent: str) -> set[str]:
    forms = (form for round_ in assessment.rounds for form in round_.forms)
    return {form.role for form in forms if form.respondent == respondent}


def _first_of(roles: set[str]) -> str:
    return min(roles - {""}, default="")
