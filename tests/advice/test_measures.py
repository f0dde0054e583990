import pytest

from tests.advice.measures import ndcg, ndcg_without, recall, reciprocal_rank

GRADES = {"a": 3, "b": 2, "c": 1}


def test_recall_counts_what_is_wanted_among_the_first():
    assert recall(["a", "x", "b"], ["a", "b"], 2) == 0.5
    assert recall(["a", "x", "b"], ["a", "b"], 3) == 1


def test_the_best_order_gains_everything_and_no_hit_nothing():
    assert ndcg(["a", "b", "c"], GRADES) == pytest.approx(1)
    assert ndcg(["x", "y"], GRADES) == 0


def test_a_published_gain_comes_out():
    # Grades 3 2 3 0 1 2: DCG@5 of 2^g - 1 is 7 + 3/log2(3) + 7/2 + 0 + 1/log2(6) = 12.7797;
    # the best order 3 3 2 2 1 gives 7 + 7/log2(3) + 3/2 + 3/log2(5) + 1/log2(6) = 14.5952.
    grades = dict(zip("abcdef", (3, 2, 3, 0, 1, 2), strict=True))
    assert ndcg("abcdef", grades) == pytest.approx(12.7797 / 14.5952, abs=1e-4)


def test_the_first_that_helps_counts():
    assert reciprocal_rank(["x", "c", "b"], GRADES) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], GRADES) == 0


def test_what_is_left_out_is_neither_listed_nor_wanted():
    assert ndcg_without(["a", "c", "b"], GRADES, ["a"]) == pytest.approx(
        ndcg(["c", "b"], {"b": 2, "c": 1})
    )
