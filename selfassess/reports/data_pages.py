"""The pages of the documentation that say what the data tables hold."""

from selfassess.reports import data_tables, portfolio_tables
from selfassess.reports.data_dictionary import LIST, as_markdown
from selfassess.reports.data_tables import Data
from selfassess.reports.portfolio_tables import PortfolioData


def report_page() -> str:
    """Return the data dictionary of a report."""
    return as_markdown(Data, _REPORT)


def portfolio_page() -> str:
    """Return the data dictionary of a portfolio."""
    return as_markdown(PortfolioData, _PORTFOLIO)


_CSV = f"""\
- CSV is UTF-8 with a byte order mark, so that spreadsheets show accents; commas between cells,
  CRLF between lines. Several values in one cell are joined by “{LIST.strip()}”."""

_TEXTS = """\
- A text in CSV that begins with `=`, `+`, `-`, `@`, a tab or a line end has an apostrophe before
  it, so that no spreadsheet takes it for a formula. Characters that no spreadsheet can hold are
  left out. JSON holds texts as they are."""

_REPORT = f"""\
# Data dictionary

What `selfassess report FILE -o OUT.json`, `OUT.zip` and `OUT.csv` hold, version \
{data_tables.VERSION} of the
tables. This page is made from the program (`scripts/schemas`); do not change it by hand. What a
portfolio holds stands in [portfolio-data.md](portfolio-data.md).

- **JSON** holds all tables below as lists of objects (`report` is a single one). It fits
  [report.schema.json](../questionnaires/schemas/report.schema.json).
- **ZIP** holds the same tables as tidy CSV, one file each, and this dictionary as
  `dictionary.csv`.
- **CSV** alone holds the table `topics`: one row for each question.
{_CSV} `votes` has five
  columns, `votes_1` to `votes_5`.
{_TEXTS}
- Figures are not rounded. What is not known is empty in CSV and `null` in JSON; every field is
  always there.
- Ids and codes are the same in every language and from one report to the next. Dates follow
  ISO 8601, countries ISO 3166; nations also have the code of the Office for National Statistics.
  `area` is the code of that office for a local authority or other area, where one was given.
- A copy to hand upwards (`--non-attributable`) has the same tables; those about partners and notes
  are empty, and counts of answers are withheld.
- Where letters stand for partners (`--letters`) the tables are the same. Ids of partners are made
  of their letters, and sectors, roles and names are empty.
"""

_PORTFOLIO = f"""\
# Data dictionary of a portfolio

What `selfassess portfolio FILE… -o OUT.json`, `OUT.zip` and `OUT.csv` hold, version \
{portfolio_tables.VERSION} of the
tables. This page is made from the program (`scripts/schemas`); do not change it by hand. What a
report holds stands in [data.md](data.md).

- **JSON** holds all tables below as lists of objects (`portfolio` is a single one). It fits
  [portfolio.schema.json](../questionnaires/schemas/portfolio.schema.json), and a partnership can
  set itself beside it with `selfassess peers`.
- **ZIP** holds the same tables as tidy CSV, one file each, and this dictionary as
  `dictionary.csv`.
- **CSV** alone holds the table `barriers`: one row for each barrier.
- Everything counts partnerships, each once, with its latest round. None is named or ranked.
- A count of one or two is held back, and so is every further one from which it could be worked
  out. Such a figure is empty in CSV and `null` in JSON, and `withheld` names its field. A sum over
  a figure that is held back is held back too. A count of nought is shown.
- Quartiles are shown from three partnerships on.
{_CSV}
{_TEXTS}
- Figures are not rounded; every field is always there.
- Ids and codes are the same in every language and from one portfolio to the next. Dates follow
  ISO 8601, countries ISO 3166, areas the codes of the Office for National Statistics.
"""
