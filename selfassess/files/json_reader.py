"""Reads JSON from elsewhere as strictly as it is defined: no NaN, no half characters."""

import json
import re
from typing import Any, NoReturn

_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
"""How half of a character may be written."""


def read_json(data: bytes) -> Any:
    """Return the plain data of a JSON text in UTF-8.

    Raises:
        ValueError: it is no JSON, or is nested deeper than anything of ours.
    """
    try:
        plain = json.loads(data.decode(), parse_constant=_refuse)
        if b"\\u" in data and _HALF.search(data):
            json.dumps(plain, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    return plain


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")
