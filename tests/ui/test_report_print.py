"""The report as PDF, Word document and pictures, painted by Qt."""

import io
import re
import unicodedata
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage

from selfassess import words as speech
from selfassess.core.results import round_before, work_out
from selfassess.files.example import example
from selfassess.files.tokens_file import read_tokens
from selfassess.reports.chapters import document
from selfassess.reports.document import Grid, Heading, Link
from selfassess.reports.options import PLAIN, Options
from selfassess.reports.report import build
from selfassess.ui.print import pictures, report_print
from selfassess.ui.print.document_print import document_pdf
from selfassess.ui.print.report_print import Printed
from selfassess.ui.theme import Theme
from selfassess.words import words_in
from tests.ui import north

WORDS = words_in("en")
TODAY = north.DAY


@pytest.fixture(scope="module")
def results():
    return work_out(example(north.content(), TODAY), north.content())


def book_of(results, options=PLAIN):
    return build(results, WORDS, TODAY, "1", earlier=round_before(results), options=options)


def printed(results, options=PLAIN):
    return Printed(results, round_before(results), options, WORDS)


def written(theme, results, ending, options=PLAIN):
    pictures = report_print.paint(theme, printed(results, options))
    return report_print.PAGES[ending](book_of(results, options), WORDS, pictures)


@pytest.fixture(scope="module")
def packed(qapp, results):
    theme = Theme(read_tokens(), choice="light")
    return written(theme, results, ".pdf")


@pytest.fixture(scope="module")
def pdf(packed):
    return PdfReader(io.BytesIO(packed))


def plain(text):
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture(scope="module")
def pages(pdf):
    return [plain(page.extract_text()) for page in pdf.pages]


def test_a_pdf_holds_every_heading_figure_and_address_of_the_document(results, pages):
    said = "".join(pages)
    for block in document(book_of(results), WORDS).blocks:
        if isinstance(block, Heading):
            assert plain(block.text) in said
        elif isinstance(block, Grid):
            for row in block.rows:
                assert all(plain(cell) in said for cell in row)
        elif isinstance(block, Link):
            assert plain(block.address) in said


def test_a_pdf_says_what_it_is_and_numbers_its_pages(results, pdf, pages):
    assert pdf.metadata.title == book_of(results).sheets[0].title
    for number, page in enumerate(pages, start=1):
        assert f"Page{number}of{len(pages)}" in page


def test_no_heading_stands_alone_at_the_foot_of_a_page(results, pdf):
    headings = {
        plain(b.text) for b in document(book_of(results), WORDS).blocks if isinstance(b, Heading)
    }
    for page in pdf.pages:
        lines = [plain(line) for line in page.extract_text(extraction_mode="layout").splitlines()]
        *_body, last, _foot = filter(None, lines)
        assert last not in headings


def test_the_contents_of_a_pdf_say_on_which_page_each_chapter_begins(results, pdf):
    chapters = [
        b.text
        for b in document(book_of(results), WORDS).blocks
        if isinstance(b, Heading) and b.level == 1
    ]
    pages = [page.extract_text(extraction_mode="layout") for page in pdf.pages]
    texts = [page.replace("\t", " ") for page in pages]
    listed = next(text for text in texts if "Contents" in text).partition("Contents")[2]
    found = dict(re.findall(r"^ *(\S.*?) +([0-9]+)$", listed, re.MULTILINE)[: len(chapters)])
    assert list(found) == chapters
    for chapter, number in found.items():
        assert plain(texts[int(number) - 1]).startswith(plain(chapter)), chapter


def test_a_document_without_chapters_has_no_contents(theme):
    told = replace(document(book_of(work_out(north.north(), north.content())), WORDS), blocks=())
    whole = PdfReader(io.BytesIO(document_pdf(told, {})))
    assert "Contents" not in whole.pages[0].extract_text()


def test_a_word_document_is_made_of_the_same(results, theme):
    assert written(theme, results, ".docx").startswith(b"PK")


def test_every_chart_and_three_slides_become_pictures(results, theme):
    made = report_print.paint_all(theme, printed(results))
    assert set(made) == {
        "profile",
        "change",
        "agreement",
        "barriers",
        "slide-statement",
        "slide-profile",
        "slide-barriers",
    }
    for name, data in made.items():
        picture = QImage.fromData(data)
        wide, high = picture.width(), picture.height()
        assert (wide, high) == (1920, 1080) if name.startswith("slide") else wide >= 1900
        assert (
            len(set(picture.convertToFormat(QImage.Format.Format_Grayscale8).bits().tobytes())) > 9
        )


def test_a_copy_to_hand_upwards_paints_no_partner(results, theme):
    upwards = printed(results, Options(attributable=False))
    assert "agreement" not in report_print.paint_all(theme, upwards)
    whole = PdfReader(io.BytesIO(written(theme, results, ".pdf", Options(attributable=False))))
    told = plain("".join(page.extract_text() for page in whole.pages))
    for organisation in results.round.organisations:
        assert plain(organisation.name) not in told


def test_pictures_with_letters_name_no_partner(results, theme):
    whole = PdfReader(io.BytesIO(written(theme, results, ".pdf", Options(letters=True))))
    told = plain("".join(page.extract_text() for page in whole.pages))
    for organisation in results.round.organisations:
        assert plain(organisation.name) not in told


def test_nothing_raised_and_nothing_answered_can_be_painted_too(theme):
    empty = work_out(north.unanswered(), north.content())
    made = report_print.paint_all(theme, printed(empty))
    assert "change" not in made
    assert "barriers" in made


def test_charts_speak_the_language_of_the_report_and_the_window_its_own(
    results, theme, monkeypatch
):
    heard = []
    monkeypatch.setattr(pictures, "speak", heard.append)
    welsh = replace(printed(results), words=words_in("cy"))
    report_print.paint_all(theme, welsh)
    assert set(heard) == {"cy", speech.interface().language}
    assert heard[-1] == "en"
