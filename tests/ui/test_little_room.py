import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from selfassess.ui.dialogs.window_prompts import _Choose
from selfassess.ui.parts.agenda_rail import AgendaEntry, AgendaRail
from selfassess.ui.parts.body import Body, Pages
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.partners import Partner, Partners
from selfassess.ui.parts.rail_pane import RailPane
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.start_action import StartAction
from selfassess.ui.parts.sub_tabs import SubTabs
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.top_bar import TopBar
from selfassess.ui.prompts import Question
from selfassess.ui.spacing import STRETCH, Share, column
from selfassess.ui.style import dress

LONG = "Somebody else has changed this file. Nothing is overwritten until you choose. " * 12
PAGES = (("one", "Overview"), ("two", "Agreement"), ("three", "Barriers"), ("four", "Cases"))


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1093, 545)
    window.show()
    return window


def question(text):
    return Question("Which one holds?", text, (("both", "Keep both"), ("theirs", "Theirs")), "both")


def test_a_dialog_with_more_than_fits_scrolls_and_keeps_its_buttons_in_view(theme, qapp, window):
    theme.set_text_scale(2.0)
    dialog = _Choose(theme, qapp, question(LONG), window)
    dialog.show()
    assert dialog.height() <= window.height()
    for button in dialog.findChildren(QAbstractButton):
        where = button.rect().translated(button.mapTo(dialog, button.rect().topLeft()))
        assert dialog.rect().contains(where)
    assert dialog._scroll.verticalScrollBar().maximum() > 0
    assert dialog._scroll.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_dialog_that_fits_has_nothing_to_scroll_to(theme, qapp, window):
    dialog = _Choose(theme, qapp, question("Nothing is lost."), window)
    dialog.show()
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    assert dialog._scroll.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_an_open_dialog_follows_the_text_size(theme, qapp, window):
    dialog = _Choose(theme, qapp, question(LONG[:200]), window)
    dialog.show()
    before = dialog.height()
    theme.set_text_scale(1.5)
    assert dialog.height() > before


def test_the_views_become_a_list_where_they_do_not_fit_side_by_side(theme, window, qtbot):
    bar = SubTabs(theme, window)
    dress(bar, theme)
    bar.offer(PAGES, "two")
    bar.resize(900, 60)
    bar.show()
    assert not bar._list.isVisible()
    bar.resize(200, 60)
    assert bar._list.isVisible()
    assert bar._list.marked == "two"
    assert not bar._choice.isVisible()
    with qtbot.waitSignal(bar.chosen) as chosen:
        bar._list.activated.emit(2)
    assert chosen.args == ["three"]


def test_long_words_of_the_agenda_go_on_to_further_lines(theme, window):
    rail = AgendaRail(theme, window)
    short = AgendaEntry("PU1", "Purpose", "Not agreed", "open", here=False)
    long = AgendaEntry("PU2", "Purpose " * 12, "Partners stand apart " * 6, "open", here=False)
    rail.offer((short, long))
    rail.resize(276, 500)
    rail.show()
    QApplication.processEvents()
    assert rail.rows[1].height() > rail.rows[0].height() * 2


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
def test_an_open_list_is_wide_enough_for_its_longest_choice(theme, window):
    choice = Choice(theme, says="Dimension", parent=window)
    choice.offer((("a", "Short"), ("b", "A choice with very many words in it, all to be read")))
    choice.setFixedWidth(100)
    choice.show()
    choice.showPopup()
    assert choice.view().width() >= choice.view().sizeHintForColumn(0)
    choice.hidePopup()


@pytest.fixture
def body(theme, window):
    """A page with a head and a body that scrolls, under a bar, in a window; and that page."""
    page, pages = QWidget(), Pages(window)
    page.setLayout(column(Text(theme, "The head of a page " * 6), Share(Scroll(theme, QWidget()))))
    pages.addWidget(page)
    bar = Text(theme, "Nothing of it is saved.")
    made = Body(theme, (bar, QWidget()), pages, window)
    made.resize(400, 400)
    made.show()
    return made, page


def test_only_a_page_without_room_for_its_head_and_foot_scrolls_as_a_whole(body):
    made, page = body
    assert made.verticalScrollBar().maximum() == 0
    made.resize(400, 120)
    QApplication.processEvents()
    assert made.verticalScrollBar().maximum() > 0
    assert page.layout().itemAt(0).geometry().height() >= page.layout().itemAt(0).heightForWidth(
        page.width()
    )


def test_a_page_out_of_view_asks_for_no_room(body):
    made, page = body
    tall = QWidget()
    tall.setMinimumHeight(3000)
    page.parentWidget().addWidget(tall)
    QApplication.processEvents()
    assert made.verticalScrollBar().maximum() == 0


def test_the_next_page_begins_at_its_top(body):
    made, page = body
    made.resize(400, 120)
    QApplication.processEvents()
    made.verticalScrollBar().setValue(made.verticalScrollBar().maximum())
    other = QWidget()
    page.parentWidget().addWidget(other)
    page.parentWidget().setCurrentWidget(other)
    assert made.verticalScrollBar().value() == 0


def test_the_tabs_become_a_menu_where_they_do_not_fit(theme, window):
    bar = TopBar(theme, window)
    dress(bar, theme)
    bar.show()
    for names, as_menu in ((("Answer", "Results"), False), (("Beantwortungsbogen",) * 7, True)):
        bar.offer_tabs(names)
        bar.mark_tab(0)
        bar.resize(1093, bar.sizeHint().height())
        bar.fit(theme.room(bar.size()))
        assert bar._tabs.isHidden() is as_menu
        assert bar._tab_menu.isHidden() is not as_menu


def bar_with(theme, window, name):
    bar = TopBar(theme, window)
    dress(bar, theme)
    bar.offer_tabs(("Set up", "Answer", "Workshop", "Results"))
    bar.mark_tab(0)
    bar.saved.show_state("Saved", icon="check")
    bar.show_name(name)
    bar.resize(1366, bar.sizeHint().height())
    bar.fit(theme.room(bar.size()))
    bar.show()
    QApplication.processEvents()
    return bar


def test_a_long_name_takes_the_room_at_its_right_before_it_is_shortened(theme, window):
    long = "Northbridge partnership for information about domestic abuse and safe schools"
    bar = bar_with(theme, window, long)
    assert bar._name.text() == long
    assert bar._tabs.x() > bar._name.geometry().right()
    assert bar.help.geometry().right() < bar.width()
    longer = bar_with(theme, window, long * 3)
    assert "…" in longer._name.text()
    assert longer.help.geometry().right() < longer.width()
    assert longer._tabs.width() >= longer._tabs.sizeHint().width()


@pytest.mark.parametrize("width", range(1024, 1400, 16))
def test_a_name_that_comes_later_cuts_no_tab(theme, window, width):
    bar = TopBar(theme, window)
    dress(bar, theme)
    bar.offer_tabs(("Set up and purpose", "Answer the questions", "Workshop", "Results") * 2)
    bar.mark_tab(0)
    bar.resize(width, bar.sizeHint().height())
    bar.fit(theme.room(bar.size()))
    bar.show_name("Northbridge partnership for information about domestic abuse " * 2)
    bar.show()
    QApplication.processEvents()
    assert bar._tabs.isHidden() or bar._tabs.width() >= bar._tabs.sizeHint().width()
    assert bar.help.geometry().right() < width


def test_the_tabs_stand_in_the_middle_while_the_name_is_short(theme, window):
    bar = bar_with(theme, window, "Northbridge")
    assert abs(bar._tabs.geometry().center().x() - bar.width() / 2) < 24


@pytest.fixture
def partners(theme, window):
    """The partners of set-up, one with a short name and one with a long one."""
    made = Partners(theme, (("council", "Council"),), window)
    names = ("Haven", "Northbridge and Westmoor safeguarding partnership for children and families")
    made.show_partners(
        tuple(
            Partner(name[0], name, "council", letter, 3)
            for name, letter in zip(names, "NH", strict=True)
        )
    )
    made.resize(520, 300)
    made.show()
    QApplication.processEvents()
    return made


def test_a_name_that_is_longer_than_its_field_stands_whole_under_it(partners):
    short, long = partners._rows
    assert not short.whole.isVisible()
    assert long.whole.isVisible()
    assert long.whole.text() == long.name.text()
    partners.resize(1300, 300)
    QApplication.processEvents()
    assert not long.whole.isVisible()


def test_the_whole_name_follows_what_is_typed(partners):
    short, _long = partners._rows
    short.name.setText("Haven " * 20)
    assert short.whole.isVisible()
    assert short.whole.text() == short.name.text()


def test_a_large_thing_to_do_grows_with_its_words(theme, window):
    action = StartAction(
        theme, "plus", "Start " * 30, "Takes ten minutes " * 9, "F2", parent=window
    )
    window.setLayout(column(action, STRETCH))
    window.resize(420, 545)
    QApplication.processEvents()
    assert action.height() == action.heightForWidth(action.width()) > theme.px(72)


def test_the_compact_rail_says_how_many_are_answered_in_few_words(theme, window):
    rail = RailPane(theme, window)
    rail.show_progress(12, 60, "")
    rail.fit(theme.room(QSize(1366, 768)))
    assert rail._count.text() == "12 of 60 answered"
    rail.fit(theme.room(QSize(1093, 545)))
    assert rail._count.text() == "12 of 60"
