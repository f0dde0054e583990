"""What a portfolio comes to, counted once for all reports, pages and figures about it."""

from dataclasses import dataclass

from selfassess.core import portfolio_counts as counts
from selfassess.core.codes import Statement
from selfassess.core.content import Content
from selfassess.core.portfolio import Portfolio
from selfassess.core.portfolio_counts import (
    BarrierCount,
    DimensionCount,
    GroupSpreads,
    Portion,
    Table,
)
from selfassess.core.small_numbers import Shown
from selfassess.core.trends import Trend, trends
from selfassess.reports.phrases import listed
from selfassess.reports.portfolio_names import barrier_name, dimension_name, said_count
from selfassess.words import Words
from selfassess.words.names import name_of

NAMED = 5
"""So many barriers are named in the findings."""

MOVED = 3
"""Of so many dimensions the findings say how they moved."""


@dataclass(frozen=True, slots=True)
class View:
    """All counts of a portfolio.

    Attributes:
        portfolio: The portfolio.
        content: The content that has the names.
        statements: How many are not yet ready, ready with conditions, ready, and too early to say.
        barriers: The barriers, the most frequent first.
        tables: Barriers by each kind of group.
        dimensions: How each dimension stands, in walk order.
        groups: How each dimension spreads over all places, and in each group.
        trends: What moved between the last two rounds of each place, dimension by dimension.
        national: The barriers that others than the places can remove.
    """

    portfolio: Portfolio
    content: Content
    statements: tuple[Shown, ...]
    barriers: tuple[BarrierCount, ...]
    tables: tuple[Table, ...]
    dimensions: tuple[DimensionCount, ...]
    groups: tuple[GroupSpreads, ...]
    trends: tuple[Trend, ...]
    national: tuple[BarrierCount, ...]


def view(portfolio: Portfolio, content: Content) -> View:
    """Count a portfolio; takes a few milliseconds for a thousand places."""
    found = counts.barriers(portfolio)
    return View(
        portfolio=portfolio,
        content=content,
        statements=counts.statements(portfolio),
        barriers=found,
        tables=tuple(
            counts.table(portfolio, by, found) for by in counts.kinds_of_groups(portfolio)
        ),
        dimensions=counts.dimensions(portfolio),
        groups=counts.spreads(portfolio),
        trends=trends(portfolio),
        national=counts.national(found),
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """Some sentences under a heading."""

    heading: str
    lines: tuple[str, ...]


def findings(seen: View, words: Words) -> tuple[Finding, ...]:
    """Say what stands out in a portfolio; a finding without a line is left out."""
    found = (
        Finding(words("May they go on to the next step?"), (_statements(seen, words),)),
        Finding(words("Most often in the way"), _barriers(seen.barriers, seen, words)),
        Finding(words("Weakest dimensions"), _weakest(seen, words)),
        Finding(words("Where partners are apart most often"), _apart(seen, words)),
        Finding(words("What places cannot remove alone"), _barriers(seen.national, seen, words)),
        Finding(words("What moved since the round before"), _moved(seen, words)),
        Finding(words("Read with care"), cautions(seen, words)),
    )
    return tuple(finding for finding in found if finding.lines)


def headline(seen: View, words: Words) -> str:
    """Say how many partnerships a portfolio counts."""
    places = len(seen.portfolio.places)
    text = words.plural("What {count} partnership shows", "What {count} partnerships show", places)
    return made_up(text, seen, words)


def made_up(text: str, seen: View, words: Words) -> str:
    """Return a title, which says so where the portfolio holds made-up examples alone."""
    mark = words("(made-up examples)")
    return f"{text} {mark}" if seen.portfolio.made_up else text


def cautions(seen: View, words: Words) -> tuple[str, ...]:
    """Say how the counts of a portfolio are to be read."""
    left_out = seen.portfolio.left_out
    examples = words.plural(
        "{count} made-up example is not counted.",
        "{count} made-up examples are not counted.",
        left_out,
    )
    return (
        words("Each partnership counts once, with its latest round. None is named or ranked."),
        words(
            "Counts of one or two are held back, and so are others from which they could be worked "
            "out. A row with such a cell has no total."
        ),
        words("The counts say how often something was found, not what caused it."),
        *((examples,) if left_out else ()),
    )


def _statements(seen: View, words: Words) -> str:
    names = (*(name_of(s, words) for s in Statement), words("Too early to say"))
    pairs = zip(names, seen.statements, strict=True)
    return "; ".join(f"{name}: {said_count(number, words)}" for name, number in pairs)


def _barriers(found: tuple[BarrierCount, ...], seen: View, words: Words) -> tuple[str, ...]:
    return tuple(
        words(
            "{barrier}: in {places} of {asked} places",
            barrier=barrier_name(one.barrier, seen.content, words),
            places=one.places,
            asked=said_count(one.looked_for, words),
        )
        for one in found[:NAMED]
        if one.places is not None
    )


def _weakest(seen: View, words: Words) -> tuple[str, ...]:
    """Name the dimensions that most often stand below the essential line."""
    portion, names = _most({d.dimension: d.low for d in seen.dimensions}, seen, words)
    lines = {
        Portion.MOST: words("Below 3 in three quarters of places or more: {names}", names=names),
        Portion.MANY: words("Below 3 in half of the places or more: {names}", names=names),
    }
    return (lines[portion],) if portion in lines else ()


def _apart(seen: View, words: Words) -> tuple[str, ...]:
    portion, names = _most({d.dimension: d.apart for d in seen.dimensions}, seen, words)
    lines = {
        Portion.MOST: words("In three quarters of places or more: {names}", names=names),
        Portion.MANY: words("In half of the places or more: {names}", names=names),
    }
    return (lines[portion],) if portion in lines else ()


def _moved(seen: View, words: Words) -> tuple[str, ...]:
    """Say of the dimensions that moved in most places how many went which way."""
    whole = [trend for trend in seen.trends if trend.compared]
    whole.sort(key=lambda trend: -((trend.up or 0) + (trend.down or 0)))
    return tuple(
        words(
            "{dimension}: up in {up}, the same in {same} and down in {down} of {count} places",
            dimension=dimension_name(trend.dimension, seen.content, words),
            up=trend.up,
            same=trend.same,
            down=trend.down,
            count=trend.compared,
        )
        for trend in whole[:MOVED]
    )


def _most(
    portions: dict[str, Portion | None], seen: View, words: Words
) -> tuple[Portion | None, str]:
    """Return the largest part of the places, and which dimensions it is said of, in walk order."""
    known = [portion for portion in portions.values() if portion is not None]
    largest = max(known, default=None)
    ids = [id_ for id_, portion in portions.items() if portion is largest]
    return largest, listed([dimension_name(id_, seen.content, words) for id_ in ids], words)
