import dataclasses

import pytest

from selfassess.files.content_files import load_content
from selfassess.files.content_pack import packs
from selfassess.files.pack_content import merged, problems_in
from tests.files.test_content_files import CASES, CATALOGUE, GUIDANCE, MODULE, QUESTIONNAIRE
from tests.files.test_content_pack import folder_pack
from tests.files.values import problems_of, written

OURS = {
    "cases/ours.yaml": CASES.replace("id: leeds", "id: york"),
    "guidance/ours.yaml": GUIDANCE.replace("id: floods", "id: storms").replace("1.0.0", "9.0.0"),
    "barriers.yaml": CATALOGUE.replace("id: no-reason", "id: no-aim").replace(
        "id: barriers", "id: our-barriers"
    ),
    "modules/ours.yaml": MODULE.replace("id: floods", "id: storms")
    .replace("FL1", "ST1")
    .replace("id: no-boat", "id: no-roof")
    .replace("[f, g, h, i, j]", "[k, l, m, n, o]"),
}
MAIN = {"sharing-readiness.yaml": QUESTIONNAIRE.replace("version: 1.0.0", "version: 2.0.0")}


@pytest.fixture
def content(tmp_path):
    questionnaires, resources = tmp_path / "questionnaires", tmp_path / "resources"
    written(questionnaires / "sharing-readiness.yaml", QUESTIONNAIRE)
    written(questionnaires / "barriers.yaml", CATALOGUE)
    written(questionnaires / "modules" / "floods.yaml", MODULE)
    written(resources / "cases" / "library.yaml", CASES)
    written(resources / "guidance" / "law.yaml", GUIDANCE)
    return load_content(questionnaires, resources)


@pytest.fixture
def pack(tmp_path):
    def make(files, kind="beside", id_="ours"):
        folder_pack(tmp_path / "content" / id_, files, id_, kind)
        return packs(tmp_path / "content")

    return make


def ids(content) -> dict[str, list[str]]:
    return {
        "modules": [module.id for module in content.modules],
        "brought": sorted(content.module_barriers),
        "barriers": [barrier.id for barrier in content.catalogue.barriers],
        "cases": [case.id for case in content.cases],
        "notes": [note.id for note in content.guidance.notes],
        "myths": [myth.id for myth in content.guidance.myths],
    }


def codes(content, found) -> list[str]:
    return [problem.code for problem in problems_of(merged, content, found)]


def test_a_pack_beside_comes_after_the_built_in_content(content, pack):
    together = merged(content, pack(OURS))
    assert ids(together) == {
        "modules": ["floods", "storms"],
        "brought": ["floods", "storms"],
        "barriers": ["no-reason", "no-aim"],
        "cases": ["leeds", "york"],
        "notes": ["floods", "storms"],
        "myths": ["floods", "storms"],
    }
    assert together.questionnaire == content.questionnaire
    assert (together.catalogue.id, together.guidance.version) == ("barriers", "1.0.0")
    assert together.packs == ("ours 1.2.0",)


def test_a_pack_instead_stands_in_place_of_what_it_holds(content, pack):
    together = merged(content, pack(OURS | MAIN, "instead"))
    assert ids(together) == {
        "modules": ["storms"],
        "brought": ["storms"],
        "barriers": ["no-aim"],
        "cases": ["york"],
        "notes": ["storms"],
        "myths": ["storms"],
    }
    assert together.questionnaire.version == "2.0.0"
    assert (together.catalogue.id, together.guidance.version) == ("our-barriers", "9.0.0")


def test_what_a_pack_instead_does_not_hold_stays(content, pack):
    together = merged(content, pack({"cases/ours.yaml": OURS["cases/ours.yaml"]}, "instead"))
    assert ids(together) == ids(content) | {"cases": ["york"]}


def test_a_library_that_the_user_named_stays_whatever_a_pack_holds(content, pack):
    library = (content.cases[0].changed(id="hull"),)
    found = pack({"cases/ours.yaml": OURS["cases/ours.yaml"]}, "instead")
    assert ids(merged(content, found, library))["cases"] == ["york", "hull"]


def test_cases_beside_the_library_are_counted_as_added_and_those_instead_of_it_are_not(
    content, pack
):
    ours = OURS["cases/ours.yaml"]
    beside = {"cases/theirs.yaml": ours.replace("id: york", "id: ripon")}
    library = (content.cases[0].changed(id="hull"),)
    assert merged(content, pack({"cases/ours.yaml": ours}), library).added_cases == 2
    pack({"cases/ours.yaml": ours}, "instead")
    together = merged(content, pack(beside, id_="a-first"), library)
    assert [case.id for case in together.cases] == ["york", "ripon", "hull"]
    assert together.added_cases == 2


def test_packs_in_use_before_are_still_named(content, pack):
    together = merged(dataclasses.replace(content, packs=("extra",)), pack(OURS))
    assert together.packs == ("extra", "ours 1.2.0")


def test_an_id_of_the_built_in_content_is_taken(content, pack):
    found = pack(
        {
            "cases/a.yaml": CASES,
            "guidance/a.yaml": GUIDANCE,
            "barriers.yaml": CATALOGUE,
            "modules/a.yaml": MODULE,
        }
    )
    problems = problems_of(merged, content, found)
    assert {problem.code for problem in problems} == {"pack.id-taken"}
    assert sorted(problem.facts["said"] for problem in problems) == sorted(
        ["FL1", "no-boat", "no-reason", "leeds", "floods", "floods", "floods"]
    )
    assert all(problem.line for problem in problems)


def test_a_topic_of_another_main_questionnaire_is_not_taken_but_one_of_a_module_is(content, pack):
    assert codes(content, pack(MAIN, "instead")) == []
    main = MAIN["sharing-readiness.yaml"].replace("PU1", "FL1")
    assert codes(content, pack({"sharing-readiness.yaml": main}, "instead")) == ["pack.id-taken"]


def test_a_library_and_a_pack_can_not_have_the_same_case(content, pack):
    library = (content.cases[0].changed(id="york"),)
    found = pack({"cases/ours.yaml": OURS["cases/ours.yaml"]})
    assert [p.code for p in problems_of(merged, content, found, library)] == ["pack.id-taken"]


def test_two_packs_can_not_have_the_same_id(content, pack):
    pack({"cases/ours.yaml": OURS["cases/ours.yaml"]})
    found = pack({"cases/ours.yaml": OURS["cases/ours.yaml"]}, id_="theirs")
    assert codes(content, found) == ["content.id-elsewhere"]


def test_a_version_tells_a_questionnaire_from_the_built_in_one(content, pack):
    same = pack({"sharing-readiness.yaml": QUESTIONNAIRE, "modules/a.yaml": MODULE}, "instead")
    assert codes(content, same) == ["pack.same-version", "pack.same-version"]


def test_all_that_is_wrong_with_the_files_of_a_pack_is_told(content, pack):
    found = pack({"cases/a.yaml": "id: a", "guidance/a.yaml": "version: 1\n", "barriers.yaml": ""})
    assert codes(content, found) == [
        "yaml.empty",
        "content.no-list-of-cases",
        "schema.quotes-missing",
    ]
    assert [problem.code for problem in problems_in(content, found)] == codes(content, found)


def test_a_check_finds_ids_that_name_nothing_in_packs_alone(content, pack):
    found = pack(
        {
            "modules/a.yaml": OURS["modules/ours.yaml"].replace(
                "signs: [{topic: ST1, at_or_below: 2}]",
                "often_behind: [no-rain, no-reason], signs: [{topic: FL1, at_or_below: 2}]",
            )
        }
    )
    faults = [p for p in problems_in(content, found) if not p.code.startswith("advice.")]
    assert [(problem.code, problem.facts["said"]) for problem in faults] == [
        ("content.unknown-barrier", "no-rain"),
        ("content.sign-of-nothing", "ST1"),
    ]


def test_a_check_of_a_whole_pack_finds_nothing(content, pack):
    found = pack(OURS)
    assert [p for p in problems_in(content, found) if not p.code.startswith("advice.")] == []
