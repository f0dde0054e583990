"""The page of a portfolio: files in, findings and workbooks out, and nothing of single places."""

import threading

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication, QLabel

from selfassess.core.results import work_out
from selfassess.files import assessment_file, portfolio_files
from selfassess.reports.portfolio_names import withheld
from selfassess.ui.means import Means
from selfassess.ui.pages.portfolio import PortfolioPage
from selfassess.ui.pages.portfolio_jobs import Pace
from selfassess.ui.style import dress
from selfassess.ui.worker import ThreadWorker
from selfassess.words import interface
from tests import builders
from tests.pilot import Pilot
from tests.ui import north
from tests.ui.conftest import NOW, NowWorker
from tests.ui.told_order import gaps

SIZES = {"full": (1366, 690), "small": (1093, 545), "narrow": (760, 480)}


def places(folder, count: int, first: int = 0):
    """Write some assessments that are like Northbridge."""
    folder.mkdir(exist_ok=True)
    content, paths = north.content(), []
    for number in range(first, first + count):
        path = folder / f"{number}.selfassess"
        value = north.north().changed(id=f"place {number}", fictional=False)
        assessment_file.write(path, value, (content.questionnaire,), content.modules)
        paths.append(path)
    return tuple(paths)


@pytest.fixture
def make(theme, prompts, tmp_path, qtbot):
    def made(size: str = "full", worker=None) -> PortfolioPage:
        means = Means(
            content=north.content,
            example=lambda _content, _today: north.north(),
            work_out=work_out,
            now=lambda: NOW,
            new_id=lambda: "id",
            browse=lambda url: None,
            folder=tmp_path / "data",
            documents=tmp_path,
            worker=NowWorker(),
        )
        shown: list = []
        page = PortfolioPage(theme, prompts, means, worker=worker or NowWorker(), show=shown.append)
        qtbot.addWidget(page)
        dress(page, theme)
        page.resize(*SIZES[size])
        page.fit(theme.room(page.size()))
        with qtbot.waitActive(page):
            page.show()
        page.arrive()
        page.pilot = Pilot(qtbot, page)
        page.opened = shown
        return page

    return made


def texts(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_at_first_it_says_what_to_do(make):
    page = make()
    assert page.pilot.shows("Look across many partnerships")
    assert page.pilot.shows("No partnership is named or ranked.")
    assert QApplication.focusWidget().text() == "Open files…"


def test_files_are_opened_counted_and_shown(make, prompts, tmp_path):
    page = make()
    prompts.expect(places(tmp_path / "a", 4))
    page.pilot.press("Open files…")
    assert page.pilot.shows("What 4 partnerships show")
    assert page.pilot.shows("4 files were read.")
    assert page.pilot.shows("Most often in the way")
    assert north.north().partnership.name not in texts(page)


def test_a_folder_is_looked_through(make, prompts, tmp_path):
    page = make()
    places(tmp_path / "a", 3)
    prompts.expect(tmp_path)
    page.pilot.press("Open a folder…")
    assert page.pilot.shows("What 3 partnerships show")


def test_choosing_nothing_changes_nothing(make, prompts):
    page = make()
    prompts.expect((), None)
    page.pilot.press("Open files…")
    page.pilot.press("Open a folder…")
    assert page.pilot.shows("Look across many partnerships")


def test_files_that_are_broken_are_left_out_and_listed(make, tmp_path):
    page = make()
    paths = places(tmp_path / "a", 3)
    broken = tmp_path / "a" / "broken.json"
    broken.write_text("{")
    page.take_files((*paths, broken))
    assert page.pilot.shows("3 files were read; 1 was left out.")
    assert page.pilot.shows("1 file was left out")
    assert "broken.json: " in texts(page)


def test_too_few_show_nothing_and_more_can_be_added(make, prompts, tmp_path):
    page = make()
    page.take_files(places(tmp_path / "a", 2))
    assert page.pilot.shows("Too few to show anything yet")
    assert page.pilot.shows("There are 2 partnerships so far. From 3 on")
    assert not page.save.isEnabled()
    assert not page.ask.isEnabled()
    prompts.expect(places(tmp_path / "a", 2, first=2))
    page.pilot.press("Add files…")
    page.pilot.press("Open files…")
    assert page.pilot.shows("What 4 partnerships show")


def test_a_place_that_comes_twice_counts_once(make, tmp_path):
    page = make()
    page.take_files(places(tmp_path / "a", 3) + places(tmp_path / "b", 1))
    assert page.pilot.shows("What 3 partnerships show")
    assert page.pilot.shows("1 tells of a partnership that another file tells of too")


def test_one_can_begin_afresh_or_think_better_of_adding(make, tmp_path):
    page = make()
    page.take_files(places(tmp_path / "a", 3))
    page.pilot.press("Add files…")
    page.pilot.key("Esc")
    assert page.pilot.shows("What 3 partnerships show")
    page.pilot.press("Begin afresh")
    page.take_files(places(tmp_path / "a", 4))
    assert page.pilot.shows("What 4 partnerships show")


def test_the_workbook_is_saved_with_what_is_held_back_marked(make, prompts, tmp_path):
    page = make()
    page.take_files(places(tmp_path / "a", 3))
    prompts.expect(lambda suggested: suggested.with_suffix(""))
    page.pilot.key("Ctrl+Return")
    path = tmp_path / "portfolio 2026-11-25.xlsx"
    assert len(openpyxl.load_workbook(path).sheetnames) > 5
    page.pilot.press("Open")
    assert page.opened == [path]
    assert page.preview._sheets.marked == "barriers"


def test_small_groups_are_held_back_in_the_preview(make, tmp_path):
    page = make()
    content = north.content()
    for number, path in enumerate(places(tmp_path / "a", 4)):
        value = north.north().changed(id=f"place {number}", fictional=False)
        if not number:
            country = value.partnership.changed(country="GB-WLS")
            value = value.changed(partnership=country)
        assessment_file.write(path, value, (content.questionnaire,), content.modules)
    page.take_files((tmp_path / "a",))
    page.preview.go_to("barriers_country")
    model = page.preview._model
    cells = [
        model.data(model.index(row, column))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert withheld(interface()) in cells


@pytest.mark.parametrize("ending", [".zip", ".csv", ".json"])
def test_the_figures_are_saved_as_data(make, prompts, tmp_path, ending):
    page = make()
    page.take_files(places(tmp_path / "a", 3))
    prompts.expect(tmp_path / f"figures{ending}")
    page.pilot.press("Save as data…")
    assert (tmp_path / f"figures{ending}").stat().st_size > 1000
    assert page.pilot.shows("Saved: ")
    assert QApplication.focusWidget() is page.data


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_the_escalation_pack_is_saved_in_word_or_excel(make, prompts, tmp_path, ending):
    page = make()
    page.take_files(places(tmp_path / "a", 3))
    prompts.expect(tmp_path / f"asked{ending}")
    page.pilot.press("Escalation pack…")
    assert (tmp_path / f"asked{ending}").read_bytes().startswith(b"PK")
    assert page.pilot.shows("Saved: ")


def test_a_workbook_that_can_not_be_saved_says_why(make, prompts, tmp_path):
    page = make()
    page.take_files(places(tmp_path / "a", 3))
    prompts.expect(tmp_path / "gone" / "a.xlsx", None, None)
    page.pilot.press("Save the workbook…")
    assert page.pilot.shows("The folder or its drive is not there.")
    page.pilot.press("Save the workbook…")
    page.pilot.press("Escalation pack…")


def test_a_path_that_is_gone_is_told_and_one_can_try_again(make, tmp_path):
    page = make()
    page.take_files((tmp_path / "gone.selfassess",))
    assert page.pilot.shows("Nothing could be read.")
    assert QApplication.focusWidget().text() == "Open files…"


def test_reading_shows_how_far_it_is_and_can_be_stopped(make, tmp_path, qtbot):
    started, go_on = threading.Event(), threading.Event()

    def slow_content():
        started.set()
        go_on.wait(10)
        return north.content()

    worker = ThreadWorker()
    page = make(worker=worker)
    page._means = page._means._replace(content=slow_content)
    page.take_files(places(tmp_path / "a", 5))
    assert started.wait(10)
    assert page.pilot.shows("Looking for files")
    page.take_files(())
    page.pilot.press("Stop reading")
    go_on.set()
    qtbot.waitUntil(lambda: page.pilot.shows("the reading was stopped before the end"))
    assert page.pilot.shows("1 file was read")
    worker.close()


def test_the_window_answers_while_many_files_are_read(make, tmp_path, qtbot, monkeypatch):
    at_the_last, go_on = threading.Event(), threading.Event()
    read = portfolio_files.read_one

    def read_one(path, content):
        if path.stem == "20":
            at_the_last.set()
            go_on.wait(10)
        return read(path, content)

    monkeypatch.setattr(portfolio_files, "read_one", read_one)
    worker = ThreadWorker()
    page = make(worker=worker)
    page.take_files(places(tmp_path / "a", 25))
    qtbot.waitUntil(lambda: page.pilot.shows("20 of 25 files read"))
    assert not go_on.is_set()
    assert QApplication.focusWidget().text() == "Stop reading"
    page.resize(*SIZES["narrow"])
    page.fit(page._theme.room(page.size()))
    assert page.pilot.shows("20 of 25 files read")
    assert at_the_last.wait(10)  # before that it would end a file sooner
    page.pilot.key("Esc")
    go_on.set()
    qtbot.waitUntil(lambda: page.pilot.shows("the reading was stopped before the end"))
    assert page.pilot.shows("21 files were read")
    page.pilot.press("Add files…")
    page.take_files(places(tmp_path / "a", 25))
    qtbot.waitUntil(lambda: page.pilot.shows("What 25 partnerships show"))
    worker.close()


def test_progress_is_told_every_so_often_and_at_the_end(qtbot):
    pace, told = Pace(), []
    pace.told.connect(lambda done, of: told.append((done, of)))
    assert all(pace(done, 25) for done in range(1, 26))
    assert told == [(10, 25), (20, 25), (25, 25)]
    pace.stop()
    assert not pace(1, 25)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("filled", [False, True])
def test_everything_has_a_name_and_room(make, theme, tmp_path, size, scale, filled):
    theme.set_text_scale(scale)
    page = make(size)
    if filled:
        page.take_files(places(tmp_path / "a", 3))
    for _round in range(4):
        QApplication.processEvents()
    assert gaps(page) == []
    for button in (page.back, page.save) if filled else ():
        assert button.visibleRegion().boundingRect().size() == button.size()


def test_from_the_start_page_there_and_back_by_keyboard(make_shell, qtbot):
    shell = make_shell()
    pilot = Pilot(qtbot, shell.window)
    pilot.key("Ctrl+Shift+P")
    assert pilot.shows("Open files…")
    pilot.key("Esc")
    assert shell.window.aside is None
    assert QApplication.focusWidget().text() == "Start a new assessment"
    pilot.press("Look across many partnerships")
    assert shell.window.aside is not None


def test_the_help_names_its_keys(make_shell, qtbot):
    shell = make_shell()
    shell.acts.action("go.portfolio").trigger()
    Pilot(qtbot, shell.window).key("Shift+F1")
    dialog = QApplication.activeModalWidget()
    assert "back" in "".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()


def test_over_an_assessment_it_leaves_it_alone_and_goes_back_to_it(make_shell, qtbot):
    shell = make_shell()
    shell.opening.show_example()
    value = shell.opening.opened.value
    shell.opening.opened.edit(value.changed(not_like_us=("a",)), "Edit")
    shell.window.go_to("overview")
    shell.acts.action("go.portfolio").trigger()
    assert not shell.acts.undo.isEnabled()
    pilot = Pilot(qtbot, shell.window)
    pilot.key("F6")
    assert shell.window.aside.isAncestorOf(QApplication.focusWidget())
    pilot.key("Esc")
    assert (shell.window.here, shell.window.aside) == ("overview", None)
    assert shell.acts.undo.isEnabled()
    shell.acts.action("go.portfolio").trigger()
    pilot.key("Ctrl+6")
    assert (shell.window.here, shell.window.aside) == ("report", None)


def test_files_that_are_dropped_on_it_are_read(make_shell, tmp_path):
    shell = make_shell(content=builders.content())
    shell.acts.action("go.portfolio").trigger()
    shell.window.aside._worker = NowWorker()
    shell.window.files_dropped.emit([tmp_path / "gone.json"])
    assert "Nothing could be read." in texts(shell.window)
