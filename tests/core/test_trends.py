import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.portfolio import portfolio_of
from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.core.trends import trends
from tests.core.returned import a_round, dimension, returned

levels = st.sampled_from((None, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0))


def moved(at, before, after, **fields):
    """A place that stood at one value of purpose in its first round, and at another in its last."""
    rounds = (
        a_round(dimensions=(dimension("purpose", before),), **fields),
        a_round(dimensions=(dimension("purpose", after),)),
    )
    return returned(at, rounds=rounds)


def found(*pairs):
    return trends(portfolio_of([moved(at, *pair) for at, pair in enumerate(pairs)]))


def test_half_a_level_or_more_is_a_move_and_less_is_the_same():
    pairs = [(2.0, 2.5)] * 3 + [(2.0, 2.4)] * 4 + [(3.0, 2.0)] * 5
    (trend,) = found(*pairs)
    assert (trend.up, trend.same, trend.down, trend.compared) == (3, 4, 5, 12)
    assert (trend.change.lower, trend.change.upper) == pytest.approx((-1.0, 0.425))


def test_a_place_with_one_round_or_an_unknown_value_is_not_compared():
    places = [returned(9), moved(1, None, 2.0), moved(2, 2.0, None)]
    assert trends(portfolio_of(places)) == ()
    without = returned(3, rounds=(a_round(), a_round(dimensions=(dimension("legal", 2.0),))))
    assert trends(portfolio_of([without])) == ()


def test_rounds_of_different_questionnaires_are_not_compared():
    other = {"questionnaire": {"id": "tiny", "version": "2"}}
    assert trends(portfolio_of([moved(at, 1.0, 4.0, **other) for at in range(4)])) == ()


def test_the_last_two_rounds_are_compared():
    rounds = tuple(a_round(dimensions=(dimension("purpose", value),)) for value in (5.0, 1.0, 2.0))
    (trend,) = trends(portfolio_of([returned(at, rounds=rounds) for at in range(3)]))
    assert (trend.up, trend.down, trend.change.middle) == (3, 0, 1.0)


def test_small_numbers_have_no_sum():
    (trend,) = found((1.0, 2.0), *[(2.0, 2.0)] * 5)
    assert (trend.up, trend.same, trend.down, trend.compared) == (None, None, 0, None)
    (few,) = found((1.0, 2.0), (1.0, 2.0))
    assert few.change is None


@given(st.lists(st.tuples(levels, levels), max_size=20))
def test_what_moved_adds_up_or_is_withheld(pairs):
    both = sum(None not in pair for pair in pairs)
    for trend in found(*pairs):
        cells = (trend.up, trend.same, trend.down)
        assert not any(c is not None and 0 < c < SMALLEST_GROUP for c in cells)
        assert trend.compared == (None if None in cells else both)
