import dataclasses
import time

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfassess.core import workshop
from selfassess.core.assessment import Reference
from selfassess.core.codes import Set
from selfassess.files import assessment_file
from selfassess.ui.models.slide import SlideKind
from selfassess.ui.pages.prepare import PreparePage
from selfassess.ui.worker import ThreadWorker
from tests import builders
from tests.pilot import Pilot
from tests.shipped import shipped
from tests.ui.conftest import *  # noqa: F403  # the window's fixtures serve here too

QUESTIONS = ("PU1", "PU2", "LE1")


@pytest.fixture(scope="session")
def content():
    return dataclasses.replace(builders.content(), prompts=shipped().prompts)


@pytest.fixture
def saved(tmp_path):
    value = builders.assessment("Council", "Police", "Haven")
    path = tmp_path / "riverside.selfassess"
    assessment_file.write(path, value, (builders.questionnaire(),), ())
    return path


def press(pilot, *keys):
    for key in keys:
        pilot.key(key)


def choose_questions(pilot, page):
    topics = page.topics.topics
    for row in topics.rows:
        if row.chosen != (row.id in QUESTIONS) and row.id:
            page.topics.setCurrentIndex(topics.index_of(row.id))
            page.topics.setFocus()
            press(pilot, "Space")


def test_two_hours_by_keyboard_through_both_windows(
    make_shell, content, saved, prompts, qtbot, tmp_path
):
    shell = make_shell(content=content)
    shell.opening.open_file(saved)
    pilot = Pilot(qtbot, shell.window)
    press(pilot, "Ctrl+3")
    assert shell.window.here == "prepare"
    choose_questions(pilot, shell.window.page)
    pilot.press("Go to the room")
    room = shell.window.page
    pilot.press("Warm up first")
    pilot.press("Begin")

    press(pilot, "C", "4", "P", "2", "H", "1", "R")
    press(pilot, "F5")
    window = room.presenting.window
    assert room.presenting.covers
    assert window.slide.kind is SlideKind.REVEAL
    window.activateWindow()
    QApplication.processEvents()
    QTest.keyClicks(window, "BB")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert room.presenting.window is None
    shell.window.activateWindow()
    QApplication.processEvents()

    room.focus()
    press(pilot, "Ctrl+R", "3", "3", "2", "R", "3", "F3")
    pilot.write("Haven: not for small partners.")
    press(pilot, "F2")
    pilot.write("Ask the board.")
    prompts.expect("Who pays?", "We write it down.")
    press(pilot, "F8", "F7", "Ctrl+Return")
    assert room.stage.topic == "PU2"
    press(pilot, "0", "0", "4", "R", "0", "Ctrl+Return")
    press(pilot, "4", "4", "4", "R", "4", "Ctrl+Return")
    assert shell.window.here == "agreed"
    assert pilot.shows("3 questions settled")
    prompts.expect(tmp_path / "agreed.pdf")
    pilot.press("Save the page as PDF…")
    assert (tmp_path / "agreed.pdf").exists()
    assert shell.opening.close()

    check_what_was_kept(assessment_file.read(saved).assessment.latest)


def check_what_was_kept(kept):
    assert kept.plan.topics == QUESTIONS
    assert [(v.organisation, v.first, v.last) for v in kept.votes if v.topic == "PU1"] == [
        ("council", 4, 3),
        ("police", 2, 3),
        ("haven", 1, 2),
    ]
    assert {a.topic: (a.level, a.minority_view) for a in kept.agreed} == {
        "PU1": (3, "Haven: not for small partners."),
        "PU2": ("none", ""),
        "LE1": (4, ""),
    }
    assert workshop.note_on(kept, "PU1") == "Ask the board."
    assert [p.text for p in kept.parking] == ["Who pays?"]
    assert [d.text for d in kept.decisions] == ["We write it down."]


def test_a_rehearsal_leaves_real_work_as_it_was(make_shell, content, saved, qtbot):
    shell = make_shell(content=content)
    shell.opening.open_file(saved)
    before = saved.read_bytes()
    shell.window.go_to("prepare")
    pilot = Pilot(qtbot, shell.window)
    pilot.press("Rehearse on the worked example")
    assert shell.window.here == "room"
    assert shell.opening.opened.value.fictional
    assert pilot.shows("Rehearsal. All answers are made up.")
    pilot.press("Begin")
    pilot.press("Made-up votes")
    press(pilot, "R", "2")
    assert shell.opening.opened.value.latest.agreed
    assert shell.opening.close()
    assert saved.read_bytes() == before


def test_forms_that_are_dropped_on_the_window_are_looked_at(
    make_shell, content, saved, qtbot, tmp_path, prompts
):
    shell = make_shell(content=content)
    shell.opening.open_file(saved)
    shell.window.go_to("prepare")
    folder = tmp_path / "forms"
    folder.mkdir()
    prompts.expect(folder)
    pilot = Pilot(qtbot, shell.window)
    pilot.press("Make forms for all partners…")
    qtbot.waitUntil(lambda: len(list(folder.glob("*.xlsx"))) == 3)
    shell.window.go_to("walk")
    shell.window.files_dropped.emit(list(folder.glob("*.xlsx")))
    assert shell.window.here == "prepare"
    qtbot.waitUntil(lambda: pilot.shows("3 files were read"))


def test_closing_the_work_takes_the_presenter_away(make_shell, content, saved, qtbot):
    shell = make_shell(content=content)
    shell.opening.open_file(saved)
    shell.window.go_to("room")
    page = shell.window.page
    page.toggle_presenter()
    window = page.presenting.window
    with qtbot.waitSignal(window.destroyed):
        assert shell.opening.close()


@pytest.mark.slow
def test_forty_whole_forms_of_five_partners_are_read_with_progress_in_five_seconds(
    open_desk, qtbot, tmp_path, prompts
):
    content, names = shipped(), ("Council", "Police", "Haven", "Schools", "Trust")
    value = builders.assessment(*names, set=Set.FULL)
    main = content.questionnaire
    latest = value.latest.changed(
        questionnaire=Reference(id=main.id, version=main.version),
        organisations=tuple(o.changed(people=8) for o in value.latest.organisations),
    )
    worker = ThreadWorker()
    page = PreparePage(open_desk(value.changed(rounds=(latest,)), content), worker=worker)
    qtbot.addWidget(page)
    page.show()
    prompts.expect(tmp_path)
    page.forms.make.click()
    worker.finish()
    files = sorted(tmp_path.glob("*.xlsx"))
    assert len(files) == 40
    for place, path in enumerate(files):
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[1]
        for row in range(6, 76):
            sheet.cell(row, 5).value, sheet.cell(row, 8).value = (row + place) % 5 + 1, "A note."
        book.save(path)
    told = []
    show = page.preview.show_progress
    page.preview.show_progress = lambda done, of: (told.append(done), show(done, of))
    began = time.process_time()
    page.take_files(tuple(files))
    qtbot.waitUntil(lambda: page._made is not None, timeout=60_000)
    used = time.process_time() - began
    worker.close()
    assert told == [0, *range(1, 41)]
    assert page._made.counts.new == 40 * 70
    assert used < 5
