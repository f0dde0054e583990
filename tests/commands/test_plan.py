import openpyxl
import pytest

from tests.commands.test_commands import WORKED


def _report(shell, file, **cells):
    """Write the report, and change cells of its plan as a person would."""
    path = shell.folder / "r.xlsx"
    assert shell("report", file, "-o", path)[0] == 0
    book = openpyxl.load_workbook(path)
    for place, value in cells.items():
        book["Action plan"][place].value = value
    book.save(path)
    return path


def test_a_plan_goes_out_comes_back_and_is_counted(shell):
    file = shell.new(WORKED)
    assert shell("plan", file) == (0, "No actions yet\n", "")
    plan = _report(shell, file, A30="Brief the schools", C30="Haven", D30="2027-01-05")
    before = file.read_bytes()
    code, out, err = shell("plan", file, "--import", plan, "--dry-run")
    assert (code, err) == (0, "")
    assert "Action plan!A30  New  Brief the schools  Owner: Haven, Due: 2027-01-05" in out
    assert "Nothing was written." in out
    assert file.read_bytes() == before
    assert shell("plan", file, "--import", plan)[0] == 0
    assert "Brief the schools  [Not started, Haven, 2027-01-05]" in shell("plan", file)[1]
    after = file.read_bytes()
    code, out, _ = shell("plan", file, "--import", plan)
    assert "0 new, 0 changed" in out
    assert "Action plan!" not in out
    assert file.read_bytes() == after


def test_a_plan_can_be_brought_back_into_a_copy(shell):
    file = shell.new(WORKED)
    before = file.read_bytes()
    plan = _report(shell, file, A30="Brief the schools")
    copy = shell.folder / "copy.selfassess"
    assert shell("plan", file, "--import", plan, "-o", copy)[0] == 0
    assert "Brief the schools" in shell("plan", copy)[1]
    assert file.read_bytes() == before
    code, _, err = shell("plan", file, "--import", plan, "-o", copy)
    assert code == 1
    assert "There is a file of that name already" in err


def test_problems_are_said_by_cell_and_the_rest_counts(shell):
    file = shell.new(WORKED)
    plan = _report(shell, file, A30="Brief the schools", E30="asleep")
    code, out, _ = shell("plan", file, "--import", plan)
    assert code == 0
    assert "r.xlsx, Action plan!E30: “asleep” is no status." in out
    assert "1 problem" in out
    assert "Brief the schools" in shell("plan", file)[1]


def test_the_plan_of_another_assessment_changes_nothing(shell):
    file = shell.new(WORKED)
    plan = _report(shell, file)
    other = shell.folder / "e.selfassess"
    assert shell("example", other)[0] == 0
    before = other.read_bytes()
    code, _, err = shell("plan", other, "--import", plan)
    assert code == 1
    assert err.count("\n") == 1
    assert "belongs to another assessment" in err
    assert other.read_bytes() == before


@pytest.mark.parametrize("wrong", [("--dry-run",), ("-o", "copy.selfassess")])
def test_without_a_report_there_is_nothing_to_write_and_the_call_is_wrong(shell, wrong):
    code, out, err = shell("plan", shell.new(WORKED), *wrong)
    assert (code, out) == (2, "")
    assert "There is nothing to write" in err
