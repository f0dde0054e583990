"""The main questionnaire is as the rules and the instruments say."""

import re
from collections import Counter

import pytest

from selfassess.core.codes import DIMENSIONS, Flag, Mode, Set, Step
from tests.content.parts import all_topics, main_topics

GROUPS = {
    "why": "purpose leadership",
    "people": "culture capability communication",
    "rules": "legal governance transparency security",
    "means": "data technology process resources",
    "learning": "evaluation",
}
COUNTS_FROM = {
    Step.VISION: "purpose leadership",
    Step.SCOPING: "culture communication resources",
    Step.DESIGN: "legal governance transparency security data capability",
    Step.PRE_IMPLEMENTATION: "technology process",
    Step.IMPLEMENTATION: "evaluation",
}
MODES = {
    "PU": "SSESE",
    "LE": "EOSSE",
    "CU": "SESSS",
    "CA": "EEESO",
    "CO": "SSEEE",
    "LA": "EEEES",
    "GO": "SESSS",
    "TR": "ESSSS",
    "SE": "EESSO",
    "DA": "EESSE",
    "TE": "SESSE",
    "PR": "ESSSS",
    "RE": "SESSS",
    "EV": "SSSSS",
}
"""Topics 1 to 5 of each dimension: shared, each or one."""

SHORT = (
    "PU1 PU2 LE1 LE2 CU1 CU2 CA1 CA3 LA1 LA2 GO1 GO2 GO4 TR1 TR2 DA2 DA3 TE1 TE2 SE1 SE3 RE1 RE2"
    " PR1 PR2 PR3 CO1 CO2 EV1 EV3"
)
MUST_HAVES = {
    "PU1": (Step.VISION, None),
    "LA1": (Step.DESIGN, None),
    "LA2": (Step.DESIGN, None),
    "GO2": (Step.DESIGN, None),
    "GO4": (Step.DESIGN, Flag.HIGH_RISK),
    "TR1": (Step.DESIGN, None),
    "SE1": (Step.DESIGN, None),
    "CA1": (Step.IMPLEMENTATION, None),
    "SE3": (Step.IMPLEMENTATION, None),
    "PR3": (Step.IMPLEMENTATION, Flag.SAFETY_AT_STAKE),
}
LADDER = re.compile(r"\b(some|many|most)\b", re.IGNORECASE)


def test_the_fourteen_dimensions_stand_in_walk_order_under_their_groups(content):
    dimensions = content.questionnaire.dimensions
    assert tuple(dimension.id for dimension in dimensions) == DIMENSIONS
    assert [group.id for group in content.questionnaire.groups] == list(GROUPS)
    assert {d.id: d.group for d in dimensions} == {
        id_: group for group, ids in GROUPS.items() for id_ in ids.split()
    }


def test_each_dimension_counts_from_its_step(content):
    assert {d.id: d.counts_from for d in content.questionnaire.dimensions} == {
        id_: step for step, ids in COUNTS_FROM.items() for id_ in ids.split()
    }


def test_each_dimension_has_five_topics_under_its_own_letters(content):
    for dimension, letters in zip(content.questionnaire.dimensions, in_walk_order(), strict=True):
        assert [topic.id for topic in dimension.topics] == [f"{letters}{n}" for n in range(1, 6)]


def in_walk_order() -> list[str]:
    return ["PU", "LE", "CU", "CA", "CO", "LA", "GO", "TR", "SE", "DA", "TE", "PR", "RE", "EV"]


@pytest.mark.parametrize(("chosen", "count"), [(Set.SHORT, 30), (Set.STANDARD, 50), (Set.FULL, 70)])
def test_each_set_has_its_number_of_topics(content, chosen, count):
    assert sum(chosen.holds(topic.set) for topic in main_topics(content)) == count


def test_the_short_set_is_the_one_of_the_instruments(content):
    short = {topic.id for topic in main_topics(content) if topic.set is Set.SHORT}
    assert short == set(SHORT.split())


def test_the_modes_are_those_of_the_instruments(content):
    letters = {Mode.SHARED: "S", Mode.EACH: "E", Mode.ONE: "O"}
    said: dict[str, str] = {}
    for topic in main_topics(content):
        said[topic.id[:2]] = said.get(topic.id[:2], "") + letters[topic.mode]
    assert said == MODES


def test_there_are_exactly_ten_must_haves_each_with_its_step_and_flag(content):
    said = {
        topic.id: (topic.must_have.from_, topic.must_have.only_if)
        for topic in all_topics(content)
        if topic.must_have
    }
    assert said == MUST_HAVES


def test_the_short_set_holds_every_must_have(content):
    assert set(MUST_HAVES) <= set(SHORT.split())


def test_no_level_is_described_like_another(content):
    said = Counter(plain(level) for topic in all_topics(content) for level in topic.levels)
    assert [text for text, count in said.items() if count > 1] == []


def plain(text) -> str:
    return " ".join(text.say().split()).casefold().rstrip(".")


def test_no_ladder_goes_by_some_many_most(content):
    found = [
        (topic.id, number, level.say())
        for topic in all_topics(content)
        for number, level in enumerate(topic.levels, start=1)
        if LADDER.search(level.say())
    ]
    assert found == []


def test_every_question_asks_one_thing_and_never_for_agreement(content):
    for topic in all_topics(content):
        question = topic.question.say()
        assert question.count("?") == 1, topic.id
        assert question.endswith("?"), topic.id
        assert not re.search(r"\b(agree that|do you agree)\b", question, re.IGNORECASE), topic.id


def test_a_question_that_each_partner_answers_speaks_of_the_own_organisation(content):
    for topic in all_topics(content):
        own = "your organisation" in topic.question.say().casefold()
        assert own == (topic.mode is Mode.EACH), topic.id


def test_every_topic_has_what_a_reader_needs(content):
    for topic in all_topics(content):
        assert len(topic.title.say().split()) <= 6, topic.id
        assert 2 <= len(topic.evidence) <= 4, topic.id
        assert topic.ask, topic.id
        assert topic.guidance, topic.id
        assert topic.provenance, topic.id
