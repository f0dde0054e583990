"""What pages say while there is nothing to show, and the way out that they offer."""

import pytest

from selfassess.core.results import work_out
from selfassess.ui.dialogs.search import SearchDialog
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.models import room_view
from selfassess.ui.models.finds import Finds
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.agreed import AgreedPage
from selfassess.ui.pages.agreement import AgreementPage
from selfassess.ui.pages.overview import OverviewPage
from selfassess.ui.pages.plan import PlanPage
from selfassess.ui.stage import Stage
from selfassess.words import interface
from tests import builders
from tests.ui import north
from tests.ui.rooms import Hour


@pytest.fixture
def agreement(open_desk, show_page):
    def make(value):
        page = AgreementPage(open_desk(value, north.content()))
        page.pilot = show_page(page)
        return page

    return make


def test_agreement_without_answers_leads_to_the_questions(agreement, qtbot):
    page = agreement(north.unanswered())
    assert page.pilot.shows("Nobody has answered yet")
    assert not page.pilot.shows("Views are close in every dimension.")
    assert (page.hints(), page.doing()) == ((), {})
    assert page.empty.button.hasFocus()
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Answer the questions")
    assert wanted.args == ["walk", ""]


def test_one_partner_is_not_said_to_be_close_to_itself(agreement):
    page = agreement(north.alone())
    assert page.pilot.shows("Agreement needs answers from two partners.")
    assert not page.pilot.shows("Views are close in every dimension.")


def test_the_first_answer_brings_the_chart(agreement):
    page = agreement(north.unanswered())
    page.desk.opened.edit(north.north(), "Answer")
    assert page.map.isVisible()
    assert page.hints()


def test_a_plan_before_any_answer_promises_no_first_steps(open_desk, show_page):
    page = PlanPage(open_desk(builders.empty_assessment()))
    pilot = show_page(page)
    assert pilot.shows("Once questions are answered")
    assert not pilot.shows("are ready to add")
    assert page._empty.add.hasFocus()
    assert [hint.does for hint in page.hints()] == ["add an action"]


def test_a_room_without_partners_says_what_can_be_done(qapp):
    value = builders.assessment()
    nobody = value.changed(rounds=(value.latest.changed(organisations=()),), respondents=())
    for shown, told in ((nobody, True), (value, False)):
        opened, stage = OpenAssessment(shown, builders.content(), work_out), Stage(Hour())
        start = room_view.before_the_first(Facilitating(opened, stage), stage, interface())
        assert any("No partner is named yet." in line for line in start.lines) is told
        stage.stop()
        opened.close()


def test_search_says_what_else_to_try(theme, qapp, qtbot):
    said = "Nothing found for “zzzz”."
    dialog = SearchDialog(theme, qapp, lambda text: Finds((), said if text else ""), None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.box.setText("zzzz")
    assert not dialog.list.isVisible()
    assert dialog._none.isVisible()
    assert dialog._said.text() == said
    assert dialog._remark.text() == ""


def test_partner_forms_begin_on_the_first_page(make_shell, prompts, tmp_path, qtbot):
    shell = make_shell()
    path = tmp_path / "a.selfassess"
    prompts.expect("sharing")
    shell.opening.begin()
    prompts.script.clear()
    prompts.expect(path)
    shell.opening.save()
    shell.opening.close()
    prompts.expect(None, path)
    shell.acts.action("file.forms").trigger()
    assert shell.window.here == ""
    shell.acts.action("file.forms").trigger()
    assert shell.window.here == "prepare"
    assert shell.window.page.forms.bring.hasFocus()


def test_a_form_dropped_on_the_first_page_is_told_apart(make_shell, prompts, tmp_path):
    shell = make_shell()
    prompts.expect("ok")
    shell.window.files_dropped.emit([tmp_path / "form.xlsx"])
    assert prompts.asked == ["Open the assessment first"]


def test_the_first_page_offers_help(make_shell, qtbot):
    shell = make_shell()
    shell._start.help.click()
    assert any(type(one).__name__ == "HelpDialog" for one in shell.window.findChildren(object))


def test_the_overview_leads_to_the_questions_while_too_few_are_answered(
    open_desk, show_page, qtbot
):
    page = OverviewPage(open_desk(north.unanswered(), north.content()))
    pilot = show_page(page)
    assert page.remark() == "Nobody has answered yet"
    with qtbot.waitSignal(page.wanted) as wanted:
        pilot.press("Answer the questions")
    assert wanted.args == ["walk", ""]
    page.desk.opened.edit(north.north(), "Answer")
    assert page.answer.isHidden()


def test_afterwards_leads_to_the_room_while_nothing_is_settled(open_desk, show_page, qtbot):
    page = AgreedPage(open_desk(north.unanswered(), north.content()))
    pilot = show_page(page)
    assert pilot.shows("Nothing settled yet")
    assert not page.save.isVisible()
    assert page.to_room.hasFocus()
    with qtbot.waitSignal(page.wanted) as wanted:
        pilot.press("Go to the room")
    assert wanted.args == ["room", ""]
