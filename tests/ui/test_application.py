import subprocess
import sys

import pytest

SCRIPT = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
from selfassess.ui.application import Application

app = Application([])
wanted = []
app.file_wanted.connect(wanted.append)
QCoreApplication.sendEvent(app, QFileOpenEvent("/there/a.selfassess"))
QCoreApplication.sendEvent(app, QFileOpenEvent(""))
QCoreApplication.sendEvent(app, QEvent(QEvent.Type.User))
print([str(path) for path in wanted])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="paths are written in another way there")
def test_a_file_that_the_finder_opens_is_wanted():
    # A process of its own: there can be only one application in each.
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "['/there/a.selfassess']"
