"""Writes an escalation pack as a Word document; equal packs give equal bytes."""

from collections.abc import Sequence
from datetime import date

from docx.document import Document

from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.files import word_file
from selfassess.reports.book import holdable
from selfassess.reports.escalation_book import escalation_title
from selfassess.reports.escalation_pack import Ask, asks, quoted
from selfassess.reports.phrases import day
from selfassess.reports.portfolio_view import View, cautions
from selfassess.words import Words


def to_bytes(seen: View, words: Words, today: date, version: str) -> bytes:
    """Write the pack.

    Args:
        seen: What the portfolio comes to.
        words: The words of the document.
        today: The day of the pack.
        version: The version of the program.
    """
    title = escalation_title(seen, words)
    author = words("Sharing readiness {version}", version=version)
    made = word_file.begin(title, author, words.language, today)
    made.add_heading(holdable(title), level=0)
    made.add_paragraph(words("Pack of {date}.", date=day(today, words)))
    found = asks(seen, words)
    if not found:
        made.add_paragraph(
            words("No such barrier is raised in {count} places or more.", count=SMALLEST_GROUP)
        )
    for ask in found:
        _add(ask, words, made)
    made.add_heading(words("How to read this"), level=1)
    own_words = words("Read what is in their own words for names before you send this on.")
    _list((*cautions(seen, words), *((own_words,) if any(a.told for a in found) else ())), made)
    return word_file.packed(made)


def _add(ask: Ask, words: Words, made: Document) -> None:
    made.add_heading(holdable(ask.title), level=1)
    _part("", (ask.meaning,), made)
    _part(words("What is asked"), (ask.ask,), made)
    _part(words("How many meet it"), ask.evidence, made)
    _part(words("What their answers say"), [quoted(q, words) for q in ask.because], made)
    _part(words("What was tried"), ask.tried, made)
    _part(words("In their own words"), ask.told, made)
    _part(words("Others have met the same"), ask.elsewhere, made)


def _part(heading: str, lines: Sequence[str], made: Document) -> None:
    """Add a heading and what stands under it; nothing where there is nothing to say."""
    said = [line for line in lines if line]
    if said and heading:
        made.add_heading(heading, level=2)
    if len(said) == 1:
        made.add_paragraph(holdable(said[0]))
    else:
        _list(said, made)


def _list(lines: Sequence[str], made: Document) -> None:
    for line in lines:
        made.add_paragraph(holdable(line), style="List Bullet")
