import dataclasses

import pytest

from selfassess.core.case_draft import NEW_ID
from selfassess.files import own_cases
from selfassess.files.content_pack import packs
from selfassess.files.own_cases import Named
from selfassess.files.own_cases import own_cases as own
from selfassess.files.pack_content import merged
from selfassess.files.pack_files import NAME
from tests.core.worlds import barrier, case_study
from tests.files.test_content_pack import folder_pack
from tests.files.values import content, problems_of

OURS = Named("Our own", "1.0.0")
UNPUBLISHED = {"title": "Our account", "publisher": "Us", "url": "", "unpublished": True}


def built_in():
    made = content(cases=(case_study("leeds"),))
    catalogue = made.catalogue.changed(barriers=(barrier("wall", "PU1<=2"),))
    return dataclasses.replace(made, catalogue=catalogue)


def case(id_: str = NEW_ID, title: str = "Telling the school", **fields):
    told = {"policy_areas": ("other",), "sectors": ("police",), "stages": ("need",)}
    return case_study(id_, "wall", title=title, source=UNPUBLISHED, **told, **fields)


def test_there_are_none_at_first(tmp_path):
    assert own(tmp_path) == ()


def test_a_draft_is_kept_under_an_id_of_its_own_and_joins_the_library(tmp_path):
    kept = own_cases.keep(tmp_path, case(lessons=(" a ", " ")), built_in(), OURS)
    assert (kept.id, kept.lessons) == ("telling-the-school", ("a",))
    assert own(tmp_path) == (kept,)
    together = merged(built_in(), packs(tmp_path / NAME))
    assert [one.id for one in together.cases] == ["leeds", "telling-the-school"]
    assert together.packs == ("our-cases 1.0.0",)


def test_a_second_of_the_same_title_and_one_like_the_built_in_get_other_ids(tmp_path):
    own_cases.keep(tmp_path, case(), built_in(), OURS)
    own_cases.keep(tmp_path, case(), built_in(), OURS)
    own_cases.keep(tmp_path, case(title="Leeds"), built_in(), OURS)
    assert [one.id for one in own(tmp_path)] == [
        "telling-the-school",
        "telling-the-school-2",
        "leeds-2",
    ]


def test_a_change_takes_the_place_of_what_was_kept(tmp_path):
    kept = own_cases.keep(tmp_path, case(), built_in(), OURS)
    own_cases.keep(tmp_path, case(title="Another"), built_in(), OURS)
    after = own_cases.keep(tmp_path, kept.changed(title="Told in time"), built_in(), OURS)
    assert after.id == kept.id
    assert [one.title for one in own(tmp_path)] == ["Told in time", "Another"]


def test_one_can_be_taken_out_and_with_the_last_goes_the_pack(tmp_path):
    one = own_cases.keep(tmp_path, case(), built_in(), OURS)
    two = own_cases.keep(tmp_path, case(title="Another"), built_in(), OURS)
    own_cases.take_out(tmp_path, one.id, built_in(), OURS)
    assert own(tmp_path) == (two,)
    own_cases.take_out(tmp_path, two.id, built_in(), OURS)
    assert packs(tmp_path / NAME) == ()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"policy_areas": ("nonsense",)}, "content.unknown-policy-area"),
        ({"source": {**UNPUBLISHED, "unpublished": False}}, "content.no-source"),
        ({"source": {**UNPUBLISHED, "url": "ours"}}, "content.no-source"),
        (
            {"barriers": [{"code": "legal", "how": "So.", "catalogue": ["wal"]}]},
            "content.unknown-barrier",
        ),
    ],
)
def test_what_the_check_would_name_is_refused_and_nothing_changes(tmp_path, fields, code):
    wrong = type(case()).model_validate({**case().model_dump(), **fields})
    problems = problems_of(own_cases.keep, tmp_path, wrong, built_in(), OURS)
    assert [problem.code for problem in problems] == [code]
    assert own(tmp_path) == ()


def test_other_packs_stay_and_their_ids_are_not_given_again(tmp_path):
    text = own_cases.files_of("a", [case("telling-the-school")], OURS)["cases/case-studies.yaml"]
    folder_pack(tmp_path / NAME / "theirs", {"cases/a.yaml": text.decode()}, "theirs")
    kept = own_cases.keep(tmp_path, case(), built_in(), OURS)
    assert kept.id == "telling-the-school-2"


def test_a_pack_for_others_is_named_after_its_title_and_can_be_read(tmp_path):
    path = tmp_path / "out" / "pack.zip"
    path.parent.mkdir()
    own_cases.export(path, [case("a")], built_in(), Named("Cases of Northbridge", "2026-11-25"))
    (pack,) = packs(path.parent)
    assert (pack.about.id, pack.about.version) == ("cases-of-northbridge", "2026-11-25")
    assert [one.id for one in own_cases.cases_of(pack)] == ["a"]
    first = path.read_bytes()
    own_cases.export(path, [case("a")], built_in(), Named("Cases of Northbridge", "2026-11-25"))
    assert path.read_bytes() == first


def test_a_pack_for_others_never_has_the_id_of_the_own_one(tmp_path):
    path = tmp_path / "pack.zip"
    own_cases.export(path, [case("a")], built_in(), Named("Our cases", "1"))
    assert packs(tmp_path)[0].about.id == "our-cases-2"


def test_problems_of_a_pack_are_all_told(tmp_path):
    files = {"cases/a.yaml": "- {id: a}", "cases/b.yaml": "{", "guidance/a.yaml": "{}"}
    folder_pack(tmp_path / NAME / "b", files, "b")
    (pack,) = packs(tmp_path / NAME)
    codes = {problem.file[-6:] for problem in problems_of(own_cases.cases_of, pack)}
    assert codes == {"a.yaml", "b.yaml"}


@pytest.mark.parametrize("text", ["- id: [", "- id: x\n  title: Half a case\n", None])
def test_a_broken_pack_of_others_keeps_nobody_from_writing(tmp_path, text):
    if text is None:
        (tmp_path / NAME).mkdir()
        (tmp_path / NAME / "broken.zip").write_bytes(b"no zip")
    else:
        folder_pack(tmp_path / NAME / "broken", {"cases/a.yaml": text}, "beside")
    kept = own_cases.keep(tmp_path, case(), built_in(), OURS)
    assert own(tmp_path) == (kept,)
    assert [pack.about.id for pack in own_cases.in_use(tmp_path, built_in())] == [own_cases.ID]
    again = own_cases.keep(tmp_path, case(title="Another"), built_in(), OURS)
    assert own(tmp_path) == (kept, again)
