import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from selfassess.ui.dialogs.help import HelpDialog
from selfassess.ui.pages.setup import SetUpPage
from selfassess.ui.pages.walk import WalkPage
from tests import builders
from tests.pilot import Pilot
from tests.ui.told_order import gaps

SIZES = {"wide": (1366, 690), "small": (1093, 545)}


@pytest.fixture(params=SIZES)
def size(request):
    return SIZES[request.param]


@pytest.fixture(params=[1.0, 2.0])
def scale(request, theme):
    theme.set_text_scale(request.param)


@pytest.mark.parametrize("page", [SetUpPage, WalkPage])
@pytest.mark.usefixtures("scale")
def test_everything_that_can_have_the_keyboard_has_a_name(page, size, open_desk, show_page):
    shown = page(open_desk(builders.assessment(answers="PU1=3 PU2=dk LE1=na")))
    show_page(shown, *size)
    assert gaps(shown) == []


def test_the_whole_window_has_names(make_shell):
    shell = make_shell()
    assert gaps(shell.window) == []
    shell.opening.show_example()
    for place in ("setup", "walk"):
        shell.window.go_to(place)
        QApplication.processEvents()
        assert gaps(shell.window) == []


def test_the_help_has_names(make_shell, qtbot, theme, qapp):
    shell = make_shell()
    dialog = HelpDialog(theme, qapp, (), shell.window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert gaps(dialog) == []


def test_tab_goes_in_reading_order_through_a_question(desk, show_page):
    page = WalkPage(desk)
    stops = show_page(page).spoken()
    assert stops == [
        "Answering for",
        "Person who answers",
        "Purpose, 0 of 2 answered",
        "1, Not in place. PU1 stands at level 1.",
        "We don’t know",
        "Doesn’t apply…",
        "Grid of all answers",
        "Add a note",
        "Next",
        "Close the guidance",
        "Guidance",
        "ICO: Data sharing code",
    ]


def test_a_level_is_a_radio_button_that_says_its_number_name_and_words(desk, show_page):
    page = WalkPage(desk)
    show_page(page)
    row = page.question.levels.rows[1]
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() == QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Name) == "2, Depends on people. PU1 stands at level 2."
    assert not interface.state().checked
    row.click()
    assert QAccessible.queryAccessibleInterface(row).state().checked


def test_f6_goes_from_part_to_part(make_shell):
    shell = make_shell()
    shell.opening.show_example()
    page = shell.window.page
    page.question.levels.focus_chosen()
    assert page.question.isAncestorOf(QApplication.focusWidget())
    shell.acts.next_part.trigger()
    assert page.guidance.isAncestorOf(QApplication.focusWidget())
    shell.acts.next_part.trigger()
    assert page.rail.isAncestorOf(QApplication.focusWidget())


def test_tab_and_shift_tab_go_through_the_window_in_reading_order(make_shell, qtbot):
    shell = make_shell()
    shell.opening.show_example()
    pilot = Pilot(qtbot, shell.window)
    there = []
    for _ in range(8):
        pilot.key("Tab")
        there.append(QApplication.focusWidget())
    back = []
    for _ in range(8):
        back.append(QApplication.focusWidget())
        pilot.key("Shift+Tab")
    assert back[::-1] == there
    assert there[0].accessibleName() == "We don’t know"
