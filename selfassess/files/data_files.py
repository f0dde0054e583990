"""Writes data tables, of a report or portfolio, as JSON, as one CSV table, or as a zip of all."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date

from selfassess.core.value import Value
from selfassess.reports.book import holdable
from selfassess.reports.data_dictionary import cells, columns, dictionary, tables
from selfassess.reports.data_tables import Data
from selfassess.reports.portfolio_tables import PortfolioData

Tables = Data | PortfolioData

DICTIONARY = "dictionary.csv"
_TAKEN_FOR_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n")
_DICTIONARY_HEADS = ("table", "field", "type", "may_be_empty", "unit", "values", "meaning")


def to_json(data: Tables) -> bytes:
    """Write all tables as one JSON document; half a character, as pasting leaves one, is a “�”."""
    text = json.dumps(data.model_dump(), ensure_ascii=False, indent=2)
    return (_whole(text) + "\n").encode()


def to_csv(data: Tables) -> bytes:
    """Write one table as CSV: the questions of a report, the barriers of a portfolio."""
    return _table("topics" if isinstance(data, Data) else "barriers", data)


def to_zip(data: Tables) -> bytes:
    """Write all tables as CSV, with the data dictionary, into one zip; equal data, equal bytes."""
    made = {f"{name}.csv": _table(name, data) for name in tables(type(data))}
    made[DICTIONARY] = _dictionary(type(data))
    packed = io.BytesIO()
    about = data.report if isinstance(data, Data) else data.portfolio
    day = date.fromisoformat(about.report_date)
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in made.items():
            member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            member.create_system, member.external_attr = 3, 0o644 << 16
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


WRITERS = {".json": to_json, ".csv": to_csv, ".zip": to_zip}
"""What writes the tables, by the ending of the file's name."""


def guarded(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula, without what none can hold."""
    held = holdable(text)
    return f"'{held}" if held.startswith(_TAKEN_FOR_FORMULAS) else held


def _table(name: str, data: Tables) -> bytes:
    row = tables(type(data))[name]
    held = getattr(data, name)
    rows: Sequence[Value] = (held,) if isinstance(held, row) else held
    return _csv(columns(row), (_safe(one) for one in rows))


def _safe(row: Value) -> list[str]:
    """The cells of a row; figures are no formulas, whatever they begin with."""
    texts = [
        name for name in columns(type(row)) if isinstance(getattr(row, name, None), str | tuple)
    ]
    return [
        guarded(cell) if name in texts else cell
        for name, cell in zip(columns(type(row)), cells(row), strict=True)
    ]


def _dictionary(of: type[Value]) -> bytes:
    rows = (
        (
            f.table,
            f.name,
            f.kind,
            str(f.may_be_empty).lower(),
            f.unit,
            " | ".join(f.values),
            f.meaning,
        )
        for f in dictionary(of)
    )
    return _csv(_DICTIONARY_HEADS, rows)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(heads)
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
