import openpyxl

from tests.commands.test_commands import WORKED


def _fill(path, levels):
    """Write levels into the form as a person would."""
    book = openpyxl.load_workbook(path)
    filled = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            texts = {str(cell.value): cell for cell in row if cell.value is not None}
            topic = next((t for t in levels if t in texts), None)
            unlocked = [cell for cell in row if not cell.protection.locked]
            if topic and unlocked:
                unlocked[0].value = levels[topic]
                filled += 1
    book.save(path)
    assert filled == len(levels)


def test_a_form_goes_out_comes_back_and_is_counted(shell):
    file = shell.new(WORKED)
    folder = shell.folder / "forms"
    assert shell("form", file, "-o", folder)[0] == 0
    assert len(list(folder.glob("*.xlsx"))) == 3
    form = folder / "answers-charity.xlsx"
    _fill(form, {"PU1": 4, "CU1": 3})
    before = file.read_bytes()
    code, out, _ = shell("merge", file, form, "--dry-run")
    assert code == 0
    assert "2 new, 0 changed, 0 unchanged, 0 refused" in out
    assert file.read_bytes() == before
    assert shell("merge", file, form)[0] == 0
    topics = {t["id"]: t for t in shell.json("score", file)["topics"]}
    assert topics["PU1"]["votes"] == [0, 0, 0, 1, 0]
    code, out, _ = shell("merge", file, form)
    assert "0 new, 0 changed, 2 unchanged" in out


def test_a_form_can_be_made_for_one_partner_and_merged_into_a_copy(shell):
    file = shell.new(WORKED)
    folder = shell.folder / "forms"
    assert shell("form", file, "-o", folder, "--organisation", "nhs")[0] == 0
    assert [path.name for path in folder.iterdir()] == ["answers-nhs.xlsx"]
    _fill(folder / "answers-nhs.xlsx", {"PU1": 2})
    out = shell.folder / "copy.selfassess"
    before = file.read_bytes()
    assert shell("merge", file, folder / "answers-nhs.xlsx", "-o", out)[0] == 0
    assert file.read_bytes() == before
    assert out.exists()


def test_a_form_that_is_there_is_never_written_over(shell):
    file = shell.new(WORKED)
    folder = shell.folder / "forms"
    assert shell("form", file, "-o", folder)[0] == 0
    code, _, err = shell("form", file, "-o", folder)
    assert code == 1
    assert err.count("\n") == 1


def test_an_unknown_partner_gets_one_sentence(shell):
    code, _, err = shell("form", shell.new(), "-o", shell.folder / "f", "--organisation", "Counsil")
    assert code == 1
    assert "Council" in err


def test_a_foreign_workbook_changes_nothing(shell):
    file = shell.new(WORKED)
    foreign = shell.folder / "foreign.xlsx"
    openpyxl.Workbook().save(foreign)
    before = file.read_bytes()
    code, _, err = shell("merge", file, foreign, shell.folder / "missing.xlsx")
    assert code == 1
    assert err.count("\n") == 2
    assert file.read_bytes() == before


def test_rounds_and_files_are_compared(shell):
    file = shell.new("Council,A,,PU1,2,,\nNHS,A,,PU1,2,,\nCharity,A,,PU1,2,,\n")
    code, _, err = shell("compare", file)
    assert code == 1
    assert "one round" in err
    later = shell.write(
        "later.csv", "organisation,respondent,topic,level\nCouncil,A,PU1,4\nNHS,A,PU1,4\n"
    )
    assert shell("answer", file, "--round", "Second", "--answers", later)[0] == 0
    found = shell.json("compare", file)
    moved = {t["id"]: t for t in found["topics"]}["PU1"]
    assert (moved["before"], moved["after"], moved["move"]) == (2, 4, "up")
    assert found["later"]["answered_by"] == ["Council", "NHS"]
    assert (
        shell.json("compare", file, "--rounds", "Second", "First round")["earlier"]["round"]
        == "Second"
    )
    assert "Up" in shell("compare", file)[1]
    assert shell.json("compare", file, file)["new"] == []
