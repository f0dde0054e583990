from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core.barriers import Barrier
from selfassess.core.codes import Confidence, Priority
from selfassess.core.diagnosis import Diagnosis, begin_with_three, shortfall, strength_of
from selfassess.core.edits import mark_outside_control, set_aside, set_priority
from selfassess.core.results import work_out
from tests.core.worlds import barrier, module, pattern, results, world

TOPICS = {
    **{f"PU{n}": "shared" for n in range(1, 6)},
    **{f"LE{n}": "shared" for n in range(1, 6)},
}


def found(
    *barriers: Barrier,
    said: str = "",
    topics: dict[str, str] = TOPICS,
    by_partner: dict[str, dict[str, str]] | None = None,
    edits: tuple = (),
    **facts: object,
) -> tuple[Diagnosis, ...]:
    """Diagnose what one partner says: `"PU1=2 LE1=dk"`; what is left out is a blank."""
    theirs = dict(part.split("=") for part in said.split())
    assessment, content = world(
        topics, by_partner or {"council": theirs}, barriers=barriers, **facts
    )
    for edit in edits:
        assessment = edit(assessment)
    return work_out(assessment, content).barriers


def only(*barriers: Barrier, said: str = "", **facts: object) -> Diagnosis:
    (one,) = found(*barriers, said=said, **facts)
    return one


def ids(listed: tuple[Diagnosis, ...]) -> list[str]:
    return [d.barrier.id for d in listed]


# signs


@pytest.mark.parametrize(
    ("value", "at_or_below", "expected"),
    [
        (1, 1, 1),
        (2, 1, 0),
        (1.5, 1, 0.5),
        (1, 2, 1),
        (2, 2, 0.5),
        (2.5, 2, 0.25),
        (3, 2, 0),
        (5, 2, 0),
        (2, 3, 2 / 3),
        (4, 4, 0.25),
        (5, 5, 0.2),
    ],
)
def test_a_sign_falls_short_fully_at_level_1_and_not_above_its_level(value, at_or_below, expected):
    assert shortfall(value, at_or_below) == expected


def test_strength_weighs_the_shortfalls():
    one = only(barrier("b", "PU1<=2*3 PU2<=2"), said="PU1=2 PU2=1")
    assert one.strength == (3 * 0.5 + 1 * 1) / 4


def test_signs_that_are_not_asked_or_do_not_apply_are_left_out():
    one = only(barrier("b", "PU1<=2 PU2<=2*9 EV1<=2*9"), said="PU1=2 PU2=na")
    assert one.strength == 0.5


def test_a_sign_outside_the_chosen_set_is_not_asked():
    topics = {"PU1": "shared", "PU2": "shared in:full"}
    one = only(barrier("b", "PU1<=2 PU2<=2"), said="PU1=1 PU2=5", topics=topics, set="short")
    assert one.strength == 1


def test_an_unknown_topic_stays_below_the_line_and_adds_nothing_above():
    one = only(barrier("b", "PU1<=2 PU2<=2"), said="PU1=2 PU2=dk")
    assert (one.strength, one.strength_high) == (0.25, 0.75)


def test_a_barrier_without_a_sign_that_is_asked_is_not_listed():
    assert found(barrier("b", "EV1<=2"), barrier("c", "PU1<=2"), said="PU1=na") == ()


def test_a_module_topic_raises_barriers():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    assert only(barrier("b", "XX1<=2"), said="XX1=1", modules=(extra,)).strength == 1


def test_because_names_the_signs_by_their_share_and_unknown_ones_last():
    one = only(barrier("b", "PU1<=2 PU2<=2*2 PU3<=2 PU4<=2"), said="PU1=2 PU2=2 PU3=dk PU4=4")
    assert [(b.topic.id, b.value, b.share) for b in one.because] == [
        ("PU2", 2, 0.2),
        ("PU1", 2, 0.1),
        ("PU3", None, 0),
    ]
    assert one.because[0].topic.stands[0].organisation == "council"


def test_a_barrier_that_stands_exactly_on_the_line_is_on_it():
    """Thirds would add up to .49999999999999994."""
    assert only(barrier("b", "PU1<=4 PU2<=4 PU3<=4"), said="PU1=4 PU2=1 PU3=4").strength == 0.5


# raised, find out first, not listed


def test_a_barrier_is_raised_from_a_quarter():
    one = only(barrier("b", "PU1<=2 PU2<=2"), said="PU1=2 PU2=4")
    assert (one.strength, one.raised) == (0.25, True)
    assert found(barrier("b", "PU1<=2 PU2<=2 PU3<=1"), said="PU1=2 PU2=4 PU3=4") == ()


def test_a_barrier_that_unknown_topics_could_raise_to_a_half_is_to_find_out_first():
    one = only(barrier("b", "PU1<=2 PU2<=2"), said="PU1=4 PU2=dk")
    assert (one.strength, one.strength_high, one.raised) == (0, 0.5, False)
    assert one.confidence is Confidence.VERY_LOW


def test_a_barrier_that_unknown_topics_could_raise_to_less_than_a_half_is_not_listed():
    assert found(barrier("b", "PU1<=2 PU2<=2 PU3<=2"), said="PU1=4 PU2=dk PU3=4") == ()


def test_a_barrier_that_nobody_answered_about_is_to_find_out_first():
    one = only(barrier("b", "PU1<=2 PU2<=2"))
    assert (one.raised, one.strength_high) == (False, 1)
    assert [b.topic.id for b in one.because] == ["PU1", "PU2"]


def test_a_barrier_has_a_strength_also_where_it_is_not_listed():
    done = results(TOPICS, {"council": {"PU1": "3", "PU2": "4"}})
    scores = {topic.id: topic for topic in done.topics}
    assert strength_of(barrier("b", "PU1<=4 PU2<=2"), scores, done.round) == 0.25
    assert strength_of(barrier("b", "PU2<=2"), scores, done.round) == 0
    assert strength_of(barrier("b", "EV1<=2"), scores, done.round) is None


# patterns


def test_a_pattern_speaks_when_its_conditions_hold():
    says = pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3})
    one = only(barrier("b", "PU2<=2 PU3<=2", says), said="PU1=3 PU2=1 PU3=4")
    assert (one.strength, one.pattern.id) == (1, "p")
    assert [b.topic.id for b in one.because] == ["PU2"]


def test_a_pattern_keeps_still_when_a_condition_does_not_hold():
    says = pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3}, {"topic": "PU4", "at_least": 3})
    one = only(barrier("b", "PU2<=2 PU3<=2", says), said="PU1=3 PU2=1 PU3=4 PU4=2")
    assert (one.strength, one.pattern) == (0.5, None)


def test_a_pattern_weaker_than_the_signs_is_said_and_lowers_nothing():
    says = pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3})
    one = only(barrier("b", "PU3<=2 PU4<=2", says), said="PU1=3 PU2=2 PU3=1 PU4=1")
    assert (one.strength, one.pattern.id) == (1, "p")
    assert [b.topic.id for b in one.because] == ["PU3", "PU4"]


def test_a_pattern_whose_signs_do_not_stand_low_says_nothing():
    says = pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3})
    one = only(barrier("b", "PU3<=2", says), said="PU1=3 PU2=4 PU3=1")
    assert (one.strength, one.pattern) == (1, None)


def test_of_two_patterns_that_hold_the_stronger_is_said():
    some = pattern("some", "PU2<=2", {"topic": "PU1", "at_least": 3})
    more = pattern("more", "PU3<=2", {"topic": "PU1", "at_least": 3})
    one = only(barrier("b", "PU4<=2", some, more), said="PU1=3 PU2=2 PU3=1 PU4=1")
    assert (one.strength, one.pattern.id) == (1, "more")


def test_a_pattern_speaks_though_no_sign_of_the_barrier_itself_is_asked():
    says = pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3})
    one = only(barrier("b", "EV1<=2", says), said="PU1=3 PU2=1")
    assert (one.strength, one.pattern.id) == (1, "p")


def test_a_pattern_none_of_whose_signs_is_asked_says_nothing():
    says = pattern("p", "EV1<=2", {"topic": "PU1", "at_least": 3})
    assert found(barrier("b", "EV2<=2", says), said="PU1=3") == ()


def test_a_pattern_counts_in_what_the_unknown_could_bring():
    says = pattern("p", "PU2<=2", {"topic": "PU1", "at_least": 3})
    one = only(barrier("b", "PU3<=2 PU4<=2", says), said="PU1=3 PU2=dk PU3=4 PU4=4")
    assert (one.strength, one.strength_high, one.raised) == (0, 1, False)


HOLDS = [
    ({"at_least": 3}, "3", True),
    ({"at_least": 3}, "2", False),
    ({"at_most": 2}, "2", True),
    ({"at_most": 2}, "3", False),
    ({"evidence_at_least": "document"}, "3", True),
    ({"evidence_at_least": "working"}, "3", False),
    ({"evidence_at_most": "document"}, "3", True),
    ({"evidence_at_most": "opinion"}, "3", False),
    ({"agreement": ["one-view", "split"]}, "3", True),
    ({"agreement": ["split"]}, "3", False),
    ({"organisation": {"sectors": ["police", "health"], "at_most": 2}}, "2", True),
    ({"organisation": {"sectors": ["police", "health"], "at_most": 2}}, "3", False),
    ({"organisation": {"sectors": ["voluntary"], "at_most": 2}}, "2", False),
    ({"organisation": {"people_at_most": 3, "at_most": 2}}, "2", True),
    ({"organisation": {"people_at_most": 2, "at_most": 2}}, "2", False),
    ({"organisation": {"sectors": ["police"], "people_at_most": 3, "at_most": 2}}, "2", True),
    ({"organisation": {"at_most": 2}}, "2", True),
]


@pytest.mark.parametrize(("condition", "level", "holds"), HOLDS)
def test_a_condition_is_about_level_evidence_spread_or_one_organisation(condition, level, holds):
    says = pattern("p", "PU2<=2", {"topic": "PU1", **condition})
    one = only(
        barrier("b", "PU2<=2", says),
        said=f"PU1={level} PU2=1",
        evidence={"PU1": "document"},
        sectors={"council": "police"},
        people={"council": 3},
    )
    assert (one.pattern is not None) is holds


@pytest.mark.parametrize(("condition", "level", "holds"), HOLDS)
def test_no_condition_holds_of_an_unknown_topic_or_of_one_that_is_not_asked(
    condition, level, holds
):
    says = pattern("p", "PU2<=2", {"topic": "PU1", **condition})
    for said in ("PU1=dk", "PU1=na", ""):
        one = only(barrier("b", "PU3<=2 PU4<=2", says), said=f"{said} PU2=dk PU3=1 PU4=4")
        assert (one.pattern, one.strength_high) == (None, 0.5)
    elsewhere = pattern("p", "PU2<=2", {"topic": "EV1", **condition})
    assert only(barrier("b", "PU2<=2", elsewhere), said="PU2=1").pattern is None


def test_a_small_organisation_is_one_that_said_how_many_will_answer():
    small = {"people_at_most": 3, "at_most": 2}
    says = pattern("p", "PU2<=2", {"topic": "PU1", "organisation": small})
    assert only(barrier("b", "PU2<=2", says), said="PU1=1 PU2=1").pattern is None


def test_one_organisation_that_fits_is_enough():
    says = pattern(
        "p",
        "PU1<=4",
        {"topic": "PU1", "organisation": {"sectors": ["voluntary"], "at_most": 2}},
    )
    said = {"council": {"PU1": "4"}, "charity": {"PU1": "2"}, "haven": {"PU1": "dk"}}
    sectors = {"council": "local-government"}
    one = only(barrier("b", "PU1<=1", says), by_partner=said, sectors=sectors)
    assert (one.pattern.id, one.strength) == ("p", 0.5)


# what is specific here


def test_salience_is_strength_beyond_the_mean_of_all_that_is_listed():
    listed = found(
        barrier("strong", "PU1<=2"),
        barrier("clear", "PU2<=2"),
        barrier("unsure", "PU3<=2"),
        barrier("no", "PU4<=2"),
        said="PU1=1 PU2=2 PU3=dk PU4=5",
    )
    assert [(d.barrier.id, d.salience, d.stands_out) for d in listed] == [
        ("strong", 0.5, True),
        ("clear", 0, False),
        ("unsure", -0.5, False),
    ]


def test_a_barrier_stands_out_from_fifteen_hundredths():
    tenth = barrier("a", "PU1<=5"), barrier("b", "PU2<=5")
    assert [d.stands_out for d in found(*tenth, said="PU1=1 PU2=2")] == [False, False]
    more = barrier("a", "PU1<=1*30 PU5<=1*70"), barrier("b", "PU1<=1*60 PU5<=1*40")
    assert [(d.barrier.id, d.stands_out) for d in found(*more, said="PU1=1 PU5=5")] == [
        ("b", True),
        ("a", False),
    ]


# confidence

SURE = {"council": {"PU1": "1", "PU2": "1"}, "police": {"PU1": "1", "PU2": "2"}}


def test_confidence_is_that_of_the_sign_that_weighs_most():
    one = only(barrier("b", "PU1<=2*2 PU2<=2"), by_partner=SURE, evidence={"PU1": "working"})
    assert one.confidence is Confidence.VERY_HIGH
    one = only(barrier("b", "PU1<=2 PU2<=2*9"), by_partner=SURE, evidence={"PU1": "working"})
    assert one.confidence is Confidence.MEDIUM


def test_confidence_of_signs_that_weigh_the_same_is_the_lower():
    said = {"council": {"PU1": "1", "PU2": "2"}, "police": {"PU1": "1", "PU2": "2"}}
    signs = "PU1<=2 PU2<=2*2"
    one = only(barrier("b", signs), by_partner=said, evidence={"PU1": "working"})
    assert [b.share for b in one.because] == [1 / 3, 1 / 3]
    assert one.confidence is Confidence.MEDIUM


# order


def test_a_must_have_that_bites_and_is_not_met_comes_before_all_else():
    listed = found(
        barrier("much", "PU1<=2"),
        barrier("must", "LE1<=2"),
        topics={"PU1": "shared", "LE1": "each must"},
        said="PU1=1 LE1=2",
        edits=(lambda a: set_priority(a, "much", Priority.HIGH),),
    )
    assert [(d.barrier.id, d.blocks) for d in listed] == [("must", True), ("much", False)]


def test_a_must_have_that_does_not_bite_yet_or_is_met_goes_before_nothing():
    topics = {"PU1": "shared", "LE1": "each must:Review"}
    signs = barrier("much", "PU1<=2"), barrier("must", "LE1<=2")
    assert ids(found(*signs, topics=topics, said="PU1=1 LE1=2")) == ["much", "must"]
    topics = {"PU1": "shared", "LE1": "each must", "LE2": "shared"}
    signs = barrier("much", "PU1<=2"), barrier("met", "LE1<=2 LE2<=2")
    assert ids(found(*signs, topics=topics, said="PU1=1 LE1=3 LE2=1")) == ["much", "met"]


def test_a_must_have_to_find_out_about_goes_before_others_too():
    topics = {"PU1": "shared", "LE1": "each must", "LE2": "shared"}
    signs = barrier("much", "PU1<=2"), barrier("ask", "LE1<=2 LE2<=2")
    assert ids(found(*signs, topics=topics, said="PU1=1 LE1=dk LE2=1")) == ["ask", "much"]


def test_the_partnerships_own_priority_comes_next():
    listed = found(
        barrier("later", "PU1<=2"),
        barrier("normal", "PU1<=2"),
        barrier("high", "PU2<=2"),
        said="PU1=1 PU2=2",
        edits=(
            lambda a: set_priority(a, "high", Priority.HIGH),
            lambda a: set_priority(a, "later", Priority.LATER),
        ),
    )
    assert ids(listed) == ["high", "normal", "later"]
    assert [d.priority for d in listed] == [Priority.HIGH, Priority.NORMAL, Priority.LATER]


def test_the_band_of_strength_comes_next():
    listed = found(
        barrier("some", "PU1<=2 PU5<=1"),
        barrier("clear", "PU1<=2", often_behind=["some"]),
        barrier("strong", "PU2<=2", often_behind=["some", "clear"]),
        said="PU1=2 PU2=1 PU5=5",
    )
    assert [(d.barrier.id, d.band, d.lies_behind) for d in listed] == [
        ("strong", 0, 0),
        ("clear", 1, 1),
        ("some", 2, 2),
    ]


@pytest.mark.parametrize(
    ("signs", "strength", "band"),
    [
        ("PU1<=1*67 PU5<=1*33", 0.67, 0),
        ("PU1<=1*66 PU5<=1*34", 0.66, 1),
        ("PU1<=1*40 PU5<=1*60", 0.4, 1),
        ("PU1<=1*39 PU5<=1*61", 0.39, 2),
    ],
)
def test_bands_begin_at_their_thresholds(signs, strength, band):
    one = only(barrier("b", signs), said="PU1=1 PU5=5")
    assert (one.strength, one.band) == (strength, band)


def test_what_lies_behind_more_raised_barriers_comes_next():
    listed = found(
        barrier("top", "PU1<=2", often_behind=["cause"]),
        barrier("also", "PU1<=2", often_behind=["cause", "cause", "also"]),
        barrier("cause", "PU2<=4"),
        barrier("weak", "PU3<=2 PU4<=2", often_behind=["weak"]),
        said="PU1=1 PU2=2 PU3=2 PU4=5",
    )
    assert [(d.barrier.id, d.lies_behind) for d in listed] == [
        ("cause", 2),
        ("top", 0),
        ("also", 0),
        ("weak", 0),
    ]


def test_only_raised_barriers_count_for_what_lies_behind():
    listed = found(
        barrier("unsure", "PU3<=2", often_behind=["cause"]),
        barrier("aside", "PU1<=2", often_behind=["cause"]),
        barrier("cause", "PU2<=2"),
        said="PU1=1 PU2=1 PU3=dk",
        edits=(lambda a: set_aside(a, "aside", "Not here."),),
    )
    assert [(d.barrier.id, d.lies_behind) for d in listed] == [
        ("cause", 0),
        ("unsure", 0),
        ("aside", 0),
    ]


def test_strength_comes_next_and_the_order_of_the_catalogue_last():
    listed = found(
        barrier("three-quarters", "PU1<=4"),
        barrier("one", "PU2<=2"),
        barrier("one-too", "PU2<=2"),
        said="PU1=2 PU2=1",
    )
    assert ids(listed) == ["one", "one-too", "three-quarters"]


def test_raised_comes_before_find_out_first_and_set_aside_last():
    listed = found(
        barrier("aside", "PU1<=2"),
        barrier("unsure-aside", "PU3<=2"),
        barrier("unsure", "PU3<=2"),
        barrier("unsure-too", "PU4<=2"),
        barrier("raised", "PU2<=2"),
        said="PU1=1 PU2=2 PU3=dk PU4=dk",
        edits=(
            lambda a: set_aside(a, "aside", "Not here."),
            lambda a: set_aside(a, "unsure-aside", "Nor this."),
        ),
    )
    assert ids(listed) == ["raised", "unsure", "unsure-too", "aside", "unsure-aside"]
    assert [d.aside for d in listed] == ["", "", "", "Not here.", "Nor this."]


def test_a_barrier_outside_control_says_so_and_keeps_its_place():
    listed = found(
        barrier("out", "PU1<=2"),
        barrier("in", "PU1<=2"),
        said="PU1=1",
        edits=(lambda a: mark_outside_control(a, "out", outside=True),),
    )
    assert [(d.barrier.id, d.outside_control) for d in listed] == [("out", True), ("in", False)]


def test_more_than_ten_strong_ones_are_too_many_to_begin_with():
    many = [barrier(f"b{n}", "PU1<=2") for n in range(12)]
    assert begin_with_three(found(*many[:11], said="PU1=1"))
    assert not begin_with_three(found(*many[:10], said="PU1=1"))
    aside = (lambda a: set_aside(a, "b0", "No."), lambda a: set_aside(a, "b1", "No."))
    assert not begin_with_three(found(*many, said="PU1=1", edits=aside))


# properties

SIGNS = st.dictionaries(
    st.sampled_from(["PU1", "PU2", "PU3", "LE1"]),
    st.tuples(st.integers(1, 5), st.sampled_from([1, 2, 3, 0.5])),
    min_size=1,
).map(lambda signs: " ".join(f"{t}<={level}*{weight}" for t, (level, weight) in signs.items()))
LEVEL = st.sampled_from(["1", "2", "3", "4", "5", "dk", "na", "-"])
ASKED = {"PU1": "shared", "PU2": "each", "PU3": "one", "LE1": "shared"}
SAYINGS = st.lists(st.fixed_dictionaries(dict.fromkeys(ASKED, LEVEL)), min_size=1, max_size=3)


def _strengths(
    barriers: tuple[Barrier, ...], sayings: list[dict[str, str]]
) -> dict[str, Diagnosis]:
    """Every barrier's diagnosis, also of those that are too weak to be listed."""
    said = {f"o{place}": one for place, one in enumerate(sayings)}
    listed = results(ASKED, said, barriers=barriers).barriers
    return {d.barrier.id: d for d in listed}


@settings(max_examples=80)
@given(SIGNS, SAYINGS, st.data())
def test_a_lower_level_never_weakens_a_barrier_that_it_is_a_sign_of(signs, sayings, data):
    one = barrier("b", signs)
    places = [
        (place, topic)
        for place, said in enumerate(sayings)
        for topic, level in said.items()
        if level.isdigit() and level != "1" and topic in signs
    ]
    if not places:
        return
    at, topic = data.draw(st.sampled_from(places))
    lower = str(data.draw(st.integers(1, int(sayings[at][topic]) - 1)))
    after = [*sayings[:at], {**sayings[at], topic: lower}, *sayings[at + 1 :]]
    before, then = _strengths((one,), sayings), _strengths((one,), after)
    if "b" in before:
        assert then["b"].strength >= before["b"].strength
        assert then["b"].strength_high >= before["b"].strength_high


@settings(max_examples=80)
@given(SIGNS, SAYINGS, st.sampled_from(sorted(ASKED)), st.integers(1, 5), st.data())
def test_a_level_for_an_unknown_topic_never_weakens_a_barrier(signs, sayings, topic, level, data):
    unknown = [{**said, topic: "dk"} for said in sayings]
    says = pattern("p", "PU1<=2 LE1<=3", {"topic": topic, "at_least": 2})
    one = barrier("b", signs, says)
    at = data.draw(st.integers(0, len(sayings) - 1))
    known = [{**said, topic: str(level)} if n == at else said for n, said in enumerate(unknown)]
    before, then = _strengths((one,), unknown), _strengths((one,), known)
    strength = before["b"].strength if "b" in before else 0
    if strength >= 0.25:
        assert then["b"].strength >= strength


@settings(max_examples=80)
@given(SIGNS, SIGNS, SAYINGS)
def test_the_shares_of_because_add_up_to_the_strength(signs, more, sayings):
    says = pattern("p", more, {"topic": "PU1", "at_least": 2})
    for one in _strengths((barrier("b", signs, says),), sayings).values():
        assert sum(b.share for b in one.because) == pytest.approx(one.strength)
        assert 0 <= one.strength <= one.strength_high <= 1
        assert -1 <= one.salience <= 1
        assert all(a.share >= b.share for a, b in pairwise(one.because))


@settings(max_examples=40)
@given(SIGNS, SIGNS, SAYINGS, st.randoms(use_true_random=False))
def test_the_order_of_organisations_is_nothing(signs, more, sayings, random):
    barriers = barrier("a", signs), barrier("b", more)
    shuffled = random.sample(sayings, len(sayings))
    one, other = _strengths(barriers, sayings), _strengths(barriers, shuffled)
    assert list(one) == list(other)
    for id_, found_ in one.items():
        assert found_.strength == other[id_].strength
        assert found_.confidence is other[id_].confidence


@settings(max_examples=40)
@given(SIGNS, SAYINGS)
def test_a_pattern_never_lowers_or_hides_anything(signs, sayings):
    says = pattern("p", "PU1<=2", {"topic": "PU2", "at_least": 2})
    plain = _strengths((barrier("b", signs),), sayings)
    with_pattern = _strengths((barrier("b", signs, says),), sayings)
    for id_, one in plain.items():
        assert with_pattern[id_].strength >= one.strength
        assert with_pattern[id_].strength_high >= one.strength_high
