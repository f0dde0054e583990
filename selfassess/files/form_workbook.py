"""Answer forms: written for one person of an organisation, and read when they come back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from selfassess.core.assessment import Organisation, Reference, Respondent
from selfassess.core.merge import FormRead
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import Results
from selfassess.files import disk, workbook
from selfassess.files.form_cells import Grid, grids_of, text_of
from selfassess.files.form_rows import FormTable, plain, rows_of
from selfassess.reports.form import FORMAT, MARK, form_book
from selfassess.words import Words

SIZE_LIMIT = 5_000_000
"""Bytes; a form of ours has about 40,000."""

_NEEDED = (
    "form",
    "assessment",
    "round",
    "organisation",
    "organisation-name",
    "respondent",
    "revision",
    "questionnaire",
    "questionnaire-version",
    "column.code",
    "column.level",
)
_FACT_ROWS = 60
_HEAD_ROWS = 50
_ROLE_FACT = "word.role"
_MOST_DIGITS = 9
_DAMAGED = "zip.damaged"


def write_form(
    results: Results,
    organisation: str,
    respondent: str | None,
    form: str,
    revision: int,
    words: Words,
    today: date,
) -> bytes:
    """Write a form for one person of an organisation.

    Args:
        results: The round that the form is for.
        organisation: The id of the organisation.
        respondent: The id of the person; None: somebody new, who is known by the form's id.
        form: An id that no other form has.
        revision: Higher than that of any answer the person gave before: see `next_revision`.
        words: The words of the form.
        today: The day it is made.

    Raises:
        LookupError: the round has no organisation of that id.
    """
    partner = results.organisation(organisation)
    if partner is None:
        raise LookupError(organisation)
    people = {r.id: r for r in results.assessment.respondents}
    person = people.get(respondent or form)
    if person is None:
        person = Respondent(id=respondent or form, organisation=organisation)
    facts = _facts(results, partner, person, form, revision)
    return workbook.to_bytes(form_book(results, partner, person, facts, words, today))


def read_form(source: Path | bytes, name: str = "") -> FormRead:
    """Read a form that came back, whatever it is called and in whatever order its rows are.

    Args:
        source: The file, or what is in it.
        name: What the file is called, where its content is given.

    Raises:
        FileProblemsError: it can't be read, or is no form of ours.
    """
    if isinstance(source, Path):
        data, name = disk.read(source, SIZE_LIMIT), name or str(source)
    else:
        data = source
    grids = _grids_of_a_form(data, name)
    facts = _facts_in(grids, name)
    table = _table_in(grids, facts, name)
    rows, problems = rows_of(table, facts)
    return FormRead(
        file=name,
        form=facts["form"],
        assessment=facts["assessment"],
        round=facts["round"],
        organisation=facts["organisation"],
        organisation_name=facts["organisation-name"],
        respondent=facts["respondent"],
        role=_role(grids, facts),
        revision=int(facts["revision"]),
        questionnaire=_questionnaire_of(facts, name),
        rows=rows,
        problems=problems,
    )


def _grids_of_a_form(data: bytes, name: str) -> tuple[Grid, ...]:
    """Read the sheets, and say of a damaged file what to do about a form: ask for it again."""
    try:
        return grids_of(data, name)
    except FileProblemsError as error:
        if [problem.code for problem in error.problems] == [_DAMAGED]:
            raise FileProblemsError(Problem("form.not-workbook", name)) from error
        raise


def _facts(
    results: Results, partner: Organisation, person: Respondent, form: str, revision: int
) -> dict[str, str]:
    questionnaire = results.content.questionnaire
    return {
        "form": form,
        "assessment": results.assessment.id,
        "round": results.round.name,
        "organisation": partner.id,
        "organisation-name": partner.name,
        "respondent": person.id,
        "revision": str(revision),
        "questionnaire": questionnaire.id,
        "questionnaire-version": questionnaire.version,
    }


def _facts_in(grids: tuple[Grid, ...], name: str) -> dict[str, str]:
    for grid in grids:
        rows = range(min(_FACT_ROWS, len(grid.rows)))
        if not rows or grid.text(0, 0) != MARK:
            continue
        version = grid.text(0, 1)
        if _is_number(version) and int(version) > int(FORMAT):
            raise FileProblemsError(Problem("form.newer", name))
        facts = {grid.text(row, 0): grid.text(row, 1) for row in rows}
        if all(facts.get(key) for key in _NEEDED) and _is_number(facts["revision"]):
            return facts
    raise FileProblemsError(Problem("form.not-form", name))


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _MOST_DIGITS


def _questionnaire_of(facts: Mapping[str, str], name: str) -> Reference:
    try:
        return Reference(id=facts["questionnaire"], version=facts["questionnaire-version"])
    except ValidationError as error:
        raise FileProblemsError(Problem("form.not-form", name)) from error


def _table_in(grids: tuple[Grid, ...], facts: Mapping[str, str], name: str) -> FormTable:
    heads = {
        key.removeprefix("column."): plain(head)
        for key, head in facts.items()
        if key.startswith("column.")
    }
    for grid in grids:
        for row, cells in enumerate(grid.rows[:_HEAD_ROWS]):
            here = {plain(text_of(cell)): column for column, cell in enumerate(cells)}
            columns = {key: here[head] for key, head in heads.items() if head in here}
            if columns.keys() >= {"code", "level"}:
                return FormTable(grid, row, columns, name)
    told = {"code": facts["column.code"], "level": facts["column.level"]}
    raise FileProblemsError(Problem("form.no-answers", name, facts=told))


def _role(grids: tuple[Grid, ...], facts: Mapping[str, str]) -> str:
    """What was written beside the question for the role, on whatever sheet it stands."""
    asked = plain(facts.get(_ROLE_FACT, ""))
    for grid in grids:
        for row, cells in enumerate(grid.rows[:_HEAD_ROWS]):
            for column, cell in enumerate(cells):
                if asked and plain(text_of(cell)) == asked and text_of(cells[0]) != _ROLE_FACT:
                    return grid.text(row, column + 1)
    return ""
