import io

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

from selfassess.core import workshop
from selfassess.core.assessment import Action, Conflict
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import work_out
from selfassess.files import atomic
from selfassess.reports.options import Options
from selfassess.ui import naming
from selfassess.ui.models.report_checks import Verdict, checks_sentence, report_checks
from selfassess.ui.pages import report as report_page
from selfassess.ui.pages.report import ReportPage
from selfassess.words import interface, words_in
from tests.ui import north
from tests.ui.conftest import NowWorker
from tests.ui.told_order import gaps


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


def refusing(monkeypatch, *codes):
    """The disk says these things, one after the other, and then takes what it is given."""
    left = list(codes)
    write = atomic.write

    def act(path, data):
        if left:
            raise FileProblemsError(Problem(left.pop(0), str(path)))
        write(path, data)

    monkeypatch.setattr(atomic, "write", act)


def test_a_workbook_that_excel_has_open_is_saved_under_another_name_with_one_press(
    reported, monkeypatch, tmp_path
):
    refusing(monkeypatch, "file.in-use")
    page = reported()
    first = page._chosen()
    page.pilot.press("Save the Excel report")
    assert "Another program, such as Excel, has this file open" in words(page)
    other = first.with_stem(f"{first.stem} (2)")
    page.pilot.press("Save as “… (2).xlsx”")
    assert list(tmp_path.iterdir()) == [other]
    assert f"Saved: {other}" in words(page)
    assert page.path.text() == str(other)


def test_no_permission_for_a_file_that_is_there_means_that_it_is_open(
    reported, monkeypatch, prompts
):
    refusing(monkeypatch, "file.not-allowed")
    page = reported()
    page._chosen().write_bytes(b"open in Excel")
    prompts.expect("replace")
    page.pilot.press("Save the Excel report")
    assert page.saved.other.text() == "Save as “… (2).xlsx”"
    assert page._chosen().read_bytes() == b"open in Excel"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("file.disk-full", "The disk is full, so nothing was changed."),
        ("file.no-folder", "The folder or its drive is not there."),
        ("file.not-allowed", "You are not allowed to use this file here."),
        ("file.read-only", "Nothing can be written here."),
    ],
)
def test_what_a_folder_refuses_is_said_and_the_usual_folder_is_one_press_away(
    reported, monkeypatch, tmp_path, code, said
):
    refusing(monkeypatch, code)
    page = reported()
    page.path.setText(str(tmp_path / "gone" / "ours.xlsx"))
    page.pilot.press("Save the Excel report")
    assert said in words(page)
    assert page.save.isEnabled()
    (tmp_path / "ours.xlsx").write_bytes(b"another")
    page.pilot.press(f"Save in “{tmp_path.name}”")
    assert (tmp_path / "ours.xlsx").read_bytes() != b"another"


def test_where_no_other_place_helps_none_is_offered(reported, monkeypatch):
    refusing(monkeypatch, "file.disk-full")
    page = reported()
    page.pilot.press("Save the Excel report")
    assert "The disk is full" in words(page)
    assert not page.saved.other.isVisible()


def test_notes_and_names_are_told_as_the_page_says(reported):
    page = reported()
    before = page.preview._book
    page.options.notes.click()
    assert page.options.options == Options(notes=False)
    assert page.preview._book != before
    page.options.names.click()
    assert page.options.options == Options(notes=False, names=True)


def test_a_copy_to_hand_upwards_shows_what_it_leaves_out_before_it_is_saved(reported, tmp_path):
    page = reported()
    page.preview._sheets.mark("partners")
    assert "This copy leaves out:" not in words(page)
    page.pilot.press("To hand upwards")
    said = words(page)
    assert "This copy leaves out:\n– The names of" in said
    assert "Haven" in said
    assert "Look whether one names somebody." in said
    assert page.preview._book.sheet("partners") is None
    assert page.preview._sheets.marked == "summary"
    assert not page.options.notes.isVisible()
    page.pilot.press("Save the Excel report")
    (path,) = tmp_path.glob("*.xlsx")
    assert path.name.endswith("readiness to hand upwards 2026-11-25.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert "Partners" not in book.sheetnames
    page.pilot.press("Name each partner")
    assert page._chosen().name.endswith("readiness 2026-11-25.xlsx")
    page.path.setText("ours.xlsx")
    page.pilot.press("To hand upwards")
    assert page._chosen().name == "ours.xlsx"
    page.pilot.press("Name each partner")
    assert page.preview._book.sheet("partners") is not None


def test_letters_can_stand_for_partners(reported, tmp_path):
    page = reported()
    page.preview.go_to("partners")
    page.pilot.press("Include names of people")
    page.pilot.press("Use letters")
    said = words(page)
    first, *_others = north.north().latest.organisations
    assert f"{first.letter} is {first.name}" in said
    assert "This key is not in the report." in said
    assert not page.options.names.isVisible()
    assert page.options.options == Options(letters=True)
    page.pilot.press("Save the Excel report")
    (path,) = tmp_path.glob("*.xlsx")
    assert path.name.endswith("readiness with letters 2026-11-25.xlsx")
    book = openpyxl.load_workbook(path)
    heads = [cell.value for cell in book["Partners"][5]]
    assert f"Partner {first.letter}" in heads
    assert first.name not in heads
    page.pilot.press("Name each partner")
    assert "This key is not in the report." not in words(page)
    assert page.options.options == Options(names=True)


def test_texts_that_may_tell_a_partner_all_the_same_are_shown(reported):
    value = north.north()
    told = "Ask the people at Larkfield first."
    partner = value.latest.organisations[0].changed(name="Larkfield trust")
    others = value.latest.organisations[1:]
    named = value.latest.changed(organisations=(partner, *others))
    page = reported(workshop.park(value.changed(rounds=(named,)), told))
    page.pilot.press("Use letters")
    assert f"“{told}”" in words(page)
    assert "may still tell a partner." in words(page)


def test_with_fewer_than_three_partners_there_is_no_such_copy(reported, tmp_path):
    value = north.north()
    first, *_others = value.latest.organisations
    ours = {r.id for r in value.respondents if r.organisation == first.id}
    answers = tuple(a for a in value.latest.answers if a.respondent in ours)
    round_ = value.latest.changed(answers=answers, votes=(), agreed=())
    page = reported(value.changed(rounds=(round_,)))
    page.pilot.press("To hand upwards")
    assert "With fewer than three partners anybody can tell who said what." in words(page)
    assert not page.save.isEnabled()
    page.pilot.key("Ctrl+Return")
    assert list(tmp_path.glob("*.xlsx")) == []
    page.pilot.press("Name each partner")
    assert page.save.isEnabled()


OTHER = "Save in another format…"


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".zip", ".json", ".csv"])
def test_a_report_is_saved_in_another_format(reported, prompts, tmp_path, ending):
    page = reported()
    prompts.expect(ending, tmp_path / f"ours{ending}")
    page.pilot.press(OTHER)
    assert (tmp_path / f"ours{ending}").stat().st_size > 1000
    assert f"Saved: {tmp_path / 'ours'}{ending}" in words(page)
    assert page.path.text().endswith(".xlsx")


def test_charts_and_slides_are_saved_in_a_folder_of_their_own(reported, prompts, tmp_path):
    page = reported()
    prompts.expect("pictures", tmp_path)
    page.pilot.press(OTHER)
    (folder,) = tmp_path.iterdir()
    assert folder.name.endswith(" pictures")
    assert (folder / "slide-profile.png").read_bytes().startswith(b"\x89PNG")
    assert f"Saved: {folder}" in words(page)


def test_a_name_without_an_ending_gets_that_of_the_format(reported, prompts, tmp_path):
    page = reported()
    for left in ((None,), (".zip", None), ("pictures", None)):
        prompts.expect(*left)
        page.pilot.press(OTHER)
    assert list(tmp_path.iterdir()) == []
    prompts.expect(".pdf", tmp_path / "ours")
    page.pilot.press(OTHER)
    assert [path.name for path in tmp_path.iterdir()] == ["ours.pdf"]


def test_a_format_that_can_not_be_saved_is_offered_another_name(
    reported, prompts, monkeypatch, tmp_path
):
    refusing(monkeypatch, "file.in-use")
    page = reported()
    prompts.expect(".csv", tmp_path / "ours.csv")
    page.pilot.press(OTHER)
    page.pilot.press("Save as “… (2).csv”")
    assert (tmp_path / "ours (2).csv").exists()
    assert page.path.text().endswith(".xlsx")


def test_the_language_of_the_report_is_not_that_of_the_screen(reported, monkeypatch):
    said = {"Summary": "Crynodeb", "Action plan": "Cynllun"}
    pseudo = words_in("xx")
    plain = type(pseudo).__call__
    monkeypatch.setattr(
        type(pseudo),
        "__call__",
        lambda self, text, **facts: plain(
            self, said.get(text, text) if self.language == "xx" else text, **facts
        ),
    )
    monkeypatch.setattr(report_page, "languages", lambda: (("en", "English"), ("xx", "Pseudo")))
    page = reported()
    names = [sheet.name for sheet in page.preview._book.sheets]
    assert "Summary" in names
    page.pilot.choose("Language of the report", "Pseudo")
    names = [sheet.name for sheet in page.preview._book.sheets]
    assert "Crynodeb" in names
    assert page.preview._book.language == "xx"
    assert "Export the report" in words(page)


def test_with_one_language_there_is_none_to_choose(reported):
    assert not reported().options.language.isVisible()


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


def test_the_documents_folder_is_the_users(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert naming.documents() == tmp_path
    (tmp_path / "Documents").mkdir()
    assert naming.documents() == tmp_path / "Documents"


def test_in_a_narrow_window_what_went_wrong_is_brought_into_view(
    reported, monkeypatch, theme, qtbot
):
    page = reported()
    page.resize(700, 480)
    page.fit(theme.room(page.size()))
    refusing(monkeypatch, "file.in-use")
    page.pilot.press("Save the Excel report")
    view = page._scroll.viewport()
    qtbot.waitUntil(
        lambda: view.rect().contains(
            page.saved.problem.mapTo(view, page.saved.problem.rect().center())
        )
    )


def test_the_options_can_be_read_aloud(reported):
    page = reported()
    page.pilot.press("To hand upwards")
    assert gaps(page) == []
