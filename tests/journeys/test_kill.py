"""The real program is killed at random moments; the long run is `scripts/kill_rounds`."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
ROUNDS = os.environ.get("KILL_ROUNDS", "12")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]


def test_what_was_done_more_than_a_second_before_a_kill_is_there():
    asked = [sys.executable, "scripts/kill_rounds", "--rounds", ROUNDS, "--seed", "7"]
    done = subprocess.run(asked, cwd=TOP, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    assert told["lost"] == told["damaged"] == told["no_start"] == 0, told["troubles"]
    assert told["differs_after_restart"] == 0, told["troubles"]
    assert told["rounds"] == int(ROUNDS)
    assert told["old_changes"] > 0
