import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(TOP / "scripts" / "packaging"))


@pytest.fixture(scope="session")
def folder():
    """The built program: what SELFASSESS_BUILT names, else built anew when it is out of date."""
    if not sys.platform.startswith("linux"):
        pytest.skip("The tests of the built program know Linux.")
    if named := os.environ.get("SELFASSESS_BUILT"):
        return Path(named).resolve()
    import build  # noqa: PLC0415 - lies beside the scripts

    build.DIST.mkdir(exist_ok=True)
    # Several workers may come here at the same time; one builds.
    with (build.DIST / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not build.STAMP.exists() or build.STAMP.read_text() != build.digest():
            made = subprocess.run(
                [TOP / "scripts" / "build"], capture_output=True, text=True, check=False
            )
            assert made.returncode == 0, made.stdout + made.stderr
    return build.BUILT


@pytest.fixture
def home(tmp_path):
    """An empty folder for a user who has just come."""
    place = tmp_path / "home"
    place.mkdir()
    return place


@pytest.fixture
def program(folder, home):
    """Runs a command of the built program, with nothing of the user's own Python around it."""

    def run(*words, before=(), **more):
        return subprocess.run(
            [*before, folder / "selfassess", *words],
            env={"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
            **more,
        )

    return run
