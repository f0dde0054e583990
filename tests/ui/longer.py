"""A language of the tests: English, but every word longer, so that sentences grow by two fifths."""

import gettext
import re

from selfassess import words
from selfassess.words import Words

GROWTH = 0.4
_PIECES = re.compile(r"(\{[^}]*\}|[^\W\d_]+)")


def lengthened(text: str) -> str:
    """Return a sentence two fifths longer, with its {fields} as they were."""
    owed, pieces = 0.0, []
    for piece in _PIECES.split(text):
        pieces.append(piece)
        if piece and piece[0].isalpha():
            owed += len(piece) * GROWTH
            pieces.append("é" * int(owed))
            owed -= int(owed)
    return "".join(pieces)


class _Longer(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return lengthened(msgid1 if n == 1 else msgid2)


class LongerWords(Words):
    """The words of that language; its code is that of English, so that content stays as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._translations = _Longer()


def speak_longer(monkeypatch) -> None:
    """Have the interface speak it until the end of the test."""
    monkeypatch.setattr(words._Interface, "words", LongerWords())
