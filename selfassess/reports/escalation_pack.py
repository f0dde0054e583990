"""Escalation pack: the barriers that many places meet and none can remove alone, with evidence.

It names no place, partner or person: counts, the words of the levels that were answered, what was
tried, and what is asked of whom.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selfassess.core import portfolio_counts as counts
from selfassess.core.cases import CaseStudy
from selfassess.core.content import Content
from selfassess.core.portfolio import By
from selfassess.core.portfolio_counts import BarrierCount
from selfassess.reports.phrases import lower_name, said
from selfassess.reports.portfolio_names import barrier_name, group_name, level_words, said_count
from selfassess.reports.portfolio_view import View
from selfassess.words import Words

CASES_AT_MOST = 3
"""So many other places that met the same are named."""

_WHERE = (By.COUNTRY, By.AREA, By.STEP, By.POLICY_AREA)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a level that was answered, and in how many places."""

    says: str
    places: int


@dataclass(frozen=True, slots=True)
class Ask:
    """What to ask for, and what stands behind it.

    Attributes:
        count: The barrier's counts.
        title: The barrier's name.
        ask: What is asked, and of whom; empty where the content does not say.
        meaning: What the barrier is.
        evidence: How many places meet it, how strongly, and where, a sentence each.
        because: The answers behind it, the most frequent first.
        tried: What the places do about it, counted.
        told: The same in their own words, where they handed them over.
        elsewhere: Published cases of the same barrier: title, publisher and web address.
    """

    count: BarrierCount
    title: str
    ask: str
    meaning: str
    evidence: tuple[str, ...]
    because: tuple[Quote, ...]
    tried: tuple[str, ...]
    told: tuple[str, ...]
    elsewhere: tuple[str, ...]


def asks(seen: View, words: Words) -> tuple[Ask, ...]:
    """Make an ask of each barrier that enough places meet and cannot remove alone."""
    return tuple(_ask(one, seen, words) for one in seen.national)


def quoted(quote: Quote, words: Words) -> str:
    """Say a quoted answer with its count."""
    return words.plural(
        "{says}: in {count} place", "{says}: in {count} places", quote.places, says=quote.says
    )


def _ask(one: BarrierCount, seen: View, words: Words) -> Ask:
    barrier = seen.content.barrier(one.barrier)
    escalation = barrier.escalation if barrier else None
    return Ask(
        count=one,
        title=barrier_name(one.barrier, seen.content, words),
        ask=said(escalation, words) if escalation else "",
        meaning=said(barrier.description, words) if barrier else "",
        evidence=tuple(_evidence(one, seen, words)),
        because=tuple(
            Quote(level_words(topic, level, seen.content, words), places)
            for topic, level, places in counts.because(seen.portfolio, one.barrier)
        ),
        tried=tuple(_tried(one.barrier, seen, words)),
        told=counts.told(seen.portfolio, one.barrier),
        elsewhere=_elsewhere(one.barrier, seen.content, words),
    )


def _evidence(one: BarrierCount, seen: View, words: Words) -> Iterator[str]:
    yield words(
        "The answers of {places} of {asked} partnerships raise it.",
        places=one.places,
        asked=said_count(one.looked_for, words),
    )
    if one.holds_back:
        yield words("It holds back the next step in {count} of them.", count=one.holds_back)
    if one.strength:
        yield words(
            "Half of them have it at a strength of {middle:.2f} or more, from 0 to 1.",
            middle=one.strength.middle,
        )
    for table in seen.tables:
        if table.by in _WHERE:
            cells = dict(table.rows)[one.barrier]
            groups = [
                f"{group_name(code, words)} {cell}"
                for code, cell in zip(table.groups, cells, strict=True)
                if cell
            ]
            groups += [words("others held back")] if None in cells else []
            yield words("{by}: {groups}.", by=_by(table.by, words), groups=", ".join(groups))


def _by(by: By, words: Words) -> str:
    return {
        By.COUNTRY: words("By country"),
        By.AREA: words("By area"),
        By.STEP: words("By step of the journey"),
    }.get(by, words("By policy area (a place can be in several)"))


def _tried(barrier: str, seen: View, words: Words) -> Iterator[str]:
    found = counts.tried(seen.portfolio, barrier)
    for status in ("done", "doing", "stuck", "todo"):
        places = found[status]
        if places != 0:
            yield words(
                "Actions that are {status}: in {places} places",
                status=lower_name(status, words),
                places=said_count(places, words),
            )


def _elsewhere(barrier: str, content: Content, words: Words) -> tuple[str, ...]:
    met = [case for case in content.cases if barrier in _named(case)]
    return tuple(
        words("{title} ({source})", title=case.title, source=case.source.where)
        for case in met[:CASES_AT_MOST]
    )


def _named(case: CaseStudy) -> set[str]:
    met = {id_ for told in case.barriers for id_ in told.catalogue}
    return met | {id_ for told in case.enablers for id_ in told.catalogue}
