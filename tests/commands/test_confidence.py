import openpyxl


def test_confidence_writes_a_workbook(shell):
    out = shell.folder / "check.xlsx"
    code, said, err = shell("confidence", out)
    assert (code, err) == (0, "")
    assert said.startswith(f"Written: {out}.")
    assert openpyxl.load_workbook(out).sheetnames[0] == "Sheet to print"


def test_confidence_never_writes_over_answers_that_were_typed_in(shell):
    out = shell.write("check.xlsx", "typed")
    code, _said, err = shell("confidence", out)
    assert code == 1
    assert "of that name already" in err
    assert out.read_text(encoding="utf-8") == "typed"


def test_confidence_writes_nothing_but_a_workbook(shell):
    code, _said, err = shell("confidence", shell.folder / "check.pdf")
    assert code == 1
    assert err.endswith("A workbook is written as .xlsx. End the name with it.\n")
    assert not (shell.folder / "check.pdf").exists()
