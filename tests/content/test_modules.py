"""The modules fit the main questionnaire and the policy areas that bring them."""

from collections import Counter

from selfassess.core.codes import DIMENSIONS, POLICY_AREAS
from tests.content.parts import all_topics

AREAS = {
    "children-and-families": "safeguarding-children troubled-families early-years",
    "domestic-abuse": "domestic-abuse",
    "emergencies": "emergency-resilience",
    "gangs-and-serious-violence": "gangs-youth-violence offender-management",
    "health-and-social-care": "health-social-care safeguarding-adults public-health",
    "homelessness": "housing-homelessness",
    "mental-health-crisis": "mental-health",
    "welfare-and-debt": "welfare-employment fraud-debt",
}


def test_each_module_is_brought_by_its_policy_areas(content):
    said = {module.id: set(module.policy_areas) for module in content.modules}
    assert said == {id_: set(areas.split()) for id_, areas in AREAS.items()}
    assert set().union(*said.values()) <= set(POLICY_AREAS)


def test_no_policy_area_brings_two_modules(content):
    areas = Counter(area for module in content.modules for area in module.policy_areas)
    assert set(areas.values()) == {1}


def test_a_module_adds_three_to_five_topics_and_barriers_of_its_own(content):
    for module in content.modules:
        assert 3 <= len(module.topics) <= 5, module.id
        assert content.module_barriers[module.id], module.id
        assert {topic.dimension for topic in module.topics} <= set(DIMENSIONS), module.id


def test_no_two_topics_have_the_same_id(content):
    ids = Counter(topic.id for topic in all_topics(content))
    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_no_module_topic_is_a_must_have(content):
    assert not [t.id for module in content.modules for t in module.topics if t.must_have]
