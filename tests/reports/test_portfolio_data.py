"""The tables of a portfolio: what is held back is marked, and can be worked out from nothing."""

import random

import pytest
from hypothesis import given, settings

from selfassess.core.portfolio import By, portfolio_of
from selfassess.core.returns import FreeText, Tried
from selfassess.core.value import fields_of
from selfassess.reports.data_dictionary import dictionary, tables
from selfassess.reports.data_pages import portfolio_page
from selfassess.reports.portfolio_data import portfolio_data
from selfassess.reports.portfolio_figures import portfolio_figures
from selfassess.reports.portfolio_tables import PortfolioData
from selfassess.reports.portfolio_view import view
from tests.core.returned import a_round, barrier, dimension, made_up, portfolios, returned
from tests.reports.small import WORDS
from tests.reports.test_portfolio_book import TODAY, content

CONTENT = content()


def told(returns) -> PortfolioData:
    return portfolio_data(view(portfolio_of(returns), CONTENT), WORDS, TODAY, "0.1")


@pytest.fixture(scope="module")
def forty():
    return told(made_up(40, random.Random(7)))


def rows_of(data):
    for field in fields_of(PortfolioData):
        held = getattr(data, field.name)
        if isinstance(held, tuple):
            yield from ((field.name, row) for row in held)


def test_a_row_names_all_that_is_held_back_in_it_and_nothing_else(forty):
    marked = 0
    for _table, row in rows_of(forty):
        names = [field.name for field in fields_of(type(row))]
        if "withheld" in names:
            empty = tuple(name for name in names if getattr(row, name) is None)
            assert row.withheld == empty
            marked += bool(empty)
    assert marked


@given(portfolios)
@settings(max_examples=60)
def test_no_count_of_one_or_two_is_told_and_none_can_be_worked_out(returns):
    data = told(returns)
    for table, row in rows_of(data):
        for name in ("places", "looked_for", "holds_back", "known", "below", "held", "compared"):
            assert getattr(row, name, None) not in (1, 2), (table, name)
    places = {(row.by, row.group): row.places for row in data.groups}
    for total in data.totals:
        if total.barrier:
            cells = [
                row.places
                for row in data.barrier_groups
                if (row.barrier, row.by) == (total.barrier, total.by)
            ]
        else:
            cells = [size for (by, _group), size in places.items() if by == total.by]
        if total.places is None:
            assert cells.count(None) >= 1
        else:
            assert total.places == sum(cells)
    whole = {row.barrier: row.places for row in data.barriers}
    for by in {row.by for row in data.groups if row.adds_up}:
        for id_, sum_ in whole.items():
            cells = [r.places for r in data.barrier_groups if (r.barrier, r.by) == (id_, by)]
            # With the whole known, a single cell that is held back would be known too.
            assert sum_ is None or cells.count(None) != 1


def test_only_kinds_that_add_up_have_totals(forty):
    assert {row.by for row in forty.totals} == {"step", "country", "year"}
    assert {row.by for row in forty.groups if not row.adds_up} == {"policy-area", "sector"}


def test_the_tables_tell_what_the_figures_tell():
    returns = made_up(40, random.Random(7))
    seen = view(portfolio_of(returns), CONTENT)
    figures, data = portfolio_figures(seen, WORDS), told(returns)
    assert data.portfolio.places == figures["places"] == 40
    assert {r.statement: r.places for r in data.statements} == figures["statements"]
    assert [(r.barrier, r.places, r.share) for r in data.barriers] == [
        (b["id"], b["places"], b["share"]) for b in figures["barriers"]
    ]
    assert [(r.dimension, r.low, r.apart, r.known) for r in data.dimensions] == [
        (d["id"], d["low"], d["apart"], d["known"]) for d in figures["dimensions"]
    ]
    assert {(r.dimension, str(r.level)): r.places for r in data.dimension_levels} == {
        (d["id"], level): places
        for d in figures["dimensions"]
        for level, places in d["bands"].items()
    }
    assert [r.places for r in data.barrier_groups] == [
        cell for table in figures["tables"] for row in table["rows"] for cell in row["places"]
    ]
    assert len(data.spreads) == len(figures["groups"]) * len(figures["dimensions"])
    assert [r.barrier for r in data.national] == [n["id"] for n in figures["national"]]


def test_areas_are_told_by_their_codes():
    areas = (*("E08000003",) * 4, "E08000001", *("E08000002",) * 2)
    data = told([returned(at, area=area) for at, area in enumerate(areas)])
    assert [(r.group, r.name, r.places) for r in data.groups if r.by == By.AREA] == [
        ("E08000003", "E08000003", 4),
        ("others", "Other areas", 3),
    ]


def test_what_is_asked_nationally_comes_with_its_reasons_actions_and_words():
    texts = (FreeText(kind="actions", about="no-common-identifier", text="Asked for it"),)
    tried = (Tried(barrier="no-common-identifier", stuck=2),)
    round_ = {"barriers": (barrier("no-common-identifier"), barrier("systems-do-not-connect"))}
    data = told([returned(at, round_=round_, texts=texts, tried=tried) for at in range(4)])
    asks = {row.barrier: row.ask for row in data.national}
    assert asks == {"no-common-identifier": "Ask the department.", "systems-do-not-connect": None}
    assert [(r.topic, r.level, r.places) for r in data.national_reasons] == [("CU2", 1, 4)] * 2
    assert ("no-common-identifier", "stuck", 4) in [
        (r.barrier, r.status, r.places) for r in data.national_actions
    ]
    assert [r.text for r in data.national_texts] == ["Asked for it"]
    of_theirs = {"barriers": ({**barrier("systems-do-not-connect"), "id": "of-theirs"},)}
    (unknown,) = told([returned(at, round_=of_theirs) for at in range(3)]).national
    assert (unknown.barrier, unknown.ask) == ("of-theirs", None)


def test_what_moved_is_told():
    rounds = tuple(a_round(dimensions=(dimension("purpose", v),)) for v in (2.0, 3.0))
    (moved,) = told([returned(at, rounds=rounds) for at in range(4)]).trends
    assert (moved.up, moved.same, moved.compared, moved.middle) == (4, 0, 4, 1.0)
    assert moved.withheld == ()


def test_every_field_has_a_meaning_and_every_figure_a_unit():
    facts = dictionary(PortfolioData)
    assert {f.table for f in facts} == set(tables(PortfolioData))
    for field in facts:
        assert field.meaning
        assert not field.meaning.endswith(".")
        assert field.unit or "number" not in field.kind, field
    page = portfolio_page()
    assert all(f"\n## {name}\n" in page for name in tables(PortfolioData))
