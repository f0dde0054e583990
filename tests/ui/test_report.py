import io

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

from selfassess.core.assessment import Action, Conflict
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import work_out
from selfassess.files import atomic
from selfassess.ui import naming
from selfassess.ui.models.report_checks import Verdict, checks_sentence, report_checks
from selfassess.ui.pages.report import ReportPage
from selfassess.words import interface
from tests.ui import north
from tests.ui.conftest import NowWorker


@pytest.fixture
def shown():
    return []


@pytest.fixture
def reported(open_desk, show_page, tmp_path, shown):
    def make(value=None, worker=None):
        desk = open_desk(value or north.north(), north.content())
        page = ReportPage(desk, worker=worker or NowWorker(), folder=tmp_path, show=shown.append)
        page.pilot = show_page(page)
        return page

    return make


class LaterWorker:
    """Does its jobs when it is told to."""

    def __init__(self):
        self.jobs = []

    def do(self, job, done):
        self.jobs.append((job, done))

    def finish(self):
        while self.jobs:
            job, done = self.jobs.pop(0)
            NowWorker().do(job, done)


def words(page):
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def checks(value=None, **latest):
    value = value or north.north()
    if latest:
        value = value.changed(rounds=(value.latest.changed(**latest),))
    return report_checks(work_out(value, north.content()), interface())


def titles(verdict, found):
    return [check.title for check in found if check.verdict is verdict]


def test_what_is_in_order_is_said_too():
    found = checks()
    assert "Every “Doesn’t apply” has a reason" in titles(Verdict.PASSED, found)
    assert [check.verdict for check in found] == sorted(
        (check.verdict for check in found), key=list(Verdict).index
    )


def test_checks_are_counted():
    found = checks()
    passed = len(titles(Verdict.PASSED, found))
    look = len(titles(Verdict.LOOK, found))
    said = checks_sentence(found, interface())
    assert said.startswith(f"{passed} passed")
    assert (f"{look} to look at" in said) == bool(look)


def test_without_answers_there_is_no_report(reported):
    page = reported(north.unanswered())
    assert not page.save.isEnabled()
    assert "There are no answers yet" in words(page)
    page.pilot.key("Ctrl+Return")
    assert list(page._folder.iterdir()) == []


def test_a_must_have_without_an_answer_is_to_be_looked_at():
    topic = next(t.id for t in north.results().topics if t.bites and t.agreed is None)
    answers = tuple(a for a in north.north().latest.answers if a.topic != topic)
    found = checks(answers=answers)
    check = next(c for c in found if c.title == "1 must-have has no answer")
    assert (check.place, check.at) == ("walk", topic)


def test_a_does_not_apply_without_a_reason_is_to_be_looked_at():
    given = north.north().latest.answers
    bare = given[0].changed(level="na", note="", reason="")
    found = checks(answers=(bare, *given[1:]))
    check = next(c for c in found if c.title == "1 “Doesn’t apply” has no reason")
    assert check.at == bare.topic


def test_an_action_without_owner_is_to_be_looked_at():
    value = north.north().changed(actions=(Action(id="a", text="Brief staff"),))
    check = next(c for c in checks(value) if c.title == "1 action has no owner")
    assert check.text == "Brief staff. The report leaves the owner open."
    assert (check.place, check.at) == ("plan", "a")
    owned = north.north().changed(actions=(Action(id="a", text="Brief", owner="Patel"),))
    assert "Every action has an owner" in titles(Verdict.PASSED, checks(owned))


@pytest.mark.parametrize("note", ["Ask Sgt Amin.", "Dr S. Patel knows", "Ch Insp R. Doyle has it"])
def test_a_note_that_may_name_a_person_is_to_be_looked_at(note):
    given = north.north().latest.answers
    answers = (given[0].changed(note=note), *(a.changed(note="") for a in given[1:]))
    check = next(c for c in checks(answers=answers) if c.title == "1 note may name a person")
    assert check.text.startswith(f"{given[0].topic} mentions “")


def test_the_name_of_somebody_who_answers_is_found_too():
    value = north.north()
    people = (value.respondents[0].changed(name="Jo Whitcombe"), *value.respondents[1:])
    given = value.latest.answers
    answers = (given[0].changed(note="Jo Whitcombe does it"), *given[1:])
    changed = value.changed(respondents=people, rounds=(value.latest.changed(answers=answers),))
    assert any("may name a person" in title for title in titles(Verdict.LOOK, checks(changed)))


def test_answers_that_came_in_twice_are_to_be_looked_at():
    one = north.north().latest.answers[0]
    conflict = Conflict(respondent=one.respondent, topic=one.topic, answers=(one, one))
    found = checks(conflicts=(conflict,))
    assert "1 answer came in twice and differs" in titles(Verdict.LOOK, found)


def test_partners_who_have_not_answered_are_named():
    latest = north.north().latest
    haven = next(o.id for o in latest.organisations if o.name == "Haven")
    ours = {r.id for r in north.north().respondents if r.organisation == haven}
    answers = tuple(a for a in latest.answers if a.respondent not in ours)
    found = checks(answers=answers, agreed=(), votes=())
    check = next(c for c in found if c.title == "Not every partner has answered")
    assert "Haven" in check.text


def test_too_few_answers_are_said_before_the_report_goes_out():
    found = checks(answers=north.north().latest.answers[:20], agreed=(), votes=())
    assert any(title.startswith("Too early to say") for title in titles(Verdict.LOOK, found))


def test_a_check_leads_to_the_spot(reported, qtbot):
    page = reported(north.north().changed(actions=(Action(id="a", text="Brief staff"),)))
    with qtbot.waitSignal(page.wanted) as wanted:
        page.pilot.press("Go to it: 1 action has no owner")
    assert wanted.args == ["plan", "a"]


def test_the_report_is_saved_where_the_page_says(reported, tmp_path):
    page = reported()
    page.pilot.press("Save the Excel report")
    (path,) = tmp_path.glob("*.xlsx")
    assert str(path) == page.path.text()
    assert path.name.endswith("readiness 2026-11-25.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert "Summary" in book.sheetnames
    assert f"Saved: {path}" in words(page)


def test_a_saved_report_is_opened_only_on_a_press(reported, shown, tmp_path):
    page = reported()
    page.pilot.press("Save the Excel report")
    assert shown == []
    page.pilot.press("Open")
    page.pilot.press("Show in folder")
    (path,) = tmp_path.glob("*.xlsx")
    assert shown == [path, tmp_path]


def test_saving_happens_off_the_windows_thread(reported, tmp_path):
    worker = LaterWorker()
    page = reported(worker=worker)
    worker.finish()
    page.pilot.press("Save the Excel report")
    assert page.save.text() == "Saving…"
    assert not page.save.isEnabled()
    assert list(tmp_path.glob("*.xlsx")) == []
    worker.finish()
    assert page.save.text() == "Save the Excel report"
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_a_file_that_is_there_is_replaced_only_when_the_user_says_so(reported, prompts):
    page = reported()
    path = page._chosen()
    path.write_bytes(b"mine")
    prompts.expect("keep")
    page.pilot.press("Save the Excel report")
    assert path.read_bytes() == b"mine"
    prompts.expect("replace")
    page.pilot.press("Save the Excel report")
    assert path.read_bytes() != b"mine"
    page.pilot.press("Save the Excel report")


def test_another_place_can_be_chosen(reported, prompts, tmp_path):
    page = reported()
    target = tmp_path / "board" / "ours"
    target.parent.mkdir()
    prompts.expect(target)
    page.pilot.press("Change")
    page.pilot.press("Save the Excel report")
    assert target.with_name("ours.xlsx").exists()


def test_changing_ones_mind_about_the_place_changes_nothing(reported, prompts):
    page = reported()
    before = page.path.text()
    prompts.expect(None)
    page.pilot.press("Change")
    assert page.path.text() == before


def test_a_name_alone_goes_into_the_usual_folder(reported, tmp_path):
    page = reported()
    page.path.setText("ours.xlsx")
    page.pilot.press("Save the Excel report")
    assert (tmp_path / "ours.xlsx").exists()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("file.in-use", "Close the workbook in Excel, then try again"),
        ("file.disk-full", "The disk is full, so nothing was changed."),
    ],
)
def test_what_the_disk_refuses_is_said_with_the_way_out(reported, monkeypatch, code, said):
    def refuse(path, _data):
        raise FileProblemsError(Problem(code, str(path)))

    monkeypatch.setattr(atomic, "write", refuse)
    page = reported()
    page.pilot.press("Save the Excel report")
    assert said in words(page)
    assert page.save.isEnabled()


def test_the_preview_shows_each_sheet(reported):
    page = reported()
    assert page.preview._model.cell(0, 0).value.startswith("Northbridge")
    page.pilot.choose("Sheet", "Barriers")
    assert page.preview._model.sheet.key == "barriers"
    assert page.preview._model.rowCount() > 4
    page.preview.grab()


def test_a_second_round_is_compared_with_the_first(reported):
    page = reported(north.two_rounds())
    names = [page.preview._sheets.itemText(n) for n in range(page.preview._sheets.count())]
    assert "Progress" in names


def test_characters_that_no_file_name_may_have_are_left_out(reported):
    value = north.north()
    odd = value.partnership.changed(name='A/B: "C"?')
    page = reported(value.changed(partnership=odd))
    assert page._chosen().name == "AB C readiness 2026-11-25.xlsx"


@pytest.mark.parametrize("size", [(1366, 690), (1093, 545), (700, 480)])
def test_the_page_can_be_drawn_in_every_window(reported, theme, size):
    page = reported()
    page.resize(*size)
    page.fit(theme.room(page.size()))
    assert not page.grab().isNull()
    assert page.path.isVisible()
    assert page.save.isVisible()


def test_the_documents_folder_is_the_users():
    assert naming.documents().is_absolute()
