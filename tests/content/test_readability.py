"""No topic is harder to read than the rules allow; other texts report how hard they are."""

from statistics import fmean

import pytest

from selfassess.core.text import Text
from tests.content.parts import all_topics, script

readability = script("readability")


@pytest.fixture(scope="module")
def figures(content):
    return readability.figures(content)


def test_no_topic_is_too_hard(content, figures):
    topics = [one for of_file in figures.values() for one in of_file if one.topic]
    assert len(topics) == len(all_topics(content))
    assert [(one.id, round(one.age, 1)) for one in topics if one.age > readability.HARDEST] == []


def test_other_texts_report_how_hard_they_are(figures, record_property):
    for name, of_file in figures.items():
        ages = [one.age for one in of_file]
        mean, (hardest, *_others) = fmean(ages), sorted(of_file, key=lambda one: -one.age)
        record_property(name, f"mean {mean:.1f}, hardest {hardest.age:.1f} ({hardest.id})")
        assert mean <= readability.HARDEST, name


def test_words_of_the_glossary_count_as_two_syllables():
    texts = (Text.model_validate("Every organisation’s information safeguarding officers agree."),)
    measured = readability.figure("x", Text.model_validate("X"), texts)
    assert measured.syllables == pytest.approx((2 + 2 + 2 + 2 + 2 + 1) / 6)
    assert measured.words == 6


def test_a_topic_that_is_too_hard_is_marked():
    long = (
        "Institutional considerations notwithstanding, multidisciplinary collaboration necessitates"
    )
    texts = (Text.model_validate(f"{long} comprehensive, proportionate and accountable oversight"),)
    measured = readability.figure("x", Text.model_validate("X"), texts, topic=True)
    assert measured.too_hard
    assert any(line.endswith("too hard") for line in readability.table("f", [measured]))
