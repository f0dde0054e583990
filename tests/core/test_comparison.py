from dataclasses import replace

import pytest

from selfassess.core.assessment import LookBack
from selfassess.core.comparison import Comparison, Move, TopicChange, compare
from selfassess.core.questionnaire import Questionnaire
from selfassess.core.results import Results, work_out
from tests.core.worlds import module, results, world

TOPICS = {"PU1": "shared", "PU2": "shared", "PU3": "shared", "LE1": "each must"}


def stand(said: str, topics: dict[str, str] = TOPICS, **facts: object) -> Results:
    return results(topics, {"council": dict(part.split("=") for part in said.split())}, **facts)


def topic(compared: Comparison, id_: str) -> TopicChange:
    return next(change for change in compared.topics if change.id == id_)


def reworded(now: Results, **fields: object) -> Results:
    """Work out the same answers to a questionnaire whose first topic reads otherwise."""
    questionnaire = now.content.questionnaire
    dimension = questionnaire.dimensions[0]
    first = dimension.topics[0].changed(**fields)
    changed = questionnaire.changed(
        dimensions=(
            dimension.changed(topics=(first, *dimension.topics[1:])),
            *questionnaire.dimensions[1:],
        )
    )
    assert isinstance(changed, Questionnaire)
    return work_out(now.assessment, replace(now.content, questionnaire=changed))


@pytest.mark.parametrize(
    ("then", "now", "move"),
    [
        ("2", "3", Move.UP),
        ("2", "5", Move.UP),
        ("3", "2", Move.DOWN),
        ("3", "3", Move.SAME),
        ("2 3", "3 3", Move.SAME),
        ("dk", "3", Move.UNKNOWN),
        ("3", "dk", Move.UNKNOWN),
        ("na", "3", Move.UNKNOWN),
    ],
)
def test_a_topic_moved_from_a_whole_level_on(then, now, move):
    def said(levels: str) -> Results:
        return results({"PU1": "shared"}, {"council": {"PU1": levels}})

    assert compare(said(then), said(now)).topics[0].move is move


def test_a_dimension_is_compared_over_the_topics_known_both_times():
    compared = compare(stand("PU1=2 PU2=2 PU3=1 LE1=3"), stand("PU1=3 PU2=3 PU3=dk LE1=3"))
    purpose, leadership = compared.dimensions
    assert (purpose.id, purpose.before, purpose.after, purpose.change) == ("purpose", 2, 3, 1)
    assert (purpose.topics, purpose.move) == (2, Move.UP)
    assert (purpose.up, purpose.down) == (("PU1", "PU2"), ())
    assert (leadership.change, leadership.move) == (0, Move.SAME)


def test_a_dimension_moved_from_half_a_level_on_before_caps():
    then = stand("PU1=3 PU2=3 PU3=3 LE1=1")
    assert compare(then, stand("PU1=4 PU2=3 PU3=3")).dimensions[0].move is Move.SAME
    assert compare(then, stand("PU1=4 PU2=4 PU3=3")).dimensions[0].move is Move.UP
    assert compare(then, stand("PU1=2 PU2=2 PU3=3")).dimensions[0].move is Move.DOWN
    assert compare(then, stand("LE1=2")).dimensions[1].change == 1


def test_a_change_of_exactly_half_a_level_is_shown_whatever_the_rounding():
    topics = {f"PU{n}": "shared" for n in range(1, 5)}
    then, now = (
        stand("PU1=3 PU2=2 PU3=2 PU4=2", topics),
        stand("PU1=4 PU2=3 PU3=2 PU4=2", topics),
    )
    assert compare(then, now).dimensions[0].move is Move.UP


def test_a_dimension_without_a_topic_known_both_times_is_not_compared():
    (purpose, _leadership) = compare(stand("PU1=2"), stand("PU2=3")).dimensions
    assert (purpose.before, purpose.after, purpose.change) == (None, None, None)
    assert (purpose.move, purpose.topics) == (Move.UNKNOWN, 0)


def test_new_and_withdrawn_topics_are_listed_and_not_mixed_in():
    compared = compare(
        stand("PU1=2 PU2=1", {"PU1": "shared", "PU2": "shared"}),
        stand("PU1=2 PU3=5", {"PU1": "shared", "PU3": "shared"}),
    )
    assert (compared.new, compared.withdrawn) == (("PU3",), ("PU2",))
    assert [change.id for change in compared.topics] == ["PU1"]
    assert compared.dimensions[0].change == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"question": "Another question?"},
        {"levels": ("One", "Two", "Three", "Four", "Five")},
        {"mode": "each"},
    ],
)
def test_reworded_topics_are_listed_and_not_mixed_in(fields):
    then = stand("PU1=1 PU2=3 PU3=3")
    compared = compare(then, reworded(stand("PU1=5 PU2=3 PU3=3"), **fields))
    assert compared.reworded == ("PU1",)
    assert [change.id for change in compared.topics] == ["PU2", "PU3", "LE1"]
    assert compared.dimensions[0].change == 0


def test_a_translation_or_another_title_is_no_rewording():
    then = stand("PU1=1")
    question = {"en": "Question PU1?", "cy": "Cwestiwn PU1?"}
    now = reworded(stand("PU1=3"), question=question, title="Another title", why="Otherwise.")
    assert compare(then, now).reworded == ()


def test_topics_of_modules_are_compared_and_enter_no_dimension():
    extra = module("homes", ("early-years",), {"HO1": ("purpose", "shared")})

    def said(levels: str) -> Results:
        return stand(f"PU1=3 PU2=3 PU3=3 HO1={levels}", modules=(extra,))

    compared = compare(said("1"), said("4"))
    assert topic(compared, "HO1").move is Move.UP
    assert compared.dimensions[0].topics == 3
    assert compared.dimensions[0].up == ()


# looking back


def looked_back(then: str, now: str, *backs: tuple[str, str]) -> Comparison:
    """Compare answers to PU1, and what people now say that it was."""
    people = {"council": {"PU1": now}, "police": {"PU1": now}}
    assessment, content = world({"PU1": "shared"}, people)
    back = tuple(
        LookBack(respondent=who, topic="PU1", level="dk" if level == "dk" else int(level))
        for who, level in backs
    )
    latest = assessment.latest.changed(look_back=back)
    later = work_out(assessment.changed(rounds=(latest,)), content)
    return compare(results({"PU1": "shared"}, {"council": {"PU1": then}}), later)


def test_topics_that_fell_ask_for_a_look_back():
    compared = compare(stand("PU1=4 PU2=2"), stand("PU1=2 PU2=3"))
    assert [change.id for change in compared.fell] == ["PU1"]
    assert compared.fell[0].looked_back is None
    assert not compared.fell[0].knows_more


def test_looking_back_is_combined_as_levels_are():
    compared = looked_back("4", "2 2 2", ("council-0", "1"), ("council-1", "3"), ("police-0", "4"))
    assert topic(compared, "PU1").looked_back == 3


def test_who_does_not_know_what_it_was_counts_for_nothing():
    assert topic(looked_back("4", "2", ("council-0", "dk")), "PU1").looked_back is None


def test_who_belongs_to_no_organisation_is_heard_all_the_same():
    assert topic(looked_back("4", "2", ("somebody", "3")), "PU1").looked_back == 3


@pytest.mark.parametrize(("back", "knows_more"), [("2", True), ("3", False), ("4", False)])
def test_people_know_more_where_it_did_not_fall_against_what_they_say_it_was(back, knows_more):
    change = topic(looked_back("4", "2", ("council-0", back)), "PU1")
    assert change.move is Move.DOWN
    assert change.knows_more is knows_more


def test_nobody_knows_more_where_nothing_fell():
    assert not topic(looked_back("2", "2", ("council-0", "2")), "PU1").knows_more
