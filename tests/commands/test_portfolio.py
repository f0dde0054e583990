import io
import json
import zipfile

import pytest
from docx import Document
from openpyxl import load_workbook

from selfassess.core.returns import TextKind
from selfassess.files import return_file
from tests.commands.conftest import HEAD, PARTNERSHIP
from tests.core.returned import returned

ANSWERS = """\
Council,Ann Smith,,PU1,2,,
Council,Bob Jones,,CU1,1,document,ask Ann about Leeds
NHS,Cat,,CU1,4,,
Charity,Dee,,CU1,2,,
"""


@pytest.fixture
def folder(shell):
    """A folder with returns of four places."""
    there = shell.folder / "returns"
    there.mkdir()
    for at in range(4):
        put(there / f"{at}.json", returned(at))
    return there


def put(path, made):
    path.write_bytes(return_file.to_bytes(made))
    return path


def test_a_return_is_shown_line_by_line_before_it_is_written(shell):
    file = shell.new(ANSWERS)
    out = shell.folder / "r.json"
    code, said, complained = shell("return", file, "-o", out)
    assert (code, complained) == (0, "")
    assert said.startswith("The partnership\n  A number in place of its name: ")
    assert "\n  Policy areas: Early years\n" in said
    assert said.endswith(f"Written: {out}\n")
    assert return_file.read(out).policy_areas == ("early-years",)


def test_a_return_names_nobody(shell):
    out = shell.folder / "r.json"
    _code, said, _complained = shell("return", shell.new(ANSWERS), "-o", out)
    for text in (said.replace(str(out), ""), out.read_text(encoding="utf-8")):
        for name in ("Ann", "Bob", "Council", "Riverside", "Leeds", "worries about"):
            assert name not in text


@pytest.mark.parametrize("arguments", [("--show",), ()])
def test_a_return_can_be_looked_at_without_writing_it(shell, arguments):
    file = shell.new(ANSWERS)
    before = sorted(shell.folder.iterdir())
    code, said, _complained = shell("return", file, *arguments)
    assert code == 0
    assert said.endswith("Nothing was written. Name a file with -o to write it.\n")
    assert sorted(shell.folder.iterdir()) == before


def test_show_writes_nothing_even_if_a_file_is_named(shell):
    out = shell.folder / "r.json"
    shell("return", shell.new(ANSWERS), "-o", out, "--show")
    assert not out.exists()


def test_free_text_goes_only_if_asked_for_and_is_marked(shell):
    out = shell.folder / "r.json"
    _code, said, _complained = shell("return", shell.new(ANSWERS), "--text", "-o", out)
    assert "What you share, and so that what: worries about a family" in said
    assert "There is free text in it. Look at each word in [ ] before you send it." in said
    assert {text.kind for text in return_file.read(out).texts} == {TextKind.PURPOSE}


def test_the_code_of_the_area_goes_only_if_asked_for(shell):
    file = shell.new(ANSWERS, partnership=PARTNERSHIP + "area: {code: E08000003, name: Leeds}\n")
    out = shell.folder / "r.json"
    _code, said, _complained = shell("return", file, "-o", out)
    assert (return_file.read(out).area, "E08000003" in said) == (None, False)
    _code, said, _complained = shell("return", file, "--area", "-o", out)
    assert return_file.read(out).area == "E08000003"
    assert "\n  Code of the area: E08000003\n" in said


def test_a_return_needs_answers_and_a_name_that_ends_with_json(shell):
    file = shell.new()
    code, _said, complained = shell("return", file)
    assert (code, complained.endswith("Answer some questions first.\n")) == (1, True)
    shell("answer", file, "--answers", shell.write("b.csv", HEAD + ANSWERS))
    code, _said, complained = shell("return", file, "-o", shell.folder / "r.txt")
    assert code == 1
    assert "A return is written as .json" in complained


def test_a_portfolio_says_what_recurs(shell, folder):
    code, said, complained = shell("portfolio", folder)
    assert (code, complained) == (0, "")
    assert said.startswith("What 4 partnerships show\n")
    assert "  Staff fear blame if they share: in 4 of 4 places\n" in said
    assert said.endswith("\n4 files read.\n")


def test_assessments_and_returns_stand_side_by_side_each_place_once(shell, folder):
    file = shell.new(ANSWERS)
    shell("return", file, "-o", folder / "own.json")
    put(folder / "again.json", returned(1))
    code, said, _complained = shell("portfolio", folder, file)
    assert code == 0
    assert said.startswith("What 5 partnerships show\n")
    assert said.endswith("\n7 files read, 2 of partnerships that are there already.\n")


def test_broken_files_are_listed_and_skipped(shell, folder):
    (folder / "broken.json").write_text("{", encoding="utf-8")
    code, said, complained = shell("portfolio", folder)
    assert code == 0
    assert complained == (
        f"{folder / 'broken.json'}: This is no return, or it is damaged. Ask for it again.\n"
    )
    assert said.endswith("\n4 files read, 1 skipped.\n")


def test_a_portfolio_for_machines_has_its_counts_and_what_was_read(shell, folder):
    (folder / "broken.json").write_text("{", encoding="utf-8")
    code, said, _complained = shell("portfolio", folder, "--json")
    figures = json.loads(said)
    assert code == 0
    assert (figures["files"], figures["repeated"], figures["places"]) == (4, 0, 4)
    assert [skipped["code"] for skipped in figures["skipped"]] == ["return.damaged"]
    assert figures["barriers"][0]["places"] == 4


def test_a_portfolio_is_written_as_a_workbook(shell, folder):
    out = shell.folder / "p.xlsx"
    code, said, _complained = shell("portfolio", folder, "-o", out)
    assert (code, said.endswith(f"Written: {out}\n")) == (0, True)
    assert load_workbook(out).sheetnames[:3] == ["Findings", "Barriers", "By step"]


def test_a_portfolio_is_written_as_tidy_tables_with_their_dictionary(shell, folder):
    out = shell.folder / "p.zip"
    assert shell("portfolio", folder, "-o", out)[0] == 0
    with zipfile.ZipFile(out) as archive:
        assert "dictionary.csv" in archive.namelist()
        statements = archive.read("statements.csv").decode("utf-8-sig").splitlines()
    assert statements[:2] == ["statement,places,withheld", "not-yet,4,"]
    one = shell.folder / "p.csv"
    assert shell("portfolio", folder, "-o", one)[0] == 0
    assert one.read_bytes().decode("utf-8-sig").startswith("barrier,name,dimension,reach,places,")


def test_an_escalation_pack_is_written_as_a_workbook_or_a_document(shell, folder):
    book, document = shell.folder / "e.xlsx", shell.folder / "e.docx"
    assert shell("portfolio", folder, "--escalation", book)[0] == 0
    assert load_workbook(book).sheetnames == [
        "What is asked",
        "Because",
        "What was tried",
        "Method",
    ]
    code, said, complained = shell("portfolio", folder, "--json", "--escalation", document)
    assert (code, complained) == (0, f"Written: {document}\n")
    assert json.loads(said)["places"] == 4
    assert Document(io.BytesIO(document.read_bytes())).paragraphs[0].text == (
        "What 4 partnerships cannot remove alone"
    )


@pytest.mark.parametrize(
    ("arguments", "endings"),
    [
        (("-o", "p.pdf"), ".xlsx, .zip, .csv or .json. "),
        (("--escalation", "e.pdf"), ".docx or .xlsx. "),
    ],
)
def test_other_endings_are_refused_before_anything_is_read(shell, folder, arguments, endings):
    code, said, complained = shell("portfolio", folder, *arguments)
    assert (code, said) == (1, "")
    assert f"A report is written as {endings}" in complained


def test_fewer_than_three_places_are_not_shown(shell, folder):
    code, said, complained = shell("portfolio", folder / "0.json", folder / "1.json")
    assert (code, said) == (1, "")
    assert complained == (
        "There are too few places here (2), and fewer than three are never shown. Add more.\n"
    )


def test_a_file_that_is_not_there_stops_the_portfolio(shell, folder):
    code, _said, complained = shell("portfolio", folder, shell.folder / "gone.json")
    assert code == 1
    assert "There is no such file" in complained


def test_long_readings_say_how_far_they_are(shell, folder, monkeypatch):
    monkeypatch.setattr("selfassess.commands.portfolio._TOLD_EVERY", 2)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    _code, _said, complained = shell("portfolio", folder)
    assert complained == "2 of 4 files read\n4 of 4 files read\n"


def test_a_portfolio_handed_back_sets_a_partnership_beside_places_like_it(shell, folder):
    file = shell.new(ANSWERS)
    out = shell.folder / "p.json"
    assert shell("portfolio", folder, "-o", out)[0] == 0
    code, said, complained = shell("peers", file, out)
    assert (code, complained) == (0, "")
    assert said.startswith(
        "Beside all 4 places\n  Purpose: 2.0, below the middle half, 2.5 to 2.5\n"
    )
    (everywhere,) = shell.json("peers", file, out)
    assert (everywhere["by"], everywhere["places"]) == ("all", 4)
    assert everywhere["dimensions"][0]["stands"] == "below"


def test_the_file_of_a_portfolio_names_no_file(shell, folder):
    (folder / "Leeds.json").write_text("{", encoding="utf-8")
    out = shell.folder / "p.json"
    shell("portfolio", folder, "-o", out)
    assert "Leeds" not in out.read_text(encoding="utf-8")
