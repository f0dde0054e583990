import io
import re
import unicodedata
import zlib
from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRectF

from selfassess.core import workshop
from selfassess.core.results import work_out
from selfassess.core.room import proposal
from selfassess.reports.agreed import agreed
from selfassess.reports.book import Cell, Kind, Row, Sheet, title
from selfassess.ui.print import paper_pack, sheet_print
from selfassess.ui.print.paper import Paper
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
def test_what_is_on_paper_can_be_copied_as_it_is_written():
    """A screen reader has nothing else: digits and colons were lost between capitals."""
    results = north.results()
    read = words_on(paper_pack.paper_pack(results, WORDS, TODAY))
    for topic in results.asked.walk:
        assert squeezed(f"{topic.id} {topic.question.say()}") in read
        assert all(squeezed(level.say()) in read for level in topic.levels)
    sheet = agreed(results, WORDS, TODAY)
    read = words_on(sheet_print.sheet_pdf(sheet, "Northbridge", WORDS))
    for row in sheet.rows:
        assert all(squeezed(str(cell.value)) in read for cell in row.cells if cell.value)
    assert "Page1" in read


def words_on(data: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.usefixtures("qapp")
def test_a_pack_for_a_small_anonymous_round_is_small():
    value = builders.assessment(answers="PU1=1").changed(anonymous=True)
    planned = workshop.plan(value, topics=("PU1", "PU2", "LE1"))
    data = paper_pack.paper_pack(work_out(planned, builders.content()), WORDS, TODAY)
    assert 5 <= pages(data) <= 7


@pytest.mark.usefixtures("qapp")
def test_every_question_card_can_be_read_at_arms_length():
    paper = Paper("", "", str)
    room = QRectF(0, 0, paper.inside.width() - 320, paper.inside.height() / 2 - 70 - 240)
    content = north.content()
    main = [topic for dimension in content.questionnaire.dimensions for topic in dimension.topics]
    for topic in (*main, *(topic for module in content.modules for topic in module.topics)):
        levels = [level.say() for level in topic.levels]
        card = paper_pack.fit_card(paper, topic.question.say(), levels, room)
        assert card.height <= room.height(), topic.id
        assert card.points >= 12, topic.id


@pytest.mark.usefixtures("qapp")
def test_a_question_card_with_far_too_many_words_is_as_small_as_may_be():
    paper = Paper("", "", str)
    room = QRectF(0, 0, 4000, 3000)
    card = paper_pack.fit_card(paper, "Words " * 90, ["Words " * 90] * 5, room)
    assert card.points == 10.6


@pytest.mark.usefixtures("qapp")
def test_what_we_agreed_stands_on_one_page():
    sheet = agreed(north.results(), WORDS, TODAY)
    data = sheet_print.sheet_pdf(sheet, "Northbridge", WORDS)
    assert pages(data) == 1


@pytest.mark.usefixtures("qapp")
def test_what_two_hours_have_agreed_stands_on_one_page_too():
    before = north.results()
    value = before.assessment
    for place, one in enumerate(proposal(before).chosen):
        value = workshop.settle(value, one.id, "none" if place % 5 == 4 else 3, ())
        if place % 3 == 0:
            view = "Haven: we are asked late, and our costs for coming are not met."
            value = workshop.dissent(value, one.id, view)
    for text in ("Write one page on urgent sharing by March.", "Ask the ICO about consent."):
        value = workshop.park(workshop.decide(value, text, "PU1"), text)
    results = work_out(value, before.content)
    sheet = agreed(results, WORDS, TODAY, notes=False)
    brief = agreed(results, WORDS, TODAY, notes=False, brief=True)
    assert pages(sheet_print.sheet_pdf(sheet, "Northbridge", WORDS)) == 2
    assert pages(sheet_print.sheet_pdf(sheet, "Northbridge", WORDS, brief)) == 1


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
