import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.plan_merge import Fate, merge_plan
from selfassess.core.problem import FileProblemsError
from selfassess.files import workbook
from selfassess.files.plan_workbook import read_plan
from selfassess.reports.book import Book
from selfassess.reports.plan import plan, plan_lists
from selfassess.reports.report import build
from selfassess.words import words_in
from tests.files import office
from tests.reports.small import ACTIONS, TODAY, WORDS, small

BASE = small()


@pytest.fixture(scope="module")
def data() -> bytes:
    return workbook.to_bytes(build(small(actions=ACTIONS), WORDS, TODAY, "1"))


def edited(data: bytes, cells: dict[str, object], *, drop: str = "") -> bytes:
    book = load_workbook(io.BytesIO(data))
    for place, value in cells.items():
        book["Action plan"][place].value = value
    if drop:
        book.remove(book[drop])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_plan_that_nobody_changed_changes_nothing(data):
    assessment = small(actions=ACTIONS).assessment
    read = read_plan(data, "r.xlsx", assessment.id)
    made = merge_plan(assessment, read.rows)
    assert made.after == assessment
    assert [line.fate for line in made.lines] == [Fate.UNCHANGED, Fate.UNCHANGED]
    assert (made.absent, read.problems, read.file) == (0, (), "r.xlsx")


def test_what_was_changed_here_since_the_report_was_made_is_kept(data):
    later = small(actions=(ACTIONS[0].changed(owner="Haven", note="Begun"), ACTIONS[1]))
    read = read_plan(edited(data, {"D6": date(2027, 1, 5)}))
    action = merge_plan(later.assessment, read.rows).after.actions[0]
    assert (action.owner, action.note, action.due) == ("Haven", "Begun", "2027-01-05")


def test_a_cell_that_was_emptied_is_emptied_here_too(data):
    read = read_plan(edited(data, {"C6": None}))
    made = merge_plan(small(actions=ACTIONS).assessment, read.rows)
    assert made.after.actions[0].owner == ""


def test_a_plan_of_another_assessment_is_refused(data):
    with pytest.raises(FileProblemsError) as refused:
        read_plan(data, "r.xlsx", "another")
    assert [p.code for p in refused.value.problems] == ["plan.other-assessment"]


def test_a_plan_that_has_lost_a_name_of_its_columns_is_none(data):
    book = load_workbook(io.BytesIO(data))
    lists = book["Lists"]
    column = [cell.value for cell in lists[1]].index("PlanColumns") + 1
    lists.cell(3, column).value = None
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(FileProblemsError) as refused:
        read_plan(stream.getvalue(), "r.xlsx")
    assert [p.code for p in refused.value.problems] == ["plan.not-plan"]


def without_marks(data: bytes) -> bytes:
    """The workbook as an earlier version of the program wrote it."""
    book = load_workbook(io.BytesIO(data))
    lists = book["Lists"]
    heads = [cell.value for cell in lists[1]]
    lists.delete_cols(heads.index("PlanAssessment") + 1, 2)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_plan_of_an_earlier_version_is_read_and_its_empty_cells_empty_nothing(data):
    old = without_marks(data)
    assessment = small(actions=ACTIONS).assessment
    read = read_plan(edited(old, {"C6": None, "F6": "Begun"}), "r.xlsx", assessment.id)
    first = merge_plan(assessment, read.rows).after.actions[0]
    assert (first.owner, first.note) == ("Council", "Begun")
    assert [p.code for p in read.problems] == ["plan.unknown-barrier"]
    long = read_plan(edited(old, {"F6": "x" * 6000}), "r.xlsx")
    assert [row.id for row in long.rows] == ["a2"]
    assert long.problems[0].code == "plan.too-long"


def test_rows_in_another_order_and_columns_in_other_places_are_read_alike(data):
    book = load_workbook(io.BytesIO(data))
    sheet = book["Action plan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5, max_row=7)]
    cells = {
        (at, column): value
        for at, values in zip((7, 8, 9), (rows[0], rows[2], rows[1]), strict=True)
        for column, value in enumerate(reversed(values), start=1)
    } | {(at, column): None for at in (5, 6) for column in range(1, 8)}
    for place, value in cells.items():
        sheet.cell(*place).value = value
        if isinstance(value, str):
            sheet.cell(*place).data_type = "s"  # openpyxl makes formulas of some
    stream = io.BytesIO()
    book.save(stream)
    assessment = small(actions=ACTIONS).assessment
    made = merge_plan(assessment, read_plan(stream.getvalue()).rows)
    assert made.after == assessment
    assert [line.place for line in made.lines] == ["Action plan!G8", "Action plan!G9"]


def test_a_day_is_a_day_also_where_its_cell_has_lost_the_format(data):
    book = load_workbook(io.BytesIO(data))
    sheet = book["Action plan"]
    for at, value in enumerate((46_380, 12, "when we can"), start=9):
        sheet.cell(at, 1).value = f"New {at}"
        sheet.cell(at, 4).value = value
        sheet.cell(at, 4).number_format = "General"
    stream = io.BytesIO()
    book.save(stream)
    days = [row.due for row in read_plan(stream.getvalue()).rows]
    assert days == ["2026-12-24", "soon", "2026-12-24", "12", "when we can"]


def test_a_row_without_an_action_is_a_problem_and_deletes_nothing(data):
    read = read_plan(edited(data, {"A6": None, "F9": "note alone"}), "r.xlsx")
    assert [(p.code, p.place) for p in read.problems] == [
        ("plan.no-text", "Action plan!A6"),
        ("plan.no-text", "Action plan!A9"),
    ]
    assessment = small(actions=ACTIONS).assessment
    assert merge_plan(assessment, read.rows).after == assessment


def test_a_text_that_is_too_long_leaves_what_was_there(data):
    read = read_plan(edited(data, {"F6": "x" * 6000}), "r.xlsx")
    assert [(p.code, p.place) for p in read.problems] == [("plan.too-long", "Action plan!F6")]
    assessment = small(actions=ACTIONS).assessment
    assert merge_plan(assessment, read.rows).after == assessment


_texts = st.text(max_size=30)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.builds(Action, id=_texts, text=_texts, owner=_texts, due=_texts, note=_texts)))
def test_whatever_an_action_says_a_plan_that_nobody_changed_changes_nothing(actions):
    told = {a.id: a for a in actions}
    assessment = BASE.assessment.changed(actions=tuple(told.values()))
    book = Book(
        title="x",
        language="en",
        date=TODAY,
        author="x",
        sheets=(plan(replace(BASE, assessment=assessment), WORDS),),
        lists=plan_lists(replace(BASE, assessment=assessment), WORDS),
    )
    read = read_plan(workbook.to_bytes(book), "r.xlsx", assessment.id)
    made = merge_plan(assessment, read.rows)
    known = {a.id: a for a in made.after.actions}
    assert all(known[a.id] == a for a in told.values() if a.id.isalnum() and a.id.isascii())


@pytest.mark.slow
def test_a_plan_that_libreoffice_saved_again_changes_nothing(data, tmp_path):
    path = tmp_path / "r.xlsx"
    path.write_bytes(edited(data, {"C6": "Ms Y", "A9": "A new one"}))
    saved = office.converted(path, tmp_path / "out")
    assessment = small(actions=ACTIONS).assessment
    read = read_plan(saved, assessment=assessment.id)
    made = merge_plan(assessment, read.rows)
    assert [line.fate for line in made.lines] == [Fate.CHANGED, Fate.UNCHANGED, Fate.NEW]
    assert made.lines[0].fields == ("owner",)
    assert read.problems == ()


def test_changes_and_new_rows_are_read(data):
    told = {
        "C6": "Ms Y",
        "D6": date(2027, 1, 5),
        "E6": "Under way",
        "A9": "A new one",
        "B9": "no COMMON number",
        "E9": "asleep",
    }
    read = read_plan(edited(data, told), "plan.xlsx")
    first, _second, third = read.rows
    assert (first.owner, first.due, first.status) == ("Ms Y", "2027-01-05", ActionStatus.DOING)
    assert (third.id, third.text, third.barrier, third.status) == (
        "",
        "A new one",
        "national-gap",
        None,
    )
    codes = [(p.code, p.place, p.file) for p in read.problems]
    assert ("plan.unknown-status", "Action plan!E9", "plan.xlsx") in codes


def test_a_drafted_plan_is_read_as_new_actions(tmp_path):
    path = tmp_path / "r.xlsx"
    path.write_bytes(workbook.to_bytes(build(small(), WORDS, TODAY, "1")))
    read = read_plan(path)
    assert len(read.rows) == 2
    assert {row.id for row in read.rows} == {""}
    assert read.rows[0].status is ActionStatus.TODO


def test_a_plan_in_another_language_is_read_by_its_own_words(monkeypatch):
    said = {"Action": "Gweithred", "Not started": "Heb ddechrau", "Done": "Wedi gorffen"}
    welsh = words_in("cy")
    monkeypatch.setattr(
        type(welsh), "__call__", lambda _self, text, **facts: said.get(text, text).format(**facts)
    )
    data = workbook.to_bytes(build(small(actions=ACTIONS), welsh, TODAY, "1"))
    monkeypatch.undo()
    statuses = {row.id: row.status for row in read_plan(data).rows}
    assert statuses == {"a1": ActionStatus.TODO, "a2": ActionStatus.DONE}


def test_other_workbooks_are_refused(data):
    for other in (edited(data, {}, drop="Lists"), edited(data, {}, drop="Action plan")):
        with pytest.raises(FileProblemsError) as refused:
            read_plan(other, "x.xlsx")
        assert [p.code for p in refused.value.problems] == ["plan.not-plan"]


def test_what_is_no_workbook_is_refused_in_words_about_a_plan(data):
    for other in (b"", b"no workbook", data[:-200]):
        with pytest.raises(FileProblemsError) as refused:
            read_plan(other, "x.xlsx")
        assert [p.code for p in refused.value.problems] == ["plan.not-workbook"]
