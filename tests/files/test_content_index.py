import dataclasses
import errno
from pathlib import Path

import pytest

from selfassess import paths
from selfassess.core.content import PARTS
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import content_files, content_index, pack_files, yaml_reader
from selfassess.files.case_files import cases_in
from selfassess.files.content_index import NAME, NAME_WITH_PACKS, content, usable_content
from selfassess.files.pack_files import Packed
from tests.files.test_content_files import CASES
from tests.files.test_content_pack import folder_pack
from tests.files.values import problems_of, written

YORK = CASES.replace("id: leeds", "id: york-pack")


@pytest.fixture(scope="module")
def built_in():
    return content(with_packs=False)


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "data")
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "cache")


@pytest.fixture
def yaml_is_read(monkeypatch, built_in):
    read = []

    def load(extra_libraries=()):
        read.append(extra_libraries)
        extra = tuple(case for path in extra_libraries for case in cases_in(yaml_reader.read(path)))
        names = tuple(path.stem for path in extra_libraries)
        return dataclasses.replace(
            built_in, cases=built_in.cases + extra, packs=names, added_cases=len(extra)
        )

    monkeypatch.setattr(content_index, "load_content", load)
    return read


def add_pack(tmp_path, kind: str = "beside"):
    return folder_pack(tmp_path / "data" / "content" / "ours", {"cases/a.yaml": YORK}, kind=kind)


def test_yaml_is_read_once_and_then_the_index(tmp_path, yaml_is_read, built_in):
    assert content() == built_in
    assert content() == built_in
    assert len(yaml_is_read) == 1
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [NAME]


def test_the_index_that_the_build_made_is_used_first(tmp_path, monkeypatch, yaml_is_read, built_in):
    sources = content_index.digest(paths.QUESTIONNAIRES, paths.RESOURCES)
    monkeypatch.setattr(content_index, "digest", lambda *_folders: sources)
    monkeypatch.setattr(paths, "RESOURCES", tmp_path)
    content_index.write(tmp_path / NAME, built_in, sources)
    assert content() == built_in
    assert yaml_is_read == []


@pytest.mark.parametrize("damage", ["{", '{"sources": "%s"}', "old"])
def test_an_index_that_can_not_be_used_is_made_anew(tmp_path, yaml_is_read, built_in, damage):
    sources = content_index.digest(paths.QUESTIONNAIRES, paths.RESOURCES)
    written(tmp_path / "cache" / NAME, damage.replace("%s", sources))
    assert content() == built_in
    assert len(yaml_is_read) == 1


def test_a_cache_that_can_not_be_kept_does_no_harm(tmp_path, yaml_is_read, built_in):
    written(tmp_path / "cache", "a file")
    assert content() == built_in


def test_a_pack_is_part_of_the_content_and_of_the_index(tmp_path, yaml_is_read, built_in):
    add_pack(tmp_path)
    for _time in range(2):
        found = content()
        assert found.packs == ("ours 1.2.0",)
        assert found.cases[:-1] == built_in.cases
        assert found.cases[-1].id == "york-pack"
    assert len(yaml_is_read) == 1
    assert (tmp_path / "cache" / NAME_WITH_PACKS).exists()
    assert content(with_packs=False) == built_in


def test_a_pack_that_changes_is_read_again(tmp_path, yaml_is_read):
    pack = add_pack(tmp_path)
    content()
    written(pack / "pack.yaml", (pack / "pack.yaml").read_text().replace("1.2.0", "1.3.0"))
    assert content().packs == ("ours 1.3.0",)


def test_libraries_that_the_user_named_come_last(tmp_path, yaml_is_read, built_in):
    library = written(tmp_path / "extra.yaml", CASES.replace("id: leeds", "id: hull-library"))
    found = content((library,))
    assert found.cases[:-1] == built_in.cases
    assert found.cases[-1].id == "hull-library"
    add_pack(tmp_path, "instead")
    found = content((library,))
    assert [case.id for case in found.cases] == ["york-pack", "hull-library"]
    assert found.packs == ("extra", "ours 1.2.0")


def test_a_pack_with_a_problem_is_told_and_never_left_out_in_silence(tmp_path, yaml_is_read):
    folder_pack(tmp_path / "data" / "content" / "ours", {})
    assert [problem.code for problem in problems_of(content)] == ["pack.empty"]


def test_the_built_in_content_is_there_also_beside_a_pack_with_a_problem(
    tmp_path, yaml_is_read, built_in
):
    assert usable_content() == (built_in, ())
    folder_pack(tmp_path / "data" / "content" / "ours", {})
    found, problems = usable_content()
    assert found == built_in
    assert [problem.code for problem in problems] == ["pack.empty"]


def test_a_pack_with_a_problem_keeps_no_other_pack_from_being_used(
    tmp_path, yaml_is_read, built_in
):
    add_pack(tmp_path)
    folder = tmp_path / "data" / "content"
    (folder / "broken.zip").write_bytes(b"no zip")
    about = folder_pack(folder / "torn", {"cases/a.yaml": "- id: ["}) / "pack.yaml"
    written(about, about.read_text().replace("id: ours", "id: torn"))
    found, problems = usable_content()
    assert found.packs == ("ours 1.2.0",)
    assert found.cases[-1].id == "york-pack"
    assert {problem.file.removeprefix(f"{folder}/") for problem in problems} == {
        "broken.zip",
        "torn/cases/a.yaml",
    }


def test_where_packs_only_clash_with_each_other_the_later_one_is_left_out(
    tmp_path, yaml_is_read, built_in
):
    add_pack(tmp_path)
    folder_pack(tmp_path / "data" / "content" / "second", {"cases/a.yaml": YORK})
    found, problems = usable_content()
    assert found.packs == ("ours 1.2.0",)
    assert [problem.code for problem in problems] == ["pack.repeated"]


def test_where_a_problem_names_no_pack_the_built_in_content_is_used(
    tmp_path, yaml_is_read, built_in, monkeypatch
):
    add_pack(tmp_path)

    def refuse(*_packs):
        raise FileProblemsError(Problem("file.unreachable", "elsewhere", facts={"reason": "?"}))

    monkeypatch.setattr(content_index, "_merged", refuse)
    found, problems = usable_content()
    assert found == built_in
    assert len(problems) == 1


def test_a_folder_of_packs_that_can_not_be_listed_is_said(tmp_path, yaml_is_read, monkeypatch):
    add_pack(tmp_path)

    def refuse(_folder):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert pack_files.readable(tmp_path / "data" / "content")[0] == ()
    assert [problem.code for problem in usable_content()[1]] == ["file.not-allowed"]


def test_packs_are_told_apart_by_where_they_lie():
    one, other = Packed("/a/one", {}), Packed("/a/one.zip", {})
    problem = Problem("pack.empty", "/a/one/pack.yaml")
    assert pack_files.without((one, other), (problem,)) == (other,)
    assert pack_files.without((one, other), (Problem("pack.empty", "/a/one.zip"),)) == (one,)
    assert pack_files.without((one, other), (Problem("file.missing", "/b"),)) == ()


def test_a_part_of_another_kind_is_read_from_the_sources(tmp_path, yaml_is_read, built_in):
    sources = content_index.digest(paths.QUESTIONNAIRES, paths.RESOURCES)
    path = tmp_path / "cache" / NAME
    content()
    _head, *lines = path.read_bytes().split(b"\n")
    lines[PARTS.index("cases")] = b'[{"id": "a"}]'
    path.write_bytes(b"\n".join((content_index._head(sources, lines), *lines)))
    found = content()
    assert found.questionnaire == built_in.questionnaire
    assert len(yaml_is_read) == 1
    assert found.cases == built_in.cases
    assert len(yaml_is_read) == 2


def test_without_an_index_the_sources_are_read(monkeypatch, built_in):
    monkeypatch.setattr(content_files, "load_content", lambda extra_libraries: built_in)
    assert content_index.load_content() is built_in


def test_content_has_no_other_parts(built_in):
    with pytest.raises(AttributeError):
        _ = built_in.colour
