from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfassess.files import assessment_file
from selfassess.ui.act_list import act_list
from selfassess.ui.dialogs.search import SearchDialog
from selfassess.ui.models.finds import EACH, Kind, finds
from selfassess.ui.readings import reading_of
from selfassess.words import interface
from tests.pilot import Pilot
from tests.ui import north
from tests.ui.told_order import gaps


def look(text, results=None):
    made = results or north.results()
    return finds(text, act_list(), made.content, made, interface())


def ids(found, kind):
    return [one.id for one in found.found if one.kind is kind]


@pytest.fixture
def shell(make_shell):
    made = make_shell()
    made.opening.show_example()
    return made


@pytest.fixture
def northern(make_shell, tmp_path):
    """The whole window with Northbridge open from a file."""
    shell = make_shell(content=north.content())
    path = tmp_path / "north.selfassess"
    known = north.content()
    assessment_file.write(path, north.north(), (known.questionnaire,), known.modules)
    assert shell.opening.open_file(path)
    return shell


def searching(shell, qtbot, text=""):
    Pilot(qtbot, shell.window).key("Ctrl+K")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SearchDialog)
    dialog.box.setText(text)
    return dialog


def enter(dialog):
    QTest.keyClick(dialog.box, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_nothing_written_offers_what_can_be_done():
    found = look("  ")
    assert [one.id for one in found.found] == [act.id for act in act_list()]
    assert found.found[0].beside == "Ctrl N"


def test_acts_are_found_by_how_their_words_begin():
    assert ids(look("sav cop"), Kind.ACT) == ["file.save-copy"]
    assert look("larger").found[0].title.marks == ((0, 6),)


def test_questions_are_found_by_code_and_by_words():
    first = look("pr3").found[0]
    assert (first.kind, first.id, first.beside) == (Kind.QUESTION, "PR3", "Process")
    assert first.title.text.startswith("PR3  ")
    found = look("consent")
    assert "LA4" in ids(found, Kind.QUESTION)
    question = next(one for one in found.found if one.id == "LA4")
    start, end = question.title.marks[0]
    assert question.title.text[start:end].casefold() == "consent"


def test_questions_that_are_not_asked_are_left_out():
    asked = {topic.id for topic in north.results().topics}
    assert set(ids(look("consent trust data"), Kind.QUESTION)) <= asked


def test_kinds_stand_in_their_order_and_are_few():
    found = look("consent").found
    order = list(Kind)
    places = [order.index(one.kind) for one in found]
    assert places == sorted(places)
    assert all(places.count(k) <= EACH for k in places)
    kinds = {Kind.QUESTION, Kind.BARRIER, Kind.CASE, Kind.GUIDANCE}
    assert kinds <= {one.kind for one in found}


def test_words_of_the_glossary_are_found_by_name_then_by_meaning():
    assert ids(look("minority"), Kind.WORD) == ["minority-view"]
    found = ids(look("level"), Kind.WORD)
    assert found[0] == "level"
    assert len(found) > 2


def test_a_slip_is_forgiven_and_said():
    found = look("shairing")
    assert found.found
    assert found.remark == "Showing “sharing” for “shairing”."


def test_nothing_found_says_so():
    found = look("xyzzyx")
    assert found.found == ()
    assert found.remark == "Nothing found for “xyzzyx”."


def test_with_nothing_open_only_what_has_a_place_is_found():
    words = interface()
    found = finds("consent", act_list(), north.content(), None, words).found
    assert {one.kind for one in found} == {Kind.GUIDANCE}


def test_a_myth_and_a_barrier_that_is_not_in_the_way_say_so():
    found = look("consent").found
    beside = {one.beside for one in found if one.kind is Kind.GUIDANCE}
    assert "Myth or rule" in beside
    barriers = {one.id: one.beside for one in found if one.kind is Kind.BARRIER}
    listed = {d.barrier.id for d in north.results().barriers}
    assert all((beside == "") == (id_ in listed) for id_, beside in barriers.items())


def test_everything_that_can_be_read_has_a_reading():
    content, words = north.content(), interface()
    for one in look("consent trust harm").found:
        if one.kind in (Kind.GUIDANCE, Kind.BARRIER):
            reading = reading_of(one, content, date(2026, 11, 25), words)
            assert reading.title
            assert reading.text


def test_enter_goes_to_the_question(shell, qtbot):
    enter(searching(shell, qtbot, "LE1"))
    assert shell.window.here == "walk"
    assert shell.window.page.at().startswith("LE1")


def test_enter_does_the_act(shell, qtbot):
    enter(searching(shell, qtbot, "grid of"))
    assert shell.window.here == "grid"
    enter(searching(shell, qtbot, "go to barr"))
    assert shell.window.here == "barriers"


def test_a_word_leads_into_the_help(shell, qtbot):
    enter(searching(shell, qtbot, "minority view"))
    dialog = QApplication.activeModalWidget()
    assert dialog.list.here == "words"
    dialog.close()


def test_a_note_is_read_in_a_window_and_its_source_is_one_press_away(shell, qtbot, monkeypatch):
    enter(searching(shell, qtbot, "share what is needed"))
    dialog = QApplication.activeModalWidget()
    pilot = Pilot(qtbot, dialog)
    assert pilot.shows("Share what is needed.")
    assert pilot.shows("Checked on 3 September 2026")
    with qtbot.waitSignal(dialog.source_wanted) as wanted:
        pilot.press("ICO: Data sharing code")
    assert wanted.args == ["https://ico.org.uk/code"]
    assert gaps(dialog) == []
    pilot.press("Close")


def test_a_myth_is_read_with_its_answer(shell, qtbot):
    enter(searching(shell, qtbot, "no agreement so"))
    dialog = QApplication.activeModalWidget()
    pilot = Pilot(qtbot, dialog)
    assert pilot.shows("Myth")
    pilot.press("Close")


def test_arrows_choose_and_the_heading_of_the_first_stays_in_sight(shell, qtbot):
    dialog = searching(shell, qtbot)
    first = dialog.list.here
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(dialog.box, key)
    assert dialog.list.here is not first
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(dialog.box, key)
    assert dialog.list.here is first
    assert dialog.list.verticalScrollBar().value() == 0
    dialog.close()


def test_esc_leaves_without_going_anywhere(shell, qtbot):
    dialog = searching(shell, qtbot, "LE1")
    QTest.keyClick(dialog.box, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert QApplication.activeModalWidget() is None
    assert shell.window.page.at().startswith("PU2")


def test_enter_on_nothing_found_stays(shell, qtbot):
    dialog = searching(shell, qtbot, "xyzzyx")
    enter(dialog)
    assert dialog.isVisible()
    dialog.close()


def test_the_list_can_be_used_by_pointer(shell, qtbot):
    dialog = searching(shell, qtbot, "LE1")
    where = dialog.list.visualRect(dialog.list.currentIndex()).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QApplication.processEvents()
    assert shell.window.page.at().startswith("LE1")


def test_the_search_can_be_opened_by_its_button_and_on_the_start_page(make_shell, qtbot):
    shell = make_shell()
    dialog = searching(shell, qtbot, "worked")
    assert [one.id for one in dialog.list.found] == ["file.example"]
    enter(dialog)
    Pilot(qtbot, shell.window).press("Search")
    QApplication.activeModalWidget().close()


@pytest.mark.parametrize("text", ["", "consent", "shairing trust", "xyzzyx"])
def test_the_search_can_be_drawn_and_has_names(northern, qtbot, theme, text):
    theme.set_text_scale(1.5)
    dialog = searching(northern, qtbot, text)
    assert not dialog.grab().isNull()
    assert gaps(dialog) == []
    theme.set_text_scale(1.0)
    if text == "consent":
        interface_ = QAccessible.queryAccessibleInterface(dialog.list)
        said = [
            interface_.child(k).text(QAccessible.Text.Name) for k in range(interface_.childCount())
        ]
        assert "Questions" in said
    dialog.close()


def test_case_studies_and_barriers_lead_to_their_pages(northern, qtbot):
    for kind in (Kind.CASE, Kind.BARRIER):
        dialog = searching(northern, qtbot, "consent")
        found = [one for one in dialog.list.found if one.kind is kind]
        target = found[0]
        while dialog.list.here != target:
            dialog.list.step(1)
        enter(dialog)
        page = northern.window.page
        if kind is Kind.CASE:
            assert northern.window.here == "cases"
            assert page.list.here == target.id
        elif not target.beside:
            assert northern.window.here == "barriers"
            assert page.list.here == target.id


def test_a_case_that_is_not_suggested_is_shown_too(northern):
    suggested = {m.case.id for m in northern.opening.opened.results.cases.ranked}
    others = [case.id for case in north.content().cases if case.id not in suggested]
    if others:
        northern.window.go_to("cases", others[0])
        assert northern.window.page.list.here == others[0]


def test_a_barrier_that_is_not_in_the_way_is_read(northern, qtbot):
    listed = {d.barrier.id for d in northern.opening.opened.results.barriers}
    barrier = next(b for b in north.content().catalogue.barriers if b.id not in listed)
    dialog = searching(northern, qtbot, barrier.name.say())
    target = next(one for one in dialog.list.found if one.id == barrier.id)
    while dialog.list.here != target:
        dialog.list.step(1)
    enter(dialog)
    reading = QApplication.activeModalWidget()
    assert Pilot(qtbot, reading).shows("Your answers do not point to this barrier.")
    reading.close()
