"""The light colours of the design, as files are written in them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from selfassess.files.tokens_file import read_tokens


class Colours:
    """The light colours of the design, as a workbook writes them."""

    def __init__(self, tokens: Mapping[str, Any]) -> None:
        self._light = tokens["light"]

    def of(self, role: str) -> str:
        """Return the colour of a role such as `ink`."""
        return _code(self._light[role])

    def solid(self, level: int) -> str:
        """Return the colour of a level's bar."""
        return _code(self._light["level"][f"l{level}"])

    def tint(self, level: int) -> str:
        """Return the colour of a level's cell."""
        return _code(self._light["level_tint"][f"l{level}"])


@cache
def colours() -> Colours:
    """Return the colours of the design."""
    return Colours(read_tokens())


def _code(colour: str) -> str:
    return colour.removeprefix("#")
