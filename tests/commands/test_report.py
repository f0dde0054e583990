import csv
import json
import os
import subprocess
import sys
import zipfile

import pytest

from tests.commands.test_commands import WORKED


@pytest.fixture
def example(shell):
    file = shell.folder / "e.selfassess"
    assert shell("example", file)[0] == 0
    return file


@pytest.mark.parametrize("ending", [".xlsx", ".json", ".csv", ".zip"])
def test_a_report_is_written_by_the_ending_of_its_name(shell, example, ending):
    out = shell.folder / f"r{ending}"
    code, told, err = shell("report", example, "-o", out)
    assert (code, told, err) == (0, f"Written: {out}\n", "")
    assert out.stat().st_size > 1000
    assert zipfile.is_zipfile(out) == (ending in (".xlsx", ".zip"))


def test_another_ending_is_refused_with_those_that_there_are(shell, example):
    code, _, err = shell("report", example, "-o", shell.folder / "r.odt")
    assert code == 1
    assert ".xlsx" in err
    assert ".json, .csv, .zip" in err
    assert not (shell.folder / "r.odt").exists()


def test_the_data_are_those_of_the_other_commands(shell, example):
    out = shell.folder / "r.json"
    assert shell("report", example, "-o", out)[0] == 0
    data = json.loads(out.read_text(encoding="utf-8"))
    score = shell.json("score", example)
    assert {d["dimension"]: d["value"] for d in data["dimensions"]} == {
        d["id"]: d["value"] for d in score["dimensions"]
    }
    assert data["report"]["statement"] == score["readiness"]["statement"]
    assert [c["case"] for c in data["cases"]] == [c["id"] for c in shell.json("cases", example)]


def test_a_copy_to_hand_upwards_says_what_it_leaves_out_before_it_is_written(shell, example):
    out = shell.folder / "r.json"
    code, told, _ = shell("report", example, "-o", out, "--non-attributable", "--dry-run")
    assert code == 0
    assert told.startswith("This copy leaves out:\n- The names of 5 partners")
    assert "    Haven\n" in told
    assert " texts that you typed stay." in told
    assert told.endswith("Nothing was written.\n")
    assert not out.exists()
    code, again, _ = shell("report", example, "-o", out, "--non-attributable")
    assert again == told.replace("Nothing was written.", f"Written: {out}")
    assert "Haven" not in out.read_text(encoding="utf-8")


def test_with_fewer_than_three_partners_there_is_no_such_copy(shell):
    file = shell.new("\n".join(line for line in WORKED.splitlines() if not line.startswith("Ch")))
    out = shell.folder / "r.json"
    code, _, err = shell("report", file, "-o", out, "--non-attributable")
    assert code == 1
    assert "fewer than three partners" in err
    assert not out.exists()


def test_names_and_notes_are_told_as_wanted(shell, example):
    def notes(*wishes):
        out = shell.folder / "r.zip"
        assert shell("report", example, "-o", out, *wishes)[0] == 0
        with zipfile.ZipFile(out) as archive:
            return list(csv.reader(archive.read("notes.csv").decode("utf-8-sig").splitlines()))

    assert len(notes()) > 2
    assert len(notes("--no-notes")) < len(notes())


def test_charts_and_slides_are_saved_as_pictures_beside_a_report(shell, example):
    folder = shell.folder / "pictures"
    out = shell.folder / "r.csv"
    code, told, _ = shell("report", example, "-o", out, "--pictures", folder)
    assert (code, told) == (0, f"Written: {out}\nWritten: {folder}\n")
    assert (folder / "slide-statement.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_pages_are_painted_without_a_screen(shell, example, ending):
    out = shell.folder / f"r{ending}"
    asked = [sys.executable, "-m", "selfassess", "report", str(example), "-o", str(out)]
    hidden = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(asked, capture_output=True, text=True, check=False, env=hidden)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Written: {out}\n", "")
    assert out.stat().st_size > 10_000
    assert zipfile.is_zipfile(out) == (ending == ".docx")


def test_a_workbook_needs_no_window(shell, example):
    out = shell.folder / "r.xlsx"
    code = (
        "import sys\n"
        "from selfassess import cli\n"
        f"assert cli.run(['report', {str(example)!r}, '-o', {str(out)!r}]) == 0\n"
        "sys.exit('PySide6' in sys.modules or 'docx' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("ending", [".json", ".csv", ".zip"])
def test_data_need_neither_the_window_nor_the_spreadsheet_library(shell, example, ending):
    out = shell.folder / f"r{ending}"
    code = (
        "import sys\n"
        "from selfassess import cli\n"
        f"assert cli.run(['report', {str(example)!r}, '-o', {str(out)!r}]) == 0\n"
        "found = [m for m in ('PySide6', 'openpyxl', 'docx') if m in sys.modules]\n"
        "sys.exit(','.join(found) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_report_tells_what_moved_since_the_round_before(shell):
    file = shell.new(WORKED)
    more = shell.write("b.csv", "organisation,respondent,role,topic,level,evidence,note\n" + WORKED)
    assert shell("answer", file, "--answers", more, "--round", "Second")[0] == 0
    out = shell.folder / "r.json"
    assert shell("report", file, "-o", out)[0] == 0
    changes = json.loads(out.read_text(encoding="utf-8"))["changes"]
    assert {change["move"] for change in changes} == {"same", "unknown"}
    assert shell("report", file, "--round", changes[0]["earlier_round"], "-o", out)[0] == 0
    assert json.loads(out.read_text(encoding="utf-8"))["changes"] == []
