"""Reads the file of a portfolio that a partnership was given, to set itself beside its peers."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from selfassess.core.fitting import Limits
from selfassess.core.peers import PeerFile
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.value import Value
from selfassess.files import disk
from selfassess.files.json_reader import read_json
from selfassess.reports.portfolio_figures import FORMAT
from selfassess.reports.portfolio_tables import VERSION

SIZE_LIMIT = 20_000_000


class _SpreadRow(Value, drops_unknown=True):
    by: str
    group: str
    places: int | None
    dimension: str
    lower: float | None
    middle: float | None
    upper: float | None


class _Spreads(Value, drops_unknown=True):
    spreads: Annotated[tuple[_SpreadRow, ...], Limits(max_length=100_000)]


def read_peers(path: Path) -> PeerFile:
    """Read the groups of a portfolio's JSON file: its tables, or what `--json` prints.

    Raises:
        FileProblemsError: it can't be read, is damaged, or of a newer version.
    """
    name = str(path)
    try:
        plain = read_json(disk.read(path, SIZE_LIMIT))
    except ValueError as error:
        raise FileProblemsError(Problem("peers.damaged", name)) from error
    if not isinstance(plain, dict):
        raise FileProblemsError(Problem("peers.damaged", name))
    format_ = plain.get("format")
    if type(format_) is int and format_ > FORMAT:
        raise FileProblemsError(Problem("peers.newer", name))
    about = plain.get("portfolio")
    if isinstance(about, dict) and about.get("schema_version", VERSION) != VERSION:
        raise FileProblemsError(Problem("peers.newer", name))
    try:
        if isinstance(about, dict):
            plain = {"groups": _grouped(_Spreads.model_validate(plain).spreads)}
        return PeerFile.model_validate(plain)
    except ValueError as error:  # pydantic's own
        raise FileProblemsError(Problem("peers.damaged", name)) from error


def _grouped(rows: Iterable[_SpreadRow]) -> list[dict[str, object]]:
    """Gather the rows of a table, one for each group and dimension, into groups."""
    groups: dict[tuple[str, str], dict[str, object]] = {}
    spreads: dict[tuple[str, str], dict[str, object]] = {}
    for row in rows:
        key = (row.by, row.group)
        inside = spreads.setdefault(key, {})
        groups[key] = {"by": row.by, "group": row.group, "places": row.places, "dimensions": inside}
        known = {"lower": row.lower, "middle": row.middle, "upper": row.upper}
        inside[row.dimension] = None if None in known.values() else known
    return list(groups.values())
