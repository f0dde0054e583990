import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator, ValidationError

from selfassess import paths
from selfassess.core.returns import TextKind
from selfassess.files import return_file
from selfassess.files.assessment_file import Opened
from tests.core.returned import returned
from tests.files.values import problems_of, said
from tests.reports.small import ACTIONS, example

pytest_plugins = ["tests.golden"]

SCHEMA = json.loads(
    (paths.QUESTIONNAIRES / "schemas" / "return.schema.json").read_text(encoding="utf-8")
)


def opened(**facts):
    assessment, content = example({}, **facts)
    return Opened(assessment, (content.questionnaire,), content.modules, ""), content


def made(**facts):
    file, content = opened(**facts)
    return return_file.return_of(
        file, content, "a", handed_over=date(2026, 11, 26), ticked=tuple(TextKind)
    )


def test_a_return_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "r.json"
    return_file.write(path, made(actions=ACTIONS))
    assert return_file.read(path) == made(actions=ACTIONS)
    assert path.read_bytes() == return_file.to_bytes(made(actions=ACTIONS))


def test_a_return_looks_as_it_did(golden):
    plain = made(actions=ACTIONS).changed(written_by="selfassess")
    golden("return", return_file.to_bytes(plain).decode())


def test_a_return_fits_the_published_schema():
    Draft202012Validator.check_schema(SCHEMA)
    plain = json.loads(return_file.to_bytes(made(actions=ACTIONS)))
    Draft202012Validator(SCHEMA).validate(plain)
    with pytest.raises(ValidationError):
        Draft202012Validator(SCHEMA).validate({**plain, "name": "Northbridge"})


def test_the_actions_of_a_return_are_those_on_barriers_that_the_content_knows():
    assert [tried.barrier for tried in made(actions=ACTIONS).tried] == ["fear-of-blame"]


def test_an_assessment_without_answers_makes_no_return():
    file, content = opened()
    empty = file.assessment.latest.changed(answers=(), agreed=())
    nothing = Opened(file.assessment.changed(rounds=(empty,)), file.questionnaires, (), "")
    problems = problems_of(return_file.return_of, nothing, content, "a.selfassess")
    assert said(problems) == [
        "a.selfassess: Nothing has been answered here yet. Answer some questions first."
    ]


def test_an_assessment_with_more_than_a_return_holds_gets_a_sentence():
    file, content = opened()
    many = tuple(file.assessment.latest.changed(name=str(at)) for at in range(201))
    large = Opened(file.assessment.changed(rounds=many), file.questionnaires, file.modules, "")
    problems = problems_of(return_file.return_of, large, content, "a.selfassess")
    assert [p.code for p in problems] == ["return.too-much"]


def test_a_return_is_written_under_a_name_that_ends_with_json(tmp_path):
    problems = problems_of(return_file.write, tmp_path / "r.xlsx", returned())
    assert [p.code for p in problems] == ["return.unknown-kind"]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"place": NaN}',
        b"\xff",
        b"[" * 5000,
        b'{"place": "0000000000000000", "format": "one"}',
        b'{"place": "0000000000000000", "format": 0}',
    ],
)
def test_damage_gets_one_sentence(data):
    problems = problems_of(return_file.from_bytes, data, "r.json")
    assert [p.code for p in problems] == ["return.damaged"]
    assert said(problems)[0].endswith("This is no return, or it is damaged. Ask for it again.")


def test_the_place_of_damage_is_named():
    plain = json.loads(return_file.to_bytes(returned()))
    plain["rounds"][0]["dimensions"][0]["value"] = 7
    (problem,) = problems_of(return_file.from_bytes, json.dumps(plain).encode(), "r.json")
    assert problem.place == "rounds › 0 › dimensions › 0 › value"


def test_a_return_of_a_newer_version_says_which_to_ask_for():
    data = b'{"place": "x", "format": 2, "written_by": "selfassess 9"}'
    (problem,) = problems_of(return_file.from_bytes, data, "r.json")
    assert (problem.code, problem.facts) == ("return.newer", {"written_by": "selfassess 9"})


def test_what_is_too_large_is_not_read():
    data = b" " * (return_file.SIZE_LIMIT + 1)
    assert [p.code for p in problems_of(return_file.from_bytes, data, "r")] == ["file.too-large"]


def test_signs_that_turn_the_writing_round_are_taken_out():
    plain = json.loads(return_file.to_bytes(returned()))
    plain["texts"] = [{"kind": "story", "text": "one\u202etwo"}]
    read = return_file.from_bytes(json.dumps(plain, ensure_ascii=False).encode(), "r")
    assert read.texts[0].text == "onetwo"


def test_a_mark_at_the_beginning_of_the_file_does_no_harm():
    data = b"\xef\xbb\xbf" + return_file.to_bytes(returned())
    assert return_file.from_bytes(data, "r") == returned()
