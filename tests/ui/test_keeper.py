from threading import Event

import pytest
from PySide6.QtCore import QTimer

from selfassess.core import edits
from selfassess.files import assessment_file, atomic
from selfassess.files.journal import Journal, earlier_versions
from selfassess.ui.keeper import Hands, Keeper, Pace, Place, Safety
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.worker import ThreadWorker
from tests import builders
from tests.ui.conftest import NEVER, NOW, NowWorker

MAIN = builders.questionnaire()
CARRIED = ((MAIN,), ())


@pytest.fixture
def keep(tmp_path, qtbot):
    """Opens an assessment and keeps it; returns both."""
    made = []

    def make(value=None, *, in_file=True, pace=None, worker=None):
        value = value or builders.assessment()
        path, digest = None, ""
        if in_file:
            path = tmp_path / "a.selfassess"
            digest = assessment_file.write(path, value, *CARRIED)
        opened = OpenAssessment(value, builders.content(MAIN), lambda *_: None)
        place = Place(Journal(tmp_path), tmp_path, "key", path, digest)
        pace = pace or Pace(NEVER, NEVER)
        worker = worker or NowWorker()
        hands = Hands(worker, worker)
        keeper = Keeper(opened, lambda: CARRIED, place, hands, lambda: NOW, pace, opened)
        made.append((opened, keeper))
        return opened, keeper

    yield make
    for opened, _keeper in made:
        opened.close()


def answer(opened, level=3):
    opened.edit(edits.say(opened.value, "council-1", "PU1", level), "Answer")


def in_file(tmp_path):
    return assessment_file.read(tmp_path / "a.selfassess").assessment


def test_a_change_is_saved_by_itself(keep, tmp_path, qtbot):
    opened, keeper = keep(pace=Pace(NEVER, 0))
    answer(opened)
    assert keeper.safety is Safety.SAVING
    qtbot.waitUntil(lambda: keeper.safety is Safety.SAVED)
    assert in_file(tmp_path) == opened.value


def test_saving_leaves_the_windows_thread_free(keep, tmp_path, qtbot):
    worker = ThreadWorker()
    opened, keeper = keep(worker=worker)
    answer(opened)
    keeper.save()
    worker.finish()
    assert keeper.safety is Safety.SAVED
    assert in_file(tmp_path) == opened.value
    worker.close()


def test_every_change_goes_to_the_journal_also_without_a_file(keep, tmp_path, qtbot):
    opened, keeper = keep(in_file=False, pace=Pace(0, NEVER))
    assert keeper.safety is Safety.NO_FILE
    answer(opened)
    qtbot.waitUntil(lambda: Journal(tmp_path).found() != ())
    (found,) = Journal(tmp_path).found()
    assert found.opened.assessment == opened.value
    assert found.file is None


def test_the_journal_is_dropped_once_the_file_holds_all(keep, tmp_path):
    opened, keeper = keep()
    answer(opened)
    keeper.keep_in_journal()
    assert len(Journal(tmp_path).found()) == 1
    keeper.save()
    assert Journal(tmp_path).found() == ()


def test_a_change_by_somebody_else_stops_saving(keep, tmp_path, qtbot):
    opened, keeper = keep()
    theirs = builders.assessment(answers="PU2=1")
    assessment_file.write(tmp_path / "a.selfassess", theirs, *CARRIED)
    answer(opened)
    with qtbot.waitSignal(keeper.changed_elsewhere):
        keeper.save()
    assert keeper.safety is Safety.STOPPED
    answer(opened, 4)
    keeper.save()
    assert in_file(tmp_path) == theirs


def test_a_refusal_of_the_disk_is_said_and_tried_again(keep, tmp_path, monkeypatch):
    opened, keeper = keep()
    answer(opened)
    path = tmp_path / "a.selfassess"
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_write_new", _full)
        keeper.save()
    assert keeper.safety is Safety.FAILED
    assert keeper.problem.code == "file.disk-full"
    assert keeper.has_unsaved
    assert path.exists()
    keeper.save()
    assert keeper.safety is Safety.SAVED


def test_a_file_that_went_away_is_made_again(keep, tmp_path):
    opened, keeper = keep()
    (tmp_path / "a.selfassess").unlink()
    answer(opened)
    keeper.save()
    assert in_file(tmp_path) == opened.value


def test_the_file_as_it_was_opened_is_kept_once_an_hour(keep, tmp_path):
    opened, keeper = keep()
    first = (tmp_path / "a.selfassess").read_bytes()
    for level in (3, 4):
        answer(opened, level)
        keeper.save()
    (kept,) = earlier_versions(tmp_path, tmp_path / "a.selfassess")
    assert kept.path.read_bytes() == first


def test_finishing_saves_what_is_left(keep, tmp_path):
    opened, keeper = keep()
    answer(opened)
    assert keeper.finish()
    assert in_file(tmp_path) == opened.value


def test_finishing_without_a_file_says_that_it_is_not_safe(keep):
    opened, keeper = keep(in_file=False)
    answer(opened)
    assert not keeper.finish()


def test_the_example_is_never_kept(keep, tmp_path, qtbot):
    opened, keeper = keep(builders.assessment(fictional=True), in_file=False, pace=Pace(0, 0))
    answer(opened)
    assert keeper.safety is Safety.EXAMPLE
    assert not keeper._journal_timer.isActive()


def test_a_file_of_its_own_is_written_at_once(keep, tmp_path, qtbot):
    opened, keeper = keep(in_file=False)
    with qtbot.waitSignal(keeper.kept_as) as told:
        keeper.save_as(tmp_path / "b.selfassess")
    assert told.args == [tmp_path / "b.selfassess"]
    assert keeper.safety is Safety.SAVED
    assert assessment_file.read(tmp_path / "b.selfassess").assessment == opened.value


def test_recovered_work_says_that_it_was_recovered(keep):
    _opened, keeper = keep()
    keeper._place = keeper._place._replace(is_saved=False)
    assert keeper.was_recovered


def _full(*_args):
    raise OSError(28, "No space left on device")


class SlowWorker(NowWorker):
    """Does its jobs when it is told to."""

    def __init__(self):
        self.jobs = []

    def do(self, job, done):
        self.jobs.append((job, done))

    def finish(self):
        while self.jobs:
            super().do(*self.jobs.pop(0))


def test_a_slow_disk_is_not_taken_for_somebody_else(keep, tmp_path):
    worker = SlowWorker()
    opened, keeper = keep(worker=worker)
    for level in (3, 4):
        answer(opened, level)
        keeper.save()
    worker.finish()
    assert keeper.safety is Safety.SAVED
    assert in_file(tmp_path) == opened.value


def test_what_was_saved_under_the_old_name_does_not_count_for_the_new_one(
    keep, tmp_path, monkeypatch
):
    worker = SlowWorker()
    opened, keeper = keep(worker=worker)
    answer(opened)
    keeper.save()
    keeper.save_as(tmp_path / "gone" / "b.selfassess")
    worker.finish()
    assert keeper.safety is Safety.FAILED
    assert keeper.problem.code == "file.no-folder"
    assert keeper.has_unsaved


def test_work_that_gets_a_file_that_can_not_be_written_stays_in_the_journal(keep, tmp_path):
    opened, keeper = keep()
    answer(opened)
    keeper.save()
    keeper.save_as(tmp_path / "gone" / "b.selfassess")
    assert keeper.keep_in_journal()
    (found,) = Journal(tmp_path).found()
    assert found.opened.assessment == opened.value


def test_a_disk_that_comes_back_is_found_again_by_itself(keep, tmp_path, qtbot):
    _opened, keeper = keep(pace=Pace(NEVER, NEVER, 0))
    keeper.save_as(tmp_path / "gone" / "b.selfassess")
    assert keeper.safety is Safety.FAILED
    (tmp_path / "gone").mkdir()
    qtbot.waitUntil(lambda: keeper.safety is Safety.SAVED)


def test_a_journal_that_fails_beside_a_file_that_fails_is_said(keep, tmp_path, monkeypatch, qtbot):
    opened, keeper = keep()
    answer(opened)
    monkeypatch.setattr(atomic, "_write_new", _full)
    keeper.save()
    assert keeper.safety is Safety.FAILED
    with qtbot.waitSignal(keeper.safety_changed):
        assert not keeper.keep_in_journal()
    assert not keeper.is_in_journal


def test_a_disk_that_takes_long_leaves_the_window_alive(qtbot):
    worker, go_on, told = ThreadWorker(), Event(), []
    QTimer.singleShot(400, go_on.set)
    worker.do(go_on.wait, lambda result, error: told.append(result))
    worker.finish()
    assert told == [True]
    worker.close()
