import pytest

from selfassess.files.confidence_file import confidence_in, read_confidence
from selfassess.files.yaml_reader import parse
from tests.files.values import problems_of, said, written

CHECK = """\
id: staff
version: 1.0.0
title: How sure are you?
intro: Be honest.
stem: How sure are you that…
scale: {lowest: Not sure, highest: Sure}
items:
- {id: may, title: When I may, text: you may?}
- {id: must, title: When I must, text: you must?}
open_question: What would help?
"""


def check_in(text: str):
    return confidence_in(parse(text.encode(), "check.yaml"))


def test_the_built_in_check_asks_about_ten_things_and_one_open_question():
    check = read_confidence()
    assert 8 <= len(check.items) <= 12
    assert check.open_question.say().endswith("?")
    assert "Do not write your name" in check.intro.say()


def test_a_check_is_read_from_where_it_lies(tmp_path):
    path = written(tmp_path / "check.yaml", CHECK)
    assert [item.id for item in read_confidence(path).items] == ["may", "must"]


def test_an_item_that_stands_twice_is_a_problem():
    problems = problems_of(check_in, CHECK.replace("id: must", "id: may"))
    assert said(problems) == [
        "check.yaml:9:8: “may” is here again; it is on line 8 too. Rename one of them."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CHECK.replace("stem:", "stam:"), ["schema.unknown-key"]),
        (CHECK + "more: x\n", ["schema.unknown-key"]),
        (CHECK.replace("open_question: What would help?\n", ""), ["schema.missing"]),
        (CHECK[: CHECK.index("- {id")] + "open_question: What?\n", ["schema.empty"]),
        (
            CHECK.replace(
                "- {id: may,",
                "".join(f"- {{id: i{n}, title: x, text: x}}\n" for n in range(12)) + "- {id: may,",
            ),
            ["schema.too-many"],
        ),
    ],
)
def test_what_does_not_fit_is_told(text, expected):
    assert [problem.code for problem in problems_of(check_in, text)] == expected
