"""The sheets of a portfolio's workbook that hold counts, one table each."""

from math import floor

from selfassess.core import portfolio_counts as counts
from selfassess.core.codes import Agreement
from selfassess.core.portfolio import By
from selfassess.core.portfolio_counts import (
    BANDS,
    BarrierCount,
    DimensionCount,
    Portion,
    Spread,
    Table,
)
from selfassess.core.small_numbers import Shown
from selfassess.reports.book import (
    FIRST,
    HEADER,
    Cell,
    Chart,
    Kind,
    Row,
    Series,
    Shape,
    Sheet,
    Span,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.phrases import figure
from selfassess.reports.portfolio_names import (
    barrier_name,
    by_name,
    counted,
    dimension_name,
    group_name,
    said_count,
    withheld,
)
from selfassess.reports.portfolio_view import View
from selfassess.words import Words
from selfassess.words.names import LEVELS, name_of

_NAME_WIDTH, _WORD_WIDTH, _COUNT_WIDTH, _GROUP_WIDTH = 48.0, 20.0, 11.0, 15.0
_CHART_SIZE = (21, 11.5)
_MIDDLE, _DOWN, _UP = 3, 13, 14
"""Columns of the dimensions sheet that its chart shows."""


def barriers_sheet(seen: View, words: Words) -> Sheet:
    """Make the table of barriers, the most frequent first."""
    rows = (
        *opening(
            words("Which barriers recur"),
            words(
                "Places: partnerships whose answers raise it. Asked: those it could be raised in."
            ),
            words("Strength is from 0 to 1; half of the places lie between the two quartiles."),
        ),
        header(
            words("Barrier"),
            words("Dimension"),
            words("Reach"),
            words("Places"),
            words("Asked"),
            words("Share"),
            words("Holds back the next step"),
            words("Strength, lower quartile"),
            words("Strength, middle"),
            words("Strength, upper quartile"),
        ),
        *(_barrier(one, seen, words) for one in seen.barriers),
    )
    return Sheet(
        key="barriers",
        name=tab(words("Barriers")),
        rows=rows,
        widths=(_NAME_WIDTH, _WORD_WIDTH, _WORD_WIDTH, *(_COUNT_WIDTH + 1,) * 7),
        header=HEADER,
        keep_columns=1,
        filtered=True,
    )


def table_sheet(table: Table, seen: View, words: Words) -> Sheet:
    """Make the table of barriers by one kind of group, with how many places each group has."""
    titles = {
        By.STEP: words("Barriers by step of the journey"),
        By.COUNTRY: words("Barriers by country"),
        By.AREA: words("Barriers by area"),
        By.YEAR: words("Barriers by year of the latest round"),
        By.POLICY_AREA: words("Barriers by policy area"),
        By.SECTOR: words("Barriers by sector of the partners"),
    }
    adds_up = table.by.adds_up
    sizes = (counted(size, words) for size in table.sizes)
    total = (words("Total"),) if adds_up else ()
    no_total = words("A place can be in several groups, so there are no totals.")
    rows = (
        *opening(
            titles[table.by],
            words("How many places raise each barrier. The first row says how many there are."),
            words("No total stands beside a count that is held back.") if adds_up else no_total,
        ),
        header(words("Barrier"), *(group_name(code, words) for code in table.groups), *total),
        Row((strong(words("Places in all")), *sizes, *_totals(table.size, words, adds_up=adds_up))),
        *(
            Row(
                (
                    strong(barrier_name(barrier, seen.content, words)),
                    *(counted(cell, words) for cell in cells),
                    *_totals(sum_, words, adds_up=adds_up),
                )
            )
            for (barrier, cells), sum_ in zip(table.rows, table.totals, strict=True)
        ),
    )
    return Sheet(
        key=f"barriers_{table.by.value.replace('-', '_')}",
        name=tab(by_name(table.by, words)),
        rows=rows,
        widths=(_NAME_WIDTH, *(_GROUP_WIDTH,) * (len(table.groups) + len(total))),
        header=HEADER,
        keep_columns=1,
    )


def dimensions_sheet(seen: View, words: Words) -> Sheet:
    """Make the distribution of each dimension over the places, with a chart of its middle half."""
    rows = (
        *opening(
            words("How the dimensions spread"),
            words("Half of the places lie between the two quartiles. Essential is 3."),
            words(
                "Then how many places stand at each level. A place without a value is not counted."
            ),
        ),
        header(
            words("Dimension"),
            words("Lower quartile"),
            words("Middle"),
            words("Upper quartile"),
            *(f"{band} {words(name)}" for band, name in zip(BANDS, LEVELS, strict=True)),
            words("Below 3"),
            words("All levels"),
            words("Held at 2 by a must-have"),
            words("Middle less lower"),
            words("Upper less middle"),
        ),
        *(_dimension(one, seen, words) for one in seen.dimensions),
    )
    return Sheet(
        key="dimensions",
        name=tab(words("Dimensions")),
        rows=rows,
        widths=(_WORD_WIDTH, *(_COUNT_WIDTH,) * 3, *(_COUNT_WIDTH + 2,) * 10),
        header=HEADER,
        keep_columns=1,
        one_page=True,
        charts=(_chart(seen, words, row=len(rows) + 2),) if seen.dimensions else (),
    )


def agreement_sheet(seen: View, words: Words) -> Sheet:
    """Make the table of how far partners agree in each dimension."""
    rows = (
        *opening(
            words("Where partners are apart"),
            words("In how many places the partners’ views are close, or differ."),
            words("A place with fewer than three partners does not say, and is not counted."),
        ),
        header(
            words("Dimension"),
            *(name_of(code, words) for code in Agreement),
            words("All"),
            words("Apart: some spread or split"),
        ),
        *(
            Row(
                (
                    strong(dimension_name(one.dimension, seen.content, words)),
                    *(counted(number, words) for number in one.agreement),
                    total_cell(one.agreement_known, words),
                    word(_portion_name(one.apart, words)),
                )
            )
            for one in seen.dimensions
        ),
    )
    return Sheet(
        key="agreement",
        name=tab(words("Agreement")),
        rows=rows,
        widths=(_WORD_WIDTH, *(_GROUP_WIDTH,) * 5, 28.0),
        header=HEADER,
        keep_columns=1,
    )


def groups_sheet(seen: View, words: Words) -> Sheet:
    """Make the table of the middle value of each dimension in each group of places."""
    ids = counts.dimension_ids(seen.portfolio)
    rows = (
        *opening(
            words("The middle of each dimension by group"),
            words("Half of a group’s places lie below the figure. Groups are not ranked."),
        ),
        header(
            words("Grouped"),
            words("Group"),
            words("Places"),
            *(dimension_name(id_, seen.content, words) for id_ in ids),
        ),
        *(
            Row(
                (
                    word(by_name(line.by, words) if line.by else words("All")),
                    strong(group_name(line.group, words) if line.by else words("All places")),
                    counted(line.size, words),
                    *(_middle(spread, words) for spread in line.spreads),
                )
            )
            for line in seen.groups
        ),
    )
    return Sheet(
        key="groups",
        name=tab(words("Groups")),
        rows=rows,
        widths=(16.0, 26.0, _COUNT_WIDTH, *(_GROUP_WIDTH - 1,) * len(ids)),
        header=HEADER,
        keep_columns=2,
        filtered=True,
        shaded=(Span(FIRST, 4, HEADER + len(seen.groups), 3 + len(ids)),),
    )


def _barrier(one: BarrierCount, seen: View, words: Words) -> Row:
    share = word(withheld(words)) if one.share is None else Cell(one.share, Kind.SHARE)
    return Row(
        (
            strong(barrier_name(one.barrier, seen.content, words)),
            word(dimension_name(one.dimension, seen.content, words)),
            word(name_of(one.reach, words)),
            counted(one.places, words),
            counted(one.looked_for, words),
            share,
            counted(one.holds_back, words),
            *_quartiles(one.strength, words, decimals=2),
        )
    )


def _totals(number: Shown, words: Words, *, adds_up: bool) -> tuple[Cell, ...]:
    if not adds_up:
        return ()
    return (total_cell(number, words),)


def total_cell(number: Shown, words: Words) -> Cell:
    """Make a cell of a total, which says so where there is none."""
    return word(words("none")) if number is None else counted(number, words)


def _portion_name(portion: Portion | None, words: Words) -> str:
    if portion is None:
        return withheld(words)
    return {
        Portion.FEW: words("In under a quarter"),
        Portion.SOME: words("In a quarter or more"),
        Portion.MANY: words("In half or more"),
        Portion.MOST: words("In three quarters or more"),
    }[portion]


def _dimension(one: DimensionCount, seen: View, words: Words) -> Row:
    spread = one.spread
    beside = (
        (
            Cell(spread.middle - spread.lower, Kind.VALUE),
            Cell(spread.upper - spread.middle, Kind.VALUE),
        )
        if spread
        else (Cell(), Cell())
    )
    return Row(
        (
            strong(dimension_name(one.dimension, seen.content, words)),
            *_quartiles(spread, words, decimals=1),
            *(counted(number, words) for number in one.bands),
            counted(one.below, words),
            total_cell(one.known, words),
            counted(one.held, words),
            *beside,
        )
    )


def _quartiles(spread: Spread | None, words: Words, *, decimals: int) -> tuple[Cell, ...]:
    if spread is None:
        return (word(withheld(words)),) * 3
    return tuple(
        Cell(value, Kind.VALUE, decimals=decimals)
        for value in (spread.lower, spread.middle, spread.upper)
    )


def _middle(spread: Spread | None, words: Words) -> Cell:
    return word(withheld(words)) if spread is None else Cell(spread.middle, Kind.VALUE)


def _chart(seen: View, words: Words, row: int) -> Chart:
    last = HEADER + len(seen.dimensions)

    def column(number: int) -> Span:
        return Span(FIRST, number, last, number)

    told = (
        words(
            "{dimension}: middle {middle}, from {lower} to {upper}",
            dimension=dimension_name(one.dimension, seen.content, words),
            middle=figure(one.spread.middle),
            lower=figure(one.spread.lower),
            upper=figure(one.spread.upper),
        )
        if one.spread
        else words(
            "{dimension}: {withheld}",
            dimension=dimension_name(one.dimension, seen.content, words),
            withheld=said_count(None, words),
        )
        for one in seen.dimensions
    )
    return Chart(
        shape=Shape.BARS,
        title=words("The middle of each dimension, and the middle half of the places"),
        description="; ".join(told),
        categories=column(1),
        series=(
            Series(
                name=words("Middle"),
                values=column(_MIDDLE),
                levels=tuple(floor(d.spread.middle) if d.spread else 0 for d in seen.dimensions),
                down=column(_DOWN),
                up=column(_UP),
            ),
        ),
        row=row,
        column=1,
        width=_CHART_SIZE[0],
        height=_CHART_SIZE[1],
        essential=words("Essential"),
    )
