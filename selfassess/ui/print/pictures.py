"""Pictures: each chart of a report as a PNG, and slides of what matters most."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from selfassess.core.comparison import compare
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.barriers import strength_word
from selfassess.reports.document import CHANGE, PROFILE
from selfassess.reports.phrases import said
from selfassess.reports.profile import finding
from selfassess.reports.progress import further_on
from selfassess.reports.summary import nothing_stands_out, purpose_sentence, who_answered
from selfassess.ui.charts.change_chart import ChangeChart
from selfassess.ui.charts.change_legend import ChangeLegend
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.heat_map import HeatMap
from selfassess.ui.charts.legend import Legend
from selfassess.ui.charts.profile import ProfileChart
from selfassess.ui.charts.strength import StrengthBar
from selfassess.ui.models.change_rows import change_rows
from selfassess.ui.models.conditions import condition_lines
from selfassess.ui.models.heat_rows import heat_rows
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.models.profile_rows import profile_rows
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import Words, interface, speak

AGREEMENT, BARRIERS = "agreement", "barriers"
SLIDE = "slide-{name}"
"""The names of pictures beside those that a document has."""

_WIDTH = 960
_SLIDE, _SLIDE_OF_WORDS = QSize(1280, 720), QSize(832, 468)
_SLIDE_WIDTH = 1920
"""Pixels; the fewer a slide is laid out in, the larger are its words."""

_BARRIERS_AT_MOST = 10
_ON_SLIDE = 5


def document_pictures(
    theme: Theme, results: Results, earlier: Results | None, words: Words
) -> dict[str, bytes]:
    """Paint the pictures that a document can have, as PNG.

    Args:
        theme: Colours and measures.
        results: What the report tells of.
        earlier: An earlier round that it is compared with, if there is one.
        words: The words of the report.
    """
    with _speaking(words):
        made = {PROFILE: _figure_png(_profile(theme, results, words))}
        if earlier is not None:
            made[CHANGE] = _figure_png(_change(theme, results, earlier, words))
        return made


def all_pictures(
    theme: Theme, results: Results, earlier: Results | None, words: Words
) -> dict[str, bytes]:
    """Paint every chart, and a slide each of the statement, the profile and the barriers, as PNG.

    Args:
        theme: Colours and measures.
        results: What the report tells of.
        earlier: An earlier round that it is compared with, if there is one.
        words: The words of the report.
    """
    made = document_pictures(theme, results, earlier, words)
    with _speaking(words):
        if partners_to_show(results):
            made[AGREEMENT] = _figure_png(_agreement(theme, results, words))
        barriers = _barriers(theme, results, words, _BARRIERS_AT_MOST)
        barriers.setFixedWidth(_WIDTH)
        made[BARRIERS] = _png(barriers, barriers.sizeHint().expandedTo(QSize(_WIDTH, 0)), 2)
        for name, slide in (
            ("statement", _statement_slide(theme, results, words)),
            ("profile", _profile_slide(theme, results, words)),
            ("barriers", _barriers_slide(theme, results, words)),
        ):
            size = slide.size()
            made[SLIDE.format(name=name)] = _png(slide, size, _SLIDE_WIDTH / size.width())
    return made


@contextmanager
def _speaking(words: Words) -> Iterator[None]:
    """Let charts speak the language of the report, which may be another than the window's."""
    before = interface().language
    speak(words.language)
    try:
        yield
    finally:
        speak(before)


def _profile(theme: Theme, results: Results, words: Words) -> Figure:
    legend, chart = Legend(theme), ProfileChart(theme)
    rows = profile_rows(results, words)
    level = max((row_.level or 1 for row_ in rows), default=1)
    legend.show_partners(partners_to_show(results), min(level, 3))
    chart.show_rows(rows)
    return Figure(theme, chart, legend, Gap(4))


def _agreement(theme: Theme, results: Results, words: Words) -> Figure:
    chart = HeatMap(theme)
    chart.show_rows(heat_rows(results, words), partners_to_show(results))
    return Figure(theme, chart)


def _change(theme: Theme, results: Results, earlier: Results, words: Words) -> Figure:
    compared = compare(earlier, results)
    rows = change_rows(compared, words)
    legend, chart = ChangeLegend(theme), ChangeChart(theme)
    hatched = any(row_.reworded for row_ in rows)
    legend.show_rounds(compared.earlier.round.name, compared.later.round.name, hatched=hatched)
    chart.show_rows(rows)
    head = Text(theme, further_on(compared, words), "h2")
    return Figure(theme, chart, head, Gap(S), legend)


def _barriers(theme: Theme, results: Results, words: Words, at_most: int) -> QWidget:
    """The most pressing barriers with their strength, in the order of the report."""
    raised = [d for d in results.barriers if d.raised and not d.aside][:at_most]
    lines: list[Thing] = []
    for place, found in enumerate(raised, start=1):
        bar = StrengthBar(theme)
        bar.show_strength(found.band, strength_word(found, words))
        number = Text(theme, str(place), "h3", "ink2", wrap=False)
        number.setFixedWidth(theme.px(PAGE))
        name = Text(theme, said(found.barrier.name, words), "h3")
        lines += [row(number, Share(name), bar, gap=M), Gap(M)]
    if not raised:
        lines = [Text(theme, nothing_stands_out(results, words), "lead")]
    made = QWidget()
    made.setLayout(column(*lines, margins=M))
    return made


def _statement_slide(theme: Theme, results: Results, words: Words) -> QWidget:
    conditions = condition_lines(results, words)[:_ON_SLIDE]
    lines = [Text(theme, f"{line.topic} {line.words}".strip(), "lead") for line in conditions]
    things: list[Thing] = [
        Text(theme, sentences.headline(results, words), "display"),
        Gap(M),
        Text(theme, sentences.must_haves_met(results, words), "h2", "ink2"),
        Gap(L),
    ]
    for line in lines:
        things += [line, Gap(S)]
    things += [Gap(L), Text(theme, purpose_sentence(results, words), "lead", "ink2")]
    return _slide(theme, results, words, *things)


def _profile_slide(theme: Theme, results: Results, words: Words) -> QWidget:
    head = Text(theme, finding(results, words), "h1")
    chart = _profile(theme, results, words)
    return _slide(theme, results, words, head, Gap(M), chart, size=_SLIDE)


def _barriers_slide(theme: Theme, results: Results, words: Words) -> QWidget:
    head = Text(theme, words("What stands in the way"), "h1")
    return _slide(theme, results, words, head, Gap(M), _barriers(theme, results, words, _ON_SLIDE))


def _slide(
    theme: Theme, results: Results, words: Words, *things: Thing, size: QSize = _SLIDE_OF_WORDS
) -> QWidget:
    """A slide with the name of the partnership at its foot, and that an example is made up."""
    foot = words(
        "{name}. {answered}.",
        name=results.assessment.partnership.name,
        answered=who_answered(results, words),
    )
    made = QWidget()
    made.setLayout(
        column(*things, STRETCH, Text(theme, foot, "small", "ink2"), margins=(48, 40, 48, L))
    )
    made.setFixedSize(size)
    return made


def _figure_png(figure: Figure) -> bytes:
    figure.setFixedWidth(_WIDTH)
    figure.grab()  # lays it out
    figure.adjustSize()
    figure.grab()
    return _bytes(figure.picture())


def _png(shown: QWidget, size: QSize, density: float) -> bytes:
    shown.resize(size)
    shown.grab()  # lays it out
    size = size.expandedTo(QSize(size.width(), shown.heightForWidth(size.width())))
    shown.resize(size)
    made = QImage(size * density, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(density)
    made.fill("#FFFFFF")
    painter = QPainter(made)
    shown.render(painter, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    return _bytes(made)


def _bytes(picture: QImage) -> bytes:
    stream = QBuffer()
    stream.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(stream, "PNG")  # type: ignore[call-overload]  # it takes a name of a format
    return bytes(stream.data().data())
