from selfassess.core import workshop
from selfassess.core.results import work_out
from selfassess.core.room import first_open, next_open, proposal, suggested, with_topic
from tests.core import worlds

TOPICS = {"PU1": "shared must", "PU2": "shared", "LE1": "shared", "CU1": "shared"}
SAID = {
    "council": {"PU1": "4", "PU2": "1", "LE1": "3", "CU1": "2"},
    "police": {"PU1": "4", "PU2": "4", "LE1": "3", "CU1": "5"},
}


def offered(**plan):
    assessment, content = worlds.world(TOPICS, SAID)
    if plan:
        assessment = workshop.plan(assessment, **plan)
    return proposal(work_out(assessment, content))


def ids(topics):
    return [one.id for one in topics]


def test_without_a_plan_the_agenda_is_the_plan():
    made = offered()
    assert ids(made.chosen) == ["PU2", "CU1"]
    assert all(one.item for one in made.chosen)
    assert ids(made.rest) == []
    assert ids(made.other) == ["PU1", "LE1"]
    assert made.room == 14


def test_with_less_time_the_rest_is_pre_work():
    made = offered(minutes=10)
    assert made.room == 1
    assert ids(made.chosen) == ["PU2"]
    assert ids(made.rest) == ["CU1"]


def test_a_chosen_topic_keeps_its_place_and_may_have_no_reason():
    made = offered(topics=("LE1", "PU2", "XX9", "LE1"))
    assert ids(made.chosen) == ["LE1", "PU2"]
    assert made.chosen[0].item is None
    assert ids(made.rest) == ["CU1"]
    assert ids(made.other) == ["PU1"]


def test_what_is_suggested_follows_the_minutes():
    assessment, content = worlds.world(TOPICS, SAID)
    results = work_out(assessment, content)
    assert suggested(results, 10) == ("PU2",)
    assert suggested(results, 120) == ("PU2", "CU1")


def test_the_next_open_topic_comes_round_to_those_left_out():
    assessment, content = worlds.world(TOPICS, SAID, agreed={"PU2": 3})
    chosen = ("LE1", "PU2", "CU1", "PU1")
    topics = proposal(work_out(workshop.plan(assessment, topics=chosen), content)).chosen
    assert [one.settled for one in topics] == [False, True, False, False]
    assert next_open(topics, "LE1") == "CU1"
    assert next_open(topics, "PU1") == "LE1"
    assert next_open(topics, "not there") == "LE1"
    assert first_open(topics) == "LE1"


def test_when_all_is_settled_nothing_is_next():
    assessment, content = worlds.world(TOPICS, SAID, agreed={"PU2": 3, "CU1": "none"})
    topics = proposal(work_out(workshop.plan(assessment, topics=("PU2", "CU1")), content)).chosen
    assert next_open(topics, "PU2") is None
    assert first_open(topics) == "PU2"
    assert first_open(()) is None


def test_a_topic_can_be_added_to_the_room_once():
    assessment, content = worlds.world(TOPICS, SAID)
    results = work_out(assessment, content)
    assert with_topic(results, "LE1") == ("PU2", "CU1", "LE1")
    assert with_topic(results, "PU2") == ("PU2", "CU1")
