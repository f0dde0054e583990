"""Reads tables of answers, and of what a room agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from selfassess.core.assessment import Given, Level
from selfassess.core.codes import Evidence
from selfassess.core.problem import Problem
from selfassess.files.csv_reader import Row, read_rows
from selfassess.files.ids import refuse_any
from selfassess.files.validation import unknown

T = TypeVar("T")
_LEVELS: dict[str, Level] = {str(level): level for level in get_args(Level)}
_GIVEN: dict[str, Given] = {**_LEVELS, "dk": "dk", "na": "na"}
_AGREED: dict[str, Level | Literal["none"]] = {**_LEVELS, "none": "none"}
_EVIDENCE = {str(grade): grade for grade in Evidence}

_WHO_AND_WHAT = ("organisation", "respondent", "topic")
_UNKNOWN = {
    "organisation": "table.unknown-organisation",
    "topic": "table.unknown-topic",
    "level": "table.unknown-level",
    "evidence": "table.unknown-evidence",
}
_MAY_BE_BLANK = ("level", "evidence")


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a respondent says about a topic; `level` is None where the cell is blank."""

    organisation: str
    respondent: str
    role: str
    topic: str
    level: Given | None
    evidence: Evidence | None
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class AgreedRow:
    """What the room settled on for a topic, or that it did not."""

    topic: str
    level: Level | Literal["none"]
    minority_view: str
    line: int


def read_answers(
    path: Path, organisations: Iterable[str], topics: Iterable[str]
) -> tuple[AnswerRow, ...]:
    """Read answers, checked against the names of the organisations and the ids of all topics.

    Raises:
        FileProblemsError: carries everything that is wrong with the table.
    """
    rows, problems = read_rows(path, (*_WHO_AND_WHAT, "level"), ("role", "evidence", "note"))
    names = {_plain(name): name for name in organisations}
    known = {_plain(topic): topic for topic in topics}
    first: dict[tuple[str, ...], int] = {}
    found = []
    for row in rows:
        organisation = _one_of(row, "organisation", names, problems)
        topic = _one_of(row, "topic", known, problems)
        level = _one_of(row, "level", _GIVEN, problems)
        evidence = _one_of(row, "evidence", _EVIDENCE, problems)
        key = tuple(_plain(row.text(column)) for column in _WHO_AND_WHAT)
        _refuse_again(row, key, first, problems)
        if organisation and topic:
            found.append(
                AnswerRow(
                    organisation=organisation,
                    respondent=" ".join(row.text("respondent").split()),
                    role=row.text("role"),
                    topic=topic,
                    level=level,
                    evidence=evidence,
                    note=row.text("note"),
                    line=row.line,
                )
            )
    refuse_any(problems)
    return tuple(found)


def read_agreed(path: Path, topics: Iterable[str]) -> tuple[AgreedRow, ...]:
    """Read what was agreed, checked against the ids of all topics; a blank level says nothing.

    Raises:
        FileProblemsError: carries everything that is wrong with the table.
    """
    rows, problems = read_rows(path, ("topic", "level"), ("minority_view",))
    known = {_plain(topic): topic for topic in topics}
    first: dict[tuple[str, ...], int] = {}
    found = []
    for row in rows:
        topic = _one_of(row, "topic", known, problems)
        level = _one_of(row, "level", _AGREED, problems)
        view = row.text("minority_view")
        _refuse_again(row, (_plain(row.text("topic")),), first, problems)
        if view and not row.text("level"):
            problems.append(row.problem("table.view-alone", "minority_view"))
        if topic and level:
            found.append(AgreedRow(topic, level, view, row.line))
    refuse_any(problems)
    return tuple(found)


def _one_of(row: Row, column: str, known: Mapping[str, T], problems: list[Problem]) -> T | None:
    """Return what a cell means, or note that it means nothing; None where it may be blank."""
    said = row.text(column)
    if not said and column in _MAY_BE_BLANK:
        return None
    if _plain(said) not in known:
        if said:
            facts = unknown(said, (str(word) for word in known.values()))
            problems.append(row.problem(_UNKNOWN[column], column, **facts))
        else:
            problems.append(row.problem("table.blank", column, field=column))
        return None
    return known[_plain(said)]


def _refuse_again(
    row: Row, key: tuple[str, ...], first: dict[tuple[str, ...], int], problems: list[Problem]
) -> None:
    """Note that a row says again what another one has said."""
    line = first.setdefault(key, row.line)
    if line != row.line and key[0] and key[-1]:
        problems.append(row.problem("table.again", "topic", line=str(line)))


def _plain(said: str) -> str:
    """Return a name so that spaces and capital letters make no difference."""
    return " ".join(said.split()).casefold()
