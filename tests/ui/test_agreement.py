import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from selfassess.core.codes import Agreement
from selfassess.ui.charts.dot_strip import DotStrip
from selfassess.ui.models import differences
from selfassess.ui.pages.agreement import AgreementPage
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.words import interface
from tests.core import worlds
from tests.ui import north

TOPICS = {"PU1": "shared", "PU2": "shared", "CU1": "each"}


@pytest.fixture
def agreement(open_desk, show_page):
    def make(value=None):
        page = AgreementPage(open_desk(value or north.north(), north.content()))
        page.pilot = show_page(page)
        return page

    return make


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def tiny(council: str, police: str, haven: str = "", **facts: object):
    said = {"council": council, "police": police} | ({"haven": haven} if haven else {})
    return worlds.results(
        {"PU1": "shared"}, {o: {"PU1": level} for o, level in said.items()}, **facts
    )


def sentence(*levels: str) -> str:
    return differences.difference_sentence("purpose", tiny(*levels), interface())


def test_it_opens_at_the_first_dimension_that_is_not_close(agreement):
    page = agreement()
    wide = [d for d in north.results().dimensions if d.agreement is Agreement.SPLIT]
    wide = wide or [d for d in north.results().dimensions if d.agreement is Agreement.SOME_SPREAD]
    assert page.map.here_id == wide[0].id
    assert wide[0].dimension.name.say() in words(page)


def test_moving_to_a_dimension_shows_the_questions_behind_it(agreement, qtbot):
    page = agreement()
    page.map.go_to("purpose")
    page.map.take_focus()
    qtbot.keyClick(page.map.rows[0], Qt.Key.Key_Down)
    codes = [link.target for link in page.side.findChildren(WrapLink) if link.isVisible()]
    asked = north.results().asked
    assert set(codes) == {t.id for t in asked.topics if asked.dimension_of[t.id] == "leadership"}


def test_arriving_with_a_dimension_shows_it(agreement):
    page = agreement()
    page.arrive("process")
    assert page.map.here_id == "process"
    assert page.map.rows[page.map.here].hasFocus()


def test_a_question_leads_to_the_walk(agreement, qtbot):
    page = agreement()
    page.arrive("process")
    links = [link for link in page.side.findChildren(WrapLink) if link.isVisible()]
    link = next(link for link in links if link.target == "PR3")
    with qtbot.waitSignal(page.wanted) as wanted:
        link.click()
    assert wanted.args == ["walk", "PR3"]


def test_enter_opens_the_questions(agreement, qtbot):
    page = agreement()
    page.arrive("process")
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.map.rows[page.map.here], Qt.Key.Key_Return)
    assert wanted.args == ["walk", "PR1"]


def test_what_people_wrote_is_named_by_organisation_and_never_by_person(agreement):
    page = agreement()
    page.arrive("process")
    told = differences.quotes("process", north.results(), interface())
    assert told
    assert all(quote.words in words(page) for quote in told)
    organisations = {o.name for o in north.north().latest.organisations}
    assert {quote.who.rsplit(", ", 1)[0] for quote in told} <= organisations


def test_an_anonymous_assessment_says_why_there_are_no_organisations(agreement):
    page = agreement(north.anonymous())
    assert "This assessment is anonymous" in words(page)
    names = [o.name for o in north.north().latest.organisations]
    assert not any(name in words(page) for name in names)
    assert page.side.findChildren(DotStrip) == []
    assert page.figure.twin.table.heads[1] == "Answers at 1"


def test_one_partner_alone_is_told_what_agreement_needs(agreement):
    assert "Agreement needs answers from two partners." in words(agreement(north.alone()))


def test_nothing_answered_is_no_error(agreement):
    page = agreement(north.unanswered())
    assert "Nobody has answered yet" in words(page)


def test_the_table_twin_has_every_cell(agreement):
    page = agreement()
    page.pilot.key("Ctrl+T")
    table = page.figure.twin.table
    assert len(table.rows) == 14
    assert all(len(row) == len(table.heads) for row in table.rows)


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (("4", "2"), "Police stands a level or more below the others."),
        (("4", "3 4"), "Council puts this half a level or more above Police."),
        (("3", "3"), "No partner stands half a level or more away from the next."),
        (("4", "4", "2"), "Haven stands a level or more below the others."),
        (("4", "2", "2"), "Council puts this a level or more above Police and Haven."),
    ],
)
def test_the_widest_gap_is_said_in_a_sentence(levels, said):
    if levels == ("4", "2"):
        said = "Council puts this a level or more above Police."
    assert sentence(*levels) == said


def test_the_others_are_not_named_when_they_are_many():
    said = {"a": "4", "b": "1", "c": "1", "d": "1"}
    found = worlds.results({"PU1": "shared"}, {o: {"PU1": level} for o, level in said.items()})
    assert differences.difference_sentence("purpose", found, interface()) == (
        "A puts this a level or more above the others."
    )


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (
            ("1", "5"),
            "1 dimension is split. A split is a reason to talk, not a mark against anyone.",
        ),
        (("2", "3", "4"), "No dimension is split. In 1 there is some spread: begin there."),
        (("3", "3"), "Views are close in every dimension."),
    ],
)
def test_the_finding_counts_dimensions_that_are_split(levels, said):
    assert differences.split_sentence(tiny(*levels), interface()) == said


def test_questions_with_partners_furthest_apart_come_first():
    found = worlds.results(
        {"PU1": "shared", "PU2": "shared"},
        {"council": {"PU1": "3", "PU2": "1"}, "police": {"PU1": "3", "PU2": "5"}},
    )
    views = differences.question_views("purpose", found, interface())
    assert [view.id for view in views] == ["PU2", "PU1"]
    assert views[0].reading == "PU2, Title of PU2: Council 1, Police 5."


def test_differing_answers_on_what_each_partner_needs_are_no_dispute():
    found = worlds.results({"PU1": "each"}, {"council": {"PU1": "1"}, "police": {"PU1": "5"}})
    (view,) = differences.question_views("purpose", found, interface())
    assert view.note.startswith("Partners are at different points")
