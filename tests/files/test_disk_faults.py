"""Faults of the disk at every system call of saving: the old file is whole, and it is said."""

import errno
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file, atomic, conflicts
from selfassess.files.journal import Journal, Origin, earlier_versions
from selfassess.files.recovery import Standing, compared
from selfassess.files.saved_file import CHANGED_ELSEWHERE, SavedFile
from tests.files import values
from tests.files.faulty_disk import Call, FaultyDisk, mounted
from tests.files.power_cut import Disk, states_after
from tests.files.values import said

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
CARRIED = (values.questionnaires(), values.modules())
OLD = values.assessment()
NEW = OLD.changed(partnership=OLD.partnership.changed(name="New"))
THEIRS = OLD.changed(partnership=OLD.partnership.changed(name="Theirs"))
OLD_BYTES, NEW_BYTES, THEIR_BYTES = (
    assessment_file.to_bytes(value, *CARRIED) for value in (OLD, NEW, THEIRS)
)
OFTEN = ("ENOSPC", "EACCES", "EIO", "ENOENT")
SELDOM = (
    *("EDQUOT", "EPERM", "EROFS", "ENOTDIR", "ENAMETOOLONG", "EBUSY", "ESTALE", "ETIMEDOUT"),
    *("EFBIG", "EMFILE", "ENODEV", "EISDIR", "EEXIST"),
)
ERRORS = (*OFTEN, *(pytest.param(code, marks=pytest.mark.slow) for code in SELDOM))


@pytest.fixture
def place(tmp_path):
    """A folder with a saved file in it."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.selfassess").write_bytes(OLD_BYTES)
    return folder / "a.selfassess"


def opened(place: Path) -> SavedFile:
    return SavedFile(place, place.parent.parent / "data", assessment_file.digest_of(OLD_BYTES))


def save(file: SavedFile, value=NEW) -> None:
    file.save(value, *CARRIED, NOON)


def sentence_of_saving(file: SavedFile, value=NEW) -> str:
    return outcome(lambda: save(file, value))


def calls_of(place: Path, act: Callable[[], None]) -> list[Call]:
    """The system calls of an act that goes well."""
    with mounted(FaultyDisk(place.parent.parent)) as disk:
        act()
    return disk.calls


def renew(place: Path) -> None:
    for path in sorted(place.parent.parent.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    place.parent.mkdir()
    place.write_bytes(OLD_BYTES)


def outcome(act: Callable[[], None]) -> str:
    """The one sentence in which an act was refused; empty when it went well."""
    try:
        act()
    except FileProblemsError as error:
        (sentence,) = said(error.problems)
        return sentence
    return ""


def test_saving_meets_the_disk_in_the_order_that_a_power_cut_needs(place):
    calls = calls_of(place, lambda: save(opened(place)))
    here = [c.name for c in calls if place.parent in (c.path.parent, c.path)]
    kept = [c for c in here if c in ("write", "fsync", "replace")]
    assert kept == ["write", "fsync", "replace", "fsync"]


@pytest.mark.parametrize("code", ERRORS)
@pytest.mark.parametrize("on", [False, True], ids=["once", "on-and-on"])
def test_a_fault_at_any_call_leaves_a_whole_file_and_one_sentence(place, code, on):
    count = len(calls_of(place, lambda: save(opened(place))))
    assert count > 20
    for at in range(count):
        renew(place)
        file = opened(place)
        disk = FaultyDisk(place.parent.parent, at=at, error=getattr(errno, code), on=on)
        with mounted(disk):
            sentence = sentence_of_saving(file)
        assert place.read_bytes() in (OLD_BYTES, NEW_BYTES)
        if not sentence:
            assert place.read_bytes() == NEW_BYTES
        if not on:
            assert [p.name for p in place.parent.iterdir()] == [place.name]
        save(file)
        assert place.read_bytes() == NEW_BYTES
        assert sentence_of_saving(file, OLD) == ""


@pytest.mark.parametrize("code", ERRORS)
def test_a_fault_at_any_call_of_the_journal_keeps_what_was_there(place, code):
    folder = place.parent.parent / "data"
    journal = Journal(folder)
    origin = Origin(place, ("digest",))

    def keep(value=NEW) -> None:
        journal.keep("key", value, *CARRIED, origin, NOON)

    keep(OLD)
    for at in range(len(calls_of(place, keep))):
        journal.keep("key", OLD, *CARRIED, origin, NOON)
        with mounted(FaultyDisk(folder.parent, at=at, error=getattr(errno, code))):
            sentence = outcome(keep)
        (found,) = journal.found()
        assert found.opened.assessment in ((OLD, NEW) if sentence else (NEW,))
    for at in range(3):
        with mounted(FaultyDisk(folder.parent, at=at, error=getattr(errno, code))):
            outcome(lambda: journal.forget("key"))
            journal.found()


@pytest.mark.parametrize("piece", [1, 7, 511, 4096])
def test_a_disk_that_writes_in_pieces_is_served_to_the_end(place, piece):
    with mounted(FaultyDisk(place.parent.parent, piece=piece)):
        save(opened(place))
    assert place.read_bytes() == NEW_BYTES


def test_a_file_that_others_hold_for_a_moment_is_tried_again(place, monkeypatch):
    monkeypatch.setattr(atomic, "_PAUSES", (0, 0, 0))
    calls = calls_of(place, lambda: save(opened(place)))
    at = [n for n, call in enumerate(calls) if call.name == "replace" and call.to == place]
    renew(place)
    with mounted(FaultyDisk(place.parent.parent, at=at[0], error=errno.EACCES)):
        save(opened(place))
    assert place.read_bytes() == NEW_BYTES


def test_what_others_write_at_any_moment_before_the_last_is_never_written_over(place):
    calls = calls_of(place, lambda: save(opened(place)))
    (moved,) = [n for n, call in enumerate(calls) if call.name == "replace" and call.to == place]
    of_file = [n for n, call in enumerate(calls[:moved]) if call.path == place]
    looked = [n for n in of_file if calls[n].name == "read"]
    assert moved - looked[-1] < 4
    for at in range(looked[-1]):
        renew(place)

        def others(now, at=at):
            if now == at:
                place.write_bytes(THEIR_BYTES)

        file = opened(place)
        with mounted(FaultyDisk(place.parent.parent, before=others)):
            sentence = sentence_of_saving(file)
        assert sentence.split(": ", 1)[1].startswith("Somebody else has changed this file")
        assert place.read_bytes() == THEIR_BYTES
        with pytest.raises(FileProblemsError) as refused:
            save(file)
        assert refused.value.problems[0].code == CHANGED_ELSEWHERE
        assert [p.name for p in place.parent.iterdir()] == [place.name]


@pytest.mark.parametrize("beside", [True, False], ids=["file", "drive"])
def test_a_file_or_drive_that_is_taken_away_at_any_moment_is_told_or_made_again(place, beside):
    away = place.parent.parent / "away"
    for at in range(len(calls_of(place, lambda: save(opened(place))))):
        renew(place)

        def take_away(now, at=at):
            if now == at and beside:
                place.unlink(missing_ok=True)
            elif now == at:
                place.parent.rename(away)

        file = opened(place)
        with mounted(FaultyDisk(place.parent.parent, before=take_away)):
            sentence = sentence_of_saving(file)
        if not beside:
            there = (away / place.name).read_bytes()
            assert there == NEW_BYTES or (there == OLD_BYTES and sentence)
            away.rename(place.parent)
        save(file)
        assert place.read_bytes() == NEW_BYTES


def test_the_version_as_it_was_opened_is_kept_although_the_disk_refused_first(place):
    file = opened(place)
    folder = place.parent.parent
    calls = calls_of(place, lambda: save(opened(place)))
    (at,) = [
        n for n, call in enumerate(calls) if call.name == "replace" and "versions" in str(call.to)
    ]
    renew(place)
    with mounted(FaultyDisk(folder, at=at, error=errno.ENOSPC)):
        save(file)
    assert place.read_bytes() == NEW_BYTES
    assert earlier_versions(folder / "data", place) == ()
    save(file, OLD)
    assert len(earlier_versions(folder / "data", place)) == 1


def disk_of(folder: Path) -> Disk:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def prefixes(calls: list[Call]) -> Iterable[list[Call]]:
    return (calls[:count] for count in range(len(calls) + 1))


def test_whenever_the_power_is_cut_the_file_is_the_old_one_or_the_new_one(place):
    start = disk_of(place.parent.parent)
    calls = calls_of(place, lambda: save(opened(place)))
    states = 0
    for done in prefixes(calls):
        for state in states_after(done, start):
            states += 1
            assert state[place] in (OLD_BYTES, NEW_BYTES)
    for state in states_after(calls, start):
        assert state[place] == NEW_BYTES
    assert states > 100


def test_the_simulated_power_cut_finds_what_a_missing_flush_damages(place):
    start = disk_of(place.parent.parent)
    calls = calls_of(place, lambda: save(opened(place)))
    careless = [c for c in calls if c.name != "fsync"]
    found = {state.get(place) for done in prefixes(careless) for state in states_after(done, start)}
    assert len(found - {OLD_BYTES, NEW_BYTES}) >= 3


def test_whenever_the_power_is_cut_what_the_journal_held_is_there(place):
    folder = place.parent.parent / "data"
    journal = Journal(folder)
    file = opened(place)
    journal.keep("key", NEW, *CARRIED, file.origin, NOON)
    start = disk_of(place.parent.parent)
    kept = next(iter(path for path in start if path.suffix == ".selfassess-journal"))

    def go_on() -> None:
        save(file)
        journal.forget("key")

    for done in prefixes(calls_of(place, go_on)):
        for state in states_after(done, start):
            assert state[place] == NEW_BYTES or state[kept] == start[kept]


def test_a_file_that_is_cut_off_anywhere_is_refused_in_a_sentence(place):
    for length in range(0, len(NEW_BYTES), 97):
        for damaged in (NEW_BYTES[:length], NEW_BYTES[:length] + bytes(len(NEW_BYTES) - length)):
            place.write_bytes(damaged)
            assert damaged == NEW_BYTES or outcome(lambda: assessment_file.read(place))


def test_a_journal_that_is_cut_off_anywhere_is_refused_in_a_sentence(place):
    folder = place.parent.parent / "data"
    journal = Journal(folder)
    journal.keep("key", NEW, *CARRIED, Origin(place), NOON)
    (kept,) = (folder / "journal").iterdir()
    whole = kept.read_bytes()
    for length in range(0, len(whole), 97):
        kept.write_bytes(whole[:length])
        (found,) = journal.found()
        assert found.opened is None
        assert said(found.problems)


def test_work_is_compared_with_its_file(place):
    folder = place.parent.parent / "data"
    journal = Journal(folder)
    origin = opened(place).origin

    def standing(file: Origin | None = origin) -> Standing:
        journal.keep("key", NEW, *CARRIED, file, NOON)
        (found,) = journal.found()
        return compared(found).standing

    assert standing(None) is Standing.NO_FILE
    assert standing() is Standing.AS_BEFORE
    place.write_bytes(THEIR_BYTES)
    assert standing() is Standing.CHANGED
    place.write_bytes(b"damaged")
    assert standing() is Standing.CHANGED
    place.write_bytes(NEW_BYTES)
    assert standing() is Standing.SAME
    place.unlink()
    assert standing() is Standing.GONE
    assert standing(Origin(place)) is Standing.GONE


def test_damaged_work_is_never_the_same_as_its_file(place):
    folder = place.parent.parent / "data"
    journal = Journal(folder)
    journal.keep("key", NEW, *CARRIED, opened(place).origin, NOON)
    (kept,) = (folder / "journal").iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    (found,) = journal.found()
    assert compared(found).standing is Standing.AS_BEFORE


def test_a_name_that_no_disk_takes_is_said_in_a_sentence(place):
    file = SavedFile(place.with_name("n" * 300), place.parent.parent / "data")
    assert "The name is too long." in sentence_of_saving(file)
    assert "There is no such file." in outcome(lambda: assessment_file.read(Path("a\0b")))


def test_a_long_name_of_letters_that_take_several_bytes_can_be_saved(place):
    long = place.with_name("😀" * 55 + ".selfassess")
    save(SavedFile(long, place.parent.parent / "data"))
    assert long.read_bytes() == NEW_BYTES


def test_a_file_that_somebody_made_read_only_is_not_replaced(place):
    place.chmod(0o444)
    assert "You are not allowed" in outcome(lambda: save(opened(place)))
    assert place.read_bytes() == OLD_BYTES


def test_a_link_that_leads_to_itself_is_said_in_a_sentence(place):
    loop = place.with_name("loop.selfassess")
    loop.symlink_to(loop)
    assert outcome(lambda: save(SavedFile(loop, place.parent.parent / "data")))
    assert outcome(lambda: atomic.write(loop, b""))


@pytest.mark.parametrize(
    "name",
    [
        "a (Jo's conflicted copy 2026-09-24).selfassess",
        "a (conflicted copy 2026-09-24 091200).selfassess",
        "a.sync-conflict-20260924-091200-ABCDEFG.selfassess",
        "a (Konfliktkopie).selfassess",
    ],
)
def test_a_copy_in_conflict_beside_the_file_is_seen_and_left_alone(place, name):
    other = place.with_name(name)
    other.write_bytes(THEIR_BYTES)
    place.with_name("b (conflicted copy).selfassess").write_bytes(b"")
    place.with_name("a (my copy).selfassess").write_bytes(b"")
    assert conflicts.copies_of(place) == (other,)
    save(opened(place))
    assert other.read_bytes() == THEIR_BYTES


def test_a_folder_that_can_not_be_listed_has_no_copies(place):
    with mounted(FaultyDisk(place.parent.parent, at=0, on=True)):
        assert conflicts.copies_of(place) == ()


def test_half_written_files_of_killed_programs_go_after_an_hour(place):
    old, young, mine = (place.with_name(f".a.selfassess.{n * 8}.tmp") for n in "123")
    for path in (old, young):
        path.write_bytes(b"half")
    stranger = place.with_name(".b.selfassess.11111111.tmp")
    stranger.write_bytes(b"half")
    mine.mkdir()
    for path in (old, stranger, mine):
        os.utime(path, (0, 0))
    atomic.remove_leftovers(place.parent, place.name)
    assert not old.exists()
    assert young.exists()
    assert stranger.exists()
    atomic.remove_leftovers(place.parent)
    assert not stranger.exists()
    assert young.exists()
