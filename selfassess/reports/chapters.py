"""Chapters: the report as a document for a board; its figures are those of the workbook."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from selfassess.reports.book import Book, Cell, Kind, Row, Sheet
from selfassess.reports.cell_text import text_of
from selfassess.reports.document import (
    CHANGE,
    PROFILE,
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
from selfassess.reports.phrases import untitled
from selfassess.words import Words

_BULLET = "– "
_BARRIERS_IN_FULL = 10
_CASES_IN_FULL = 5
_LONGEST_PART = 20
"""Longer parts of the method, such as each source of each question, stay in the workbook."""


@dataclass(frozen=True, slots=True)
class _Card:
    """How a row of a wide table is told: columns from 1.

    Attributes:
        heading: The columns of its heading.
        facts: Short facts, one after the other in a line.
        told: Longer texts, each behind the name of its column.
        link: The column with an address; 0 for none.
    """

    heading: tuple[int, ...]
    facts: tuple[int, ...]
    told: tuple[int, ...]
    link: int = 0


_BARRIER = _Card(heading=(1, 2), facts=(3, 5, 7), told=(9, 10))
_CASE = _Card(heading=(1, 2), facts=(3, 4), told=(6, 7, 8, 9), link=12)
_PROFILE = {2: 24.0, 3: 10.0, 6: 36.0, 7: 18.0, 8: 14.0}
_PLAN = {1: 56.0, 2: 34.0, 3: 24.0, 4: 21.0, 5: 18.0}
_PROGRESS = {1: 25.0, 2: 10.0, 3: 10.0, 5: 13.0, 7: 42.0, 8: 42.0}
"""The columns of a table that a page has room for, from 1, and their widths."""

_PARTNERS_AT_MOST = 8
_NAME_WIDTH = 24.0


def document(book: Book, words: Words) -> Document:
    """Make the document of a report.

    Args:
        book: The report as a workbook.
        words: The words of the report.
    """
    return Document(
        title=book.sheets[0].title,
        language=book.language,
        date=book.date,
        author=book.author,
        foot=book.footer,
        page=book.page,
        contents=words("Contents"),
        blocks=tuple(_blocks(book, words)),
    )


def _blocks(book: Book, words: Words) -> Iterator[Block]:
    for sheet in book.sheets:
        chapter = _CHAPTERS.get(sheet.key)
        if chapter is not None:
            yield from chapter(sheet, words)


def _agreed(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield Heading(sheet.name, 1)
    yield from _prose(sheet, words)


def _profile(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield from _opening(sheet, words)
    yield Picture(PROFILE, sheet.charts[0].description)
    yield _grid(sheet, _PROFILE, words)


def _partners(sheet: Sheet, words: Words) -> Iterator[Block]:
    if len(sheet.widths) <= _PARTNERS_AT_MOST:
        yield from _opening(sheet, words)
        yield _grid(sheet, {**dict(enumerate(sheet.widths, start=1)), 1: _NAME_WIDTH}, words)


def _barriers(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield from _opening(sheet, words)
    yield from _cards(sheet, _BARRIER, _BARRIERS_IN_FULL, words)


def _cases(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield from _opening(sheet, words)
    yield from _cards(sheet, _CASE, _CASES_IN_FULL, words)


def _plan(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield Heading(sheet.name, 1)
    yield Paragraph(untitled(sheet.title, words))
    yield _grid(sheet, _PLAN, words)


def _progress(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield from _opening(sheet, words)
    yield Picture(CHANGE, _change_in_words(sheet, words))
    yield _grid(sheet, _PROGRESS, words)


def _opening(sheet: Sheet, words: Words) -> Iterator[Block]:
    """The name of a chapter, what it found, and how to read it."""
    yield Heading(sheet.name, 1)
    yield Paragraph(untitled(sheet.title, words))
    for row in sheet.rows[1 : sheet.header - 1]:
        for cell in row.cells:
            yield Paragraph(text_of(cell, words), quiet=True)


def _prose(sheet: Sheet, words: Words) -> Iterator[Block]:
    """The rows under a title: the statement, notes, and parts with a heading beside them."""
    for row in sheet.rows[1:]:
        for cell in row.cells:
            said = text_of(cell, words)
            if not said:
                continue
            if cell.kind is Kind.STATEMENT:
                yield Statement(said)
            elif cell.kind is Kind.HEADING:
                yield Heading(said, 2)
            elif cell.kind is Kind.STRONG:
                yield Paragraph("", label=said)
            else:
                yield Paragraph(said, quiet=cell.kind is Kind.NOTE)


def _rows(sheet: Sheet) -> tuple[Row, ...]:
    """The rows under the header that say something."""
    under = sheet.rows[sheet.header :]
    return tuple(row for row in under if any(c.value not in (None, "") for c in row.cells))


def _names(sheet: Sheet) -> tuple[str, ...]:
    return tuple(str(cell.value) for cell in sheet.rows[sheet.header - 1].cells)


def _grid(sheet: Sheet, columns: Mapping[int, float], words: Words) -> Grid:
    names = _names(sheet)
    return Grid(
        names=tuple(names[column - 1] for column in columns),
        rows=tuple(
            tuple(text_of(_cell(row, column), words) for column in columns) for row in _rows(sheet)
        ),
        widths=tuple(columns.values()),
    )


def _cell(row: Row, column: int) -> Cell:
    return row.cells[column - 1] if column <= len(row.cells) else Cell()


def _cards(sheet: Sheet, card: _Card, at_most: int, words: Words) -> Iterator[Block]:
    rows, names = _rows(sheet), _names(sheet)
    for row in rows[:at_most]:
        yield from _card(row, card, names, words)
    rest = [_joined(row, card.heading, "  ", words) for row in rows[at_most:]]
    if rest:
        yield Heading(words("Others, in the same order"), 2)
        yield Points(tuple(rest))
        yield Paragraph(words("The workbook tells of each."), quiet=True)


def _card(row: Row, card: _Card, names: Sequence[str], words: Words) -> Iterator[Block]:
    yield Heading(_joined(row, card.heading, "  ", words), 2)
    yield Paragraph(_joined(row, card.facts, " · ", words), quiet=True)
    for column in card.told:
        said = text_of(_cell(row, column), words)
        yield from _told(names[column - 1], said)
    address = _cell(row, card.link).link if card.link else ""
    if address:
        yield Link(address)


def _told(name: str, said: str) -> Iterator[Block]:
    if said.startswith(_BULLET):
        yield Paragraph("", label=name)
        yield Points(tuple(line.removeprefix(_BULLET) for line in said.split("\n")))
    elif said:
        yield Paragraph(said, label=name)


def _joined(row: Row, columns: Sequence[int], between: str, words: Words) -> str:
    said = (text_of(_cell(row, column), words) for column in columns)
    return between.join(filter(None, said))


def _change_in_words(sheet: Sheet, words: Words) -> str:
    changes = (
        words(
            "{name}: {then} then, {now} now",
            name=text_of(_cell(row, 1), words),
            then=text_of(_cell(row, 2), words) or "–",
            now=text_of(_cell(row, 3), words) or "–",
        )
        for row in _rows(sheet)
    )
    return words("Where each dimension was and is. {told}.", told="; ".join(changes))


def _method(sheet: Sheet, words: Words) -> Iterator[Block]:
    yield from _opening(sheet, words)
    left_out = False
    for part, group in groupby(_rows(sheet), key=lambda row: text_of(_cell(row, 1), words)):
        rows = tuple(group)
        if len(rows) > _LONGEST_PART:
            left_out = True
            continue
        yield Heading(part, 2)
        for row in rows:
            yield Paragraph(text_of(_cell(row, 3), words), label=text_of(_cell(row, 2), words))
    if left_out:
        told = words("Each source of guidance and of each question is listed in the workbook.")
        yield Paragraph(told, quiet=True)


_CHAPTERS: dict[str, Callable[[Sheet, Words], Iterator[Block]]] = {
    "agreed": _agreed,
    "barriers": _barriers,
    "cases": _cases,
    "method": _method,
    "partners": _partners,
    "plan": _plan,
    "profile": _profile,
    "progress": _progress,
    "summary": _prose,
}
"""What each sheet becomes; the others stay in the workbook."""
