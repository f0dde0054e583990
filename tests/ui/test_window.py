import pytest
from PySide6.QtWidgets import QApplication

from selfassess.app import places
from selfassess.files import assessment_file
from selfassess.files.settings_file import read_settings
from selfassess.ui.dialogs.window_prompts import WindowPrompts, _Choose, _Write
from selfassess.ui.parts.hints import Hint, Hints
from selfassess.ui.prompts import Question
from selfassess.ui.theme import Look
from tests import builders
from tests.pilot import Pilot


@pytest.fixture
def shell(make_shell):
    made = make_shell()
    made.opening.show_example()
    return made


def test_tabs_stand_in_working_order_and_answer_to_ctrl(shell, qtbot):
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl+1")
    assert shell.window.here == "setup"
    pilot.key("Ctrl+2")
    assert shell.window.here == "walk"


def test_a_tab_comes_back_to_the_question_one_left(shell, qtbot):
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Return")
    pilot.key("Ctrl+1")
    pilot.key("Ctrl+2")
    assert pilot.shows("Is LE1 in place?")


def test_a_place_that_is_not_there_is_not_gone_to(shell):
    shell.window.page.wanted.emit("nowhere", "")
    assert shell.window.here == "walk"


def test_the_name_follows_the_partnership(shell, qtbot):
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl+1")
    pilot.go_to("What is the partnership called?")
    pilot.key("Ctrl+A")
    pilot.write("River")
    assert shell.window.windowTitle() == "River – Sharing readiness"
    assert pilot.shows("River")


def test_ctrl_z_takes_back_and_says_what(shell, qtbot):
    pilot = Pilot(qtbot, shell.window)
    pilot.key("3")
    assert shell.acts.undo.text() == "Undo: Answer PU2"
    pilot.key("Ctrl+Z")
    assert shell.opening.opened.history.index() == 0
    assert shell.acts.redo.text() == "Redo: Answer PU2"
    pilot.key("Ctrl+Y")
    assert pilot.chosen() == [3]
    assert not shell.acts.redo.isEnabled()


def test_text_grows_and_is_remembered(shell, qtbot, tmp_path, theme):
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl++")
    assert theme.text_scale == 1.25
    settings, _problem = read_settings(tmp_path / "data")
    assert settings.text_scale == 1.25
    pilot.key("Ctrl+-")
    assert theme.text_scale == 1
    pilot.act("Text 200 %")
    assert theme.text_scale == 2
    assert shell.window.sub_tabs.isHidden()
    assert pilot.shows("Nothing leaves this computer. Made-up answers. Example, not saved.")


def test_a_look_is_chosen_and_remembered(shell, qtbot, tmp_path, theme):
    Pilot(qtbot, shell.window).act("High contrast")
    assert theme.look is Look.CONTRAST
    settings, _problem = read_settings(tmp_path / "data")
    assert settings.theme == "high-contrast"


def test_in_a_narrow_window_the_tabs_are_a_menu(shell, qtbot, theme):
    theme.set_text_scale(2.0)
    menu = shell.window.top._menu_of_tabs
    assert [action.text() for action in menu.actions()][:2] == ["Set up", "Answer"]
    menu.actions()[0].trigger()
    assert shell.window.here == "setup"


def test_every_page_of_the_example_says_that_its_answers_are_made_up(shell, qtbot, tmp_path):
    pilot = Pilot(qtbot, shell.window)
    value = shell.opening.opened.value
    assert value.fictional
    for place in places():
        shell.window.go_to(place.id)
        assert pilot.shows("Made-up answers"), place.id
    path = tmp_path / "real.selfassess"
    assessment_file.write(path, value.changed(fictional=False), (builders.questionnaire(),), ())
    shell.opening.open_file(path)
    assert not pilot.shows("Made-up answers")


def test_a_page_of_no_assessment_says_nothing_of_what_is_open_behind_it(shell, qtbot, theme):
    pilot = Pilot(qtbot, shell.window)
    theme.set_text_scale(2.0)
    shell.acts.action("go.portfolio").trigger()
    assert shell.window.aside is not None
    assert pilot.shows("Nothing leaves this computer")
    assert not pilot.shows("Made-up answers")
    assert not pilot.shows("not saved")
    shell.window.leave_aside()
    assert pilot.shows("Made-up answers")


def test_the_status_bar_has_the_keys_of_the_page(shell):
    assert "Enter next" in shell.window.status._hints.accessibleName()


def test_help_lists_the_keys_of_the_page_and_those_of_everywhere(shell, qtbot):
    shell.acts.help.trigger()
    dialog = QApplication.activeModalWidget()
    pilot = Pilot(qtbot, dialog)
    assert pilot.shows("choose a level")
    assert pilot.shows("larger text")
    pilot.press("Close")


def test_a_question_in_a_window_has_the_safest_answer_first(theme, qapp, qtbot):
    question = Question("Keep?", "It has no file.", (("a", "Choose a file"), ("b", "Drop")), "z")
    dialog = _Choose(theme, qapp, question, None)
    qtbot.addWidget(dialog)
    assert dialog.answer == "z"
    dialog.show()
    Pilot(qtbot, dialog).press("Choose a file")
    assert dialog.answer == "a"


def test_words_are_asked_for_in_a_window(theme, qapp, qtbot):
    dialog = _Write(theme, qapp, "Add a person", "A role is enough.", "Role", None)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    pilot = Pilot(qtbot, dialog)
    pilot.go_to("Role")
    pilot.write("Nurse")
    assert dialog.words == "Nurse"


def test_prompts_ask_in_windows(theme, qapp, qtbot, monkeypatch):
    asked = []

    def answer(dialog):
        asked.append(dialog.windowTitle())
        return 1

    monkeypatch.setattr(_Choose, "exec", answer)
    monkeypatch.setattr(_Write, "exec", answer)
    prompts = WindowPrompts(theme, qapp)
    assert prompts.choose(Question("Keep?", "", (("a", "A"),), "z")) == "z"
    assert prompts.write("Add", "", "Role") == ""
    prompts.tell("Done", "")
    assert asked == ["Keep?", "Add", "Done"]


def test_hints_that_have_no_room_give_way(theme, qtbot):
    hints = Hints(theme)
    qtbot.addWidget(hints)
    hints.show_hints((Hint(("N",), "note"), Hint(("E",), "evidence")))
    hints.resize(60, 28)
    hints.grab()
    assert hints.accessibleName() == "N note; E evidence"


def test_the_window_comes_back_where_it_was(make_shell, tmp_path):
    shell = make_shell()
    shell.window.resize(1200, 700)
    shell.window.close()
    settings, _problem = read_settings(tmp_path / "data")
    assert make_shell(settings).window.height() == 700
