from selfassess.core.barriers import Barrier
from selfassess.core.comparison import compare
from selfassess.core.results import work_out
from selfassess.reports.plain import barrier_lines, comparison_lines, score_lines
from selfassess.words import words_in
from tests.core.worlds import results
from tests.reports.small import small

EN = words_in("en")


def barrier(number, *topics):
    return Barrier.model_validate(
        {
            "id": f"barrier-{number}",
            "name": f"Barrier {number}",
            "description": "About it.",
            "dimension": "purpose",
            "kind": "means",
            "reach": "local",
            "signs": [{"topic": topic, "at_or_below": 2} for topic in topics],
            "first_steps": [],
        }
    )


def test_nothing_answered_is_said():
    found = results({"PU1": "shared"}, {"council": {}})
    assert list(barrier_lines(found, EN)) == ["Nothing has been answered yet."]


def test_where_nothing_stands_out_the_lowest_answers_are_named():
    topics = {"PU1": "shared", "PU2": "shared", "PU3": "shared", "PU4": "shared"}
    found = results(topics, {"council": {"PU1": "5", "PU2": "3", "PU3": "4", "PU4": "4"}})
    lines = list(barrier_lines(found, EN))
    assert lines[0] == "Nothing stands out. The lowest answers are:"
    assert [line.split()[0] for line in lines[1:]] == ["PU2", "PU3", "PU4"]


def test_where_most_things_stand_low_three_are_a_beginning():
    many = tuple(barrier(number, "PU1") for number in range(11))
    found = results({"PU1": "shared"}, {"council": {"PU1": "1"}}, barriers=many)
    lines = list(barrier_lines(found, EN))
    assert lines[0] == "Most things stand low: begin with these three."
    assert lines[1] == "1. Barrier 0 (1.0)"


def test_a_few_barriers_are_told_without_a_beginning():
    found = results({"PU1": "shared"}, {"council": {"PU1": "1"}}, barriers=(barrier(1, "PU1"),))
    assert next(barrier_lines(found, EN)) == "1. Barrier 1 (1.0)"


def test_a_barrier_that_only_dont_knows_raise_says_find_out_first():
    found = results({"PU1": "shared"}, {"council": {"PU1": "dk"}}, barriers=(barrier(1, "PU1"),))
    assert "1. Barrier 1 (find out first)" in list(barrier_lines(found, EN))


def test_scores_say_the_dimensions_with_their_band_figure_and_confidence():
    lines = list(score_lines(results({"PU1": "shared"}, {"council": {"PU1": "4"}}), EN))
    assert "Purpose         4 In daily practice, 4.0, confidence: Very low" in lines
    assert not any("made-up" in line for line in lines)
    nothing = list(score_lines(results({"PU1": "shared"}, {"council": {}}), EN))
    assert "Purpose         Not enough known yet" in nothing


def test_the_scores_of_an_example_begin_by_saying_that_it_is_made_up():
    found = small()
    assessment = found.assessment.changed(fictional=True)
    lines = list(score_lines(work_out(assessment, found.content), EN))
    assert lines[1] == "A made-up example: nothing in it is real."


def test_a_topic_that_does_not_apply_says_so():
    found = results({"PU1": "shared"}, {"council": {"PU1": "na"}})
    assert "PU1  Title of PU1: Doesn’t apply" in list(score_lines(found, EN))


def test_what_moved_and_what_can_not_be_compared_is_said():
    then = {"PU1": "shared", "PU2": "shared", "PU3": "shared", "PU4": "shared"}
    now = {"PU1": "shared", "PU2": "shared", "PU3": "each", "PU5": "shared"}
    earlier = results(then, {"council": {"PU1": "2", "PU2": "4"}})
    later = results(now, {"council": {"PU1": "4", "PU2": "2"}})
    lines = list(comparison_lines(compare(earlier, later), EN))
    assert "Up  PU1  Title of PU1: 4, in daily practice" in lines
    assert "Down  PU2  Title of PU2: 2, depends on people" in lines
    assert "Where answers fell, ask: is it worse, or do we know more by now?" in lines
    assert lines[-3:] == [
        "Asked only now: PU5",
        "Asked only then: PU4",
        "Asked in other words now, so not compared: PU3",
    ]


def test_two_like_rounds_say_that_nothing_fell():
    same = results({"PU1": "shared"}, {"council": {"PU1": "3"}})
    lines = list(comparison_lines(compare(same, same), EN))
    assert not any("fell" in line for line in lines)
