"""Looking: what is said while a file or an earlier version of it is only looked at."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from selfassess.files.journal import EarlierVersion
from selfassess.files.lock_file import Holder
from selfassess.ui.dates import day
from selfassess.words import _


class LookedAt(NamedTuple):
    """What is looked at.

    Attributes:
        path: The file.
        words: Why nothing is saved.
        act: What can be done about it.
        version: The earlier version, where it is one.
        is_locked: Whether the file can't be changed by anybody here.
    """

    path: Path
    words: str
    act: str
    version: EarlierVersion | None = None
    is_locked: bool = False


def held(path: Path, holder: Holder) -> LookedAt:
    """Look at a file that somebody else has open."""
    words = _("You are only looking, because {who} has this file open.", who=name_of(holder))
    return LookedAt(path, words + " " + _nothing_is_saved(), _("Open it to change"))


def fixed(path: Path) -> LookedAt:
    """Look at a file that can't be written."""
    words = _("You are only looking, because this file can’t be changed here.")
    return LookedAt(path, words + " " + _nothing_is_saved(), _("Save a copy"), is_locked=True)


def copy(path: Path) -> LookedAt:
    """Look at a conflicting copy."""
    words = _("You are only looking at {name}.", name=path.name)
    return LookedAt(path, words + " " + _nothing_is_saved(), _("Open it to change"))


def earlier(path: Path, version: EarlierVersion, now: datetime) -> LookedAt:
    """Look at an earlier version of a file."""
    words = _("This is how {name} was on {when}.", name=path.name, when=moment(version.when, now))
    return LookedAt(path, words + " " + _nothing_is_saved(), _("Bring this back"), version)


def name_of(holder: Holder) -> str:
    """Say who has a file open: the user and the computer, as far as they are known."""
    if holder.user and holder.computer:
        return _("{user} on {computer}", user=holder.user, computer=holder.computer)
    return holder.user or holder.computer or _("somebody")


def moment(when: datetime, now: datetime) -> str:
    """Say a day and time, such as 24 September 2026, 09:12."""
    here = when.astimezone(now.tzinfo)
    return _("{day}, {time}", day=day(here.date()), time=f"{here:%H:%M}")


def _nothing_is_saved() -> str:
    return _("Nothing you change is saved.")
