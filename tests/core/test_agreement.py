import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core import agreement
from selfassess.core.codes import Agreement, Confidence, Evidence

# counts at levels 1 to 5 with the published consensus
PUBLISHED = [
    ((0, 0, 6, 0, 0), 1.0000),
    ((0, 0, 5, 1, 0), 0.8927),
    ((0, 1, 4, 1, 0), 0.8617),
    ((0, 0, 4, 2, 0), 0.8286),
    ((0, 0, 3, 3, 0), 0.8074),
    ((0, 0, 5, 0, 1), 0.7658),
    ((0, 2, 2, 2, 0), 0.7233),
    ((0, 4, 0, 2, 0), 0.6297),
    ((0, 3, 0, 3, 0), 0.5850),
    ((1, 1, 2, 1, 1), 0.5283),
    ((1, 1, 1, 1, 1), 0.4340),
    ((5, 0, 0, 0, 1), 0.3500),
    ((3, 0, 0, 3, 0), 0.3219),
    ((2, 1, 0, 1, 2), 0.1950),
    ((3, 0, 0, 0, 3), 0.0000),
]


@pytest.mark.parametrize(("counts", "expected"), PUBLISHED)
def test_consensus_equals_the_published_figures_on_five_levels(counts, expected):
    assert agreement.consensus(counts) == pytest.approx(expected, abs=5e-5)


def test_consensus_equals_the_published_figure_of_the_agrmt_package():
    assert agreement.consensus((30, 40, 210, 130, 530, 50, 10)) == pytest.approx(
        0.7256876, abs=5e-8
    )


def test_one_level_is_full_consensus_and_none_is_none():
    assert agreement.consensus((0, 0, 0, 1, 0)) == 1
    assert agreement.consensus((0, 0, 0, 0, 0)) is None


@given(st.lists(st.integers(0, 20), min_size=5, max_size=5).filter(any))
def test_consensus_stays_between_0_and_1_and_does_not_care_for_direction(counts):
    found = agreement.consensus(counts)
    assert 0 <= found <= 1
    assert found == pytest.approx(agreement.consensus(counts[::-1]))


def test_words_begin_at_their_thresholds():
    assert agreement.word(0.80) is Agreement.CLOSE
    assert agreement.word(0.7999) is Agreement.SOME_SPREAD
    assert agreement.word(0.65) is Agreement.SOME_SPREAD
    assert agreement.word(0.6499) is Agreement.SPLIT


def test_a_view_two_levels_from_the_middle_is_lone():
    assert agreement.lone_levels((0, 0, 5, 0, 1)) == {5}
    assert agreement.lone_levels((1, 0, 3, 0, 1)) == {1, 5}
    assert agreement.lone_levels((0, 1, 3, 1, 0)) == set()


def test_of_two_views_two_levels_apart_both_are_lone():
    assert agreement.lone_levels((0, 1, 0, 1, 0)) == {2, 4}
    assert agreement.lone_levels((0, 1, 1, 0, 0)) == set()
    assert agreement.lone_levels((0, 2, 0, 0, 0)) == set()


def test_without_a_level_no_view_is_lone():
    assert agreement.lone_levels((0, 0, 0, 0, 0)) == set()


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence.OPINION, ("very-low", "low", "medium", "low")),
        (Evidence.DOCUMENT, ("low", "medium", "high", "medium")),
        (Evidence.WORKING, ("medium", "high", "very-high", "medium")),
    ],
)
def test_confidence_comes_from_evidence_and_agreement(evidence, words):
    across = (Agreement.SPLIT, Agreement.SOME_SPREAD, Agreement.CLOSE, Agreement.ONE_VIEW)
    assert tuple(agreement.confidence(evidence, a) for a in across) == words


def test_the_worst_third_of_five_is_the_second_lowest_and_of_two_the_lowest():
    ranked = [
        Confidence.HIGH,
        Confidence.VERY_LOW,
        Confidence.LOW,
        Confidence.HIGH,
        Confidence.HIGH,
    ]
    assert agreement.worst_third(ranked) is Confidence.LOW
    assert agreement.worst_third([Confidence.HIGH, Confidence.LOW]) is Confidence.LOW


def test_alpha_equals_the_published_figure():
    units = [
        [1, 1, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [5, 5, 5],
        [1, 1],
        [3],
    ]
    assert agreement.krippendorff_alpha(units) == pytest.approx(0.8154, abs=5e-5)


def test_the_word_of_a_mean_is_one_view_where_there_is_nothing_to_take_a_mean_of():
    assert agreement.mean_word([]) is Agreement.ONE_VIEW
    assert agreement.mean_word([0.7, 0.8]) is Agreement.SOME_SPREAD


def test_alpha_is_not_defined_without_pairs_or_without_variation():
    assert agreement.krippendorff_alpha([[3], []]) is None
    assert agreement.krippendorff_alpha([[3, 3], [3, 3]]) is None


def test_half_levels_are_values_of_their_own_for_alpha():
    assert agreement.krippendorff_alpha([[3.5, 3.5], [2, 2], [4, 4]]) == 1
