from typing import Annotated, Literal

import pytest
from pydantic import Field

from selfassess.core.barriers import Barrier, Condition, Pattern, Sign
from selfassess.core.guidance import GuidanceNote
from selfassess.core.questionnaire import Topic
from selfassess.core.value import Value
from selfassess.files import yaml_reader
from selfassess.files.validation import nearest, unknown, validate
from tests.files.values import problems_of, said, spots

TOPIC = """\
id: PU1
title: Purpose
question: Why?
levels: [a, b, c, d, e]
mode: shared
must_have: {from: Vision, only_if: high_risk}
set: short
why: Because.
good: Good.
"""


class Small(Value):
    count: Annotated[int, Field(ge=2)] = 2
    word: Annotated[str, Field(pattern="^x$")] = "x"
    level: Literal[1, 2] | Literal["dk"] | None = None


def problems(model, text: str):
    return problems_of(validate, model, yaml_reader.parse(text.encode(), "f.yaml"))


def only(model, text: str) -> str:
    (sentence,) = said(problems(model, text))
    return sentence


def test_what_fits_becomes_a_value():
    document = yaml_reader.parse(b"- {topic: PU1, at_or_below: 2}", "f")
    assert validate(Sign, document, (0,)) == Sign(topic="PU1", at_or_below=2)


def test_everything_that_does_not_fit_is_told_in_the_order_of_the_file():
    text = """\
id: PU11
titel: Purpose
question: {en: 4, cy: x}
levels: [a, b, c]
mode: shred
must_have: {from: Visio, only_iff: high_risk}
set:
why: {cy: x}
evidence: abc
provenance: [x, 1]
"""
    assert spots(problems(Topic, text)) == [
        ("schema.missing", 1, 1),
        ("schema.topic-id", 1, 5),
        ("schema.unknown-key", 2, 1),
        ("schema.quotes-missing", 3, 16),
        ("schema.too-few", 4, 9),
        ("schema.not-allowed", 5, 7),
        ("schema.not-allowed", 6, 19),
        ("schema.unknown-key", 6, 26),
        ("schema.empty", 7, 1),
        ("schema.english-missing", 8, 6),
        ("schema.not-list", 9, 11),
        ("schema.quotes-missing", 10, 17),
    ]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("mode: shared", "mode: shred", "f.yaml:5:7: “shred” is no value for “mode”. Did you"),
        ("mode: shared", "mode: 7", "f.yaml:5:7: “7” is no value for “mode”. Write one of: sha"),
        ("good: Good.", "goof: x", "f.yaml:9:1: “goof” is no field here. Did you mean “good”?"),
        ("title: Purpose", "title: [a]", "f.yaml:2:8: “title” must be a text. Write one."),
        ("c, d, e]", "c, d, e, f]", "f.yaml:4:9: “levels” has 6 items and may have 5. Take"),
        ("{from: Vision, only_if: high_risk}", "yes", "f.yaml:6:12: “must_have” must hold named"),
    ],
)
def test_a_fault_in_a_topic_says_what_to_do(before, after, sentence):
    assert only(Topic, TOPIC.replace(before, after)).startswith(sentence)


def test_a_field_under_a_misspelt_name_is_not_called_missing_too():
    assert spots(problems(Topic, TOPIC.replace("good:", "goood:"))) == [
        ("schema.unknown-key", 9, 1)
    ]


def test_a_field_may_have_any_name_and_is_still_found():
    assert spots(problems(Topic, TOPIC + "other_source[s: x")) == [("schema.unknown-key", 10, 1)]


def test_all_missing_fields_of_one_thing_are_one_problem():
    assert only(Topic, "id: PU1\ntitle: x\nlevels: [a, b, c, d, e]\nset: full\nwhy: x\n") == (
        "f.yaml:1:1: Missing here: question, mode, good. Add what is missing."
    )


def test_fields_of_things_inside_lists_are_known():
    text = "id: a\nname: x\ndescription: x\ndimension: legal\nkind: means\nreach: local\n"
    text += "first_steps: []\nsigns:\n- {topic: PU1, at_or_below: 2, weigth: 3}\n"
    text += "patterns:\n- id: p\n  says: x\n  signs: [{topic: PU1, at_or_below: 2}]\n  when:\n"
    text += "  - {topic: PU1, organisation: {sector: [health], at_most: 2}}\n  - {topic: PU1}\n"
    assert said(problems(Barrier, text)) == [
        "f.yaml:9:32: “weigth” is no field here. Did you mean “weight”?",
        "f.yaml:15:33: “sector” is no field here. Did you mean “sectors”?",
        (
            "f.yaml:16:5: A condition must say exactly one thing about its topic."
            " Split it into several."
        ),
    ]


def test_a_list_that_lacks_items_says_how_many_it_needs():
    text = "id: p\nsays: x\nsigns: []\nwhen: []"
    assert said(problems(Pattern, text)) == [
        "f.yaml:3:8: “signs” has 0 items and needs 1. Add what is missing.",
        "f.yaml:4:7: “when” has 0 items and needs 1. Add what is missing.",
    ]


def test_numbers_say_what_they_must_be():
    assert only(Sign, "{topic: PU1, at_or_below: 9}").endswith("Write one of: 1, 2, 3, 4, 5.")
    assert "Write 2 without quotes" in only(Sign, "{topic: PU1, at_or_below: '2'}")
    assert "must be more than 0" in only(Sign, "{topic: PU1, at_or_below: 2, weight: 0}")
    assert "must be a number" in only(Sign, "{topic: PU1, at_or_below: 2, weight: many}")
    assert "must be at least 2" in only(Small, "count: 1")


def test_what_a_choice_of_kinds_allows_is_told_once():
    assert only(Small, "level: maybe").endswith("Write one of: 1, 2, dk.")


def test_dates_and_truth_say_what_they_must_be():
    text = (
        "{id: a, title: x, text: x, kind: law, nations: [], checked: DATE, certainty: certain,"
        " recheck: TRUTH, source: {title: a, publisher: b, url: c}}"
    )
    good = text.replace("DATE", "2026-01-02").replace("TRUTH", "true")
    assert problems(GuidanceNote, good) == []
    assert "must be a date" in only(GuidanceNote, good.replace("2026-01-02", "2026-13-02"))
    assert "must be a date" in only(GuidanceNote, good.replace("2026-01-02", "20261302"))
    assert "Write true or false" in only(GuidanceNote, good.replace("true", "perhaps"))


def test_a_file_that_holds_something_else_altogether_says_so():
    assert only(Topic, "just words") == (
        "f.yaml:1:1: The file must hold named fields, such as “name: …”. Write them."
    )


def test_a_rule_that_has_no_sentence_of_ours_is_told_in_its_own_words():
    assert "String should match pattern" in only(Small, "word: y")
    assert problems(Condition, "{topic: PU1, at_least: 3}") == []


def test_the_nearest_word_is_found_whatever_its_capitals():
    assert nearest("CONSENT-BY-HABITT", ["consent-by-habit", "other"]) == {
        "near": "consent-by-habit"
    }
    assert nearest("xyz", ["consent-by-habit"]) == {}


def test_a_word_that_is_part_of_just_one_other_is_taken_for_it():
    assert nearest("gangs", ["gangs-youth-violence", "other"]) == {"near": "gangs-youth-violence"}
    assert nearest("north", ["north-east-of-the-county", "north-west-of-the-county"]) == {}
    assert nearest("gan", ["gangs-youth-violence"]) == {}


def test_a_short_list_of_allowed_words_is_told_and_a_long_one_is_not():
    assert unknown("x", ["a", "b"]) == {"said": "x", "allowed": "a, b"}
    assert unknown("x", map(str, range(40))) == {"said": "x"}
    assert unknown("x", []) == {"said": "x"}
