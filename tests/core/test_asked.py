import pytest

from selfassess.core.asked import Asked, asked_in, is_must_have
from tests.core.worlds import module, world

TOPICS = {
    "LE1": "shared",
    "PU1": "shared",
    "PU2": "shared in:standard",
    "PU3": "shared in:full",
    "LE2": "one in:full",
}
FIRST = module("first", ("other",), {"XA1": ("leadership", "each"), "XA2": ("purpose", "one")})
SECOND = module("second", ("fraud-debt",), {"XB1": ("purpose", "shared")})


def asked(set_: str = "full", *modules: str) -> Asked:
    assessment, content = world(TOPICS, {"council": {}}, modules=(FIRST, SECOND), set=set_)
    wanted = tuple(m for m in assessment.latest.modules if m.id in modules)
    return asked_in(
        assessment.latest.changed(modules=wanted), content.questionnaire, content.modules
    )


@pytest.mark.parametrize(
    ("set_", "expected"),
    [
        ("short", ["PU1", "LE1"]),
        ("standard", ["PU1", "PU2", "LE1"]),
        ("full", ["PU1", "PU2", "PU3", "LE1", "LE2"]),
    ],
)
def test_the_chosen_set_holds_the_smaller_ones_in_walk_order(set_, expected):
    assert [t.id for t in asked(set_).chosen] == expected


def test_modules_that_the_round_has_add_their_topics_after_the_chosen_set():
    both = asked("short", "first", "second")
    assert [m.id for m in both.modules] == ["first", "second"]
    assert [t.id for t in both.topics] == ["PU1", "LE1", "XA1", "XA2", "XB1"]


def test_modules_that_the_round_does_not_have_add_nothing():
    assert [t.id for t in asked("short", "second").topics] == ["PU1", "LE1", "XB1"]
    assert asked("short").added == ()


def test_on_the_walk_module_topics_stand_after_those_of_their_dimension():
    both = asked("short", "first", "second")
    assert [t.id for t in both.walk] == ["PU1", "XA2", "XB1", "LE1", "XA1"]
    purpose = both.questionnaire.dimensions[0]
    assert [t.id for t in both.under(purpose)] == ["PU1", "XA2", "XB1"]


def test_every_topic_asked_has_its_dimension():
    both = asked("short", "first")
    assert both.dimension_of["PU1"] == "purpose"
    assert both.dimension_of["XA1"] == "leadership"


@pytest.mark.parametrize(
    ("said", "high_risk", "safety", "expected"),
    [
        ("shared", True, True, False),
        ("shared must", False, False, True),
        ("shared must:Vision,if:high_risk", True, False, True),
        ("shared must:Vision,if:high_risk", False, True, False),
        ("shared must:Vision,if:safety_at_stake", False, True, True),
        ("shared must:Vision,if:safety_at_stake", True, False, False),
    ],
)
def test_a_must_have_can_depend_on_what_is_shared(said, high_risk, safety, expected):
    assessment, content = world(
        {"PU1": said}, {"council": {}}, high_risk=high_risk, safety_at_stake=safety
    )
    (topic,) = content.questionnaire.dimensions[0].topics
    assert is_must_have(topic, assessment.latest) is expected
