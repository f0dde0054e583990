"""Guidance: short notes on law and good practice, and pairs of myth and fact."""

from datetime import date
from typing import Literal

from selfassess.core.questionnaire import Id
from selfassess.core.text import Text
from selfassess.core.value import Value

Certainty = Literal["certain", "likely", "uncertain"]
STALE_AFTER_MONTHS = 12


class Source(Value):
    """Where the note's facts stand."""

    title: str
    publisher: str
    url: str


class _Checked(Value):
    """Something whose facts were compared with a source on a day."""

    id: Id
    source: Source
    nations: tuple[str, ...]
    checked: date
    certainty: Certainty
    recheck: bool = False

    def months_old(self, today: date) -> int:
        """Whole months since it was checked; 0 on the day itself or before."""
        months = (today.year - self.checked.year) * 12 + today.month - self.checked.month
        return max(0, months - (today.day < self.checked.day))

    def needs_another_look(self, today: date) -> bool:
        """Say whether it is marked to be re-checked, uncertain, or older than 12 months."""
        months = self.months_old(today)
        to_the_day = months == STALE_AFTER_MONTHS and today.day == self.checked.day
        old = months >= STALE_AFTER_MONTHS and not to_the_day
        return self.recheck or self.certainty == "uncertain" or old


class GuidanceNote(_Checked):
    """Two to five sentences on law or good practice."""

    title: Text
    text: Text
    kind: Literal["law", "good-practice"]


class Myth(_Checked):
    """What people say, and what is so."""

    statement: Text
    verdict: Literal["myth", "partly", "rule"]
    fact: Text


class Guidance(Value):
    """All notes and myths of the program's present content."""

    version: str
    notes: tuple[GuidanceNote, ...] = ()
    myths: tuple[Myth, ...] = ()
