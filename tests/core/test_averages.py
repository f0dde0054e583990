import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.averages import mean, median

numbers = st.lists(st.floats(-1e6, 1e6) | st.integers(1, 5), min_size=1, max_size=30)


@given(numbers)
def test_averages_are_those_of_pythons_own_statistics(given_numbers):
    assert median(given_numbers) == statistics.median(given_numbers)
    assert mean(given_numbers) == statistics.fmean(given_numbers)


@pytest.mark.parametrize("average", [mean, median])
def test_of_nothing_there_is_no_average(average):
    with pytest.raises((ZeroDivisionError, IndexError)):
        average([])
