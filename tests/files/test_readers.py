"""The readers of questionnaires, modules, catalogues, cases and guidance."""

import json

from selfassess.core.codes import DIMENSIONS
from selfassess.core.questionnaire import Module
from selfassess.files import yaml_reader
from selfassess.files.case_files import cases_in
from selfassess.files.catalogue_file import catalogue_in
from selfassess.files.countries import is_country
from selfassess.files.guidance_files import guidance_in, joined
from selfassess.files.questionnaire_file import module_in, questionnaire_in
from tests.files import values
from tests.files.values import problems_of, said, topic


def document(plain):
    return yaml_reader.parse(json.dumps(plain, indent=0).encode(), "f.yaml")


def ends(problems) -> list[str]:
    return [sentence.partition(": ")[2] for sentence in said(problems)]


def barrier(id_: str, **fields) -> dict:
    return {
        "id": id_,
        "name": id_,
        "description": "It hurts.",
        "dimension": "legal",
        "kind": "means",
        "reach": "local",
        "signs": [{"topic": "PU1", "at_or_below": 2}],
        "first_steps": [{"text": "Ask.", "effort": "this-week"}],
        **fields,
    }


def case(id_: str, **fields) -> dict:
    return {
        "id": id_,
        "title": id_,
        "failure": "no",
        "place": "Leeds",
        "country": "GB-ENG",
        "years": None,
        "policy_areas": ["other"],
        "sectors": ["health"],
        "stages": ["need"],
        "barriers": [{"code": "national", "how": "So."}],
        "enablers": [{"code": "legal", "what": "This."}],
        "summary": "It went well.",
        "source": {"title": "Report", "publisher": "Council", "url": "https://example.org"},
        "read": "full",
        **fields,
    }


def note(id_: str, **fields) -> dict:
    return {
        "id": id_,
        "title": "Sharing",
        "text": "You may.",
        "kind": "law",
        "nations": ["GB-ENG"],
        "source": {"title": "Code", "publisher": "ICO", "url": "https://example.org"},
        "checked": "2026-11-22",
        "certainty": "certain",
        **fields,
    }


def myth(id_: str, **fields) -> dict:
    plain = note(id_, statement="We can’t.", verdict="myth", fact="You can.", **fields)
    return {name: value for name, value in plain.items() if name not in ("title", "text", "kind")}


def test_a_questionnaire_is_read():
    made = values.questionnaire()
    assert questionnaire_in(document(made.model_dump(mode="json"))) == made


def test_a_questionnaire_tells_ids_that_stand_twice_and_groups_that_are_none():
    plain = values.questionnaire().model_dump(mode="json")
    (purpose,) = plain["dimensions"]
    plain["groups"] *= 2
    plain["dimensions"] = [purpose, {**purpose, "id": "purposs", "group": "wy"}, purpose]
    assert ends(problems_of(questionnaire_in, document(plain))) == [
        "“why” is here again; it is on line 10 too. Rename one of them.",
        "There is no dimension “purposs”. Did you mean “purpose”?",
        "There is no group “wy” in this file. Did you mean “why”?",
        "“PU1” is here again; it is on line 27 too. Rename one of them.",
        "“PU2” is here again; it is on line 52 too. Rename one of them.",
        "“purpose” is here again; it is on line 20 too. Rename one of them.",
        "“PU1” is here again; it is on line 27 too. Rename one of them.",
        "“PU2” is here again; it is on line 52 too. Rename one of them.",
    ]


def test_a_module_is_read_with_its_barriers():
    plain = values.module().model_dump(mode="json") | {"barriers": [barrier("no-route")]}
    read = module_in(document(plain))
    assert type(read.module) is Module
    assert read.module == values.module()
    assert [b.id for b in read.barriers] == ["no-route"]


def test_a_module_tells_codes_that_are_none():
    plain = values.module().model_dump(mode="json") | {
        "policy_areas": ["early-year"],
        "topics": [topic("EM1", dimension="proces"), topic("EM1", dimension="process")],
        "barriers": [barrier("a", dimension="legall"), barrier("a")],
    }
    assert ends(problems_of(module_in, document(plain))) == [
        "There is no policy area “early-year”. Did you mean “early-years”?",
        "There is no dimension “proces”. Did you mean “process”?",
        "“EM1” is here again; it is on line 11 too. Rename one of them.",
        "There is no dimension “legall”. Did you mean “legal”?",
        "“a” is here again; it is on line 47 too. Rename one of them.",
    ]


def test_a_catalogue_is_read():
    plain = {"id": "barriers", "version": "1", "barriers": [barrier("a"), barrier("b")]}
    assert [b.id for b in catalogue_in(document(plain)).barriers] == ["a", "b"]


def test_a_catalogue_tells_what_stands_twice_in_a_barrier_and_sectors_that_are_none():
    sign = {"topic": "PU1", "at_or_below": 2}
    small = {"topic": "PU2", "organisation": {"sectors": ["helth"], "at_most": 2}}
    pattern = {"id": "p", "says": "So.", "signs": [sign, sign], "when": [small]}
    other = {**pattern, "signs": [sign], "when": [{"topic": "PU2", "at_least": 3}]}
    plain = {
        "id": "barriers",
        "version": "1",
        "barriers": [barrier("a", signs=[sign, sign], patterns=[pattern, other])],
    }
    assert ends(problems_of(catalogue_in, document(plain))) == [
        "“PU1” is a sign here twice (see line 14). Keep one of them.",
        "“PU1” is a sign here twice (see line 34). Keep one of them.",
        "There is no sector “helth”. Did you mean “health”?",
        "“p” is here again; it is on line 30 too. Rename one of them.",
    ]


def test_cases_are_read_in_their_order():
    assert [c.id for c in cases_in(document([case("b"), case("a")]))] == ["b", "a"]
    assert cases_in(document([])) == ()


def test_a_library_tells_everything_that_is_wrong_with_all_its_cases():
    wrong = case(
        "b",
        country="England",
        policy_areas=["gangs"],
        sectors=["polis"],
        stages=["needs"],
        barriers=[{"code": "trust", "how": "So."}],
        enablers=[{"code": "nationale", "what": "This."}],
        source={"title": "Report", "publisher": "Council", "url": "a letter"},
    )
    plain = [case("a"), {**case("x"), "red": "full"}, case("a"), wrong]
    assert ends(problems_of(cases_in, document(plain))) == [
        "“red” is no field here. Did you mean “read”?",
        "“a” is here again; it is on line 3 too. Rename one of them.",
        (
            "“England” is no code of a country. Write a two-letter code, such as NL,"
            " or a UK nation. Did you mean “GB-ENG”?"
        ),
        "There is no policy area “gangs”. Did you mean “gangs-youth-violence”?",
        "There is no sector “polis”. Did you mean “police”?",
        "There is no stage “needs”. Did you mean “need”?",
        (
            "There is no dimension “trust”. Write one of: "
            + ", ".join((*DIMENSIONS, "national"))
            + "."
        ),
        "There is no dimension “nationale”. Did you mean “national”?",
        "“a letter” is no web address. Write one that begins with https://.",
    ]


def test_a_library_that_is_no_list_says_so():
    assert ends(problems_of(cases_in, document({"cases": []}))) == [
        "A library is a list of cases. Begin each case with “- id: …”."
    ]


def test_guidance_is_read():
    read = guidance_in(document({"version": "1.2", "notes": [note("a")], "myths": [myth("a")]}))
    assert (read.version, read.notes[0].id, read.myths[0].id) == ("1.2", "a", "a")


def test_guidance_tells_nations_and_sources_that_are_none():
    plain = {
        "notes": [note("a", nations=["GB-EN"]), note("a")],
        "myths": [myth("m", source={"title": "x", "publisher": "x", "url": ""})],
    }
    assert ends(problems_of(guidance_in, document(plain))) == [
        "There is no nation “GB-EN”. Did you mean “GB-ENG”?",
        "“a” is here again; it is on line 4 too. Rename one of them.",
        "“” is no web address. Write one that begins with https://.",
    ]


def test_guidance_of_several_files_is_joined_under_the_newest_version():
    parts = [
        guidance_in(document({"version": "1.1", "notes": [note("a")]})),
        guidance_in(document({"version": "1.0", "myths": [myth("m")]})),
    ]
    made = joined(parts)
    assert (made.version, len(made.notes), len(made.myths)) == ("1.1", 1, 1)
    assert joined([]).version == ""


def test_countries_are_nations_of_the_united_kingdom_or_iso_codes():
    assert all(is_country(code) for code in ("GB-NIR", "GB", "NL", "NZ", "US"))
    assert not any(is_country(code) for code in ("UK", "gb", "England", "XX", ""))
