import pytest

from selfassess.files.workbook_heights import height, is_short, lines
from selfassess.reports.book import Cell, Kind, Row


def one(text: str | None, kind: Kind = Kind.TEXT, width: float = 20) -> float:
    return height(Row((Cell(text, kind),)), (width,))


def test_a_row_is_as_high_as_its_highest_cell():
    both = Row((Cell("short"), Cell("long enough for two lines at least")))
    assert height(both, (20, 20)) == one("long enough for two lines at least")
    assert height(both, (20, 20)) > one("short")


def test_an_empty_row_has_the_height_of_a_line():
    assert height(Row(), ()) == pytest.approx(14.3)


def test_a_told_height_holds():
    assert height(Row((Cell("x" * 500),), height=7), (10,)) == 7


def test_no_row_is_higher_than_a_spreadsheet_allows():
    assert one("word " * 5000) == 409


def test_a_title_is_one_line_however_long():
    assert one("A very long title " * 9, Kind.TITLE) == one("A", Kind.TITLE)


def test_bold_text_needs_more_room():
    text = "some words that nearly fill this line"
    widths = range(15, 60)
    assert all(lines(text, w, bold=True) >= lines(text, w) for w in widths)
    assert any(lines(text, w, bold=True) > lines(text, w) for w in widths)


def test_lines_are_counted_by_words_and_breaks():
    assert lines("", 20) == 1
    assert lines("one\ntwo\n\nfour", 20) == 4
    assert lines("aaaa bbbb", 8) == 2
    assert lines("a" * 100, 10) > 5
    assert lines("a", 0) == 1


def test_rows_of_two_lines_are_short():
    assert is_short(one("x"))
    assert not is_short(one("a\nb\nc"))
