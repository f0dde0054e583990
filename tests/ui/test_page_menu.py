"""Page menus: what can be done on a page, by right click, by the menu key and from the search."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from selfassess.core.assessment import Action
from selfassess.ui import icons
from selfassess.ui.act_list import Group, page_acts
from selfassess.ui.page_menu import do, doable
from selfassess.ui.pages.agreement import AgreementPage
from selfassess.ui.pages.barriers import BarriersPage
from selfassess.ui.pages.cases import CasesPage
from selfassess.ui.pages.compare import ComparePage
from selfassess.ui.pages.grid import GridPage
from selfassess.ui.pages.overview import OverviewPage
from selfassess.ui.pages.plan import PlanPage
from selfassess.ui.pages.setup import SetUpPage
from selfassess.ui.pages.start import StartPage
from selfassess.ui.pages.walk import WalkPage
from selfassess.ui.parts.recent_row import RecentFile, RecentRow
from selfassess.ui.style import dress
from tests.ui import north

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PAGES = (
    OverviewPage,
    AgreementPage,
    BarriersPage,
    CasesPage,
    ComparePage,
    PlanPage,
    GridPage,
    WalkPage,
)


def northbridge():
    return north.two_rounds().changed(actions=(Action(id="a", text="Do a"),))


@pytest.fixture
def shown(open_desk, show_page):
    def make(page, value=None):
        made = page(open_desk(value or northbridge(), north.content()))
        made.pilot = show_page(made)
        return made

    return make


def right_click(widget):
    """Ask for the menu as the pointer does, and return it, or None."""
    at = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    return next((m for m in widget.window().findChildren(QMenu) if m.isVisible()), None)


def test_every_act_of_a_page_has_words_an_icon_and_a_name_of_its_own():
    for act in page_acts():
        assert act.words
        assert act.icon in icons.names()
        assert act.group is Group.PAGE
    ids = [act.id for act in page_acts()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_offers_only_acts_of_the_list_and_has_a_menu_of_them(page, shown):
    made = shown(page)
    known = {act.id.removeprefix("page.") for act in page_acts()}
    assert made.doing()
    assert set(made.doing()) <= known
    menu = right_click(made)
    assert [a.objectName() for a in menu.actions()] == [a.id for a in doable(made.doing())]
    menu.close()


def test_no_act_of_the_list_is_offered_nowhere(shown):
    offered = {name for page in PAGES for name in shown(page).doing()}
    aside = {"take-back", "put-back", "copy-note", "save-note", "draft"}
    aside |= {"votes-table", "votes-picture"}  # in the room, once votes are shown
    aside |= {"open-recent", "remove-recent"}  # on the start page
    known = {act.id.removeprefix("page.") for act in page_acts()}
    assert known - offered <= aside


def test_a_page_where_nothing_is_chosen_has_no_menu(shown):
    page = shown(SetUpPage)
    assert page.doing() == {}
    assert right_click(page) is None
    nobody = north.north().changed(
        rounds=(north.north().latest.changed(organisations=(), answers=(), votes=(), agreed=()),)
    )
    assert shown(WalkPage, nobody).doing() == {}


def test_the_menu_shows_the_keys_and_does_what_it_says(shown):
    page = shown(BarriersPage)
    menu = right_click(page.list.viewport())
    act = next(a for a in menu.actions() if a.objectName() == "page.add-step")
    assert act.text() == "Add the next step to the plan\tA"
    act.trigger()
    assert len(page.desk.opened.value.actions) == 2
    menu.close()


def test_the_menu_key_opens_it_too(shown):
    page = shown(PlanPage)
    at = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, page.table.mapToGlobal(at))
    QApplication.sendEvent(page.table.viewport(), event)
    (menu,) = [m for m in page.window().findChildren(QMenu) if m.isVisible()]
    assert menu.accessibleName() == "What can be done here"
    menu.close()


def test_a_press_with_the_right_button_chooses_what_the_menu_is_about(shown, qtbot):
    page = shown(CasesPage)
    view = page.list
    second = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=second)
    assert view.here == view.ids[1]


def test_what_was_set_aside_is_taken_back_and_what_is_unlike_us_put_back(shown, prompts):
    page = shown(BarriersPage)
    prompts.expect("No longer")
    assert do("page.aside", page.doing())
    assert "aside" not in page.doing()
    assert do("page.take-back", page.doing())
    cases = shown(CasesPage)
    assert do("page.unlike", cases.doing())
    assert do("page.put-back", cases.doing())
    assert not do("page.put-back", cases.doing())


def test_a_chart_is_copied_from_its_menu(shown):
    page = shown(OverviewPage)
    QGuiApplication.clipboard().clear()
    assert do("page.picture", page.doing())
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_cell_of_the_grid_is_cleared_from_its_menu(shown):
    page = shown(GridPage)
    page.view.go_to("PU1", page._columns[1].key)
    assert do("page.copy-all", page.doing())
    assert QGuiApplication.clipboard().text()
    assert do("page.dont-know", page.doing())


def test_the_walk_leads_to_the_grid_by_a_button(shown, qtbot):
    page = shown(WalkPage)
    page.arrive("PR3")
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Grid of all answers")
    assert wanted.args[0] == "grid"
    assert wanted.args[1].startswith("PR3")


def test_the_search_offers_what_can_be_done_on_the_page_in_view(make_shell):
    shell = make_shell()
    shell.opening.show_example()
    shell.window.go_to("plan")
    offered = [act.id for act in shell.guiding._offered()]
    assert "page.add" in offered
    before = len(shell.opening.opened.value.actions)
    shell.guiding._do("page.add")
    assert len(shell.opening.opened.value.actions) == before + 1
    shell.window.show_start()
    assert "page.add" not in [act.id for act in shell.guiding._offered()]
    shell.guiding._do("page.add")


@pytest.fixture
def start(theme, show_page, qtbot):
    page = StartPage(theme, "Northbridge")
    page.show_recent((RecentFile("/a.selfassess", "Riverside", "Today"),))
    qtbot.addWidget(page)
    dress(page, theme)
    page.resize(1366, 690)
    with qtbot.waitActive(page):
        page.show()
    return page


def test_a_recent_file_is_opened_or_taken_off_the_list_from_its_menu(start, qtbot):
    (row,) = start.findChildren(RecentRow)
    at = row.mapTo(start, row.rect().center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, start.mapToGlobal(at))
    QApplication.sendEvent(start, event)
    (menu,) = [m for m in start.findChildren(QMenu) if m.isVisible()]
    open_, remove = menu.actions()
    assert (open_.text(), remove.text()) == ("Open\tEnter", "Remove from this list\tDel")
    with qtbot.waitSignal(start.remove_wanted) as wanted:
        remove.trigger()
    assert wanted.args == ["/a.selfassess"]
    with qtbot.waitSignal(start.recent_wanted):
        open_.trigger()
    menu.close()


def test_delete_takes_a_recent_file_off_the_list(start, qtbot):
    (row,) = start.findChildren(RecentRow)
    row.setFocus()
    at = QPoint(1, 1)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, start.mapToGlobal(at))
    QApplication.sendEvent(start, event)
    (menu,) = [m for m in start.findChildren(QMenu) if m.isVisible()]
    menu.close()
    with qtbot.waitSignal(start.remove_wanted) as wanted:
        qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert wanted.args == ["/a.selfassess"]


def test_beside_the_recent_files_the_start_page_has_no_menu(start):
    assert right_click(start.first()) is None
