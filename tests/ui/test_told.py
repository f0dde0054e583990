"""What a screen reader does to a button or a field counts, though nobody clicked or typed."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.ui.pages.walk import WalkPage
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.tick import Tick


def toggle(button):
    """Do what Qt does for a screen reader."""
    acts = QAccessible.queryAccessibleInterface(button).actionInterface()
    acts.doAction(acts.toggleAction())


def test_an_answer_that_a_screen_reader_chooses_is_kept(desk, show_page):
    page = WalkPage(desk)
    show_page(page)
    toggle(page.question.levels.rows[2])
    assert [a.level for a in desk.opened.value.latest.answers] == [3]
    toggle(page.question.levels.rows[4])
    assert [a.level for a in desk.opened.value.latest.answers] == [5]


def test_dont_know_is_kept_and_taken_back(desk, show_page):
    page = WalkPage(desk)
    pilot = show_page(page)
    toggle(pilot._the_one(Button, "We don’t know"))
    assert [a.level for a in desk.opened.value.latest.answers] == ["dk"]


def test_what_the_program_marks_is_no_choice(qtbot, theme):
    several = Segmented(theme, (("a", "One"), ("b", "Two")), says="Which")
    qtbot.addWidget(several)
    with qtbot.assertNotEmitted(several.chosen):
        several.mark("b")
    with qtbot.waitSignal(several.chosen) as told:
        toggle(several._segments[0])
    assert told.args == ["a"]


def test_a_tick_is_told_once_however_it_is_done(qtbot, theme):
    tick = Tick(theme, "With notes")
    qtbot.addWidget(tick)
    told = []
    tick.clicked.connect(lambda: told.append(tick.isChecked()))
    tick.setChecked(True)
    assert told == []
    tick.click()
    toggle(tick)
    assert told == [False, True]


def test_words_that_are_put_into_a_field_are_heard(qtbot, theme):
    field = Field(theme, "What do you share?")
    qtbot.addWidget(field)
    told = []
    field.written.connect(told.append)
    field.show_words("as it stands")
    QAccessible.queryAccessibleInterface(field.editor).editableTextInterface().replaceText(
        0, 12, "by voice"
    )
    assert told[-1] == "by voice"
    assert field.words == "by voice"


def test_what_scrolls_has_the_same_one_child_whether_it_scrolls_or_not(qtbot, theme):
    body = QWidget()
    scroll = Scroll(theme, body)
    qtbot.addWidget(scroll)
    scroll.resize(200, 100)
    scroll.show()
    children = []
    for height in (50, 900):
        body.setMinimumHeight(height)
        QApplication.processEvents()
        children.append(QAccessible.queryAccessibleInterface(scroll).childCount())
    assert scroll.verticalScrollBar().isVisible()
    assert children == [1, 1]
