"""Compares work that was found in the journal with the file that it belongs to."""

from enum import Enum
from typing import NamedTuple

from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file, disk
from selfassess.files.journal import Recovered


class Standing(Enum):
    """How a file stands to the work that was found."""

    NO_FILE = "no-file"
    SAME = "same"
    AS_BEFORE = "as-before"
    CHANGED = "changed"
    GONE = "gone"


class Compared(NamedTuple):
    """How a file stands to the work, and what may be written over.

    Attributes:
        standing: How it stands.
        digest: Of what the file may hold for the work to be saved there; empty where it may not.
    """

    standing: Standing
    digest: str = ""


def compared(found: Recovered) -> Compared:
    """Compare work with its file.

    Returns:
        `NO_FILE` where it never had one; `SAME` where the file holds all of the work; `AS_BEFORE`
        where the file holds what it held when the work was done; `CHANGED` where somebody has
        changed it since; `GONE` where it can't be read now.
    """
    if found.file is None:
        return Compared(Standing.NO_FILE)
    try:
        data = disk.read(found.file, assessment_file.SIZE_LIMIT)
    except FileProblemsError:
        return Compared(Standing.GONE, found.digests[-1] if found.digests else "")
    if _holds(data, found):
        return Compared(Standing.SAME)
    digest = assessment_file.digest_of(data)
    if digest in found.digests:
        return Compared(Standing.AS_BEFORE, digest)
    return Compared(Standing.CHANGED)


def _holds(data: bytes, found: Recovered) -> bool:
    if found.opened is None:
        return False
    try:
        there = assessment_file.from_bytes(data, str(found.file))
    except FileProblemsError:
        return False
    return there.assessment == found.opened.assessment
