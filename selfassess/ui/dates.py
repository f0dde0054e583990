"""Dates and times as people read them."""

from datetime import date, datetime

from selfassess.words import _

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(when: date) -> str:
    """Say a date, such as 24 September 2026."""
    month = _(MONTHS[when.month - 1])
    return _("{day} {month} {year}", day=when.day, month=month, year=when.year)


def month_and_year(when: date) -> str:
    """Say a month, such as September 2026."""
    return _("{month} {year}", month=_(MONTHS[when.month - 1]), year=when.year)


def lately(when: datetime, now: datetime) -> str:
    """Say when something was, as short as can be understood now: today with the time."""
    if when.date() == now.date():
        return _("Today, {time}", time=f"{when:%H:%M}")
    if when.year == now.year:
        return _("{day} {month}", day=when.day, month=_(MONTHS[when.month - 1]))
    return day(when)


def short_day(when: date, today: date) -> str:
    """Say a date without its year where that is the present one, such as 24 September."""
    if when.year != today.year:
        return day(when)
    return _("{day} {month}", day=when.day, month=_(MONTHS[when.month - 1]))


def brief_day(when: date) -> str:
    """Say a date as it fits into a narrow field, such as 24 Sep 2026."""
    month = _(MONTHS[when.month - 1])[:3]
    return _("{day} {month} {year}", day=when.day, month=month, year=when.year)
