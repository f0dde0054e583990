import pytest

from selfassess import paths
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
