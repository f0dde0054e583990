"""Document print: a report as a PDF on A4, from the same blocks as its Word document."""

from collections.abc import Container, Iterator, Mapping
from html import escape

from PySide6.QtCore import QBuffer, QMarginsF, QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextDocument,
)

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
from selfassess.ui.print.paper import GREY, INK, page_font

_DOTS_TO_THE_INCH = 96
_MARGIN, _FOOT = 64.0, 30.0
_TEXT, _SMALL = 13, 11
_NEW_PAGE = ' style="page-break-before: always"'
_PLACE = "place-"
_PART = 2
_HALF = 0.5
"""Where a line begins is only known to fractions of a dot."""

_ACCENT = "#0B5C75"
_LOOKS = f"""
body {{ color: {INK.name()}; font-size: {_TEXT}px; }}
h1 {{ font-size: 21px; color: {_ACCENT}; margin: 0 0 6px 0; page-break-before: always; }}
h2 {{ font-size: 15px; margin: 16px 0 4px 0; }}
p {{ margin: 0 0 6px 0; line-height: 125%; }}
p.title {{ font-size: 28px; font-weight: 600; margin: 0 0 4px 0; }}
p.statement {{ font-size: 23px; font-weight: 600; margin: 14px 0 4px 0; }}
p.quiet, td, th {{ font-size: {_SMALL}px; }}
p.quiet {{ color: {GREY.name()}; }}
li {{ margin: 0 0 3px 0; }}
b {{ font-weight: 600; }}
th {{ background-color: #ECEFEF; font-weight: 600; text-align: left; }}
"""


def document_pdf(document: Document, pictures: Mapping[str, bytes]) -> bytes:
    """Return a document as the bytes of a PDF.

    Args:
        document: What it says.
        pictures: The pictures it names, as PNG.
    """
    stream = QBuffer()
    stream.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(stream)
    writer.setResolution(_DOTS_TO_THE_INCH)
    writer.setTitle(document.title)
    writer.setAuthor(document.author)
    writer.setCreator(document.author)
    nothing = QMarginsF(0, 0, 0, 0)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, nothing))
    whole = QSizeF(writer.width(), writer.height())
    inside = QSizeF(whole.width() - 2 * _MARGIN, whole.height() - 2 * _MARGIN - _FOOT)
    laid = _laid(document, pictures, writer, inside)
    painter = QPainter(writer)
    for page in range(laid.pageCount()):
        if page:
            writer.newPage()
        _paint(painter, laid, page, inside)
        _paint_foot(painter, document, page + 1, laid.pageCount(), whole)
    painter.end()
    stream.close()
    return bytes(stream.data().data())


def _laid(
    document: Document, pictures: Mapping[str, bytes], writer: QPdfWriter, inside: QSizeF
) -> QTextDocument:
    """Lay the document out on pages of a size, with no heading alone at the foot of one.

    It is laid out again once it is known on which pages the chapters of the contents begin.
    """
    shown = {name: QImage.fromData(data) for name, data in pictures.items()}
    begins: frozenset[int] = frozenset()
    pages: dict[int, int] = {}
    while True:
        laid = _laid_once(document, shown, writer, inside, begins, pages)
        alone, before = _alone(laid) - begins, pages
        pages = _pages(laid)
        if alone:
            begins |= {min(alone)}
        elif pages == before:
            return laid


def _laid_once(
    document: Document,
    pictures: Mapping[str, QImage],
    writer: QPdfWriter,
    inside: QSizeF,
    begins: Container[int],
    pages: Mapping[int, int],
) -> QTextDocument:
    """Lay the document out, with a new page before the blocks of some places.

    The contents stand before the first chapter, and tell on which page each begins.
    """
    laid = QTextDocument()
    laid.documentLayout().setPaintDevice(writer)
    laid.setDocumentMargin(0)
    laid.setDefaultFont(page_font(_TEXT))
    laid.setDefaultStyleSheet(_LOOKS)
    for name, picture in pictures.items():
        picture.setDevicePixelRatio(picture.width() / inside.width())
        address = QUrl(f"picture:{name}")
        laid.addResource(QTextDocument.ResourceType.ImageResource, address, picture)
    laid.setPageSize(inside)
    told = [f'<p class="title">{escape(document.title)}</p>']
    first = next(iter(_chapters(document)), None)
    for place, block in enumerate(document.blocks):
        if place == first:
            told.append(_contents(document, begins, pages))
        new_page = _NEW_PAGE if place in begins else ""
        told.append(_html(block, inside.width(), f"{_PLACE}{place}", new_page))
    laid.setHtml(f"<body>{''.join(told)}</body>")
    return laid


def _chapters(document: Document) -> dict[int, str]:
    blocks = enumerate(document.blocks)
    return {n: block.text for n, block in blocks if isinstance(block, Heading) and block.level == 1}


def _contents(document: Document, begins: Container[int], pages: Mapping[int, int]) -> str:
    """List the chapters with their pages; its heading has the place after the last block."""
    place = len(document.blocks)
    heading = Heading(document.contents, _PART)
    head = _html(heading, 0, f"{_PLACE}{place}", _NEW_PAGE if place in begins else "")
    rows = "".join(
        f'<tr><td width="92%">{escape(name)}</td>'
        f'<td width="8%" align="right">{pages.get(chapter, 0)}</td></tr>'
        for chapter, name in _chapters(document).items()
    )
    return f'{head}<table width="100%" cellpadding="2" cellspacing="0">{rows}</table>'


def _pages(laid: QTextDocument) -> dict[int, int]:
    """The page, from 1, on which what bears a name stands, by its place."""
    high = laid.pageSize().height()
    return {place: _page(block, high) + 1 for place, block in _bearing_names(laid)}


def _alone(laid: QTextDocument) -> frozenset[int]:
    """The places of headings that stand on another page than what follows."""
    high = laid.pageSize().height()
    return frozenset(
        place
        for place, block in _bearing_names(laid)
        if block.next().isValid() and _page(block, high) != _page(block.next(), high)
    )


def _bearing_names(laid: QTextDocument) -> Iterator[tuple[int, QTextBlock]]:
    block = laid.begin()
    while block.isValid():
        first = block.begin()
        names = [] if first.atEnd() else first.fragment().charFormat().anchorNames()
        if names:
            yield int(names[0].removeprefix(_PLACE)), block
        block = block.next()


def _page(block: QTextBlock, high: float) -> int:
    """The page on which the first line of a block stands, which may lie below the block's top."""
    top = block.document().documentLayout().blockBoundingRect(block).top()
    lines = block.layout()
    first = lines.lineAt(0).y() if lines.lineCount() else 0.0
    return int((top + first + _HALF) // high)


def _paint(painter: QPainter, laid: QTextDocument, page: int, inside: QSizeF) -> None:
    top = page * inside.height()
    painter.save()
    painter.translate(_MARGIN, _MARGIN - top)
    # What begins the next page touches the foot of this one, and is not part of it.
    laid.drawContents(painter, QRectF(0, top, inside.width(), inside.height() - 2))
    painter.restore()


def _paint_foot(
    painter: QPainter, document: Document, page: int, pages: int, whole: QSizeF
) -> None:
    said = document.page.format(page=page, pages=pages)
    painter.setFont(page_font(_SMALL))
    painter.setPen(GREY)
    base = whole.height() - _MARGIN
    room = painter.fontMetrics().horizontalAdvance(said)
    painter.drawText(QPointF(whole.width() - _MARGIN - room, base), said)
    painter.drawText(QPointF(_MARGIN, base), document.foot)


def _html(block: Block, width: float, name: str, new_page: str) -> str:
    """Write a block; a heading bears a name, and may begin a new page."""
    match block:
        case Heading():
            words = f'<a name="{name}">{escape(block.text)}</a>'
            return f"<h{block.level}{new_page}>{words}</h{block.level}>"
        case Paragraph() if not block.text:
            return f'<p{new_page}><a name="{name}"><b>{escape(block.label)}</b></a></p>'
        case Paragraph():
            return _paragraph(block)
        case Statement():
            return f'<p class="statement">{escape(block.text)}</p>'
        case Points():
            return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in block.lines)}</ul>"
        case Link():
            address = escape(block.address)
            return (
                f'<p class="quiet"><a style="color: {_ACCENT}" href="{address}">{address}</a></p>'
            )
        case Picture():
            return f'<p><img src="picture:{block.name}" width="{width:.0f}"></p>'
        case Grid():
            return _grid(block)


def _paragraph(block: Paragraph) -> str:
    label = f"<b>{escape(block.label)}: </b>" if block.label else ""
    kind = ' class="quiet"' if block.quiet else ""
    return f"<p{kind}>{label}{_lines(block.text)}</p>"


def _grid(block: Grid) -> str:
    whole = sum(block.widths)
    shares = [f"{100 * width / whole:.0f}%" for width in block.widths]
    names = "".join(
        f'<th width="{share}">{escape(name)}</th>'
        for name, share in zip(block.names, shares, strict=True)
    )
    rows = "".join(
        f"<tr>{''.join(f'<td>{_lines(text)}</td>' for text in row)}</tr>" for row in block.rows
    )
    return (
        '<table width="100%" border="1" cellpadding="4" cellspacing="0"'
        ' style="border-collapse: collapse; border-color: #DEE2E3">'
        f"<thead><tr>{names}</tr></thead>{rows}</table><p></p>"
    )


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))
