"""The escalation pack as a workbook: what is asked, the answers behind it, and what was tried."""

from datetime import date

from selfassess.reports.book import (
    HEADER,
    Book,
    Cell,
    Kind,
    Row,
    Sheet,
    bullets,
    count,
    header,
    opening,
    strong,
    tab,
    word,
)
from selfassess.reports.escalation_pack import Ask, asks
from selfassess.reports.portfolio_book import method_sheet
from selfassess.reports.portfolio_names import counted, withheld
from selfassess.reports.portfolio_view import View, made_up
from selfassess.words import Words
from selfassess.words.names import name_of

_ASK_WIDTHS = (40.0, 16.0, 60.0, 10.0, 10.0, 10.0, 60.0)
_BECAUSE_WIDTHS = (40.0, 84.0, 12.0)
_TRIED_WIDTHS = (40.0, 44.0, 60.0, 60.0)


def escalation_title(seen: View, words: Words) -> str:
    """Say what an escalation pack is about."""
    text = words.plural(
        "What {count} partnership cannot remove alone",
        "What {count} partnerships cannot remove alone",
        len(seen.portfolio.places),
    )
    return made_up(text, seen, words)


def escalation_book(seen: View, words: Words, today: date, version: str) -> Book:
    """Make the workbook of what is to be asked nationally.

    Args:
        seen: What the portfolio comes to.
        words: The words of the workbook.
        today: The day of the pack.
        version: The version of the program.
    """
    found = asks(seen, words)
    title = escalation_title(seen, words)
    return Book(
        title=title,
        language=words.language,
        date=today,
        author=words("Sharing readiness {version}", version=version),
        sheets=(
            _asked(found, seen, words),
            _because(found, words),
            _tried(found, words),
            method_sheet(seen, words, version),
        ),
        footer=title,
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )


def _asked(found: tuple[Ask, ...], seen: View, words: Words) -> Sheet:
    rows = (
        *opening(
            escalation_title(seen, words),
            words("Barriers that the answers of at least three partnerships raise."),
        ),
        header(
            words("Barrier"),
            words("Reach"),
            words("What is asked"),
            words("Places"),
            words("Asked"),
            words("Share"),
            words("Evidence"),
        ),
        *(
            Row(
                (
                    strong(ask.title),
                    word(name_of(ask.count.reach, words)),
                    Cell(ask.ask),
                    counted(ask.count.places, words),
                    counted(ask.count.looked_for, words),
                    _share(ask, words),
                    Cell(bullets(ask.evidence)),
                )
            )
            for ask in found
        ),
    )
    return Sheet(
        key="asked",
        name=tab(words("What is asked")),
        rows=rows,
        widths=_ASK_WIDTHS,
        header=HEADER,
        keep_columns=1,
    )


def _share(ask: Ask, words: Words) -> Cell:
    share = ask.count.share
    return word(withheld(words)) if share is None else Cell(share, Kind.SHARE)


def _because(found: tuple[Ask, ...], words: Words) -> Sheet:
    rows = (
        *opening(
            words("The answers behind it"),
            words("In the words of the level at which a place stands, from three places on."),
        ),
        header(words("Barrier"), words("Answer"), words("Places")),
        *(
            Row((strong(ask.title), Cell(quote.says), count(quote.places)))
            for ask in found
            for quote in ask.because
        ),
    )
    return Sheet(
        key="because",
        name=tab(words("Because")),
        rows=rows,
        widths=_BECAUSE_WIDTHS,
        header=HEADER,
        keep_columns=1,
        filtered=True,
    )


def _tried(found: tuple[Ask, ...], words: Words) -> Sheet:
    rows = (
        *opening(
            words("What was tried"),
            words("What places do about it themselves, and published cases of the same."),
            words("Read what is in their own words for names before you send this on."),
        ),
        header(
            words("Barrier"),
            words("Actions of places"),
            words("In their own words"),
            words("Others have met the same"),
        ),
        *(
            Row(
                (
                    strong(ask.title),
                    Cell(bullets(ask.tried)),
                    Cell(bullets(ask.told)),
                    Cell(bullets(ask.elsewhere)),
                )
            )
            for ask in found
        ),
    )
    return Sheet(
        key="tried",
        name=tab(words("What was tried")),
        rows=rows,
        widths=_TRIED_WIDTHS,
        header=HEADER,
        keep_columns=1,
    )
