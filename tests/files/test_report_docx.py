"""The Word copy of a report, read back."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from selfassess.files import report_docx
from selfassess.reports.chapters import document
from selfassess.reports.document import Grid, Heading, Link, Paragraph, Picture, Points
from selfassess.reports.report import build
from tests.reports.small import TODAY, WORDS, small

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fea735819e0000000049454e44ae426082"
)
PICTURES = {"profile": DOT, "change": DOT}


@pytest.fixture(scope="module")
def told():
    return document(build(small(), WORDS, TODAY, "1"), WORDS)


@pytest.fixture(scope="module")
def packed(told):
    return report_docx.to_bytes(told, PICTURES)


@pytest.fixture(scope="module")
def read(packed):
    return docx.Document(io.BytesIO(packed))


def written(told, *blocks):
    return docx.Document(
        io.BytesIO(report_docx.to_bytes(replace(told, blocks=tuple(blocks)), PICTURES))
    )


def part(packed, name):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return archive.read(name).decode()


def test_headings_are_real_and_none_is_skipped(told, read):
    levels = [int(p.style.name[-1]) for p in read.paragraphs if p.style.name.startswith("Heading")]
    assert len(levels) == sum(isinstance(block, Heading) for block in told.blocks)
    first = levels.index(1)
    assert all(
        later <= one + 1 for one, later in zip(levels[first:], levels[first + 1 :], strict=False)
    )
    assert read.paragraphs[0].style.name == "Title"
    assert read.paragraphs[0].text == told.title


def test_every_text_and_figure_of_the_document_is_there(told, read):
    said = {p.text for p in read.paragraphs}
    cells = [[[c.text for c in row.cells] for row in table.rows] for table in read.tables]
    for block in told.blocks:
        if isinstance(block, Points):
            assert set(block.lines) <= said
        elif isinstance(block, Grid):
            assert [list(block.names), *map(list, block.rows)] in cells
        elif isinstance(block, Link):
            assert block.address in said
        elif isinstance(block, Paragraph):
            end = ": " if block.text else ""
            assert (block.label + end if block.label else "") + block.text in said


def test_tables_mark_their_header_and_break_no_row(read):
    for table in read.tables:
        marked = [bool(row._tr.trPr.findall(qn("w:tblHeader"))) for row in table.rows]
        assert marked == [True] + [False] * (len(marked) - 1)
        assert all(row._tr.trPr.findall(qn("w:cantSplit")) for row in table.rows)


def test_pictures_are_described_in_words(told, packed):
    pictures = [block for block in told.blocks if isinstance(block, Picture)]
    described = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', part(packed, "word/document.xml"))
    assert described == [picture.description for picture in pictures]


def test_sources_are_links_that_can_be_followed(told, packed):
    known = part(packed, "word/_rels/document.xml.rels")
    for block in told.blocks:
        if isinstance(block, Link):
            assert f'Target="{block.address}"' in known


def test_the_contents_lead_to_each_chapter(told, packed, read):
    chapters = [b.text for b in told.blocks if isinstance(b, Heading) and b.level == 1]
    listed = [p.text for p in read.paragraphs if p.style.name == "toc 1"]
    assert listed == chapters
    text = part(packed, "word/document.xml")
    marks = re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', text)
    assert re.findall(r'w:anchor="([^"]+)"', text) == marks
    signs = re.findall(r'w:fldCharType="(\w+)"', text)
    assert signs == ["begin", "separate", "end"]


def test_a_document_without_chapters_has_no_contents(told):
    made = written(told, Paragraph("All there is"))
    assert [p.text for p in made.paragraphs] == [told.title, "All there is"]


def test_it_says_what_it_is_in_which_language_and_on_which_paper(told, read):
    about = read.core_properties
    assert (about.title, about.language) == (told.title, "en-GB")
    assert about.author == told.author
    page = read.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert told.foot in page.footer.paragraphs[0].text


def test_characters_that_no_document_holds_are_left_out(told):
    made = written(
        told,
        Heading("A\x00 chapter", 1),
        Paragraph("b\x1f", label="a\x08"),
        Points(("c\ud800",)),
        Grid(("d\x01",), (("e\x02",),), (1.0,)),
        Link("https://example.org/\x03"),
    )
    said = "".join(p.text for p in made.paragraphs)
    assert "A chapter" in said
    assert "a: b" in said
    assert made.tables[0].cell(1, 0).text == "e"


def test_equal_documents_are_equal_to_the_byte(told, packed):
    assert report_docx.to_bytes(told, PICTURES) == packed


@pytest.mark.slow
def test_another_program_opens_it_and_prints_it(packed, tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    path = tmp_path / "report.docx"
    path.write_bytes(packed)
    profile = (tmp_path / "profile").as_uri()
    command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    told = [*command, "--outdir", str(tmp_path), str(path)]
    subprocess.run(told, check=True, capture_output=True, timeout=240)
    if not (tmp_path / "report.pdf").exists():
        pytest.skip("LibreOffice Writer is not installed")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_what_a_table_is_stands_in_the_order_that_word_asks_for(read):
    order = ("tblStyle", "tblW", "tblBorders", "tblLayout", "tblLook")
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    assert read.tables
    for table in read.tables:
        about = table._tbl.tblPr
        assert [child.tag for child in about] == [qn(f"w:{name}") for name in order]
        borders = about.find(qn("w:tblBorders"))
        assert [line.tag for line in borders] == [qn(f"w:{side}") for side in sides]


def test_each_entry_of_the_contents_leads_to_a_bookmark_of_a_name_word_allows(read):
    marks = [m.get(qn("w:name")) for m in read.element.body.iter(qn("w:bookmarkStart"))]
    ways = [w.get(qn("w:anchor")) for w in read.element.body.iter(qn("w:hyperlink"))]
    assert [way for way in ways if way] == marks
    assert all(re.fullmatch(r"_Toc\d{9}", mark) for mark in marks)


def test_what_opens_a_chapter_stays_with_what_follows(told):
    lines = [Paragraph(f"Line {number}") for number in range(5)]
    made = written(told, Heading("A chapter", 1), *lines)
    kept = [p.paragraph_format.keep_with_next for p in made.paragraphs if p.text[:4] == "Line"]
    assert kept == [True, True, True, None, None]
    made = written(told, Heading("A chapter", 1), Heading("A part", 2), *lines[:1])
    assert not made.paragraphs[-1].paragraph_format.keep_with_next


def test_word_opens_it_in_no_older_mode(packed):
    settings = part(packed, "word/settings.xml")
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)
