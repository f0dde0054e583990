"""Report: which sheets a report has, and in which order."""

from dataclasses import replace
from datetime import date

from selfassess.core.results import Results
from selfassess.reports.agreed import agreed, has_workshop
from selfassess.reports.answers import answers
from selfassess.reports.barriers import barriers
from selfassess.reports.book import Book, Sheet
from selfassess.reports.case_studies import case_studies
from selfassess.reports.method import method
from selfassess.reports.options import PLAIN, Options, prepared
from selfassess.reports.partners import partners
from selfassess.reports.phrases import titled
from selfassess.reports.plan import plan, plan_lists
from selfassess.reports.profile import profile
from selfassess.reports.progress import progress
from selfassess.reports.summary import summary
from selfassess.reports.workings import workings
from selfassess.reports.workings_levels import workings_of_partners, workings_of_questions
from selfassess.words import Words


def build(
    results: Results,
    words: Words,
    today: date,
    version: str,
    *,
    earlier: Results | None = None,
    options: Options = PLAIN,
) -> Book:
    """Make the report of a round.

    Args:
        results: What follows from the round.
        words: The words of the report, in its own language.
        today: The day of the report.
        version: The version of the program, for the method note.
        earlier: An earlier round to compare with, if there is one.
        options: What it tells of people.
    """
    results = prepared(results, options, words)
    earlier = prepared(earlier, options, words) if earlier else None
    name = results.assessment.partnership.name
    sheets = [
        summary(results, words, today),
        *((agreed(results, words, today),) if has_workshop(results) else ()),
        profile(results, words),
        *((partners(results, words),) if not results.withheld else ()),
        answers(results, words),
        barriers(results, words),
        case_studies(results, words),
        plan(results, words),
        *(progress(results, earlier, words) if earlier else ()),
    ]
    book = Book(
        title=titled(words("Sharing readiness: {name}", name=name), results, words),
        language=words.language,
        date=today,
        author=words("Sharing readiness {version}", version=version),
        sheets=tuple(sheets),
        lists=plan_lists(results, words),
        footer=titled(name, results, words),
        page=words("Page {page} of {pages}", page="{page}", pages="{pages}"),
    )
    note = method(results, words, today, version, cut=book.loses_characters)
    return replace(book, sheets=(*book.sheets, note, *_workings(results, words)))


def _workings(results: Results, words: Words) -> tuple[Sheet, ...]:
    if results.assessment.anonymous:
        return (workings(results, words),)
    return (
        workings(results, words),
        workings_of_questions(results, words),
        workings_of_partners(results, words),
    )
