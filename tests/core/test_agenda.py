import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core.agenda import Agenda, Why, agenda, apart, room_for
from tests.core.worlds import module, results

WHERE = {f"PU{n}": "shared" for n in range(1, 8)}


def listed(topics: dict[str, str], said: dict[str, dict[str, str]], **facts: object) -> Agenda:
    found = results(topics, said, **facts)
    return agenda(found.round, found.topics)


def order(topics: dict[str, str], said: dict[str, dict[str, str]], **facts: object) -> list[str]:
    return [item.topic.id for item in listed(topics, said, **facts).items]


def strong(topics: dict[str, str], said: dict[str, dict[str, str]], **facts: object) -> list[str]:
    found = results(topics, said, **facts).strengths
    return [] if found.nearest else [topic.id for topic in found.topics]


def partners(**by_topic: str) -> dict[str, dict[str, str]]:
    """`PU1="4 2"`: the first partner says 4, the second 2."""
    split = {topic: said.split() for topic, said in by_topic.items()}
    count = max(len(said) for said in split.values())
    return {
        f"o{place}": {topic: said[place] for topic, said in split.items() if place < len(said)}
        for place in range(count)
    }


# strengths

TWO = {"PU1": "shared", "PU2": "shared"}


def test_a_topic_at_4_that_views_agree_on_is_a_strength():
    assert strong(TWO, partners(PU1="4 4", PU2="3 3")) == ["PU1"]


def test_below_4_there_is_no_strength():
    assert strong(TWO, partners(PU1="4 3", PU2="3 3"), evidence={"PU1": "working"}) == []


def test_a_topic_whose_dont_knows_could_bring_it_below_3_is_no_strength():
    said = {"council": {"PU1": "4 dk", "PU2": "3"}}
    found = results(TWO, said, evidence={"PU1": "working"})
    assert (found.topic("PU1").value, found.topic("PU1").low) == (4, 2.5)
    assert found.strengths.nearest


def test_a_low_bound_of_3_is_enough_for_a_strength():
    assert strong(TWO, {"council": {"PU1": "5 5 dk", "PU2": "3"}}) == ["PU1"]
    assert strong(TWO, {"council": {"PU1": "5 dk", "PU2": "3"}}) == ["PU1"]


def test_split_views_are_a_strength_only_with_evidence():
    split = partners(PU1="5 5 1", PU2="3 3 3")
    assert results(TWO, split).topic("PU1").consensus < 0.65
    assert strong(TWO, split) == []
    assert strong(TWO, split, evidence={"PU1": "document"}) == ["PU1"]


def test_an_agreed_level_without_views_is_no_strength():
    said = {"council": {"PU1": "dk", "PU2": "3"}}
    assert strong(TWO, said, agreed={"PU1": 5}) == []


def test_a_dimension_that_rests_on_one_question_gives_no_strength():
    topics = {"PU1": "shared", "LE1": "shared", "LE2": "shared"}
    assert strong(topics, partners(PU1="5", LE1="4", LE2="4")) == ["LE1", "LE2"]


def test_strengths_are_at_most_five_in_walk_order():
    said = partners(**{f"PU{n}": "4" if n < 7 else "5" for n in range(1, 8)})
    assert strong(WHERE, said) == ["PU1", "PU2", "PU3", "PU4", "PU5"]


def test_module_topics_are_no_strengths():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    assert strong(TWO, partners(PU1="4", PU2="4", XX1="5"), modules=(extra,)) == ["PU1", "PU2"]


def test_without_a_strength_the_highest_three_are_nearest():
    found = results(WHERE, partners(PU1="1", PU2="3", PU3="2", PU4="3", PU5="2", PU6="dk"))
    assert found.strengths.nearest
    assert [t.id for t in found.strengths.topics] == ["PU2", "PU4", "PU3"]


def test_without_an_answer_nothing_is_nearest_to_a_strength():
    found = results(TWO, {"council": {}}).strengths
    assert (found.topics, found.nearest) == ((), True)


# agenda


def test_a_must_have_that_bites_and_is_not_met_comes_first():
    topics = {"PU1": "shared", "PU2": "shared must"}
    found = listed(topics, partners(PU1="5 1", PU2="2 2"))
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("PU2", Why.MUST_HAVE),
        ("PU1", Why.APART),
    ]


def test_a_must_have_of_the_next_step_that_is_not_met_is_of_the_first_class_too():
    topics = {"PU1": "shared", "LA1": "each must:Scoping", "GO2": "each must:Design and plan"}
    found = listed(topics, partners(PU1="5 1", LA1="3 dk", GO2="2 2"))
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("LA1", Why.MUST_HAVE),
        ("PU1", Why.APART),
    ]


def test_a_must_have_that_is_met_is_on_the_agenda_only_for_another_reason():
    topics = {"PU1": "shared must", "PU2": "shared must"}
    found = listed(topics, partners(PU1="3 3 5", PU2="3 3 3"))
    assert [(i.topic.id, i.why) for i in found.items] == [("PU1", Why.APART)]


def test_must_haves_stand_in_walk_order():
    topics = {"PU1": "shared must", "LE1": "each must", "LA1": "each must"}
    assert order(topics, partners(PU1="2", LE1="1", LA1="1")) == ["PU1", "LE1", "LA1"]


def test_partners_furthest_apart_come_first():
    said = partners(PU1="2 4", PU2="1 5", PU3="2 3", PU4="1 4")
    found = listed(dict.fromkeys(said["o0"], "shared"), said)
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("PU2", Why.APART),
        ("PU4", Why.APART),
        ("PU1", Why.APART),
    ]


def test_partners_stand_apart_by_their_levels_not_by_their_peoples():
    said = {"council": {"PU1": "1 5"}, "police": {"PU1": "4"}}
    found = listed({"PU1": "shared"}, said)
    assert apart(found.items[0].topic) == 1
    assert found.items[0].why is Why.SPLIT
    assert apart(results({"PU1": "shared"}, {"council": {}}).topic("PU1")) == 0


def test_low_consensus_comes_next_lowest_first():
    said = {"council": {"PU1": "2 4", "PU2": "1 5", "PU3": "3"}}
    found = listed({"PU1": "shared", "PU2": "shared", "PU3": "shared"}, said)
    assert [(i.topic.id, i.why) for i in found.items] == [("PU2", Why.SPLIT), ("PU1", Why.SPLIT)]


def test_dont_knows_from_a_third_on_come_next_largest_share_first():
    said = partners(PU1="3 3 dk", PU2="3 dk dk", PU3="3 3 3 dk")
    found = listed({f"PU{n}": "shared" for n in range(1, 4)}, said)
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("PU2", Why.UNKNOWN),
        ("PU1", Why.UNKNOWN),
    ]


def test_topics_that_nobody_answered_count_with_the_dont_knows():
    said = partners(PU1="3 dk", PU3="3 3")
    found = listed({f"PU{n}": "shared" for n in range(1, 4)}, said)
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("PU2", Why.UNKNOWN),
        ("PU1", Why.UNKNOWN),
    ]


def test_only_a_lone_view_comes_last():
    said = {"council": {"PU1": "3 3 3 3 3 5"}, "police": {"PU2": "dk", "PU1": "3"}}
    found = listed({"PU1": "shared", "PU2": "shared"}, said)
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("PU2", Why.UNKNOWN),
        ("PU1", Why.LONE),
    ]


def test_a_lone_hand_counts_as_a_lone_view():
    said = {"council": {"PU1": "3"}}
    found = listed({"PU1": "shared"}, said, tallies={"PU1": (0, 0, 5, 0, 1)})
    assert [(i.topic.id, i.why) for i in found.items] == [("PU1", Why.LONE)]


def test_a_topic_that_one_partner_needs_comes_last_within_its_class():
    topics = {"PU1": "one", "PU2": "shared", "PU3": "shared"}
    assert order(topics, partners(PU1="1 5", PU2="2 4", PU3="dk dk")) == ["PU2", "PU1", "PU3"]


def test_ties_stand_in_walk_order_with_module_topics_under_their_dimension():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    topics = {"PU1": "shared", "LE1": "shared"}
    said = partners(PU1="2 4", LE1="2 4", XX1="2 4")
    assert order(topics, said, modules=(extra,)) == ["PU1", "XX1", "LE1"]


def test_a_topic_with_nothing_to_talk_about_is_not_on_the_agenda():
    assert order({"PU1": "shared"}, partners(PU1="2 2 3")) == []


def test_a_topic_that_does_not_apply_is_not_on_the_agenda():
    topics = {"PU1": "shared must", "PU2": "shared"}
    assert order(topics, partners(PU1="na", PU2="dk")) == ["PU2"]


@pytest.mark.parametrize(("minutes", "topics"), [(120, 14), (60, 7), (90, 10), (8, 0), (0, 0)])
def test_two_hours_have_room_for_fourteen_topics(minutes, topics):
    assert room_for(minutes) == topics


def test_what_there_is_no_room_for_is_taken_as_read():
    topics = {f"{d}{n}": "shared" for d in ("PU", "LE", "CU") for n in range(1, 8)}
    found = results(topics, partners(**dict.fromkeys(topics, "dk")))
    items = agenda(found.round, found.topics)
    assert (len(items.items), len(items.taken_as_read)) == (14, 7)
    short = agenda(found.round, found.topics, minutes=60)
    assert [i.topic.id for i in short.items] == [f"PU{n}" for n in range(1, 8)]
    assert short.taken_as_read[0].topic.id == "LE1"


def test_without_any_answer_must_haves_come_first_then_the_short_set():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    topics = {
        "PU1": "shared",
        "PU2": "shared in:full",
        "PU3": "one must:Implementation",
        "LE1": "shared must",
    }
    found = listed(topics, {"council": {"PU1": "-"}}, modules=(extra,))
    assert [(i.topic.id, i.why) for i in found.items] == [
        ("PU3", Why.MUST_HAVE),
        ("LE1", Why.MUST_HAVE),
        ("PU1", Why.UNKNOWN),
    ]


def test_without_any_answer_a_must_have_of_other_sharing_is_one_of_the_short_set():
    topics = {"PU1": "shared", "PU2": "shared must:Vision,if:high_risk"}
    assert order(topics, {"council": {}}, high_risk=True) == ["PU2", "PU1"]
    assert order(topics, {"council": {}}, high_risk=False) == ["PU1", "PU2"]


LEVEL = st.sampled_from(["1", "2", "3", "4", "5", "dk", "na", "-"])
TOPICS = {"PU1": "shared must", "PU2": "one", "PU3": "each", "LE1": "shared"}
SAYINGS = st.lists(st.fixed_dictionaries(dict.fromkeys(TOPICS, LEVEL)), min_size=1, max_size=4)


@settings(max_examples=60)
@given(SAYINGS, st.randoms(use_true_random=False))
def test_no_topic_stands_twice_and_the_order_of_organisations_is_nothing(sayings, random):
    said = {f"o{place}": one for place, one in enumerate(sayings)}
    shuffled = list(said.items())
    random.shuffle(shuffled)
    one, other = order(TOPICS, said), order(TOPICS, dict(shuffled))
    assert len(set(one)) == len(one)
    assert one == other


@settings(max_examples=60)
@given(SAYINGS, st.integers(0, 40))
def test_less_time_never_reorders_the_agenda(sayings, minutes):
    found = results(TOPICS, {f"o{place}": one for place, one in enumerate(sayings)})
    whole, part = agenda(found.round, found.topics), agenda(found.round, found.topics, minutes)
    assert part.items + part.taken_as_read == whole.items + whole.taken_as_read
