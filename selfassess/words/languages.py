"""The languages that the program can speak."""

from selfassess import paths
from selfassess.words import SOURCE

_OWN_NAMES = {"en": "English", "cy": "Cymraeg"}


def languages() -> tuple[tuple[str, str], ...]:
    """Return code and own name of each language that has words, English first."""
    folder = paths.RESOURCES / "locale"
    found = sorted(words.parent.parent.name for words in folder.glob("*/LC_MESSAGES/*.mo"))
    codes = (SOURCE, *(code for code in found if code != SOURCE))
    return tuple((code, _OWN_NAMES.get(code, code)) for code in codes)
