from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.small_numbers import SMALLEST_GROUP, protected, shown, total

counts_of_places = st.lists(st.integers(0, 6), max_size=7)


def test_one_and_two_are_withheld_and_none_is_not():
    assert [shown(count) for count in range(5)] == [0, None, None, 3, 4]


def test_a_withheld_part_takes_another_with_it_where_the_sum_is_known():
    assert protected([5, 2, 9, 4], adds_up=True) == (5, None, 9, None)
    assert protected([5, 2, 9, 4], adds_up=False) == (5, None, 9, 4)


def test_a_nought_hides_nothing_so_it_is_the_last_to_be_withheld():
    assert protected([0, 1, 7], adds_up=True) == (0, None, None)
    assert protected([0, 1, 1], adds_up=True) == (None, None, None)


def test_what_small_groups_hold_is_withheld_whatever_it_counts():
    assert protected([0, 5, 6], adds_up=True, small=[0]) == (None, None, 6)
    assert protected([0, 5, 6], adds_up=False, small=[0]) == (None, 5, 6)


def test_two_withheld_that_stand_for_two_places_together_need_a_third():
    assert protected([1, 1, 8, 3], adds_up=True) == (None, None, 8, None)
    assert protected([1, 2, 8, 3], adds_up=True) == (None, None, 8, 3)


@given(counts_of_places)
def test_nothing_can_be_worked_out_by_taking_away(counts):
    cells = protected(counts, adds_up=True)
    hidden = [count for count, cell in zip(counts, cells, strict=True) if cell is None]
    assert not any(cell is not None and 0 < cell < SMALLEST_GROUP for cell in cells)
    if hidden and sum(counts) >= SMALLEST_GROUP:
        assert len(hidden) > 1
        assert sum(hidden) >= SMALLEST_GROUP


@given(counts_of_places, st.booleans())
def test_a_row_with_a_withheld_cell_has_no_total_and_others_the_sum_of_their_parts(counts, adds_up):
    cells = protected(counts, adds_up=adds_up)
    assert total(cells) == (None if None in cells else sum(counts))
