"""How long the Excel report takes, beside bare openpyxl writing as many cells of as many styles."""

import io
import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

from scripts.benchmarks.report import Table, print_and_keep
from selfassess import __version__
from selfassess.core.results import work_out
from selfassess.files import workbook
from selfassess.files.example import example
from selfassess.reports.report import build
from selfassess.words import SOURCE, words_in
from tests.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 7
STYLES = 12
GOAL = 1.5
TODAY = date(2026, 11, 25)


def main() -> None:
    """Measure and print."""
    content = shipped()
    results = work_out(example(content, TODAY), content)
    written = workbook.to_bytes(build(results, words_in(SOURCE), TODAY, __version__))
    read = openpyxl.load_workbook(io.BytesIO(written))
    sheets = [
        [
            (cell.row, cell.column, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        ]
        for sheet in read
    ]
    cells = sum(map(len, sheets))
    kinds: dict[str, Callable[[], object]] = {
        "bare openpyxl, the same cells": lambda: _bare(sheets),
        "the report, written": lambda: workbook.to_bytes(
            build(results, words_in(SOURCE), TODAY, __version__)
        ),
        "of that, what stands in it": lambda: build(results, words_in(SOURCE), TODAY, __version__),
    }
    used: dict[str, list[float]] = {name: [] for name in kinds}
    for _ in range(ROUNDS):
        for name, does in kinds.items():
            began = time.process_time()
            does()
            used[name].append(time.process_time() - began)
    floor = used["bare openpyxl, the same cells"]
    rows = {
        name: (
            1000 * median(found),
            median(one / least for one, least in zip(found, floor, strict=True)),
            GOAL if name == "the report, written" else None,
        )
        for name, found in used.items()
    }
    columns = ("processor, ms", "times the floor", "goal")
    table = Table("the example's report", columns, rows)
    print_and_keep("workbook", (table,), {"rounds": ROUNDS, "cells": cells})


def _bare(sheets: list[list[tuple[int, int, object]]]) -> bytes:
    """Write cells with a font, a fill and an alignment each, and nothing else."""
    book = openpyxl.Workbook()
    styles = [
        (
            Font(name="Arial", size=10, bold=bool(number % 2)),
            PatternFill("solid", fgColor=f"FF{number:02d}{number:02d}FF"),
            Alignment(wrap_text=True, vertical="top"),
        )
        for number in range(STYLES)
    ]
    for cells in sheets:
        sheet = book.create_sheet()
        for row, column, value in cells:
            cell = sheet.cell(row, column, value)
            cell.font, cell.fill, cell.alignment = styles[column % STYLES]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
