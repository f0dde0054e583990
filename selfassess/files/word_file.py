"""Word files: begun on A4 with title, author and language; equal ones are equal to the byte."""

import io
import zipfile
from datetime import date, datetime, time

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from selfassess.reports.book import holdable

_DAWN = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can say."""

_LANGUAGES = {"en": "en-GB", "cy": "cy-GB"}
_WORD_2013 = "15"
"""What documents say that need no older layout; with less Word opens them in a mode of its own."""

_WIDE, _HIGH, _MARGIN = Mm(210), Mm(297), Mm(20)


def begin(title: str, author: str, language: str, made_on: date) -> Document:
    """Begin a document on A4.

    Args:
        title: Its title.
        author: What makes it.
        language: Code of the language it is written in.
        made_on: The day.
    """
    made = docx.Document()
    about = made.core_properties
    about.title, about.author, about.last_modified_by = holdable(title), author, author
    about.comments = ""
    about.language = _LANGUAGES.get(language, language)
    about.created = about.modified = datetime.combine(made_on, time())
    for said in made.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), about.language)
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_2013)
    page = made.sections[0]
    page.page_width, page.page_height = _WIDE, _HIGH
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    return made


def packed(made: Document) -> bytes:
    """Return the bytes of a document, with fixed dates inside."""
    stream = io.BytesIO()
    made.save(stream)
    fixed = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(fixed, "w") as new:
        for info in old.infolist():
            member = zipfile.ZipInfo(info.filename, _DAWN)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(info))
    return fixed.getvalue()
