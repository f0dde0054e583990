import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from selfassess.core.assessment import Reference
from selfassess.core.comparison import Move, compare
from selfassess.core.results import work_out
from selfassess.ui.models import change_rows as model
from selfassess.ui.pages.compare import ComparePage
from selfassess.words import interface
from tests.ui import north


@pytest.fixture
def compared(open_desk, show_page):
    def make(value=None):
        page = ComparePage(open_desk(value or north.two_rounds(), north.content()))
        page.pilot = show_page(page)
        return page

    return make


def comparison(value=None):
    value = value or north.two_rounds()
    content = north.content()
    return compare(work_out(value, content, value.rounds[0].name), work_out(value, content))


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_with_one_round_there_is_nothing_to_compare(compared):
    page = compared(north.north())
    assert page.finding.text() == "Nothing to compare yet"
    assert "Next round suggested: March 2027." in words(page)
    assert not page.chart.isVisible()


def test_a_round_without_a_date_counts_from_today(compared):
    value = north.north()
    page = compared(value.changed(rounds=(value.latest.changed(date=""),)))
    assert "Next round suggested: May 2027." in words(page)


def test_the_finding_stands_first(compared):
    page = compared()
    assert page.finding.text().startswith("Further on in ")
    assert "Questions that moved a level: " in words(page)


def test_process_went_up(compared):
    page = compared()
    moves = {row.id: row.move for row in page.chart._shown}
    assert moves["process"] is Move.UP
    assert moves["purpose"] is Move.SAME


def test_like_is_compared_with_like():
    told = model.alike(comparison(), interface())
    assert [one.is_alike for one in told] == [True, True, True]


def test_partners_who_came_and_went_are_named():
    value = north.two_rounds()
    first, second = value.rounds
    value = value.changed(
        rounds=(
            first.changed(organisations=first.organisations[1:]),
            second.changed(organisations=second.organisations[:-1]),
        )
    )
    told = [one.words for one in model.alike(comparison(value), interface())]
    assert "New this time: Northbridge Council." in told
    assert "No longer here: Haven." in told


def test_in_an_anonymous_assessment_nobody_is_counted():
    told = model.alike(comparison(north.two_rounds().changed(anonymous=True)), interface())
    assert told[-1].words == "Anonymous: nobody can say who answered both times."


def test_what_went_down_leads_to_its_question(compared, qtbot):
    first, second = north.two_rounds().rounds
    value = north.two_rounds().changed(
        rounds=(second.changed(name="Autumn"), first.changed(name="Spring"))
    )
    page = compared(value)
    assert "What went down" in words(page)
    assert "A level can fall because people now know more." in words(page)
    fallen = model.fell(comparison(value), interface())
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press(f"{fallen[0].id}  {fallen[0].title}")
    assert wanted.args == ["walk", fallen[0].id]


def test_another_version_of_the_questions_is_not_compared(compared):
    value = north.two_rounds()
    first, second = value.rounds
    other = Reference(id=first.questionnaire.id, version="0.0.1")
    page = compared(value.changed(rounds=(first.changed(questionnaire=other), second)))
    assert "another version of the questions" in words(page)


def test_an_earlier_round_can_be_chosen(compared):
    value = north.two_rounds()
    older = value.rounds[0].changed(name="Winter", answers=())
    page = compared(value.changed(rounds=(older, *value.rounds)))
    assert page.rounds.marked == "Autumn"
    page.pilot.choose("Compared with", "Winter")
    assert page._legend.accessibleName().startswith("Ring: Winter.")


def test_a_dimension_is_read_in_words_and_opens_its_questions(compared, qtbot):
    page = compared()
    assert page.reading.words.startswith("Purpose, same: from ")
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.chart.rows[0], Qt.Key.Key_Return)
    assert wanted.args == ["walk", "PU1"]


def test_the_table_says_what_the_arrows_show(compared):
    page = compared()
    page.pilot.key("Ctrl+T")
    table = page.figure.twin.table
    assert [row[3] for row in table.rows if row[0] == "Process"] == ["Up"]
    page.pilot.press("Show as a chart")


@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (700, 480)])
def test_the_page_can_be_drawn_in_every_window(compared, theme, size):
    page = compared()
    page.resize(*size)
    page.fit(theme.room(page.size()))
    assert not page.grab().isNull()
