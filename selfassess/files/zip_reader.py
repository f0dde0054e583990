"""Reads the members of a zip from elsewhere, within limits that no honest file comes near."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from selfassess.core.problem import FileProblemsError, Problem

MEMBER_LIMIT = 200
UNPACKED_LIMIT = 40_000_000
RATIO_LIMIT = 250
"""How many times larger than packed; JSON of many like answers comes to about 30."""

_SMALL = 1_000_000
"""Below this size a high ratio does no harm."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How our files are packed; other ways may ask for a gigabyte before anything is unpacked."""

_DAMAGE = (
    zipfile.BadZipFile,
    IndexError,  # a member without a name
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    NotImplementedError,
)


def members(data: bytes, name: str, limit: int = UNPACKED_LIMIT) -> dict[str, bytes]:
    """Return the members of a zip by their path.

    Args:
        data: The zip.
        name: Stands in the problems.
        limit: So many bytes may come out of it.

    Raises:
        FileProblemsError: it is no zip, is damaged, or is made to do harm.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = [info for info in archive.infolist() if not info.is_dir()]
            problem = _refusal(listed, len(data), name, limit)
            if problem:
                raise FileProblemsError(problem)
            return {info.filename: _unpacked(archive, info) for info in listed}
    except _DAMAGE as error:
        raise FileProblemsError(Problem("zip.damaged", name)) from error


def _refusal(listed: list[zipfile.ZipInfo], packed: int, name: str, limit: int) -> Problem | None:
    unpacked = sum(info.file_size for info in listed)
    if len(listed) > MEMBER_LIMIT or unpacked > limit:
        return Problem("zip.too-much", name)
    if unpacked > _SMALL and unpacked > RATIO_LIMIT * packed:
        return Problem("zip.too-much", name)
    if len({info.filename for info in listed}) < len(listed):
        return Problem("zip.damaged", name)
    if any(info.compress_type not in _METHODS for info in listed):
        return Problem("zip.damaged", name)
    if any(_leads_out(info.filename) for info in listed):
        return Problem("zip.leads-out", name)
    return None


def _leads_out(member: str) -> bool:
    """Say whether a member would land outside the folder into which somebody unpacks the zip."""
    path = PurePosixPath(member)
    return path.is_absolute() or ".." in path.parts or "\\" in member or ":" in member


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        found = member.read(info.file_size + 1)
    if len(found) != info.file_size:
        raise zipfile.BadZipFile(info.filename)
    return found
