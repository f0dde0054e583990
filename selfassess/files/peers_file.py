"""Reads the file of a portfolio that a partnership was given, to set itself beside its peers."""

from pathlib import Path

from selfassess.core.peers import PeerFile
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import disk
from selfassess.files.json_reader import read_json
from selfassess.reports.portfolio_figures import FORMAT

SIZE_LIMIT = 5_000_000


def read_peers(path: Path) -> PeerFile:
    """Read the groups of a portfolio's JSON file.

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
    try:
        return PeerFile.model_validate(plain)
    except ValueError as error:  # pydantic's own
        raise FileProblemsError(Problem("peers.damaged", name)) from error
