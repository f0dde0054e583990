"""Takes signs out of texts from elsewhere that turn the writing round, so that names can't lie."""

import re
from typing import Any

_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_IN_BYTES = re.compile(rb"\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\\u20(?:2[a-eA-E]|6[6-9])")
"""Such a sign in UTF-8 and in JSON."""


def straight(text: str) -> str:
    """Return a text without the signs that turn the direction of writing."""
    return _TURNS.sub("", text)


def may_turn(data: bytes) -> bool:
    """Say whether bytes of a text may hold such a sign; most files do not."""
    # To look for a few bytes first takes a tenth of the time, and few files have any.
    if b"\xe2" not in data and b"\\u20" not in data:
        return False
    return _IN_BYTES.search(data) is not None


def straightened(plain: Any) -> Any:
    """Return plain lists, mappings and texts without such signs; keys too."""
    if isinstance(plain, str):
        return straight(plain)
    if isinstance(plain, list):
        return [straightened(one) for one in plain]
    if isinstance(plain, dict):
        return {straight(name): straightened(one) for name, one in plain.items()}
    return plain
