from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core import edits
from selfassess.core.codes import Failure
from selfassess.core.results import work_out
from selfassess.reports.case_studies import AT_MOST
from selfassess.ui.models.case_view import (
    Search,
    case_entries,
    case_list,
    case_view,
    filter_choices,
    short_reasons,
)
from selfassess.ui.pages.case_pane import CasePane
from selfassess.ui.pages.cases import CasesPage
from selfassess.ui.parts.button import Button
from selfassess.words import interface
from tests.ui import north


@pytest.fixture
def cases(open_desk, show_page):
    def make(value=None):
        desk = open_desk(value or north.north(), north.content())
        page = CasesPage(desk)
        page.pilot = show_page(page)
        return page

    return make


def ranked():
    return [match.case for match in north.results().cases.ranked]


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_most_telling_case_is_shown_with_its_reasons(cases):
    page = cases()
    assert page.pane.id == ranked()[0].id
    view = case_view(page.pane.id, north.results(), interface())
    assert view.reasons
    assert all(reason in words(page) for reason in view.reasons)


def test_what_they_did_stands_before_the_situation(cases):
    text = words(cases())
    assert text.index("What they did") < text.index("The situation") < text.index("Source: ")


def test_the_source_line_says_how_much_was_read(cases):
    assert "Read in " in words(cases()) or "Read through" in words(cases())


def test_cases_further_away_stand_under_a_heading():
    entries = case_entries(north.results(), Search(), interface())
    assert next(e.title for e in entries if e.is_heading) == "Further away"
    assert entries[AT_MOST].is_heading
    assert entries[0].more == short_reasons(
        north.results().cases.ranked[0], north.results(), interface()
    )


def test_a_failure_bears_a_tag():
    wrong = next(c for c in north.content().cases if c.failure is Failure.YES)
    entries = case_entries(north.results(), Search(words=wrong.title), interface())
    assert [e.tag for e in entries if e.id == wrong.id] == ["What went wrong"]


def test_the_citation_is_copied(cases):
    page = cases()
    page.pilot.press("Copy the citation")
    source = ranked()[0].source
    assert source.publisher in QGuiApplication.clipboard().text()
    assert QGuiApplication.clipboard().text().endswith(source.url)


def test_the_source_is_opened_only_when_asked_and_its_address_is_shown(cases):
    page = cases()
    assert page.desk.browse.__self__ == []
    assert ranked()[0].source.url in words(page)
    page.pilot.press("Open the source")
    assert page.desk.browse.__self__ == [ranked()[0].source.url]


def test_not_like_us_moves_a_case_under_a_heading_and_asks_nothing(cases):
    page = cases()
    first = page.list.here
    page.pilot.key("X")
    assert page.desk.opened.value.not_like_us == (first,)
    assert page.list.ids[-1] == first
    assert page.list.here == first
    assert "You marked this as not like you." in words(page)
    page.pilot.press("Put it back")
    assert page.desk.opened.value.not_like_us == ()
    assert page.list.ids[0] == first


def test_an_idea_goes_into_the_plan_once_and_leads_there(cases, qtbot):
    page = cases()
    page.pilot.press("Add an idea to the plan")
    (action,) = page.desk.opened.value.actions
    assert action.case == ranked()[0].id
    assert action.text == ranked()[0].take
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("In plan")
    assert wanted.args == ["plan", action.id]


def test_a_adds_the_idea(cases):
    page = cases()
    page.pilot.key("A")
    assert len(page.desk.opened.value.actions) == 1


def test_next_case_goes_on(cases):
    page = cases()
    page.pilot.press("Next case")
    assert page.pane.id == ranked()[1].id


def test_a_slash_brings_the_search_and_words_filter_the_list(cases):
    page = cases()
    page.pilot.key("/")
    assert page.filter.hasFocus()
    page.pilot.write("Plymouth")
    assert 0 < len(page.list.ids) < len(ranked())
    view = case_view(page.list.here, north.results(), interface())
    assert "plymouth" in (view.title + view.where + view.situation).casefold()
    page.pilot.key("Return")
    assert page.list.hasFocus()
    page.pilot.key("Esc")
    assert len(page.list.ids) >= len(ranked())


def test_letters_in_the_search_are_no_commands(cases):
    page = cases()
    page.pilot.key("/")
    page.pilot.write("xa")
    assert page.desk.opened.value == north.north()


def test_words_that_no_case_has_offer_the_way_back(cases):
    page = cases()
    page.pilot.key("/")
    page.pilot.write("zzz")
    assert page.list.ids == ()
    assert "No case study has these words. Try others, or fewer." in words(page)
    page.pilot.press("Show all")
    assert len(page.list.ids) >= len(ranked())


def test_arriving_with_a_barrier_shows_the_cases_that_met_it(cases):
    results = north.results()
    found = next(d for d in results.barriers if results.cases.ranked.meeting(d.barrier.id))
    page = cases()
    page.arrive(found.barrier.id)
    assert page.list.ids == tuple(m.case.id for m in results.cases.ranked.meeting(found.barrier.id))
    page.pilot.choose("Barrier", "Any barrier")
    assert len(page.list.ids) >= len(ranked())


def test_arriving_with_a_case_shows_it_even_when_a_search_hid_it(cases):
    page = cases()
    page.filter.setText("zzz")
    page.arrive(ranked()[4].id)
    assert page.pane.id == ranked()[4].id
    assert page.filter.text() == ""


def test_cases_marked_before_are_listed_apart():
    value = edits.mark_not_like_us(north.north(), ranked()[0].id, unlike=True)
    results = work_out(value, north.content())
    entries = case_entries(results, Search(), interface())
    assert entries[-1].id == ranked()[0].id
    assert entries[-2].title == "Not like us"


def test_a_case_that_is_not_in_the_library_has_no_view():
    assert case_view("no-such-case", north.results(), interface()) is None


@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (680, 480)])
def test_the_page_can_be_drawn_in_every_window(cases, theme, size):
    page = cases()
    page.resize(*size)
    page.fit(theme.room(page.size()))
    assert not page.grab().isNull()
    assert page.idea.isVisible()


def test_the_list_leaves_letters_to_the_page(cases, qtbot):
    page = cases()
    here = page.list.here
    qtbot.keyClick(page.list, Qt.Key.Key_Q)
    assert page.list.here == here


# filters


def listed(**search):
    return case_list(north.results(), Search(**search), interface())


def cases_in(entries):
    return [north.content().case(e.id) for e in entries if not e.is_heading]


def test_filters_by_area_partner_place_and_step_hold_together():
    found = cases_in(
        listed(
            area="domestic-abuse", sector="police", country="GB-ENG", step="Implementation"
        ).entries
    )
    assert found
    for case in found:
        assert "domestic-abuse" in case.policy_areas
        assert "police" in case.sectors
        assert case.country == "GB-ENG"
        assert "implement" in case.stages


def test_a_filter_shows_what_the_library_has_besides_what_is_suggested():
    every = {c.id for c in north.content().cases if "fraud-debt" in c.policy_areas}
    assert {c.id for c in cases_in(listed(area="fraud-debt").entries)} == every


def test_only_what_the_library_has_can_be_chosen():
    choices = filter_choices(north.results(), interface())
    for kind, codes in choices.items():
        for code, _words in codes:
            assert cases_in(listed(**{kind: code}).entries), f"{kind} {code} has no case"


def test_words_show_in_their_context_best_first():
    found = listed(words="school nurse").entries
    assert found[0].more
    assert any(word in found[0].more.casefold() for word in ("school", "nurse"))


def test_words_that_no_case_has_together_say_so():
    told = listed(words="plymouth zebra")
    assert told.remark.startswith("No case study has all of these words. These have some.")
    assert cases_in(told.entries)


def test_a_word_that_is_mistyped_is_taken_for_the_nearest():
    told = listed(words="policce")
    assert "Showing “police” for “policce”." in told.remark
    assert cases_in(told.entries)


def test_what_fits_nothing_says_what_to_do():
    assert listed(country="EE", sector="fire").remark == (
        "No case study fits all of these filters. Take one of them away."
    )
    assert listed(words="plymouth", country="EE").remark == (
        "No case study has these words and fits the filters. Take one of them away."
    )


def test_a_filter_is_chosen_and_cleared_one_by_one(cases):
    page = cases()
    page.pilot.choose("Policy area", "Domestic abuse")
    page.pilot.choose("Partner", "Police")
    both = page.list.ids
    assert 0 < len(both) < len(ranked())
    page.pilot.press("Without this filter. Policy area: Domestic abuse")
    assert len(page.list.ids) > len(both)
    page.pilot.choose("Partner", "Any partner")
    assert page.list.ids[: len(ranked())] == tuple(c.id for c in ranked())
    assert not page.pilot.shows("Partner: Police")


def test_show_all_takes_all_filters_away(cases):
    page = cases()
    page.pilot.choose("Place", "Estonia")
    page.pilot.choose("Step", "Vision")
    page.pilot.press("Show all")
    assert page.list.ids[: len(ranked())] == tuple(c.id for c in ranked())


def test_where_nothing_fits_it_says_so_and_offers_the_search(open_desk, show_page):
    nowhere = {"policy_areas": (), "sectors": (), "stages": (), "barriers": (), "enablers": ()}
    strange = ranked()[0].changed(country="EE", **nowhere)
    value = north.unanswered()
    value = value.changed(partnership=value.partnership.changed(story=""))
    page = CasesPage(open_desk(value, replace(north.content(), cases=(strange,))))
    pilot = show_page(page)
    assert "No case study fits your answers yet." in words(page)
    pilot.press("Search the library")
    assert page.filter.hasFocus()
    pilot.write("Plymouth")
    assert page.list.ids == (strange.id,)


def test_in_a_low_window_filters_open_with_a_button(cases, theme):
    page = cases()
    page.resize(1093, 500)
    page.fit(theme.room(page.size()))
    assert not page.pilot.shows("Hide the filters")
    page.pilot.press("Filters")
    page.pilot.choose("Partner", "Police")
    page.pilot.press("Hide the filters")
    page.pilot.press("Without this filter. Partner: Police")
    assert QApplication.focusWidget().text() == "Filters"


def test_arriving_with_a_barrier_that_no_case_met_shows_all(cases):
    page = cases()
    offered = {code for code, _ in filter_choices(north.results(), interface())["barrier"]}
    other = next(b.id for b in north.content().catalogue.barriers if b.id not in offered)
    page.arrive(other)
    assert len(page.list.ids) >= len(ranked())


def test_an_account_that_is_not_published_has_no_source_to_open(qtbot, theme):
    source = {"title": "Ours", "publisher": "Council", "url": "", "unpublished": True}
    told = north.results()
    mine = told.content.cases[0].changed(source=source)
    content = replace(told.content, cases=(mine, *told.content.cases[1:]))
    view = case_view(mine.id, replace(told, content=content), interface())
    pane = CasePane(theme, view)
    qtbot.addWidget(pane)
    assert "not published" in view.source
    assert [button.text() for button in pane.findChildren(Button)] == ["Copy the citation"]
