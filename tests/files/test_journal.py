import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from selfassess.files import journal
from selfassess.files.assessment_file import to_bytes
from selfassess.files.journal import (
    Journal,
    Origin,
    bring_back,
    earlier_versions,
    keep_earlier_version,
)
from tests.files import values
from tests.files.values import problems_of, said, spots

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
WORK = (values.assessment(), values.questionnaires(), values.modules())


@pytest.fixture
def kept(tmp_path) -> Journal:
    return Journal(tmp_path)


def test_work_that_is_kept_is_found_with_its_file_and_time(kept, tmp_path):
    kept.keep("a1", *WORK, Origin(tmp_path / "n.selfassess", ("d1",)), NOON)
    (found,) = kept.found()
    assert (found.key, found.name, found.when) == ("a1", "Northbridge ’partners’", NOON)
    assert (found.file, found.digests) == (tmp_path / "n.selfassess", ("d1",))
    assert found.opened.assessment == values.assessment()
    assert found.opened.questionnaires == values.questionnaires()
    assert found.problems == ()


def test_work_without_a_file_is_kept_too_and_the_newest_comes_first(kept):
    kept.keep("old", *WORK, None, NOON)
    kept.keep("new", *WORK, None, NOON + timedelta(seconds=1))
    assert [(found.key, found.file) for found in kept.found()] == [("new", None), ("old", None)]


def test_what_is_kept_again_takes_the_place_of_what_was_kept(kept):
    kept.keep("a", *WORK, None, NOON)
    renamed = values.assessment().changed(not_like_us=())
    kept.keep("a", renamed, *WORK[1:], None, NOON)
    assert [found.opened.assessment for found in kept.found()] == [renamed]


def test_what_is_forgotten_is_gone(kept):
    kept.keep("a", *WORK, None, NOON)
    kept.forget("a")
    kept.forget("a")
    assert kept.found() == ()


def test_a_file_whose_name_is_no_text_is_kept_all_the_same(kept):
    kept.keep("a", *WORK, Origin(Path(os.fsdecode(b"caf\xe9.selfassess"))), NOON)
    assert kept.found()[0].file == Path("caf\ufffd.selfassess")


def test_what_can_not_be_forgotten_says_so(kept, tmp_path):
    (tmp_path / "journal" / "a.selfassess-journal").mkdir(parents=True)
    (problem,) = problems_of(kept.forget, "a")
    assert problem.code in ("file.is-folder", "file.not-allowed")


def test_damaged_work_is_told_and_does_not_hide_the_rest(kept, tmp_path):
    kept.keep("whole", *WORK, None, NOON)
    folder = tmp_path / "journal"
    head, _end, _rest = (folder / "whole.selfassess-journal").read_bytes().partition(b"\n")
    (folder / "cut.selfassess-journal").write_bytes(head + b"\nPK")
    (folder / "none.selfassess-journal").write_bytes(b"\x00")
    early = head.replace(b"2026-09-24", b"0001-01-01")
    assert early != head
    (folder / "early.selfassess-journal").write_bytes(early + b"\nPK")
    os.utime(folder / "early.selfassess-journal", (86400 * 2, 86400 * 2))
    os.utime(folder / "none.selfassess-journal", (86400, 86400))
    (folder / "gone.selfassess-journal").symlink_to(folder / "nowhere")
    found = kept.found()
    assert [(one.key, one.name, one.opened is None) for one in found] == [
        ("whole", "Northbridge ’partners’", False),
        ("cut", "Northbridge ’partners’", True),
        ("early", "early", True),
        ("none", "none", True),
        ("gone", "gone", True),
    ]
    assert [one.when.year for one in found] == [2026, 2026, 1970, 1970, 1970]
    assert [[p.code for p in one.problems] for one in found] == [
        [],
        ["zip.damaged"],
        ["journal.damaged"],
        ["journal.damaged"],
        ["file.missing"],
    ]
    assert all(said(one.problems) for one in found[1:])


def test_a_journal_that_can_not_be_written_says_so(kept, tmp_path):
    (tmp_path / "journal").write_bytes(b"")
    assert spots(problems_of(kept.keep, "a", *WORK, None, NOON)) == [
        ("file.is-there-already", 0, 0)
    ]


def test_earlier_versions_are_kept_for_each_file_of_its_own(tmp_path):
    for number, name in enumerate(("a", "a", "b")):
        data = f"{name}{number}".encode()
        keep_earlier_version(tmp_path, Path(name), data, NOON + timedelta(hours=number))
    versions = earlier_versions(tmp_path, Path("a"))
    assert [version.path.read_bytes() for version in versions] == [b"a1", b"a0"]
    assert [version.when for version in versions] == [NOON + timedelta(hours=1), NOON]
    assert earlier_versions(tmp_path, Path("c")) == ()


def test_what_has_not_changed_is_not_kept_again(tmp_path):
    for hour in range(3):
        keep_earlier_version(tmp_path, Path("a"), b"same", NOON + timedelta(hours=hour))
    assert [version.when for version in earlier_versions(tmp_path, Path("a"))] == [NOON]


def test_the_last_twenty_are_kept(tmp_path):
    for hour in range(journal.KEPT_VERSIONS + 3):
        keep_earlier_version(tmp_path, Path("a"), str(hour).encode(), NOON + timedelta(hours=hour))
    versions = earlier_versions(tmp_path, Path("a"))
    assert len(versions) == journal.KEPT_VERSIONS
    assert versions[-1].path.read_bytes() == b"3"


def test_a_stranger_among_the_versions_is_passed_over(tmp_path):
    keep_earlier_version(tmp_path, Path("a"), b"1", NOON)
    folder = earlier_versions(tmp_path, Path("a"))[0].path.parent
    (folder / "mine.selfassess").write_bytes(b"")
    (folder / "00010101T000000000000Z.selfassess").write_bytes(b"")
    (folder / "20270101T000000000000Z.selfassess").symlink_to(folder / "nowhere")
    keep_earlier_version(tmp_path, Path("a"), b"2", NOON)
    assert [version.when.year for version in earlier_versions(tmp_path, Path("a"))] == [
        2027,
        2026,
        2026,
    ]


def test_an_earlier_version_is_brought_back_and_the_present_one_kept(tmp_path):
    path = tmp_path / "a.selfassess"
    old, new = to_bytes(*WORK), to_bytes(WORK[0].changed(not_like_us=()), *WORK[1:])
    for number, data in enumerate((old, new)):
        keep_earlier_version(tmp_path, path, data, NOON + timedelta(hours=number))
    path.write_bytes(old)
    newest = earlier_versions(tmp_path, path)[0]
    bring_back(tmp_path, path, newest.path, NOON + timedelta(hours=2))
    assert path.read_bytes() == new
    assert [v.path.read_bytes() for v in earlier_versions(tmp_path, path)] == [old, new, old]
    path.unlink()
    bring_back(tmp_path, path, newest.path, NOON + timedelta(hours=3))
    assert path.read_bytes() == new


def test_what_killed_programs_left_in_the_journal_is_tidied_up(kept, tmp_path):
    kept.keep("a", *WORK, None, NOON)
    folder = tmp_path / "journal"
    (folder / "a.lock").write_bytes(b"")
    (folder / "gone.lock").write_bytes(b"")
    left = folder / ".b.selfassess-journal.12345678.tmp"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    kept.tidy()
    assert not left.exists()
    assert kept.locks_alone() == ("gone",)
