"""Intake: rows of answers and agreed levels from tables become part of an assessment."""

from collections.abc import Callable, Iterable, Sequence

from selfassess.core import edits
from selfassess.core.assessment import Answer, Assessment, Respondent, Round
from selfassess.core.content import Content
from selfassess.core.results import work_out
from selfassess.core.walk import answers_of
from selfassess.files.answers_file import AgreedRow, AnswerRow


def with_answers(
    assessment: Assessment,
    rows: Sequence[AnswerRow],
    new_id: Callable[[], str] | None = None,
) -> Assessment:
    """Put the answers of checked rows into the latest round; new respondents are added.

    A later answer replaces the one of the same organisation, respondent and topic; a blank level
    leaves the level that was there.

    Args:
        assessment: The assessment.
        rows: The rows.
        new_id: Gives somebody new an id that nobody has in any copy of the assessment; without it
            new people are numbered, which only does before there are copies.
    """
    latest = assessment.latest
    organisation_id = {o.name.casefold(): o.id for o in latest.organisations}
    known = {(r.organisation, r.name.casefold()): r for r in assessment.respondents}
    before = {r.id: answers_of(latest, r.id) for r in assessment.respondents}
    given = []
    for row in rows:
        key = (organisation_id[row.organisation.casefold()], row.respondent.casefold())
        if key not in known:
            known[key] = Respondent(
                id=new_id() if new_id else _next_id(known.values()),
                organisation=key[0],
                role=row.role,
                name=row.respondent,
            )
        respondent = known[key]
        told = before.get(respondent.id, {}).get(row.topic)
        given.append(_answer(row, respondent, told, _revision(latest, respondent, row, told)))
    extended = assessment.changed(respondents=tuple(known.values()))
    return edits.answers(extended, tuple(given))


def with_agreed(assessment: Assessment, rows: Sequence[AgreedRow], content: Content) -> Assessment:
    """Settle topics of the latest round as checked rows say; keep where organisations stand."""
    standing = work_out(assessment, content)
    for row in rows:
        assessment = edits.agree(
            assessment, row.topic, row.level, standing.standing(row.topic), row.minority_view
        )
    return assessment


def _revision(latest: Round, respondent: Respondent, row: AnswerRow, before: Answer | None) -> int:
    """Return a revision later than what was said before, also where that was taken back."""
    if before is not None:
        return before.revision + 1
    back = edits.revision_taken_back(latest, respondent.id, row.topic)
    return 0 if back is None else back + 1


def _answer(row: AnswerRow, respondent: Respondent, before: Answer | None, revision: int) -> Answer:
    level = row.level
    if level is None and before is not None:
        level = before.level
    return Answer(
        respondent=respondent.id,
        topic=row.topic,
        level=level,
        evidence=row.evidence or (before.evidence if before else None),
        note=row.note or (before.note if before else ""),
        reason=row.note if level == "na" else "",
        revision=revision,
    )


def _next_id(respondents: Iterable[Respondent]) -> str:
    taken = {respondent.id for respondent in respondents}
    number = len(taken) + 1
    while f"r{number}" in taken:
        number += 1
    return f"r{number}"
