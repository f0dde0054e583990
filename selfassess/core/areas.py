"""Areas: the codes of the Office for National Statistics (GSS) for nations and places in them."""

import re
from typing import Annotated

from selfassess.core.fitting import Limits

_CODE = r"[EKNSW][0-9]{8}"

AreaCode = Annotated[str, Limits(pattern=f"^{_CODE}$")]
AreaCodeOrNone = Annotated[str, Limits(pattern=f"^({_CODE})?$")]
"""A code, or an empty text where none is given."""

NATIONS = {
    "GB": "K02000001",
    "GB-ENG": "E92000001",
    "GB-WLS": "W92000004",
    "GB-SCT": "S92000003",
    "GB-NIR": "N92000002",
}
"""The code of the United Kingdom and of each of its nations, by country."""


def area_code(written: str) -> str:
    """Return a code as it is written officially: capital letters, no blanks."""
    return "".join(written.split()).upper()


def is_area_code(code: str) -> bool:
    """Say whether a text is built like a code: a nation's letter and eight figures."""
    return re.fullmatch(_CODE, code) is not None


def lies_in(code: str, country: str) -> bool:
    """Say whether an area lies in a country: its letter is the nation's.

    Anywhere in the United Kingdom is in `GB`; nothing with such a code is in another country.
    """
    nation = NATIONS.get(country)
    return nation is not None and (country == "GB" or code[:1] == nation[0])
