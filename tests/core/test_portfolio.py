import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfassess.core import portfolio_counts as counts
from selfassess.core.portfolio import (
    OTHERS,
    UNKNOWN,
    By,
    Gathering,
    Portfolio,
    groups_in_order,
    merged,
    portfolio_of,
)
from selfassess.core.returns import FreeText, Tried
from selfassess.core.small_numbers import SMALLEST_GROUP
from tests.core.returned import (
    a_round,
    barrier,
    dimension,
    made_up,
    number,
    portfolios,
    returned,
)


@pytest.fixture(scope="module")
def thousand():
    return portfolio_of(made_up(1000, random.Random(10)))


def many(count, **fields):
    return portfolio_of([returned(at, **fields) for at in range(count)])


def steps(**by_step):
    """A portfolio of places by step, each with the same barrier."""
    at = iter(range(1000))
    return portfolio_of(
        [
            returned(next(at), round_={"step": step.replace("_", " ").title()})
            for step, places in by_step.items()
            for _ in range(places)
        ]
    )


@given(portfolios, portfolios, st.randoms(use_true_random=False))
def test_merging_does_not_depend_on_the_order(some, others, chance):
    # Both hold the numbers from 0 on, so that places meet.
    together = merged(portfolio_of(some), portfolio_of(others))
    assert together == merged(portfolio_of(others), portfolio_of(some))
    mixed = [*some, *others]
    chance.shuffle(mixed)
    assert portfolio_of(mixed) == together
    assert merged(together, together) == together


@given(portfolios, portfolios, portfolios)
def test_merging_three_comes_to_the_same_in_every_grouping(one, two, three):
    a, b, c = map(portfolio_of, (one, two, three))
    assert merged(merged(a, b), c) == merged(a, merged(b, c))


def test_of_one_place_the_later_round_then_the_later_hand_over_counts():
    first = returned(1, handed_over="2026-12-01")
    later_month = returned(1, round_={"month": "2026-04"}, handed_over="2026-01-01")
    again = returned(1, round_={"month": "2026-04"}, handed_over="2026-02-01")
    second_round = returned(1, rounds=(a_round(), a_round(month=None, step="Review")))
    for order in permutations((first, later_month, again, second_round)):
        (place,) = portfolio_of(order).places
        assert place.groups[By.STEP] == ("Review",)
    (place,) = portfolio_of((again, later_month, first)).places
    assert place.order[1:3] == ("2026-04", "2026-02-01")


def test_what_comes_again_is_counted_as_repeated():
    gathering = Gathering()
    for at in (1, 2, 1):
        gathering.add(returned(at))
    assert gathering.repeated == 1
    assert len(gathering.portfolio().places) == 2


def test_the_made_up_example_counts_only_where_there_is_nothing_else():
    alone = portfolio_of([returned(1, fictional=True)])
    assert (len(alone.places), alone.made_up, alone.left_out) == (1, True, 0)
    with_others = portfolio_of([returned(1, fictional=True), returned(2)])
    assert [p.place for p in with_others.places] == [number(2)]
    assert (with_others.made_up, with_others.left_out) == (False, 1)
    assert not Portfolio().made_up


def test_fewer_than_three_places_are_not_enough():
    assert not many(2).large_enough
    assert many(3).large_enough


def test_groups_stand_in_their_usual_order_and_the_unknown_last():
    assert groups_in_order(By.STEP, ("Review", "Vision")) == ("Vision", "Review")
    assert groups_in_order(By.YEAR, (UNKNOWN, "2026", "2025")) == ("2025", "2026", UNKNOWN)
    assert groups_in_order(By.COUNTRY, ("NL", "BE", "GB-WLS")) == ("GB-WLS", "BE", "NL")


def test_a_place_that_does_not_say_where_it_belongs_is_in_the_unknown_group():
    (place,) = portfolio_of(
        [returned(country=None, policy_areas=(), round_={"month": None, "sectors": ()})]
    ).places
    assert {by: place.groups[by] for by in By if by is not By.STEP} == dict.fromkeys(
        (By.COUNTRY, By.AREA, By.YEAR, By.POLICY_AREA, By.SECTOR), (UNKNOWN,)
    )


def test_barriers_are_counted_most_frequent_first_and_rare_ones_by_their_id():
    found = counts.barriers(
        portfolio_of(
            [
                *(returned(at, round_={"barriers": (barrier("no-basis"),)}) for at in range(4)),
                *(returned(at) for at in range(4, 7)),
                returned(8, round_={"barriers": (barrier("systems-do-not-connect"),)}),
                *(
                    returned(at, round_={"barriers": (barrier("gap-of-a-module"),)})
                    for at in (9, 10)
                ),
            ]
        )
    )
    assert [(b.barrier, b.places) for b in found] == [
        ("no-basis", 4),
        ("fear-of-blame", 3),
        ("gap-of-a-module", None),
        ("systems-do-not-connect", None),
    ]
    rare = found[-1]
    assert (rare.share, rare.strength, rare.holds_back) == (None, None, None)
    assert set(rare.confidences) == {None}


def test_the_share_is_of_those_places_that_were_asked():
    asked = [returned(at) for at in range(4)]
    others = [returned(at, round_={"looked_for": (), "barriers": ()}) for at in range(4, 10)]
    (found,) = counts.barriers(portfolio_of(asked + others))
    assert (found.places, found.looked_for, found.share) == (4, 4, 1.0)


def test_what_a_place_set_aside_is_not_counted():
    aside = returned(1, round_={"barriers": (barrier("no-basis", set_aside=True),)})
    assert counts.barriers(portfolio_of([aside])) == ()


def test_a_small_group_is_withheld_with_all_its_cells_and_takes_another_with_it():
    found = steps(vision=5, scoping=4, review=2)
    table = counts.table(found, By.STEP, counts.barriers(found))
    assert table.groups == ("Vision", "Scoping", "Review")
    assert table.sizes == (5, None, None)
    assert table.rows == (("fear-of-blame", (5, None, None)),)
    assert (table.totals, table.size) == ((None,), None)


def test_a_table_without_small_cells_has_totals():
    found = steps(vision=5, scoping=4)
    table = counts.table(found, By.STEP, counts.barriers(found))
    assert table.rows == (("fear-of-blame", (5, 4)),)
    assert (table.totals, table.size) == ((9,), 9)


def test_a_table_of_groups_that_overlap_has_no_totals():
    found = many(4, policy_areas=("domestic-abuse", "early-years"))
    table = counts.table(found, By.POLICY_AREA, counts.barriers(found))
    assert table.rows == (("fear-of-blame", (4, 4)),)
    assert (table.totals, table.size) == ((None,), None)


@given(portfolios)
def test_tables_show_no_small_cell_and_only_totals_that_are_sums(returns):
    portfolio = portfolio_of(returns)
    found = counts.barriers(portfolio)
    overall = {b.barrier: b.places for b in found}
    for by in By:
        table = counts.table(portfolio, by, found)
        for (id_, cells), total in zip(table.rows, table.totals, strict=True):
            assert not any(c is not None and 0 < c < SMALLEST_GROUP for c in cells)
            small = [c for c, size in zip(cells, table.sizes, strict=True) if size is None]
            assert small == [None] * len(small)
            if not by.adds_up or None in cells:
                assert total is None
            else:
                assert total == sum(cells) == overall[id_]
            if by.adds_up and overall[id_] is not None and None in cells:
                # Taking away what is shown leaves at least three places in at least two cells.
                assert overall[id_] - sum(c for c in cells if c) >= SMALLEST_GROUP
                assert cells.count(None) > 1


@given(portfolios)
def test_distributions_have_no_small_cell_and_only_totals_that_are_sums(returns):
    portfolio = portfolio_of(returns)
    for one in counts.dimensions(portfolio):
        standing = [place.dimensions[one.dimension] for place in portfolio.places]
        values = sum(s.value is not None for s in standing)
        said = sum(s.agreement is not None for s in standing)
        for cells, shown, true in (
            (one.bands, one.known, values),
            (one.agreement, one.agreement_known, said),
        ):
            assert shown == (None if None in cells else true)
            assert not any(c is not None and 0 < c < SMALLEST_GROUP for c in cells)
            if None in cells and true >= SMALLEST_GROUP:
                assert cells.count(None) > 1
                assert true - sum(c for c in cells if c) >= SMALLEST_GROUP
        if one.below is not None:
            # Neither side of the line gives a cell of its own away.
            assert one.bands[:2].count(None) != 1
            assert one.bands[2:].count(None) != 1
    cells = counts.statements(portfolio)
    assert None in cells or sum(cells) == len(portfolio.places)
    for one in counts.barriers(portfolio):
        assert None in one.confidences or sum(one.confidences) == one.places


def test_a_thousand_places_are_counted_exactly(thousand):
    assert len(thousand.places) == 1000
    found = counts.barriers(thousand)
    for by in By:
        table = counts.table(thousand, by, found)
        for (id_, cells), total in zip(table.rows, table.totals, strict=True):
            for group, cell in zip(table.groups, cells, strict=True):
                inside = [
                    p
                    for p in thousand.places
                    if group in p.groups[by] and any(r.barrier == id_ for r in p.raised)
                ]
                assert cell == len(inside)
            assert total == (sum(cells) if by.adds_up else None)


def test_quartiles_come_from_three_places_on():
    assert counts.spread_of([1.0, 5.0]) is None
    spread = counts.spread_of([1.0, 2.0, 5.0])
    assert (spread.lower, spread.middle, spread.upper) == (1.5, 2.0, 3.5)


def test_a_dimension_says_how_many_stand_where_and_how_many_are_held():
    levels = (1.5, 1.0, 1.2, 3.5, 3.0, 3.9)
    one = counts.dimensions(
        portfolio_of(
            [
                returned(
                    at, round_={"dimensions": (dimension("purpose", v, "split", held_by=("PU1",)),)}
                )
                for at, v in enumerate(levels)
            ]
        )
    )[0]
    assert (one.bands, one.known) == ((3, 0, 3, 0, 0), 6)
    assert (one.below, one.low, one.held) == (3, counts.Portion.MANY, 6)
    assert (one.agreement, one.agreement_known) == ((0, 0, 6, 0), 6)
    assert one.apart is counts.Portion.MOST


def test_parts_of_places_are_coarse():
    def low(*values):
        rounds = [{"dimensions": (dimension("purpose", value),)} for value in values]
        found = portfolio_of([returned(at, round_=round_) for at, round_ in enumerate(rounds)])
        return counts.dimensions(found)[0].low

    assert low(1.0, 4.0) is None
    assert low(4.0, 4.0, 4.0) is counts.Portion.FEW
    assert low(1.0, 4.0, 4.0) is counts.Portion.SOME
    assert low(1.0, 1.0, 4.0) is counts.Portion.MANY
    assert low(1.0, 1.0, 1.0, 4.0) is counts.Portion.MOST
    assert low(1.0, 1.0, 1.0, None) is counts.Portion.MOST


def test_dimensions_that_we_do_not_have_stand_last():
    rounds = {"dimensions": (dimension("ours", 2.0), dimension("legal", 2.0))}
    portfolio = portfolio_of([returned(1, round_=rounds), returned(2)])
    assert counts.dimension_ids(portfolio) == ("purpose", "legal", "ours")
    assert [d.known for d in counts.dimensions(portfolio)] == [None, None, None]


def test_spreads_of_groups_are_withheld_where_fewer_than_three_are_known():
    few = {"dimensions": (dimension("purpose", None),), "step": "Review"}
    places = [returned(at) for at in range(3)] + [
        returned(at, round_=few | {"dimensions": (dimension("purpose", 4.0),)})
        for at in range(3, 6)
    ]
    places += [returned(at, round_={**few, "step": "Scoping"}) for at in range(6, 9)]

    def by_step(returns):
        return [
            (line.group, line.size, line.spreads[0] and line.spreads[0].middle)
            for line in counts.spreads(portfolio_of(returns))
            if line.by in (None, By.STEP)
        ]

    assert by_step(places) == [
        ("", 9, 3.25),
        ("Vision", 3, 2.5),
        ("Scoping", 3, None),
        ("Review", 3, 4.0),
    ]
    assert by_step(places[:5]) == [("", 5, 2.5), ("Vision", None, None), ("Review", None, None)]


def test_answers_behind_a_barrier_are_told_from_three_places_on():
    rare = {"topic": "LA1", "value": 2.0, "evidence": "opinion"}
    places = [returned(at) for at in range(3)]
    places.append(returned(4, round_={"barriers": (barrier("fear-of-blame", because=(rare,)),)}))
    portfolio = portfolio_of(places)
    assert counts.because(portfolio, "fear-of-blame") == (("CU2", 1, 3),)
    assert counts.because(portfolio, "no-basis") == ()


def test_what_was_tried_is_counted_by_where_it_stands():
    tried = (Tried(barrier="no-basis", doing=2, done=1),)
    portfolio = portfolio_of([returned(at, tried=tried) for at in range(3)] + [returned(9)])
    assert counts.tried(portfolio, "no-basis") == {"todo": 0, "doing": 3, "done": 3, "stuck": 0}
    assert counts.tried(portfolio, "fear-of-blame")["done"] == 0


def test_words_of_places_are_told_from_three_places_on():
    def says(at, *texts):
        made = tuple(FreeText(kind="actions", about="no-basis", text=text) for text in texts)
        return returned(at, texts=(*made, FreeText(kind="story", text="A story")))

    two = [says(1, "Asked for it"), says(2, "Wrote it")]
    assert counts.told(portfolio_of(two), "no-basis") == ()
    three = portfolio_of([*two, says(3, "Wrote it"), returned(4)])
    assert counts.told(three, "no-basis") == ("Asked for it", "Wrote it")


def test_national_barriers_are_those_that_others_can_remove():
    ids = ("fear-of-blame", "no-common-identifier", "systems-do-not-connect")
    rounds = {"barriers": tuple(map(barrier, ids))}
    found = counts.barriers(many(3, round_=rounds))
    assert [b.barrier for b in counts.national(found)] == list(ids[1:])
    assert counts.national(counts.barriers(many(2, round_=rounds))) == ()


def test_earlier_rounds_are_kept_as_the_values_they_had():
    rounds = (
        a_round(month="2025-01", dimensions=(dimension("legal", None), dimension("data", 2.0))),
        a_round(),
    )
    (place,) = portfolio_of([returned(rounds=rounds)]).places
    (earlier,) = place.earlier
    assert (earlier.month, dict(earlier.values)) == ("2025-01", {"data": 2.0})
    assert earlier.questionnaire == place.questionnaire == "tiny 1"


def test_statements_are_counted_and_those_too_early_to_say_apart():
    places = [returned(at) for at in range(3)]
    places += [returned(at, round_={"enough": False}) for at in range(3, 7)]
    assert counts.statements(portfolio_of(places)) == (3, 0, 0, 4)


def in_areas(**counts):
    """Places by area; `none`: those that do not say."""
    at = iter(range(1000))
    return portfolio_of(
        [
            returned(next(at), area=None if area == "none" else area)
            for area, places in counts.items()
            for _ in range(places)
        ]
    )


def test_small_areas_are_counted_together_and_not_named():
    places = in_areas(E08000003=4, E08000001=2, W06000015=3, S12000036=1, none=3)
    by_area = counts.table(places, By.AREA, counts.barriers(places))
    assert by_area.groups == ("E08000003", "W06000015", OTHERS, UNKNOWN)
    assert by_area.sizes == (4, 3, 3, 3)
    assert by_area.size == 13
    assert by_area.rows == (("fear-of-blame", (4, 3, 3, 3)),)


def test_a_lone_small_area_is_hidden_behind_a_larger_one():
    places = in_areas(E08000003=4, E08000001=1, W06000015=3)
    by_area = counts.table(places, By.AREA, counts.barriers(places))
    assert by_area.groups == ("E08000003", "W06000015", OTHERS)
    assert by_area.sizes == (4, None, None)
    assert by_area.size is None


def test_without_an_area_of_three_places_nothing_is_said_by_area():
    assert By.AREA not in counts.kinds_of_groups(in_areas(E08000003=2, W06000015=2, none=5))
    assert By.AREA not in counts.kinds_of_groups(in_areas(none=5))
    assert counts.kinds_of_groups(in_areas(E08000003=3)) == tuple(By)


@given(st.lists(st.sampled_from((None, *(f"E0800000{n}" for n in range(6)))), max_size=40))
def test_no_area_of_one_or_two_places_is_ever_told(areas):
    places = portfolio_of([returned(at, area=area) for at, area in enumerate(areas)])
    by_area = counts.table(places, By.AREA, counts.barriers(places))
    named = set(by_area.groups) - {OTHERS, UNKNOWN}
    assert named == {area for area in areas if area and areas.count(area) >= SMALLEST_GROUP}
    spreads = [line for line in counts.spreads(places) if line.by is By.AREA]
    assert {line.group for line in spreads} in (set(by_area.groups), set())
