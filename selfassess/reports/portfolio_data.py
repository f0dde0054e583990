"""Portfolio data: what a portfolio comes to, as tables for other programs."""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar, cast

from selfassess.core import portfolio_counts as counts
from selfassess.core.codes import Agreement, Confidence, Statement
from selfassess.core.portfolio_counts import BANDS, Portion, Spread
from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.core.value import Value
from selfassess.reports import portfolio_tables as tables
from selfassess.reports.phrases import said
from selfassess.reports.portfolio_names import (
    barrier_name,
    dimension_name,
    group_name,
    level_words,
)
from selfassess.reports.portfolio_tables import PortfolioData
from selfassess.reports.portfolio_view import View
from selfassess.words import Words

R = TypeVar("R", bound=Value)


def portfolio_data(seen: View, words: Words, today: date, version: str) -> PortfolioData:
    """Make the tables of a portfolio; what is held back is None, and named in its row.

    Args:
        seen: What the portfolio comes to.
        words: The words of names and sentences; ids and codes are the same in all languages.
        today: The day of the report.
        version: The version of the program.
    """
    return PortfolioData(
        portfolio=_about(seen, words, today, version),
        statements=tuple(
            _row(tables.StatementRow, statement=code, places=number)
            for code, number in zip((*Statement, "too-early"), seen.statements, strict=True)
        ),
        groups=tuple(_groups(seen, words)),
        barriers=tuple(_barriers(seen, words)),
        barrier_confidence=tuple(
            _row(tables.BarrierConfidenceRow, barrier=one.barrier, confidence=word_, places=number)
            for one in seen.barriers
            for word_, number in zip(Confidence, one.confidences, strict=True)
        ),
        barrier_groups=tuple(_barrier_groups(seen)),
        totals=tuple(_totals(seen)),
        dimensions=tuple(_dimensions(seen, words)),
        dimension_levels=tuple(
            _row(tables.StandingLevelRow, dimension=one.dimension, level=level, places=number)
            for one in seen.dimensions
            for level, number in zip(BANDS, one.bands, strict=True)
        ),
        dimension_agreement=tuple(
            _row(
                tables.StandingAgreementRow, dimension=one.dimension, agreement=word_, places=number
            )
            for one in seen.dimensions
            for word_, number in zip(Agreement, one.agreement, strict=True)
        ),
        spreads=tuple(_spreads(seen)),
        trends=tuple(
            _row(
                tables.TrendRow,
                dimension=one.dimension,
                up=one.up,
                same=one.same,
                down=one.down,
                compared=one.compared,
                **_quartiles(one.change),
            )
            for one in seen.trends
        ),
        national=tuple(_national(seen, words)),
        national_reasons=tuple(_reasons(seen, words)),
        national_actions=tuple(
            _row(tables.NationalActionRow, barrier=one.barrier, status=status, places=number)
            for one in seen.national
            for status, number in counts.tried(seen.portfolio, one.barrier).items()
        ),
        national_texts=tuple(
            tables.NationalTextRow(barrier=one.barrier, text=text)
            for one in seen.national
            for text in counts.told(seen.portfolio, one.barrier)
        ),
    )


def _row(kind: type[R], **fields: Any) -> R:
    """Make a row of figures, which names those of its fields that are held back."""
    return kind(**fields, withheld=tuple(name for name, held in fields.items() if held is None))


def _about(seen: View, words: Words, today: date, version: str) -> tables.PortfolioAbout:
    content = seen.content
    return tables.PortfolioAbout(
        program_version=version,
        report_date=today.isoformat(),
        language=words.language,
        places=len(seen.portfolio.places),
        left_out=seen.portfolio.left_out,
        made_up=seen.portfolio.made_up,
        smallest_group=SMALLEST_GROUP,
        questionnaire=content.questionnaire.id,
        questionnaire_version=content.questionnaire.version,
        barriers_version=content.catalogue.version,
    )


def _groups(seen: View, words: Words) -> Iterator[tables.GroupRow]:
    for table in seen.tables:
        for code, size in zip(table.groups, table.sizes, strict=True):
            yield _row(
                tables.GroupRow,
                by=table.by.value,
                group=code,
                name=group_name(code, words),
                adds_up=table.by.adds_up,
                places=size,
            )


def _barriers(seen: View, words: Words) -> Iterator[tables.RecurringRow]:
    for one in seen.barriers:
        yield _row(
            tables.RecurringRow,
            barrier=one.barrier,
            name=barrier_name(one.barrier, seen.content, words),
            dimension=one.dimension,
            reach=one.reach,
            places=one.places,
            looked_for=one.looked_for,
            share=one.share,
            holds_back=one.holds_back,
            **_quartiles(one.strength),
        )


def _barrier_groups(seen: View) -> Iterator[tables.BarrierGroupRow]:
    for table in seen.tables:
        for barrier, cells in table.rows:
            for code, number in zip(table.groups, cells, strict=True):
                yield _row(
                    tables.BarrierGroupRow,
                    barrier=barrier,
                    by=table.by.value,
                    group=code,
                    places=number,
                )


def _totals(seen: View) -> Iterator[tables.TotalRow]:
    for table in seen.tables:
        if table.by.adds_up:
            by = table.by.value
            yield _row(tables.TotalRow, barrier="", by=by, places=table.size)
            for (barrier, _cells), total in zip(table.rows, table.totals, strict=True):
                yield _row(tables.TotalRow, barrier=barrier, by=by, places=total)


def _dimensions(seen: View, words: Words) -> Iterator[tables.StandingRow]:
    for one in seen.dimensions:
        yield _row(
            tables.StandingRow,
            dimension=one.dimension,
            name=dimension_name(one.dimension, seen.content, words),
            **_quartiles(one.spread),
            known=one.known,
            below=one.below,
            low=_part(one.low),
            held=one.held,
            agreement_known=one.agreement_known,
            apart=_part(one.apart),
        )


def _spreads(seen: View) -> Iterator[tables.SpreadRow]:
    ids = counts.dimension_ids(seen.portfolio)
    for line in seen.groups:
        for dimension, spread in zip(ids, line.spreads, strict=True):
            yield _row(
                tables.SpreadRow,
                by=line.by.value if line.by else "all",
                group=line.group,
                places=line.size,
                dimension=dimension,
                **_quartiles(spread),
            )


def _national(seen: View, words: Words) -> Iterator[tables.NationalRow]:
    for one in seen.national:
        barrier = seen.content.barrier(one.barrier)
        ask = barrier.escalation if barrier else None
        # `national` are those that are counted in enough places.
        places = cast("int", one.places)
        told = said(ask, words) if ask else None
        yield tables.NationalRow(barrier=one.barrier, places=places, ask=told)


def _reasons(seen: View, words: Words) -> Iterator[tables.NationalReasonRow]:
    for one in seen.national:
        for topic, level, places in counts.because(seen.portfolio, one.barrier):
            yield tables.NationalReasonRow(
                barrier=one.barrier,
                topic=topic,
                level=level,
                text=level_words(topic, level, seen.content, words),
                places=places,
            )


def _quartiles(spread: Spread | None) -> dict[str, float | None]:
    if spread is None:
        return {"lower": None, "middle": None, "upper": None}
    return {"lower": spread.lower, "middle": spread.middle, "upper": spread.upper}


def _part(portion: Portion | None) -> str | None:
    return None if portion is None else portion.name.lower()
