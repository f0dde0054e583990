import random
from dataclasses import replace
from datetime import date

import pytest

from selfassess.core.barriers import Catalogue
from selfassess.core.codes import DIMENSIONS
from selfassess.core.portfolio import portfolio_of
from selfassess.core.portfolio_counts import Portion
from selfassess.core.returns import FreeText, Tried
from selfassess.files import workbook
from selfassess.reports.book import Kind
from selfassess.reports.escalation_book import escalation_book
from selfassess.reports.escalation_pack import asks, quoted
from selfassess.reports.portfolio_book import portfolio_book
from selfassess.reports.portfolio_figures import portfolio_figures
from selfassess.reports.portfolio_lines import portfolio_lines
from selfassess.reports.portfolio_names import barrier_name, level_words
from selfassess.reports.portfolio_view import findings, view
from tests.core import worlds
from tests.core.returned import CATALOGUE, a_round, barrier, dimension, made_up, returned
from tests.reports.small import WORDS, as_text, case, example

pytest_plugins = ["tests.golden"]

TODAY = date(2026, 11, 26)


def content():
    """A catalogue with all but one of the barriers of the returns."""
    base = example({})[1]
    known = [id_ for id_ in CATALOGUE if id_ != "gap-of-a-module"]
    barriers = tuple(
        worlds.barrier(
            id_,
            "PU1<=2",
            dimension=CATALOGUE[id_][0],
            kind=CATALOGUE[id_][1],
            reach=CATALOGUE[id_][2],
            escalation="Ask the department." if id_ == "no-common-identifier" else None,
        )
        for id_ in known
    )
    cases = [
        case(
            f"place-{at}",
            f"Place {at}",
            barriers=[{"code": "national", "how": "So.", "catalogue": ["no-common-identifier"]}],
        )
        for at in range(5)
    ]
    return replace(
        base,
        catalogue=Catalogue(id="barriers", version="1", barriers=barriers),
        cases=tuple(cases),
    )


def seen(returns):
    return view(portfolio_of(returns), content())


@pytest.fixture(scope="module")
def forty():
    return seen(made_up(40, random.Random(7)))


@pytest.fixture(scope="module")
def thousand():
    return seen(made_up(1000, random.Random(11)))


def alike(count, **fields):
    return [returned(at, **fields) for at in range(count)]


def numbers_of(sheet):
    """The counts of a sheet's table, row by row, with None for what is held back."""
    for row in sheet.rows[sheet.header :]:
        yield [
            cell.value if cell.kind is Kind.COUNT else None
            for cell in row.cells
            if cell.kind is Kind.COUNT or cell.value == "held back"
        ]


def test_the_whole_workbook_reads_as_it_was_last_read(forty, golden):
    golden("portfolio", as_text(portfolio_book(forty, WORDS, TODAY, "0.1")))


def test_the_escalation_pack_reads_as_it_was_last_read(forty, golden):
    golden("escalation", as_text(escalation_book(forty, WORDS, TODAY, "0.1")))


def test_a_workbook_is_the_same_byte_for_byte(forty):
    book = portfolio_book(forty, WORDS, TODAY, "0.1")
    assert workbook.to_bytes(book) == workbook.to_bytes(book)


@pytest.mark.parametrize("places", ["forty", "thousand"])
def test_totals_are_the_sums_of_their_rows_and_no_row_with_a_held_back_cell_has_one(
    places, request
):
    book = portfolio_book(request.getfixturevalue(places), WORDS, TODAY, "0.1")
    with_totals = 0
    for sheet in book.sheets:
        heads = [cell.value for cell in sheet.rows[sheet.header - 1].cells]
        if not sheet.key.startswith("barriers_") or "Total" not in heads:
            continue
        for row in sheet.rows[sheet.header :]:
            *cells, total = [cell.value for cell in row.cells[1:]]
            if "held back" in cells:
                assert total == "none"
            else:
                assert total == sum(cells)
                with_totals += 1
    assert with_totals


def test_no_count_of_one_or_two_stands_anywhere(forty):
    for book in (
        portfolio_book(forty, WORDS, TODAY, "0.1"),
        escalation_book(forty, WORDS, TODAY, "0.1"),
    ):
        for sheet in book.sheets:
            for row in sheet.rows:
                assert not [c for c in row.cells if c.kind is Kind.COUNT and c.value in (1, 2)]


def test_no_count_of_one_or_two_stands_in_the_figures(forty):
    def counts_in(plain, name=""):
        if isinstance(plain, dict):
            for key, value in plain.items():
                yield from counts_in(value, key)
        elif isinstance(plain, list):
            for value in plain:
                yield from counts_in(value, name)
        elif isinstance(plain, int) and not isinstance(plain, bool) and name != "level":
            yield plain

    figures = portfolio_figures(forty, WORDS)
    assert not {1, 2} & set(counts_in({**figures, "left_out": 0, "format": 0}))


def test_figures_for_machines_have_every_key_for_every_barrier_and_dimension(thousand):
    figures = portfolio_figures(thousand, WORDS)
    assert figures["places"] == 1000
    assert [d["id"] for d in figures["dimensions"]] == list(DIMENSIONS)
    assert {b["id"] for b in figures["barriers"]} == set(CATALOGUE)
    assert len({frozenset(b) for b in figures["barriers"]}) == 1
    kinds = {table["by"] for table in figures["tables"]}
    assert {line["by"] for line in figures["groups"]} == {"all", *kinds}
    for table in figures["tables"]:
        for row in table["rows"]:
            assert row["total"] == (sum(row["places"]) if table["adds_up"] else None)
    (identifier,) = [n for n in figures["national"] if n["id"] == "no-common-identifier"]
    assert identifier["ask"] == "Ask the department."
    assert sum(figures["statements"].values()) == 1000


def test_figures_that_are_held_back_are_none():
    figures = portfolio_figures(seen([*alike(3), returned(9, round_={"step": "Review"})]), WORDS)
    by_step = figures["tables"][0]
    assert [group["places"] for group in by_step["groups"]] == [None, None]
    assert by_step["total"] is None
    few = portfolio_figures(seen(alike(2)), WORDS)
    (one,) = few["barriers"]
    assert (one["places"], one["strength"], one["share"]) == (None, None, None)
    assert (few["dimensions"][0]["low"], few["dimensions"][0]["value"]) == (None, None)
    assert few["national"] == []


def test_nothing_is_named_that_the_returns_do_not_give_as_codes(forty):
    text = as_text(portfolio_book(forty, WORDS, TODAY, "0.1"))
    assert not [p.place for p in forty.portfolio.places if p.place in text]


def test_findings_name_what_stands_out():
    found = seen(
        alike(
            4,
            round_={
                "dimensions": (
                    dimension("purpose", 1.5, "split"),
                    dimension("culture", 2.0, "some-spread"),
                    dimension("legal", 4.0),
                )
            },
        )
    )
    lines = {finding.heading: finding.lines for finding in findings(found, WORDS)}
    assert lines["Weakest dimensions"] == (
        "Below 3 in three quarters of places or more: Purpose and Culture",
    )
    assert lines["Where partners are apart most often"] == (
        "In three quarters of places or more: Purpose and Culture",
    )
    assert lines["Most often in the way"] == ("Fear-Of-Blame: in 4 of 4 places",)
    assert "What places cannot remove alone" not in lines


def test_findings_say_nothing_where_nothing_stands_out():
    calm = seen(alike(4, round_={"dimensions": (dimension("legal", 4.0),), "barriers": ()}))
    headings = [finding.heading for finding in findings(calm, WORDS)]
    assert headings == ["May they go on to the next step?", "Read with care"]


def test_half_of_the_places_is_said_as_such():
    half = [
        returned(at, round_={"dimensions": (dimension("purpose", v, word),)})
        for at, (v, word) in enumerate(((1.0, "split"), (1.0, "split"), (4.0, "close")))
    ]
    lines = [line for finding in findings(seen(half), WORDS) for line in finding.lines]
    assert "Below 3 in half of the places or more: Purpose" in lines
    assert "In half of the places or more: Purpose" in lines


def test_made_up_examples_are_marked_or_counted_as_left_out():
    alone = seen(alike(3, fictional=True))
    assert next(iter(portfolio_lines(alone, WORDS))) == (
        "What 3 partnerships show (made-up examples)"
    )
    beside = seen([*alike(3), returned(9, fictional=True)])
    assert "  1 made-up example is not counted." in list(portfolio_lines(beside, WORDS))


def test_a_portfolio_without_dimensions_has_a_workbook_without_a_chart():
    book = portfolio_book(seen(alike(3, round_={"dimensions": ()})), WORDS, TODAY, "0.1")
    assert book.sheet("dimensions").charts == ()
    assert workbook.to_bytes(book)


def test_every_part_of_the_places_has_words():
    for portion, values in {
        "In under a quarter": ("close",) * 5,
        "In a quarter or more": ("split", "close", "close"),
        "In half or more": ("split", "split", "close"),
        "In three quarters or more": ("split",) * 3,
        "held back": ("split",) * 2,
    }.items():
        places = [
            returned(at, round_={"dimensions": (dimension("purpose", 2.0, word),)})
            for at, word in enumerate(values)
        ]
        sheet = portfolio_book(seen(places), WORDS, TODAY, "0.1").sheet("agreement")
        assert sheet.rows[sheet.header].cells[-1].value == portion
    assert len(Portion) == 4


def test_names_stand_for_ids_where_the_content_knows_them():
    here = content()
    assert barrier_name("no-basis", here, WORDS) == "No-Basis"
    assert barrier_name("gap-of-a-module", here, WORDS) == "gap-of-a-module"
    assert level_words("PU1", 2, here, WORDS) == "“PU1 at level 2” (PU1)"
    assert level_words("MO1", 1, here, WORDS) == "“MO1 at level 1” (MO1)"
    assert level_words("ZZ9", 1, here, WORDS) == "level 1 (ZZ9)"


def test_an_ask_has_the_evidence_the_answers_and_what_was_tried():
    because = ({"topic": "CU2", "value": 1.5, "evidence": "opinion"},)
    tried = (Tried(barrier="no-common-identifier", done=1, stuck=2),)
    rounds = {
        "barriers": (barrier("no-common-identifier", holds_back=True, because=because),),
    }
    texts = (FreeText(kind="actions", about="no-common-identifier", text="Asked for it"),)
    (ask,) = asks(seen(alike(4, round_=rounds, tried=tried, texts=texts)), WORDS)
    assert ask.title == "No-Common-Identifier"
    assert ask.ask == "Ask the department."
    assert ask.evidence == (
        "The answers of 4 of 4 partnerships raise it.",
        "It holds back the next step in 4 of them.",
        "Half of them have it at a strength of 0.50 or more, from 0 to 1.",
        "By step of the journey: Vision 4.",
        "By country: England 4.",
        "By policy area (a place can be in several): Domestic abuse 4.",
    )
    assert [quoted(quote, WORDS) for quote in ask.because] == [
        "“CU2 at level 1” (CU2): in 4 places"
    ]
    assert ask.tried == (
        "Actions that are done: in 4 places",
        "Actions that are stuck: in 4 places",
    )
    assert ask.told == ("Asked for it",)
    assert ask.elsewhere[0] == "Place 0 (Council, https://example.org/r)"
    assert len(ask.elsewhere) == 3


def test_an_ask_of_a_barrier_that_the_content_does_not_know_has_its_counts_alone():
    rounds = {"barriers": ({**barrier("systems-do-not-connect"), "id": "of-theirs"},)}
    (ask,) = asks(seen(alike(3, round_=rounds)), WORDS)
    assert (ask.title, ask.ask, ask.meaning, ask.elsewhere) == ("of-theirs", "", "", ())


def test_a_share_of_barriers_asked_too_rarely_is_held_back():
    rounds = {"looked_for": (), "barriers": (barrier("no-common-identifier"),)}
    found = seen(alike(3, round_=rounds))
    (one,) = found.barriers
    assert (one.places, one.looked_for, one.share) == (3, 3, 1.0)


def test_an_ask_without_a_strength_says_nothing_of_it():
    found = seen(alike(3, round_={"barriers": (barrier("no-common-identifier"),)}))
    (one,) = found.national
    (ask,) = asks(replace(found, national=(replace(one, strength=None),)), WORDS)
    assert not [line for line in ask.evidence if "strength" in line]


def twice(at, before, after):
    rounds = tuple(a_round(dimensions=(dimension("purpose", v),)) for v in (before, after))
    return returned(at, rounds=rounds)


def test_what_moved_is_said_with_counts_and_no_cause():
    found = seen([twice(at, 2.0, 3.0) for at in range(4)])
    (moved,) = [f for f in findings(found, WORDS) if f.heading.startswith("What moved")]
    assert moved.lines == ("Purpose: up in 4, the same in 0 and down in 0 of 4 places",)
    sheet = portfolio_book(found, WORDS, TODAY, "0.1").sheet("movement")
    assert [cell.value for cell in sheet.rows[sheet.header].cells] == [
        "Purpose",
        *(4, 0, 0, 4),
        *(1.0, 1.0, 1.0),
    ]
    assert portfolio_figures(found, WORDS)["trends"][0]["up"] == 4


def test_a_movement_of_few_is_held_back():
    found = seen([twice(0, 2.0, 3.0), twice(1, 2.0, 3.0), returned(2)])
    assert not [f for f in findings(found, WORDS) if f.heading.startswith("What moved")]
    sheet = portfolio_book(found, WORDS, TODAY, "0.1").sheet("movement")
    assert [cell.value for cell in sheet.rows[sheet.header].cells[4:]] == [
        "none",
        *("held back",) * 3,
    ]


def test_without_a_second_round_there_is_no_sheet_of_movement(forty):
    assert portfolio_book(forty, WORDS, TODAY, "0.1").sheet("movement") is None


def test_an_ask_says_where_as_far_as_it_may():
    national = {"barriers": (barrier("no-common-identifier"),)}
    places = [returned(at, round_=national) for at in range(7)]
    places += [returned(9, round_={**national, "step": "Review"}, country="GB-WLS")]
    (ask,) = asks(seen(places), WORDS)
    assert "By country: others held back." in ask.evidence
    places += [returned(at, round_={**national, "step": "Scoping"}) for at in range(20, 24)]
    (ask,) = asks(seen(places), WORDS)
    assert "By step of the journey: Vision 7, others held back." in ask.evidence


def test_areas_stand_by_their_codes_and_small_ones_together():
    areas = (*("E08000003",) * 4, *("E08000001", "E08000002") * 2, None, None, None)
    found = seen([returned(at, area=area) for at, area in enumerate(areas)])
    sheet = portfolio_book(found, WORDS, TODAY, "0.1").sheet("barriers_area")
    heads = [cell.value for cell in sheet.rows[sheet.header - 1].cells]
    assert sheet.name == "By area"
    assert heads == ["Barrier", "E08000003", "Other areas", "Not said", "Total"]
    assert [c.value for c in sheet.rows[sheet.header].cells[1:]] == [4, 4, 3, 11]
    assert portfolio_book(seen(alike(4)), WORDS, TODAY, "0.1").sheet("barriers_area") is None
    (ask,) = asks(
        seen(
            [
                returned(at, area=area, round_={"barriers": (barrier("no-common-identifier"),)})
                for at, area in enumerate(areas)
            ]
        ),
        WORDS,
    )
    assert "By area: E08000003 4, Other areas 4, Not said 3." in ask.evidence
