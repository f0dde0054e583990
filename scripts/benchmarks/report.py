"""How long an Excel report takes, beside bare openpyxl writing the same cells without any looks."""

import io
import time
from collections.abc import Callable
from datetime import date

from openpyxl.workbook import Workbook

from scripts.benchmarks.table import Table, print_and_keep
from selfassess.core.results import round_before, work_out
from selfassess.files import data_files, workbook
from selfassess.files.content_index import content
from selfassess.files.example import example
from selfassess.reports.book import Book, holdable
from selfassess.reports.data import data
from selfassess.reports.report import build
from selfassess.words import words_in

GOAL = 1.5
TIMES = 15
DAY = date(2026, 11, 25)


def main() -> None:
    """Measure and print."""
    known = content()
    results = work_out(example(known, DAY), known)
    earlier, words = round_before(results), words_in("en")

    def built() -> Book:
        return build(results, words, DAY, "1", earlier=earlier)

    book = built()
    parts: dict[str, Callable[[], object]] = {
        "bare openpyxl, the same cells": lambda: _bare(book),
        "a report, all of it": lambda: workbook.to_bytes(built()),
        "  what it says": built,
        "  the workbook": lambda: workbook.to_bytes(book),
        "its data as JSON": lambda: data_files.to_json(data(results, words, DAY, "1")),
    }
    times = _timed(parts)
    bare = times["bare openpyxl, the same cells"]
    rows: dict[str, tuple[float | None, ...]] = {
        name: (took, took / bare, None) for name, took in times.items()
    }
    rows["a report, all of it"] = (*rows["a report, all of it"][:2], GOAL)
    cells = sum(len(row.cells) for sheet in book.sheets for row in sheet.rows)
    table = Table(f"{cells} cells (ms)", ("least", "times bare", "goal"), rows)
    print_and_keep("report", (table,), {"cells": cells, "unit": "milliseconds", "times": TIMES})


def _bare(book: Book) -> bytes:
    """Write the values of a book as openpyxl does it by itself: no styles, widths or charts."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for sheet in book.sheets:
        target = made.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row.cells, start=1):
                if cell.value is not None:
                    value = holdable(cell.value) if isinstance(cell.value, str) else cell.value
                    target.cell(number, column).value = cell.formula or value
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def _timed(parts: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Time all parts in turn, again and again; the least is what a quiet computer takes."""
    took: dict[str, list[float]] = {name: [] for name in parts}
    for does in parts.values():
        does()
    for _time in range(TIMES):
        for name, does in parts.items():
            begin = time.perf_counter()
            does()
            took[name].append((time.perf_counter() - begin) * 1000)
    return {name: min(times) for name, times in took.items()}
