import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfassess.core import workshop
from selfassess.core.codes import PatternId
from selfassess.core.patterns import moved, see, sight
from selfassess.core.results import work_out
from tests.core import worlds

NAMES = ("council", "police", "nhs", "schools", "charity")


def world(said: str, topic: str = "shared", *, evidence: str = "document", second: str = ""):
    """`"4 2 dk"` are the votes of the first three organisations; `second` their second ones."""
    first = said.split()
    assessment, content = worlds.world({"PU1": topic}, {name: {} for name in NAMES[: len(first)]})
    for name, vote in zip(NAMES, first, strict=False):
        assessment = cast(assessment, name, vote)
    for name, vote in zip(NAMES, second.split(), strict=False):
        assessment = cast(assessment, name, vote, again=True)
    return assessment, content


def cast(assessment, name, vote, *, again=False):
    if vote == "-":
        return assessment
    given_ = vote if vote == "dk" else int(vote)
    return workshop.vote(assessment, "PU1", name, given_, again=again)


def seen(said: str, topic: str = "shared", *, again=False, **facts):
    assessment, content = world(said, topic, **facts)
    (score,) = work_out(assessment, content).topics
    return see(sight(assessment.latest, score, again=again))


def told_again(assessment, content):
    (score,) = work_out(assessment, content).topics
    return moved(assessment.latest, score)


def test_what_moved_is_the_first_vote_and_the_second():
    assert told_again(*world("1 4 dk")) is None
    first, last = told_again(*world("1 4 dk", second="3 - 3"))
    assert (first, last) == ((1, 0, 0, 1, 0), (0, 0, 2, 1, 0))


def test_hands_that_moved_are_told_without_what_stood_before_them():
    assessment, content = world("1 4")
    raised = workshop.raise_hands(
        assessment, "PU1", (0, 0, 3, 0, 0), 0, again=True, stood=(1, 0, 0, 1, 0)
    )
    assert told_again(raised, content) == ((1, 0, 0, 1, 0), (0, 0, 3, 0, 0))


@pytest.mark.parametrize(
    ("said", "topic", "second", "pattern"),
    [
        ("- - -", "shared", "", PatternId.NO_VIEW),
        ("dk dk -", "shared", "", PatternId.NOBODY_KNOWS),
        ("4 2 dk", "shared", "", PatternId.MANY_UNSURE),
        ("4 - -", "shared", "", PatternId.ONE_VOICE),
        ("1 4 3", "shared", "3 3 3", PatternId.MOVED_TOGETHER),
        ("3 3 2", "shared", "4 3 1", PatternId.MOVED_APART),
        ("1 4 4", "shared", "2 4 4", PatternId.STILL_APART),
        ("2 4 3", "each", "", PatternId.ONE_PARTNER_BEHIND),
        ("1 2 4", "each", "", PatternId.DIFFERENT_POINTS),
        ("1 4 2", "one", "", PatternId.ONE_PARTNER_HAS_IT),
        ("1 4", "shared", "", PatternId.TWO_APART),
        ("1 4 4 3", "shared", "", PatternId.ONE_LOWER),
        ("2 2 5 2", "shared", "", PatternId.ONE_HIGHER),
        ("4 4 1 2 2", "shared", "", PatternId.TWO_GROUPS),
        ("1 1 4 4", "shared", "", PatternId.TWO_GROUPS),
        ("1 2 3 4", "shared", "", PatternId.ALL_OVER),
        ("2 2 1", "shared must", "", PatternId.MUST_HAVE_LOW),
        ("1 1 1", "shared", "", PatternId.ALL_LOWEST),
        ("5 5 5", "shared", "", PatternId.ALL_TOP),
        ("4 4 5", "shared", "", PatternId.HIGH_WITHOUT_PROOF),
        ("2 3 3", "shared", "", PatternId.ROUND_THE_LINE),
        ("3 4 4 dk", "shared", "", PatternId.CLOSE_WITH_DOUBT),
        ("3 3 3", "shared", "", PatternId.ALL_SAME),
        ("3 4 3", "shared", "", PatternId.ALL_CLOSE),
    ],
)
def test_votes_make_a_pattern(said, topic, second, pattern):
    assert seen(said, topic, second=second).id is pattern


def test_every_pattern_has_an_example_above():
    (mark,) = test_votes_make_a_pattern.pytestmark
    assert {case[-1] for case in mark.args[1]} == set(PatternId)


def test_two_groups_are_named_by_their_ends():
    told = seen("4 4 1 2 2")
    assert told.lowest == ("nhs",)
    assert told.highest == ("council", "police")
    assert told.others == ("schools", "charity")
    assert told.apart == 3


def test_a_lone_view_is_named_and_the_others_beside_it():
    told = seen("1 4 4 3")
    assert told.lone == ("council",)
    assert told.others == ("police", "nhs", "schools")


def test_who_does_not_know_is_named():
    assert seen("4 dk -").unsure == ("police",)


def test_nobody_stands_lowest_where_all_stand_alike():
    told = seen("3 3 3")
    assert (told.lowest, told.highest) == ((), ())


def test_hands_make_patterns_without_naming_anybody():
    assessment, content = worlds.world({"PU1": "shared"}, {"council": {}, "police": {}})
    raised = workshop.raise_hands(assessment, "PU1", (2, 0, 0, 3, 0), 0)
    (score,) = work_out(raised, content).topics
    told = see(sight(raised.latest, score))
    assert told.id is PatternId.TWO_GROUPS
    assert (told.lowest, told.highest, told.lone, told.apart) == ((), (), (), 3)
    again = workshop.raise_hands(raised, "PU1", (0, 0, 4, 1, 0), 0, again=True)
    (score,) = work_out(again, content).topics
    looked = sight(again.latest, score)
    assert (looked.first, looked.last) == ((2, 0, 0, 3, 0), (0, 0, 4, 1, 0))
    assert see(looked).id is PatternId.MOVED_TOGETHER


def test_proof_takes_the_doubt_from_high_votes():
    assessment, content = worlds.world(
        {"PU1": "shared"},
        {"council": {"PU1": "4"}, "police": {"PU1": "5"}},
        evidence={"PU1": "document"},
    )
    (score,) = work_out(assessment, content).topics
    assert see(sight(assessment.latest, score)).id is PatternId.ALL_CLOSE


def test_a_second_vote_that_changed_nothing_is_known_only_from_outside():
    assert seen("1 1 4 4").id is PatternId.TWO_GROUPS
    assert seen("1 1 4 4", again=True).id is PatternId.STILL_APART


@given(st.lists(st.sampled_from(["1", "2", "3", "4", "5", "dk", "-"]), min_size=1, max_size=5))
@settings(max_examples=100)
def test_any_votes_make_some_pattern_and_name_only_who_is_there(votes):
    for topic in ("shared must", "each", "one"):
        told = seen(" ".join(votes), topic)
        named = {*told.lowest, *told.highest, *told.others, *told.lone, *told.unsure}
        assert named <= set(NAMES[: len(votes)])


def test_the_first_vote_is_known_beside_a_second_dont_know():
    assessment, content = world("4 2 3", second="dk 3 3")
    assessment = workshop.vote(assessment, "LE1", "council", 1)
    (score,) = work_out(assessment, content).topics
    looked = sight(assessment.latest, score)
    assert (looked.first, looked.last) == ((0, 1, 1, 1, 0), (0, 0, 2, 0, 0))
