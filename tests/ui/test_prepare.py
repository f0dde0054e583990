import openpyxl
import pytest

from selfassess.core import edits, workshop
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import work_out
from selfassess.files import assessment_file, atomic
from selfassess.ui.pages.prepare import PreparePage
from tests import builders
from tests.ui.conftest import NowWorker
from tests.ui.told_order import gaps

FIRST_ROW, LEVEL, NOTE = 6, 5, 8


@pytest.fixture
def prepare(open_desk, show_page):
    def make(value=None, *, rehearse=None, show=print, width=1366, height=690):
        content = builders.content()
        desk = open_desk(value or builders.assessment(answers="PU1=1 PU2=4"), content)
        desk = desk._replace(rehearse=rehearse)
        page = PreparePage(desk, worker=NowWorker(), show=show)
        page.pilot = show_page(page, width, height)
        return page

    return make


def chosen(page):
    return [row.id for row in page.topics.topics.rows if row.chosen]


def plan(page):
    return page.desk.opened.value.latest.plan


def go_to(page, id_):
    page.topics.setCurrentIndex(page.topics.topics.index_of(id_))
    page.topics.setFocus()


def forms_in(folder):
    return sorted(folder.glob("*.xlsx"))


def fill_in(path, *levels, note=""):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[1]
    for place, level in enumerate(levels):
        sheet.cell(FIRST_ROW + place, LEVEL).value = level
    if note:
        sheet.cell(FIRST_ROW, NOTE).value = note
    book.save(path)


@pytest.fixture
def handed_out(prepare, prompts, tmp_path):
    page = prepare(builders.assessment("Council", "Haven"))
    prompts.expect(tmp_path)
    page.pilot.press("Make forms for all partners…")
    return page, forms_in(tmp_path)


def test_the_agenda_is_ticked_and_says_why(prepare):
    page = prepare()
    assert chosen(page)[0] == "PU1"
    assert page.topics.topics.rows[1].why == "A must-have that is not met"
    assert page.pilot.shows("There is time for 14 questions. Seven of twelve minutes go to them.")


def test_space_takes_a_question_out_and_puts_it_in(prepare):
    page = prepare()
    before = chosen(page)
    go_to(page, before[0])
    page.pilot.key("Space")
    assert chosen(page) == before[1:]
    assert page.topics.here == before[0]
    page.pilot.key("Space")
    assert chosen(page) == [*before[1:], before[0]]
    page.desk.opened.history.undo()
    page.desk.opened.history.undo()
    assert chosen(page) == before


def test_alt_and_arrows_move_a_question(prepare):
    page = prepare(workshop.plan(builders.assessment(), topics=("PU1", "PU2", "LE1")))
    go_to(page, "PU2")
    page.pilot.key("Alt+Up")
    assert plan(page).topics == ("PU2", "PU1", "LE1")
    page.pilot.key("Alt+Up")
    assert plan(page).topics == ("PU2", "PU1", "LE1")
    page.pilot.key("Alt+Down")
    page.pilot.key("Alt+Down")
    assert plan(page).topics == ("PU1", "LE1", "PU2")


def test_less_time_means_fewer_questions_and_the_rest_is_pre_work(prepare):
    page = prepare(workshop.plan(builders.assessment(answers="PU1=1"), minutes=10))
    assert len(chosen(page)) == 1
    page.pilot.choose("How long", "45 minutes")
    assert plan(page).minutes == 45
    page.pilot.choose("How many people", "9 people")
    assert plan(page).people == 9
    assert page.pilot.shows("There is time for 5 questions. Seven of twelve minutes go to them.")


def test_the_agenda_can_be_suggested_again(prepare):
    page = prepare(workshop.plan(builders.assessment(answers="PU1=1"), topics=("CU2",)))
    page.pilot.press("Suggest again")
    assert plan(page).topics[0] == "PU1"


def test_enter_opens_the_question_and_the_button_the_room(prepare, qtbot):
    page = prepare()
    go_to(page, "PU1")
    with qtbot.waitSignal(page.wanted) as told:
        page.pilot.key("Return")
    assert told.args == ["walk", "PU1"]
    with qtbot.waitSignal(page.wanted) as told:
        page.pilot.press("Go to the room")
    assert told.args == ["room", ""]


def test_forms_are_made_for_all_partners_and_noted_as_handed_out(handed_out):
    page, files = handed_out
    assert [path.name for path in files] == ["answers-council-1.xlsx", "answers-haven-1.xlsx"]
    assert len(page.desk.opened.value.latest.forms) == 2
    assert page.desk.opened.history.count() == 1
    assert page.pilot.shows("2 forms handed out, 0 came back.")


def test_one_form_for_each_person_and_no_file_is_overwritten(handed_out, prompts, tmp_path):
    page, files = handed_out
    latest = page.desk.opened.value.latest
    people = tuple(o.changed(people=2) for o in latest.organisations)
    value = page.desk.opened.value
    page.desk.opened.edit(value.changed(rounds=(latest.changed(organisations=people),)), "people")
    prompts.expect(tmp_path)
    page.pilot.press("Make forms for all partners…")
    assert len(forms_in(tmp_path)) == 6
    assert {path.name for path in files} < {path.name for path in forms_in(tmp_path)}


def test_thinking_better_of_it_makes_nothing(prepare, prompts):
    page = prepare()
    prompts.expect(None, ())
    page.pilot.press("Make forms for all partners…")
    page.pilot.press("Bring in forms…")
    assert page.desk.opened.history.count() == 0


def test_a_folder_that_cannot_be_written_is_told(prepare, prompts, tmp_path):
    page = prepare()
    prompts.expect(tmp_path / "not there")
    page.pilot.press("Make forms for all partners…")
    folder = tmp_path / "not there"
    assert page.pilot.shows(f"0 of 2 forms made. {folder}")
    assert page.pilot.shows("The folder or its drive is not there.")
    assert page.desk.opened.history.count() == 0
    assert page.forms.make.isEnabled()
    prompts.expect(tmp_path)
    page.pilot.press("Make forms for all partners…")
    assert page.pilot.shows(f"2 forms made in {tmp_path}")
    assert not page.pilot.shows("The folder or its drive is not there.")


def test_forms_that_could_be_made_are_noted_also_where_another_could_not(
    prepare, prompts, tmp_path, monkeypatch
):
    page, write = prepare(), atomic.write

    def refuse(path, data):
        if "police" in path.name:
            raise FileProblemsError(Problem("file.disk-full", str(path)))
        write(path, data)

    monkeypatch.setattr(atomic, "write", refuse)
    prompts.expect(tmp_path)
    page.pilot.press("Make forms for all partners…")
    assert page.pilot.shows(f"1 of 2 forms made. {tmp_path}")
    assert page.pilot.shows("The disk is full")
    assert page.pilot.shows("1 form handed out, 0 came back.")
    assert [path.name for path in forms_in(tmp_path)] == ["answers-council-1.xlsx"]


def test_forms_that_came_back_are_looked_at_before_anything_is_done(handed_out, prompts):
    page, files = handed_out
    fill_in(files[0], 3, "Don’t know", note="So.")
    fill_in(files[1], 2, 9)
    files[1].with_name("holiday.xlsx").write_bytes(b"no workbook")
    prompts.expect((*files, files[1].with_name("holiday.xlsx")))
    page.pilot.press("Bring in forms…")
    assert page.pilot.shows("3 files were read")
    assert page.pilot.shows("2 forms can be used, 3 new, 0 changed, 0 unchanged, 2 problems.")
    rows = page.preview.table.table.rows
    assert ("answers-council-1.xlsx", "Answers!E6", "PU1", "", "3", "New") in rows
    told = {row[0]: row[-1] for row in rows if row[-1].startswith("Problem")}
    assert told["holiday.xlsx"].startswith("Problem: This is no Excel workbook")
    assert "“9” is no level" in told["answers-haven-1.xlsx"]
    assert page.desk.opened.value.latest.answers == ()
    assert page.hints() == ()
    page.pilot.press("Add these answers")
    assert len(page.desk.opened.value.latest.answers) == 3
    assert page.pilot.shows("3 answers brought in")
    assert page.pilot.shows("2 forms handed out, 2 came back.")
    page.desk.opened.history.undo()
    assert page.desk.opened.value.latest.answers == ()


def test_looking_only_changes_nothing(handed_out, prompts):
    page, files = handed_out
    fill_in(files[0], 3)
    prompts.expect(tuple(files))
    page.pilot.press("Bring in forms…")
    page.pilot.press("Cancel")
    assert page.desk.opened.history.count() == 1
    assert page.pilot.shows("Before the workshop")


def test_bringing_the_same_in_again_offers_nothing_to_add(handed_out, prompts):
    page, files = handed_out
    fill_in(files[0], 3)
    for _ in range(2):
        prompts.expect((files[0],))
        page.pilot.press("Bring in forms…")
        if page.preview._agree.isEnabled():
            page.pilot.press("Add these answers")
    assert page.pilot.shows("1 form can be used, 0 new, 0 changed, 1 unchanged.")
    assert page.preview.table.table.rows == (
        ("answers-council-1.xlsx", "", "", "", "", "Changes nothing"),
    )
    page.pilot.press("All rows")
    assert page.preview.table.table.rows[0][-1] == "Unchanged"
    page.pilot.press("Close")


def test_an_answer_that_was_taken_back_here_says_so_when_its_form_comes_again(handed_out, prompts):
    page, files = handed_out
    fill_in(files[0], 3)
    prompts.expect((files[0],), (files[0],))
    page.pilot.press("Bring in forms…")
    page.pilot.press("Add these answers")
    opened = page.desk.opened
    (answer,) = opened.value.latest.answers
    opened.edit(edits.clear(opened.value, answer.respondent, answer.topic), "Clear")
    page.pilot.press("Bring in forms…")
    assert page.preview.table.table.rows == (
        ("answers-council-1.xlsx", "Answers!E6", "PU1", "", "", "Taken back here, stays so"),
    )
    assert not page.preview._agree.isEnabled()


def test_conflicts_are_settled_side_by_side(handed_out, prompts):
    page, files = handed_out
    twin = files[0].with_name("twin.xlsx")
    twin.write_bytes(files[0].read_bytes())
    fill_in(files[0], 2)
    fill_in(twin, 5, note="Seen last week.")
    prompts.expect((files[0], twin))
    page.pilot.press("Bring in forms…")
    assert page.pilot.shows("1 new, 1 changed, 0 unchanged, 1 in conflict.")
    assert gaps(page) == []
    page.pilot.press("Add these answers")
    assert gaps(page) == []
    assert page.pilot.shows("1 answer in conflict")
    assert page.pilot.shows("2  Depends on people")
    assert page.pilot.shows("Seen last week.")
    page.pilot.press("PU1  Title of PU1: 5  Reviewed and lasting holds")
    (answer,) = page.desk.opened.value.latest.answers
    assert (answer.level, answer.note) == (5, "Seen last week.")
    assert page.pilot.shows("No answer is in conflict")
    page.pilot.press("Done")
    assert page.forms.settle.isHidden()


def test_conflicts_that_are_left_wait(handed_out, prompts):
    page, files = handed_out
    twin = files[0].with_name("twin.xlsx")
    twin.write_bytes(files[0].read_bytes())
    fill_in(files[0], "Don’t know")
    fill_in(twin, 5)
    prompts.expect((files[0], twin))
    page.pilot.press("Bring in forms…")
    page.pilot.press("Add these answers")
    page.pilot.press("Done")
    assert page.pilot.shows("1 answer is in conflict.")
    page.pilot.press("Settle them")
    page.pilot.press("PU1  Title of PU1: don’t know holds")
    (answer,) = page.desk.opened.value.latest.answers
    assert answer.level == "dk"


def test_a_partners_copy_of_the_assessment_is_brought_in_too(prepare, prompts, tmp_path):
    page = prepare(builders.assessment("Council", "Haven"))
    said = builders.assessment("Haven", answers="PU2=4").latest.answers
    theirs = builders.assessment("Council", "Haven")
    theirs = theirs.changed(rounds=(theirs.latest.changed(answers=said),))
    path = tmp_path / "haven.selfassess"
    assessment_file.write(path, theirs, (builders.questionnaire(),), ())
    prompts.expect((path,))
    page.pilot.press("Bring in forms…")
    page.pilot.press("Add these answers")
    (answer,) = page.desk.opened.value.latest.answers
    assert (answer.respondent, answer.level) == ("haven-1", 4)


def test_what_is_still_being_read_after_cancel_is_dropped(prepare, tmp_path, qtbot):
    class Slow(NowWorker):
        def __init__(self):
            self.jobs = []

        def do(self, job, done):
            self.jobs.append((job, done))

    page = prepare()
    page._worker = slow = Slow()
    page.take_files((tmp_path / "a.xlsx", tmp_path / "b.xlsx"))
    assert page.pilot.shows("0 of 2 read")
    job, done = slow.jobs[0]
    done(job(), None)
    assert page.pilot.shows("1 of 2 read")
    page.pilot.press("Cancel")
    job, done = slow.jobs[1]
    done(job(), None)
    assert page.pilot.shows("Before the workshop")


def test_no_files_is_no_import(prepare):
    page = prepare()
    page.take_files(())
    assert page.pilot.shows("Before the workshop")


def test_the_paper_pack_is_saved_and_trouble_is_told(prepare, prompts, tmp_path):
    page = prepare()
    path = tmp_path / "pack.pdf"
    prompts.expect(path, tmp_path / "no" / "pack.pdf", None)
    page.pilot.press("Save the paper pack…")
    assert path.read_bytes().startswith(b"%PDF")
    assert page.pilot.shows(f"Saved: {path}")
    page.pilot.press("Save the paper pack…")
    assert page.pilot.shows("folder")
    page.pilot.press("Save the paper pack…")


def test_the_paper_pack_is_opened_to_be_printed_by_the_system(prepare, prompts, tmp_path):
    opened = []
    page = prepare(show=opened.append)
    prompts.expect(tmp_path / "pack.pdf")
    page.pilot.press("Save the paper pack…")
    assert page.pilot.shows("Print it from the program that opens it.")
    page.pilot.press("Open it to print")
    assert opened == [tmp_path / "pack.pdf"]


def test_where_nothing_opens_a_pdf_it_says_where_it_is(prepare, prompts, tmp_path):
    page = prepare(show=lambda _path: False)
    prompts.expect(tmp_path / "pack.pdf")
    page.pilot.press("Save the paper pack…")
    page.pilot.press("Open it to print")
    assert page.pilot.shows(f"No program here opens it. You find it at {tmp_path / 'pack.pdf'}")


def test_a_paper_pack_that_is_open_elsewhere_is_no_workbook(
    prepare, prompts, tmp_path, monkeypatch
):
    def refuse(path, _data):
        raise FileProblemsError(Problem("file.in-use", str(path)))

    monkeypatch.setattr(atomic, "write", refuse)
    page = prepare()
    prompts.expect(tmp_path / "pack.pdf")
    page.pilot.press("Save the paper pack…")
    assert page.pilot.shows("Close it where it is open, then try again")
    assert not page.pilot.shows("Excel, then")


def test_a_rehearsal_is_offered_only_beside_real_work(prepare):
    asked = []
    page = prepare(rehearse=lambda: asked.append(True))
    page.pilot.press("Rehearse on the worked example")
    assert asked == [True]
    example = builders.assessment().changed(fictional=True)
    assert not prepare(example, rehearse=lambda: None).pilot.shows("Rehearse on the worked example")
    assert not prepare().pilot.shows("Rehearse on the worked example")


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (1366, 1.5), (1093, 1.0), (1366, 2.0)])
def test_everything_has_a_name(prepare, theme, width, scale):
    theme.set_text_scale(scale)
    page = prepare(width=width)
    assert gaps(page) == []


def test_a_form_can_be_read_against_what_is_worked_out(handed_out):
    page, _files = handed_out
    opened = page.desk.opened
    assert work_out(opened.value, opened.content).round.forms == opened.value.latest.forms


def test_a_folder_that_is_closed_is_not_mistaken_for_a_pdf_that_is_open(
    prepare, prompts, tmp_path, monkeypatch
):
    page, path = prepare(), tmp_path / "pack.pdf"

    def refuse(path, _data):
        raise FileProblemsError(Problem("file.not-allowed", str(path)))

    monkeypatch.setattr(atomic, "write", refuse)
    prompts.expect(path, path)
    page.pilot.press("Save the paper pack…")
    assert page.pilot.shows("You are not allowed to use this file here.")
    path.write_bytes(b"open in a reader")
    page.pilot.press("Save the paper pack…")
    assert page.pilot.shows(f"{path} can’t be replaced. Close it where it is open")
