"""What screen readers are told of every page, every dialog and every chart, and in which order."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.core.problem import Problem
from selfassess.ui.charts.level_key import LevelKey
from selfassess.ui.models.slide import Slide, SlideKind
from selfassess.ui.pages.agreement import AgreementPage
from selfassess.ui.parts import aloud
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.entry_list import EntryList
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.tab_order import stops
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.presenter_window import PresenterWindow
from selfassess.ui.spacing import STRETCH, column, row
from tests.pilot import Pilot
from tests.ui import north, scenes, spoken
from tests.ui.told_order import gaps, out_of_order

CHARTS = (("overview", "chart"), ("agreement", "map"), ("compare", "chart"))
"""The pages with charts of rows, and the names of their charts."""


def told(widget, what=QAccessible.Text.Name):
    return QAccessible.queryAccessibleInterface(widget).text(what)


def role(widget):
    return QAccessible.queryAccessibleInterface(widget).role()


@pytest.fixture
def shell(make_shell):
    return make_shell(content=north.content(), example=scenes.whole_example())


@pytest.fixture
def said(monkeypatch):
    """What is announced, in its order."""
    heard = []
    monkeypatch.setattr(aloud, "_tell", lambda event: heard.append(event.message()))
    return heard


# every page and dialog


def test_every_page_and_dialog_is_told_whole_and_in_reading_order(shell):
    found = {}
    for name in scenes.scenes():
        window = scenes.show(shell, name)
        found[name] = gaps(window)
        scenes.put_away(shell, window)
    assert {name: told_ for name, told_ in found.items() if told_} == {}


@pytest.mark.slow
def test_the_tab_key_goes_through_every_page_and_dialog_in_reading_order(shell):
    found = {}
    for name in scenes.scenes():
        window = scenes.show(shell, name)
        stops(window)[0].setFocus(Qt.FocusReason.TabFocusReason)
        for place in range(1, len(stops(window))):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            here, wanted = QApplication.focusWidget(), stops(window)[place]
            if here is not wanted:
                found[name] = f"{wanted.accessibleName()} is passed by for {here}"
                break
        scenes.put_away(shell, window)
    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1093, 545), (1366, 690), (1700, 1000)])
def test_so_it_is_in_every_size(shell, theme, size, scale):
    theme.set_text_scale(scale)
    shell.window.resize(*size)
    scenes.settle()
    test_every_page_and_dialog_is_told_whole_and_in_reading_order(shell)


@pytest.mark.slow
def test_so_it_is_when_the_window_changes_its_size(shell):
    found = {}
    for name, size in itertools.product(scenes.page_ids(), [(1093, 545), (1366, 768)] * 2):
        window = scenes.show(shell, name)
        window.resize(*size)
        scenes.settle()
        found[name, size] = gaps(window)
    assert {name: told_ for name, told_ in found.items() if told_} == {}


@pytest.mark.slow
@pytest.mark.parametrize("page", ["barriers", "cases"])
def test_so_it_is_for_everything_in_a_list(shell, page):
    window = scenes.show(shell, page)
    found = {}
    (list_,) = (one for one in window.page.findChildren(EntryList) if one.isVisible())
    for place in range(12):
        list_.step(1)
        scenes.settle()
        found[place] = gaps(window)
    assert {name: told_ for name, told_ in found.items() if told_} == {}


ASKS = {"aside", "delete", "unlike", "paste", "source", "questions", "question", "grid", "outside"}
"""What pages can do that asks first, or leaves the page."""


@pytest.mark.slow
@pytest.mark.parametrize("page", ["overview", "agreement", "compare", "barriers", "walk", "plan"])
def test_so_it_is_after_all_that_can_be_done_on_a_page(shell, page):
    window, found = scenes.show(shell, page), {}
    for name in [name for name in window.page.doing() if name not in ASKS]:
        scenes.show(shell, page)
        window.page.doing().get(name, lambda: None)()
        scenes.settle()
        found[name] = gaps(window)
    assert len(found) >= 2
    assert {name: told_ for name, told_ in found.items() if told_} == {}


@pytest.mark.slow
def test_so_it_is_while_partners_come_and_go(shell, qtbot):
    window = scenes.show(shell, "setup")
    pilot = Pilot(qtbot, window)
    pilot.press("Add a partner")
    assert gaps(window) == []
    pilot.write("Probation")
    pilot.key("Tab")
    pilot.press("16 more")
    scenes.settle()
    assert gaps(window) == []
    pilot.press("Remove Probation")
    scenes.settle()
    assert gaps(window) == []


@pytest.mark.slow
def test_so_it_is_while_a_room_votes(shell, qtbot):
    window = scenes.show(shell, "the room at work")
    page, pilot = window.page, Pilot(qtbot, window)
    page.focus_votes()
    for _partner in range(5):
        pilot.key("3")
    for act in (page.reveal, page.vote_again, page.go_on, page.toggle_say):
        act()
        scenes.settle()
        assert gaps(window) == []


@pytest.mark.slow
def test_so_it_is_while_there_is_nothing_yet(shell):
    shell.opening.begin()
    found = {}
    for name in scenes.page_ids():
        window = scenes.show(shell, name)
        found[name] = gaps(window)
    shell.acts.action("go.portfolio").trigger()
    scenes.settle()
    found["portfolio"] = gaps(shell.window)
    assert {name: told_ for name, told_ in found.items() if told_} == {}


def test_gaps_are_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    title = Text(theme, "Title", parent=window)
    choice = Choice(theme, says="Sort by", parent=window)
    label = Text(theme, "Who has answered", parent=window)
    label.setBuddy(choice)
    button = Button(theme, "Close", parent=window)
    window.setLayout(column(title, choice, label, Painting(theme, window), button, STRETCH))
    window.show()
    assert "“Who has answered” is the label of “Sort by”" in gaps(window)
    assert "“4” of Painting is not heard" in gaps(window)
    button.setAccessibleName("Leave")
    assert "“Close” is called “Leave”" in gaps(window)
    assert out_of_order(window) == []
    title.raise_()
    assert "Text “Title” is read after Text “Who has answered”" in gaps(window)


class Painting(LevelKey):
    heard_as = None


# the order of what is laid out


def test_things_are_read_in_the_order_in_which_they_are_laid_out(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    last, second, first, third = (
        Text(theme, words, parent=window) for words in ("last", "second", "first", "third")
    )
    inside = row(second, third)
    window.setLayout(column(first, inside, last))
    inside.insertWidget(1, Text(theme, "between", parent=window))
    window.layout().addWidget(Text(theme, "under it"))
    order = [thing.text() for thing in spoken.walked(window) if isinstance(thing, Text)]
    assert order == ["first", "second", "between", "third", "last", "under it"]


# charts


def test_charts_say_their_figures_and_each_row_reads_itself(shell, qtbot, said):
    for page, name in CHARTS:
        scenes.show(shell, page)
        chart, reading = getattr(shell.window.page, name), shell.window.page.reading
        assert role(chart) is QAccessible.Role.Grouping
        assert told(chart)
        figures = told(chart, QAccessible.Text.Description)
        assert all(row_.accessibleName().split(",")[0] in figures for row_ in chart.rows)
        chart.take_focus()
        said.clear()
        for _step in range(3):
            qtbot.keyClick(chart.rows[chart.here], Qt.Key.Key_Down)
            here = QApplication.focusWidget()
            assert here is chart.rows[chart.here]
            assert told(here, QAccessible.Text.Description) == reading.words
        assert said == []  # a screen reader says by itself what has the keyboard


def test_what_the_pointer_comes_to_is_said_and_not_what_it_leaves(open_desk, show_page, said):
    page = AgreementPage(open_desk(north.north(), north.content()))
    show_page(page)
    page.arrive("culture")
    link = next(iter(page.side.findChildren(WrapLink)))
    said.clear()
    at = QPointF(2, 2)
    QApplication.sendEvent(link, QEnterEvent(at, at, at))
    assert said == [link.accessibleName()]
    QApplication.sendEvent(link, QEvent(QEvent.Type.Leave))
    assert len(said) == 1


def test_what_the_room_sees_is_a_window_that_reads_its_slide(qtbot, theme):
    window = PresenterWindow(theme)
    qtbot.addWidget(window)
    window.show_slide(Slide(SlideKind.QUESTION, where="Question 1 of 14"), 1.0)
    assert role(window) is QAccessible.Role.Window
    assert told(window, QAccessible.Text.Description) == "Question 1 of 14"


# what is said at once


def test_an_error_under_a_field_is_said_once(qtbot, theme, said):
    field = Field(theme, "Due", "A date, such as 30 October")
    qtbot.addWidget(field)
    field.show()
    field.complain("This is no date.")
    field.complain("This is no date.")
    assert said == ["This is no date."]
    assert told(field.editor, QAccessible.Text.Description).startswith("This is no date.")


def test_how_saving_went_is_said(qtbot, theme, said):
    saved = SavedReport(theme, lambda _path: None)
    qtbot.addWidget(saved)
    saved.tell_saved(Path("report.xlsx"))
    saved.tell_problem(Problem("file.disk-full", file="report.xlsx"))
    assert said[0] == "Saved: report.xlsx"
    assert len(said) == 2
    assert said[1]


def test_a_fact_is_not_said_by_itself(qtbot, theme, said):
    remark = Remark(theme, "info")
    qtbot.addWidget(remark)
    remark.show()
    remark.say("You can change it later.")
    assert said == []


def test_text_that_the_keyboard_stops_at_to_scroll_is_read_out(make_shell):
    shell = make_shell()
    shell.opening.show_example()
    pane = shell.window.page.guidance.body
    for topic in ("PU2", "PU1"):
        shell.window.go_to("walk", topic)
        pane.setFocus()
        read = told(pane, QAccessible.Text.Description)
        for part in pane.findChildren(Text):
            assert not part.isVisible() or part.text() in read
        shell.window.page.question.levels.focus_chosen()


def test_a_body_that_the_keyboard_passes_by_says_nothing_of_itself(qtbot, theme):
    scroll = Scroll(theme, QWidget())
    qtbot.addWidget(scroll)
    assert told(scroll, QAccessible.Text.Description) == ""
