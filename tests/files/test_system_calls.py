"""Real system calls of saving are refused one by one by strace; the old file stays whole."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from selfassess.files import assessment_file
from tests.files import values

TOP = Path(__file__).resolve().parents[2]
CARRIED = (values.questionnaires(), values.modules())
OLD = values.assessment()
NEW = OLD.changed(partnership=OLD.partnership.changed(name="New"))
OLD_BYTES, NEW_BYTES = (assessment_file.to_bytes(value, *CARRIED) for value in (OLD, NEW))

SAVE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file
from selfassess.files.saved_file import SavedFile
from selfassess.words import words_in
from selfassess.words.problems import sentence
from tests.files.test_system_calls import CARRIED, NEW, OLD_BYTES
folder = Path(sys.argv[1])
file = SavedFile(folder / "a.selfassess", folder, assessment_file.digest_of(OLD_BYTES))
now = datetime.now(UTC)
assessment_file.from_bytes(assessment_file.to_bytes(NEW, *CARRIED), "x")
sys.stderr.write("ready\\n")
sys.stdin.readline()
try:
    file.save(NEW, *CARRIED, now)
    said = ""
except FileProblemsError as error:
    (said,) = [sentence(problem, words_in("en")) for problem in error.problems]
sys.stdout.write(f"told:{said}\\n")
"""
CALLS = (
    *("openat", "read", "write", "close", "fsync", "rename", "unlink", "chmod", "mkdir"),
    *("newfstatat", "fstat", "lseek", "ioctl"),
)
LIES = {"write": "retval=7", "fsync": "retval=0", "rename": "retval=0"}
"""The disk says that it has done something, and has not."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("strace"), reason="needs strace"),
]


def save(folder: Path, traced: str, inject: str = "") -> tuple[str, str]:
    """Save in a process whose calls are traced; return what it told and the trace."""
    folder.mkdir()
    (folder / "a.selfassess").write_bytes(OLD_BYTES)
    program = subprocess.Popen(
        [sys.executable, "-c", SAVE, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=TOP,
    )
    while program.stderr.readline() != "ready\n":
        assert program.poll() is None
    log = folder.with_suffix(".log")
    asked = ["strace", "-f", "-o", str(log), "-e", f"trace={traced}", "-p", str(program.pid)]
    tracer = subprocess.Popen(
        [*asked, *(("-e", f"inject={inject}") if inject else ())],
        stderr=subprocess.PIPE,
        text=True,
    )
    if "attached" not in tracer.stderr.readline():
        program.kill()
        program.communicate()
        pytest.skip("strace may not look at other programs here")
    told, _errors = program.communicate("go\n", timeout=60)
    tracer.communicate(timeout=60)
    return told, log.read_text(encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def counts(tmp_path_factory) -> Counter:
    """How often each call is made by a save that goes well."""
    _told, log = save(tmp_path_factory.mktemp("calls") / "well", ",".join(CALLS))
    return Counter(re.findall(r"^\d+ +(\w+)\(", log, re.MULTILINE))


def outcome(folder: Path, told: str) -> str:
    there = (folder / "a.selfassess").read_bytes()
    assert there in (OLD_BYTES, NEW_BYTES), "the file is damaged"
    if told.startswith("told:\n"):
        assert there == NEW_BYTES, "it said that all was well"
        return "saved"
    if told.startswith("told:"):
        assert len(told) > len("told:\n")
        return "said"
    return "silent"


@pytest.mark.parametrize("code", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("call", CALLS)
def test_each_call_that_is_refused_leaves_a_whole_file(tmp_path, counts, call, code):
    if not counts[call]:
        pytest.skip("is never called")
    ways = Counter()
    for at in range(1, counts[call] + 1):
        folder = tmp_path / str(at)
        told, _log = save(folder, call, f"{call}:error={code}:when={at}")
        ways[outcome(folder, told)] += 1
    # What it tells goes through calls too, and the last of them may be the one that fails.
    assert ways["silent"] <= 2, ways


@pytest.mark.parametrize("call", LIES)
def test_a_disk_that_lies_never_leaves_a_damaged_file(tmp_path, counts, call):
    for at in range(1, counts[call] + 1):
        folder = tmp_path / str(at)
        told, _log = save(folder, call, f"{call}:{LIES[call]}:when={at}")
        there = (folder / "a.selfassess").read_bytes()
        assert there in (OLD_BYTES, NEW_BYTES)
        if call != "fsync":
            assert there == NEW_BYTES or not told.startswith("told:\n")
