"""Views of the agreement page: by role, of one partner; and the way into the workshop."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core import room
from selfassess.core.results import work_out
from selfassess.core.views import by_organisation, by_role
from selfassess.ui.charts.dot_strip import DotStrip
from selfassess.ui.models import role_rows
from selfassess.ui.models.one_view import one_view
from selfassess.ui.pages.agreement import AgreementPage
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.words import interface
from tests.ui import north


@pytest.fixture
def agreement(open_desk, show_page):
    def make(value=None):
        page = AgreementPage(open_desk(value or north.north(), north.content()))
        page.pilot = show_page(page)
        return page

    return make


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def with_roles(*roles):
    """Northbridge where the people have these roles, in their order."""
    people = north.north().respondents
    changed = tuple(p.changed(role=r) for p, r in zip(people, roles, strict=False))
    return north.north().changed(respondents=(*changed, *people[len(changed) :]))


def plan_of(page):
    return tuple(one.id for one in room.proposal(page.results).chosen)


# by role


def test_front_line_and_managers_stand_side_by_side(agreement):
    page = agreement()
    page.pilot.press("Front line and managers")
    assert "7 people of the front line and 4 managers have answered." in words(page)
    views = by_role(north.results())
    assert f"apart on {len(views.apart)} questions" in words(page)
    assert page.figure.twin.table.heads == ("Dimension", "Front line", "Managers", "Difference")
    assert len(page.figure.twin.table.rows) == len(views.dimensions)


def test_the_questions_behind_a_dimension_name_both_roles_furthest_apart_first(agreement):
    page = agreement()
    page.pilot.press("Front line and managers")
    page.arrive("culture")
    first = role_rows.role_questions("culture", north.results(), interface())[0]
    assert (first.id, first.stands) == ("CU2", "Front line 2, managers 3")
    assert first.stands in words(page)
    assert "What people wrote" not in words(page)


def test_partners_come_back(agreement):
    page = agreement()
    page.pilot.press("Front line and managers")
    page.pilot.press("Partners")
    assert "Agreement" in page.figure.twin.table.heads


def test_fewer_than_three_of_a_role_are_never_shown(agreement):
    few = with_roles("Nurse", "Officer", "Manager", "Manager", *("Data protection officer",) * 10)
    page = agreement(few)
    page.pilot.press("Front line and managers")
    assert "where at least 3 of each have answered" in words(page)
    assert not page.figure.isVisible()
    assert "Questions behind it" not in words(page)


def test_a_role_that_belongs_to_neither_is_named(agreement):
    page = agreement(with_roles("Juggler"))
    page.pilot.press("Front line and managers")
    assert "Counted in neither: “Juggler”." in words(page)


def test_an_anonymous_assessment_offers_no_roles_and_no_single_partner(agreement):
    page = agreement(north.anonymous())
    assert not page.by.isVisible()
    assert "One partner’s view" not in words(page)
    assert role_rows.role_rows(page.results, interface()) == ()
    assert role_rows.role_finding(page.results, interface()) == ""
    assert role_rows.role_questions("culture", page.results, interface()) == ()
    assert one_view("haven", page.results, interface()) is None


@pytest.mark.parametrize(
    ("front", "managers", "says"),
    [
        (2, 4, "Managers put this 2 above the front line, from 1 to 5."),
        (4, 3, "The front line puts this 1 above managers, from 1 to 5."),
        (3, 3, "Front line and managers see this much alike."),
    ],
)
def test_a_sentence_says_who_puts_it_higher(front, managers, says):
    value = said_by_role("CU1", front, managers)
    results = work_out(value, north.content())
    assert role_rows.role_sentence("culture", results, interface()) == says
    assert role_rows.role_sentence("evaluation", results, interface()) == (
        "Too few of both have answered these questions."
    )
    (row,) = role_rows.role_rows(results, interface())
    assert row.is_split == (abs(front - managers) >= 1)


def said_by_role(topic, front, managers):
    """Three of each kind of role answer one question only."""
    value = with_roles(*("Nurse",) * 3, *("Manager",) * 3, *("Lawyer",) * 8)
    people = value.respondents
    level = {p.id: front if p.role == "Nurse" else managers for p in people[:6]}
    answers = tuple(
        a.changed(level=level[a.respondent])
        for a in value.latest.answers
        if a.topic == topic and a.respondent in level
    )
    made = {a.respondent for a in answers}
    first = next(a for a in value.latest.answers if isinstance(a.level, int))
    answers += tuple(
        first.changed(topic=topic, respondent=id_, level=at, note="", reason="")
        for id_, at in level.items()
        if id_ not in made
    )
    return value.changed(
        rounds=(value.latest.changed(answers=answers, votes=(), agreed=(), tallies=()),)
    )


# one partner


def test_one_partner_is_read_about_beside_the_others(agreement):
    page = agreement()
    haven = next(o for o in by_organisation(north.results()) if o.organisation == "haven")
    page.pilot.choose("Partner to read about", "Haven")
    assert "Two levels or more from the others" in words(page)
    assert "2; the others 4" in words(page)
    assert len(haven.apart) == 1
    assert "Doesn’t know: " in words(page)
    assert "It gave a level to 96 % of its questions." in words(page)
    page.map.go_to("purpose")
    page.arrive("legal")
    assert "2; the others 4" in words(page)


def test_choosing_no_partner_shows_none(agreement):
    page = agreement()
    page.pilot.choose("Partner to read about", "Haven")
    page.pilot.choose("Partner to read about", "Choose a partner…")
    assert "the others 4" not in words(page)


def test_a_partner_who_gave_few_levels_has_no_highest():
    assert one_view("haven", unanswered(), interface()).says == (
        "It gave a level to 0 % of its questions.",
    )


def unanswered():
    return work_out(north.unanswered(), north.content())


# into the workshop


def test_w_adds_the_question_furthest_apart_that_the_room_does_not_deal_with(agreement, qtbot):
    page = agreement()
    page.arrive("culture")
    before = plan_of(page)
    qtbot.keyClick(page.map.rows[page.map.here], Qt.Key.Key_W)
    assert plan_of(page) == (*before, "CU1")
    assert page.desk.opened.history.undoText() == "Add CU1 to the workshop"
    assert "In the workshop: CU2, CU4, CU1" in words(page)
    page.desk.opened.history.undo()
    assert plan_of(page) == before


def test_the_button_keeps_the_keyboard_and_then_leads_to_the_workshop(agreement, qtbot):
    page = agreement()
    page.arrive("culture")
    page.pilot.press("Add CU1 to the workshop")
    assert QApplication.focusWidget().text() == "Go to the workshop"
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Go to the workshop")
    assert wanted.args == ["prepare", ""]


# the questions to take along


def test_a_question_is_read_while_the_keyboard_is_at_it(agreement):
    page = agreement()
    page.arrive("culture")
    link = next(one for one in page.side.findChildren(WrapLink) if one.target == "CU2")
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.reading.words == link.accessibleName()
    assert "Haven 1" in page.reading.words
    page.map.take_focus()
    assert page.reading.words != link.accessibleName()


def test_a_question_is_read_while_the_pointer_is_at_it(agreement):
    page = agreement()
    page.arrive("culture")
    link = next(one for one in page.side.findChildren(WrapLink) if one.target == "CU2")
    at = QPointF(2, 2)
    QApplication.sendEvent(link, QEnterEvent(at, at, at))
    assert page.reading.words == link.accessibleName()
    QApplication.sendEvent(link, QEvent(QEvent.Type.Leave))
    assert page.reading.words != link.accessibleName()
    strip = next(iter(page.side.findChildren(DotStrip)))
    assert strip.toolTip() == strip.accessibleName()


def test_the_questions_are_copied_as_a_table_and_as_a_picture(agreement):
    page = agreement()
    page.arrive("culture")
    page.doing()["copy-questions"]()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Code", "Question", "Northbridge Council"]
    assert [line[0] for line in lines[1:]] == ["CU2", "CU4", "CU1"]
    assert all(len(line) == len(lines[0]) for line in lines)
    page.doing()["questions-picture"]()
    assert not QGuiApplication.clipboard().image().isNull()
    page.pilot.press("Front line and managers")
    page.doing()["copy-questions"]()
    assert "Front line 2, managers 3" in QGuiApplication.clipboard().text()


def test_an_anonymous_table_of_questions_counts_answers_and_names_nobody(agreement):
    page = agreement(north.anonymous())
    page.arrive("culture")
    page.doing()["copy-questions"]()
    text = QGuiApplication.clipboard().text()
    assert "Answers at 1" in text
    assert not any(o.name in text for o in north.north().latest.organisations)
