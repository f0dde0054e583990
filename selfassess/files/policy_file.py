"""Reads what an organisation has set for everybody on a computer; the program never writes it."""

import json
from pathlib import Path
from typing import Annotated, Literal

from selfassess.core.fitting import Limits
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.value import Value
from selfassess.files import disk
from selfassess.files.settings_file import Settings

NAME = "policy.json"
SIZE_LIMIT = 100_000


class Policy(Value):
    """What is set for everybody; what is left out, each user chooses.

    Attributes:
        language: The language of the program, as a code such as `en`.
        theme: The colours, as in the settings.
        text_scale: The size of texts, 1 for 100 %.
        remember_recent: Whether the start page shows recent files.
        content_packs: A folder whose content packs are in use beside those of the user.
    """

    language: Annotated[str, Limits(pattern="^[a-z]{2,3}$")] | None = None
    theme: Literal["light", "dark", "high-contrast", "system"] | None = None
    text_scale: Annotated[float, Limits(ge=1, le=4)] | None = None
    remember_recent: bool | None = None
    content_packs: Annotated[str, Limits(min_length=1, max_length=4096)] | None = None

    @property
    def fixed(self) -> frozenset[str]:
        """The names of the settings that are set here."""
        return frozenset(_SETTINGS) & {
            name for name, given in vars(self).items() if given is not None
        }

    def over(self, settings: Settings) -> Settings:
        """Return a user's settings with what is set here in their place."""
        given = {name: getattr(self, name) for name in self.fixed}
        if given.get("remember_recent") is False:
            given["recent"] = ()
        return settings.changed(**given)

    @property
    def pack_folder(self) -> Path | None:
        """The folder for content packs, if one is set."""
        return None if self.content_packs is None else Path(self.content_packs)


_SETTINGS = ("language", "theme", "text_scale", "remember_recent")


def read_policy(folder: Path) -> tuple[Policy, Problem | None]:
    """Read what is set for everybody; nothing where there is no file.

    A file that can't be used as a whole sets nothing; the problem says so.
    """
    path = folder / NAME
    try:
        return Policy.model_validate(json.loads(disk.read(path, SIZE_LIMIT))), None
    except FileProblemsError as error:
        problem = error.problems[0]
        return Policy(), None if problem.code == "file.missing" else _unused(path)
    except (ValueError, RecursionError):
        return Policy(), _unused(path)


def _unused(path: Path) -> Problem:
    return Problem("settings.policy-unused", str(path))
