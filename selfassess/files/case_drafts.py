"""Drafts of case studies that are not in a library yet: what was typed is kept at once."""

import hashlib
from pathlib import Path

from selfassess.core.cases import CaseStudy
from selfassess.core.problem import FileProblemsError
from selfassess.files import atomic, disk, yaml_reader

NAME = "case-drafts"
"""The folder for drafts, inside the one for the user's data."""

_ENDING = ".json"
_NAME_LENGTH = 20


def draft(data: Path, of: str) -> CaseStudy | None:
    """Return the draft that was kept of something; None where there is none that can be read.

    Args:
        data: The user's data folder.
        of: The id of the assessment or the case study that it is a draft of.
    """
    path = _path(data, of)
    if not disk.is_there(path):
        return None
    try:
        return CaseStudy.model_validate_json(disk.read(path, yaml_reader.SIZE_LIMIT))
    except (FileProblemsError, ValueError):  # pydantic refuses with a ValueError
        return None


def keep_draft(data: Path, of: str, case: CaseStudy) -> None:
    """Keep a draft, in place of the one before.

    Raises:
        FileProblemsError: the disk refused.
    """
    path = _path(data, of)
    disk.make_own_folder(path.parent)
    atomic.write(path, case.model_dump_json().encode())


def drop_draft(data: Path, of: str) -> None:
    """Remove a draft, if there is one.

    Raises:
        FileProblemsError: the disk refused.
    """
    if disk.is_there(_path(data, of)):
        atomic.remove(_path(data, of))


def _path(data: Path, of: str) -> Path:
    name = hashlib.sha256(of.encode()).hexdigest()[:_NAME_LENGTH]
    return data / NAME / f"{name}{_ENDING}"
