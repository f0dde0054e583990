"""Edits: every way in which an assessment changes, each a pure function from old to new.

Whoever calls hands in ids and dates: the core has neither chance nor clock.
"""

from collections.abc import Collection
from typing import Any

from selfassess.core.assessment import (
    Agreed,
    Answer,
    Assessment,
    BarrierPriority,
    Given,
    Level,
    Organisation,
    OrganisationLevel,
    Partnership,
    Reference,
    Respondent,
    Round,
    SetAside,
    TakenBack,
)
from selfassess.core.codes import Evidence, Priority
from selfassess.core.walk import answer_of


class EditError(ValueError):
    """An edit that the rules forbid; the code says why, `words.problems` has its sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def new_assessment(
    id_: str,
    partnership: Partnership,
    first_round: Round,
    *,
    anonymous: bool = False,
    fictional: bool = False,
) -> Assessment:
    """Begin an assessment with one round and no answers."""
    return Assessment(
        id=id_,
        partnership=partnership,
        anonymous=anonymous,
        fictional=fictional,
        rounds=(first_round,),
    )


def describe(assessment: Assessment, **fields: Any) -> Assessment:
    """Change facts of the partnership: name, purpose, story, policy areas, country, area."""
    return assessment.changed(partnership=assessment.partnership.changed(**fields))


def change_round(assessment: Assessment, **fields: Any) -> Assessment:
    """Change facts of the latest round, such as step, set, flags, modules or date."""
    return _with_latest(assessment, assessment.latest.changed(**fields))


def begin_round(assessment: Assessment, name: str, **fields: Any) -> Assessment:
    """Add a round without answers that keeps step, set, flags, modules and organisations.

    Raises:
        EditError: a round of that name exists.
    """
    if any(round_.name == name for round_ in assessment.rounds):
        raise EditError("edit.round-exists")
    last = assessment.latest
    begun = Round(
        name=name,
        questionnaire=last.questionnaire,
        modules=last.modules,
        step=last.step,
        set=last.set,
        high_risk=last.high_risk,
        safety_at_stake=last.safety_at_stake,
        organisations=last.organisations,
    ).changed(**fields)
    return assessment.changed(rounds=(*assessment.rounds, begun))


def choose_anonymity(assessment: Assessment, *, anonymous: bool) -> Assessment:
    """Choose whether answers stay without names and roles.

    Raises:
        EditError: an answer or vote is in already, so the promise can't be changed.
    """
    if anonymous != assessment.anonymous and has_answers(assessment):
        raise EditError("edit.anonymity-fixed")
    return assessment.changed(anonymous=anonymous)


def has_answers(assessment: Assessment) -> bool:
    """Say whether anybody has answered, voted or raised a hand in any round."""
    return any(r.answers or r.conflicts or r.votes or r.tallies for r in assessment.rounds)


def add_organisation(assessment: Assessment, organisation: Organisation) -> Assessment:
    """Add a partner to the latest round.

    Raises:
        EditError: a partner of that name is there already.
    """
    return _with_organisations(assessment, (*assessment.latest.organisations, organisation))


def change_organisation(assessment: Assessment, id_: str, **fields: Any) -> Assessment:
    """Change the name, sector, letter or number of people of a partner in the latest round.

    Raises:
        EditError: another partner has that name.
    """
    here = assessment.latest.organisations
    return _with_organisations(
        assessment, tuple(o.changed(**fields) if o.id == id_ else o for o in here)
    )


def remove_organisation(assessment: Assessment, id_: str) -> Assessment:
    """Take a partner out of the latest round, with its answers and votes there.

    Its people stay as long as an earlier round has the partner.
    """
    latest = assessment.latest
    gone = {r.id for r in assessment.respondents if r.organisation == id_}
    kept = assessment.changed(
        rounds=(
            *assessment.rounds[:-1],
            latest.changed(
                organisations=tuple(o for o in latest.organisations if o.id != id_),
                answers=tuple(a for a in latest.answers if a.respondent not in gone),
                conflicts=tuple(c for c in latest.conflicts if c.respondent not in gone),
                taken_back=tuple(t for t in latest.taken_back if t.respondent not in gone),
                look_back=tuple(b for b in latest.look_back if b.respondent not in gone),
                votes=tuple(v for v in latest.votes if v.organisation != id_),
                forms=tuple(f for f in latest.forms if f.organisation != id_),
            ),
        ),
    )
    if any(o.id == id_ for round_ in kept.rounds for o in round_.organisations):
        return kept
    return kept.changed(respondents=tuple(r for r in kept.respondents if r.id not in gone))


def add_respondent(assessment: Assessment, respondent: Respondent) -> Assessment:
    """Add a person who answers for an organisation."""
    return assessment.changed(respondents=(*assessment.respondents, respondent))


def change_respondent(assessment: Assessment, id_: str, **fields: Any) -> Assessment:
    """Change the role or name of a person."""
    return assessment.changed(
        respondents=tuple(r.changed(**fields) if r.id == id_ else r for r in assessment.respondents)
    )


def answer(assessment: Assessment, given: Answer) -> Assessment:
    """Put an answer in place of the one that its respondent gave to its topic in the latest round.

    An unresolved conflict on the topic ends with it: somebody has chosen.
    """
    return answers(assessment, (given,))


def answers(assessment: Assessment, given: tuple[Answer, ...]) -> Assessment:
    """Put several answers in place at once; a later one replaces an earlier one."""
    chosen = {(a.respondent, a.topic): a for a in given}
    by_key = {(a.respondent, a.topic): a for a in assessment.latest.answers} | chosen
    return _settled(assessment, tuple(by_key.values()), chosen)


def say(assessment: Assessment, respondent: str, topic: str, level: Given | None) -> Assessment:
    """Give a level, don't know or doesn't apply; note and evidence stay, a reason only with na.

    In a conflict it chooses: the answer of that level stands, with what was written beside it.
    """
    told = _told(assessment.latest, respondent, topic)
    before = next((a for a in told if a.level == level), told[0])
    reason = before.reason if level == "na" else ""
    return answer(
        assessment, before.changed(level=level, reason=reason, revision=before.revision + 1)
    )


def annotate(
    assessment: Assessment,
    respondent: str,
    topic: str,
    *,
    note: str | None = None,
    reason: str | None = None,
    evidence: Evidence | None = None,
) -> Assessment:
    """Change the note, the reason or the evidence of an answer; what is None stays.

    In a conflict it changes every answer and chooses none.
    """
    facts = {"note": note, "reason": reason, "evidence": evidence}
    fields = {name: value for name, value in facts.items() if value is not None}
    latest = assessment.latest
    noted = tuple(
        a.changed(**fields, revision=a.revision + 1) for a in _told(latest, respondent, topic)
    )
    if len(noted) == 1:
        return answer(assessment, noted[0])
    conflicts = tuple(
        c.changed(answers=noted) if (c.respondent, c.topic) == (respondent, topic) else c
        for c in latest.conflicts
    )
    return _with_latest(assessment, latest.changed(conflicts=conflicts))


def clear(assessment: Assessment, respondent: str, topic: str) -> Assessment:
    """Take an answer back whole, with its note; an unresolved conflict goes with it.

    What was taken back is noted with its revision: the same form, brought in again, does not bring
    it back, and what is said next counts as later than the form.
    """
    latest, gone = assessment.latest, (respondent, topic)
    said = _said(latest, respondent, topic)
    if not said:
        return assessment
    mine = [t for t in latest.taken_back if (t.respondent, t.topic) == gone]
    others = tuple(t for t in latest.taken_back if (t.respondent, t.topic) != gone)
    back = (*others, _taken_back(said, mine))
    marked = _with_latest(assessment, latest.changed(taken_back=back))
    kept = tuple(a for a in latest.answers if (a.respondent, a.topic) != gone)
    return _settled(marked, kept, (gone,))


def revision_taken_back(round_: Round, respondent: str, topic: str) -> int | None:
    """Return the revision of the answer that somebody took back; None where nobody did."""
    mine = (respondent, topic)
    back = (t.revision for t in round_.taken_back if (t.respondent, t.topic) == mine)
    return max(back, default=None)


def agree(
    assessment: Assessment,
    topic: str,
    level: Level | str,
    stood: tuple[OrganisationLevel, ...],
    minority_view: str = "",
) -> Assessment:
    """Settle a topic at a level, or none for not agreed; `stood` is where organisations stand."""
    latest = assessment.latest
    settled = Agreed.model_validate(
        {"topic": topic, "level": level, "minority_view": minority_view, "stood": stood}
    )
    kept = tuple(a for a in latest.agreed if a.topic != topic)
    return _with_latest(assessment, latest.changed(agreed=(*kept, settled)))


def set_priority(assessment: Assessment, barrier: str, priority: Priority) -> Assessment:
    """Say how much a barrier matters; normal is not kept."""
    kept = tuple(p for p in assessment.priorities if p.barrier != barrier)
    told = (
        ()
        if priority is Priority.NORMAL
        else (BarrierPriority(barrier=barrier, priority=priority),)
    )
    return assessment.changed(priorities=kept + told)


def set_aside(assessment: Assessment, barrier: str, reason: str) -> Assessment:
    """Say that a barrier is none here, and why."""
    kept = tuple(s for s in assessment.set_aside if s.barrier != barrier)
    return assessment.changed(set_aside=(*kept, SetAside(barrier=barrier, reason=reason)))


def take_back(assessment: Assessment, barrier: str) -> Assessment:
    """Bring back a barrier that was set aside."""
    kept = tuple(s for s in assessment.set_aside if s.barrier != barrier)
    return assessment.changed(set_aside=kept)


def mark_outside_control(assessment: Assessment, barrier: str, *, outside: bool) -> Assessment:
    """Flag a barrier as outside the partnership's control, or lift the flag."""
    kept = tuple(b for b in assessment.outside_control if b != barrier)
    return assessment.changed(outside_control=(*kept, barrier) if outside else kept)


def mark_not_like_us(assessment: Assessment, case: str, *, unlike: bool) -> Assessment:
    """Take a case study out of rank, or put it back."""
    kept = tuple(c for c in assessment.not_like_us if c != case)
    return assessment.changed(not_like_us=(*kept, case) if unlike else kept)


def use_modules(assessment: Assessment, modules: tuple[Reference, ...]) -> Assessment:
    """Choose the modules of the latest round; answers to topics no longer asked are kept."""
    return change_round(assessment, modules=modules)


def _told(round_: Round, respondent: str, topic: str) -> tuple[Answer, ...]:
    """What was said, or a blank answer, later than one that was taken back."""
    revision = revision_taken_back(round_, respondent, topic) or 0
    blank = Answer(respondent=respondent, topic=topic, revision=revision)
    return _said(round_, respondent, topic) or (blank,)


def _said(round_: Round, respondent: str, topic: str) -> tuple[Answer, ...]:
    """The answer that stands, or those in conflict; none where nothing was said."""
    for conflict in round_.conflicts:
        if (conflict.respondent, conflict.topic) == (respondent, topic) and conflict.answers:
            return conflict.answers
    said = answer_of(round_, respondent, topic)
    return (said,) if said else ()


def _taken_back(said: tuple[Answer, ...], before: list[TakenBack]) -> TakenBack:
    """Note what is taken back, beside what of the same revision was taken back before."""
    revision = max(answer.revision for answer in said)
    same = [mark for mark in before if mark.revision == revision]
    levels = {level for mark in same for level in mark.levels} | {a.level for a in said}
    forms = [answer.form for answer in said] + [mark.form for mark in same]
    return TakenBack(
        respondent=said[0].respondent,
        topic=said[0].topic,
        levels=tuple(sorted(levels, key=str)),
        form=max(forms),
        revision=revision,
    )


def _settled(
    assessment: Assessment, said: tuple[Answer, ...], chosen: Collection[tuple[str, str]]
) -> Assessment:
    latest = assessment.latest
    open_ = tuple(c for c in latest.conflicts if (c.respondent, c.topic) not in chosen)
    return _with_latest(assessment, latest.changed(answers=said, conflicts=open_))


def _with_organisations(
    assessment: Assessment, organisations: tuple[Organisation, ...]
) -> Assessment:
    if len({o.name.casefold() for o in organisations}) < len(organisations):
        raise EditError("edit.organisation-exists")
    return change_round(assessment, organisations=organisations)


def _with_latest(assessment: Assessment, latest: Round) -> Assessment:
    return assessment.changed(rounds=(*assessment.rounds[:-1], latest))
