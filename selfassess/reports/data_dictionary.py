"""Data dictionary: what each field of the data tables is, from the models themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from selfassess.core.value import Value, fields_of
from selfassess.reports.data_tables import VERSION, About, Data

LEVELS = range(1, 6)
_LIST = " | "


@dataclass(frozen=True, slots=True)
class FieldFacts:
    """What a field is.

    Attributes:
        table: The name of its table.
        name: Its name, the head of its column.
        kind: Text, number, whole number, true or false, or list of texts.
        may_be_empty: It may be empty in a table, and null in JSON.
        unit: What it is counted in; may be empty.
        values: The values it can have, where they are few.
        meaning: What it tells.
    """

    table: str
    name: str
    kind: str
    may_be_empty: bool
    unit: str
    values: tuple[str, ...]
    meaning: str


def tables() -> dict[str, type[Value]]:
    """Return the row of each table by the table's name, in order."""
    found: dict[str, type[Value]] = {}
    for field in fields_of(Data):
        row = field.annotation
        found[field.name] = About if row is About else get_args(row)[0]
    return found


def columns(row: type[Value]) -> tuple[str, ...]:
    """Return the heads of a table; the five counts of answers have a column each."""
    return tuple(
        column
        for field in fields_of(row)
        for column in (_counted(field.name) if field.name == "votes" else (field.name,))
    )


def cells(row: Value) -> tuple[str, ...]:
    """Return what a row holds as text, a cell for each of its columns; lists are joined by “|”."""
    found: list[str] = []
    for field in fields_of(type(row)):
        held = getattr(row, field.name)
        if field.name == "votes":
            found += map(_cell, held or (None,) * len(LEVELS))
        else:
            found.append(_cell(held))
    return tuple(found)


def dictionary() -> tuple[FieldFacts, ...]:
    """Return what each field is, in the order of the tables."""
    return tuple(facts for table, row in tables().items() for facts in _facts(table, row))


def table_meaning(row: type[Value]) -> str:
    """Return what a table tells."""
    return " ".join((row.__doc__ or "").split())


def as_markdown() -> str:
    """Return the data dictionary as a page to read."""
    lines = [*_HEAD, ""]
    for table, row in tables().items():
        lines += [f"## {table}", "", table_meaning(row), ""]
        lines += ["| field | type | unit | meaning |", "|---|---|---|---|"]
        lines += [_line(facts) for facts in _facts(table, row)]
        lines.append("")
    return "\n".join(lines)


_HEAD = f"""\
# Data dictionary

What `selfassess report FILE -o OUT.json`, `OUT.zip` and `OUT.csv` hold, version {VERSION} of the
tables. This page is made from the program (`scripts/schemas`); do not change it by hand.

- **JSON** holds all tables below as lists of objects (`report` is a single one). It fits
  [report.schema.json](../questionnaires/schemas/report.schema.json).
- **ZIP** holds the same tables as tidy CSV, one file each, and this dictionary as
  `dictionary.csv`.
- **CSV** alone holds the table `topics`: one row for each question.
- CSV is UTF-8 with a byte order mark, so that spreadsheets show accents; commas between cells,
  CRLF between lines. Several values in one cell are joined by “{_LIST.strip()}”. `votes` has five
  columns, `votes_1` to `votes_5`.
- A text in CSV that begins with `=`, `+`, `-`, `@`, a tab or a line end has an apostrophe before
  it, so that no spreadsheet takes it for a formula. Characters that no spreadsheet can hold are
  left out. JSON holds texts as they are.
- Figures are not rounded. What is not known is empty in CSV and `null` in JSON; every field is
  always there.
- Ids and codes are the same in every language and from one report to the next. Dates follow
  ISO 8601, countries ISO 3166; nations also have the code of the Office for National Statistics.
  `area` is the code of that office for a local authority or other area, where one was given.
- A copy to hand upwards (`--non-attributable`) has the same tables; those about partners and notes
  are empty, and counts of answers are withheld.
- Where letters stand for partners (`--letters`) the tables are the same. Ids of partners are made
  of their letters, and sectors, roles and names are empty.
""".splitlines()


def _facts(table: str, row: type[Value]) -> Iterator[FieldFacts]:
    schema = row.model_json_schema()
    for name, told in schema["properties"].items():
        choices = [_resolved(one, schema) for one in told.get("anyOf", [told])]
        real = [one for one in choices if one.get("type") != "null"]
        facts = FieldFacts(
            table=table,
            name=name,
            kind=" or ".join(dict.fromkeys(_kind(one) for one in real)),
            may_be_empty=len(real) < len(choices),
            unit=told.get("unit", ""),
            values=tuple(str(value) for one in real for value in _values(one)),
            meaning=told["description"],
        )
        yield facts


def _resolved(told: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = told.get("$ref", "")
    named: Mapping[str, Any] = schema.get("$defs", {}).get(reference.rpartition("/")[2], told)
    return named


def _kind(told: Mapping[str, Any]) -> str:
    if told.get("type") == "array":
        return "five whole numbers" if "prefixItems" in told else "list of texts"
    return {"integer": "whole number", "number": "number", "boolean": "true or false"}.get(
        told.get("type", ""), "text"
    )


def _values(told: Mapping[str, Any]) -> list[str]:
    fixed: list[str] = told.get("enum", [told["const"]] if "const" in told else [])
    return fixed


def _line(facts: FieldFacts) -> str:
    kind = facts.kind + (", may be empty" if facts.may_be_empty else "")
    values = (
        f" One of: {', '.join(f'`{value}`' for value in facts.values)}." if facts.values else ""
    )
    return f"| `{facts.name}` | {kind} | {facts.unit} | {facts.meaning}.{values} |"


def _counted(name: str) -> tuple[str, ...]:
    return tuple(f"{name}_{level}" for level in LEVELS)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _LIST.join(value)
    return str(value)
