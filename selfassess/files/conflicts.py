"""Finds the copies that a synchronised folder leaves when two people change one file at once."""

import re
from pathlib import Path

from selfassess.files import disk

_CONFLICT = re.compile(r"conflict|in conflitto|konflikt|en conflicto|en conflit", re.IGNORECASE)
"""How services that synchronise folders mark such a copy, in several languages."""


def copies_of(path: Path) -> tuple[Path, ...]:
    """Return the conflicting copies beside a file, by name.

    They begin with its name, have its ending and say that they are in conflict.
    """
    beside = disk.listed(path.parent, f"*{path.suffix}")
    return tuple(
        other
        for other in beside
        if other.name.startswith(path.stem)
        and other.name != path.name
        and _CONFLICT.search(other.name[len(path.stem) :])
    )
