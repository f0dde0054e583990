import errno
import os
import stat
from pathlib import Path

import pytest

from selfassess.files import disk
from tests.files.values import problems_of, said, spots


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    assert disk.read(tmp_path / "a", 3) == b"abc"


def test_a_file_above_the_limit_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    (sentence,) = said(problems_of(disk.read, tmp_path / "a", 2))
    assert sentence.endswith("This is larger than 0 MB, which no file of ours is. Check the file.")


def test_what_can_not_be_read_says_why(tmp_path):
    assert spots(problems_of(disk.read, tmp_path / "none", 9)) == [("file.missing", 0, 0)]
    assert spots(problems_of(disk.read, tmp_path, 9)) == [("file.is-folder", 0, 0)]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOENT, "file.missing"),
        (errno.EACCES, "file.not-allowed"),
        (errno.EPERM, "file.not-allowed"),
        (errno.EROFS, "file.read-only"),
        (errno.ENOSPC, "file.disk-full"),
        (errno.EDQUOT, "file.disk-full"),
        (errno.ENAMETOOLONG, "file.name-too-long"),
        (errno.EIO, "file.unreachable"),
    ],
)
def test_every_refusal_of_a_disk_has_a_sentence(number, code):
    problem = disk.problem_of(OSError(number, os.strerror(number)), Path("a"))
    assert problem.code == code
    assert said([problem])[0].startswith("a: ")


def test_a_refusal_without_a_number_is_told_in_its_own_words():
    assert disk.problem_of(OSError("gone"), Path("a")).facts == {"reason": "gone"}


def test_a_file_that_another_program_holds_is_told_so():
    error = PermissionError(errno.EACCES, "held")
    error.winerror = 32
    assert disk.problem_of(error, Path("a")).code == "file.in-use"


def test_a_folder_is_made_with_those_above_it(tmp_path):
    disk.make_folder(tmp_path / "a" / "b")
    disk.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_can_not_be_made_says_why(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    assert spots(problems_of(disk.make_folder, tmp_path / "a")) == [("file.is-there-already", 0, 0)]
    assert spots(problems_of(disk.make_folder, tmp_path / "a" / "b")) == [("file.missing", 0, 0)]


def test_text_is_told_where_it_is_not_utf_8():
    assert disk.text_of(b"\xef\xbb\xbfa", "f") == "a"
    assert spots(problems_of(disk.text_of, b"a\n\xc3\xa9b\xff", "f")) == [("file.not-utf8", 2, 3)]
    assert spots(problems_of(disk.text_of, b"\xef\xbb\xbf\xff", "f")) == [("file.not-utf8", 1, 1)]


def test_whether_a_file_may_be_replaced_is_told_beforehand(tmp_path):
    assert not disk.is_writable(tmp_path / "none")
    path = tmp_path / "a"
    path.write_bytes(b"")
    assert disk.is_writable(path)
    path.chmod(0o444)
    assert not disk.is_writable(path)


def test_our_own_folders_are_closed_to_others(tmp_path):
    for _time in range(2):
        disk.make_own_folder(tmp_path / "a" / "b")
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "a", tmp_path / "a" / "b")]
    assert modes == [0o700, 0o700]


def refuse(number):
    def act(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    return act


def test_a_disk_that_does_not_tell_is_no_empty_disk(tmp_path, monkeypatch):
    path = tmp_path / "a"
    assert not disk.exists(path)
    assert not disk.exists(Path("a\0b"))
    path.write_bytes(b"")
    assert disk.exists(path)
    assert disk.is_there(path)
    assert disk.is_folder(tmp_path)
    assert not disk.is_folder(path)
    monkeypatch.setattr(Path, "stat", refuse(errno.EACCES))
    assert [p.code for p in problems_of(disk.exists, path)] == ["file.not-allowed"]
    assert not disk.is_there(path)
    assert not disk.is_folder(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert [p.code for p in problems_of(disk.read, tmp_path / "pipe", 9)] == ["file.no-file"]


def test_the_same_file_is_known_by_whatever_way_one_comes_to_it(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert disk.is_same(tmp_path / "a", tmp_path / "link")
    assert disk.is_same(tmp_path / "a", tmp_path / "." / "sub" / ".." / "a")
    assert not disk.is_same(tmp_path / "a", tmp_path / "b")
    assert disk.is_same(Path("a\0"), Path("a\0"))
    assert not disk.is_same(Path("a\0"), Path("b\0"))
