import pytest

from selfassess import paths
from selfassess.core.codes import PatternId
from selfassess.core.prompts import NO_PROMPTS
from selfassess.files import content_check
from selfassess.files.prompts_file import prompts_in
from selfassess.files.yaml_reader import parse
from tests.files.values import problems_of, said
from tests.shipped import shipped

FILE = paths.QUESTIONNAIRES / "prompts.yaml"
PATTERNS = "".join(
    f"- {{id: {id_}, name: So, reading: {{say: Clear?}}, then: [{{say: Why?, how: Ask.}}]}}\n"
    for id_ in PatternId
)
BOOK = "id: prompts\nversion: 1.0.0\npatterns:\n" + PATTERNS


def book_in(text: str):
    return prompts_in(parse(text.encode(), "prompts.yaml"))


def test_the_built_in_book_has_prompts_for_every_pattern_and_a_warm_up():
    book = shipped().prompts
    assert [one.id for one in book.patterns] == list(PatternId)
    assert book.warm_up is not None
    assert len(book.before) >= 2
    assert book.of(PatternId.TWO_GROUPS).then
    assert NO_PROMPTS.of(PatternId.TWO_GROUPS) is None


def test_nothing_is_wrong_with_the_built_in_book():
    assert content_check.check_files((FILE,)) == ()


def test_the_first_prompt_always_asks_something():
    asks = ("?", "“it happens every day”", "Read it once more.")
    for pattern in shipped().prompts.patterns:
        assert any(end in pattern.reading.say.say() for end in asks), pattern.id


def test_a_pattern_without_prompts_is_a_problem():
    problems = problems_of(book_in, BOOK.replace("- {id: all-top,", "- {id: all-same,", 1))
    assert said(problems) == [
        "prompts.yaml:4:1: There are no prompts for all-top. Every pattern needs some.",
        "prompts.yaml:25:8: “all-same” is here again; it is on line 21 too. Rename one of them.",
    ]


def test_a_misspelt_field_is_a_problem_with_the_likely_one():
    text = BOOK.replace("{say: Why?, how: Ask.}", '{say: "{lowst}, why?"}', 1)
    (problem,) = problems_of(book_in, text)
    assert problem.code == "content.unknown-field"
    assert problem.facts["near"] == "lowest"


def test_a_misspelt_field_is_found_in_every_language():
    text = BOOK.replace("say: Why?", 'say: {en: Why?, cy: "{uchaf}?"}', 1)
    assert [p.code for p in problems_of(book_in, text)] == ["content.unknown-field"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BOOK.replace("id: all-top", "id: all-topp"),
            ["content.pattern-missing", "schema.not-allowed"],
        ),
        (BOOK.replace("then: [{say: Why?, how: Ask.}]", "then: []", 1), ["schema.too-few"]),
        (BOOK.replace("reading: {say: Clear?}, ", "", 1), ["schema.missing"]),
        ("id: prompts\nversion: 1\npatterns: []\n", ["content.pattern-missing"]),
    ],
)
def test_what_does_not_fit_is_told(text, expected):
    codes = [problem.code for problem in problems_of(book_in, text)]
    assert [code for code in codes if code in expected] == expected
