"""The sheet of a portfolio's workbook that says what moved between two rounds."""

from selfassess.core.trends import Trend
from selfassess.reports.book import (
    HEADER,
    Cell,
    Kind,
    Row,
    Sheet,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.portfolio_names import counted, dimension_name, withheld
from selfassess.reports.portfolio_sheets import total_cell
from selfassess.reports.portfolio_view import View
from selfassess.words import Words


def movement_sheet(seen: View, words: Words) -> Sheet:
    """Make the table of what moved between the last two rounds."""
    rows = (
        *opening(
            words("What moved since the round before"),
            words(
                "In places with two rounds of the same questions. Up and down: by half a level or "
                "more."
            ),
            words("Other people may have answered, and people may know more by now. See Method."),
        ),
        header(
            words("Dimension"),
            words("Up"),
            words("The same"),
            words("Down"),
            words("All"),
            words("Change, lower quartile"),
            words("Change, middle"),
            words("Change, upper quartile"),
        ),
        *(_movement(trend, seen, words) for trend in seen.trends),
    )
    return Sheet(
        key="movement",
        name=tab(words("Movement")),
        rows=rows,
        widths=(20.0, *(15.0,) * 7),
        header=HEADER,
        keep_columns=1,
    )


def _movement(trend: Trend, seen: View, words: Words) -> Row:
    change = trend.change
    quartiles = (change.lower, change.middle, change.upper) if change else (None,) * 3
    return Row(
        (
            strong(dimension_name(trend.dimension, seen.content, words)),
            *(counted(number, words) for number in (trend.up, trend.same, trend.down)),
            total_cell(trend.compared, words),
            *(
                word(withheld(words)) if value is None else Cell(value, Kind.CHANGE)
                for value in quartiles
            ),
        )
    )
