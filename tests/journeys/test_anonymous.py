"""What an anonymous run does not hold: no name and no role of a person, no partner's level."""

import dataclasses
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence

from selfassess.commands.report import WRITERS, Material
from selfassess.core import edits, importing, workshop
from selfassess.core.results import work_out
from selfassess.core.returns import TextKind
from selfassess.files import assessment_file, return_file, workbook
from selfassess.files.form_workbook import read_form, write_form
from selfassess.reports import report
from selfassess.reports.agreed import agreed
from selfassess.reports.data import data
from selfassess.reports.options import Options
from selfassess.ui.print.paper_pack import paper_pack
from selfassess.ui.print.sheet_print import sheet_pdf
from selfassess.words import words_in
from tests import builders
from tests.commands.test_upwards import parts_of
from tests.pilot import Pilot
from tests.shipped import shipped
from tests.ui.conftest import *  # noqa: F403  # the window's fixtures serve here too

NAME, ROLE = "Priya Okafor", "Night-shift safeguarding lead"
PARTNERS = ("Council", "Police", "Haven")
TODAY = date(2026, 11, 25)
WORDS = words_in("en")


@pytest.fixture(scope="session")
def content():
    return dataclasses.replace(builders.content(), prompts=shipped().prompts)


@pytest.fixture
def anonymous():
    """An anonymous round to which forms with roles and a copy with names have come."""
    empty = builders.assessment(*PARTNERS).changed(respondents=())
    value = edits.choose_anonymity(empty, anonymous=True)
    forms = [typed(value, partner, level) for partner, level in (("police", 2), ("haven", 5))]
    theirs = builders.assessment(*PARTNERS, answers="PU1=4 PU2=dk")
    theirs = edits.change_respondent(theirs, "council-1", name=NAME, role=ROLE)
    value = importing.import_forms(value, [*forms, *importing.forms_of(theirs, "copy")]).after
    return workshop.plan(value, topics=("PU1", "PU2"))


def typed(value, partner, level):
    data = write_form(
        work_out(value, builders.content()), partner, None, f"form-{partner}", 1, WORDS, TODAY
    )
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[1].cell(6, 5).value = level
    stream = io.BytesIO()
    book.save(stream)
    return dataclasses.replace(read_form(stream.getvalue(), "form.xlsx"), role=ROLE)


def texts_in(data: bytes) -> str:
    """All that stands in a file, also in a zip inside it."""
    start = data.find(b"PK\x03\x04")
    told = [data.decode("utf-8", "replace")]
    if start >= 0:
        with zipfile.ZipFile(io.BytesIO(data[start:])) as archive:
            told += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return "\n".join(told)


def people_in(text: str) -> list[str]:
    return [private for private in (NAME, "Okafor", ROLE, "safeguarding lead") if private in text]


def test_the_values_themselves_hold_no_person(anonymous):
    assert len(anonymous.respondents) == 3
    assert {(r.name, r.role) for r in anonymous.respondents} == {("", "")}


def test_the_file_holds_no_person(anonymous):
    data = assessment_file.to_bytes(anonymous, (builders.questionnaire(),), ())
    assert "PU1" in texts_in(data)
    assert people_in(texts_in(data)) == []


def test_a_form_asks_for_no_role_and_says_that_it_is_anonymous(anonymous, content):
    results = work_out(anonymous, content)
    data = write_form(results, "council", None, "f9", 1, WORDS, TODAY)
    told = texts_in(data)
    assert "This is anonymous. Write no names, also not in notes." in told
    guide = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    shown = [str(cell.value) for row in guide.iter_rows() for cell in row if cell.value]
    assert not any("Your role" in words for words in shown)
    assert people_in(told) == []


def test_the_report_holds_no_person_and_no_level_of_a_partner(anonymous, content):
    book = report.build(work_out(anonymous, content), WORDS, TODAY, "1.0")
    told = texts_in(workbook.to_bytes(book))
    assert people_in(told) == []
    for sheet in book.sheets:
        for row in sheet.rows:
            cells = [cell for cell in row.cells if cell.value is not None]
            names = [c for c in cells if str(c.value) in PARTNERS]
            levels = [c for c in cells if isinstance(c.value, int | float) and 1 <= c.value <= 5]
            assert not (names and levels), (sheet.key, [c.value for c in cells])


def parts_with(data: bytes) -> str:
    """All that stands in a report of whatever format, pages of a PDF too."""
    return "\n".join(part.decode("utf-8", "replace") for part in parts_of(data).values())


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("options", [Options(), Options(names=True)])
def test_no_format_of_the_report_holds_a_person_or_a_level_of_a_partner(
    ending, options, anonymous, content
):
    results = settled(anonymous, content)
    told = parts_with(WRITERS[ending](Material(results, results, options, WORDS, TODAY)))
    assert people_in(told) == []
    assert re.findall(rf"(?:{'|'.join(PARTNERS)})[:,]? [1-5]\b", told) == []
    assert not any(respondent.id in told for respondent in anonymous.respondents)


def test_data_hold_no_row_of_answers_and_no_partner_beside_a_note(anonymous, content):
    noted = edits.annotate(anonymous, anonymous.respondents[0].id, "PU1", note="We saw it.")
    made = data(work_out(noted, content), WORDS, TODAY, "1", options=Options(names=True))
    assert made.answers == ()
    assert [(note.partner, note.text) for note in made.notes] == [(None, "We saw it.")]
    assert {(p.people, p.roles, p.names) for p in made.partners} == {(None, (), ())}


@pytest.mark.parametrize("ticked", [(), tuple(TextKind)])
def test_a_return_holds_no_person_and_no_partner(anonymous, content, ticked):
    results = settled(anonymous, content)
    opened = assessment_file.Opened(results.assessment, (content.questionnaire,), (), "")
    returned = return_file.return_of(opened, content, "a", handed_over=TODAY, ticked=ticked)
    told = return_file.to_bytes(returned).decode()
    assert people_in(told) == []
    assert not any(partner in told for partner in PARTNERS)
    assert not any(respondent.id in told for respondent in anonymous.respondents)


@pytest.mark.usefixtures("qapp")
def test_the_page_of_what_was_agreed_says_who_doesnt_know_by_number_only(anonymous, content):
    results = settled(anonymous, content)
    told = parts_with(sheet_pdf(agreed(results, WORDS, TODAY), "", WORDS)).replace("\t", " ")
    assert people_in(told) == []
    assert "1 person doesn’t know" in told
    assert not any(f"{partner} doesn" in told for partner in PARTNERS)


def settled(value, content):
    """The anonymous round after its workshop: hands, an agreed level, a view and a decision."""
    value = workshop.raise_hands(value, "PU1", (0, 1, 2, 0, 0), 0)
    value = workshop.settle(value, "PU1", 3, work_out(value, content).standing("PU1"))
    value = workshop.dissent(value, "PU1", "Not yet everywhere.")
    return work_out(workshop.decide(value, "We write it down."), content)


def test_neither_window_shows_where_a_partner_stands(
    anonymous, make_shell, content, tmp_path, qtbot
):
    path = tmp_path / "anonymous.selfassess"
    assessment_file.write(path, anonymous, (builders.questionnaire(),), ())
    shell = make_shell(content=content)
    shell.opening.open_file(path)
    shell.window.go_to("room")
    page, pilot = shell.window.page, Pilot(qtbot, shell.window)
    pilot.press("Begin")
    for key in ("F5", "2", "4", "4", "C", "P", "H"):
        page.keyPressEvent(key_event(key))
    page.toggle_presenter()
    shown = []
    for reveal in (False, True):
        page.stage.reveal(reveal)
        spoken = QAccessible.queryAccessibleInterface(page.presenting.window)
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
        shown += [spoken.text(kind) for kind in kinds]
        shown += [text for text in pilot.texts() if text]
        shown.append(page.column.votes.chart.accessibleDescription())
    page.presenting.close()
    for words in shown:
        assert not any(partner in words for partner in PARTNERS), words
        assert people_in(words) == []
    assert shell.opening.opened.value.latest.votes == ()
    keeper = shell.opening.keeper
    keeper.keep_in_journal()
    kept = [file for file in (tmp_path / "data").rglob("*") if file.is_file()]
    journals = [file for file in kept if "journal" in file.suffix]
    assert journals
    assert all(people_in(texts_in(file.read_bytes())) == [] for file in kept)


def key_event(key):
    pressed = QKeySequence(key)[0]
    text = key if len(key) == 1 else ""
    return QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), text)


@pytest.mark.usefixtures("qapp")
def test_the_paper_asks_for_no_partner_and_no_role(anonymous, content):
    named = paper_pack(work_out(anonymous.changed(anonymous=False), content), WORDS, TODAY)
    unnamed = paper_pack(work_out(anonymous, content), WORDS, TODAY)
    assert unnamed != named
    assert people_in(unnamed.decode("latin-1")) == []


def test_ids_are_random_and_say_nothing(anonymous):
    for respondent in anonymous.respondents:
        assert not re.search("priya|okafor|lead|night", respondent.id, re.IGNORECASE)
