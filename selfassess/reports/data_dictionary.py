"""Data dictionary: what each field of the data tables is, from the models themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from selfassess.core.value import Value, fields_of

LEVELS = range(1, 6)
LIST = " | "
"""Stands between several values in one cell."""


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


def tables(of: type[Value]) -> dict[str, type[Value]]:
    """Return the row of each table of some data by the table's name, in order."""
    return {
        field.name: get_args(field.annotation)[0]
        if get_origin(field.annotation) is tuple
        else field.annotation
        for field in fields_of(of)
    }


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


def dictionary(of: type[Value]) -> tuple[FieldFacts, ...]:
    """Return what each field of some data is, in the order of the tables."""
    return tuple(facts for table, row in tables(of).items() for facts in _facts(table, row))


def table_meaning(row: type[Value]) -> str:
    """Return what a table tells."""
    return " ".join((row.__doc__ or "").split())


def as_markdown(of: type[Value], head: str) -> str:
    """Return the data dictionary of some data as a page to read, with a head."""
    lines = [*head.splitlines(), ""]
    for table, row in tables(of).items():
        lines += [f"## {table}", "", table_meaning(row), ""]
        lines += ["| field | type | unit | meaning |", "|---|---|---|---|"]
        lines += [_line(facts) for facts in _facts(table, row)]
        lines.append("")
    return "\n".join(lines)


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
        return LIST.join(value)
    return str(value)
