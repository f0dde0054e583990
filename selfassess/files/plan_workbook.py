"""Reads the action plan of a report that was changed in a spreadsheet, in whatever language."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from selfassess.core.codes import ActionStatus
from selfassess.core.plan_merge import PlanRow
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk
from selfassess.files.form_cells import Grid, grids_of, text_of
from selfassess.files.form_rows import plain
from selfassess.reports import plan

SIZE_LIMIT = 20_000_000
"""Bytes; a report has about 150,000."""

_HEAD_ROWS = 50


@dataclass(frozen=True, slots=True)
class PlanRead:
    """An action plan as it came back.

    Attributes:
        rows: Its actions, in order.
        problems: What could not be read, by sheet and cell; the rest of the plan counts.
    """

    rows: tuple[PlanRow, ...]
    problems: tuple[Problem, ...]


def read_plan(source: Path | bytes, name: str = "") -> PlanRead:
    """Read the action plan of a report.

    Args:
        source: The file, or what is in it.
        name: What the file is called, where its content is given.

    Raises:
        FileProblemsError: it can't be read, or has no plan of ours.
    """
    if isinstance(source, Path):
        data, name = disk.read(source, SIZE_LIMIT), name or str(source)
    else:
        data = source
    grids = grids_of(data, name)
    lists = _lists(grids)
    heads = [plain(head) for head in lists.get(plan.COLUMNS, ())]
    for grid in grids:
        for row, cells in enumerate(grid.rows[:_HEAD_ROWS]):
            columns = {plain(text_of(cell)): column for column, cell in enumerate(cells)}
            if heads and all(head in columns for head in heads):
                table = _Table(grid, row + 1, [columns[head] for head in heads], lists, name)
                return table.read()
    raise FileProblemsError(Problem("plan.not-plan", name))


def _lists(grids: tuple[Grid, ...]) -> dict[str, list[str]]:
    """The lists of the hidden sheet, by name."""
    for grid in grids:
        if grid.rows and grid.text(0, 0) == plan.STATUSES:
            texts = [[text_of(cell) for cell in row] for row in grid.rows]
            width = len(texts[0])
            columns = [[row[n] for row in texts if n < len(row) and row[n]] for n in range(width)]
            return {column[0]: column[1:] for column in columns if column}
    return {}


@dataclass(frozen=True, slots=True)
class _Table:
    grid: Grid
    first: int
    columns: list[int]
    lists: Mapping[str, list[str]]
    name: str

    def read(self) -> PlanRead:
        problems: list[Problem] = []
        rows = [self._row(n, problems) for n in range(self.first, len(self.grid.rows))]
        return PlanRead(tuple(row for row in rows if row.text), tuple(problems))

    def _row(self, row: int, problems: list[Problem]) -> PlanRow:
        names = self.lists.get(plan.BARRIERS, [])
        ids = self.lists.get(plan.BARRIER_IDS, [])
        barrier = self._known(row, plan.BARRIER, names, ids, problems)
        statuses = self.lists[plan.STATUSES]
        status = self._known(row, plan.STATUS, statuses, list(ActionStatus), problems)
        return PlanRow(
            id=self._text(row, plan.ID),
            text=self._text(row, plan.ACTION),
            barrier=barrier,
            owner=self._text(row, plan.OWNER),
            due=self._text(row, plan.DUE),
            status=ActionStatus(status) if status else None,
            note=self._text(row, plan.NOTE),
        )

    def _text(self, row: int, what: int) -> str:
        return self.grid.text(row, self.columns[what - 1])

    def _known(
        self, row: int, what: int, said: list[str], meant: list[str], problems: list[Problem]
    ) -> str | None:
        """What a word from a list means; empty for an empty cell, None for an unknown word."""
        told = self._text(row, what)
        if not told:
            return ""
        meanings = {plain(one): other for one, other in zip(said, meant, strict=False)}
        found = meanings.get(plain(told))
        if found is None:
            code = "plan.unknown-status" if what == plan.STATUS else "plan.unknown-barrier"
            place = self.grid.place(row, self.columns[what - 1])
            problems.append(Problem(code, self.name, place=place, facts={"said": told}))
        return found
