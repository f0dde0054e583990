"""Writes the staff confidence check as a workbook: a sheet to print, a tally and the results."""

import io
import re
import zipfile
from datetime import date, datetime, time
from html import escape

from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook import Workbook

from selfassess.core.confidence import ConfidenceCheck
from selfassess.files.confidence_page import write_page
from selfassess.files.confidence_results import about_chart, write_results
from selfassess.files.confidence_styles import add_looks
from selfassess.files.confidence_tally import LISTS, write_lists, write_tally
from selfassess.reports.book import holdable
from selfassess.words import Words

_DAWN = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can say."""

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_FRAME = re.compile(rb'<((?:xdr:)?cNvPr) id="([0-9]+)" name="[^"]*" ?/>')


def to_bytes(check: ConfidenceCheck, words: Words, today: date, version: str) -> bytes:
    """Write the check as a workbook; equal calls give equal bytes.

    Args:
        check: The check.
        words: The words of the workbook, in its own language.
        today: The day on which it is made.
        version: The version of the program.
    """
    made = Workbook()
    made.remove(made.worksheets[0])
    add_looks(made)
    tally = words("Tally")
    write_page(check, words, made.create_sheet(words("Sheet to print")))
    write_tally(check, words, made.create_sheet(tally))
    write_results(check, words, made.create_sheet(words("Results")), tally)
    write_lists(words, made.create_sheet(LISTS))
    author = words("Sharing readiness {version}", version=version)
    made.properties = DocumentProperties(
        creator=author,
        lastModifiedBy=author,
        title=holdable(check.title.say(words.language)),
        language=words.language,
        created=datetime.combine(today, time()),
        modified=datetime.combine(today, time()),
    )
    stream = io.BytesIO()
    made.save(stream)
    return _packed(stream.getvalue(), today, about_chart(words))


def _packed(data: bytes, today: date, about: str) -> bytes:
    """Pack a workbook anew: without the time of packing, and with words for its chart."""
    stamp = f"{today.isoformat()}T00:00:00Z".encode()
    description = f'"{escape(about)}"'.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + stamp, part)
            if info.filename.startswith("xl/drawings/drawing"):
                part = _FRAME.sub(
                    lambda found: (
                        b'<%b id="%b" name="Chart" descr=%b/>' % (found[1], found[2], description)
                    ),
                    part,
                )
            fixed = zipfile.ZipInfo(info.filename, _DAWN)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, part)
    return stream.getvalue()
