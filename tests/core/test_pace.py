import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core.pace import Timing, minutes_for_topics, pace

TOPICS = st.integers(1, 40)
ELAPSED = st.floats(0, 400, allow_nan=False)


def test_two_hours_leave_seventy_minutes_for_topics():
    assert minutes_for_topics(120) == 70


@pytest.mark.parametrize(
    ("done", "elapsed", "timing", "minutes", "behind"),
    [
        (0, 0, Timing.ON_TIME, 0, 0),
        (0, 5, Timing.ON_TIME, 0, 1),
        (0, 7, Timing.BEHIND, 2, 1),
        (6, 34, Timing.ON_TIME, 0, 0),
        (6, 39, Timing.BEHIND, 4, 1),
        (6, 45, Timing.BEHIND, 10, 3),
        (6, 28, Timing.AHEAD, 2, 0),
        (13, 200, Timing.BEHIND, 130, 1),
        (14, 60, Timing.FINISHED, 0, 0),
    ],
)
def test_fourteen_topics_in_two_hours(done, elapsed, timing, minutes, behind):
    told = pace(120, 14, done, elapsed)
    assert (told.timing, told.minutes) == (timing, pytest.approx(minutes))
    assert told.behind == (behind if timing is Timing.BEHIND else 0)


def test_what_is_left_shares_the_time_that_is_left():
    told = pace(120, 14, 8, 40)
    assert told.left == 6
    assert told.each == pytest.approx(5)
    assert pace(120, 14, 8, 900).each == 0


def test_without_minutes_everything_is_late_and_nothing_breaks():
    told = pace(0, 3, 0, 1)
    assert told.timing is Timing.BEHIND
    assert told.behind == 3


def test_without_topics_it_is_finished():
    assert pace(120, 0, 0, 10).timing is Timing.FINISHED


@given(TOPICS, ELAPSED, st.data())
def test_who_has_finished_more_is_never_further_behind(topics, elapsed, data):
    done = data.draw(st.integers(0, topics - 1))
    slower, faster = pace(120, topics, done, elapsed), pace(120, topics, done + 1, elapsed)
    assert faster.behind <= slower.behind
    assert faster.left == slower.left - 1
    assert slower.behind <= slower.left


@given(TOPICS, ELAPSED, ELAPSED, st.data())
def test_time_never_makes_anyone_faster(topics, one, other, data):
    done = data.draw(st.integers(0, topics - 1))
    early, late = sorted((one, other))
    before, after = pace(120, topics, done, early), pace(120, topics, done, late)
    assert before.behind <= after.behind
    assert before.each >= after.each
