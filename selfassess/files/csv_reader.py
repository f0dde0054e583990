"""Reads tables from `.csv` as spreadsheets save them, each cell with its line and column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk
from selfassess.files.spoofing import straight
from selfassess.files.validation import unknown

SIZE_LIMIT = 5_000_000
CELLS_LIMIT = 150_000
"""Two hundred people who answer everything fill 100,000."""

_SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without spaces around it, and where it begins (from 1)."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its line in the file, and its cells by the name of their column."""

    file: str
    line: int
    cells: dict[str, Cell]

    def text(self, column: str) -> str:
        """Return what stands in a column; nothing where the row or the table has no such cell."""
        return self.cells[column].text if column in self.cells else ""

    def problem(self, code: str, column: str, **facts: str) -> Problem:
        """Make a problem with a cell, or with the row where it has no such cell."""
        cell = self.cells.get(column, Cell("", self.line, 1))
        return Problem(code, self.file, cell.line, cell.column, facts=facts)


def read_rows(
    path: Path, needed: Sequence[str], optional: Sequence[str]
) -> tuple[list[Row], list[Problem]]:
    """Read the rows of a table whose first line names its columns, in any order and spelling.

    Empty rows are left out. The problems are those of single rows.

    Raises:
        FileProblemsError: it can't be read, or its first line does not name the columns.
    """
    file = str(path)
    text = disk.text_of(disk.read(path, SIZE_LIMIT), file)
    records = _records(text.replace("\r\n", "\n").replace("\r", "\n"), file)
    header = next(records, None)
    if header is None:
        raise FileProblemsError(Problem("table.empty", file))
    names = [cell.text.casefold() for cell in header]
    while names and not names[-1]:
        names.pop()
    faults = _faults(header[: len(names)], needed, optional, file)
    if faults:
        raise FileProblemsError(*faults)
    rows, problems = [], []
    for record in records:
        over = [cell for cell in record[len(names) :] if cell.text]
        if over:
            problems.append(Problem("table.too-many-cells", file, over[0].line, over[0].column))
        cells = dict(zip(names, record, strict=False))
        rows.append(Row(file, record[0].line, cells))
    return rows, problems


def _faults(
    header: Sequence[Cell], needed: Sequence[str], optional: Sequence[str], file: str
) -> list[Problem]:
    """Find columns that nobody knows, that stand twice or that are missing."""
    known = (*needed, *optional)
    faults: list[Problem] = []
    seen: set[str] = set()
    for cell in header:
        name = cell.text.casefold()
        if name in seen:
            facts = {"said": cell.text}
            faults.append(
                Problem("table.repeated-column", file, cell.line, cell.column, facts=facts)
            )
        elif name not in known:
            facts = unknown(cell.text, known)
            faults.append(
                Problem("table.unknown-column", file, cell.line, cell.column, facts=facts)
            )
        seen.add(name)
    meant = {fault.facts.get("near") for fault in faults}
    missing = [name for name in needed if name not in seen and name not in meant]
    if missing:
        facts = {"fields": ", ".join(missing)}
        faults.append(Problem("table.missing-column", file, 1, 1, facts=facts))
    return faults


def _records(text: str, file: str) -> Iterator[list[Cell]]:
    """Cut a table, whose lines end with a line feed, into records that are not empty."""
    separator = max(_SEPARATORS, key=text.lstrip("\n").partition("\n")[0].count)
    quoted, plain = rf' *"([^"]*(?:""[^"]*)*)" *(?=[{separator}\n]|\Z)', rf"([^{separator}\n]*)"
    a_cell = re.compile(f"(?:{quoted}|{plain})([{separator}\n]|\\Z)")
    record: list[Cell] = []
    line, line_start = 1, 0
    for count, found in enumerate(a_cell.finditer(text)):
        if count > CELLS_LIMIT:
            facts = {"limit": f"{CELLS_LIMIT:,}"}
            raise FileProblemsError(Problem("table.too-much", file, line, facts=facts))
        said = found[2] if found[1] is None else found[1].replace('""', '"')
        cell = Cell(straight(said).strip(), line, found.start() - line_start + 1)
        if found[1] is None and cell.text.startswith('"'):
            raise FileProblemsError(Problem("table.quote-open", file, line, cell.column))
        record.append(cell)
        if "\n" in found[0]:
            line += found[0].count("\n")
            line_start = text.rindex("\n", found.start(), found.end()) + 1
        if found[3] != separator:
            if any(cell.text for cell in record):
                yield record
            record = []
