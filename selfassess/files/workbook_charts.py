"""Native charts of a workbook, from their description in the book."""

from typing import Literal

from openpyxl.chart import BarChart, RadarChart
from openpyxl.chart.axis import ChartLines, Scaling
from openpyxl.chart.data_source import (
    AxDataSource,
    NumDataSource,
    NumRef,
    StrRef,
)
from openpyxl.chart.error_bar import ErrorBars
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import DataPoint, Marker
from openpyxl.chart.series import Series as ChartSeries
from openpyxl.chart.series import SeriesLabel
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
from openpyxl.worksheet.worksheet import Worksheet

from selfassess.files.light_colours import colours
from selfassess.files.workbook_styles import FAMILY
from selfassess.reports.book import Chart, Series, Shape, Span, address, letter

HIGHEST = 5
_POINT = 12_700
_SMALL, _TITLE = 900, 1200
"""Text sizes of charts, in hundredths of a point."""


def place(chart: Chart, sheet: Worksheet, source: str) -> None:
    """Put a chart on a sheet; its figures stand on the sheet of that name."""
    made = _bars(chart, source) if chart.shape is Shape.BARS else _radar(chart, source)
    made.title = _title(chart.title)
    made.width, made.height = chart.width, chart.height
    made.roundedCorners = False
    made.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    sheet.add_chart(made, f"{letter(chart.column)}{chart.row}")


def _bars(chart: Chart, source: str) -> BarChart:
    made = BarChart()
    made.type = "bar"
    made.gapWidth = 45
    made.legend = None
    for series in chart.series:
        bars = _series(series, chart, source)
        bars.dPt = [_point(n, level) for n, level in enumerate(series.levels) if level]
        bars.errBars = _bounds(series, source)
        made.series.append(bars)
    names, levels = made.x_axis, made.y_axis
    names.scaling.orientation = "maxMin"
    names.delete = levels.delete = False
    names.majorTickMark = levels.majorTickMark = "none"
    names.txPr = levels.txPr = _small()
    names.graphicalProperties = GraphicalProperties(ln=_line("line_strong"))
    levels.scaling = Scaling(min=0, max=HIGHEST)
    levels.majorUnit = 1
    levels.number_format = f'[=0]"";[=3]"3 {chart.essential}";0'
    levels.majorGridlines = ChartLines(GraphicalProperties(ln=_line("line")))
    levels.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    levels.crosses = "max"
    return made


def _radar(chart: Chart, source: str) -> RadarChart:
    made = RadarChart()
    made.type = "marker"
    for number, series in enumerate(chart.series):
        line = _series(series, chart, source)
        line.smooth = None
        line.marker = Marker("none" if number else "circle", size=None if number else 5)
        ink = _line("essential", dashed=True) if number else _line("accent", 2)
        line.spPr = GraphicalProperties(ln=ink)
        if not number:
            line.marker.spPr = GraphicalProperties(solidFill=colours().of("accent"))
            line.marker.spPr.ln = LineProperties(noFill=True)
        made.series.append(line)
    made.legend = Legend(legendPos="b", overlay=False, txPr=_small())
    names, levels = made.x_axis, made.y_axis
    names.delete = levels.delete = False
    names.txPr = levels.txPr = _small()
    levels.scaling = Scaling(min=0, max=HIGHEST)
    levels.majorUnit = 1
    levels.number_format = "0"
    levels.majorTickMark = "none"
    levels.majorGridlines = ChartLines(GraphicalProperties(ln=_line("line")))
    levels.graphicalProperties = GraphicalProperties(ln=_line("line"))
    return made


def _series(series: Series, chart: Chart, source: str) -> ChartSeries:
    made = ChartSeries(tx=SeriesLabel(v=series.name))
    made.cat = AxDataSource(strRef=StrRef(_reference(chart.categories, source)))
    made.val = _figures(series.values, source)
    return made


def _point(number: int, level: int) -> DataPoint:
    fill = GraphicalProperties(solidFill=colours().solid(level))
    fill.ln = LineProperties(noFill=True)
    return DataPoint(idx=number, invertIfNegative=False, spPr=fill)


def _bounds(series: Series, source: str) -> ErrorBars | None:
    """Whiskers from the lowest to the highest that a figure could be."""
    if series.down is None or series.up is None:
        return None
    return ErrorBars(
        errBarType="both",
        errValType="cust",
        noEndCap=True,
        minus=_figures(series.down, source),
        plus=_figures(series.up, source),
        spPr=GraphicalProperties(ln=_line("ink", 1.25)),
    )


def _figures(span: Span, source: str) -> NumDataSource:
    return NumDataSource(numRef=NumRef(_reference(span, source)))


def _reference(span: Span, source: str) -> str:
    name = source.replace("'", "''")
    return f"'{name}'!{address(span, fixed=True)}"


def _line(role: str, width: float = 0.75, *, dashed: bool = False) -> LineProperties:
    dash: Literal["dash"] | None = "dash" if dashed else None
    return LineProperties(solidFill=colours().of(role), w=round(width * _POINT), prstDash=dash)


def _letters(size: int, *, bold: bool) -> CharacterProperties:
    return CharacterProperties(
        sz=size, b=bold, latin=Font(typeface=FAMILY), solidFill=colours().of("ink")
    )


def _small() -> RichText:
    properties = ParagraphProperties(defRPr=_letters(_SMALL, bold=False))
    return RichText(p=[Paragraph(pPr=properties, endParaRPr=_letters(_SMALL, bold=False))])


def _title(text: str) -> Title:
    letters = _letters(_TITLE, bold=True)
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)]
    )
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)
