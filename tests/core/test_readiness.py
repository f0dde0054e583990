import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core.codes import MustHaveStatus, Statement, Step
from selfassess.core.readiness import BelowAgreed, Readiness
from selfassess.core.scoring import TopicScore
from tests.core.worlds import module, results

TWO = {"PU1": "shared must", "PU2": "shared"}
"""Purpose counts from Vision, and PU1 is a must-have from there."""


def stated(topics: dict[str, str], said: dict[str, dict[str, str]], **facts: object) -> Readiness:
    return results(topics, said, **facts).readiness


def must(mode: str, *said: str, agreed: int | str | None = None) -> TopicScore:
    """Score a must-have that bites, from what each organisation says."""
    found = results(
        {"PU1": f"{mode} must"},
        {f"o{place}": {"PU1": text} for place, text in enumerate(said)},
        agreed={"PU1": agreed} if agreed else None,
    )
    return found.topic("PU1")


# where a must-have stands


@pytest.mark.parametrize("mode", ["shared", "each", "one"])
def test_a_must_have_below_3_is_unmet_in_every_mode(mode):
    assert must(mode, "2", "2").status is MustHaveStatus.UNMET


def test_two_and_a_half_and_two_and_three_quarters_are_unmet():
    half = must("shared", "2 3")
    assert (half.value, half.status) == (2.5, MustHaveStatus.UNMET)
    quarter = must("shared", "2 3", "3")
    assert (quarter.value, quarter.status) == (2.75, MustHaveStatus.UNMET)


def test_a_must_have_needed_in_each_partner_is_met_when_every_one_has_a_level_of_3():
    assert must("each", "3", "5").status is MustHaveStatus.MET


@pytest.mark.parametrize("silent", ["-", "dk"])
def test_a_must_have_needed_in_each_partner_is_unconfirmed_while_one_has_no_level(silent):
    found = must("each", "3", silent)
    assert (found.value, found.status) == (3, MustHaveStatus.UNCONFIRMED)


def test_a_must_have_needed_in_each_partner_asks_only_those_who_take_part():
    assert must("each", "3", "na").status is MustHaveStatus.MET


def test_a_shared_must_have_is_met_when_more_than_half_stand_at_3():
    assert must("shared", "4", "3", "2").status is MustHaveStatus.MET
    assert must("shared", "3", "dk", "-").status is MustHaveStatus.MET


def test_a_shared_must_have_is_unconfirmed_when_only_half_stand_at_3():
    found = must("shared", "4", "2")
    assert (found.value, found.status) == (3, MustHaveStatus.UNCONFIRMED)


def test_a_must_have_that_one_partner_needs_is_met_by_one():
    assert must("one", "3", "1", "dk").status is MustHaveStatus.MET


@pytest.mark.parametrize("mode", ["shared", "each", "one"])
def test_a_must_have_without_a_value_is_unconfirmed(mode):
    assert must(mode, "dk", "-").status is MustHaveStatus.UNCONFIRMED


def test_an_agreed_must_have_is_met_from_3_whatever_the_answers():
    assert must("each", "1", "dk", agreed=3).status is MustHaveStatus.MET


def test_an_agreed_must_have_below_3_is_unmet_whatever_the_answers():
    assert must("each", "4", "4", agreed=2).status is MustHaveStatus.UNMET


def test_a_must_have_not_agreed_is_met_only_if_everybody_has_3_or_more():
    assert must("one", "3", "4", "na", agreed="none").status is MustHaveStatus.MET
    assert must("one", "3", "4", "dk", agreed="none").status is MustHaveStatus.UNCONFIRMED
    assert must("one", "3", "2", agreed="none").status is MustHaveStatus.UNCONFIRMED


def test_a_must_have_not_agreed_is_unmet_below_3_and_unconfirmed_without_a_value():
    assert must("each", "4", "2", agreed="none").status is MustHaveStatus.UNMET
    assert must("shared", "dk", agreed="none").status is MustHaveStatus.UNCONFIRMED


def test_not_agreed_does_not_make_a_must_have_apply():
    assert must("shared", "na", agreed="none").status is MustHaveStatus.NOT_APPLICABLE
    assert must("shared", "na", agreed=3).status is MustHaveStatus.MET


# the statement


def test_with_nothing_against_it_a_partnership_is_ready():
    found = stated(TWO, {"council": {"PU1": "4", "PU2": "3"}})
    assert found.statement is Statement.READY
    assert (found.blocked_by, found.conditions) == ((), ())
    assert (found.biting, found.met) == (("PU1",), ("PU1",))


@pytest.mark.parametrize("level", ["2", "dk"])
def test_a_must_have_that_bites_and_is_not_met_says_not_yet(level):
    found = stated(TWO, {"council": {"PU1": level, "PU2": "4"}})
    assert found.statement is Statement.NOT_YET
    assert found.blocked_by == ("PU1",)
    assert (found.biting, found.met) == (("PU1",), ())


def test_not_yet_names_no_conditions_and_no_must_have_of_the_next_step():
    topics = {**TWO, "LE1": "shared", "CU1": "shared must:Scoping"}
    found = stated(topics, {"council": {"PU1": "2", "PU2": "1", "LE1": "1", "CU1": "1"}})
    assert found.blocked_by == ("PU1",)
    assert found.conditions == ()


def test_what_blocks_stands_in_walk_order():
    topics = {"GO2": "each must", "LA1": "each must", "PU1": "shared must"}
    found = stated(topics, {"council": dict.fromkeys(topics, "1")})
    assert found.blocked_by == ("PU1", "LA1", "GO2")


def test_a_must_have_of_the_next_step_that_is_not_met_makes_conditions():
    topics = {**TWO, "LA1": "each must:Scoping", "GO2": "each must:Design and plan"}
    found = stated(topics, {"council": {"PU1": "4", "PU2": "4", "LA1": "2", "GO2": "1"}})
    assert found.statement is Statement.WITH_CONDITIONS
    assert found.blocked_by == ("LA1",)
    assert found.conditions == ()


def test_a_must_have_two_steps_away_does_not_matter_yet():
    topics = {**TWO, "LA1": "each must:Design and plan"}
    said = {"council": {"PU1": "4", "PU2": "4", "LA1": "1"}}
    assert stated(topics, said).statement is Statement.READY
    assert stated(topics, said, step="Scoping").statement is Statement.WITH_CONDITIONS
    assert stated(topics, said, step="Design and plan").statement is Statement.NOT_YET


def test_a_must_have_of_the_next_step_that_does_not_apply_is_no_condition():
    topics = {**TWO, "LA1": "each must:Scoping", "LA2": "each"}
    said = {"council": {"PU1": "4", "PU2": "4", "LA1": "na", "LA2": "4"}}
    assert stated(topics, said).statement is Statement.READY


def test_at_review_every_must_have_bites_and_none_comes_next():
    topics = {**TWO, "PU3": "shared must:Implementation"}
    said = {"council": {"PU1": "4", "PU2": "4", "PU3": "3"}}
    found = stated(topics, said, step=Step.REVIEW)
    assert found.statement is Statement.READY
    assert found.biting == ("PU1", "PU3")


def test_a_must_have_that_depends_on_the_sharing_does_not_block_other_sharing():
    topics = {**TWO, "PU3": "shared must:Vision,if:high_risk"}
    said = {"council": {"PU1": "4", "PU2": "4", "PU3": "2"}}
    assert stated(topics, said, high_risk=True).blocked_by == ("PU3",)
    assert stated(topics, said, high_risk=False).statement is Statement.READY


def test_a_dimension_below_3_is_a_condition():
    found = stated(TWO, {"council": {"PU1": "3", "PU2": "2"}})
    assert found.statement is Statement.WITH_CONDITIONS
    assert found.conditions == ("purpose",)


def test_a_dimension_without_a_value_is_a_condition():
    topics = {**TWO, "LE1": "shared", "LE2": "shared"}
    said = {"council": {"PU1": "4", "PU2": "4", "LE1": "dk", "LE2": "dk"}}
    assert stated(topics, said).conditions == ("leadership",)


def test_a_dimension_of_which_nothing_applies_is_a_condition():
    topics = {**TWO, "LE1": "shared"}
    said = {"council": {"PU1": "4", "PU2": "4", "LE1": "na"}}
    assert stated(topics, said).conditions == ("leadership",)


def test_a_dimension_of_which_nothing_is_in_the_chosen_set_is_a_condition():
    topics = {**TWO, "LE1": "shared in:full"}
    said = {"council": {"PU1": "4", "PU2": "4", "LE1": "4"}}
    assert stated(topics, said, set="short").conditions == ("leadership",)


def test_a_dimension_that_rests_on_one_question_is_a_condition_however_high():
    topics = {**TWO, "LE1": "shared"}
    assert stated(topics, {"council": {"PU1": "4", "PU2": "4", "LE1": "5"}}).conditions == (
        "leadership",
    )


def test_a_dimension_is_no_condition_before_the_step_from_which_it_counts():
    topics = {**TWO, "CU1": "shared", "CU2": "shared"}
    said = {"council": {"PU1": "4", "PU2": "4", "CU1": "1", "CU2": "1"}}
    assert stated(topics, said).statement is Statement.READY
    assert stated(topics, said, step="Scoping").conditions == ("culture",)


def test_conditions_stand_in_walk_order():
    topics = {"EV1": "one", "LA1": "each", "PU1": "shared"}
    found = stated(topics, {"council": dict.fromkeys(topics, "1")}, step="Implementation")
    assert found.conditions == ("purpose", "legal", "evaluation")


def test_a_partner_that_has_not_answered_makes_conditions():
    found = stated(TWO, {"council": {"PU1": "4", "PU2": "4"}, "police": {}})
    assert found.statement is Statement.WITH_CONDITIONS
    assert found.not_answered == ("police",)
    assert (found.blocked_by, found.conditions) == ((), ())


def test_a_must_have_that_does_not_apply_makes_conditions_and_does_not_cap():
    topics = {**TWO, "PU3": "shared must"}
    found = results(topics, {"council": {"PU1": "4", "PU2": "4", "PU3": "na"}})
    assert found.readiness.statement is Statement.WITH_CONDITIONS
    assert found.readiness.not_applicable == ("PU3",)
    assert found.readiness.blocked_by == ()
    assert found.dimension("purpose").capped_by == ()


def test_a_partner_below_an_agreed_must_have_is_named_and_makes_conditions():
    said = {"council": {"PU1": "4", "PU2": "4"}, "haven": {"PU1": "2 3", "PU2": "4"}}
    for level in (3, 4, 5):
        found = stated(TWO, said, agreed={"PU1": level})
        assert found.statement is Statement.WITH_CONDITIONS
        assert found.below_agreed == (BelowAgreed("PU1", "haven"),)


@pytest.mark.parametrize(("level", "agreed"), [("3", 4), ("dk", 3), ("2", "none")])
def test_nobody_is_below_an_agreed_must_have_at_3_without_a_level_or_without_agreement(
    level, agreed
):
    said = {"council": {"PU1": "4", "PU2": "4"}, "haven": {"PU1": level, "PU2": "4"}}
    assert stated(TWO, said, agreed={"PU1": agreed}).below_agreed == ()


def test_only_must_haves_that_bite_name_those_below_the_agreed_level():
    topics = {**TWO, "PU3": "shared must:Scoping"}
    said = {"haven": {"PU1": "4", "PU2": "2", "PU3": "2"}}
    agreed = {"PU2": 4, "PU3": 4}
    assert stated(topics, said, agreed=agreed).statement is Statement.READY
    assert stated(topics, said, agreed=agreed, step="Scoping").below_agreed == (
        BelowAgreed("PU3", "haven"),
    )


def test_a_module_topic_never_blocks():
    extra = module("extra", ("other",), {"XX1": ("purpose", "each must")})
    found = stated(TWO, {"council": {"PU1": "4", "PU2": "4", "XX1": "1"}}, modules=(extra,))
    assert found.statement is Statement.READY


# who has answered

FOUR = {"PU1": "shared", "PU2": "shared", "PU3": "shared", "PU4": "shared in:full"}


def missing(said: str, **facts: object) -> bool:
    """Say whether a partner has not answered, from what it says on PU1 to PU4 (none: silence)."""
    theirs = {f"PU{place}": text for place, text in enumerate(said.split(), start=1)}
    both = {"council": dict.fromkeys(FOUR, "4"), "police": theirs}
    return "police" in stated(FOUR, both, **facts).not_answered


def test_a_partner_has_answered_from_half_of_the_topics_on():
    assert not missing("4 4")
    assert missing("4")


@pytest.mark.parametrize("said", ["4 dk dk dk", "4 - - -"])
def test_dont_know_and_blank_are_no_levels(said):
    assert missing(said)


def test_topics_on_which_a_partner_does_not_take_part_are_left_out():
    assert not missing("4 na na")
    assert missing("na dk na")


def test_a_partner_with_no_topic_left_has_answered():
    assert not missing("na na na na")


def test_topics_outside_the_chosen_set_are_not_counted():
    assert missing("4 dk dk 4", set="short")


def test_topics_that_apply_to_nobody_are_not_counted():
    said = {"council": {"PU1": "4", "PU2": "na"}, "police": {"PU1": "4"}}
    assert stated({"PU1": "shared", "PU2": "shared"}, said).not_answered == ()


def test_a_vote_is_a_level_too():
    assert not missing("4", votes={"PU2": {"police": 3}})
    assert missing("4", votes={"PU2": {"police": "dk"}})


def test_module_topics_are_not_counted():
    extra = module("extra", ("other",), {f"XX{n}": ("purpose", "shared") for n in range(1, 5)})
    assert not missing("4 4", modules=(extra,))


def test_an_organisation_alone_that_is_silent_has_not_answered():
    assert stated(TWO, {"council": {}}).not_answered == ("council",)


# the figures behind the words


def test_an_unmet_must_have_needed_in_each_partner_can_be_counted():
    said = {name: {"LA1": "4"} for name in ("council", "nhs", "police", "schools")}
    found = results({"LA1": "each must"}, said | {"haven": {"LA1": "2"}}).topic("LA1")
    there = [s.organisation for s in found.stands if s.level >= 3]
    to_go = [s.organisation for s in found.stands if s.level < 3]
    assert (len(there), len(found.stands), to_go) == (4, 5, ["haven"])


def test_partners_that_are_missing_can_be_counted():
    said = {name: {} for name in ("nhs", "police", "schools")}
    said |= {name: {"PU1": "1", "PU2": "4"} for name in ("council", "haven")}
    found = stated(TWO, said)
    assert found.not_answered == ("nhs", "police", "schools")


def test_half_of_the_applicable_topics_is_enough():
    topics = {f"PU{n}": "shared" for n in range(1, 6)}
    found = stated(topics, {"council": {"PU1": "4", "PU2": "4", "PU3": "dk", "PU5": "na"}})
    assert (found.known, found.applicable, found.enough) == (2, 4, True)


def test_less_than_half_is_too_early_to_say_but_keeps_the_statement():
    topics = {f"PU{n}": "shared must" for n in range(1, 4)}
    found = stated(topics, {"council": {"PU1": "4"}})
    assert (found.known, found.applicable, found.enough) == (1, 3, False)
    assert found.statement is Statement.NOT_YET
    assert found.blocked_by == ("PU2", "PU3")


def test_it_is_never_enough_when_nothing_applies():
    found = stated({"PU1": "shared"}, {"council": {"PU1": "na"}})
    assert (found.known, found.applicable, found.enough) == (0, 0, False)


def test_module_topics_do_not_make_it_enough():
    extra = module("extra", ("other",), {"XX1": ("purpose", "shared")})
    found = stated(TWO, {"council": {"XX1": "4"}}, modules=(extra,))
    assert (found.known, found.applicable) == (0, 2)


# properties

MIXED = {
    "PU1": "shared must",
    "PU2": "one",
    "LE1": "each",
    "LA1": "each must:Scoping",
    "CU1": "shared",
}
LEVEL = st.sampled_from(["1", "2", "3", "4", "5", "dk", "na", "-"])
SAYINGS = st.lists(st.fixed_dictionaries(dict.fromkeys(MIXED, LEVEL)), min_size=1, max_size=3)
STEPS = st.sampled_from(list(Step))
RANK = {Statement.NOT_YET: 0, Statement.WITH_CONDITIONS: 1, Statement.READY: 2}


def _named(sayings: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    return {f"o{place}": said for place, said in enumerate(sayings)}


@settings(max_examples=60)
@given(SAYINGS, STEPS, st.data())
def test_a_higher_level_never_worsens_the_statement(sayings, step, data):
    places = [
        (o, topic)
        for o, said in enumerate(sayings)
        for topic, level in said.items()
        if level.isdigit() and level != "5"
    ]
    if not places:
        return
    at, topic = data.draw(st.sampled_from(places))
    raised = {**sayings[at], topic: str(int(sayings[at][topic]) + 1)}
    after = [*sayings[:at], raised, *sayings[at + 1 :]]
    low, high = (stated(MIXED, _named(s), step=step).statement for s in (sayings, after))
    assert RANK[high] >= RANK[low]


@settings(max_examples=60)
@given(SAYINGS, STEPS)
def test_the_statement_follows_from_what_is_listed(sayings, step):
    found = stated(MIXED, _named(sayings), step=step)
    match found.statement:
        case Statement.NOT_YET:
            assert found.blocked_by
            assert not found.conditions
            assert set(found.blocked_by) <= set(found.biting)
        case Statement.WITH_CONDITIONS:
            assert not set(found.blocked_by) & set(found.biting)
            assert (
                found.blocked_by or found.conditions or found.not_answered or found.not_applicable
            )
        case Statement.READY:
            assert not found.blocked_by + found.conditions + found.not_answered
            assert found.met == found.biting


@settings(max_examples=60)
@given(SAYINGS, STEPS, st.randoms(use_true_random=False))
def test_the_order_of_organisations_is_nothing(sayings, step, random):
    shuffled = list(_named(sayings).items())
    random.shuffle(shuffled)
    one, other = (stated(MIXED, s, step=step) for s in (_named(sayings), dict(shuffled)))
    assert one.statement is other.statement
    assert (one.blocked_by, one.conditions) == (other.blocked_by, other.conditions)
    assert set(one.not_answered) == set(other.not_answered)
