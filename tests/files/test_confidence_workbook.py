import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from statistics import median

import openpyxl
import pytest

from selfassess.core.confidence import STEPS
from selfassess.files.confidence_file import read_confidence
from selfassess.files.confidence_results import CHANGE, COUNTS, MEDIANS, SPREADS
from selfassess.files.confidence_results import FIRST_ROW as FIRST_RESULT
from selfassess.files.confidence_tally import FIRST_ITEM, FIRST_ROW, RETURNED, WHEN
from selfassess.files.confidence_workbook import to_bytes
from selfassess.words import words_in

CHECK = read_confidence()
TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def data():
    return to_bytes(CHECK, words_in("en"), TODAY, "1.2.3")


@pytest.fixture
def book(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def texts_of(sheet) -> list[str]:
    return [str(cell.value) for row in sheet for cell in row if cell.value is not None]


def test_equal_calls_give_equal_bytes(data):
    assert to_bytes(CHECK, words_in("en"), TODAY, "1.2.3") == data


def test_there_is_a_sheet_to_print_a_tally_and_results(book):
    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert shown == ["Sheet to print", "Tally", "Results"]
    assert all(sheet["A1"].value for sheet in book)


def test_the_sheet_to_print_holds_everything_on_one_page_of_a4(book):
    page = book["Sheet to print"]
    texts = " ".join(texts_of(page))
    for item in CHECK.items:
        assert item.text.say() in texts
    for text in (CHECK.title, CHECK.intro, CHECK.stem, CHECK.open_question):
        assert text.say() in texts
    assert CHECK.scale.lowest.say() in texts
    assert CHECK.scale.highest.say() in texts
    setup = page.page_setup
    assert (int(setup.paperSize), setup.orientation) == (9, "portrait")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 1)
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_no_sheet_asks_for_a_name(book):
    heads = [str(cell.value).casefold() for cell in book["Tally"][FIRST_ROW - 1]]
    assert not [head for head in heads if re.search(r"\b(name|role|email|team)\b", head)]


def test_answers_are_chosen_from_lists_and_nothing_else_is_taken(book):
    moments, answers = book["Tally"].data_validations.dataValidation
    last = FIRST_ROW + RETURNED - 1
    assert str(moments.sqref) == f"B{FIRST_ROW}:B{last}"
    assert str(answers.sqref) == f"C{FIRST_ROW}:{chr(66 + len(CHECK.items))}{last}"
    assert moments.showErrorMessage
    assert answers.showErrorMessage
    lists = book["Lists"]
    assert [lists.cell(row, 1).value for row in (2, 3)] == ["Before", "After"]
    assert [lists.cell(row, 2).value for row in range(2, 7)] == list(STEPS)
    assert (moments.formula1, answers.formula1) == ("Lists!$A$2:$A$3", "Lists!$B$2:$B$6")


def test_only_what_is_to_be_filled_in_can_be_changed(book):
    assert all(sheet.protection.sheet for sheet in book if sheet.sheet_state == "visible")
    tally = book["Tally"]
    assert tally.cell(FIRST_ROW, 1).protection.locked
    columns = range(WHEN, FIRST_ITEM + len(CHECK.items) + 1)
    assert not any(tally.cell(FIRST_ROW, column).protection.locked for column in columns)
    assert all(cell.protection.locked for row in book["Results"] for cell in row)


def test_an_answer_is_typed_as_a_number(book):
    tally = book["Tally"]
    assert tally.cell(FIRST_ROW, FIRST_ITEM).number_format == "0"
    assert tally.cell(FIRST_ROW, FIRST_ITEM + len(CHECK.items)).number_format == "@"


def test_the_chart_shows_both_moments_and_is_described(data, book):
    (chart,) = book["Results"]._charts
    assert len(chart.series) == 2
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert 'descr="For each question two bars' in drawing


def test_the_document_has_a_title_and_a_language(book):
    assert book.properties.title == CHECK.title.say()
    assert book.properties.language == "en"
    assert book.properties.creator == "Sharing readiness 1.2.3"


def test_a_text_that_looks_like_a_formula_stays_a_text():
    items = (CHECK.items[0].changed(title="=1+1", text="=2+2"), *CHECK.items[1:])
    made = to_bytes(CHECK.changed(items=items, stem="=3+3"), words_in("en"), TODAY, "1")
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book["Sheet to print"]["A5"].data_type == "s"


def test_results_are_formulas_over_the_tally(book):
    results = book["Results"]
    assert "Tally" in results.cell(FIRST_RESULT, SPREADS[0]).value
    assert "MEDIAN" in results.cell(FIRST_RESULT, MEDIANS[0]).value.text


BEFORE = [[1, 2, 2, 5, None], [3, 3, 3, 3, 3]]
AFTER = [[4, 5, None, 4], [3, 4, 4, 3]]


@pytest.mark.slow
def test_libreoffice_works_the_figures_out(book, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("soffice is not installed, so no figures were worked out")
    tally = book["Tally"]
    row = FIRST_ROW
    for moment, answers in (("Before", BEFORE), ("After", AFTER)):
        for person in zip(*answers, strict=True):
            tally.cell(row, WHEN).value = moment
            for number, step in enumerate(person):
                tally.cell(row, FIRST_ITEM + number).value = step
            row += 1
    book.move_sheet("Results", -2)  # the first sheet is the one that is written as a table
    book.save(tmp_path / "check.xlsx")
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, home, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "check.xlsx")], check=True, capture_output=True)
    rows = list(csv.reader((tmp_path / "check.csv").read_text(encoding="utf-8").splitlines()))
    for number, (before, after) in enumerate(zip(BEFORE, AFTER, strict=True)):
        said = [[step for step in steps if step] for steps in (before, after)]
        row = rows[FIRST_RESULT - 1 + number]
        assert [int(row[column - 1]) for column in COUNTS] == [len(steps) for steps in said]
        assert [float(row[column - 1]) for column in MEDIANS] == [median(s) for s in said]
        assert float(row[CHANGE - 1]) == median(said[1]) - median(said[0])
        spreads = [steps.count(step) for steps in said for step in STEPS]
        assert [int(count) for count in row[SPREADS[0] - 1 :]] == spreads
    unanswered = rows[FIRST_RESULT - 1 + len(BEFORE)]
    assert [unanswered[column - 1] for column in (*COUNTS, *MEDIANS, CHANGE)] == [
        "0",
        "0",
        *[""] * 3,
    ]
    assert rows[FIRST_RESULT - 1 + len(CHECK.items)][1:3] == ["5", "4"]
