import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, time
from functools import cache

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.core.codes import Evidence
from selfassess.core.merge import FormRead, merge
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import work_out
from selfassess.files import form_cells
from selfassess.files.form_cells import text_of
from selfassess.files.form_workbook import read_form, write_form
from selfassess.words import words_in
from selfassess.words.form_problems import FORM_PROBLEMS
from tests.files.office import converted
from tests.reports.small import TODAY, WORDS, small

LEVEL, REASON, PROOF, NOTE = 5, 6, 7, 8


@cache
def blank() -> bytes:
    return write_form(small(), "haven", None, "form-1", 3, WORDS, TODAY)


def changed(change: Callable[[Workbook], None], data: bytes | None = None) -> bytes:
    book = load_workbook(io.BytesIO(data or blank()))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def row_of(sheet: Worksheet, topic: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == topic)


def filled(answers: dict[str, dict[int, object]]) -> bytes:
    """A form in which somebody typed something into cells, by topic and column."""

    def fill(book: Workbook) -> None:
        sheet = book["Answers"]
        for topic, cells in answers.items():
            for column, value in cells.items():
                sheet.cell(row_of(sheet, topic), column).value = value

    return changed(fill)


def rows(read: FormRead) -> dict[str, object]:
    return {row.topic: row.level for row in read.rows if not row.says_nothing}


def codes(read: FormRead) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in read.problems]


def refusal(data: bytes) -> Problem:
    with pytest.raises(FileProblemsError) as refused:
        read_form(data, "x.xlsx")
    (problem,) = refused.value.problems
    assert problem.file == "x.xlsx"
    return problem


def test_a_blank_form_says_for_whom_it_is_and_nothing_else():
    read = read_form(blank(), "x.xlsx")
    assert (read.form, read.respondent, read.revision) == ("form-1", "form-1", 3)
    assert (read.organisation, read.organisation_name) == ("haven", "Haven")
    assert (read.assessment, read.round, read.file) == ("a", "First", "x.xlsx")
    assert (read.questionnaire.id, read.questionnaire.version) == ("tiny", "1")
    assert [row.topic for row in read.rows] == [t.id for t in small().asked.walk]
    assert rows(read) == {}
    assert read.role == ""
    assert read.problems == ()


def test_a_form_for_a_known_person_holds_what_they_said():
    results = small()
    read = read_form(write_form(results, "council", "council-2", "f", 9, WORDS, TODAY))
    assert read.respondent == "council-2"
    assert read.role == "role council-2"
    assert rows(read)["PU2"] == "dk"
    assert rows(read)["EV1"] == "na"
    merged, counts = merge(results.assessment, read)
    assert counts.changed == counts.new == 0
    assert work_out(merged, results.content).topics == results.topics


def test_a_form_is_for_a_partner_of_the_round():
    with pytest.raises(LookupError):
        write_form(small(), "nobody", None, "f", 1, WORDS, TODAY)


def test_equal_forms_are_equal_bytes():
    assert write_form(small(), "haven", None, "form-1", 3, WORDS, TODAY) == blank()


def test_only_the_boxes_can_be_typed_in():
    book = load_workbook(io.BytesIO(blank()))
    sheet = book["Answers"]
    assert sheet.protection.sheet
    assert [cell.protection.locked for cell in sheet[6]] == [True] * 4 + [False] * 4
    offered = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert offered == {"E6:E13": "=Levels", "G6:G13": "=Evidence"}
    assert [cell.value for cell in book["Lists"]["A"]][1:] == [
        1,
        2,
        3,
        4,
        5,
        "Don’t know",
        "Doesn’t apply",
    ]
    assert book["Form"].sheet_state == "hidden"


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        (3, 3),
        (3.0, 3),
        ("3", 3),
        (" 4 ", 4),
        ("Don’t know", "dk"),
        ("don't  KNOW", "dk"),
        ("dk", "dk"),
        ("DOESNT APPLY", "na"),
        ("na", "na"),
    ],
)
def test_levels_are_understood_as_people_type_them(typed, level):
    read = read_form(filled({"PU1": {LEVEL: typed, REASON: "why"}}))
    assert rows(read) == {"PU1": level}
    assert read.problems == ()


@pytest.mark.parametrize("typed", [0, 6, 3.5, "3 or 4", "yes", True, "=1+1"])
def test_what_is_no_level_is_a_problem_by_sheet_and_cell(typed):
    read = read_form(filled({"PU2": {LEVEL: typed}}))
    assert rows(read) == {}
    if typed != "=1+1":  # a formula that was never worked out reads as nothing
        assert codes(read) == [("form.unknown-level", "Answers!E7")]


def test_a_reason_belongs_to_what_doesn_t_apply():
    told = {
        "PU1": {LEVEL: "na", REASON: "no data"},
        "PU2": {LEVEL: "na", NOTE: "as I wrote"},
        "CU1": {LEVEL: "na"},
        "CU2": {LEVEL: 3, REASON: "not asked for"},
    }
    read = read_form(filled(told))
    reasons = {row.topic: row.reason for row in read.rows}
    assert [reasons[topic] for topic in told] == ["no data", "as I wrote", "", ""]
    assert codes(read) == [("form.reason-missing", "Answers!E8")]


def test_evidence_is_one_of_the_words_or_left_out():
    told = {"PU1": {LEVEL: 3, PROOF: "seen working"}, "PU2": {LEVEL: 3, PROOF: "a film"}}
    read = read_form(filled(told))
    evidence = {row.topic: row.evidence for row in read.rows}
    assert (evidence["PU1"], evidence["PU2"]) == (Evidence.WORKING, None)
    assert codes(read) == [("form.unknown-evidence", "Answers!G7")]
    assert rows(read) == {"PU1": 3, "PU2": 3}


def test_the_role_is_read_from_beside_its_question():
    read = read_form(changed(lambda book: book.worksheets[0].cell(5, 2, "School nurse")))
    assert read.role == "School nurse"


def test_without_the_first_sheet_there_is_no_role():
    assert read_form(changed(lambda book: book.remove(book.worksheets[0]))).role == ""


def test_rows_in_another_order_and_sheets_and_columns_with_other_names_are_found():
    def shuffle(book: Workbook) -> None:
        sheet = book["Answers"]
        values = [[c.value for c in row] for row in sheet.iter_rows(min_row=6, max_row=13)]
        values[0][LEVEL - 1] = 5
        for place, row in enumerate(reversed(values), start=6):
            for column, value in enumerate(row, start=1):
                sheet.cell(place, column).value = value
        sheet.title = "My answers"
        sheet.insert_cols(1)
        sheet.insert_rows(1)
        book["Form"].title = "zzz"

    read = read_form(changed(shuffle))
    assert rows(read) == {"PU1": 5}
    assert next(row.place for row in read.rows if row.topic == "PU1") == "My answers!F14"


def test_a_code_that_stands_twice_counts_once():
    def again(book: Workbook) -> None:
        sheet = book["Answers"]
        sheet.cell(6, LEVEL).value = 2
        for row, level in ((20, None), (21, 2), (22, 4)):
            sheet.cell(row, 1).value = "PU1"
            sheet.cell(row, LEVEL).value = level

    read = read_form(changed(again))
    assert rows(read) == {"PU1": 2}
    assert codes(read) == [("form.repeated-code", "Answers!A22")]


def test_a_first_row_that_says_nothing_gives_way():
    def below(book: Workbook) -> None:
        sheet = book["Answers"]
        sheet.cell(20, 1).value, sheet.cell(20, LEVEL).value = "pu1", 2

    assert rows(read_form(changed(below))) == {"PU1": 2}


def test_a_level_beside_no_code_is_a_problem():
    def stray(book: Workbook) -> None:
        sheet = book["Answers"]
        sheet.cell(20, 1).value, sheet.cell(20, LEVEL).value = "Total", 3
        sheet.cell(21, LEVEL).value = 3
        sheet.cell(22, 1).value = "by hand"

    assert codes(read_form(changed(stray))) == [
        ("form.unknown-code", "Answers!A20"),
        ("form.unknown-code", "Answers!A21"),
    ]


def test_a_form_without_columns_for_notes_is_read_too():
    read = read_form(changed(lambda book: book["Answers"].delete_cols(REASON, 3)))
    assert read.rows[0].note == ""


def test_a_form_in_another_language_is_read_by_its_own_words(monkeypatch):
    said = {"Your level": "Eich lefel", "Don’t know": "Ddim yn gwybod", "Code": "Cod"}
    welsh = words_in("cy")
    monkeypatch.setattr(
        type(welsh), "__call__", lambda _self, text, **facts: said.get(text, text).format(**facts)
    )
    data = write_form(small(), "council", "council-2", "f", 1, welsh, TODAY)
    monkeypatch.undo()
    assert rows(read_form(data))["PU2"] == "dk"


@pytest.mark.slow
def test_a_form_that_libreoffice_saved_again_says_the_same(tmp_path):
    path = tmp_path / "renamed by hand.xlsx"
    told = {"PU1": {LEVEL: 3, NOTE: "x"}, "PU2": {LEVEL: "Don’t know"}, "CU1": {LEVEL: "3"}}
    path.write_bytes(filled(told))
    saved = read_form(converted(path, tmp_path / "out"))
    straight = read_form(path)
    assert saved.rows == straight.rows
    assert (saved.form, saved.respondent, saved.problems) == ("form-1", "form-1", ())
    assert rows(saved) == {"PU1": 3, "PU2": "dk", "CU1": 3}


def test_a_path_is_read_and_named(tmp_path):
    path = tmp_path / "any name.xlsx"
    path.write_bytes(blank())
    assert read_form(path).file == str(path)
    assert read_form(path, "mine").file == "mine"


def test_a_missing_file_is_a_problem(tmp_path):
    with pytest.raises(FileProblemsError):
        read_form(tmp_path / "none.xlsx")


def book_with(fill: Callable[[Worksheet], None]) -> bytes:
    book = Workbook()
    fill(book.active)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_that_is_no_form_is_refused_with_a_sentence():
    assert refusal(book_with(lambda sheet: sheet.append(["My budget"]))).code == "form.not-form"
    assert refusal(book_with(lambda sheet: None)).code == "form.not-form"
    assert refusal(changed(lambda book: book.remove(book["Form"]))).code == "form.not-form"


@pytest.mark.parametrize(
    ("fact", "spoilt"),
    [
        ("revision", "two"),
        ("revision", "²"),
        ("revision", "9" * 5000),
        ("questionnaire", "?"),
        ("questionnaire", "١٢٣"),
    ],
)
def test_facts_that_are_missing_or_spoilt_are_refused(fact, spoilt):
    def spoil(book: Workbook) -> None:
        for row in book["Form"].iter_rows(max_col=2):
            if row[0].value == fact:
                row[1].value = spoilt

    assert refusal(changed(spoil)).code == "form.not-form"
    assert refusal(changed(lambda book: book["Form"].delete_rows(2))).code == "form.not-form"


def test_a_form_of_a_later_version_is_refused():
    assert refusal(changed(lambda book: book["Form"].cell(1, 2, "2"))).code == "form.newer"


def test_a_form_without_its_answers_is_refused():
    problem = refusal(changed(lambda book: book.remove(book["Answers"])))
    assert problem.code == "form.no-answers"
    assert problem.facts == {"code": "Code", "level": "Your level"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 99])
def test_what_is_no_workbook_is_refused(data):
    assert refusal(data).code == "form.not-workbook"


def repacked(change: Callable[[str, bytes], bytes | None]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank())) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return stream.getvalue()


def test_a_zip_without_a_workbook_is_refused():
    data = repacked(lambda name, part: None if name == "xl/workbook.xml" else part)
    assert refusal(data).code == "form.not-workbook"


@pytest.mark.parametrize(
    "bomb",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'.encode("utf-16"),
    ],
)
def test_xml_that_is_made_to_do_harm_is_refused(bomb):
    data = repacked(lambda name, part: bomb if name == "xl/worksheets/sheet2.xml" else part)
    assert refusal(data).code == "form.not-workbook"


def test_a_damaged_workbook_is_refused():
    data = repacked(lambda name, part: b"<" if name == "xl/workbook.xml" else part)
    assert refusal(data).code == "form.not-workbook"


def test_a_sheet_that_goes_on_for_ever_is_read_so_far():
    rows_ = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(50, 5000))
    data = repacked(
        lambda name, part: (
            part.replace(b"</sheetData>", rows_ + b"</sheetData>")
            if name == "xl/worksheets/sheet2.xml"
            else part
        )
    )
    assert len(read_form(data).rows) == 8


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_a_mutated_form_gives_a_form_or_a_sentence(seed):
    chance = random.Random(seed)

    def mutated(_name: str, part: bytes) -> bytes:
        spoilt = bytearray(part)
        for _ in range(chance.choice((0, 0, 0, 1, 3))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(1, 256)
        return bytes(spoilt)

    with suppress(FileProblemsError):
        read_form(repacked(mutated), "x.xlsx")


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_mutated_bytes_give_a_form_or_a_sentence(seed):
    chance = random.Random(seed)
    spoilt = bytearray(blank())
    for _ in range(3):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    with suppress(FileProblemsError):
        read_form(bytes(spoilt), "x.xlsx")


def test_cells_say_what_people_see():
    assert text_of(None) == ""
    assert text_of(2.0) == "2"
    assert text_of(2.5) == "2.5"
    assert text_of(datetime.combine(TODAY, time(9))) == "2026-11-25"
    assert text_of(" x ") == "x"
    assert text_of("one_x000D_\ntwo_x0007_ _x005F_x0041_") == "one\ntwo _x0041_"


def test_every_problem_of_forms_has_a_sentence_that_says_what_to_do():
    for sentence in FORM_PROBLEMS.values():
        assert sentence.endswith(".")
        assert len(sentence.split()) < 40


@pytest.mark.parametrize("sign", [b"<c/>", b' a=""'])
def test_a_form_with_far_too_much_in_it_is_refused(sign, monkeypatch):
    monkeypatch.setattr(form_cells, "TAGS_LIMIT", 5_000)
    monkeypatch.setattr(form_cells, "ATTRIBUTES_LIMIT", 5_000)
    read_form(blank())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info, old.read(info))
        new.writestr("xl/more.xml", sign * 6_000)
    assert refusal(out.getvalue()).code == "zip.too-much"


def test_workbooks_are_read_past_no_guard_although_lxml_is_there():
    assert openpyxl.DEFUSEDXML
    assert not openpyxl.LXML
