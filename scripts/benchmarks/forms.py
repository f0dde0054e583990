"""How long 40 answer forms of five partners take: read, looked at, and made."""

import io
import time
from datetime import date

import openpyxl

from scripts.benchmarks.table import Table, print_and_keep
from selfassess.core.assessment import Assessment
from selfassess.core.codes import Set
from selfassess.core.importing import import_forms
from selfassess.core.results import Results, work_out
from selfassess.files.example import example
from selfassess.files.form_workbook import read_form, write_form
from selfassess.ui.models.import_table import forms_preview
from selfassess.words import interface
from tests.shipped import shipped

FORMS, PARTNERS = 40, 5
FIRST_ROW, CODE, LEVEL, NOTE = 6, 1, 5, 8
GOAL = 5_000.0
TODAY = date(2026, 11, 25)


def main() -> None:
    """Measure and print."""
    content = shipped()
    value = _unanswered(example(content, TODAY))
    results = work_out(value, content)
    began = time.process_time()
    blank = [_made(results, place) for place in range(FORMS)]
    making = time.process_time() - began
    filled = [_filled(data, place) for place, data in enumerate(blank)]
    began, clock = time.process_time(), time.perf_counter()
    read = [read_form(data, "form.xlsx") for data in filled]
    reading = time.process_time() - began
    made = import_forms(value, read)
    forms_preview(made, interface())
    whole, by_clock = time.process_time() - began, time.perf_counter() - clock
    rows = {
        "made, blank": (1000 * making, None, None),
        "read": (1000 * reading, None, None),
        "read and looked at": (1000 * whole, 1000 * by_clock, GOAL),
    }
    table = Table("40 forms of 5 partners", ("processor, ms", "clock, ms", "goal"), rows)
    print_and_keep("forms", (table,), {"forms": FORMS, "answers": made.counts.new})


def _unanswered(value: Assessment) -> Assessment:
    """The worked example with all questions, before anybody has answered."""
    latest = value.latest.changed(set=Set.FULL, answers=(), votes=(), agreed=())
    return value.changed(rounds=(*value.rounds[:-1], latest))


def _made(results: Results, place: int) -> bytes:
    partner = results.round.organisations[place % PARTNERS]
    told = (results, partner.id, None, f"form-{place}", 1)
    return write_form(*told, interface(), TODAY)


def _filled(blank: bytes, place: int) -> bytes:
    """Answer every question, with a note beside each."""
    book = openpyxl.load_workbook(io.BytesIO(blank))
    sheet = book.worksheets[1]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        if sheet.cell(row, CODE).value:
            sheet.cell(row, LEVEL).value = (row + place) % 5 + 1
            sheet.cell(row, NOTE).value = "We looked at the last three cases."
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
