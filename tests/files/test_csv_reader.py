import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.files import csv_reader
from selfassess.files.csv_reader import read_rows
from selfassess.files.spoofing import straight
from tests.files.values import problems_of, said, spots, written

NEEDED, OPTIONAL = ("name", "level"), ("note",)


@pytest.fixture
def table(tmp_path):
    def read(text: str | bytes):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "a.csv").write_bytes(data)
        return read_rows(tmp_path / "a.csv", NEEDED, OPTIONAL)

    return read


def cells(read) -> list[dict[str, str]]:
    rows, _problems = read
    return [{name: cell.text for name, cell in row.cells.items()} for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "name,level,note\nAnn,3,good\n",
        "\ufeffname,level,note\nAnn,3,good",
        "\r\nName ; LEVEL;note\r\nAnn; 3 ;good\r\n;;\r\n",
        "name\tlevel\tnote\rAnn\t3\tgood\r",
        '"name","level","note"\n"Ann","3","good"\n',
        "\n\nname,level,note,,\n\nAnn,3,good,,\n,,,\n",
    ],
)
def test_tables_are_read_as_spreadsheets_save_them(table, text):
    assert cells(table(text)) == [{"name": "Ann", "level": "3", "note": "good"}]


def test_columns_may_come_in_any_order_and_optional_ones_may_be_missing(table):
    rows, problems = table("level,name\n3,Ann\n")
    assert problems == []
    assert rows[0].text("name") == "Ann"
    assert rows[0].text("note") == ""


def test_quoted_cells_hold_commas_quotes_and_lines(table):
    rows, _problems = table('name,level,note\nAnn,3,"a, ""b""\nc"\nBob,2,5" pipe\n')
    assert [row.text("note") for row in rows] == ['a, "b"\nc', '5" pipe']
    assert [row.line for row in rows] == [2, 4]


def test_a_problem_has_the_line_and_column_of_its_cell(table):
    rows, _problems = table('name,level,note\n"a\nb",3,c\nAnn\n')
    assert spots([rows[0].problem("x", "level")]) == [("x", 3, 4)]
    assert spots([rows[1].problem("x", "level")]) == [("x", 4, 1)]


def test_the_first_line_tells_everything_that_is_wrong_with_it(table):
    assert said(problems_of(table, "naem,note,note,colour\n"))[0].partition(": ")[2] == (
        "“naem” is no column here. Did you mean “name”?"
    )
    assert spots(problems_of(table, "naem,note,note,colour\n")) == [
        ("table.unknown-column", 1, 1),
        ("table.repeated-column", 1, 11),
        ("table.unknown-column", 1, 16),
        ("table.missing-column", 1, 1),
    ]


def test_a_table_without_a_word_is_told(table):
    assert spots(problems_of(table, "")) == [("table.empty", 0, 0)]
    assert spots(problems_of(table, ",,\n,\n")) == [("table.empty", 0, 0)]


def test_a_cell_too_many_is_told(table):
    _rows, problems = table("name,level,note\nAnn,3,good, not bad\nBob,2,,\n")
    assert spots(problems) == [("table.too-many-cells", 2, 12)]


@pytest.mark.parametrize("text", ['Ann,3,"never closed\n', 'Ann,3,"closed" and more\n'])
def test_a_quote_that_does_not_close_its_cell_is_told(table, text):
    assert spots(problems_of(table, "name,level,note\n" + text)) == [("table.quote-open", 2, 7)]


def test_a_table_in_another_encoding_is_told_where(table):
    assert spots(problems_of(table, b"name,level\nJos\xe9,3\n")) == [("file.not-utf8", 2, 4)]


_cells = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=8)


@given(st.lists(st.tuples(_cells, _cells, _cells), max_size=5), st.sampled_from(",;\t"))
def test_what_a_spreadsheet_writes_is_what_is_read(rows, separator):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([(*NEEDED, *OPTIONAL), *rows])
    records = csv_reader._records(out.getvalue(), "f")
    wanted = [[straight(cell).strip() for cell in row] for row in rows]
    assert [[cell.text for cell in record] for record in list(records)[1:]] == [
        row for row in wanted if any(row)
    ]


@given(st.text(alphabet='a,;"\n\t \x00é', max_size=40))
def test_any_text_is_read_or_gets_a_sentence(text):
    assert all(said(problems_of(lambda: list(csv_reader._records(text, "f")))))


def test_a_table_of_far_too_many_cells_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_reader, "CELLS_LIMIT", 4)
    path = written(tmp_path / "a.csv", "a,b\n1,2\n3,4\n")
    (problem,) = problems_of(read_rows, path, ("a", "b"), ())
    assert (problem.code, problem.line) == ("table.too-much", 3)
