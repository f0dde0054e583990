import sys

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from selfassess.core import edits
from selfassess.files.fault_log import FaultLog
from selfassess.files.journal import Journal
from selfassess.ui.mishap import Mishap
from selfassess.ui.worker import ThreadWorker
from tests.ui.conftest import NOW

SECRET = "Jo Bloggs said no"


@pytest.fixture
def copied():
    return []


@pytest.fixture
def left():
    return []


@pytest.fixture
def mishap(make_shell, prompts, tmp_path, copied, left, monkeypatch):
    """A window with work in it, and what stands in for the hook."""
    shell = make_shell()
    shell.opening.begin()
    shell.opening.opened.edit(edits.describe(shell.opening.opened.value, name=SECRET), "Name")
    log = FaultLog(tmp_path / "data")
    made = Mishap(
        shell.opening, prompts, log, lambda: NOW, copied.append, lambda: left.append(True)
    )
    monkeypatch.setattr(sys, "excepthook", made)
    return made


def fault(words=SECRET):
    try:
        {}[words]
    except KeyError as error:
        return error


def happen(error):
    sys.excepthook(type(error), error, error.__traceback__)


def log(tmp_path):
    return (tmp_path / "data" / "log" / "faults.txt").read_text(encoding="utf-8")


def test_a_fault_of_ours_keeps_the_work_first_and_is_said_once(mishap, prompts, tmp_path, capsys):
    prompts.expect("on")
    error = fault()
    happen(error)
    happen(error)
    (found,) = Journal(tmp_path / "data").found()
    assert found.name == SECRET
    assert prompts.asked == ["Something went wrong in the program"]
    assert "builtins.KeyError" in log(tmp_path)
    assert SECRET not in log(tmp_path) + capsys.readouterr().err


def test_the_details_can_be_copied_and_hold_nothing_of_the_work(mishap, prompts, copied):
    prompts.expect("copy")
    happen(fault())
    (details,) = copied
    assert "test_mishap.py:" in details
    assert SECRET not in details


def test_the_program_can_be_closed(mishap, prompts, left):
    prompts.expect("leave")
    happen(fault())
    assert left == [True]


def test_a_fault_in_the_keeping_itself_is_said_all_the_same(mishap, prompts, monkeypatch):
    monkeypatch.setattr(Journal, "keep", lambda *_: {}["none"])
    texts = []
    choose = prompts.choose
    monkeypatch.setattr(prompts, "choose", lambda q: texts.append(q.text) or choose(q))
    prompts.expect("on")
    happen(fault())
    assert "Save a copy now" in texts[0]


def test_an_interruption_is_no_fault(mishap, prompts, capsys):
    happen(KeyboardInterrupt())
    assert prompts.asked == []


def test_what_qt_says_is_written_down_without_what_is_private(mishap, tmp_path, capsys):
    context = QMessageLogContext()
    mishap.on_qt_message(QtMsgType.QtWarningMsg, context, f'Could not read "{SECRET}" in /home/jo')
    mishap.on_qt_message(QtMsgType.QtDebugMsg, context, "chatter")
    assert "Qt QtWarningMsg : Could not read … in …" in log(tmp_path)
    assert "chatter" not in log(tmp_path)


def test_the_hooks_are_put_in_and_taken_out_again(mishap):
    mishap.install()
    assert sys.excepthook is mishap
    mishap.remove()
    assert sys.excepthook is sys.__excepthook__
    qInstallMessageHandler(None)


def test_a_fault_in_a_job_reaches_the_hook_and_who_waits_for_it(mishap, prompts):
    prompts.expect("on")
    worker = ThreadWorker()
    told = []
    worker.do(lambda: {}["none"], lambda result, error: told.append(error.problems[0].code))
    worker.finish()
    worker.close()
    assert told == ["program.fault"]
    assert prompts.asked == ["Something went wrong in the program"]
