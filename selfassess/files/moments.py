"""Moments in files of the program: with a time zone, and such that they can be said anywhere."""

from datetime import datetime
from typing import Annotated, Any

from selfassess.core.fitting import Rule
from selfassess.loading import load

FIRST_YEAR, LAST_YEAR = 1970, 2999


def is_usual(when: datetime) -> bool:
    """Say whether a moment has a usual year; at both ends of time no zone can be added."""
    return FIRST_YEAR <= when.year <= LAST_YEAR


class _Usual:
    """Has a moment checked, at once and by pydantic."""

    def rules(self) -> tuple[Rule, ...]:
        """Return that a moment has a time zone, and a usual year."""
        return (lambda when: when.utcoffset() is not None, is_usual)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        pydantic = load("pydantic")
        aware: Any = pydantic.AwareDatetime
        return handler.generate_schema(Annotated[aware, pydantic.AfterValidator(_checked)])


def _checked(when: datetime) -> datetime:
    if not is_usual(when):
        raise ValueError("the year is not usual")
    return when


Moment = Annotated[datetime, _Usual()]
