import openpyxl
import pytest

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


def _changed(path, change):
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def _fact(name, value):
    def change(book):
        for row in book["Form"].iter_rows(max_col=2):
            if row[0].value == name:
                row[1].value = value

    return lambda path: _changed(path, change)


def _cut(path):
    path.write_bytes(path.read_bytes()[:-2000])


SPOILT = {
    "corrupted": (_cut, "This is no Excel workbook, or it is damaged. Ask for the form again"),
    "of the Excel before 2007": (
        lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" * 500),
        "This is no Excel workbook, or it is damaged. Ask for the form again",
    ),
    "foreign": (
        lambda path: openpyxl.Workbook().save(path),
        "This workbook is no answer form of ours",
    ),
    "without its hidden sheet": (
        lambda path: _changed(path, lambda book: book.remove(book["Form"])),
        "This workbook is no answer form of ours, or its hidden sheet was deleted",
    ),
    "without its answers": (
        lambda path: _changed(path, lambda book: book.remove(book["Answers"])),
        "look for the columns “Code” and “Your level”",
    ),
    "of a later program": (
        lambda path: _changed(path, lambda book: book["Form"].cell(1, 2, "9")),
        "This form was made by a later version of this program.",
    ),
    "of older questions": (
        _fact("questionnaire-version", "0.1.0"),
        "This form asks the questions of “sharing-readiness 0.1.0”, and this round those of",
    ),
    "of another assessment": (
        _fact("assessment", "somebody-else"),
        "This form belongs to another assessment.",
    ),
    "of a round that is not there": (
        _fact("round", "Last spring"),
        "This form is for the round “Last spring”, which is not in this assessment.",
    ),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_form_that_cannot_be_used_gives_one_sentence_by_file_and_changes_nothing(shell, what):
    spoil, said = SPOILT[what]
    file = shell.new(WORKED)
    folder = shell.folder / "forms"
    assert shell("form", file, "-o", folder)[0] == 0
    bad, good = folder / "answers-charity.xlsx", folder / "answers-nhs.xlsx"
    _fill(good, {"PU1": 2})
    spoil(bad)
    before = file.read_bytes()
    code, out, err = shell("merge", file, good, bad)
    assert (code, out) == (1, "")
    assert err.startswith(f"{bad}: ")
    assert said in err
    assert err.count("\n") == 1
    assert file.read_bytes() == before


def test_a_form_that_was_renamed_and_sorted_is_read_and_told_by_its_cells(shell):
    file = shell.new(WORKED)
    folder = shell.folder / "forms"
    assert shell("form", file, "-o", folder)[0] == 0
    form = folder / "answers-charity.xlsx"
    _fill(form, {"PU1": 4, "CU1": "often"})
    places = []

    def turn_round(book):
        sheet = book["Answers"]
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=6)]
        for place, row in enumerate(reversed(rows), start=6):
            for column, value in enumerate(row, start=1):
                sheet.cell(place, column).value = value
            if row[0] == "CU1":
                places.append(place)
        sheet.title = "By Jo"

    _changed(form, turn_round)
    renamed = form.rename(folder / "for you (2).xlsx")
    code, out, _ = shell("merge", file, renamed)
    assert code == 0
    assert "1 new, 0 changed, 0 unchanged, 0 refused" in out
    assert f"{renamed}, By Jo!E{places[0]}: “often” is no level." in out
    topics = {t["id"]: t for t in shell.json("score", file)["topics"]}
    assert topics["PU1"]["votes"] == [0, 0, 0, 1, 0]


def test_a_partner_s_copy_is_merged_like_forms(shell):
    file = shell.new(WORKED)
    copy = shell.folder / "theirs.selfassess"
    copy.write_bytes(file.read_bytes())
    more = shell.write("more.csv", "organisation,respondent,topic,level\nNHS,New,CU2,4\n")
    assert shell("answer", copy, "--answers", more)[0] == 0
    code, out, _ = shell("merge", file, copy)
    assert code == 0
    assert f"{copy}: 1 new, 0 changed" in out
    assert shell("merge", file, copy)[1].startswith(f"{copy}: 0 new, 0 changed")
    broken = shell.folder / "broken.selfassess"
    broken.write_bytes(b"broken")
    before = file.read_bytes()
    assert shell("merge", file, copy, broken)[0] == 1
    assert file.read_bytes() == before


def test_new_people_of_two_copies_stay_apart(shell):
    file = shell.new(WORKED)
    copies = []
    for name, partner in (("one", "NHS"), ("two", "Council")):
        copy = shell.folder / f"{name}.selfassess"
        copy.write_bytes(file.read_bytes())
        rows = f"organisation,respondent,topic,level\n{partner},New,CU2,4\n"
        assert shell("answer", copy, "--answers", shell.write("more.csv", rows))[0] == 0
        copies.append(copy)
    code, out, err = shell("merge", file, *copies)
    assert (code, err) == (0, "")
    assert [line.split(": ")[1][:5] for line in out.splitlines()[:2]] == ["1 new", "1 new"]


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
