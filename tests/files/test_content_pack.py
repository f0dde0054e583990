import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.files import pack_files, yaml_reader
from selfassess.files.content_pack import packs, usable
from selfassess.files.pack_files import digest_of, packed, packed_at, readable
from tests.files.values import problems_of, said, written

ABOUT = "id: {id}\nversion: 1.2.0\ntitle: Ours\nkind: {kind}\n"


def about(id_: str = "ours", kind: str = "beside") -> str:
    return ABOUT.format(id=id_, kind=kind)


def folder_pack(folder, files: dict[str, str], id_: str = "ours", kind: str = "beside"):
    written(folder / "pack.yaml", about(id_, kind))
    for name, text in files.items():
        written(folder / name, text)
    return folder


def zip_pack(path, files: dict[str, str]):
    packed_up = io.BytesIO()
    with zipfile.ZipFile(packed_up, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed_up.getvalue())
    return path


def codes(folder) -> list[str]:
    return [problem.code for problem in problems_of(packs, folder)]


def test_without_a_folder_there_are_no_packs(tmp_path):
    assert packs(tmp_path / "content") == ()
    assert digest_of(packed(tmp_path / "content")) == ""


def test_a_folder_is_a_pack(tmp_path):
    folder_pack(
        tmp_path / "ours", {"cases/a.yaml": "[]", "barriers.yaml": "{}", "README.txt": "Hi"}
    )
    (pack,) = packs(tmp_path)
    assert (pack.name, pack.is_instead) == ("ours 1.2.0", False)
    assert pack.parts == {"cases", "barriers"}
    assert pack.files == {"barriers.yaml": b"{}", "cases/a.yaml": b"[]"}
    assert pack.place == str(tmp_path / "ours")


def test_a_zip_is_a_pack(tmp_path):
    zip_pack(tmp_path / "ours.ZIP", {"pack.yaml": about(), "guidance/law.yaml": "{}", "a.txt": "x"})
    (pack,) = packs(tmp_path)
    assert (pack.name, pack.parts) == ("ours 1.2.0", {"guidance"})


def test_a_zip_may_hold_the_folder_itself_and_what_a_system_adds(tmp_path):
    zip_pack(
        tmp_path / "ours.zip",
        {
            "ours/pack.yaml": about(),
            "ours/cases/a.yaml": "[]",
            "__MACOSX/ours/cases/._a.yaml": "x",
        },
    )
    (pack,) = packs(tmp_path)
    assert list(pack.files) == ["cases/a.yaml"]


def test_what_is_no_pack_is_passed_over(tmp_path):
    written(tmp_path / "desktop.ini", "x")
    written(tmp_path / ".hidden" / "a.yaml", "x")
    assert packs(tmp_path) == ()


def test_a_pack_instead_of_something_comes_first(tmp_path):
    folder_pack(tmp_path / "a", {"cases/a.yaml": "[]"}, "a")
    folder_pack(tmp_path / "b", {"cases/a.yaml": "[]"}, "b", "instead")
    assert [pack.about.id for pack in packs(tmp_path)] == ["b", "a"]


def test_the_digest_names_the_bytes_of_all_packs(tmp_path):
    folder_pack(tmp_path / "a", {"cases/a.yaml": "[]"})
    before = digest_of(packed(tmp_path))
    assert before == digest_of(packed(tmp_path))
    written(tmp_path / "a" / "cases" / "a.yaml", "[ ]")
    assert digest_of(packed(tmp_path)) != before


def test_a_pack_must_say_what_it_is(tmp_path):
    written(tmp_path / "a" / "cases" / "a.yaml", "[]")
    zip_pack(tmp_path / "b.zip", {"x/cases/a.yaml": "[]", "y/pack.yaml": about()})
    assert codes(tmp_path) == ["pack.no-about", "pack.no-about"]


def test_a_file_alone_is_no_pack(tmp_path):
    path = written(tmp_path / "cases.yml", "[]")
    assert said(problems_of(packs, tmp_path)) == [
        f"{path}: There is no pack.yaml here, so this is no content pack. Add it, or take this out."
    ]
    assert problems_of(packed_at, path)[0].code == "pack.no-about"


def test_all_that_is_wrong_with_all_packs_is_told(tmp_path):
    written(tmp_path / "a" / "pack.yaml", "id: A!\nversion: 1\ntitle: A\nkind: besides\n")
    folder_pack(tmp_path / "b", {"case/a.yaml": "[]"}, "b")
    expected = ["schema.id", "schema.quotes-missing", "schema.not-allowed", "pack.stray"]
    assert codes(tmp_path) == expected


@pytest.mark.parametrize("name", ["cases/a.yml", "cases.yaml", "more/a.yaml", "Barriers.yaml"])
def test_a_file_with_a_strange_name_is_told(tmp_path, name):
    folder_pack(tmp_path / "a", {name: "[]"})
    (problem,) = problems_of(packs, tmp_path)
    assert (problem.code, problem.facts["said"]) == ("pack.stray", name)


def test_a_file_too_deep_in_a_zip_is_told(tmp_path):
    zip_pack(tmp_path / "a.zip", {"pack.yaml": about(), "cases/more/a.yaml": "[]"})
    assert codes(tmp_path) == ["pack.stray"]


def test_an_empty_pack_is_told(tmp_path):
    folder_pack(tmp_path / "a", {})
    assert codes(tmp_path) == ["pack.empty"]


def test_a_main_questionnaire_can_only_stand_instead(tmp_path):
    folder_pack(tmp_path / "a", {"sharing-readiness.yaml": "{}"})
    (problem,) = problems_of(packs, tmp_path)
    assert (problem.code, problem.line) == ("pack.main-beside", 4)


def test_two_packs_can_not_be_the_same_or_stand_in_place_of_the_same(tmp_path):
    folder_pack(tmp_path / "a", {"cases/a.yaml": "[]"}, "a", "instead")
    folder_pack(tmp_path / "b", {"cases/a.yaml": "[]"}, "a", "instead")
    folder_pack(tmp_path / "c", {"guidance/a.yaml": "{}"}, "c", "instead")
    problems = problems_of(packs, tmp_path)
    assert [problem.code for problem in problems] == ["pack.repeated", "pack.two-instead"]
    assert {problem.facts["other"] for problem in problems} == {str(tmp_path / "a")}


def test_a_pack_with_too_many_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pack_files, "FILE_LIMIT", 2)
    folder_pack(tmp_path / "a", {"cases/a.yaml": "[]", "cases/b.yaml": "[]"})
    zip_pack(tmp_path / "b.zip", {"pack.yaml": about(), "cases/a.yaml": "x", "cases/b.yaml": "x"})
    assert codes(tmp_path) == ["pack.too-much", "pack.too-much"]


def test_a_pack_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(pack_files, "SIZE_LIMIT", 1000)
    folder_pack(tmp_path / "a", {"cases/a.yaml": "#" * 600, "cases/b.yaml": "#" * 600})
    zip_pack(tmp_path / "b.zip", {"pack.yaml": "#" * 2000})
    assert codes(tmp_path) == ["pack.too-much", "file.too-large"]


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(yaml_reader, "SIZE_LIMIT", 100)
    folder_pack(tmp_path / "a", {"cases/a.yaml": "#" * 200})
    zip_pack(tmp_path / "b.zip", {"pack.yaml": about(), "cases/a.yaml": "#" * 200})
    problems = problems_of(packs, tmp_path)
    assert [problem.code for problem in problems] == ["file.too-large", "file.too-large"]
    assert problems[1].file == f"{tmp_path / 'b.zip'}/cases/a.yaml"


def test_a_zip_that_leads_out_or_is_none_is_refused(tmp_path):
    zip_pack(tmp_path / "a.zip", {"pack.yaml": about(), "../cases/a.yaml": "[]"})
    written(tmp_path / "b.zip", "no zip")
    assert codes(tmp_path) == ["zip.leads-out", "zip.damaged"]


def test_a_folder_that_can_not_be_read_is_told(tmp_path, monkeypatch):
    def refuse(_self):
        raise PermissionError(13, "no")

    monkeypatch.setattr(pack_files.Path, "iterdir", refuse)
    assert codes(tmp_path) == ["file.not-allowed"]


@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8), st.integers(0, 400)
)
def test_a_damaged_zip_gives_a_sentence_and_never_a_fault_of_ours(tmp_path_factory, changes, kept):
    folder = tmp_path_factory.mktemp("packs")
    path = zip_pack(folder / "a.zip", {"pack.yaml": about(), "cases/a.yaml": "[]"})
    data = bytearray(path.read_bytes())
    for place, byte in changes:
        data[place % len(data)] = byte
    path.write_bytes(bytes(data[: kept or None]))
    assert all(said(problems_of(packs, folder)))


def test_packs_without_problems_can_be_used_beside_others(tmp_path):
    folder_pack(tmp_path / "good", {"cases/a.yaml": "[]"})
    folder_pack(tmp_path / "stray", {"what.yaml": "a: 1"})
    (tmp_path / "nameless" / "cases").mkdir(parents=True)
    (tmp_path / "nameless" / "cases" / "a.yaml").write_text("[]", encoding="utf-8")
    (found,) = usable(readable(tmp_path)[0])
    assert found.place == str(tmp_path / "good")
