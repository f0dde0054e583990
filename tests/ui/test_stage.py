from datetime import UTC, datetime, timedelta

import pytest

from selfassess.ui.stage import TEXT_SIZES, Stage, Way
from selfassess.ui.stopwatch import Stopwatch, clock, left_of

NINE = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


class Hour:
    def __init__(self):
        self.now = NINE

    def __call__(self):
        return self.now

    def pass_(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def hour():
    return Hour()


@pytest.fixture
def stage(qapp, hour):
    made = Stage(hour)
    yield made
    made.stop()


def test_time_is_said_in_minutes_and_seconds():
    assert [clock(s) for s in (0, 59.9, 126, 3600)] == ["0:00", "0:59", "2:06", "60:00"]
    assert left_of(174, 5) == 126
    assert left_of(340, 5) == -40


def test_a_stopwatch_leaves_pauses_out():
    watch = Stopwatch().start(NINE)
    later = NINE + timedelta(seconds=40)
    paused = watch.pause(later)
    assert watch.start(later) == watch
    assert paused.seconds(later + timedelta(hours=1)) == 40
    assert paused.start(later).seconds(later + timedelta(seconds=5)) == 45
    assert watch.seconds(NINE - timedelta(seconds=9)) == 0


def test_each_topic_has_its_own_time(stage, hour):
    stage.go_to("PU1")
    hour.pass_(60)
    stage.go_to("PU2")
    hour.pass_(30)
    assert stage.seconds == 30
    stage.go_to("PU1")
    hour.pass_(5)
    assert stage.seconds == 65


def test_the_timer_can_be_stopped_and_started(stage, hour):
    stage.go_to("PU1")
    hour.pass_(10)
    stage.pause()
    hour.pass_(100)
    assert (stage.seconds, stage.runs) == (10, False)
    stage.pause()
    assert stage.runs


def test_a_topic_stays_revealed_when_one_comes_back(stage):
    stage.go_to("PU1")
    stage.reveal(True)
    stage.go_to("PU2")
    assert not stage.revealed
    stage.go_to("PU1")
    assert stage.revealed


def test_a_second_vote_is_hidden_and_nobody_has_given_it_yet(stage):
    stage.go_to("PU1")
    stage.reveal(True)
    stage.vote_again()
    assert stage.again
    assert not stage.revealed
    stage.count_again("council", True)
    assert stage.has_voted_again("council")
    stage.count_again("council", False)
    assert not stage.has_voted_again("council")


def test_the_pace_counts_from_the_first_beginning(stage, hour):
    assert stage.minutes_since_beginning == 0
    stage.begin()
    hour.pass_(600)
    stage.begin()
    assert stage.minutes_since_beginning == 10


def test_the_projector_has_text_sizes_of_its_own(stage):
    stage.step_text(-1)
    assert stage.text_size == TEXT_SIZES[0]
    for _ in range(5):
        stage.step_text(1)
    assert stage.text_size == TEXT_SIZES[-1]


@pytest.mark.parametrize(
    "act",
    [
        lambda s: s.go_to("PU1"),
        lambda s: s.begin(),
        lambda s: s.warm_up(True),
        lambda s: s.show_nothing(True),
        lambda s: s.vote_by(Way.HANDS),
        lambda s: s.step_text(1),
        lambda s: s.pause(),
    ],
)
def test_everything_on_stage_is_told(stage, qtbot, act):
    with qtbot.waitSignal(stage.changed):
        act(stage)


def test_the_same_topic_again_is_no_news(stage, qtbot):
    stage.go_to("PU1")
    with qtbot.assertNotEmitted(stage.changed):
        stage.go_to("PU1")
