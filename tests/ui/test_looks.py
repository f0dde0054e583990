"""What was mended when every page was looked at: nothing of it may come back."""

from datetime import date

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QScrollBar, QStyle, QWidget

from selfassess.core.shapes import Scale
from selfassess.reports.book import Book, Cell, Row, Sheet
from selfassess.ui.charts import spread
from selfassess.ui.charts.axis import plain_ticks
from selfassess.ui.charts.spread import SpreadLook
from selfassess.ui.models.partners import Partner, names_in_a_line
from selfassess.ui.models.spread_view import SpreadMark, SpreadView
from selfassess.ui.models.votes_view import BoxState, VoteBox
from selfassess.ui.pages import overview
from selfassess.ui.pages.grid import GridPage
from selfassess.ui.parts import vote_panel
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.cell_bar import CellBar
from selfassess.ui.parts.chip import Chip
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.room_footer import RoomFooter
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.segmented import Segment, Segmented
from selfassess.ui.parts.sheet_preview import SheetPreview
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.vote_panel import VotePanel
from selfassess.ui.style import dress, style_sheet
from selfassess.ui.theme import Look
from tests.ui import north, scenes
from tests.ui.north import content


@pytest.fixture
def shell(make_shell):
    return make_shell(content=content(), example=scenes.whole_example())


def top_edge(widget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, 0).name() for x in range(10, image.width() - 10)}


@pytest.mark.parametrize("make", [Button, Chip])
def test_in_high_contrast_dashes_say_what_cannot_be_used(theme, qtbot, make):
    theme.choose(Look.CONTRAST.value)
    control = make(theme, "Save a pack for others")
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    ink = theme.colour("line_strong").name()
    assert top_edge(control) == {ink}
    control.setEnabled(False)
    assert {ink} < top_edge(control)


def test_in_other_looks_the_border_stays_whole(theme, qtbot):
    button = Button(theme, "Save a pack for others", Rank.OUTLINE)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.setEnabled(False)
    assert top_edge(button) == {theme.colour("line").name()}


def test_no_line_stands_beside_the_choice_that_holds(theme, qtbot):
    choice = Segmented(theme, (("a", "One"), ("b", "Two"), ("c", "Three")), says="Which")
    qtbot.addWidget(choice)
    divided = {}
    for id_ in ("a", "b", "c"):
        choice.mark(id_)
        divided[id_] = [segment.is_divided for segment in choice.findChildren(Segment)]
    assert divided == {
        "a": [True, True, False],
        "b": [False, True, False],
        "c": [True, False, False],
    }


def test_the_essential_level_has_dashes_and_no_plain_line():
    scale = Scale(1, 5, 0, 400)
    assert plain_ticks(scale) == (0, 100, 300, 400)


def test_a_page_is_first_seen_from_its_top(shell, theme):
    theme.set_text_scale(1.5)
    shell.window.resize(1366, 768)
    scenes.settle()
    for name in ("walk", "grid", "report", "return", "prepare"):
        window = scenes.show(shell, name)
        scrolled = [s.verticalScrollBar().value() for s in window.page.findChildren(Scroll)]
        assert set(scrolled) <= {0}, name


def test_a_topic_for_the_room_shows_that_it_is_chosen_and_that_it_has_the_keyboard(shell, theme):
    theme.choose("high-contrast")
    view = scenes.show(shell, "prepare").page.topics
    picture, row = view.viewport().grab().toImage(), view.visualRect(view.currentIndex())
    column = {picture.pixelColor(row.center().x(), row.top() + y).name() for y in range(10)}
    assert {theme.colour("accent").name(), theme.colour("focus").name()} <= column
    assert theme.colour("accent") != theme.colour("focus")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_preferences_fit_without_scrolling(shell, theme, scale):
    theme.set_text_scale(scale)
    shell.window.resize(1366, 768)
    dialog = scenes.show(shell, "preferences")
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    scenes.put_away(shell, dialog)


def test_words_never_touch_the_border_of_the_bar_above_the_grid(theme, qtbot):
    bar = CellBar(theme)
    qtbot.addWidget(bar)
    dress(bar, theme)
    bar.read(
        "PU1, a partner with a name that goes on and on and takes more lines", None, "word " * 99
    )
    bar.resize(500, bar.heightForWidth(500))
    bar.show()
    for part in (bar._where, bar._said):
        top = part.mapTo(bar, part.contentsRect().topLeft()).y()
        assert top >= 6
        assert bar.height() - top - part.heightForWidth(part.width()) >= 6


def test_names_of_partners_are_of_one_size_on_the_projector(theme):
    look = SpreadLook(theme.font, "h2", "small", "h2", 30, boxed=True)
    long = "Northbridge schools and colleges"
    column = (SpreadMark(0, "H", "Haven"), SpreadMark(1, "N", long))
    view = SpreadView(((), column, (), (), ()), ("", "", "", "", ""), 0, "")
    width = QFontMetricsF(theme.font("h2")).horizontalAdvance(long)
    assert spread._with_even_names(view, look, width).mark == "small"
    assert spread._with_even_names(view, look, 2 * width).mark == "h2"


LONG = "The Northbridge and Upper Wharfedale Integrated Care and Safeguarding Partnership"


def test_many_long_names_are_letters_in_a_line_of_words():
    few = (Partner(0, "c", LONG, "C"), Partner(1, "p", "Police", "P"))
    assert names_in_a_line(few) == (LONG, "Police")
    many = tuple(Partner(n, str(n), LONG, "CPHNS"[n]) for n in range(5))
    assert names_in_a_line(many) == ("C", "P", "H", "N", "S")


def test_a_long_owner_breaks_between_words_and_never_in_its_date():
    short, long = "L. Farah, due 15 October 2026", f"{LONG}, due 15 October 2026"
    assert " " not in overview._kept_together(short)
    assert overview._kept_together(long).startswith(f"{LONG}, due\N{NO-BREAK SPACE}15")
    assert overview._kept_together(LONG) == LONG


def test_a_long_name_above_the_grid_says_that_it_goes_on(open_desk, show_page):
    value = north.north()
    first, *others = value.latest.organisations
    named = value.latest.changed(organisations=(first.changed(name=LONG), *others))
    page = GridPage(open_desk(value.changed(rounds=(named,)), north.content()))
    show_page(page)
    assert page.view.horizontalHeader()._lines(0)[-1].endswith("…")


def test_a_vote_from_a_form_says_so_under_the_whole_name(theme, qtbot):
    panel = VotePanel(theme)
    qtbot.addWidget(panel)
    box = VoteBox(
        "n", 2, "N", "Northbridge NHS Trust", BoxState.FROM_FORM, "●", "from the form", "N"
    )
    panel.show_boxes((box,))
    panel.resize(600, 60)
    panel.show()
    scenes.settle()
    beside = panel.rows[0].sizeHint().height()
    panel.resize(250, 60)
    scenes.settle()
    assert panel.rows[0].sizeHint().height() > beside


def test_rows_of_a_preview_are_as_high_as_their_words(theme, qtbot):
    preview = SheetPreview(theme)
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    rows = (Row((Cell("One line"),)), Row(()), Row((Cell("word " * 60), Cell("beside"))))
    sheet = Sheet(key="a", name="A", rows=rows, widths=(20, 20))
    preview.show_book(Book("T", "en", date(2026, 9, 24), "A", (sheet,)))
    one, blank, many = (preview._table.rowHeight(place) for place in range(3))
    assert blank < one < many


def test_a_word_with_a_hyphen_stays_whole_in_a_heading(theme, qtbot):
    heading = Text(theme, "Not yet ready to leave Pre-implementation", "display")
    qtbot.addWidget(heading)
    laid = heading._lay(heading.sizeHint().width() - 20)
    assert laid.lines == 2
    assert heading.text().endswith("Pre-implementation")
    assert laid.last_line.width() > heading.sizeHint().width() / 3


def test_what_was_agreed_is_read_from_the_top_where_all_stands_under_each_other(shell, theme):
    theme.set_text_scale(2.0)
    shell.window.resize(1366, 768)
    scenes.settle()
    page = scenes.show(shell, "agreed").page
    assert page._beside.body.hasFocus()
    assert page._beside.body.verticalScrollBar().value() == 0


def test_a_very_long_name_of_a_vote_takes_two_lines_and_says_that_it_goes_on(theme):
    font = theme.font("body")
    laid = vote_panel._in_lines(LONG * 3, font, 130)
    assert laid.lines == 2
    assert vote_panel._in_lines("Haven", font, 130).lines == 1


def test_the_foot_of_the_room_stays_in_sight(shell, theme):
    theme.set_text_scale(1.5)
    shell.window.resize(1366, 768)
    scenes.settle()
    window = scenes.show(shell, "the room at work")
    foot = window.page.footer
    assert window.page.height() <= window.height()
    assert foot.mapTo(window, foot.rect().bottomLeft()).y() < window.height()


def test_the_foot_of_the_room_goes_on_to_a_second_line_and_back(theme, qtbot):
    foot = RoomFooter(theme)
    qtbot.addWidget(foot)
    foot.show_next("Urgent and out-of-hours route", settled=False, has_back=True)
    foot.show()
    for width, line in ((1200, foot._first), (420, foot._second), (1200, foot._first)):
        foot.resize(width, 140)
        scenes.settle()
        assert line.indexOf(foot._end) >= 0


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_an_open_list_has_rows_as_high_as_a_finger_and_grows_with_the_text(theme, qtbot, scale):
    theme.set_text_scale(scale)
    choice = Choice(theme, says="Sector")
    qtbot.addWidget(choice)
    choice.offer((("health", "Health"), ("police", "Police")))
    choice.showPopup()
    view = choice.view()
    assert view.visualRect(view.model().index(1, 0)).height() >= theme.px(28)


def test_a_menu_at_large_text_scrolls_and_stays_in_the_window(shell, theme):
    theme.set_text_scale(2.0)
    menu = shell.acts.file_menu(shell.window)
    menu.aboutToShow.emit()
    assert menu.sizeHint().width() <= shell.window.width()
    assert menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu)
    icon = menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu)
    assert icon == theme.px(16)


def test_only_controls_of_qt_carry_a_style_sheet(shell):
    dressed = [part for part in shell.window.findChildren(QWidget) if part.styleSheet()]
    assert not shell.window.styleSheet()
    assert dressed
    assert all(isinstance(part, (QLineEdit, QMenu, QPlainTextEdit, QScrollBar)) for part in dressed)


def test_a_scroll_bar_is_in_the_theme_as_soon_as_it_has_something_to_scroll(theme, qtbot):
    body = QWidget()
    body.setMinimumSize(100, 900)
    scroll = Scroll(theme, body)
    qtbot.addWidget(scroll)
    scroll.resize(200, 300)
    scroll.show()
    scenes.settle()
    assert scroll.verticalScrollBar().isVisible()
    assert scroll.verticalScrollBar().styleSheet() == style_sheet(QScrollBar, theme)
    assert not scroll.horizontalScrollBar().styleSheet()
