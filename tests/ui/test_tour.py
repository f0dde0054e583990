import pytest
from PySide6.QtWidgets import QApplication

from selfassess.ui.tour import tour_stops
from tests.pilot import Pilot
from tests.ui.told_order import gaps


@pytest.fixture
def shell(make_shell):
    return make_shell()


def begun(shell):
    shell.guiding.start_tour()
    QApplication.processEvents()
    return shell.guiding.tour


def test_the_banner_of_the_example_offers_the_tour(shell, qtbot):
    shell.opening.show_example()
    Pilot(qtbot, shell.window).press("Two-minute tour")
    assert shell.guiding.tour.is_under_way


def test_the_tour_opens_the_example_where_nothing_is_open(shell):
    tour = begun(shell)
    assert shell.opening.opened.value.fictional
    assert tour.stop.place == "walk"
    assert tour._card.on.hasFocus()


def test_the_tour_goes_through_all_pages_by_keyboard_and_ends(shell, qtbot):
    tour, pilot = begun(shell), Pilot(qtbot, shell.window)
    been = []
    for _stop in tour_stops():
        been.append(shell.window.here)
        assert not shell.window.grab().isNull()
        assert gaps(tour._card) == []
        pilot.key("Return")
    assert not tour.is_under_way
    assert been == [stop.place for stop in tour_stops()]
    assert shell.window.here == "report"


def test_esc_leaves_at_once_and_gives_the_keyboard_back(shell, qtbot):
    tour, pilot = begun(shell), Pilot(qtbot, shell.window)
    pilot.key("Escape")
    assert not tour.is_under_way
    assert shell.window.page.isAncestorOf(QApplication.focusWidget())


def test_esc_leaves_also_when_the_keyboard_is_on_the_page(shell, qtbot):
    tour, pilot = begun(shell), Pilot(qtbot, shell.window)
    shell.window.page.question.levels.focus_chosen()
    pilot.key("Escape")
    assert not tour.is_under_way


def test_one_can_go_back_and_leave_by_buttons(shell, qtbot):
    tour, pilot = begun(shell), Pilot(qtbot, shell.window)
    pilot.press("Next stop")
    assert tour.stop.title == "Where you are"
    tour.go_back()
    tour.go_back()
    pilot.press("Next stop")
    pilot.press("Stop before")
    assert tour.stop.title == "One question at a time"
    pilot.key("A")
    pilot.press("Leave the tour")
    assert not tour.is_under_way
    tour.leave()


def test_tab_stays_among_the_buttons_of_the_card(shell, qtbot):
    tour, pilot = begun(shell), Pilot(qtbot, shell.window)
    pilot.key("Tab")
    assert tour._card.isAncestorOf(QApplication.focusWidget())
    pilot.key("Shift+Tab")
    assert tour._card.on.hasFocus()


@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (1024, 540)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_cards_stay_in_the_window_whatever_its_size(shell, theme, size, scale):
    theme.set_text_scale(scale)
    tour = begun(shell)
    shell.window.resize(*size)
    QApplication.processEvents()
    for _stop in range(len(tour_stops())):
        card = tour._card.geometry()
        assert shell.window.rect().contains(card), tour.stop
        tour.go_on()


def test_closing_the_example_ends_the_tour(shell):
    tour = begun(shell)
    shell.guiding.start_tour()
    shell.opening.close()
    assert not tour.is_under_way


def test_a_new_tour_can_be_taken(shell):
    tour = begun(shell)
    tour.leave()
    assert begun(shell) is tour
    assert tour.is_under_way
