import io
import re
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from selfassess.core.results import Results
from selfassess.files import workbook, workbook_page
from selfassess.reports.book import (
    Book,
    Cell,
    Chart,
    Choice,
    Kind,
    Row,
    Series,
    Shape,
    Sheet,
    Span,
    ValueList,
    header,
    holdable,
    opening,
)
from selfassess.reports.report import build
from tests.files.office import converted
from tests.reports.small import ACTIONS, TODAY, WORDS, small


@pytest.fixture(scope="module")
def results() -> Results:
    return small(actions=ACTIONS)


@pytest.fixture(scope="module")
def book(results) -> Book:
    return build(results, WORDS, TODAY, "1.2", earlier=small())


@pytest.fixture(scope="module")
def data(book) -> bytes:
    return workbook.to_bytes(book)


@pytest.fixture(scope="module")
def opened(data) -> Workbook:
    return load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def shown(data) -> Workbook:
    return load_workbook(io.BytesIO(data), data_only=True)


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def simple(*rows: Row, **facts: object) -> Book:
    told = {"widths": (12.0, 12.0), **facts}
    sheet = Sheet("one", "One", rows, **told)
    return Book("A title", "cy", TODAY, "me", (sheet,))


def one(cell: Cell) -> object:
    made = load_workbook(io.BytesIO(workbook.to_bytes(simple(Row((cell,))))))
    return made["One"]["A1"]


def test_the_workbook_shows_the_same_numbers_as_the_results(results, shown):
    profile = {row[1].value: row for row in shown["Profile"].iter_rows(min_row=6, max_row=9)}
    for score in results.dimensions:
        row = profile[score.dimension.name.say()]
        assert [cell.value for cell in row[2:5]] == [score.value, score.low, score.high]
        assert row[8].value == score.coverage
    answers = {row[0].value: row for row in shown["Answers"].iter_rows(min_row=6)}
    for topic in results.topics:
        row = answers[topic.id]
        assert row[4].value == topic.value
        assert [cell.value for cell in row[6:8]] == [topic.low, topic.high]
        assert tuple(cell.value for cell in row[8:13]) == topic.counts
        assert row[13].value == topic.dont_know
        assert row[14].value == topic.not_applicable
    partners = shown["Partners"]
    for place, organisation in enumerate(results.round.organisations):
        for row, score in enumerate(results.dimensions, start=6):
            told = partners.cell(row, 2 + place).value
            assert told == results.organisation_value(organisation.id, score.id)
    barriers = {row[1].value: row for row in shown["Barriers"].iter_rows(min_row=6)}
    for found in results.barriers:
        assert barriers[found.barrier.name.say()][3].value == found.strength


def test_formulas_come_with_the_figures_that_they_should_come_to(book, opened, shown):
    for sheet in book.sheets:
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row.cells, start=1):
                if cell.kind is Kind.FORMULA:
                    assert opened[sheet.name].cell(number, column).value == cell.formula
                    expected = cell.value if cell.value != "" else None
                    assert shown[sheet.name].cell(number, column).value == expected


def without_figures(data: bytes) -> bytes:
    """The same workbook, but whoever opens it has to work out the formulas."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"</f><v>[^<]*</v>", b"</f>", part)
            new.writestr(name, part)
    return stream.getvalue()


@pytest.mark.slow
def test_libreoffice_works_out_the_figures_of_the_program(book, data, tmp_path):
    path = tmp_path / "report.xlsx"
    path.write_bytes(without_figures(data))
    again = load_workbook(converted(path, tmp_path / "out"), data_only=True)
    checked = 0
    for sheet in book.sheets:
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row.cells, start=1):
                if cell.kind is not Kind.FORMULA:
                    continue
                found = again[sheet.name].cell(number, column).value
                checked += 1
                if isinstance(cell.value, str):
                    assert (found or "") == cell.value, (sheet.name, number, column)
                else:
                    assert found == pytest.approx(cell.value), (sheet.name, number, column)
    assert checked > 50


def test_equal_books_give_equal_bytes(book, data):
    assert workbook.to_bytes(book) == data


def test_the_document_says_its_title_language_and_date(opened):
    told = opened.properties
    assert told.title == "Sharing readiness: Tiny partnership"
    assert told.language == "en"
    assert told.creator == "Sharing readiness 1.2"
    assert told.created == told.modified == datetime.combine(TODAY, time())


def test_text_of_people_is_never_a_formula(opened):
    plan = opened["Action plan"]
    texts = [row[0] for row in plan.iter_rows(min_row=6, max_row=7)]
    assert ("=SUM(A1)", "s") in [(cell.value, cell.data_type) for cell in texts]


WRITTEN = st.text(alphabet=st.characters(), max_size=60)
OF_TEXT = st.sampled_from(
    [Kind.TEXT, Kind.STRONG, Kind.NOTE, Kind.WORD, Kind.ENTRY, Kind.TITLE, Kind.REMARK]
)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(WRITTEN, OF_TEXT), min_size=1, max_size=40))
def test_any_text_survives_a_workbook_as_text(written):
    rows = (Row((Cell("T", Kind.TITLE),)), *(Row((Cell(text, kind),)) for text, kind in written))
    sheet = load_workbook(io.BytesIO(workbook.to_bytes(simple(*rows))))["One"]
    for place, (text, _kind) in enumerate(written, start=2):
        found = sheet.cell(place, 1)
        assert (found.value or "").replace("_x005F_x", "_x") == holdable(text)
        assert found.value is None or found.data_type == "s"


def test_what_reads_like_the_code_of_a_character_stays_as_it_was_typed():
    data = workbook.to_bytes(simple(Row((Cell("a_x0041_b_x"),))))
    assert ">a_x005F_x0041_b_x<" in parts(data)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "1", "2026-11-25", "TRUE", "#N/A", "{=1}"]
)
def test_what_looks_like_more_is_text(text):
    found = one(Cell(text))
    assert (found.value, found.data_type) == (text, "s")


def test_headers_titles_and_footers_bear_any_text_too():
    odd = "=A & B\x07\r\nC"
    made = Book(
        odd, "en", TODAY, odd, (Sheet("one", "One", (*opening(odd), header(odd)), (9.0,), 5),)
    )
    again = load_workbook(io.BytesIO(workbook.to_bytes(Book(**{**fields(made), "footer": odd}))))
    assert again["One"]["A5"].value == "=A & B\nC"
    assert again["One"].oddFooter.left.text == "=A && B C – One"


def fields(book: Book) -> dict[str, object]:
    return {name: getattr(book, name) for name in ("title", "language", "date", "author", "sheets")}


def test_tables_are_marked_with_their_header_row(book, opened):
    for sheet in book.sheets:
        tables = opened[sheet.name].tables
        if not sheet.header:
            assert not tables
            continue
        table = tables[f"Table_{sheet.key}"]
        assert table.ref.startswith(f"A{sheet.header}:")
        assert table.headerRowCount == 1
        assert (table.autoFilter is not None) == sheet.filtered
        heads = [cell.value for cell in sheet.rows[sheet.header - 1].cells]
        assert [column.name for column in table.tableColumns] == heads


def test_no_cells_are_merged_and_no_gridlines_shown(opened):
    for sheet in opened.worksheets:
        assert not sheet.merged_cells.ranges
        if sheet.sheet_state == "visible":
            assert not sheet.sheet_view.showGridLines


def test_headers_stay_in_sight_and_are_printed_on_each_page(opened):
    answers = opened["Answers"]
    assert answers.freeze_panes == "C6"
    assert answers.print_title_rows == "$5:$5"
    assert answers.print_title_cols == "$A:$B"
    assert answers.print_area == "'Answers'!$A$1:$O$13,'Answers'!$P$5:$U$13"


def test_pages_are_a4_and_the_summary_is_one(opened):
    assert {sheet.page_setup.paperSize for sheet in opened.worksheets[:-1]} == {"9"} or {9}
    summary = opened["Summary"]
    assert summary.page_setup.orientation == "portrait"
    assert (summary.page_setup.fitToWidth, summary.page_setup.fitToHeight) == (1, 1)
    assert summary.sheet_properties.pageSetUpPr.fitToPage
    assert opened["Method"].page_setup.fitToHeight == 0
    assert summary.oddFooter.right.text == "Page &P of &N"


def test_a_sheet_of_several_pages_is_scaled_so_that_the_widest_fits():
    wide = Sheet("w", "W", (), (10.0,) * 30, keep_columns=1, breaks=(10, 20))
    assert workbook_page.scale(wide) == 100
    assert workbook_page.scale(Sheet("w", "W", (), (40.0,) * 30, 0, 1, breaks=(10, 20))) == 27
    assert workbook_page.scale(Sheet("w", "W", (), (5000.0,), breaks=())) == 10
    upright = Sheet("w", "W", (), (90.0, 40.0), landscape=False, breaks=(1,))
    assert workbook_page.scale(upright) == 93


def test_charts_are_native_and_described_for_those_who_don_t_see_them(book, opened, data):
    assert len(opened["Profile"]._charts) == 2
    assert len(opened["Summary"]._charts) == 1
    drawings = [text for name, text in parts(data).items() if name.startswith("xl/drawings/d")]
    told = "".join(drawings)
    for sheet in book.sheets:
        for chart in sheet.charts:
            assert f'descr="{chart.description}"' in told
            assert f'name="{chart.title}"' in told


def test_charts_read_the_cells_of_the_profile(data):
    charts = "".join(text for name, text in parts(data).items() if name.startswith("xl/charts/c"))
    for place in ("$B$6:$B$9", "$C$6:$C$9", "$L$6:$L$9", "$M$6:$M$9", "$N$6:$N$9"):
        assert f"'Profile'!{place}" in charts
    assert "3 Essential" in charts


def test_a_chart_of_its_own_sheet_may_have_no_whiskers():
    values = Series("Level", Span(2, 2, 3, 2))
    chart = Chart(Shape.BARS, "T", "D", Span(2, 1, 3, 1), (values,), 5, 1, 10, 5.0)
    rows = (Row((Cell("T", Kind.TITLE),)), Row((Cell("a"), Cell(1.0, Kind.VALUE))))
    text = "".join(parts(workbook.to_bytes(simple(*rows, charts=(chart,)))).values())
    assert "'One'!$B$2:$B$3" in text
    assert "errBars" not in text


def test_levels_are_tinted_by_their_lower_level(opened):
    rules = opened["Partners"].conditional_formatting
    (shaded,) = list(rules)
    assert str(shaded.sqref) == "B6:D9"
    bounds = [rule.formula for rule in shaded.rules]
    assert bounds[0] == ["1", "1.9999999"]
    assert bounds[4] == ["5", "5.9999999"]
    assert shaded.rules[4].dxf.fill.bgColor.rgb == "00649DB6"


def test_the_held_band_has_the_tint_of_the_level_that_holds(opened):
    band = opened["Profile"]["F8"]
    assert band.value == "2 Depends on people (3 without LA1)"
    assert band.fill.fgColor.rgb == "00EAD9B8"


def test_the_plan_offers_statuses_owners_and_barriers_from_a_hidden_list(opened):
    lists = opened["Lists"]
    assert lists.sheet_state == "hidden"
    assert [cell.value for cell in lists["A"] if cell.value] == [
        "Statuses",
        "Not started",
        "Under way",
        "Done",
        "Stuck",
    ]
    offered = {
        str(v.sqref): (v.formula1, v.showErrorMessage)
        for v in opened["Action plan"].data_validations.dataValidation
    }
    assert offered["E6:E22"] == ("=Statuses", True)
    assert offered["C6:C22"] == ("=Owners", False)
    assert opened.defined_names["Statuses"].attr_text == "Lists!$A$2:$A$5"


def test_dates_are_dates_and_other_due_words_stay_words(opened):
    rows = {row[0].value: row[3] for row in opened["Action plan"].iter_rows(min_row=6, max_row=7)}
    assert rows["Write it"].value == datetime.combine(date(2026, 12, 24), time())
    assert rows["Write it"].number_format == "d mmmm yyyy"
    assert rows["=SUM(A1)"].value == "soon"


def test_a_book_without_lists_or_tables_is_written_too():
    made = load_workbook(io.BytesIO(workbook.to_bytes(simple(Row((Cell("T", Kind.TITLE),))))))
    assert made.sheetnames == ["One"]
    assert made["One"].freeze_panes is None


def test_a_table_without_rows_has_an_empty_one():
    made = simple(*opening("T"), header("A", "B"), header=5, filtered=True)
    again = load_workbook(io.BytesIO(workbook.to_bytes(made)))
    assert again["One"].tables["Table_one"].ref == "A5:B6"


def test_links_lead_to_their_address(opened):
    links = [cell.hyperlink.target for cell in opened["Case studies"]["L"] if cell.hyperlink]
    assert links == ["https://example.org/r"] * 3


def test_hidden_and_protected_sheets_and_open_cells():
    entry = Row((Cell("T", Kind.TITLE), Cell(None, Kind.ENTRY), Cell(date(2026, 1, 2), Kind.DATE)))
    made = simple(entry, protected=True, hidden=True)
    plain = Sheet("two", "Two", (entry,), (9.0,))
    book = Book("t", "en", TODAY, "me", (plain, *made.sheets), (ValueList("L", (1, "x")),))
    again = load_workbook(io.BytesIO(workbook.to_bytes(book)))
    assert again["One"].sheet_state == "hidden"
    assert again["One"].protection.sheet
    assert again["One"]["A1"].protection.locked
    assert not again["One"]["B1"].protection.locked
    assert [cell.value for cell in again["Lists"]["A"]] == ["L", 1, "x"]


def test_a_choice_can_prompt_and_refuse():
    choice = Choice(Span(1, 1, 2, 1), "L", prompt="Choose.", refusal="Not that.")
    made = simple(Row((Cell("T", Kind.TITLE),)), choices=(choice,))
    again = load_workbook(io.BytesIO(workbook.to_bytes(made)))
    (offered,) = again["One"].data_validations.dataValidation
    assert (offered.prompt, offered.error) == ("Choose.", "Not that.")
    assert (offered.showInputMessage, offered.showErrorMessage) == (True, True)


def test_columns_are_measured_in_the_letters_that_are_used(data):
    assert (
        '<font><name val="Arial"/><family val="2"/><sz val="11"/></font>'
        in (parts(data)["xl/styles.xml"])
    )


def test_a_span_without_cells_is_not_tinted():
    for nothing in (Span(1, 2, 3, 1), Span(2, 1, 1, 3)):
        made = workbook.to_bytes(simple(Row((Cell("x"),)), shaded=(nothing,)))
        sheet = load_workbook(io.BytesIO(made))["One"]
        assert list(sheet.conditional_formatting) == []
