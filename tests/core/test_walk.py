import pytest

from selfassess.core.asked import asked_in
from selfassess.core.walk import (
    Progress,
    answer_of,
    answers_of,
    first_open,
    following,
    preceding,
    progress,
)
from tests.core.worlds import module, world

EXTRA = module("extra", ("other",), {"XX1": ("purpose", "shared")})
TOPICS = {"PU1": "shared", "PU2": "shared", "LE1": "shared", "LE2": "shared in:full"}


def here(said: dict[str, str], set_: str = "short"):
    assessment, content = world(TOPICS, {"council": said}, modules=(EXTRA,), set=set_)
    round_ = assessment.latest
    return asked_in(round_, content.questionnaire, content.modules), round_


def test_what_a_person_said_is_found_by_topic():
    _asked, round_ = here({"PU1": "3 4", "LE1": "dk"})
    assert answer_of(round_, "council-1", "PU1").level == 4
    assert answer_of(round_, "council-1", "LE1") is None
    assert {t: a.level for t, a in answers_of(round_, "council-0").items()} == {
        "PU1": 3,
        "LE1": "dk",
    }


def test_progress_counts_levels_dont_knows_and_doesnt_applies_but_no_blanks():
    asked, round_ = here({"PU1": "3", "PU2": "-", "LE1": "dk", "XX1": "na"})
    assert progress(asked, round_, "council-0") == Progress(answered=3, dont_know=1, asked=4)


def test_progress_leaves_out_what_is_not_asked():
    asked, round_ = here({"LE2": "3"})
    assert progress(asked, round_, "council-0").answered == 0
    asked, round_ = here({"LE2": "3"}, "full")
    assert progress(asked, round_, "council-0").answered == 1


def test_the_walk_goes_dimension_by_dimension_with_module_topics_in_it():
    asked, _round = here({})
    assert following(asked, "PU2") == "XX1"
    assert following(asked, "XX1") == "LE1"
    assert preceding(asked, "LE1") == "XX1"


def test_the_walk_has_two_ends():
    asked, _round = here({})
    assert following(asked, "LE1") is None
    assert preceding(asked, "PU1") is None


@pytest.mark.parametrize(
    ("answered", "expected"),
    [([], "PU1"), (["PU1"], "PU2"), (["PU1", "PU2"], "XX1"), (["PU1", "PU2", "XX1", "LE1"], None)],
)
def test_the_first_open_question_is_the_first_of_the_walk_without_an_answer(answered, expected):
    asked, _round = here({})
    assert first_open(asked, answered) == expected
