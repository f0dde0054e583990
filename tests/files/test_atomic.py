import errno
import os
import stat
from pathlib import Path

import pytest

from selfassess.files import atomic
from tests.files.values import problems_of, spots


def refuse(number: int):
    def act(*_arguments, **_named):
        raise OSError(number, os.strerror(number))

    return act


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_new_file_is_written(tmp_path):
    atomic.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    atomic.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a"]


@pytest.mark.parametrize("fails", ["write", "flush", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_whatever_the_disk_refuses_the_old_file_stays_whole(tmp_path, monkeypatch, fails, number):
    (tmp_path / "a").write_bytes(b"old")
    match fails:
        case "write":
            monkeypatch.setattr(atomic, "_write_new", refuse(number))
        case "flush":
            monkeypatch.setattr(os, "fsync", refuse(number))
        case "replace":
            monkeypatch.setattr(Path, "replace", refuse(number))
    (problem,) = problems_of(atomic.write, tmp_path / "a", b"new")
    assert problem.file == str(tmp_path / "a")
    assert problem.code in ("file.disk-full", "file.unreachable")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]


def test_a_folder_that_is_gone_is_told(tmp_path):
    assert spots(problems_of(atomic.write, tmp_path / "none" / "a", b"")) == [
        ("file.no-folder", 0, 0)
    ]


def test_an_interruption_leaves_nothing_beside_the_file(tmp_path, monkeypatch):
    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(atomic, "_replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        atomic.write(tmp_path / "a", b"new")
    assert names_in(tmp_path) == []


def test_those_who_could_read_the_file_still_can(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o664)
    atomic.write(tmp_path / "a", b"new")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o664


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    atomic.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_that_is_held_for_a_moment_is_tried_again(tmp_path, monkeypatch):
    replace, tries = Path.replace, []

    def held_once(self, target):
        tries.append(target)
        if len(tries) == 1:
            raise PermissionError(errno.EACCES, "held")
        return replace(self, target)

    monkeypatch.setattr(atomic, "_PAUSES", (0, 0))
    monkeypatch.setattr(Path, "replace", held_once)
    atomic.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(tries) == 2


def test_a_file_that_is_held_on_and_on_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "_PAUSES", (0, 0))
    monkeypatch.setattr(Path, "replace", refuse(errno.EACCES))
    assert spots(problems_of(atomic.write, tmp_path / "a", b"")) == [("file.not-allowed", 0, 0)]


def test_a_folder_that_can_not_be_flushed_is_no_fault(tmp_path, monkeypatch):
    open_ = os.open

    def not_folders(path, flags, *more):
        return refuse(errno.EACCES)() if Path(path).is_dir() else open_(path, flags, *more)

    monkeypatch.setattr(os, "open", not_folders)
    atomic.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_disk_that_writes_something_else_is_found_out_before_the_file_is_replaced(
    tmp_path, monkeypatch
):
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(atomic, "_write_new", lambda path, data, _mode: path.write_bytes(data[1:]))
    assert spots(problems_of(atomic.write, tmp_path / "a", b"new")) == [("file.not-whole", 0, 0)]
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]
