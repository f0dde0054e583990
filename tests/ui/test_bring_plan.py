import pytest

from selfassess.core.results import work_out
from selfassess.files import workbook
from selfassess.reports.report import build
from selfassess.words import words_in
from tests.ui.conftest import NOW


@pytest.fixture
def shell(make_shell):
    made = make_shell()
    made.opening.show_example()
    return made


def report_of(shell, path):
    value = shell.opening.opened.value
    results = work_out(value, shell.opening.opened.content)
    path.write_bytes(workbook.to_bytes(build(results, words_in("en"), NOW.date(), "1")))
    return path


def test_the_plan_can_be_brought_back_from_the_menu(shell, prompts, tmp_path, qtbot):
    prompts.expect(None)
    shell.acts.action("file.bring-plan").trigger()
    assert shell.window.here != "plan"
    prompts.expect(report_of(shell, tmp_path / "r.xlsx"))
    shell.acts.action("file.bring-plan").trigger()
    assert shell.window.here == "plan"
    qtbot.waitUntil(lambda: "was read" in shell.window.page.preview._title.text())


def test_a_report_that_is_dropped_on_the_plan_comes_back_there(shell, tmp_path, qtbot):
    shell.window.go_to("plan")
    shell.window.files_dropped.emit([report_of(shell, tmp_path / "r.xlsx")])
    assert shell.window.here == "plan"
    qtbot.waitUntil(lambda: "was read" in shell.window.page.preview._title.text())


def test_without_an_assessment_there_is_no_plan_to_bring_back(make_shell):
    assert not make_shell().acts.action("file.bring-plan").isEnabled()
