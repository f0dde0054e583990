from selfassess.core.case_twins import Fate
from selfassess.files import own_cases
from selfassess.files.content_pack import packs
from selfassess.files.own_cases import Named, cases_of, files_of, packed_up
from selfassess.files.pack_files import NAME
from selfassess.files.pack_import import bring_in, looked_at, take_out_pack
from selfassess.files.policy_file import Policy
from tests.files.test_content_pack import folder_pack
from tests.files.test_own_cases import OURS, built_in, case
from tests.files.values import problems_of

THEIRS = Named("Theirs", "2.0.0")
GUIDANCE = b"version: 1.0.0\nnotes: []\n"


def a_pack(folder, *cases, id_="theirs", **more: bytes):
    path = folder / "given" / "theirs.zip"
    path.parent.mkdir(exist_ok=True)
    extra = {f"guidance/{name}.yaml": data for name, data in more.items()}
    path.write_bytes(packed_up({**files_of(id_, cases, THEIRS), **extra}))
    return path


def look(folder, *cases, **facts):
    return looked_at(a_pack(folder, *cases, **facts), folder, built_in())


def come(folder, *cases, **facts) -> None:
    bring_in(look(folder, *cases, **facts), folder, built_in(), OURS)


def installed(folder) -> list[str]:
    return [one.id for pack in packs(folder / NAME) for one in cases_of(pack)]


def fates(coming) -> list[tuple[str, str]]:
    return [(line.case.id, str(line.fate)) for line in coming.lines]


def test_a_look_changes_nothing_and_says_what_is_new(tmp_path):
    coming = look(tmp_path, case("a", "One"), case("b", "Two other words here"))
    assert fates(coming) == [("a", "new"), ("b", "new")]
    assert (coming.changes, coming.before, coming.problems) == (True, "", ())
    assert installed(tmp_path) == []


def test_a_pack_that_was_looked_at_comes_in(tmp_path):
    come(tmp_path, case("a", "One"), law=GUIDANCE)
    (pack,) = packs(tmp_path / NAME)
    assert (pack.name, pack.parts) == ("theirs 2.0.0", {"cases", "guidance"})


def test_coming_again_changes_nothing(tmp_path):
    come(tmp_path, case("a", "One"), law=GUIDANCE)
    again = look(tmp_path, case("a", "One"), law=GUIDANCE)
    assert fates(again) == [("a", "unchanged")]
    assert not again.changes
    assert look(tmp_path, case("a", "One"), law=GUIDANCE + b"\n").changes


def test_a_later_pack_takes_the_place_of_the_earlier_one(tmp_path):
    come(tmp_path, case("a", "One"), case("b", "Two other words here"))
    coming = look(tmp_path, case("a", "One after all"))
    assert (fates(coming), coming.before) == ([("a", "changed")], "theirs 2.0.0")
    bring_in(coming, tmp_path, built_in(), OURS)
    assert installed(tmp_path) == ["a"]


def test_what_is_there_under_its_id_stays_out(tmp_path):
    own_cases.keep(tmp_path, case(title="Mine"), built_in(), OURS)
    coming = look(tmp_path, case("leeds", "Leeds"), case("mine", "Mine"), case("c", "New one here"))
    assert fates(coming) == [("leeds", "there"), ("mine", "there"), ("c", "new")]
    bring_in(coming, tmp_path, built_in(), OURS)
    assert sorted(installed(tmp_path)) == ["c", "mine"]


def test_a_pack_of_which_all_is_there_is_not_brought_in(tmp_path):
    coming = look(tmp_path, case("leeds", "Leeds"))
    assert not coming.changes
    assert coming.problems == ()


def test_one_that_looks_like_another_comes_in_and_is_pointed_out(tmp_path):
    come(tmp_path, case("a", "One two three"))
    coming = look(tmp_path, case("a", "One two three"), case("b", "One two three"))
    assert fates(coming) == [("a", "unchanged"), ("b", "alike")]
    assert coming.lines[1].twin.case.id == "a"
    bring_in(coming, tmp_path, built_in(), OURS)
    assert installed(tmp_path) == ["a", "b"]


def test_a_pack_with_faults_is_refused(tmp_path):
    wrong = b"version: 1.0.0\nnotes: [{id: a}]\n"
    coming = look(tmp_path, case("a", "One"), law=wrong)
    assert coming.faults
    assert not coming.changes
    assert problems_of(bring_in, coming, tmp_path, built_in(), OURS) == list(coming.faults)
    assert installed(tmp_path) == []


def test_an_own_pack_from_another_computer_joins_the_own_case_studies(tmp_path):
    own_cases.keep(tmp_path, case(title="Mine"), built_in(), OURS)
    coming = look(tmp_path, case("other", "An other thing altogether"), id_=own_cases.ID)
    assert coming.changes
    bring_in(coming, tmp_path, built_in(), OURS)
    assert installed(tmp_path) == ["mine", "other"]
    again = look(tmp_path, case("other", "An other thing altogether"), id_=own_cases.ID)
    assert not again.changes


def test_a_pack_that_lies_there_as_a_folder_is_not_written_over(tmp_path):
    text = files_of("theirs", [case("a", "One")], THEIRS)["cases/case-studies.yaml"].decode()
    folder_pack(tmp_path / NAME / "by-hand", {"cases/a.yaml": text}, "theirs")
    coming = look(tmp_path, case("a", "Changed"))
    assert [line.fate for line in coming.lines] == [Fate.CHANGED]
    (problem,) = problems_of(bring_in, coming, tmp_path, built_in(), OURS)
    assert problem.code == "pack.is-folder"


def test_a_pack_can_be_taken_out_again(tmp_path):
    come(tmp_path, case("a", "One"))
    assert take_out_pack(tmp_path, "theirs") == tmp_path / NAME / "theirs.zip"
    assert packs(tmp_path / NAME) == ()
    assert [p.code for p in problems_of(take_out_pack, tmp_path, "theirs")] == ["pack.not-there"]


def test_a_pack_that_can_not_be_read_is_taken_out_by_the_name_of_its_file(tmp_path):
    come(tmp_path, case("a", "One"))
    broken = tmp_path / NAME / "broken.zip"
    broken.write_bytes(b"no zip")
    assert look(tmp_path, case("b", "Two")).changes
    assert take_out_pack(tmp_path, "broken.zip") == broken
    assert installed(tmp_path) == ["a"]
    assert take_out_pack(tmp_path, "theirs") == tmp_path / NAME / "theirs.zip"


def test_a_pack_that_was_put_there_as_a_folder_is_not_taken_out(tmp_path):
    text = files_of("theirs", [case("a", "One")], THEIRS)["cases/case-studies.yaml"].decode()
    folder_pack(tmp_path / NAME / "by-hand", {"cases/a.yaml": text}, "theirs")
    assert [p.code for p in problems_of(take_out_pack, tmp_path, "theirs")] == ["pack.folder-stays"]
    assert packs(tmp_path / NAME) != ()


def test_the_packs_of_the_organisation_count_and_are_left_alone(tmp_path, monkeypatch):
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "org.zip").write_bytes(packed_up(files_of("org", [case("quay", "Quays")], THEIRS)))
    policy = Policy(content_packs=str(shared))
    monkeypatch.setattr(own_cases, "read_policy", lambda _folder: (policy, None))
    data = tmp_path / "data"
    data.mkdir()
    kept = own_cases.keep(data, case(title="Quay"), built_in(), OURS)
    assert kept.id == "quay-2"
    coming = looked_at(a_pack(tmp_path, case("quay", "Quays")), data, built_in())
    assert fates(coming) == [("quay", "there")]
    (problem,) = problems_of(
        looked_at, a_pack(tmp_path, case("b", "Bb"), id_="org"), data, built_in()
    )
    assert problem.code == "pack.repeated"
