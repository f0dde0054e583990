import io
from datetime import date

from docx import Document

from selfassess.core.returns import FreeText
from selfassess.files import escalation_docx
from tests.core.returned import barrier, returned
from tests.reports.small import WORDS
from tests.reports.test_portfolio_book import alike, seen

TODAY = date(2026, 11, 26)
NATIONAL = {"barriers": (barrier("no-common-identifier"),)}


def written(found):
    return escalation_docx.to_bytes(found, WORDS, TODAY, "0.1")


def read(found):
    return Document(io.BytesIO(written(found)))


def lines(found):
    return [(p.style.name, p.text) for p in read(found).paragraphs]


def test_a_pack_says_what_is_asked_with_counts_and_answers():
    texts = (FreeText(kind="actions", about="no-common-identifier", text="Asked\x00 for it"),)
    said = lines(seen(alike(4, round_=NATIONAL, texts=texts)))
    assert said[0] == ("Title", "What 4 partnerships cannot remove alone")
    assert ("Heading 1", "No-Common-Identifier") in said
    at = said.index(("Heading 2", "What is asked"))
    assert said[at + 1] == ("Normal", "Ask the department.")
    assert ("List Bullet", "The answers of 4 of 4 partnerships raise it.") in said
    assert ("Normal", "“CU2 at level 1” (CU2): in 4 places") in said
    assert ("Normal", "Asked for it") in said
    assert said[-5] == ("Heading 1", "How to read this")
    assert said[-1][1].startswith("Read what is in their own words for names")


def test_a_part_without_anything_to_say_is_left_out():
    headings = [
        text for style, text in lines(seen(alike(3, round_=NATIONAL))) if style[:4] == "Head"
    ]
    assert "In their own words" not in headings
    assert "What was tried" not in headings
    assert not lines(seen(alike(3, round_=NATIONAL)))[-1][1].startswith("Read what")


def test_a_pack_without_a_national_barrier_says_so():
    said = lines(seen(alike(3)))
    assert said[2] == ("Normal", "No such barrier is raised in 3 places or more.")


def test_a_pack_says_what_it_is_and_in_which_language():
    about = read(seen(alike(3, round_=NATIONAL))).core_properties
    assert about.title == "What 3 partnerships cannot remove alone"
    assert about.language == "en-GB"
    assert about.author == "Sharing readiness 0.1"
    assert about.created.date() == TODAY


def test_equal_packs_are_equal_byte_for_byte():
    found = seen([returned(at, round_=NATIONAL) for at in range(5)])
    assert written(found) == written(found)
