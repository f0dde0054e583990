"""Figures of a portfolio for machines: plain data, the fields of which are a public interface.

Every key is always there. None stands for what is withheld, or not known.
"""

from typing import Any

from selfassess.core import portfolio_counts as counts
from selfassess.core.codes import Agreement, Confidence, Statement
from selfassess.core.portfolio_counts import (
    BANDS,
    BarrierCount,
    DimensionCount,
    GroupSpreads,
    Portion,
    Spread,
    Table,
)
from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.core.trends import Trend
from selfassess.reports.phrases import said
from selfassess.reports.portfolio_names import (
    barrier_name,
    dimension_name,
    group_name,
    level_words,
)
from selfassess.reports.portfolio_view import View
from selfassess.words import Words

Figures = dict[str, Any]
FORMAT = 1


def portfolio_figures(seen: View, words: Words) -> Figures:
    """Return what `selfassess portfolio --json` prints of the counts."""
    statements = (*map(str, Statement), "too-early")
    return {
        "format": FORMAT,
        "places": len(seen.portfolio.places),
        "made_up": seen.portfolio.made_up,
        "left_out": seen.portfolio.left_out,
        "smallest_group": SMALLEST_GROUP,
        "statements": dict(zip(statements, seen.statements, strict=True)),
        "barriers": [_barrier(one, seen, words) for one in seen.barriers],
        "tables": [_table(table, words) for table in seen.tables],
        "dimensions": [_dimension(one, seen, words) for one in seen.dimensions],
        "groups": [_group(line, seen, words) for line in seen.groups],
        "trends": [_trend(trend) for trend in seen.trends],
        "national": [_national(one, seen, words) for one in seen.national],
    }


def _barrier(one: BarrierCount, seen: View, words: Words) -> Figures:
    return {
        "id": one.barrier,
        "name": barrier_name(one.barrier, seen.content, words),
        "dimension": one.dimension,
        "reach": str(one.reach),
        "places": one.places,
        "looked_for": one.looked_for,
        "share": one.share,
        "holds_back": one.holds_back,
        "strength": _spread(one.strength),
        "confidence": dict(zip(map(str, Confidence), one.confidences, strict=True)),
    }


def _table(table: Table, words: Words) -> Figures:
    return {
        "by": str(table.by),
        "adds_up": table.by.adds_up,
        "groups": [
            {"code": code, "name": group_name(code, words), "places": size}
            for code, size in zip(table.groups, table.sizes, strict=True)
        ],
        "total": table.size,
        "rows": [
            {"barrier": barrier, "places": list(cells), "total": total}
            for (barrier, cells), total in zip(table.rows, table.totals, strict=True)
        ],
    }


def _dimension(one: DimensionCount, seen: View, words: Words) -> Figures:
    return {
        "id": one.dimension,
        "name": dimension_name(one.dimension, seen.content, words),
        "value": _spread(one.spread),
        "bands": dict(zip(map(str, BANDS), one.bands, strict=True)),
        "known": one.known,
        "below": one.below,
        "low": _portion(one.low),
        "held": one.held,
        "agreement": dict(zip(map(str, Agreement), one.agreement, strict=True)),
        "agreement_known": one.agreement_known,
        "apart": _portion(one.apart),
    }


def _portion(portion: Portion | None) -> str | None:
    return None if portion is None else portion.name.lower()


def _group(line: GroupSpreads, seen: View, words: Words) -> Figures:
    ids = counts.dimension_ids(seen.portfolio)
    return {
        "by": str(line.by) if line.by else "all",
        "group": line.group,
        "name": group_name(line.group, words) if line.by else words("All places"),
        "places": line.size,
        "dimensions": {id_: _spread(spread) for id_, spread in zip(ids, line.spreads, strict=True)},
    }


def _trend(trend: Trend) -> Figures:
    return {
        "id": trend.dimension,
        "up": trend.up,
        "same": trend.same,
        "down": trend.down,
        "compared": trend.compared,
        "change": _spread(trend.change),
    }


def _national(one: BarrierCount, seen: View, words: Words) -> Figures:
    barrier = seen.content.barrier(one.barrier)
    ask = barrier.escalation if barrier else None
    return {
        "id": one.barrier,
        "places": one.places,
        "ask": said(ask, words) if ask else None,
        "because": [
            {
                "topic": topic,
                "level": level,
                "text": level_words(topic, level, seen.content, words),
                "places": places,
            }
            for topic, level, places in counts.because(seen.portfolio, one.barrier)
        ],
        "tried": counts.tried(seen.portfolio, one.barrier),
        "told": list(counts.told(seen.portfolio, one.barrier)),
    }


def _spread(spread: Spread | None) -> Figures | None:
    if spread is None:
        return None
    return {"lower": spread.lower, "middle": spread.middle, "upper": spread.upper}
