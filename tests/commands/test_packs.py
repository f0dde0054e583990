import pytest

from selfassess import paths
from selfassess.files.own_cases import Named, files_of, packed_up
from tests.core.worlds import case_study
from tests.files.test_content_files import CASES
from tests.files.test_content_pack import folder_pack

YORK = CASES.replace("id: leeds", "id: york-pack").replace("summary: So.", "summary: They shared.")


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")


def test_packs_says_where_they_are_looked_for(shell):
    code, out, err = shell("packs")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"Content packs are looked for in {shell.folder / 'data' / 'content'}",
        "There are none, so the built-in content is in use.",
    ]


def test_packs_names_those_in_use(shell):
    folder = shell.folder / "data" / "content"
    folder_pack(folder / "a", {"cases/a.yaml": YORK}, "a")
    guidance = {"guidance/a.yaml": "version: 1.0.0\nnotes: []\n"}
    folder_pack(folder / "b", guidance, "b", "instead")
    code, out, err = shell("packs")
    assert (code, err) == (0, "")
    assert out.splitlines()[1:] == [
        "b 1.2.0, Ours: in place of the built-in guidance",
        "a 1.2.0, Ours: beside the built-in cases",
        "Nothing is wrong.",
    ]


def test_a_pack_can_be_checked_before_it_is_used(shell):
    bad = YORK.replace(
        "barriers: []", "barriers: [{code: legal, how: So., catalogue: [no-such-thing]}]"
    )
    pack = folder_pack(shell.folder / "mine", {"cases/a.yaml": bad})
    code, out, err = shell("packs", pack)
    assert code == 1
    assert out == "ours 1.2.0, Ours: beside the built-in cases\n"
    assert "There is no barrier “no-such-thing”." in err


def test_a_pack_that_can_not_be_read_is_told(shell):
    code, _out, err = shell("packs", shell.write("cases.yaml", "[]"))
    assert code == 1
    assert "this is no content pack" in err


def test_advice_on_a_pack_is_printed_and_does_not_fail(shell):
    text = " ".join(["word"] * 40) + "."
    note = f"""\
version: 1.0.0
notes:
- {{id: a-note, title: A, text: {text}, kind: law, nations: [GB-ENG], checked: 2026-11-22,
   source: {{title: Code, publisher: ICO, url: "https://example.org"}}, certainty: certain}}
"""
    pack = folder_pack(shell.folder / "mine", {"guidance/a.yaml": note})
    code, out, err = shell("packs", pack)
    assert (code, err) == (0, "")
    assert "is 40 words long" in out


def theirs(shell, *cases):
    path = shell.folder / "theirs.zip"
    path.write_bytes(packed_up(files_of("theirs", cases, Named("Theirs", "2.0.0"))))
    return path


def a_case(id_: str, title: str, **fields):
    told = {"policy_areas": ("other",), "sectors": ("police",), "stages": ("need",), **fields}
    return case_study(id_, title=title, country="GB-ENG", summary=f"Of {title}.", **told)


def test_a_pack_can_be_looked_at_and_brought_in(shell):
    pack = theirs(shell, a_case("quay-side", "Quays of Northbridge told"))
    code, out, err = shell("packs", "--add", pack, "--dry-run")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "New  Quays of Northbridge told",
        "1 case study, 1 new, 0 changed, 0 unchanged.",
        "Nothing was changed.",
    ]
    assert not (shell.folder / "data" / "content").exists()
    code, out, err = shell("packs", "--add", pack)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].startswith("The pack is in use: ")
    assert shell("packs")[1].splitlines()[-2:] == [
        "theirs 2.0.0, Theirs: beside the built-in cases",
        "Nothing is wrong.",
    ]
    assert shell("packs", "--add", pack)[1].splitlines()[-1] == "Nothing was changed."


def test_a_pack_says_what_is_there_already_or_looks_so(shell):
    there = a_case("amsterdam-top600", "Any")
    title = "Amsterdam’s list of 600 offenders does not reduce reoffending"
    code, out, _err = shell("packs", "--add", theirs(shell, there, a_case("b", title)))
    assert code == 0
    assert f"There already  Any  It stays out: “{title}” has the same id." in out
    assert f"New, but look  {title}  Its title is nearly that of “{title}”." in out
    assert "2 case studies, 1 new, 0 changed, 0 unchanged, 1 looks like one you have, 1" in out


def test_a_pack_with_a_fault_is_not_brought_in(shell):
    pack = theirs(shell, a_case("b", "Bb", policy_areas=("nonsense",)))
    code, _out, err = shell("packs", "--add", pack)
    assert code == 1
    assert "nonsense" in err
    assert not (shell.folder / "data" / "content").exists()


def test_a_barrier_that_there_is_not_keeps_a_pack_out(shell):
    wrong = a_case("b", "Bb", barriers=({"code": "legal", "how": "So.", "catalogue": ("wal",)},))
    code, out, err = shell("packs", "--add", theirs(shell, wrong))
    assert code == 1
    assert "There is no barrier “wal”." in err
    assert out == "New  Bb\n"


def test_a_pack_can_be_taken_out_of_use(shell):
    shell("packs", "--add", theirs(shell, a_case("quay-side", "Quays of Northbridge told")))
    code, out, _err = shell("packs", "--remove", "theirs")
    assert (code, out[:21]) == (0, "The pack was removed:")
    code, _out, err = shell("packs", "--remove", "theirs")
    assert code == 1
    assert "No pack in use has the id “theirs”." in err
