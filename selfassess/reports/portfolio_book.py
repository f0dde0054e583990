"""The workbook of a portfolio: findings, counts by group, distributions, and how to read them."""

from datetime import date

from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.reports.book import (
    HEADER,
    Book,
    Cell,
    Kind,
    Row,
    Sheet,
    header,
    note,
    opening,
    strong,
    tab,
    title,
)
from selfassess.reports.phrases import day
from selfassess.reports.portfolio_movement import movement_sheet
from selfassess.reports.portfolio_sheets import (
    agreement_sheet,
    barriers_sheet,
    dimensions_sheet,
    groups_sheet,
    table_sheet,
)
from selfassess.reports.portfolio_view import View, findings, headline
from selfassess.words import Words

_SUMMARY_WIDTHS = (30.0, 90.0)
_METHOD_WIDTHS = (34.0, 96.0)
_GAP = 7


def portfolio_book(seen: View, words: Words, today: date, version: str) -> Book:
    """Make the workbook of a portfolio.

    Args:
        seen: What the portfolio comes to.
        words: The words of the workbook.
        today: The day of the report.
        version: The version of the program, for the note on method.
    """
    return Book(
        title=words("Sharing readiness: {headline}", headline=headline(seen, words)),
        language=words.language,
        date=today,
        author=words("Sharing readiness {version}", version=version),
        sheets=(
            _summary(seen, words, today),
            barriers_sheet(seen, words),
            *(table_sheet(table, seen, words) for table in seen.tables),
            dimensions_sheet(seen, words),
            agreement_sheet(seen, words),
            groups_sheet(seen, words),
            *((movement_sheet(seen, words),) if seen.trends else ()),
            method_sheet(seen, words, version),
        ),
        footer=headline(seen, words),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )


def _summary(seen: View, words: Words, today: date) -> Sheet:
    rows = [
        title(headline(seen, words)),
        note(words("Report of {date}.", date=day(today, words))),
        Row(),
    ]
    for finding in findings(seen, words):
        for place, line in enumerate(finding.lines):
            heading = Cell(finding.heading, Kind.HEADING) if place == 0 else Cell()
            rows.append(Row((heading, Cell(line))))
        rows.append(Row(height=_GAP))
    return Sheet(
        key="findings",
        name=tab(words("Findings")),
        rows=tuple(rows[:-1]),
        widths=_SUMMARY_WIDTHS,
        landscape=False,
        one_page=True,
    )


def method_sheet(seen: View, words: Words, version: str) -> Sheet:
    """Say how the figures of a portfolio were worked out."""
    content = seen.content
    lines = (
        (
            words("Who is counted"),
            words(
                "Each partnership once, with its latest round that has answers. Of two files of "
                "one partnership the one with the later round counts, then the later hand-over."
            ),
        ),
        (
            words("Barriers"),
            words(
                "A barrier counts where a partnership’s answers raise it and it was not set aside. "
                "“Asked” counts the partnerships of which a question behind it was asked."
            ),
        ),
        (
            words("Dimensions"),
            words(
                "Values rest on the questions of the short set, which everybody is asked, and are "
                "those before must-haves hold them at 2."
            ),
        ),
        (
            words("Quartiles"),
            words(
                "Half of the places lie between the lower and the upper quartile; half lie below "
                "the middle. They are shown from {count} places on.",
                count=SMALLEST_GROUP,
            ),
        ),
        (
            words("Small numbers"),
            words(
                "No count of one or two places is shown. Where the rest of a sum would give it "
                "away, the next smallest is held back too, until at least {count} places stand "
                "behind those that are held back. That one or two places do not have a barrier "
                "can be worked out; that one or two have it cannot.",
                count=SMALLEST_GROUP,
            ),
        ),
        (
            words("Areas"),
            words(
                "Areas stand by their code of the Office for National Statistics. Those of fewer "
                "than {count} places are counted together and not named. Without an area of so "
                "many places nothing is said by area.",
                count=SMALLEST_GROUP,
            ),
        ),
        (
            words("Totals"),
            words(
                "A total is the sum of the cells that are shown. There is none where a cell is "
                "held back, or where a partnership can be in several groups."
            ),
        ),
        (
            words("Movement"),
            words(
                "The latest round of a place beside the round before, where both were answered "
                "with the same version of the questionnaire. It says what moved, never why: other "
                "people may have answered, and a fall can mean that people know more by now."
            ),
        ),
        (
            words("Names"),
            words(
                "Nothing here names a partnership, a partner or a person, and no place is ranked."
            ),
        ),
        (
            words("Made with"),
            words(
                "Sharing readiness {version}; questionnaire {questionnaire} {number}; barriers "
                "{barriers}.",
                version=version,
                questionnaire=content.questionnaire.id,
                number=content.questionnaire.version,
                barriers=content.catalogue.version,
            ),
        ),
    )
    rows = (
        *opening(
            words("How these figures were worked out"),
            words("Every figure counts partnerships. None is a mark against anyone."),
        ),
        header(words("What"), words("How")),
        *(Row((strong(what), Cell(how))) for what, how in lines),
    )
    return Sheet(
        key="method",
        name=tab(words("Method")),
        rows=rows,
        widths=_METHOD_WIDTHS,
        header=HEADER,
    )
