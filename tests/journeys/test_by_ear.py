"""A whole journey in a real window, with nothing but what a screen reader is given."""

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from scripts.benchmarks.screen import screen

TOP = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
READER = TOP / "tests" / "journeys" / "by_ear.py"


def missing():
    """The Debian packages that are not here."""
    programs = {"Xvfb": "xvfb", "xdotool": "xdotool", "dbus-run-session": "dbus"}
    lacking = [package for name, package in programs.items() if not shutil.which(name)]
    if not Path("/usr/libexec/at-spi2-registryd").exists():
        lacking.append("at-spi2-core")
    asks = 'import gi; gi.require_version("Atspi", "2.0")'
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", asks], capture_output=True, check=False).returncode
    ):
        lacking.append("gir1.2-atspi-2.0")
    return lacking


def go(name, folder):
    """Make a journey, and return how it ended."""
    if lacking := missing():
        pytest.skip(f"needs {', '.join(lacking)}")
    with screen() as on:
        environment = {k: v for k, v in on.environment().items() if not k.startswith("XDG_")} | {
            "HOME": str(folder),
            "PYTHONPATH": str(TOP),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        program = (sys.executable, "-m", "selfassess")
        asked = ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), name, str(folder), *program]
        return subprocess.run(
            asked, env=environment, cwd=TOP, capture_output=True, text=True, check=False
        )


@pytest.mark.slow
def test_from_nothing_to_the_report_with_a_screen_reader_alone(tmp_path):
    done = go("new", tmp_path)
    assert done.returncode == 0, done.stderr[-4000:]
    book = openpyxl.load_workbook(tmp_path / "report.xlsx", read_only=True)
    assert len(book.sheetnames) > 5
    book.close()


@pytest.mark.slow
def test_charts_are_heard_in_reading_order(tmp_path):
    done = go("example", tmp_path)
    assert done.returncode == 0, done.stderr[-4000:]
