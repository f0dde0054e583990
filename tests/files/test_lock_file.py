import errno
import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from selfassess.files import lock_file
from selfassess.files.lock_file import Holder, Lock, Who, holder_of, myself, take
from tests.files.values import problems_of, said

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ME = Who("jo", "desk-1", os.getpid())
EARLY = (
    b'{"user": "a", "computer": "b", "process": 1, "mark": "m", '
    b'"since": "0001-01-01T00:00:00Z", "seen": "9999-12-31T23:59:59Z"}'
)
SAM = Who("sam", "desk-2", 77)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "a.selfassess"


@pytest.fixture
def ended():
    """The number of a program that has ended."""
    program = subprocess.Popen([sys.executable, "-c", ""])
    program.wait()
    return program.pid


def there(file):
    return json.loads((file.parent / ".a.selfassess.lock").read_bytes())


def test_who_opens_a_file_first_has_it_and_the_second_is_told_who(file):
    assert isinstance(take(file, NOON, SAM), Lock)
    told = take(file, NOON + HOUR, ME)
    assert isinstance(told, Holder)
    assert (told.user, told.computer, told.since) == ("sam", "desk-2", NOON)
    assert holder_of(file, NOON + HOUR, ME) == told


def test_a_lock_is_gone_once_it_is_released(file):
    lock = take(file, NOON, SAM)
    lock.release()
    lock.release()
    assert list(file.parent.iterdir()) == []
    assert holder_of(file, NOON, ME) is None
    assert isinstance(take(file, NOON, ME), Lock)


def test_the_lock_of_a_program_here_that_has_ended_is_cleared(file, ended):
    take(file, NOON, Who("sam", ME.computer, ended))
    assert holder_of(file, NOON, ME) is None
    assert isinstance(take(file, NOON, ME), Lock)
    assert there(file)["user"] == "jo"
    assert len(list(file.parent.iterdir())) == 1


def test_the_lock_of_a_program_here_that_runs_holds(file):
    take(file, NOON, Who("sam", ME.computer, os.getppid()))
    assert isinstance(take(file, NOON, ME), Holder)


def test_a_program_of_somebody_else_here_counts_as_running(file, monkeypatch):
    def not_yours(_process, _signal):
        raise PermissionError(errno.EPERM, "not yours")

    take(file, NOON, Who("sam", ME.computer, 77))
    monkeypatch.setattr(os, "kill", not_yours)
    assert isinstance(take(file, NOON, ME), Holder)


def test_our_own_lock_does_not_keep_us_out(file):
    first = take(file, NOON, ME)
    assert isinstance(take(file, NOON, ME), Lock)
    first.release()
    first.refresh(NOON)
    assert there(file)["user"] == "jo"


def test_a_lock_that_nobody_refreshed_for_a_day_is_cleared(file):
    lock = take(file, NOON, SAM)
    lock.refresh(NOON + 20 * HOUR)
    assert isinstance(take(file, NOON + 43 * HOUR, ME), Holder)
    assert isinstance(take(file, NOON + 45 * HOUR, ME), Lock)
    lock.refresh(NOON + 46 * HOUR)
    assert there(file)["user"] == "jo"


def test_a_file_can_be_opened_all_the_same(file):
    lock = take(file, NOON, SAM)
    assert isinstance(take(file, NOON, ME, anyway=True), Lock)
    lock.release()
    assert there(file)["user"] == "jo"


@pytest.mark.parametrize(
    "damaged", [b"", b"nonsense", b"{}", b'{"process": 0}', EARLY, b"\xff" * 9]
)
def test_a_damaged_lock_is_nobodys(file, damaged):
    (file.parent / ".a.selfassess.lock").write_bytes(damaged)
    assert isinstance(take(file, NOON, ME), Lock)


def test_a_lock_can_not_lie_about_names(file):
    lock = {"user": "sam\u202e\n\x07x", "computer": "d" * 500, "process": 7, "mark": "m"}
    lock |= {"since": NOON.isoformat(), "seen": NOON.isoformat(), "of_a_later_version": 1}
    (file.parent / ".a.selfassess.lock").write_text(json.dumps(lock), encoding="utf-8")
    told = take(file, NOON, ME)
    assert told.user == "samx"
    assert told.computer == "d" * 80


def test_where_no_lock_can_be_put_the_file_opens_without(file, monkeypatch):
    assert take(file / "none" / "b.selfassess", NOON, ME) is None
    (file.parent / ".a.selfassess.lock").mkdir()
    assert take(file, NOON, ME) is None


def test_a_lock_that_somebody_puts_at_the_same_moment_holds(file, monkeypatch):
    read, times = lock_file._read, []

    def a_moment_later(place):
        times.append(place)
        found = read(place)
        if len(times) == 1:
            take(file, NOON, SAM)
        return found

    monkeypatch.setattr(lock_file, "_read", a_moment_later)
    assert isinstance(take(file, NOON, ME), Holder)


def test_a_left_lock_that_somebody_else_clears_first_is_not_cleared_twice(file, ended, monkeypatch):
    take(file, NOON, Who("old", ME.computer, ended))
    left = lock_file._is_left

    def others_are_faster(holder, now, me):
        if holder.user == "old" and me is ME:
            take(file, NOON, Who("sam", "desk-2", 77), anyway=True)
        return left(holder, now, me)

    monkeypatch.setattr(lock_file, "_is_left", others_are_faster)
    told = take(file, NOON, ME)
    assert isinstance(told, Holder)
    assert told.user == "sam"
    assert there(file)["user"] == "sam"


def test_a_left_lock_that_can_not_be_moved_keeps_nobody_out(file, ended, monkeypatch):
    take(file, NOON, Who("old", ME.computer, ended))

    def held(_self, _target):
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(type(file), "replace", held)
    assert isinstance(take(file, NOON, ME), Holder)


def test_a_lock_that_can_not_be_refreshed_is_as_it_was(file, monkeypatch):
    lock = take(file, NOON, ME)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: (_ for _ in ()).throw(OSError(errno.EIO, "no")))
        lock.refresh(NOON + HOUR)
    assert there(file)["seen"] == "2026-09-24T12:00:00+00:00"
    lock.release()
    assert list(file.parent.iterdir()) == []


def test_a_link_and_its_file_have_one_lock(file, tmp_path):
    file.write_bytes(b"")
    link = tmp_path / "link.selfassess"
    link.symlink_to(file)
    take(file, NOON, SAM)
    assert isinstance(take(link, NOON, ME), Holder)
    loop = tmp_path / "loop.selfassess"
    loop.symlink_to(loop)
    assert isinstance(take(loop, NOON, ME), Lock)


def test_a_long_name_has_a_lock_too(tmp_path):
    long, other = (tmp_path / (letter * 200 + ".selfassess") for letter in "ab")
    assert isinstance(take(long, NOON, SAM), Lock)
    assert isinstance(take(long, NOON, ME), Holder)
    assert isinstance(take(other, NOON, ME), Lock)


def test_who_we_are_is_taken_from_the_system(monkeypatch):
    monkeypatch.setenv("LOGNAME", "jo")
    me = myself()
    assert (me.user, me.process) == ("jo", os.getpid())
    assert me.computer
    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert myself().user == ""


def test_what_is_open_elsewhere_is_refused_in_a_sentence(file):
    take(file, NOON, SAM)
    (problem,) = problems_of(lock_file.refuse_if_held, file, NOON, ME)
    assert said([problem])[0].endswith(
        "This file is open elsewhere (sam @ desk-2). Close it there, then try again."
    )
    take(file, NOON, Who("", "", 7), anyway=True)
    assert problems_of(lock_file.refuse_if_held, file, NOON, ME)[0].facts == {"who": "?"}
    lock_file.refuse_if_held(file, NOON + 25 * HOUR, ME)
