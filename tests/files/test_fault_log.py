from datetime import UTC, datetime

import pytest

from selfassess.core.problem import FileProblemsError
from selfassess.files import disk, fault_log
from selfassess.files.fault_log import FaultLog, details_of, without_private

NOON = datetime(2026, 9, 24, 12, tzinfo=UTC)
SECRET = "Jo Bloggs said no"


def fault_in_the_program() -> Exception:
    try:
        try:
            disk.text_of(SECRET.encode() + b"\xff", SECRET)
        except FileProblemsError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        return error


def test_the_details_say_where_in_the_program_and_nothing_of_the_work():
    details = details_of(fault_in_the_program())
    assert "selfassess/files/disk.py:" in details
    assert "test_fault_log.py:" in details
    assert "tests/files" not in details
    assert "builtins.KeyError" in details
    assert "selfassess.core.problem.FileProblemsError" in details
    assert SECRET not in details


def test_errors_that_go_round_in_a_circle_come_to_an_end():
    error, other = ValueError(), ValueError()
    error.__context__, other.__context__ = other, error
    assert details_of(error).count("ValueError") == 2


@pytest.mark.parametrize(
    ("message", "kept"),
    [
        ("QFont::setPointSize: Point size <= 0 (-1)", "QFont::setPointSize: Point size <= 0 (-1)"),
        (f'Could not open "{SECRET}"', "Could not open …"),
        (f"Could not open '{SECRET}", "Could not open …"),
        (f"Could not open “{SECRET}” now", "Could not open … now"),
        ("no file /home/jo/Riverside.selfassess there", "no file … there"),
        (r"no file C:\Users\jo\r.txt there", "no file … there"),
        ("see https://example.org/jo", "see …"),
        ("no Riverside.selfassess", "no …"),
    ],
)
def test_what_a_library_says_is_kept_without_what_is_private(message, kept):
    assert without_private(message) == kept


def test_the_log_holds_what_is_written_with_the_time(tmp_path):
    log = FaultLog(tmp_path)
    log.write("first \ud800", NOON)
    log.write("second", NOON)
    text = (tmp_path / "log" / "faults.txt").read_text(encoding="utf-8")
    assert text == "2026-09-24T12:00:00+00:00\nfirst ?\n\n2026-09-24T12:00:00+00:00\nsecond\n\n"


def test_the_log_does_not_grow_beyond_its_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(fault_log, "SIZE_LIMIT", 200)
    log = FaultLog(tmp_path)
    for number in range(20):
        log.write(f"fault {number} " + "x" * 60, NOON)
    log.write("y" * 1000, NOON)
    sizes = {path.name: path.stat().st_size for path in (tmp_path / "log").iterdir()}
    assert set(sizes) == {"faults.txt", "faults-old.txt"}
    assert max(sizes.values()) <= 200


def test_a_log_that_can_not_be_written_is_no_fault(tmp_path):
    (tmp_path / "log").write_bytes(b"")
    FaultLog(tmp_path).write("fault", NOON)
