import re
import zlib
from datetime import date

import pytest

from selfassess.core import workshop
from selfassess.core.results import work_out
from selfassess.reports.agreed import agreed
from selfassess.reports.book import Cell, Kind, Row, Sheet, title
from selfassess.ui.print import paper_pack, sheet_print
from selfassess.words import words_in
from tests import builders
from tests.ui import north

WORDS = words_in("en")
TODAY = date(2026, 11, 25)


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", data))


def ink(data: bytes) -> int:
    """How much is drawn on all pages."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
    total = 0
    for stream in streams:
        try:
            total += len(zlib.decompress(stream))
        except zlib.error:
            total += len(stream)
    return total


@pytest.mark.usefixtures("qapp")
def test_the_pack_has_agenda_cards_votes_and_a_questionnaire():
    data = paper_pack.paper_pack(north.results(), WORDS, TODAY)
    assert data.startswith(b"%PDF")
    topics = len(north.results().asked.topics)
    questions = 14
    assert pages(data) >= 1 + questions // 2 + 1 + topics // 4


@pytest.mark.usefixtures("qapp")
def test_a_pack_for_a_small_anonymous_round_is_small():
    value = builders.assessment(answers="PU1=1").changed(anonymous=True)
    planned = workshop.plan(value, topics=("PU1", "PU2", "LE1"))
    data = paper_pack.paper_pack(work_out(planned, builders.content()), WORDS, TODAY)
    assert 5 <= pages(data) <= 7


@pytest.mark.usefixtures("qapp")
def test_what_we_agreed_stands_on_one_page():
    sheet = agreed(north.results(), WORDS, TODAY)
    data = sheet_print.sheet_pdf(sheet, "Northbridge", WORDS)
    assert pages(data) == 1


@pytest.mark.usefixtures("qapp")
def test_what_does_not_fit_goes_on_to_the_next_page():
    row = Row((Cell("Head", Kind.HEADING), Cell("Words " * 60)))
    sheet = Sheet("long", "Long", (title("Long"), *[row] * 40), (22.0, 84.0))
    assert pages(sheet_print.sheet_pdf(sheet, "", WORDS)) > 1


@pytest.mark.usefixtures("qapp")
def test_more_text_is_more_ink():
    short = Sheet("a", "A", (title("A"), Row()), (22.0, 84.0))
    long = Sheet("a", "A", (title("A"), Row((Cell("Some more words."),))), (22.0, 84.0))
    less, more = (sheet_print.sheet_pdf(sheet, "", WORDS) for sheet in (short, long))
    assert ink(less) < ink(more)
