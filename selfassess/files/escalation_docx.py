"""Writes an escalation pack as a Word document; equal packs give equal bytes."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn

from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.reports.book import holdable
from selfassess.reports.escalation_book import escalation_title
from selfassess.reports.escalation_pack import Ask, asks, quoted
from selfassess.reports.phrases import day
from selfassess.reports.portfolio_view import View, cautions
from selfassess.words import Words

_DAWN = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can say."""

_LANGUAGES = {"en": "en-GB", "cy": "cy-GB"}


def to_bytes(seen: View, words: Words, today: date, version: str) -> bytes:
    """Write the pack.

    Args:
        seen: What the portfolio comes to.
        words: The words of the document.
        today: The day of the pack.
        version: The version of the program.
    """
    made = Document()
    title = escalation_title(seen, words)
    _describe(made, title, words, today, version)
    made.add_heading(holdable(title), level=0)
    made.add_paragraph(words("Pack of {date}.", date=day(today, words)))
    found = asks(seen, words)
    if not found:
        made.add_paragraph(
            words("No such barrier is raised in {count} places or more.", count=SMALLEST_GROUP)
        )
    for ask in found:
        _add(ask, words, made)
    made.add_heading(words("How to read this"), level=1)
    own_words = words("Read what is in their own words for names before you send this on.")
    _list((*cautions(seen, words), *((own_words,) if any(a.told for a in found) else ())), made)
    stream = io.BytesIO()
    made.save(stream)
    return _fixed(stream.getvalue())


def _describe(made: DocumentObject, title: str, words: Words, today: date, version: str) -> None:
    about = made.core_properties
    author = words("Sharing readiness {version}", version=version)
    about.title, about.author, about.last_modified_by = holdable(title), author, author
    about.comments = ""
    about.language = _LANGUAGES.get(words.language, words.language)
    about.created = about.modified = datetime.combine(today, time())
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), about.language)


def _add(ask: Ask, words: Words, made: DocumentObject) -> None:
    made.add_heading(holdable(ask.title), level=1)
    _part("", (ask.meaning,), made)
    _part(words("What is asked"), (ask.ask,), made)
    _part(words("How many meet it"), ask.evidence, made)
    _part(words("What their answers say"), [quoted(q, words) for q in ask.because], made)
    _part(words("What was tried"), ask.tried, made)
    _part(words("In their own words"), ask.told, made)
    _part(words("Others have met the same"), ask.elsewhere, made)


def _part(heading: str, lines: Sequence[str], made: DocumentObject) -> None:
    """Add a heading and what stands under it; nothing where there is nothing to say."""
    said = [line for line in lines if line]
    if said and heading:
        made.add_heading(heading, level=2)
    if len(said) == 1:
        made.add_paragraph(holdable(said[0]))
    else:
        _list(said, made)


def _list(lines: Sequence[str], made: DocumentObject) -> None:
    for line in lines:
        made.add_paragraph(holdable(line), style="List Bullet")


def _fixed(data: bytes) -> bytes:
    """Pack a document anew with fixed dates."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            fixed = zipfile.ZipInfo(info.filename, _DAWN)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, old.read(info))
    return stream.getvalue()
