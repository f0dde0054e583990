"""What holds for every page of results, plan and report: names, room for every word, keys."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from selfassess import app as program
from selfassess.core import plan
from selfassess.core.assessment import Action
from selfassess.ui.parts.text import Text
from tests.pilot import Pilot
from tests.ui import north
from tests.ui.told_order import gaps

PAGES = (
    "overview",
    "agreement",
    "barriers",
    "cases",
    "compare",
    "plan",
    "report",
    "return",
    "case-study",
)
SIZES = {"full": (1366, 690), "small": (1093, 545), "narrow": (760, 480)}


def busy():
    """Northbridge in a second round, with actions in every state."""
    value = north.two_rounds()
    barrier = north.results().barriers[0].barrier
    actions = (
        Action(id="a", text="Tell people", topic=north.results().readiness.blocked_by[0]),
        Action(id="b", text="Ring", barrier=barrier.id, owner="Haven", due="2026-10-01"),
        Action(id="c", text="Learn", case=north.content().cases[0].id, status="done"),
    )
    for action in actions:
        value = plan.add_action(value, action)
    return value


@pytest.fixture
def page(request, open_desk, show_page, theme):
    def show(name: str, size: str = "full", scale: float = 1.0) -> QWidget:
        theme.set_text_scale(scale)
        place = next(place for place in program.places() if place.id == name)
        made = place.make(open_desk(busy(), north.content()), None)
        show_page(made, *SIZES[size])
        for _round in range(4):  # words that wrap ask for their height twice
            QApplication.processEvents()
        return made

    return show


def seen(page, kind):
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


@pytest.mark.slow  # each page is also seen once by the quick tests of words and of roles
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", ["full", "small"])
@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_have_the_keyboard_has_a_name(page, name, size, scale):
    shown = page(name, size, scale)
    assert gaps(shown) == []


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_no_words_are_cut(page, name, size, scale):
    shown = page(name, size, scale)
    cut = [
        label.text()
        for label in seen(shown, QLabel)
        if isinstance(label, Text)
        and label.wordWrap()
        and label.height() < label.heightForWidth(label.width()) - 1
    ]
    assert cut == []
    narrow = [
        button.text()
        for button in seen(shown, QPushButton)
        if not button.hasHeightForWidth() and button.width() < button.sizeHint().width() - 1
    ]
    assert narrow == []


@pytest.mark.parametrize("name", PAGES)
def test_the_pointer_is_never_the_only_way(page, name):
    shown = page(name)
    unreachable = [
        button.accessibleName()
        for button in seen(shown, QPushButton)
        if button.isEnabled() and not button.focusPolicy().value
    ]
    assert unreachable == []


@pytest.mark.parametrize("look", ["dark", "high-contrast"])
@pytest.mark.parametrize("name", PAGES)
def test_every_look_can_be_drawn(page, theme, name, look):
    shown = page(name)
    theme.choose(look)
    shown.setStyleSheet("QWidget { }")
    QApplication.processEvents()
    assert not shown.grab().isNull()


@pytest.mark.parametrize("name", ["overview", "agreement", "compare"])
def test_each_row_of_a_chart_is_a_button_with_name_and_description(page, name):
    shown = page(name)
    chart = shown.figure.chart
    for row in chart.rows:
        interface = QAccessible.queryAccessibleInterface(row)
        assert interface.role() == QAccessible.Role.Button
        assert interface.text(QAccessible.Text.Name)
        assert interface.text(QAccessible.Text.Description)


def test_alt_and_digits_switch_the_views_and_ctrl_the_tabs(make_shell, qtbot):
    shell = make_shell()
    shell.opening.show_example()
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl+4")
    for digit, place in enumerate(("overview", "agreement", "barriers", "cases", "compare"), 1):
        pilot.key(f"Alt+{digit}")
        assert shell.window.here == place
    pilot.key("Ctrl+5")
    assert shell.window.here == "plan"
    pilot.key("Ctrl+6")
    assert shell.window.here == "report"
