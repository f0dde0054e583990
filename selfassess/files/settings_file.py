"""Keeps what the user has chosen for the program as a whole, in the folder that it is given."""

import contextlib
import json
from pathlib import Path
from typing import Annotated, Literal

from selfassess.core.fitting import Limits
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.value import Value
from selfassess.files import atomic, disk
from selfassess.files.spoofing import straightened

SIZE_LIMIT = 1_000_000
RECENT_LIMIT = 20

_NAME = "settings.json"
_SET_ASIDE = "settings-set-aside.json"


class Recent(Value, drops_unknown=True):
    """A file that was opened lately: where it is, the partnership's name, and when (ISO date)."""

    path: str
    name: str
    opened: str


class Settings(Value, drops_unknown=True):
    """What the user has chosen; a field of another version is dropped."""

    language: Annotated[str, Limits(pattern="^[a-z]{2,3}$")] = "en"
    theme: Literal["light", "dark", "high-contrast", "system"] = "system"
    text_scale: Annotated[float, Limits(ge=0.5, le=4)] = 1
    recent: tuple[Recent, ...] = ()
    geometry: str = ""
    remember_recent: bool = True

    def with_recent(self, recent: Recent) -> "Settings":
        """Return the settings with a file first among the recent ones, if they are remembered."""
        if not self.remember_recent:
            return self.changed(recent=())
        others = tuple(one for one in self.recent if one.path != recent.path)
        return self.changed(recent=(recent, *others)[:RECENT_LIMIT])

    def without_recent(self, path: str) -> "Settings":
        """Return the settings without a file among the recent ones."""
        return self.changed(recent=tuple(one for one in self.recent if one.path != path))


def read_settings(folder: Path) -> tuple[Settings, Problem | None]:
    """Read the settings, or the defaults where there are none.

    A file that can't be used is set aside in the folder; the problem says so.
    """
    path = folder / _NAME
    try:
        plain = straightened(json.loads(disk.read(path, SIZE_LIMIT)))
        return Settings.model_validate(plain), None
    except FileProblemsError as error:
        problem = error.problems[0]
        return Settings(), None if problem.code == "file.missing" else problem
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings; the folder is made if it is not there.

    Raises:
        FileProblemsError: they could not be written; those written before are still there.
    """
    disk.make_own_folder(folder)
    text = json.dumps(settings, default=vars, ensure_ascii=False, indent=1)
    # The name of a file need not be text everywhere.
    atomic.write(folder / _NAME, text.encode(errors="surrogatepass"))


def _set_aside(path: Path) -> Problem:
    aside = path.with_name(_SET_ASIDE)
    with contextlib.suppress(OSError):
        path.replace(aside)
    return Problem("settings.set-aside", str(path), facts={"kept": aside.name})
