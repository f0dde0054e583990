"""Case studies: places that met the same, why they are suggested, and what others can take."""

from selfassess.core.cases import CaseStudy
from selfassess.core.codes import Failure
from selfassess.core.matching import Match
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.book import (
    HEADER,
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
from selfassess.reports.phrases import titled
from selfassess.words import Words
from selfassess.words.names import name_of

AT_MOST = 12
"""So many case studies stand in the report: a short list to read, not the library."""

_WIDTHS = (7.0, 32.0, 24.0, 16.0, 76.0, 50.0, 50.0, 46.0, 48.0, 34.0, 32.0, 36.0)
_BREAKS = (5, 8)
_REASONS_AT_MOST = 6


def case_studies(results: Results, words: Words) -> Sheet:
    """Make the table of the most telling case studies; those marked not like us are left out."""
    shown = results.cases.ranked[:AT_MOST]
    rows = (
        *opening(
            titled(_finding(results, words), results, words),
            _library(results, words),
            _left_out(results, words),
        ),
        header(
            words("Rank"),
            words("Case study"),
            words("Where and when"),
            words("Mark"),
            words("Why it is suggested (share of the score)"),
            words("The situation"),
            words("What they did"),
            words("What came of it"),
            words("Lessons"),
            words("What others can take"),
            words("Source"),
            words("Web address"),
        ),
        *(_row(place, match, results, words) for place, match in enumerate(shown, start=1)),
    )
    return Sheet(
        key="cases",
        name=tab(words("Case studies")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=2,
        breaks=_BREAKS,
    )


def warning_mark(case: CaseStudy, words: Words) -> str:
    """Say that a case tells of something that went wrong; empty for others."""
    return {
        Failure.NO: "",
        Failure.PARTLY: words("Went wrong in part"),
        Failure.YES: words("What went wrong"),
    }[case.failure]


def _reasons(match: Match, results: Results, words: Words) -> list[str]:
    told = sentences.case_reasons(match, results, words)
    ordered = (*told[:1], *sorted(told[1:], key=lambda reason: -reason[1]))
    lines = [f"{text} ({share:.2f})" for text, share in ordered[:_REASONS_AT_MOST]]
    rest = ordered[_REASONS_AT_MOST:]
    if rest:
        share = sum(share for _, share in rest)
        lines.append(words("Other reasons ({share})", share=f"{share:.2f}"))
    return lines


def _finding(results: Results, words: Words) -> str:
    shown = results.cases.ranked[:AT_MOST]
    if not shown:
        return words("No case study matches yet")
    if not results.cases.fits:
        return words("No case study fits closely; these come nearest")
    return words.plural(
        "{count} place that met the same",
        "{count} places that met the same",
        len(shown),
    )


def _library(results: Results, words: Words) -> str:
    return words(
        "Chosen from {library} case studies, all of them real. The source says how it was read.",
        library=len(results.content.cases),
    )


def _left_out(results: Results, words: Words) -> str:
    unlike = len(results.cases.not_like_us)
    if not unlike:
        return ""
    return words.plural(
        "{count} that you marked “not like us” is left out.",
        "{count} that you marked “not like us” are left out.",
        unlike,
    )


def _row(place: int, match: Match, results: Results, words: Words) -> Row:
    case = match.case
    source = case.source
    return Row(
        (
            count(place),
            strong(case.title),
            Cell(where_and_when(case, words)),
            word(warning_mark(case, words)),
            Cell(bullets(_reasons(match, results, words))),
            Cell(case.summary),
            Cell(bullets([enabler.what for enabler in case.enablers])),
            Cell(case.result),
            Cell(bullets(case.lessons)),
            Cell(case.take),
            Cell(f"{source.title}, {source.publisher}. {how_read(case, words)}"),
            Cell(source.url, Kind.LINK, link=source.url) if source.url else Cell(""),
        )
    )


def where_and_when(case: CaseStudy, words: Words) -> str:
    """Say where a case was, in which country and years."""
    pieces = [case.place, name_of(case.country, words), case.years or ""]
    return ", ".join(dict.fromkeys(piece for piece in pieces if piece))


def how_read(case: CaseStudy, words: Words) -> str:
    """Say how much of the source was read, or that it is not published."""
    if case.source.unpublished:
        return words("The place’s own account, not published.")
    return {
        "full": words("Read in full."),
        "excerpt": words("Read in part."),
        "secondary": words("Read through another source."),
    }[case.read]
