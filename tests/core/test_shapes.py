from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.comparison import Move
from selfassess.core.shapes import Arrow, Bar, Scale, arrow, bar, cells, side_by_side, stack

SCALE = Scale(0, 5, 100, 500)


def test_a_level_lies_in_proportion():
    assert SCALE.at(0) == 100
    assert SCALE.at(2.5) == 350
    assert SCALE.at(5) == 600


def test_a_level_beyond_an_end_lies_at_that_end():
    assert Scale(1, 5, 0, 40).at(0) == 0
    assert Scale(1, 5, 0, 40).at(9) == 40


def test_ticks_are_the_levels_from_one_to_five():
    assert SCALE.ticks == ((1, 200), (2, 300), (3, 400), (4, 500), (5, 600))
    assert Scale(1, 5, 0, 4).ticks == ((1, 0), (2, 1), (3, 2), (4, 3), (5, 4))


def test_the_essential_line_lies_at_level_three():
    assert SCALE.essential == SCALE.at(3)


def test_a_bar_ends_at_its_value():
    assert bar(3.2, 3.2, 3.2, held=False) == Bar(3.2, None, None)


def test_a_held_bar_ends_at_two_and_shows_where_it_would_be():
    assert bar(3.125, 2.875, 3.375, held=True) == Bar(2.0, 3.125, (2.875, 3.375))


def test_holding_changes_nothing_at_two_or_below():
    assert bar(1.8, 1.8, 1.8, held=True) == Bar(1.8, None, None)


def test_an_unknown_dimension_has_bounds_but_no_bar():
    assert bar(None, 1, 5, held=False) == Bar(None, None, (1, 5))


def test_a_dimension_that_does_not_apply_has_nothing():
    assert bar(None, None, None, held=False) == Bar(None, None, None)


def test_marks_with_room_stay_where_they_belong():
    assert side_by_side([10, 30, 20], 10) == (10, 30, 20)


def test_marks_of_one_value_stand_side_by_side_around_it():
    assert side_by_side([50, 50, 50], 10) == (40, 50, 60)


def test_marks_that_are_pushed_push_their_neighbours():
    assert side_by_side([50, 50, 54], 10) == pytest.approx((124 / 3, 154 / 3, 184 / 3))


def test_no_marks_need_no_room():
    assert side_by_side([], 10) == ()


@given(st.lists(st.floats(0, 500), max_size=12), st.floats(0, 20))
def test_marks_never_lie_closer_than_the_gap_and_keep_their_order_and_middle(places, gap):
    moved = side_by_side(places, gap)
    order = sorted(range(len(places)), key=lambda which: places[which])
    for one, other in pairwise(order):
        assert moved[other] - moved[one] >= gap - 1e-6
    assert sum(moved) == pytest.approx(sum(places), abs=1e-6)


def test_rows_are_stacked_with_a_line_between_groups():
    made = stack([2, 1], 28, 8)
    assert made.tops == (0, 28, 64)
    assert made.lines == (60,)
    assert made.height == 92


def test_cells_share_the_length_and_leave_gaps():
    made = cells(3, 10, 62, 1)
    assert [cell.left for cell in made] == [10, 31, 52]
    assert {cell.width for cell in made} == {20}


def test_no_cells_take_no_room():
    assert cells(0, 10, 60, 2) == ()


def test_what_moved_is_shown_from_where_to_where():
    assert arrow(2.0, 2.5, Move.UP) == Arrow(2.0, 2.5)
    assert arrow(2.5, 2.0, Move.DOWN) == Arrow(2.5, 2.0)


def test_what_stays_the_same_is_shown_in_the_middle():
    assert arrow(2.0, 2.4, Move.SAME) == Arrow(2.2, 2.2)
