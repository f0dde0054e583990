"""Reads the action plan of a report that was changed in a spreadsheet, in whatever language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from selfassess.core.codes import ActionStatus
from selfassess.core.plan_merge import PlanRead, PlanRow
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk
from selfassess.files.form_cells import TEXT_LIMIT, Grid, grids_of, text_of
from selfassess.files.form_rows import plain
from selfassess.reports import plan

SIZE_LIMIT = 20_000_000
"""Bytes; a report has about 150,000."""

_HEAD_ROWS = 50
_FIELDS = {
    plan.ACTION: "text",
    plan.BARRIER: "barrier",
    plan.OWNER: "owner",
    plan.DUE: "due",
    plan.STATUS: "status",
    plan.NOTE: "note",
}
"""The field of an action that each column tells of, in the order of their marks."""

_DAY_ZERO = date(1899, 12, 30)
_DAYS = range(36_526, 73_051)
"""The years 2000 to 2099 as spreadsheets count days."""


def read_plan(source: Path | bytes, name: str = "", assessment: str = "") -> PlanRead:
    """Read the action plan of a report.

    Args:
        source: The file, or what is in it.
        name: What the file is called, where its content is given.
        assessment: The id of the assessment it must belong to; empty for any.

    Raises:
        FileProblemsError: it can't be read, has no plan of ours, or that of another assessment.
    """
    if isinstance(source, Path):
        data, name = disk.read(source, SIZE_LIMIT), name or str(source)
    else:
        data = source
    grids = _grids(data, name)
    lists = _lists(grids)
    home = "".join(lists.get(plan.ASSESSMENT, ())[:1])
    if assessment and home and home != assessment:
        raise FileProblemsError(Problem("plan.other-assessment", name))
    heads = [plain(head) for head in lists.get(plan.COLUMNS, ())]
    for grid in grids:
        for row, cells in enumerate(grid.rows[:_HEAD_ROWS]):
            columns = {plain(text_of(cell)): column for column, cell in enumerate(cells)}
            if len(heads) >= plan.ID and all(head in columns for head in heads):
                found = [columns[head] for head in heads]
                table = _Table(grid, row + 1, found, lists, _marks(lists), name)
                return table.read(home)
    raise FileProblemsError(Problem("plan.not-plan", name))


def _grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """Read the cells; of a workbook that can't be read it is said what to do about a plan."""
    try:
        return grids_of(data, name)
    except FileProblemsError as error:
        codes = {"form.not-workbook": "plan.not-workbook", "zip.damaged": "plan.not-workbook"}
        told = (one._replace(code=codes.get(one.code, one.code)) for one in error.problems)
        raise FileProblemsError(*told) from error


def _lists(grids: tuple[Grid, ...]) -> dict[str, list[str]]:
    """The lists of the hidden sheet, by name."""
    for grid in grids:
        if grid.rows and grid.text(0, 0) == plan.STATUSES:
            texts = [[text_of(cell) for cell in row] for row in grid.rows]
            width = len(texts[0])
            columns = [[row[n] for row in texts if n < len(row) and row[n]] for n in range(width)]
            return {column[0]: column[1:] for column in columns if column}
    return {}


def _marks(lists: Mapping[str, list[str]]) -> dict[str, list[str]] | None:
    """The marks of what each action said when the plan went out; None where it doesn't tell."""
    if plan.WENT_OUT not in lists:
        return None
    return {id_: marks for id_, *marks in (line.split(" ") for line in lists[plan.WENT_OUT])}


@dataclass(frozen=True, slots=True)
class _Table:
    grid: Grid
    first: int
    columns: list[int]
    lists: Mapping[str, list[str]]
    marks: Mapping[str, list[str]] | None
    name: str

    def read(self, home: str) -> PlanRead:
        problems: list[Problem] = []
        rows = [self._row(n, problems) for n in range(self.first, len(self.grid.rows))]
        told = tuple(row for row in rows if row is not None)
        return PlanRead(self.name, home, told, tuple(problems))

    def _row(self, row: int, problems: list[Problem]) -> PlanRow | None:
        texts = {what: self._text(row, what) for what in _FIELDS}
        id_ = self._text(row, plan.ID)
        if not texts[plan.ACTION]:
            if any(texts.values()) or id_:
                problems.append(self._problem("plan.no-text", row, plan.ACTION))
            return None
        kept = self._kept(id_, texts)
        too_long = {what for what, text in texts.items() if len(text) >= TEXT_LIMIT}
        for what in sorted(too_long - (kept or set())):
            facts = {"limit": str(TEXT_LIMIT)}
            problems.append(self._problem("plan.too-long", row, what, **facts))
        if kept is None and too_long:
            return None
        quiet = (kept or set()) | too_long
        return PlanRow(
            id=id_,
            text=texts[plan.ACTION],
            barrier=self._barrier(row, texts, quiet, problems),
            owner=texts[plan.OWNER],
            due=texts[plan.DUE],
            status=self._status(row, texts, quiet, problems),
            note=texts[plan.NOTE],
            place=self.grid.place(row, self.columns[plan.ACTION - 1]),
            kept=None if kept is None else frozenset(_FIELDS[what] for what in quiet),
        )

    def _kept(self, id_: str, texts: Mapping[int, str]) -> set[int] | None:
        """Which columns stand as the plan went out; None where it doesn't tell."""
        if self.marks is None:
            return None
        marks = zip(_FIELDS, self.marks.get(id_, ()), strict=False)
        return {what for what, mark in marks if plan.mark(texts[what]) == mark}

    def _text(self, row: int, what: int) -> str:
        column = self.columns[what - 1]
        if what == plan.DUE:
            return _day(self.grid.value(row, column))
        return self.grid.text(row, column)

    def _barrier(
        self, row: int, texts: Mapping[int, str], quiet: set[int], problems: list[Problem]
    ) -> str | None:
        names = self.lists.get(plan.BARRIERS, [])
        ids = self.lists.get(plan.BARRIER_IDS, [])
        found = _meant(texts[plan.BARRIER], names, ids)
        if found is None and plan.BARRIER not in quiet:
            said = {"said": texts[plan.BARRIER]}
            problems.append(self._problem("plan.unknown-barrier", row, plan.BARRIER, **said))
        return found

    def _status(
        self, row: int, texts: Mapping[int, str], quiet: set[int], problems: list[Problem]
    ) -> ActionStatus | None:
        found = _meant(texts[plan.STATUS], self.lists[plan.STATUSES], list(ActionStatus))
        if found is None and plan.STATUS not in quiet:
            said = {"said": texts[plan.STATUS]}
            problems.append(self._problem("plan.unknown-status", row, plan.STATUS, **said))
        return ActionStatus(found) if found else None

    def _problem(self, code: str, row: int, what: int, **facts: str) -> Problem:
        place = self.grid.place(row, self.columns[what - 1])
        return Problem(code, self.name, place=place, facts=facts)


def _meant(told: str, said: list[str], meant: list[str]) -> str | None:
    """What a word from a list means; empty for an empty cell, None for an unknown word."""
    if not told:
        return ""
    meanings = {plain(one): other for one, other in zip(said, meant, strict=False)}
    return meanings.get(plain(told))


def _day(value: object) -> str:
    """Return a date as 2026-12-24, also where the cell has lost its format; words as they are."""
    if isinstance(value, int | float) and value in _DAYS:
        return (_DAY_ZERO + timedelta(int(value))).isoformat()
    return text_of(value)
