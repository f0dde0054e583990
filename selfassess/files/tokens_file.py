"""Reads the design tokens: fonts, colours and measures for everything that is drawn."""

from typing import Any

from selfassess import paths
from selfassess.files.json_reader import read_json
from selfassess.loading import load

BUILT = paths.TOKENS.with_suffix(".json")
"""What the build makes of them, which takes a tenth of the time to read."""


def read_tokens() -> dict[str, Any]:
    """Return the design tokens, by the names in `tokens.toml`.

    Raises:
        OSError: they are not where the program lies.
    """
    if BUILT.is_file():
        tokens: dict[str, Any] = read_json(BUILT.read_bytes())
    else:
        tokens = load("tomllib").loads(paths.TOKENS.read_text(encoding="utf-8"))
    return tokens
