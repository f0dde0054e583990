from datetime import date

import pytest

from selfassess.reports.book import Cell, Kind
from selfassess.reports.cell_text import text_of
from tests.reports.small import WORDS


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell(), ""),
        (Cell("as it is"), "as it is"),
        (Cell(date(2026, 12, 24), Kind.DATE), "24 December 2026"),
        (Cell(2.25, Kind.VALUE, decimals=2), "2.25"),
        (Cell(2.0, Kind.VALUE), "2.0"),
        (Cell(0.5, Kind.CHANGE), "+0.5"),
        (Cell(-0.5, Kind.CHANGE), "-0.5"),
        (Cell(0.75, Kind.SHARE), "75%"),
        (Cell(3, Kind.COUNT), "3"),
        (Cell(0.5, Kind.TEXT), "0.5"),
    ],
)
def test_a_cell_says_its_value_as_people_read_it(cell, said):
    assert text_of(cell, WORDS) == said
