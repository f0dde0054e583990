"""Keeps a file of an older format before it is saved in the newest one."""

import re
import zipfile
import zlib
from pathlib import Path

from selfassess.files import atomic, disk, migrations

SIZE_LIMIT = 20_000_000
HEAD = "assessment.json"
"""The member of a file that says its format, in its first words."""

_FORMAT = re.compile(rb'\{"format": ([0-9]{1,6}),')
_FIRST_WORDS = 40


def keep(path: Path) -> None:
    """Copy the file at a path beside it if it is of an older format than ours.

    Raises:
        FileProblemsError: the disk refused.
    """
    format_ = _format_at(path)
    if format_ is None or format_ >= migrations.FORMAT:
        return
    data = disk.read(path, SIZE_LIMIT)
    beside = path
    number = 0
    while disk.exists(beside) and (beside == path or disk.read(beside, SIZE_LIMIT) != data):
        number += 1
        name = f"format {format_}" if number == 1 else f"format {format_}, {number}"
        beside = path.with_name(f"{path.stem} ({name}){path.suffix}")
    if not disk.exists(beside):
        atomic.write(beside, data)


def _format_at(path: Path) -> int | None:
    """Read the format of a file; None where there is no file of ours."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(HEAD) as member:
            said = _FORMAT.match(member.read(_FIRST_WORDS))
    except (OSError, KeyError, RuntimeError, ValueError, EOFError, zipfile.BadZipFile, zlib.error):
        return None
    return int(said[1]) if said else None
