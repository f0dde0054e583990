"""Moments in files of the program: with a time zone, and such that they can be said anywhere."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

FIRST_YEAR, LAST_YEAR = 1970, 2999


def is_usual(when: datetime) -> bool:
    """Say whether a moment has a usual year; at both ends of time no zone can be added."""
    return FIRST_YEAR <= when.year <= LAST_YEAR


def _checked(when: datetime) -> datetime:
    if not is_usual(when):
        raise ValueError("the year is not usual")
    return when


Moment = Annotated[AwareDatetime, AfterValidator(_checked)]
