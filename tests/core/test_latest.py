import random

from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core import edits, scoring
from selfassess.core.latest import Latest
from selfassess.core.results import work_out
from tests import builders


def test_what_comes_of_the_same_things_is_worked_out_once():
    latest, times = Latest(3), []

    def work_it_out():
        times.append(1)
        return "made"

    assert latest.of("key", (1, "a"), work_it_out) == "made"
    assert latest.of("key", (1, "a"), work_it_out) == "made"
    assert len(times) == 1


def test_what_comes_of_other_things_is_worked_out_anew():
    latest = Latest(3)
    assert latest.of("key", (1,), lambda: "first") == "first"
    assert latest.of("key", (2,), lambda: "second") == "second"
    assert latest.of("other", (2,), lambda: "third") == "third"


def test_no_more_is_kept_than_was_asked_for():
    latest = Latest(2)
    for key in range(10):
        latest.of(key, (), lambda: "made")
    assert latest.of(0, (), lambda: "anew") == "anew"


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_scores_after_many_answers_are_those_worked_out_from_nothing(seed):
    chance = random.Random(seed)
    value, content = builders.assessment(answers="PU1=3 PU2=2"), builders.content()
    topics = [
        topic.id for dimension in content.questionnaire.dimensions for topic in dimension.topics
    ]
    for _time in range(5):
        person = chance.choice(value.respondents).id
        said = chance.choice((1, 3, 5, "dk", "na"))
        value = edits.say(value, person, chance.choice(topics), said)
        if chance.random() < 0.2:
            value = edits.change_round(value, high_risk=chance.random() < 0.5)
        kept = work_out(value, content).topics
    scoring._SCORES = Latest(1_000)
    assert work_out(value, content).topics == kept
