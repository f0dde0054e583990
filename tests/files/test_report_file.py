import errno

import pytest

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import atomic, report_file
from tests.files.faulty_disk import FaultyDisk, mounted
from tests.files.values import said


@pytest.mark.parametrize("code", ["ENOSPC", "EACCES", "EROFS", "ENOENT", "EIO"])
@pytest.mark.parametrize("there", [True, False])
def test_a_fault_at_any_call_leaves_what_was_there_and_one_sentence(tmp_path, code, there):
    folder = tmp_path / "reports"
    folder.mkdir()
    path = folder / "r.xlsx"
    with mounted(FaultyDisk(tmp_path)) as disk:
        report_file.save(path, b"old")
    old = b"old" if there else None
    for at in range(len(disk.calls)):
        path.write_bytes(b"old") if there else path.unlink(missing_ok=True)
        with mounted(FaultyDisk(tmp_path, at=at, error=getattr(errno, code))):
            try:
                report_file.save(path, b"new")
                told = ""
            except FileProblemsError as error:
                (told,) = said(error.problems)
        held = path.read_bytes() if path.exists() else None
        assert held in (old, b"new")
        if not told:
            assert held == b"new"
        assert [one.name for one in folder.iterdir()] == ["r.xlsx"] * (held is not None)


@pytest.mark.parametrize("code", ["file.in-use", "file.not-allowed"])
def test_a_file_that_another_program_has_open_gets_a_way_out(tmp_path, monkeypatch, code):
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"old")
    (tmp_path / "r (2).xlsx").write_bytes(b"older")
    refuse(monkeypatch, code)
    with pytest.raises(FileProblemsError) as refused:
        report_file.save(path, b"new")
    (told,) = said(refused.value.problems)
    assert told.startswith(f"{path}: Another program, such as Excel, has this file open")
    assert told.endswith("Close it there, or save as “r (3).xlsx”.")


@pytest.mark.parametrize("mark", [".~lock.r.xlsx#", "~$r.xlsx"])
def test_a_file_that_its_program_has_marked_as_open_is_left_alone(tmp_path, mark):
    path = tmp_path / "r.xlsx"
    (tmp_path / mark).write_bytes(b"")
    report_file.save(path, b"old")  # there is no such file: the mark was left behind
    with pytest.raises(FileProblemsError) as refused:
        report_file.save(path, b"new")
    (told,) = said(refused.value.problems)
    assert told.endswith("Close it there, or save as “r (2).xlsx”.")
    assert path.read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["r.xlsx", mark])


def test_a_folder_that_nobody_may_write_is_said_as_such(tmp_path, monkeypatch):
    refuse(monkeypatch, "file.not-allowed")
    with pytest.raises(FileProblemsError) as refused:
        report_file.save(tmp_path / "r.xlsx", b"new")
    assert [problem.code for problem in refused.value.problems] == ["file.not-allowed"]


def refuse(monkeypatch, code):
    def act(path, data):
        raise FileProblemsError(Problem(code, str(path)))

    monkeypatch.setattr(atomic, "write", act)
