"""Overview: where the partnership stands, in one look and without one number."""

from dataclasses import dataclass
from math import floor

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from selfassess.core.codes import Statement
from selfassess.core.diagnosis import Diagnosis
from selfassess.core.results import Results
from selfassess.core.scoring import TopicScore
from selfassess.overriding import override
from selfassess.reports import sentences
from selfassess.reports.phrases import dimension_name, said
from selfassess.reports.summary import who_answered
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.legend import Legend
from selfassess.ui.charts.profile import ProfileChart
from selfassess.ui.charts.reading_bar import ReadingBar
from selfassess.ui.desk import Desk
from selfassess.ui.models.conditions import ConditionLine, condition_lines
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.models.profile_rows import ProfileRow, profile_rows, profile_table
from selfassess.ui.page import Doing
from selfassess.ui.pages.barriers import WHAT_IF
from selfassess.ui.pages.results import Beside, Part, ResultsPage, SideColumn
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.section import Item, Numbered, Section
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import PAGE, STRETCH, Gap, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.words import Words, _, interface, plural

_TOP = 3
_TALL = 800
_SHORT = 40
_DISCS = {
    Statement.READY: "disc-ticked",
    Statement.WITH_CONDITIONS: "disc-half",
    Statement.NOT_YET: "disc-open",
}


@dataclass(frozen=True, slots=True)
class _BarrierLine:
    """A barrier: its id, its name, and the dimension with what raises it."""

    id: str
    name: str
    second: str


class OverviewPage(ResultsPage):
    """The statement, the profile, and what would change it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._rows: dict[str, ProfileRow] = {}
        self._disc = Symbol(theme, "disc-open", colour="accent", size=28, parent=self)
        self.statement = Text(theme, "", "display", parent=self)
        self._met = Text(theme, "", "lead", "ink2", parent=self)
        self.answer = Button(theme, _("Answer the questions"), Rank.PRIMARY, parent=self)
        self._legend = Legend(theme, self)
        self.chart = ProfileChart(theme, self)
        self.figure = Figure(theme, self.chart, self._legend, Gap(4), parent=self)
        self.side = SideColumn(self)
        idle = _("Point at a bar, or move along the bars with the arrow keys, to read it here.")
        self.reading = ReadingBar(theme, idle, self)
        self._beside = Beside(theme, self._main(), self.side, self)
        self.setLayout(column(Share(self._beside), self.reading))
        self.chart.reached.connect(self._on_reached)
        self.chart.opened.connect(self._on_opened)
        self.answer.clicked.connect(self._on_answer)
        self.reading.table_wanted.connect(self._on_table_wanted)
        self.reading.picture_wanted.connect(self.figure.copy_picture)
        keys = QShortcut(QKeySequence("Ctrl+T"), self)
        keys.activated.connect(self._on_table_wanted)

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("↑", "↓"), _("move along the bars")),
            Hint((_("Enter"),), _("open a dimension")),
            Hint(("Ctrl", "T"), _("table")),
            Hint(("Alt", "1", "–", "5"), _("switch view")),
        )

    @override
    def doing(self) -> Doing:
        return {
            "questions": lambda: self._on_opened(self.chart.here_id),
            "table": self._on_table_wanted,
            "picture": self.figure.copy_picture,
        }

    @override
    def remark(self) -> str:
        return who_answered(self.results, interface())

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self._beside.pane, self.reading)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        self.chart.go_to(at)
        self.chart.take_focus()
        if not at:
            self._beside.body.to_top()

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)
        self.reading.fit(room)
        self.chart.set_short(room.height < _TALL)

    @override
    def show_results(self, results: Results) -> None:
        words = interface()
        stated = results.readiness
        rows = profile_rows(results, words)
        self._rows = {row_.id: row_ for row_ in rows}
        self._disc.show_symbol(_DISCS[stated.statement] if stated.enough else "disc-open")
        self.statement.say(sentences.headline(results, words))
        self._met.say(sentences.must_haves_met(results, words) if stated.biting else "")
        self.answer.setHidden(stated.enough)
        level = max((row_.level or 1 for row_ in rows), default=1)
        self._legend.show_partners(partners_to_show(results), min(level, 3))
        self.chart.show_rows(rows)
        self._on_reached(self.chart.read_id)
        self.figure.show_table(profile_table(results, words))
        self.side.hold(*self._parts(results))

    def _main(self) -> QWidget:
        main = QWidget(self)
        head = row(column(Gap(4), self._disc, STRETCH), Share(self.statement), gap=14)
        main.setLayout(
            column(
                *(head, Gap(2), self._met, row(self.answer, STRETCH, margins=(0, S, 0, 0))),
                *(Gap(M), self.figure, STRETCH),
                margins=(PAGE, M),
            )
        )
        return main

    def _parts(self, results: Results) -> list[Part]:
        words = interface()
        lines = condition_lines(results, words)
        parts = [Part(lines, lambda: self._change_section(lines))]
        raised = [d for d in results.barriers if d.raised and not d.aside]
        top = tuple(_barrier_line(found, results, words) for found in raised[:_TOP])
        parts.append(Part((len(raised), top), lambda: self._barriers_section(top, len(raised))))
        nearest = results.strengths.nearest
        strong = tuple(_strength_line(score, words) for score in results.strengths.topics)
        if strong:
            parts.append(Part((nearest, strong), lambda: self._strengths_section(strong, nearest)))
        care = tuple(sentences.read_with_care(results, words))
        if care:
            parts.append(Part(care, lambda: self._care_section(care)))
        return parts

    def _change_section(self, lines: tuple[ConditionLine, ...]) -> QWidget:
        things = []
        for line in lines:
            code = (Run(line.topic + " ", "small_bold"),) if line.topic else ()
            end = "" if line.words.endswith(".") else "."
            owner = (Run(f" {_kept_together(line.owner)}", colour="ink2"),) if line.owner else ()
            runs = (*code, Run(line.words + end), *owner)
            things.append(Item(self.theme, line.icon, runs, size=14, parent=self.side))
        if not things:
            things = [Item(self.theme, "check", _("Nothing stands against it."), parent=self.side)]
        link = Button(self.theme, _("Try it out"), Rank.LINK, style="small", parent=self.side)
        link.setAccessibleName(_("Try it out: what would change it"))
        link.clicked.connect(self._on_try)
        heading = _("What would change it")
        return Section(self.theme, heading, *things, beside=link, lined=False, parent=self.side)

    def _barriers_section(self, top: tuple[_BarrierLine, ...], count: int) -> QWidget:
        if not top:
            none = Text(self.theme, _("Nothing stands out."), "small", "ink2", parent=self.side)
            return Section(self.theme, _("Barriers"), none, parent=self.side)
        link = Button(
            self.theme,
            plural("All {count}", "All {count}", count),
            Rank.LINK,
            style="small",
            parent=self.side,
        )
        link.setAccessibleName(_("All {count} barriers", count=count))
        link.clicked.connect(self._on_all_barriers)
        things = [self._barrier(place, line) for place, line in enumerate(top, start=1)]
        heading = _("Top three barriers") if len(top) == _TOP else _("Top barriers")
        return Section(self.theme, heading, *things, beside=link, gap=10, parent=self.side)

    def _barrier(self, place: int, line: _BarrierLine) -> QWidget:
        theme = self.theme
        name = WrapLink(theme, line.name, colour="ink", target=line.id, parent=self.side)
        name.clicked.connect(self._on_barrier)
        second = Text(theme, line.second, "small", "ink2", parent=self.side)
        return Numbered(theme, place, name, second, parent=self.side)

    def _strengths_section(self, strong: tuple[tuple[str, str], ...], nearest: bool) -> QWidget:
        things = [
            Item(
                self.theme,
                "check",
                (Run(title + ". ", "small_bold"), Run(level)),
                parent=self.side,
            )
            for title, level in strong
        ]
        heading = _("Nearest to a strength") if nearest else _("Strengths to build on")
        return Section(self.theme, heading, *things, parent=self.side)

    def _care_section(self, lines: tuple[str, ...]) -> QWidget:
        things = [Text(self.theme, line, "small", "ink2", parent=self.side) for line in lines]
        return Section(self.theme, _("Read with care"), *things, parent=self.side)

    def _on_reached(self, id_: str) -> None:
        self.reading.read(self._rows[id_].reading if id_ else "")

    def _on_opened(self, id_: str) -> None:
        asked = self.desk.opened.asked
        topic = next((t.id for t in asked.walk if asked.dimension_of[t.id] == id_), "")
        self.wanted.emit("walk", topic)

    def _on_table_wanted(self) -> None:
        self.figure.switch()
        self.reading.mark_table(self.figure.is_table)

    def _on_answer(self) -> None:
        self.wanted.emit("walk", "")

    def _on_try(self) -> None:
        self.wanted.emit("barriers", WHAT_IF)

    def _on_all_barriers(self) -> None:
        self.wanted.emit("barriers", "")

    def _on_barrier(self) -> None:
        link = self.sender()
        if isinstance(link, WrapLink):
            self.wanted.emit("barriers", link.target)


def _barrier_line(found: Diagnosis, results: Results, words: Words) -> _BarrierLine:
    dimension = dimension_name(found.barrier.dimension, results, words)
    why = sentences.because(found, results, words)
    second = f"{dimension}. {why[0].says}" if why else f"{dimension}."
    return _BarrierLine(found.barrier.id, said(found.barrier.name, words), second)


def _strength_line(score: TopicScore, words: Words) -> tuple[str, str]:
    level = score.topic.levels[floor(score.value or 1) - 1]
    return said(score.topic.title, words), said(level, words)


def _kept_together(words: str) -> str:
    """Keep a short owner and date in one line; a long one breaks, but not within its date."""
    if len(words) <= _SHORT:
        return words.replace(" ", "\N{NO-BREAK SPACE}")
    owner, comma, due = words.rpartition(", ")
    return owner + comma + due.replace(" ", "\N{NO-BREAK SPACE}") if comma else words
