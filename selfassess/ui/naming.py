"""Naming: which names are suggested for files, and where."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from selfassess.core.assessment import Assessment
from selfassess.files import disk
from selfassess.files.assessment_file import ENDING
from selfassess.words import _

_LONGEST = 60


def suggested(value: Assessment | None) -> str:
    """Return a name for the file of an assessment, made of what every system allows."""
    name = value.partnership.name if value else ""
    return (plain(name) or _("Assessment")) + ENDING


def plain(name: str) -> str:
    """Return a name without what some systems refuse in names of files; may be empty."""
    kept = "".join(letter for letter in name if letter.isalnum() or letter in " -_")
    return kept.strip()[:_LONGEST].strip()


def documents() -> Path:
    """Return the folder where people keep their documents; their own folder if they have none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = QStandardPaths.writableLocation(place)
    return Path(found) if found and disk.is_there(Path(found)) else Path.home()


def with_ending(path: Path) -> Path:
    """Return a path that ends as our files do."""
    return path if path.suffix == ENDING else path.with_name(path.name + ENDING)


def free_beside(path: Path) -> Path:
    """Return a name for one's own copy beside a file that nothing has yet."""
    number = 1
    while True:
        mine = _("my copy") if number == 1 else _("my copy {number}", number=number)
        free = path.with_name(f"{path.stem} ({mine}){path.suffix}")
        if not disk.is_there(free):
            return free
        number += 1
