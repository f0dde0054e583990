"""The worked example, read once, for tests of pages that need a rich assessment."""

from datetime import date
from functools import cache

from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.results import Results, work_out
from selfassess.files.example import example
from tests.shipped import shipped

DAY = date(2026, 9, 24)


@cache
def content() -> Content:
    """All of the program's content."""
    return shipped()


@cache
def north() -> Assessment:
    """The partnership of Northbridge, answered by five partners, once and without a plan."""
    whole = example(content(), DAY)
    return whole.changed(rounds=(whole.latest,), actions=())


@cache
def results() -> Results:
    """What follows from it."""
    return work_out(north(), content())


def unanswered() -> Assessment:
    """Northbridge before anybody has answered."""
    latest = north().latest.changed(answers=(), votes=(), agreed=())
    return north().changed(rounds=(latest,))


def alone() -> Assessment:
    """Northbridge with one partner only."""
    latest = north().latest
    first = latest.organisations[0]
    ours = {r.id for r in north().respondents if r.organisation == first.id}
    answers = tuple(a for a in latest.answers if a.respondent in ours)
    return north().changed(
        rounds=(latest.changed(organisations=(first,), answers=answers, votes=(), agreed=()),)
    )


def anonymous() -> Assessment:
    """Northbridge without organisations on show."""
    return north().changed(anonymous=True)


def two_rounds() -> Assessment:
    """Northbridge twice: the earlier round a level lower in the questions on process."""
    latest = north().latest
    lower = tuple(
        a.changed(level=max(1, a.level - 1))
        if isinstance(a.level, int) and a.topic.startswith("PR")
        else a
        for a in latest.answers
    )
    earlier = latest.changed(name="Autumn", date="2025-09-20", answers=lower, agreed=(), votes=())
    return north().changed(rounds=(earlier, latest))
