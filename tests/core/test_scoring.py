import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core.assessment import Answer, Conflict, Tally, Vote
from selfassess.core.codes import Agreement, Confidence, Evidence, MustHaveStatus, Set
from selfassess.core.edits import change_round
from selfassess.core.results import work_out
from tests.core.worlds import module, results, world

WORKED = {
    "LE1": "shared",
    "LE2": "each must",
    "LE3": "shared",
    "LE4": "one",
}
SAID = {
    "council": {"LE1": "4 4 3", "LE2": "4 3 4", "LE3": "3 3 dk", "LE4": "4 5 4"},
    "nhs": {"LE1": "3 4", "LE2": "2 2", "LE3": "dk 3", "LE4": "4 3"},
    "charity": {"LE1": "2", "LE2": "2", "LE3": "dk", "LE4": "1"},
}


@pytest.mark.parametrize(
    ("topic", "levels", "value", "low", "high", "consensus", "spread"),
    [
        ("LE1", (4, 3.5, 2), 3.5, 3.5, 3.5, 0.729, 2),
        ("LE2", (4, 2, 2), 2, 2, 2, 0.655, 2),
        ("LE3", (3, 3, None), 3, 2, 4, 1.0, 0),
        ("LE4", (4, 3.5, 1), 4, 4, 4, 0.523, 4),
    ],
)
def test_the_worked_example_gives_its_topics(topic, levels, value, low, high, consensus, spread):
    score = results(WORKED, SAID).topic(topic)
    assert tuple(s.level for s in score.stands) == levels
    assert (score.value, score.low, score.high) == (value, low, high)
    assert score.consensus == pytest.approx(consensus, abs=5e-4)
    assert score.range == spread


def test_the_worked_example_gives_its_dimension():
    found = results(WORKED, SAID).dimension("leadership")
    assert (found.value, found.band, found.low, found.high) == (3.125, 3, 2.875, 3.375)
    assert found.agreement is Agreement.SOME_SPREAD
    assert found.confidence is Confidence.LOW
    assert found.capped
    assert found.capped_by == ("LE2",)
    assert found.held_band == 2


def test_a_topic_that_no_one_answered_is_unknown_with_bounds_1_and_5():
    score = results({"PU1": "shared"}, {"council": {}, "police": {}}).topic("PU1")
    assert (score.value, score.low, score.high) == (None, 1, 5)
    assert score.unanswered
    assert score.agreement is None
    assert score.confidence is None


def test_a_silent_organisation_counts_as_one_dont_know():
    score = results({"PU1": "each"}, {"council": {"PU1": "4"}, "police": {}}).topic("PU1")
    assert (score.value, score.low, score.high) == (4, 1, 4)


def test_a_blank_counts_as_nothing():
    score = results({"PU1": "shared"}, {"council": {"PU1": "4 - 4"}}).topic("PU1")
    assert (score.value, score.low, score.high, score.counts) == (4, 4, 4, (0, 0, 0, 2, 0))


def test_an_organisation_that_answered_only_na_does_not_take_part():
    score = results({"PU1": "each"}, {"council": {"PU1": "4"}, "police": {"PU1": "na -"}}).topic(
        "PU1"
    )
    assert (score.value, score.low, score.high) == (4, 4, 4)
    assert score.not_applicable == 1


def test_a_topic_on_which_every_answer_is_na_has_no_value_and_is_not_counted():
    found = results(
        {"PU1": "shared", "PU2": "shared"}, {"council": {"PU1": "na", "PU2": "4"}, "police": {}}
    )
    score = found.topic("PU1")
    assert not score.applicable
    assert (score.value, score.low, score.high) == (None, None, None)
    assert found.dimension("purpose").coverage == 1


def test_a_must_have_is_not_applicable_only_when_every_organisation_says_so():
    silent = results({"PU1": "shared must"}, {"council": {"PU1": "na"}, "police": {}}).topic("PU1")
    assert silent.applicable
    assert silent.status is MustHaveStatus.UNCONFIRMED
    said = results({"PU1": "shared must"}, {"council": {"PU1": "na"}, "police": {"PU1": "na"}})
    assert said.topic("PU1").status is MustHaveStatus.NOT_APPLICABLE


def test_a_dimension_without_an_applicable_topic_has_nothing_and_caps_nothing():
    found = results({"PU1": "shared must"}, {"council": {"PU1": "na"}}).dimension("purpose")
    assert (found.value, found.low, found.high, found.band, found.coverage) == (None,) * 5
    assert found.agreement is None
    assert found.confidence is None
    assert not found.capped
    assert found.capped_by == ()


def test_the_last_vote_stands_in_place_of_the_answers():
    found = results(
        {"PU1": "shared"},
        {"council": {"PU1": "2 2 3"}, "police": {"PU1": "2"}},
        votes={"PU1": {"council": 4}},
    ).topic("PU1")
    assert [s.level for s in found.stands] == [4, 2]
    assert found.counts == (0, 1, 0, 1, 0)


def test_a_vote_of_dont_know_is_the_organisations_one_dont_know():
    found = results(
        {"PU1": "shared"}, {"council": {"PU1": "2 2 3"}}, votes={"PU1": {"council": "dk"}}
    ).topic("PU1")
    assert (found.value, found.low, found.high, found.dont_know) == (None, 1, 5, 1)


def test_an_agreed_level_is_value_and_bounds():
    found = results(
        {"PU1": "shared"}, {"council": {"PU1": "dk"}, "police": {"PU1": "2"}}, agreed={"PU1": 4}
    ).topic("PU1")
    assert (found.value, found.low, found.high, found.agreed) == (4, 4, 4, 4)


def test_not_agreed_leaves_value_and_bounds_by_mode():
    found = results({"PU1": "shared"}, {"council": {"PU1": "2"}}, agreed={"PU1": "none"}).topic(
        "PU1"
    )
    assert (found.value, found.agreed) == (2, "none")


def test_answers_that_come_after_an_agreement_mark_the_topic():
    assessment, content = world({"PU1": "shared"}, {"council": {"PU1": "2"}}, agreed={"PU1": 4})
    assert work_out(assessment, content).topic("PU1").answers_changed


def test_a_tally_feeds_spread_and_consensus_only():
    found = results(
        {"PU1": "shared"}, {"council": {}, "police": {}}, tallies={"PU1": (0, 0, 2, 0, 1)}
    ).topic("PU1")
    assert found.value is None
    assert found.counts == (0, 0, 2, 0, 1)
    assert found.agreement is Agreement.SPLIT
    assert found.lone_hands == 1


def test_two_hands_count_as_levels_from_two_organisations():
    found = results({"PU1": "shared"}, {"council": {}}, tallies={"PU1": (0, 0, 2, 0, 0)})
    assert found.topic("PU1").agreement is Agreement.CLOSE


def test_one_hand_is_one_view():
    found = results({"PU1": "shared"}, {"council": {}}, tallies={"PU1": (0, 0, 1, 0, 0)}).topic(
        "PU1"
    )
    assert found.agreement is Agreement.ONE_VIEW


def test_hands_do_not_make_a_topic_apply_or_known():
    found = results({"PU1": "shared"}, {"council": {"PU1": "na"}}, tallies={"PU1": (0, 0, 3, 0, 0)})
    assert not found.topic("PU1").applicable
    assert found.topic("PU1").consensus == 1
    assert found.dimension("purpose").agreement is None


def test_hands_that_dont_know_count_in_the_dont_know_share():
    assessment, content = world({"PU1": "shared"}, {"council": {"PU1": "3"}})
    hands = Tally(topic="PU1", first=(0, 0, 0, 0, 0), last=(0, 0, 2, 0, 0), dont_know=1)
    found = work_out(change_round(assessment, tallies=(hands,)), content).topic("PU1")
    assert (found.dont_know, found.dont_know_share) == (1, 0.25)
    assert (found.value, found.low, found.high) == (3, 3, 3)


def test_without_a_level_and_without_a_doubt_there_is_no_dont_know_share():
    assert results({"PU1": "shared"}, {"council": {"PU1": "na"}}).topic("PU1").dont_know_share == 0


def test_an_organisation_that_did_not_vote_keeps_the_median_of_its_answers():
    said = {"council": {"PU1": "2 3"}, "police": {"PU1": "dk 1"}}
    found = results({"PU1": "shared"}, said, votes={"PU1": {"police": 4}}).topic("PU1")
    assert [s.level for s in found.stands] == [2.5, 4]
    assert (found.low, found.high, found.dont_know) == (3.25, 3.25, 0)


def test_the_last_vote_counts_and_the_first_is_kept():
    assessment, content = world({"PU1": "shared"}, {"council": {}})
    vote = Vote(organisation="council", topic="PU1", first=2, last=4)
    found = work_out(change_round(assessment, votes=(vote,)), content)
    assert found.topic("PU1").value == 4
    assert found.round.votes[0].first == 2


def test_an_agreed_level_makes_a_topic_apply_that_everybody_set_aside():
    said = {"council": {"PU1": "na"}}
    agreed = results({"PU1": "shared"}, said, agreed={"PU1": 3}).topic("PU1")
    assert (agreed.applicable, agreed.value, agreed.confidence) == (True, 3, Confidence.LOW)
    assert not results({"PU1": "shared"}, said, agreed={"PU1": "none"}).topic("PU1").applicable


def test_a_lone_view_names_the_organisation_and_counts_hands():
    said = {"council": {"PU1": "3 3 5"}, "police": {"PU1": "3"}}
    found = results({"PU1": "shared"}, said, tallies={"PU1": (2, 0, 3, 0, 0)}).topic("PU1")
    assert (found.lone, found.lone_hands) == (("council",), 2)


def test_of_two_views_far_apart_both_organisations_are_named():
    said = {"council": {"PU1": "2"}, "police": {"PU1": "4"}, "charity": {"PU1": "dk"}}
    assert results({"PU1": "shared"}, said).topic("PU1").lone == ("council", "police")


def test_the_word_needs_levels_from_two_organisations():
    assert results({"PU1": "shared"}, {"council": {"PU1": "3 3 3"}}).topic("PU1").agreement is (
        Agreement.ONE_VIEW
    )


def test_evidence_counts_only_near_the_value():
    near = {"council": {"PU1": "4"}, "police": {"PU1": "4"}}
    found = results({"PU1": "shared"}, near, evidence={"PU1": "working"}).topic("PU1")
    assert found.evidence is Evidence.WORKING
    assert found.confidence is Confidence.VERY_HIGH
    far = {"council": {"PU1": "5"}, "police": {"PU1": "1"}}
    found = results({"PU1": "shared"}, far, evidence={"PU1": "working"}).topic("PU1")
    assert found.evidence is Evidence.OPINION


def test_evidence_beside_dont_know_doesnt_apply_or_no_level_is_ignored():
    for said in ("dk", "na", "-"):
        both = {"council": {"PU1": "4"}, "police": {"PU1": said}}
        assessment, content = world({"PU1": "shared"}, both)
        answers = [
            a.changed(evidence="working") if a.respondent == "police-0" else a
            for a in assessment.latest.answers
        ]
        assessment = change_round(assessment, answers=tuple(answers))
        assert work_out(assessment, content).topic("PU1").evidence is Evidence.OPINION


def test_evidence_exactly_one_level_from_the_value_counts():
    said = {"council": {"PU1": "3 3 3"}, "police": {"PU1": "4"}}
    assessment, content = world({"PU1": "each"}, said)
    *council, police = assessment.latest.answers
    seen = change_round(assessment, answers=(*council, police.changed(evidence="document")))
    assert work_out(seen, content).topic("PU1").evidence is Evidence.DOCUMENT
    far = police.changed(evidence="document", level=5)
    seen = change_round(assessment, answers=(*council, far))
    assert work_out(seen, content).topic("PU1").evidence is Evidence.OPINION


def test_a_dimension_is_as_sure_as_the_lowest_third_of_its_topics():
    topics = {f"PU{n}": "shared" for n in range(1, 6)}
    said = {name: dict.fromkeys(topics, "3") for name in ("council", "police")}
    graded = {"PU1": "working", "PU2": "document", "PU3": "document", "PU4": "document"}
    found = results(topics, said, evidence=graded).dimension("purpose")
    assert found.confidence is Confidence.HIGH
    del graded["PU4"]
    found = results(topics, said, evidence=graded).dimension("purpose")
    assert found.confidence is Confidence.MEDIUM


def test_a_dimension_of_one_views_is_one_view_and_without_a_level_it_has_no_word():
    topics = {"PU1": "shared", "PU2": "shared", "LE1": "shared"}
    found = results(topics, {"council": {"PU1": "1 5", "PU2": "3", "LE1": "dk"}})
    assert found.dimension("purpose").agreement is Agreement.ONE_VIEW
    assert found.dimension("leadership").agreement is None


def test_below_half_coverage_there_is_no_value_but_there_are_bounds():
    topics = {"PU1": "shared", "PU2": "shared", "PU3": "shared"}
    found = results(topics, {"council": {"PU1": "4"}}).dimension("purpose")
    assert found.value is None
    assert found.band is None
    assert (found.low, found.high) == (2.0, pytest.approx(14 / 3))
    assert found.coverage == pytest.approx(1 / 3)


def test_a_value_that_rests_on_one_topic_says_so():
    found = results({"PU1": "shared", "PU2": "shared"}, {"council": {"PU1": "4"}}).dimension(
        "purpose"
    )
    assert found.value == 4
    assert found.rests_on_one
    assert found.confidence is Confidence.VERY_LOW


def test_a_cap_names_its_must_have_also_where_it_lowers_nothing():
    low = results({"PU1": "each must", "PU2": "each"}, {"council": {"PU1": "1", "PU2": "2"}})
    found = low.dimension("purpose")
    assert not found.capped
    assert found.capped_by == ("PU1",)
    assert found.held_band == 1
    two = results({"PU1": "each must", "PU2": "each"}, {"council": {"PU1": "1", "PU2": "3"}})
    found = two.dimension("purpose")
    assert (found.value, found.capped, found.capped_by) == (2, False, ("PU1",))


def test_a_must_have_does_not_bite_before_its_step():
    topics = {"LA1": "each must:Design and plan", "LA2": "each"}
    said = {"council": {"LA1": "1", "LA2": "5"}}
    assert results(topics, said, step="Scoping").dimension("legal").capped_by == ()
    assert results(topics, said, step="Review").dimension("legal").capped_by == ("LA1",)


@pytest.mark.parametrize("flag", ["high_risk", "safety_at_stake"])
def test_a_must_have_can_depend_on_the_sharing(flag):
    topics = {"GO4": f"shared must:Vision,if:{flag}"}
    said = {"council": {"GO4": "1"}}
    assert results(topics, said, **{flag: True}).topic("GO4").must_have
    score = results(topics, said, **{flag: False}).topic("GO4")
    assert not score.must_have
    assert score.status is None


def test_a_topic_outside_the_chosen_set_is_kept_and_not_scored():
    found = results(
        {"PU1": "shared", "PU2": "shared in:full"}, {"council": {"PU2": "1"}}, set=Set.SHORT
    )
    assert [t.id for t in found.topics] == ["PU1"]
    assert len(found.round.answers) == 1


def test_module_topics_stand_under_their_dimension_without_entering_it():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    found = results({"PU1": "shared"}, {"council": {"PU1": "4", "XX1": "1"}}, modules=(extra,))
    assert found.topic("XX1").value == 1
    assert found.topic("XX1").of_module
    assert found.dimension("purpose").value == 4
    assert [t.id for t in found.asked.walk] == ["PU1", "XX1"]


def test_a_merge_conflict_counts_as_dont_know_until_somebody_chooses():
    assessment, content = world({"PU1": "shared"}, {"council": {"PU1": "4"}})
    answer = assessment.latest.answers[0]
    disputed = Conflict(
        respondent=answer.respondent, topic="PU1", answers=(answer, answer.changed(level=2))
    )
    found = work_out(change_round(assessment, conflicts=(disputed,)), content).topic("PU1")
    assert (found.value, found.dont_know, found.low, found.high) == (None, 1, 1, 5)


def test_people_of_no_organisation_are_not_heard():
    assessment, content = world({"PU1": "shared"}, {"council": {"PU1": "4"}})
    lost = Answer(respondent="nobody", topic="PU1", level=1)
    made = change_round(
        assessment,
        answers=(*assessment.latest.answers, lost),
        conflicts=(Conflict(respondent="nobody", topic="PU1", answers=(lost,)),),
    )
    assert work_out(made, content).topic("PU1") == work_out(assessment, content).topic("PU1")


# properties

LEVEL = st.sampled_from(["1", "2", "3", "4", "5", "dk", "na", "-"])
ORGANISATION = st.lists(LEVEL, min_size=1, max_size=4).map(" ".join)
SAYINGS = st.lists(ORGANISATION, min_size=1, max_size=4)
MODES = st.sampled_from(["shared", "each", "one"])


def _score(mode, sayings, **facts):
    return results(
        {"PU1": mode}, {f"o{n}": {"PU1": s} for n, s in enumerate(sayings)}, **facts
    ).topic("PU1")


@settings(max_examples=60)
@given(MODES, SAYINGS)
def test_the_value_lies_within_its_bounds(mode, sayings):
    score = _score(mode, sayings)
    if score.value is not None:
        assert score.low <= score.value <= score.high


@settings(max_examples=60)
@given(MODES, SAYINGS, st.tuples(*[st.integers(0, 3)] * 5))
def test_hands_feed_spread_and_consensus_only(mode, sayings, hands):
    plain, with_hands = _score(mode, sayings), _score(mode, sayings, tallies={"PU1": hands})
    for name in ("applicable", "value", "low", "high", "status", "evidence", "stands"):
        assert getattr(plain, name) == getattr(with_hands, name)


@settings(max_examples=60)
@given(MODES, SAYINGS, st.data())
def test_raising_a_level_never_lowers_a_value(mode, sayings, data):
    places = [
        (o, p)
        for o, s in enumerate(sayings)
        for p, g in enumerate(s.split())
        if g.isdigit() and g != "5"
    ]
    if not places:
        return
    at, place = data.draw(st.sampled_from(places))
    words = sayings[at].split()
    words[place] = str(int(words[place]) + 1)
    raised = [*sayings[:at], " ".join(words), *sayings[at + 1 :]]
    before, after = _score(mode, sayings), _score(mode, raised)
    assert after.value >= before.value
    assert after.low >= before.low
    assert after.high >= before.high


@settings(max_examples=60)
@given(MODES, SAYINGS, st.randoms(use_true_random=False))
def test_order_of_answers_and_organisations_does_not_matter(mode, sayings, random):
    shuffled = [" ".join(random.sample(s.split(), len(s.split()))) for s in sayings]
    random.shuffle(shuffled)
    one, other = _score(mode, sayings), _score(mode, shuffled)
    assert (one.value, one.low, one.high, one.counts) == (
        other.value,
        other.low,
        other.high,
        other.counts,
    )
    assert one.consensus == pytest.approx(other.consensus)


@settings(max_examples=60)
@given(MODES, SAYINGS, st.data())
def test_the_bounds_hold_every_completion_of_the_dont_knows(mode, sayings, data):
    score = _score(mode, sayings)
    if not score.applicable:
        return
    completed = []
    for said in sayings:
        given_ = said.split()
        if all(g == "-" for g in given_):
            given_ = ["dk"]
        completed.append(
            " ".join(str(data.draw(st.integers(1, 5))) if g == "dk" else g for g in given_)
        )
    value = _score(mode, completed).value
    assert score.low <= value <= score.high


@settings(max_examples=60)
@given(MODES, SAYINGS)
def test_na_leaves_no_trace_in_the_value(mode, sayings):
    with_na = [f"{s} na" for s in sayings if set(s.split()) - {"-", "na"}]
    without = [s for s in sayings if set(s.split()) - {"-", "na"}]
    if not without:
        return
    one, other = _score(mode, with_na), _score(mode, without)
    assert (one.value, one.low, one.high) == (other.value, other.low, other.high)
