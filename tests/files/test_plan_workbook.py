import io
from datetime import date

import pytest
from openpyxl import load_workbook

from selfassess.core.codes import ActionStatus
from selfassess.core.plan_merge import merge_plan
from selfassess.core.problem import FileProblemsError
from selfassess.files import workbook
from selfassess.files.plan_workbook import read_plan
from selfassess.reports.report import build
from selfassess.words import words_in
from tests.reports.small import ACTIONS, TODAY, WORDS, small


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
    read = read_plan(data)
    merged, counts = merge_plan(assessment, read.rows, iter("x").__next__)
    assert {a.id: a for a in merged.actions} == {a.id: a for a in assessment.actions}
    assert (counts.new, counts.changed, counts.unchanged) == (0, 0, 2)
    assert [p.code for p in read.problems] == ["plan.unknown-barrier"]


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
