from types import SimpleNamespace

import pytest

from selfassess.core.library import ReasonKind
from selfassess.core.matching import Reason
from selfassess.core.results import Results
from selfassess.reports import sentences
from tests.core import worlds
from tests.reports.small import WORDS, barrier, small


def because(results: Results, id_: str) -> tuple[str, ...]:
    found = next(d for d in results.barriers if d.barrier.id == id_)
    return sentences.because_in_words(found, results, WORDS)


def test_a_barrier_says_its_pattern_first_then_who_says_what():
    assert because(small(), "fear-of-blame") == (
        "Partners agree on paper, yet staff are afraid.",
        "Haven says: “CU2 at level 1” (CU2 = 1, opinion)",
    )
    assert because(small(anonymous=True), "fear-of-blame")[1] == (
        "1 of 3 partners says: “CU2 at level 1” (CU2 = 1, opinion)"
    )


def test_because_of_all_of_some_of_an_agreed_level_or_of_nothing_known():
    one = barrier("one", "One", signs=[{"topic": f"CU{n}", "at_or_below": 3} for n in range(1, 6)])
    topics = {f"CU{n}": "shared" for n in range(1, 6)}
    said = {
        "a": {"CU1": "1", "CU2": "1", "CU3": "1", "CU5": "2"},
        "b": {"CU1": "1", "CU2": "1", "CU3": "4", "CU5": "2"},
        "c": {"CU1": "1", "CU2": "4", "CU3": "4", "CU5": "4"},
        "d": {"CU1": "1", "CU2": "4", "CU3": "1", "CU5": "4"},
    }
    results = worlds.results(topics, said, barriers=(one,), agreed={"CU3": 2})
    assert set(because(results, "one")) == {
        "All 4 partners say: “CU1 at level 1” (CU1 = 1, opinion)",
        "A and B say: “CU2 at level 1” (CU2 = 2.5, opinion)",
        "Agreed together: “CU3 at level 2” (CU3 = 2, opinion)",
        "A and B say: “CU5 at level 2” (CU5 = 3, opinion)",
        "Find out: Question CU4? (CU4)",
    }


def test_because_lines_carry_level_and_must_have_for_screens():
    results = small()
    found = next(d for d in results.barriers if d.barrier.id == "no-basis")
    line = sentences.because(found, results, WORDS)[0]
    assert (line.topic, line.value, line.level, line.who, line.must_have) == (
        "LA1",
        2.0,
        2,
        "Haven",
        True,
    )


def say(kind: ReasonKind, code: str, quote: str = "") -> str:
    return sentences.reason(Reason(kind, code, quote, 1), small(), WORDS)


@pytest.mark.parametrize(
    ("kind", "code", "quote", "says"),
    [
        ("done", "fear-of-blame", "A vow.", "What they did about “Staff fear blame”: A vow."),
        ("barrier", "fear-of-blame", "So.", "Same barrier, “Staff fear blame”: So."),
        ("barrier", "gone", "So.", "Same barrier, “gone”: So."),
        ("topic", "CU2", "", "Low there too: Title of CU2 (CU2)"),
        ("dimension", "culture", "Fear.", "Same kind of trouble, culture: Fear."),
        ("dimension", "national", "A gap.", "Same kind of trouble, national: A gap."),
        ("story", "school", "", "Words of your story: school"),
        ("policy-area", "domestic-abuse", "", "Same policy area: Domestic abuse"),
        ("sector", "police", "", "Same partners: Police"),
        ("step", "Design and plan", "", "Same step: Design and plan"),
        ("country", "GB-ENG", "", "Same country: England"),
        ("country", "GB-WLS", "", "Also in the United Kingdom: Wales"),
    ],
)
def test_reasons_for_a_case_have_words(kind, code, quote, says):
    assert say(ReasonKind(kind), code, quote) == says


def test_what_they_did_comes_first_and_reasons_of_one_kind_are_said_together():
    parts = (
        ("done", "fear-of-blame", "A vow."),
        ("barrier", "fear-of-blame", "Fear."),
        ("topic", "CU1", ""),
        ("topic", "XX1", ""),
        ("sector", "police", ""),
        ("sector", "health", ""),
        ("dimension", "culture", "Fear."),
        ("dimension", "legal", "Law."),
    )
    reasons = tuple(Reason(ReasonKind(kind), code, quote, 0.25) for kind, code, quote in parts)
    told = sentences.case_reasons(SimpleNamespace(reasons=reasons), small(), WORDS)
    assert told == (
        ("What they did about “Staff fear blame”: A vow.", 0.25),
        ("Same barrier, “Staff fear blame”: Fear.", 0.25),
        ("Low there too: Title of CU1 (CU1); XX1 (XX1)", 0.5),
        ("Same partners: Police and Health", 0.5),
        ("Same kind of trouble: culture and legal", 0.5),
    )


def test_shares_add_up_to_the_score_of_the_case():
    results = small()
    for match in results.cases.ranked:
        told = sentences.case_reasons(match, results, WORDS)
        assert sum(share for _, share in told) == pytest.approx(match.score)
