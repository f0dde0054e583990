"""The last hand on a written workbook: its cells, fixed dates, and words for charts."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from selfassess.files.workbook_cells import dimension
from selfassess.files.workbook_styles import BODY, FAMILY
from selfassess.reports.book import Chart, Sheet, holdable

_SMALL_ENOUGH = 4
"""How hard parts are packed, of 9: to pack harder takes half as long again and saves 5 %."""

_DAWN = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can say."""

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_CELLS = re.compile(rb"<sheetData ?/>|<sheetData>.*</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*" ?/>')
_FIRST_FONT = re.compile(rb"<font>.*?</font>", re.DOTALL)
_BODY_FONT = f'<font><name val="{FAMILY}"/><family val="2"/><sz val="{BODY}"/></font>'.encode()
"""The first font of a workbook is the one in whose digits columns are measured."""

_FRAME = re.compile(rb'(<xdr:cNvPr|<cNvPr) id="([0-9]+)" name="([^"]*)" ?/>')


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet, and its cells as XML."""

    sheet: Sheet
    cells: str


def packed(data: bytes, written: Sequence[Written], day: date) -> bytes:
    """Pack a workbook anew with its cells, so that it depends on nothing but the book.

    Args:
        data: The workbook without cells.
        written: The cells of its sheets, in order.
        day: The day on which the book was made.
    """
    sheets = {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(written, start=1)}
    with_charts = [sheet.sheet.charts for sheet in written if sheet.sheet.charts]
    charts = {f"xl/drawings/drawing{n}.xml": told for n, told in enumerate(with_charts, start=1)}
    stamp = f"{day.isoformat()}T00:00:00Z".encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for info in old.infolist():
            name, part = info.filename, old.read(info)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            elif name == "xl/styles.xml":
                part = _FIRST_FONT.sub(_BODY_FONT, part, count=1)
            elif name in charts:
                part = _with_descriptions(part, charts[name])
            elif name in sheets:
                part = _with_cells(part, sheets[name])
            fixed = zipfile.ZipInfo(name, _DAWN)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, part, compresslevel=_SMALL_ENOUGH)
    return stream.getvalue()


def _with_cells(part: bytes, written: Written) -> bytes:
    filled = f'<dimension ref="{dimension(written.sheet)}"/>'.encode()
    cells = written.cells.encode()
    return _CELLS.sub(lambda _: cells, _DIMENSION.sub(filled, part), count=1)


def _with_descriptions(part: bytes, charts: Sequence[Chart]) -> bytes:
    told = iter(charts)

    def described(found: re.Match[bytes]) -> bytes:
        chart = next(told)
        start, id_, _name = found.groups()
        title = f'"{escape(holdable(chart.title))}"'.encode()
        description = f'"{escape(holdable(chart.description))}"'.encode()
        return b'%b id="%b" name=%b descr=%b/>' % (start, id_, title, description)

    return _FRAME.sub(described, part)
