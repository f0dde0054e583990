from itertools import pairwise

import pytest

from selfassess.core.codes import (
    CASE_STAGES,
    DIMENSIONS,
    POLICY_AREAS,
    SECTORS,
    UK_NATIONS,
    Confidence,
    Evidence,
    MustHaveStatus,
    Set,
    Step,
)


def test_the_journey_has_six_steps_in_order():
    assert [str(step) for step in Step] == [
        "Vision",
        "Scoping",
        "Design and plan",
        "Pre-implementation",
        "Implementation",
        "Review",
    ]
    assert [step.place for step in Step] == [0, 1, 2, 3, 4, 5]


def test_every_step_is_followed_by_the_next_and_review_by_none():
    assert [one.following for one, _two in pairwise(Step)] == [two for _one, two in pairwise(Step)]
    assert Step.REVIEW.following is None


@pytest.mark.parametrize(
    ("chosen", "held"),
    [(Set.SHORT, (1, 0, 0)), (Set.STANDARD, (1, 1, 0)), (Set.FULL, (1, 1, 1))],
)
def test_a_set_holds_the_topics_of_smaller_ones(chosen, held):
    assert tuple(chosen.holds(smallest) for smallest in Set) == held


def test_evidence_and_confidence_have_an_order():
    assert [e.grade for e in (Evidence.OPINION, Evidence.DOCUMENT, Evidence.WORKING)] == [0, 1, 2]
    assert [str(c) for c in sorted(Confidence, key=lambda c: c.rank)] == [
        "very-low",
        "low",
        "medium",
        "high",
        "very-high",
    ]


def test_unmet_and_unconfirmed_must_haves_hold_back():
    assert [status for status in MustHaveStatus if status.holds_back] == [
        MustHaveStatus.UNMET,
        MustHaveStatus.UNCONFIRMED,
    ]


def test_stages_of_cases_map_to_steps():
    assert CASE_STAGES == {
        "need": "Vision",
        "partnership": "Scoping",
        "design": "Design and plan",
        "agree": "Pre-implementation",
        "implement": "Implementation",
        "review": "Review",
    }


def test_there_are_as_many_words_for_codes_as_the_rules_have():
    assert (len(DIMENSIONS), len(POLICY_AREAS), len(SECTORS), len(UK_NATIONS)) == (14, 21, 15, 4)
    for codes in (DIMENSIONS, POLICY_AREAS, SECTORS, UK_NATIONS):
        assert len(set(codes)) == len(codes)
