"""The results of the staff confidence check: live formulas over the tally, and a chart."""

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.core.confidence import STEPS, ConfidenceCheck
from selfassess.files.confidence_styles import LINE, Look, mark_table, put, set_up, work_out
from selfassess.files.confidence_tally import BEFORE_AND_AFTER, answers_of, moments
from selfassess.files.light_colours import colours
from selfassess.files.workbook_styles import FAMILY
from selfassess.reports.book import Span, address, letter
from selfassess.words import Words

HEADER_ROW = 6
FIRST_ROW = HEADER_ROW + 1
COUNTS, MEDIANS, CHANGE = (2, 3), (4, 5), 6
SPREADS = (7, 7 + len(STEPS))
"""The columns of answers, medians (before and after), change, and counts of each step."""

_LAST = SPREADS[1] + len(STEPS) - 1
_WIDTHS = (30, *(10,) * 5, *(7.5,) * 2 * len(STEPS))
_HAIRLINE = 9525
"""Three quarters of a point, in the unit of drawings."""

_NOTHING_ELSE = dict.fromkeys(
    ("showLegendKey", "showCatName", "showSerName", "showPercent", "showBubbleSize"), False
)
"""What else a label could show, which would be shown if nothing were said."""

_SMALL, _TITLE = 900, 1200
"""Sizes of letters, in hundredths of a point."""


def write_results(check: ConfidenceCheck, words: Words, sheet: Worksheet, tally: str) -> None:
    """Lay out counts, medians and change of each item, with a chart below.

    Args:
        check: The check.
        words: The words of the workbook.
        sheet: The sheet to write on.
        tally: The name of the sheet that holds the answers.
    """
    put(sheet, 1, 1, words("Confidence before and after training"), Look.TITLE)
    notes = (
        words(
            "These figures follow from the tally by themselves. 1 is least confident, 5 is most."
        ),
        words("The median is the middle answer when all are put in order."),
        words("With fewer than five sheets keep this to yourself, as people could be recognised."),
    )
    for row, note in enumerate(notes, start=2):
        put(sheet, row, 1, note, Look.NOTE)
    for column, name in enumerate(_names(words), start=1):
        look = Look.HEADER if column == 1 else Look.HEADER_MIDDLE
        put(sheet, HEADER_ROW, column, name, look)
    for number, item in enumerate(check.items):
        name = f"{number + 1}. {item.title.say(words.language)}"
        put(sheet, FIRST_ROW + number, 1, name, Look.ROW)
        _work_out_item(sheet, FIRST_ROW + number, tally, number)
    last = FIRST_ROW + len(check.items)
    put(sheet, last, 1, words("Sheets that came back"), Look.ROW)
    for column, moment in zip(COUNTS, BEFORE_AND_AFTER, strict=True):
        work_out(sheet, last, column, f"=COUNTIF({moments(tally)},{moment})", Look.COUNT)
    for column in range(MEDIANS[0], _LAST + 1):
        sheet.cell(last, column).style = Look.BLANK.value
    mark_table(sheet, "Table_results", Span(HEADER_ROW, 1, last, _LAST))
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[letter(column)].width = width
    sheet.row_dimensions[HEADER_ROW].height = 2.2 * LINE
    sheet.freeze_panes = f"B{FIRST_ROW}"
    sheet.add_chart(_chart(check, words, sheet), f"A{last + 2}")
    set_up(sheet, landscape=True)


def about_chart(words: Words) -> str:
    """Say what the chart shows, for those who do not see it."""
    return words(
        "For each question two bars: the median answer before the training and the one after it,"
        " from 1 to 5. The same figures stand in the table above."
    )


def _names(words: Words) -> tuple[str, ...]:
    spreads = (
        *(words("Said {step} before", step=step) for step in STEPS),
        *(words("Said {step} after", step=step) for step in STEPS),
    )
    return (
        words("How confident?"),
        words("Answers before"),
        words("Answers after"),
        words("Median before"),
        words("Median after"),
        words("Change"),
        *spreads,
    )


def _work_out_item(sheet: Worksheet, row: int, tally: str, number: int) -> None:
    """Write the formulas of the item of that number, from 0."""
    when, said = moments(tally), answers_of(tally, number)
    for place, moment in enumerate(BEFORE_AND_AFTER):
        for column, step in enumerate(STEPS, start=SPREADS[place]):
            counted = f"=COUNTIFS({when},{moment},{said},{step})"
            work_out(sheet, row, column, counted, Look.COUNT)
        spread = Span(row, SPREADS[place], row, SPREADS[place] + len(STEPS) - 1)
        work_out(sheet, row, COUNTS[place], f"=SUM({address(spread)})", Look.COUNT)
        median = f'=IFERROR(MEDIAN(IF(({when}={moment})*({said}<>""),{said})),"")'
        here = f"{letter(MEDIANS[place])}{row}"
        work_out(sheet, row, MEDIANS[place], ArrayFormula(here, median), Look.MEDIAN)
    before, after = (f"{letter(column)}{row}" for column in MEDIANS)
    moved = f'=IF(OR({before}="",{after}=""),"",{after}-{before})'
    work_out(sheet, row, CHANGE, moved, Look.CHANGE)


def _chart(check: ConfidenceCheck, words: Words, sheet: Worksheet) -> BarChart:
    """Draw two bars for each item, told apart by light and dark, by order and by the legend."""
    first, last = FIRST_ROW, FIRST_ROW + len(check.items) - 1
    made = BarChart()
    made.type = "bar"
    made.gapWidth, made.overlap = 50, 0
    looks = ((words("Before"), "band"), (words("After"), "accent"))
    names = Reference(sheet, min_col=1, min_row=first, max_row=last)
    for column, (name, ink) in zip(MEDIANS, looks, strict=True):
        values = Reference(sheet, min_col=column, min_row=first, max_row=last)
        series = SeriesFactory(values, title=name)
        series.spPr = GraphicalProperties(solidFill=colours().of(ink), ln=_line("line_strong"))
        series.dLbls = DataLabelList(numFmt="0.0;;", txPr=_small(), showVal=True, **_NOTHING_ELSE)
        series.cat = AxDataSource(strRef=StrRef(str(names)))
        made.series.append(series)
    made.title = _title(words("Median answer before and after training"))
    made.width, made.height = 34, 3 + 0.8 * len(check.items)
    made.roundedCorners = False
    made.legend.position = "b"
    items, steps = made.x_axis, made.y_axis
    items.scaling.orientation = "maxMin"
    items.delete = steps.delete = False
    items.txPr = steps.txPr = made.legend.txPr = _small()
    steps.scaling.min, steps.scaling.max, steps.majorUnit = 0, STEPS[-1], 1
    steps.number_format, steps.numFmt.sourceLinked = "0;;", False
    steps.crosses = "max"
    steps.majorGridlines = ChartLines(GraphicalProperties(ln=_line("line")))
    return made


def _line(role: str) -> LineProperties:
    return LineProperties(solidFill=colours().of(role), w=_HAIRLINE)


def _title(text: str) -> Title:
    letters = _letters(_TITLE, bold=True)
    run = RegularTextRun(rPr=letters, t=text)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[run])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _small() -> RichText:
    letters = _letters(_SMALL)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    ink = colours().of("ink")
    return CharacterProperties(sz=size, b=bold, latin=Font(typeface=FAMILY), solidFill=ink)
