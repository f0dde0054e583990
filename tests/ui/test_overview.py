import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core import edits, plan
from selfassess.core.assessment import Action
from selfassess.reports import sentences
from selfassess.ui.pages.overview import OverviewPage
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.words import interface
from tests.ui import north


@pytest.fixture
def overview(open_desk, show_page):
    def make(value=None):
        page = OverviewPage(open_desk(value or north.north(), north.content()))
        page.pilot = show_page(page)
        return page

    return make


def words(page):
    told = "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    return told.replace("\N{NO-BREAK SPACE}", " ")


def test_the_statement_is_said_first_with_its_must_haves(overview):
    page = overview()
    assert page.statement.text() == sentences.headline(north.results(), interface())
    assert sentences.must_haves_met(north.results(), interface()) in words(page)


def test_what_would_change_it_names_the_must_have_and_that_nobody_is_at_it(overview):
    page = overview()
    blocked = north.results().readiness.blocked_by
    assert blocked
    for topic in blocked:
        assert topic in words(page)
    assert "No action yet" in words(page)


def test_a_condition_names_the_owner_of_its_action(overview):
    topic = north.results().readiness.blocked_by[0]
    action = Action(id="a", text="Tell", topic=topic, owner="L. Farah", due="2026-12-01")
    page = overview(plan.add_action(north.north(), action))
    assert "L. Farah, due 1 December 2026" in words(page)


def test_an_action_without_owner_is_said_to_have_none(overview):
    topic = north.results().readiness.blocked_by[0]
    page = overview(plan.add_action(north.north(), Action(id="a", text="Tell", topic=topic)))
    assert "No owner yet" in words(page)


def test_the_top_three_barriers_lead_to_their_page(overview, qtbot):
    page = overview()
    raised = [d for d in north.results().barriers if d.raised and not d.aside]
    links = page.side.findChildren(WrapLink)
    assert [link.target for link in links] == [d.barrier.id for d in raised[:3]]
    with qtbot.waitSignal(page.wanted) as wanted:
        links[1].click()
    assert wanted.args == ["barriers", raised[1].barrier.id]
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press(f"All {len(raised)} barriers")
    assert wanted.args == ["barriers", ""]


def test_strengths_stand_on_the_same_page(overview):
    page = overview()
    assert "Strengths to build on" in words(page)
    assert north.results().strengths.topics[0].topic.title.say() in words(page)


def test_too_few_answers_are_said_instead_of_a_statement(overview):
    page = overview(north.unanswered())
    assert page.statement.text().startswith("Too early to say: 0 of")
    assert "Nothing stands out." in words(page)


def test_one_partner_alone_has_no_shapes(overview):
    page = overview(north.alone())
    assert all(not row.places for row in page.chart._shown)


def test_an_anonymous_assessment_shows_no_partners(overview):
    page = overview(north.anonymous())
    assert all(not row.places for row in page.chart._shown)
    names = [o.name for o in north.north().latest.organisations]
    assert not any(name in row.reading for row in page.chart._shown for name in names)


def test_the_bar_in_focus_is_read_in_words(overview, qtbot):
    page = overview()
    assert page.chart.rows[0].hasFocus()
    assert page.reading.words.startswith("Purpose: ")
    qtbot.keyClick(page.chart.rows[0], Qt.Key.Key_Down)
    assert page.reading.words.startswith("Leadership: ")


def test_a_held_dimension_is_spoken_as_held(overview):
    page = overview()
    held = [d for d in north.results().dimensions if d.capped]
    assert held
    spoken = {row.id: row.spoken for row in page.chart._shown}
    for dimension in held:
        assert f"held at 2 by {dimension.capped_by[0]}" in spoken[dimension.id]


def test_enter_opens_the_questions_of_a_dimension(overview, qtbot):
    page = overview()
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.chart.rows[0], Qt.Key.Key_Return)
    assert wanted.args == ["walk", "PU1"]


def test_ctrl_t_shows_the_figures_as_a_table(overview, qtbot):
    page = overview()
    page.pilot.key("Ctrl+T")
    assert page.figure.is_table
    table = page.figure.twin.table
    assert table.rows[0][0] == "Purpose"
    assert "Northbridge Council" in table.heads
    page.pilot.press("Show as a chart")
    assert not page.figure.is_table


def test_the_chart_can_be_copied_as_a_picture(overview):
    page = overview()
    QGuiApplication.clipboard().clear()
    page.pilot.press("Copy as a picture")
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_change_is_shown_at_once_and_can_be_undone(overview):
    page = overview()
    before = page.statement.text()
    opened = page.desk.opened
    opened.edit(north.unanswered(), "Clear")
    assert page.statement.text() != before
    opened.history.undo()
    assert page.statement.text() == before


def test_a_page_out_of_view_waits_until_it_is_looked_at(overview):
    page = overview()
    page.hide()
    before = page.statement.text()
    page.desk.opened.edit(north.unanswered(), "Clear")
    assert page.statement.text() == before
    page.arrive("")
    assert page.statement.text() != before


@pytest.mark.parametrize(("width", "height"), [(1366, 690), (1093, 545), (700, 500)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_page_fits_every_window_and_text_size(overview, theme, width, height, scale):
    theme.set_text_scale(scale)
    page = overview()
    page.resize(width, height)
    page.fit(theme.room(page.size()))
    QApplication.processEvents()
    body = page._beside.body
    assert body.widget().width() <= max(
        body.viewport().width(), body.widget().minimumSizeHint().width()
    )
    assert page.chart.rows[-1].geometry().bottom() <= page.chart.height()


def test_setting_a_barrier_aside_changes_the_top_three(overview):
    page = overview()
    first = page.side.findChildren(WrapLink)[0].target
    page.desk.opened.edit(edits.set_aside(north.north(), first, "No"), "Aside")
    QApplication.sendPostedEvents(None, 52)
    assert first not in [
        link.target for link in page.side.findChildren(WrapLink) if link.isVisible()
    ]
