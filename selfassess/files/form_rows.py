"""Reads the rows of an answer form by the codes of their topics."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from selfassess.core.assessment import Given
from selfassess.core.codes import Evidence
from selfassess.core.merge import FormRow
from selfassess.core.problem import Problem
from selfassess.files.form_cells import Grid

_CODE = re.compile(r"[A-Z]{2}[0-9]")
_LEVELS: dict[str, Given] = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


@dataclass(frozen=True, slots=True)
class FormTable:
    """Where the answers stand.

    Attributes:
        grid: The sheet.
        header: The row of the heads, from 0.
        columns: The column of `code`, `level`, `reason`, `evidence` and `note`, from 0; those
            that are not there are missing.
        name: The file as the user named it.
    """

    grid: Grid
    header: int
    columns: Mapping[str, int]
    name: str

    def text(self, row: int, what: str) -> str:
        """Return the text of a row in a column; empty where the column is not there."""
        return self.grid.text(row, self.columns.get(what, -1))

    def problem(self, code: str, row: int, what: str, **facts: str) -> Problem:
        """Make a problem about a cell of a row."""
        place = self.grid.place(row, self.columns[what])
        return Problem(code, self.name, place=place, facts=facts)


def rows_of(
    table: FormTable, facts: Mapping[str, str]
) -> tuple[tuple[FormRow, ...], tuple[Problem, ...]]:
    """Return the rows of a form and what is wrong with some of them.

    Args:
        table: Where the answers stand.
        facts: The facts of the form, among them its words for “don't know” and so on.
    """
    rows: dict[str, FormRow] = {}
    problems: list[Problem] = []
    for row in range(table.header + 1, len(table.grid.rows)):
        read = _row(table, row, facts, problems)
        if read is None:
            continue
        first = rows.setdefault(read.topic, read)
        if first.says_nothing:
            rows[read.topic] = read
        elif not read.says_nothing and replace(read, place="") != replace(first, place=""):
            problems.append(table.problem("form.repeated-code", row, "code", said=read.topic))
    return tuple(rows.values()), tuple(problems)


def plain(text: str) -> str:
    """Return a text without what people type differently: case, apostrophes and spaces."""
    return " ".join(text.casefold().replace("’", "").replace("'", "").split())


def _row(
    table: FormTable, row: int, facts: Mapping[str, str], problems: list[Problem]
) -> FormRow | None:
    code = table.text(row, "code").upper()
    told = table.text(row, "level")
    note, reason = table.text(row, "note"), table.text(row, "reason")
    if not _CODE.fullmatch(code):
        if told:
            problems.append(table.problem("form.unknown-code", row, "code", said=code or "–"))
        return None
    given = {**_LEVELS, "dk": "dk", "na": "na"}
    given |= {plain(facts.get("word.dk", "dk")): "dk", plain(facts.get("word.na", "na")): "na"}
    level = given.get(plain(told))
    if told and level is None:
        words = {"dk": facts.get("word.dk", "dk"), "na": facts.get("word.na", "na")}
        problems.append(table.problem("form.unknown-level", row, "level", said=told, **words))
        return None
    if level == "na" and not reason:
        reason = note
        if not note:
            problems.append(table.problem("form.reason-missing", row, "level", said=code))
    return FormRow(
        topic=code,
        level=level,
        evidence=_evidence(table, row, facts, problems),
        note=note,
        reason=reason if level == "na" else "",
        place=table.grid.place(row, table.columns["level"]),
    )


def _evidence(
    table: FormTable, row: int, facts: Mapping[str, str], problems: list[Problem]
) -> Evidence | None:
    told = table.text(row, "evidence")
    if not told:
        return None
    grades = {plain(facts.get(f"word.{grade}", grade)): grade for grade in Evidence}
    found = grades.get(plain(told))
    if found is None:
        problems.append(table.problem("form.unknown-evidence", row, "evidence", said=told))
    return found
