"""Lists of thousands of entries, and what is seen of them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from selfassess.ui.models.entries import Entries, Entry
from selfassess.ui.parts.entry_list import EntryList

MANY = 10_000
HEADING = 20


class Maker:
    """Makes entries of one to four lines, and remembers which."""

    def __init__(self):
        self.made = set()

    def __call__(self, place):
        self.made.add(place)
        if place == HEADING:
            return Entry("", "Further away")
        return Entry(f"case-{place}", f"Case {place}", more="It took long. " * (place % 5 * 4))


@pytest.fixture
def maker():
    return Maker()


@pytest.fixture
def shown(qtbot, theme, maker):
    made = EntryList(theme, says="Cases")
    qtbot.addWidget(made)
    made.resize(400, 500)
    with qtbot.waitExposed(made):
        made.show()
    ids = ["" if place == HEADING else f"case-{place}" for place in range(MANY)]
    made.show_entries(Entries(ids, maker))
    made.choose("case-0")
    return made


def bottom_of(shown, row):
    return shown.visualRect(shown.model().index(row, 0)).bottom()


def in_view(shown):
    """The rows that can be seen at least in part."""
    height = shown.viewport().height()
    first, last = shown.indexAt(QPoint(5, 0)).row(), shown.indexAt(QPoint(5, height - 1)).row()
    return range(first, (last if last >= 0 else MANY - 1) + 1)


def test_only_entries_near_those_in_view_are_made(shown, maker, qtbot):
    shown.grab()
    assert max(maker.made) < 30


def test_each_row_begins_where_the_one_above_it_ends(shown):
    rows = in_view(shown)
    assert len(rows) > 3
    for row in rows[1:]:
        assert shown.visualRect(shown.model().index(row, 0)).top() == bottom_of(shown, row - 1) + 1


def test_a_row_is_as_high_as_its_words(shown):
    heights = {shown.visualRect(shown.model().index(row, 0)).height() for row in range(5)}
    assert len(heights) == 5


def test_an_entry_far_down_can_be_chosen_and_is_seen(shown, maker):
    shown.choose("case-7654")
    assert 7654 in in_view(shown)
    assert len(maker.made) < 100


def test_the_end_key_goes_to_the_last_entry_and_home_to_the_first(shown):
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.here == f"case-{MANY - 1}"
    assert bottom_of(shown, MANY - 1) <= shown.viewport().height()
    QTest.keyClick(shown, Qt.Key.Key_Home)
    assert shown.here == "case-0"
    assert shown.verticalScrollBar().value() == 0


def test_arrow_keys_go_from_entry_to_entry_over_headings_and_keep_them_in_view(shown):
    for _time in range(HEADING + 10):
        QTest.keyClick(shown, Qt.Key.Key_Down)
        row = shown.currentIndex().row()
        assert row in in_view(shown)
    assert shown.here == f"case-{HEADING + 11}"
    for _time in range(HEADING + 10):
        QTest.keyClick(shown, Qt.Key.Key_Up)
        assert shown.currentIndex().row() in in_view(shown)
    assert shown.here == "case-0"


def test_a_page_down_moves_on_by_what_is_in_view_and_a_page_up_comes_back(shown):
    QTest.keyClick(shown, Qt.Key.Key_PageDown)
    there = shown.currentIndex().row()
    assert 2 < there < 12
    QTest.keyClick(shown, Qt.Key.Key_PageUp)
    assert shown.currentIndex().row() < there


def test_scrolling_up_through_rows_never_seen_moves_by_as_much_as_was_asked(shown):
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    row = in_view(shown)[2]
    before = shown.visualRect(shown.model().index(row, 0)).top()
    for _time in range(5):
        bar.setValue(bar.value() - 20)
    assert shown.visualRect(shown.model().index(row, 0)).top() == before + 100


def test_rows_in_view_stay_where_they_are_when_words_change(shown, maker):
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    row = in_view(shown)[0]
    top = shown.visualRect(shown.model().index(row, 0)).top()
    here, ids = shown.currentIndex(), shown.model().entries.ids
    shown.model().show(Entries(ids, Maker()))
    shown.executeDelayedItemsLayout()
    assert shown.visualRect(shown.model().index(row, 0)).top() == top
    assert shown.currentIndex() == here


def test_a_click_chooses_an_entry_and_none_at_a_heading(shown, qtbot):
    with qtbot.waitSignal(shown.chosen) as chosen:
        place = shown.visualRect(shown.model().index(3, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["case-3"]
    shown.choose(f"case-{HEADING + 1}")
    heading = shown.visualRect(shown.model().index(HEADING, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert shown.here == f"case-{HEADING + 1}"


def test_an_entry_is_stepped_from(shown):
    shown.choose("case-600")
    assert shown.step(1) == "case-601"
    assert shown.ids[-1] == f"case-{MANY - 1}"


def test_a_list_of_nothing_shows_nothing(shown):
    shown.show_entries(())
    shown.grab()
    assert not shown.ids
    assert not shown.indexAt(QPoint(5, 5)).isValid()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert not shown.here
