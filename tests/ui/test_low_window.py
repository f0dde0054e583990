"""With very large text, or in a low window, a page begins at its top and then has all the room."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from selfassess.ui.charts.chart_row import ChartRow
from selfassess.ui.parts.body import Body
from selfassess.ui.parts.scroll import Scroll
from tests.ui import scenes
from tests.ui.north import content

LOW = ((1366, 768), (1366, 690))
ASIDES = ("go.portfolio", "go.own-cases")


@pytest.fixture(params=LOW, ids=lambda size: f"{size[0]}x{size[1]}")
def shell(request, make_shell, theme):
    """The program with the worked example, at 200 % in a low window."""
    made = make_shell(content=content(), example=scenes.whole_example())
    theme.set_text_scale(2.0)
    made.window.resize(*request.param)
    scenes.settle()
    return made


def body_of(window):
    (body,) = (one for one in window.findChildren(Body) if one.isVisible())
    return body


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        scenes.settle()


def seen(widget, where=None):
    """The part of a widget, or of a rectangle in it, that is in sight."""
    return widget.visibleRegion().boundingRect() & (where or widget.rect())


def place_of_keyboard():
    """The widget that has the keyboard, or the viewport of a list; and the place in it."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QAbstractItemView):
        return widget.viewport(), widget.visualRect(widget.currentIndex())
    return widget, widget.rect()


def roll(widget, by):
    """Turn the wheel over the top of a widget; down is below 0."""
    window = widget.window()
    at = QPointF(widget.mapTo(window, QPoint(widget.width() // 2, 4)))
    QTest.wheelEvent(window.windowHandle(), at, QPoint(0, by))
    scenes.settle()


def test_every_page_begins_at_its_top(shell):
    for name in (scenes.START, *scenes.page_ids(), *ASIDES):
        window = scenes.show(shell, name)
        moved = {
            s.verticalScrollBar().value() for s in window.findChildren(Scroll) if s.isVisible()
        }
        assert moved <= {0}, name
        scenes.put_away(shell, window)


def test_the_first_key_shows_where_the_keyboard_is(shell):
    for name in ("walk", "grid", "prepare", "overview", "agreement", "compare", "plan", "cases"):
        scenes.show(shell, name)
        press(Qt.Key.Key_Down)
        widget, place = place_of_keyboard()
        whole = QRect(place.topLeft(), place.size().boundedTo(widget.size()))
        assert seen(widget, place).height() >= whole.height() - 1, name


def test_coming_back_from_another_window_leaves_a_page_at_its_top(shell, qtbot):
    window = scenes.show(shell, "walk")
    place = QApplication.focusWidget()
    place.clearFocus()
    place.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    scenes.settle()
    assert window.page._scroll.verticalScrollBar().value() == 0


def test_the_next_question_begins_at_its_top_too(shell):
    page = scenes.show(shell, "walk").page
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.at().partition(":")[0] == "PU2"
    assert page._scroll.verticalScrollBar().value() == 0
    assert seen(page.question._question).height() == page.question._question.height()


@pytest.mark.parametrize("name", ["overview", "agreement", "compare"])
def test_a_chart_shows_at_least_five_rows_and_what_it_says(shell, name):
    page = scenes.show(shell, name).page
    press(*[Qt.Key.Key_Down] * 4)
    rows = [row for row in page.findChildren(ChartRow) if row.isVisible()]
    assert sum(seen(row).height() == row.height() for row in rows) >= 5
    assert seen(page.reading).height() == page.reading.height()


@pytest.mark.parametrize(
    ("name", "least"), [("prepare", 4), ("plan", 2), ("barriers", 2), ("grid", 4)]
)
def test_a_table_shows_several_rows(shell, name, least):
    page = scenes.show(shell, name).page
    press(*[Qt.Key.Key_Down] * 4)
    view = QApplication.focusWidget()
    assert isinstance(view, QAbstractItemView)
    across, rows, index = seen(view.viewport()), set(), view.currentIndex()
    for y in range(across.top(), across.bottom(), 4):
        index = view.indexAt(QPoint(across.center().x(), y))
        if index.isValid():
            rows.add((index.parent().row(), index.row()))
    assert len(rows) >= least
    assert page.isVisible()


def test_the_wheel_moves_the_bars_away_before_what_is_on_the_page(shell):
    page = scenes.show(shell, "overview").page
    body, inner = body_of(page.window()), page._beside.body
    most = body.verticalScrollBar().maximum()
    assert most > 0
    for _turn in range(20):
        if body.verticalScrollBar().value() < most:
            assert inner.verticalScrollBar().value() == 0
            roll(inner.viewport(), -120)
    assert body.verticalScrollBar().value() == most
    roll(inner.viewport(), -120)
    assert inner.verticalScrollBar().value() > 0
    roll(inner.viewport(), 120)
    roll(inner.viewport(), 120)
    assert (inner.verticalScrollBar().value(), body.verticalScrollBar().value() < most) == (0, True)


def test_a_click_never_moves_the_page_under_the_pointer(shell):
    page = scenes.show(shell, "report").page
    body = body_of(page.window())
    button = page.checks
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    scenes.settle()
    assert body.verticalScrollBar().value() == 0
