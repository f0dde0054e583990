"""The keyboard comes back to where it was when a dialog closes, without a window manager too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from selfassess.ui.dialogs import window_prompts
from selfassess.ui.dialogs.help import HelpDialog
from selfassess.ui.dialogs.search import SearchDialog
from selfassess.ui.parts.tab_order import move_focus
from selfassess.ui.prompts import Question
from tests.pilot import Pilot


@pytest.fixture
def shell(make_shell):
    shell = make_shell()
    shell.opening.show_example()
    return shell


def open_dialog():
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def is_back(window, widget):
    QApplication.processEvents()
    return QApplication.activeWindow() is window and QApplication.focusWidget() is widget


@pytest.mark.parametrize(("keys", "kind"), [("Ctrl+K", SearchDialog), ("Shift+F1", HelpDialog)])
def test_esc_gives_the_keyboard_back_and_the_next_key_counts(shell, qtbot, keys, kind):
    pilot, before = Pilot(qtbot, shell.window), QApplication.focusWidget()
    pilot.key(keys)
    dialog = open_dialog()
    assert isinstance(dialog, kind)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert is_back(shell.window, before)
    pilot.key("Shift+F1")
    assert isinstance(open_dialog(), HelpDialog)
    open_dialog().reject()


def asked(prompts, monkeypatch):
    """Ask for files in every way, in a dialog that takes the keyboard away."""

    def ask(*_told):
        other = QDialog()
        other.show()
        other.activateWindow()
        QApplication.processEvents()
        assert QApplication.activeWindow() is other
        other.close()
        return "", ""

    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, ask)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *told: ask(*told)[0])
    yield prompts.file_to_open("Open", "*")
    yield prompts.files_to_open("Open", "*")
    yield prompts.folder("Folder", "")
    yield prompts.file_to_save("Save", "", "*")


def test_the_dialogs_of_the_system_give_it_back(shell, theme, qapp, monkeypatch):
    prompts = window_prompts.WindowPrompts(theme, qapp)
    prompts.window, before = shell.window, QApplication.focusWidget()
    for answer in asked(prompts, monkeypatch):
        assert not answer
        assert is_back(shell.window, before)


def test_a_question_gives_it_back(shell, theme, qapp, qtbot):
    before = QApplication.focusWidget()
    question = Question("Keep?", "", (("a", "A"),), "z")
    dialog = window_prompts._Choose(theme, qapp, question, shell.window)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.reject()
    assert is_back(shell.window, before)


def test_tab_goes_on_from_where_it_was_in_a_window_that_is_not_active(shell, monkeypatch):
    window = shell.window
    here = window.focusWidget()
    monkeypatch.setattr(QApplication, "focusWidget", lambda: None)
    move_focus(window, forward=True)
    assert window.focusWidget() is not here
    move_focus(window, forward=False)
    assert window.focusWidget() is here
