"""Writes the document of a report for Word; equal documents give equal bytes.

The library has no calls for links, fields, borders, or rows that stay whole. These are put into its
elements of XML, which it keeps to itself: hence each SLF001 here.
"""

import io
from collections.abc import Mapping, Sequence
from itertools import count

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from selfassess.files import word_file
from selfassess.files.light_colours import colours
from selfassess.reports.book import holdable
from selfassess.reports.document import (
    Block,
    Document,
    Grid,
    Heading,
    Link,
    Paragraph,
    Picture,
    Points,
    Statement,
)

FAMILY = "Arial"
_BODY, _SMALL = 10.5, 9.0
_SIZES = {"Title": 24.0, "Heading 1": 17.0, "Heading 2": 12.5, "Statement": 19.0}
_GAPS = {"Title": (0.0, 4.0), "Heading 1": (22.0, 4.0), "Heading 2": (13.0, 3.0)}
_STATEMENT, _QUIET, _CONTENTS, _CELL = "Statement", "Quiet", "toc 1", "Table text"
_TEXT_WIDTH = 170.0
"""Millimetres between the margins of a page."""

_RULED = ("top", "bottom", "insideH")
"""The lines that a table has."""

_OPENING = 3
"""So many paragraphs under the name of a chapter stay on its page."""

_LINK_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def to_bytes(document: Document, pictures: Mapping[str, bytes]) -> bytes:
    """Write a document.

    Args:
        document: What it says.
        pictures: The pictures it names, as PNG.
    """
    title = holdable(document.title)
    made = word_file.begin(title, document.author, document.language, document.date)
    _Writer(made, document, pictures).write()
    return word_file.packed(made)


class _Writer:
    """Writes blocks one under the other."""

    def __init__(
        self, made: WordDocument, document: Document, pictures: Mapping[str, bytes]
    ) -> None:
        self._made = made
        self._document = document
        self._pictures = pictures
        self._colours = colours()
        self._marks = count(1)
        self._opening = 0

    def write(self) -> None:
        """Write all of it."""
        self._dress()
        self._foot()
        self._made.add_paragraph(holdable(self._document.title), style="Title")
        first, rest = _parted(self._document.blocks)
        for block in first:
            self._add(block)
        self._contents()
        for block in rest:
            self._add(block)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Statement():
                self._made.add_paragraph(holdable(block.text), style=_STATEMENT)
            case Paragraph():
                self._paragraph(block)
            case Points():
                for line in block.lines:
                    self._made.add_paragraph(holdable(line), style="List Bullet")
            case Link():
                self._link(holdable(block.address))
            case Picture():
                self._picture(block)
            case _:
                self._grid(block)

    def _heading(self, block: Heading) -> None:
        made = self._made.add_paragraph(holdable(block.text), style=f"Heading {block.level}")
        self._opening = 0
        if block.level == 1:
            self._opening = _OPENING
            _bookmark(made, next(self._marks))

    def _paragraph(self, block: Paragraph) -> None:
        made = self._made.add_paragraph(style=_QUIET if block.quiet else None)
        if block.label:
            end = ": " if block.text else ""
            made.add_run(holdable(block.label) + end).bold = True
            made.paragraph_format.keep_with_next = not block.text
        made.add_run(holdable(block.text))
        if self._opening:
            self._opening -= 1
            made.paragraph_format.keep_with_next = True

    def _link(self, address: str) -> None:
        made = self._made.add_paragraph()
        known = made.part.relate_to(address, _LINK_KIND, is_external=True)
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), known)
        run = made.add_run(address)
        run.font.color.rgb = RGBColor.from_string(self._colours.of("accent"))
        run.font.underline = True
        link.append(run._r)  # noqa: SLF001 - the library has no call for links
        made._p.append(link)  # noqa: SLF001

    def _picture(self, block: Picture) -> None:
        self._keep_with_next()
        data = io.BytesIO(self._pictures[block.name])
        shown = self._made.add_picture(data, width=Mm(_TEXT_WIDTH))
        about = shown._inline.docPr  # noqa: SLF001 - the library has no call for this either
        about.set("descr", holdable(block.description))
        about.set("title", "")

    def _grid(self, block: Grid) -> None:
        self._keep_with_next()
        table = self._made.add_table(rows=1, cols=len(block.names), style="Table Grid")
        table.autofit = False
        _tint(table.rows[0].cells, self._colours.of("sunken"))
        for cell, name in zip(table.rows[0].cells, block.names, strict=True):
            _write(cell, name)
            cell.paragraphs[0].runs[0].bold = True
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                _write(cell, text)
        whole = sum(block.widths)
        for column, width in zip(table.columns, block.widths, strict=True):
            column.width = Mm(_TEXT_WIDTH * width / whole)
            for cell in column.cells:
                cell.width = column.width
        _set_rows(table)
        self._rule(table)
        self._made.add_paragraph(style=_QUIET)

    def _keep_with_next(self) -> None:
        """Keep what was said last on the page of what comes now."""
        self._made.paragraphs[-1].paragraph_format.keep_with_next = True

    def _contents(self) -> None:
        """List the chapters, each leading to its own; a field that Word can bring up to date."""
        chapters = [b for b in self._document.blocks if isinstance(b, Heading) and b.level == 1]
        if not chapters:
            return
        head = self._made.add_paragraph(holdable(self._document.contents), style=_STATEMENT)
        head.paragraph_format.space_before = Pt(18)
        for place, chapter in enumerate(chapters, start=1):
            entry = self._made.add_paragraph(style=_CONTENTS)
            if place == 1:
                _field_begins(entry, r'TOC \o "1-1" \h')
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _mark(place))
            link.append(entry.add_run(holdable(chapter.text))._r)  # noqa: SLF001
            entry._p.append(link)  # noqa: SLF001
        _field_ends(entry)

    def _foot(self) -> None:
        said = self._made.sections[0].footer.paragraphs[0]
        said.style = self._made.styles[_QUIET]
        said.add_run(holdable(self._document.foot) + "    ")
        before, _page, rest = self._document.page.partition("{page}")
        between, _pages, after = rest.partition("{pages}")
        said.add_run(before)
        _field(said, "PAGE")
        said.add_run(between)
        _field(said, "NUMPAGES")
        said.add_run(after)

    def _rule(self, table: Table) -> None:
        """Draw hairlines across; Word refuses such things in any order but the format's own."""
        borders = OxmlElement("w:tblBorders")
        drawn = {"val": "single", "sz": "4", "space": "0", "color": self._colours.of("line")}
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            for key, value in (drawn if side in _RULED else {"val": "nil"}).items():
                line.set(qn(f"w:{key}"), value)
            borders.append(line)
        about = table._tbl.tblPr  # noqa: SLF001 - the library has no call for borders
        about.find(qn("w:tblLayout")).addprevious(borders)

    def _dress(self) -> None:
        styles = self._made.styles
        for name in (_STATEMENT, _QUIET, _CONTENTS, _CELL):
            made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = styles["Normal"]
        ink, quiet = self._colours.of("ink"), self._colours.of("ink2")
        looks = {
            "Normal": (_BODY, ink, False),
            "Title": (_SIZES["Title"], ink, True),
            "Heading 1": (_SIZES["Heading 1"], self._colours.of("accent"), True),
            "Heading 2": (_SIZES["Heading 2"], ink, True),
            _STATEMENT: (_SIZES["Statement"], ink, True),
            _QUIET: (_SMALL, quiet, False),
            _CONTENTS: (_BODY, self._colours.of("accent"), False),
            _CELL: (_SMALL, ink, False),
            "List Bullet": (_BODY, ink, False),
        }
        for name, (size, colour, bold) in looks.items():
            _look(styles[name], size, colour, bold=bold)
        for name, (before, after) in _GAPS.items():
            styles[name].paragraph_format.space_before = Pt(before)
            styles[name].paragraph_format.space_after = Pt(after)
        for name in (_CELL, "List Bullet"):
            styles[name].paragraph_format.space_after = Pt(2)
        styles[_CONTENTS].paragraph_format.space_after = Pt(3)


def _parted(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return what stands before the first chapter, and the chapters."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            return blocks[:place], blocks[place:]
    return blocks, ()


def _look(style: ParagraphStyle, size: float, colour: str, *, bold: bool) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()  # the template names fonts of a theme, which would hold against ours
    for letters in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{letters}"), FAMILY)
    for border in style.element.iter(qn("w:pBdr")):
        border.clear()


def _write(cell: _Cell, text: str) -> None:
    said = cell.paragraphs[0]
    said.style = _CELL
    said.add_run(holdable(text))


def _tint(cells: Sequence[_Cell], colour: str) -> None:
    for cell in cells:
        fill = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
            fill.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001


def _set_rows(table: Table) -> None:
    """Mark the first row as the header, which each page repeats; no row breaks over pages."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _mark(number: int) -> str:
    """Return the name of a bookmark, of the kind that Word gives to chapters itself."""
    return f"_Toc{number:09}"


def _bookmark(said: WordParagraph, number: int) -> None:
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (begin, end):
        element.set(qn("w:id"), str(number))
    begin.set(qn("w:name"), _mark(number))
    said._p.insert(1, begin)  # noqa: SLF001
    said._p.append(end)  # noqa: SLF001


def _field(said: WordParagraph, what: str) -> None:
    """Add a field that Word works out, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    said._p.append(field)  # noqa: SLF001


def _field_begins(said: WordParagraph, what: str) -> None:
    said._p.append(_run_with(_sign("begin")))  # noqa: SLF001
    told = OxmlElement("w:instrText")
    told.text = what
    said._p.append(_run_with(told))  # noqa: SLF001
    said._p.append(_run_with(_sign("separate")))  # noqa: SLF001


def _field_ends(said: WordParagraph) -> None:
    said._p.append(_run_with(_sign("end")))  # noqa: SLF001


def _sign(kind: str) -> BaseOxmlElement:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    return sign


def _run_with(element: BaseOxmlElement) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    run.append(element)
    return run
