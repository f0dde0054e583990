"""The report as a document: the same book, told as pages."""

from dataclasses import replace
from functools import cache

import pytest

from selfassess.core import matching
from selfassess.core.results import work_out
from selfassess.files.content_index import content
from selfassess.files.example import example
from selfassess.reports.book import Cell, Kind, Row, Sheet, header, opening, strong
from selfassess.reports.chapters import document
from selfassess.reports.document import (
    CHANGE,
    PROFILE,
    Document,
    Grid,
    Heading,
    Link,
    Paragraph,
    Picture,
    Points,
    Statement,
)
from selfassess.reports.report import build
from tests.reports.small import TODAY, WORDS, small

pytest_plugins = ["tests.golden"]


@cache
def told_of_example() -> Document:
    known = content()
    value = example(known, TODAY)
    earlier = work_out(value, known, value.rounds[0].name)
    return document(build(work_out(value, known), WORDS, TODAY, "1", earlier=earlier), WORDS)


def as_text(told: Document) -> str:
    return "\n".join(line for block in told.blocks for line in lines_of(block)) + "\n"


def lines_of(block) -> list[str]:
    match block:
        case Heading():
            return [f"{'#' * block.level} {block.text}"]
        case Statement():
            return [f"! {block.text}"]
        case Paragraph():
            mark = "~ " if block.quiet else ""
            return [f"{mark}[{block.label}] {block.text}" if block.label else mark + block.text]
        case Points():
            return [f"- {line}" for line in block.lines]
        case Link():
            return [f"<{block.address}>"]
        case Picture():
            return [f"({block.name}: {block.description})"]
        case Grid():
            return [" | ".join(block.names), *(" | ".join(row) for row in block.rows)]


def chapters(told: Document) -> list[str]:
    return [block.text for block in told.blocks if isinstance(block, Heading) and block.level == 1]


def book_of(sheet: Sheet):
    return replace(build(small(), WORDS, TODAY, "1"), sheets=(sheet,))


def table(key: str, names: int, rows: int) -> Sheet:
    body = tuple(
        Row((strong(f"Row {n}"), *(Cell(n, Kind.COUNT) for _ in range(names - 1))))
        for n in range(1, rows + 1)
    )
    heads = header(*(f"Column {n}" for n in range(1, names + 1)))
    return Sheet(key, key.capitalize(), (*opening("Found"), heads, *body), (10.0,) * names, 5)


@pytest.fixture
def weights_as_they_were(monkeypatch):
    """Tuning the weights of case studies leaves the golden texts as they are."""
    monkeypatch.setattr(matching, "WEIGHTS", dict.fromkeys(matching.WEIGHTS, 1.0))


def test_the_whole_document_reads_as_it_was_last_read(golden, weights_as_they_were):
    golden("document", as_text(document(build(small(), WORDS, TODAY, "1"), WORDS)))


def test_a_document_has_a_chapter_for_each_part_that_a_board_reads():
    assert chapters(told_of_example()) == [
        "What we agreed",
        "Profile",
        "Partners",
        "Barriers",
        "Case studies",
        "Action plan",
        "Progress",
        "Method",
    ]
    assert told_of_example().pictures == (PROFILE, CHANGE)


def test_what_is_far_down_is_named_and_not_told_in_full():
    blocks = told_of_example().blocks
    at = blocks.index(Heading("Others, in the same order", 2))
    rest = blocks[at + 1]
    assert rest.lines[0].startswith("11  ")
    assert Heading(rest.lines[0], 2) not in blocks


def test_each_case_study_leads_to_its_source():
    links = [block.address for block in told_of_example().blocks if isinstance(block, Link)]
    assert len(links) == 5
    assert all(address.startswith("https://") for address in links)


def test_the_empty_rows_of_the_plan_stay_in_the_workbook():
    plan = next(b for b in told_of_example().blocks if isinstance(b, Grid) and "Owner" in b.names)
    assert len(plan.rows) == 9
    assert plan.rows[0][2:] == ("L. Farah", "16 December 2026", "Under way")


def test_so_many_partners_that_no_page_holds_them_stay_in_the_workbook():
    assert chapters(document(book_of(table("partners", 8, 3)), WORDS)) == ["Partners"]
    assert chapters(document(book_of(table("partners", 9, 3)), WORDS)) == []


def test_long_parts_of_the_method_stay_in_the_workbook_and_it_says_so():
    last = told_of_example().blocks[-1]
    assert last == Paragraph(
        "Each source of guidance and of each question is listed in the workbook.", quiet=True
    )
    short = Sheet(
        "method",
        "Method",
        (*opening("How"), header("Part", "What", "How"), Row((Cell("P"), strong("a"), Cell("b")))),
        (10.0, 10.0, 10.0),
        5,
    )
    assert document(book_of(short), WORDS).blocks[-1] == Paragraph("b", label="a")


def test_what_is_not_known_of_an_earlier_round_is_a_dash():
    sheet = table("progress", 8, 1)
    row = Row((strong("Legal"), Cell(None, Kind.VALUE), Cell(3.0, Kind.VALUE)))
    told = document(book_of(replace(sheet, rows=(*sheet.rows[:5], row))), WORDS)
    picture = next(block for block in told.blocks if isinstance(block, Picture))
    assert picture.description == "Where each dimension was and is. Legal: – then, 3.0 now."


def test_a_document_speaks_of_no_sheets_and_says_once_in_its_title_that_it_is_made_up():
    told = told_of_example()
    assert "sheet" not in as_text(told)
    assert any("more barriers under “Barriers”." in line for line in as_text(told).splitlines())
    mark = "(a made-up example)"
    chapters = [b.text for b in told.blocks if isinstance(b, Paragraph) and not b.quiet]
    assert not any(mark in text for text in chapters)
    assert mark in told.title
    assert mark in told.foot
