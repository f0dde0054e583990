"""Workings: the dimensions once more, as live formulas over the sheet “Answers”."""

from selfassess.core.results import Results
from selfassess.core.scoring import ENOUGH_KNOWN, DimensionScore
from selfassess.reports import answers
from selfassess.reports.answers import main_part
from selfassess.reports.book import (
    HEADER,
    Cell,
    Kind,
    Row,
    Sheet,
    Span,
    address,
    header,
    letter,
    opening,
    strong,
    tab,
)
from selfassess.reports.phrases import said, titled
from selfassess.words import Words

CLOSE = 0.000001
"""Figures that differ by less agree; computers round differently."""

_WIDTHS = (18.0, *([12.0] * 11))
_DECIMALS = 2
_APPLY, _KNOWN, _FIGURES = 2, 3, 4


def workings(results: Results, words: Words) -> Sheet:
    """Make the table of dimensions: the program's figures, and the same from formulas."""
    rows = (
        *opening(
            titled(words("The dimensions worked out again"), results, words),
            words(
                "The formulas read the sheet “Answers”; the program’s figures stand beside them."
            ),
            _withheld(results, words),
        ),
        header(
            words("Dimension"),
            words("Questions that apply"),
            words("Questions known"),
            *(
                name
                for figure in (words("level"), words("lowest"), words("highest"))
                for name in compared(figure, words)
            ),
        ),
        *(
            _row(HEADER + place, score, results, words)
            for place, score in enumerate(results.dimensions, start=1)
        ),
    )
    return Sheet(
        key="workings",
        name=tab(words("Workings")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=1,
    )


def _withheld(results: Results, words: Words) -> str:
    if results.withheld:
        return words("This copy does not say what each partner answered.")
    if not results.assessment.anonymous:
        return ""
    return words("The assessment is anonymous, so partners’ answers are not broken down.")


def compared(figure: str, words: Words) -> tuple[str, str, str]:
    """Name the three columns in which a figure of the program is compared with a formula's."""
    return (
        words("Program: {figure}", figure=figure),
        words("Formula: {figure}", figure=figure),
        words("Agree: {figure}", figure=figure),
    )


def agree_formula(place: int, program: int, words: Words) -> Cell:
    """Make a cell that says whether the program's figure and the formula's beside it agree."""
    ours, theirs = f"{letter(program)}{place}", f"{letter(program + 1)}{place}"
    yes, no = quoted(words("yes")), quoted(words("no"))
    near = f"IF(ABS({ours}-{theirs})<{CLOSE:.6f},{yes},{no})"
    neither = f'IF(AND({ours}="",{theirs}=""),{yes},{no})'
    both = f"AND(ISNUMBER({ours}),ISNUMBER({theirs}))"
    return Cell(words("yes"), Kind.FORMULA, formula=f"=IF({both},{near},{neither})")


def figure(value: float | None) -> Cell:
    """Make a cell with a figure of the program, as exact as the formula's beside it."""
    return Cell(value, Kind.VALUE, decimals=_DECIMALS)


def figure_formula(value: float | None, formula: str, decimals: int = _DECIMALS) -> Cell:
    """Make a cell with a formula, given without its “=”, and what it should come to."""
    told = "" if value is None else value
    return Cell(told, Kind.FORMULA, formula=f"={formula}", decimals=decimals)


def quoted(text: str) -> str:
    """Return a text as it stands inside a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def range_on(sheet: str, span: Span) -> str:
    """Return a fixed range on a sheet, as it stands inside a formula of another sheet."""
    doubled = sheet.replace("'", "''")
    return f"'{doubled}'!{address(span, fixed=True)}"


def _row(place: int, score: DimensionScore, results: Results, words: Words) -> Row:
    main = ",".join(
        (
            _column(answers.DIMENSION, results, words),
            f"$A{place}",
            _column(answers.PART, results, words),
            quoted(main_part(words)),
        )
    )
    known = f'COUNTIFS({main},{_column(answers.VALUE, results, words)},">0")'
    applicable = f'COUNTIFS({main},{_column(answers.LOW, results, words)},">0")'
    own = [t for t in results.topics if t.dimension == score.id and not t.of_module]
    b, c = f"{letter(_APPLY)}{place}", f"{letter(_KNOWN)}{place}"
    cells = [
        strong(said(score.dimension.name, words)),
        figure_formula(sum(t.applicable for t in own), applicable, decimals=0),
        figure_formula(sum(t.value is not None for t in own), known, decimals=0),
    ]
    figures = (
        (score.value, answers.VALUE, f"AND({c}>0,{c}>={ENOUGH_KNOWN}*{b})"),
        (score.low, answers.LOW, f"{b}>0"),
        (score.high, answers.HIGH, f"{b}>0"),
    )
    for number, (value, where, condition) in enumerate(figures):
        mean = f"AVERAGEIFS({_column(where, results, words)},{main})"
        cells += [
            figure(value),
            figure_formula(value, f'IF({condition},{mean},"")'),
            agree_formula(place, _FIGURES + len(figures) * number, words),
        ]
    return Row(tuple(cells))


def _column(column: int, results: Results, words: Words) -> str:
    last = HEADER + len(results.topics)
    return range_on(tab(words("Answers")), Span(HEADER + 1, column, last, column))
