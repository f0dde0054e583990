import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent


def run(code):
    """Run some Python by itself and return what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(TOP), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return ended.stdout


def test_no_source_is_read_of_modules_that_are_imported_after_qt():
    read = "import linecache; print(any(name.endswith('averages.py') for name in linecache.cache))"
    after = "load('selfassess.core.scoring')"  # which imports the averages
    code = f"from selfassess.loading import load, load_qt; load_qt(); {after}; {read}"
    assert run(code) == "False\n"
    # Should this fail, PySide6 has stopped doing it, and `load_qt` need not prevent it any more.
    assert run(code.replace("load_qt();", "load('PySide6.QtWidgets');")) == "True\n"


def test_flags_of_loading_libraries_are_as_before_once_qt_is_loaded():
    code = "import sys; from selfassess.loading import load_qt; a = sys.getdlopenflags(); load_qt()"
    assert run(f"{code}; print(sys.getdlopenflags() == a)") == "True\n"
