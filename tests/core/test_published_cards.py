"""A small partnership worked out by hand, line by line, from the published rules."""

from math import log2

import pytest

from selfassess.core import edits
from selfassess.core.agenda import Why, agenda
from selfassess.core.codes import Agreement, Confidence, Evidence, MustHaveStatus, Statement
from selfassess.core.results import Results, work_out
from tests.core.worlds import barrier, case_study, pattern, world

TOPICS = {
    "PU1": "shared must",
    "PU2": "shared",
    "LE1": "shared",
    "LE2": "one",
    "CU1": "shared",
    "CU2": "each",
    "LA1": "each must:Design and plan",
    "LA2": "shared must:Design and plan",
    "GO2": "shared",
    "GO4": "shared must:Design and plan,if:high_risk",
    "PR3": "shared must:Pre-implementation,if:safety_at_stake",
    "EV1": "one",
}
SAID = {
    "council": {
        "PU1": "4 4",
        "PU2": "3 dk",
        "LE1": "2 2",
        "LE2": "1 1",
        "CU1": "1 1",
        "CU2": "4 4",
        "LA1": "3 3",
        "LA2": "4 4",
        "GO2": "4 4",
        "GO4": "na na",
        "PR3": "2 2",
    },
    "nhs": {
        "PU1": "3",
        "PU2": "3",
        "LE1": "dk",
        "LE2": "5",
        "CU1": "4",
        "CU2": "3",
        "LA1": "3",
        "LA2": "3",
        "GO2": "4",
        "GO4": "na",
        "PR3": "dk",
    },
    "haven": {
        "PU1": "4",
        "PU2": "2",
        "LE2": "na",
        "CU1": "4",
        "CU2": "4",
        "LA1": "2",
        "LA2": "2",
        "GO2": "4",
        "GO4": "na",
    },
}
BARRIERS = (
    barrier("no-lead", "LE1<=2*2 LE2<=2", often_behind=["roles"]),
    barrier("no-basis", "LA1<=2*3 LA2<=2"),
    barrier("roles", "GO2<=2 GO4<=2"),
    barrier("unproven", "EV1<=2"),
    barrier(
        "small-left-out",
        "CU2<=2 PU2<=2",
        pattern(
            "haven-low",
            "LA1<=3 PU2<=3",
            {"topic": "LA1", "organisation": {"sectors": ["voluntary"], "at_most": 2}},
            {"topic": "PU1", "at_least": 3},
        ),
    ),
)
CASES = (case_study("same-basis", "no-basis"), case_study("other"))


def worked(**edit: int) -> Results:
    """Work it out at Design and plan, with some answers of the Haven's replaced."""
    assessment, content = world(
        TOPICS,
        SAID,
        step="Design and plan",
        agreed={"CU1": 3},
        evidence={"PU1": "document"},
        sectors={"council": "local-government", "nhs": "health"},
        safety_at_stake=False,
        barriers=BARRIERS,
        cases=CASES,
    )
    for topic, level in edit.items():
        assessment = edits.say(assessment, "haven-0", topic, level)
    return work_out(assessment, content)


@pytest.mark.parametrize(
    ("topic", "levels", "value", "low", "high"),
    [
        ("PU1", (4, 3, 4), 4, 4, 4),
        ("PU2", (3, 3, 2), 3, 2, 3),
        ("LE1", (2, None, None), 2, 1, 5),
        ("LE2", (1, 5, None), 5, 5, 5),
        ("CU1", (1, 4, 4), 3, 3, 3),
        ("CU2", (4, 3, 4), 3, 3, 3),
        ("LA1", (3, 3, 2), 2, 2, 2),
        ("LA2", (4, 3, 2), 3, 3, 3),
        ("GO2", (4, 4, 4), 4, 4, 4),
        ("GO4", (None, None, None), None, None, None),
        ("PR3", (2, None, None), 2, 1, 5),
        ("EV1", (None, None, None), None, 1, 5),
    ],
)
def test_every_topic_is_worth_what_the_rules_say(topic, levels, value, low, high):
    score = worked().topic(topic)
    assert tuple(s.level for s in score.stands) == levels
    assert (score.value, score.low, score.high) == (value, low, high)


@pytest.mark.parametrize(
    ("dimension", "value", "low", "high", "band", "capped_by", "coverage"),
    [
        ("purpose", 3.5, 3, 3.5, 3, (), 1),
        ("leadership", 3.5, 3, 5, 3, (), 1),
        ("culture", 3, 3, 3, 3, (), 1),
        ("legal", 2.5, 2.5, 2.5, 2, ("LA1",), 1),
        ("governance", 4, 4, 4, 4, (), 1),
        ("process", 2, 1, 5, 2, (), 1),
        ("evaluation", None, 1, 5, None, (), 0),
    ],
)
def test_every_dimension_is_worth_what_the_rules_say(
    dimension, value, low, high, band, capped_by, coverage
):
    score = worked().dimension(dimension)
    assert (score.value, score.low, score.high, score.band) == (value, low, high, band)
    assert (score.capped_by, score.coverage) == (capped_by, coverage)
    assert score.capped is (dimension == "legal")


@pytest.mark.parametrize(
    ("dimension", "agreement", "confidence"),
    [
        ("purpose", Agreement.CLOSE, Confidence.MEDIUM),
        ("leadership", Agreement.SPLIT, Confidence.VERY_LOW),
        ("governance", Agreement.CLOSE, Confidence.VERY_LOW),
        ("process", Agreement.ONE_VIEW, Confidence.VERY_LOW),
        ("evaluation", None, None),
    ],
)
def test_agreement_and_confidence_are_what_the_rules_say(dimension, agreement, confidence):
    score = worked().dimension(dimension)
    assert (score.agreement, score.confidence) == (agreement, confidence)


def test_consensus_evidence_and_confidence_of_a_topic_are_what_the_rules_say():
    score = worked().topic("PU1")
    by_hand = 1 + 1 / 4 * log2(1 - 0.75 / 4) + 3 / 4 * log2(1 - 0.25 / 4)
    assert score.consensus == pytest.approx(by_hand)
    assert (score.counts, score.range) == ((0, 0, 1, 3, 0), 1)
    assert (score.evidence, score.agreement) == (Evidence.DOCUMENT, Agreement.CLOSE)
    assert score.confidence is Confidence.HIGH


def test_must_haves_stand_where_the_rules_say():
    found = {t.id: t.status for t in worked().topics if t.must_have}
    assert found == {
        "PU1": MustHaveStatus.MET,
        "LA1": MustHaveStatus.UNMET,
        "LA2": MustHaveStatus.MET,
        "GO4": MustHaveStatus.NOT_APPLICABLE,
    }


def test_the_statement_is_not_yet_for_the_one_must_have():
    found = worked().readiness
    assert found.statement is Statement.NOT_YET
    assert (found.blocked_by, found.conditions) == (("LA1",), ())
    assert (found.biting, found.met) == (("PU1", "LA1", "LA2", "GO4"), ("PU1", "LA2"))
    assert (found.known, found.applicable, found.enough) == (10, 11, True)
    assert (found.not_applicable, found.not_answered) == (("GO4",), ())


def test_once_the_haven_has_its_basis_the_statement_is_with_conditions():
    found = worked(LA1=3).readiness
    assert found.statement is Statement.WITH_CONDITIONS
    assert (found.blocked_by, found.conditions) == ((), ("governance",))


def test_strengths_and_agenda_are_what_the_rules_say():
    found = worked()
    assert [t.id for t in found.strengths.topics] == ["PU1"]
    assert [(i.topic.id, i.why) for i in agenda(found.round, found.topics).items] == [
        ("LA1", Why.MUST_HAVE),
        ("CU1", Why.APART),
        ("LA2", Why.APART),
        ("LE2", Why.APART),
        ("LE1", Why.UNKNOWN),
        ("PR3", Why.UNKNOWN),
        ("EV1", Why.UNKNOWN),
    ]


def test_barriers_are_what_the_rules_say():
    """The pattern is worth (2/3 + 1/3) / 2; the mean of what is listed is 29/96."""
    found = worked().barriers
    mean = (3 / 8 + 1 / 2 + 1 / 3 + 0) / 4
    assert [(d.barrier.id, d.strength, d.strength_high, d.raised) for d in found] == [
        ("no-basis", 3 / 8, 3 / 8, True),
        ("small-left-out", 1 / 2, 1 / 2, True),
        ("no-lead", 1 / 3, 1 / 3, True),
        ("unproven", 0, 1, False),
    ]
    assert [d.salience for d in found] == [pytest.approx(d.strength - mean) for d in found]
    assert [d.confidence for d in found] == [
        Confidence.MEDIUM,
        Confidence.MEDIUM,
        Confidence.LOW,
        Confidence.VERY_LOW,
    ]
    assert [d.blocks for d in found] == [True, False, False, False]
    assert found[1].pattern.id == "haven-low"


def test_the_case_that_met_the_same_barrier_comes_first():
    assert worked().cases.ranked[0].case.id == "same-basis"
