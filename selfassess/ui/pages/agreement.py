"""Agreement: where to talk, not who is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from selfassess.core.codes import Agreement
from selfassess.core.results import Results
from selfassess.reports.phrases import said
from selfassess.reports.summary import who_answered
from selfassess.ui.charts.dot_strip import DotStrip
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.heat_map import HeatMap
from selfassess.ui.charts.level_key import LevelKey
from selfassess.ui.charts.reading_bar import ReadingBar
from selfassess.ui.desk import Desk
from selfassess.ui.models import differences
from selfassess.ui.models.heat_rows import HeatRow, heat_rows, heat_table
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.pages.results import Beside, ResultsPage, SideColumn
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import PAGE, STRETCH, Aligned, Gap, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.words import _, interface

_LEAST_PARTNERS = 2
_TALL = 830
_TOP = Qt.AlignmentFlag.AlignTop


class AgreementPage(ResultsPage):
    """The heat map of dimensions and partners, and what lies behind the dimension chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._rows: dict[str, HeatRow] = {}
        self._told = Notice(theme, "info", "", self)
        self._finding = Text(theme, "", "body", "ink2", parent=self)
        self.map = HeatMap(theme, self)
        self.figure = Figure(theme, self.map, parent=self)
        self.side = SideColumn(self)
        idle = _("Go to a dimension with the arrow keys to see the questions behind it.")
        self.reading = ReadingBar(theme, idle, self)
        self._beside = Beside(theme, self._main(), self.side, self)
        self.setLayout(column(Share(self._beside), self.reading))
        self.map.reached.connect(self._on_reached)
        self.map.moved.connect(self._on_moved)
        self.map.opened.connect(self._on_opened)
        self.reading.table_wanted.connect(self._on_table_wanted)
        self.reading.picture_wanted.connect(self.figure.copy_picture)
        keys = QShortcut(QKeySequence("Ctrl+T"), self)
        keys.activated.connect(self._on_table_wanted)

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("↑", "↓"), _("choose a dimension")),
            Hint((_("Enter"),), _("open the questions")),
            Hint(("Ctrl", "T"), _("table")),
        )

    @override
    def remark(self) -> str:
        return who_answered(self.results, interface())

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self._beside.pane, self.reading)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if at in self._rows:
            self.map.go_to(at)
            self._show_dimension(at)
        self.map.take_focus()
        if not at:
            self._beside.body.to_top()

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)
        self.reading.fit(room)
        self.map.set_short(room.height < _TALL)

    @override
    def show_results(self, results: Results) -> None:
        words = interface()
        rows = heat_rows(results, words)
        first = not self._rows
        self._rows = {row_.id: row_ for row_ in rows}
        partners = partners_to_show(results)
        self._told.say(self._told_first(results))
        self._told.setVisible(not partners)
        self._finding.say(differences.split_sentence(results, words))
        self.map.show_rows(rows, partners)
        self.figure.show_table(heat_table(results, words))
        if first and rows:
            self.map.go_to(_first_to_look_at(rows).id)
        self._show_dimension(self.map.here_id)

    def _main(self) -> QWidget:
        main, theme = QWidget(self), self.theme
        heading = Text(theme, _("Where partners see it differently"), "h1", parent=main)
        line = Flow(gap=M, line_gap=4, spread=True, parent=main)
        line.hold(self._finding, LevelKey(theme, line))
        things = (heading, Gap(4), line, Gap(S), self._told, Gap(S), self.figure)
        main.setLayout(column(*things, STRETCH, margins=(PAGE, M, 20, M)))
        return main

    def _told_first(self, results: Results) -> str:
        if results.assessment.anonymous:
            return _(
                "This assessment is anonymous, so organisations are not shown."
                " The columns show how many answers stand at each level."
            )
        if len(results.round.organisations) < _LEAST_PARTNERS:
            return _("Agreement needs answers from two partners.")
        return ""

    def _show_dimension(self, id_: str) -> None:
        if not id_:
            return
        results, words = self.results, interface()
        score = results.dimension(id_)
        if score is None:
            return
        self.side.hold(
            self._head(said(score.dimension.name, words), id_, results),
            self._questions(id_, results),
            *self._quotes(id_, results),
        )

    def _head(self, name: str, id_: str, results: Results) -> QWidget:
        head, theme, words = QWidget(self.side), self.theme, interface()
        row_ = self._rows[id_]
        tag = Tag(theme, row_.agreement_words, parent=head)
        title = Text(theme, name, "h1", parent=head)
        sentence = differences.difference_sentence(id_, results, words)
        head.setLayout(
            column(
                row(Share(title), Aligned(tag, _TOP), gap=S),
                Gap(4),
                Text(theme, sentence, "body", "ink2", parent=head),
                Gap(M),
            )
        )
        return head

    def _questions(self, id_: str, results: Results) -> QWidget:
        views = differences.question_views(id_, results, interface())
        things = [self._question(view) for view in views]
        heading = _("Questions behind it")
        scale = Text(self.theme, _("level 1 to 5"), "small", "ink2", parent=self.side)
        return Section(
            self.theme, heading, *things, beside=scale, lined=False, gap=10, parent=self.side
        )

    def _question(self, view: differences.QuestionView) -> QWidget:
        theme, whole = self.theme, QWidget(self.side)
        title = WrapLink(
            theme,
            view.title,
            "small",
            "ink",
            target=view.id,
            code=view.id,
            parent=whole,
        )
        title.setAccessibleName(view.reading)
        title.clicked.connect(self._on_question)
        things: list[QWidget] = [title]
        if view.places:
            strip = DotStrip(theme, whole)
            strip.show_places(view.places, view.reading)
            things.append(strip)
        else:
            things.append(Text(theme, view.reading.split(": ")[-1], "small", "ink2", parent=whole))
        if view.note:
            things.append(Text(theme, view.note, "small", "ink2", parent=whole))
        whole.setLayout(column(*things, gap=2))
        return whole

    def _quotes(self, id_: str, results: Results) -> list[QWidget]:
        quotes = differences.quotes(id_, results, interface())
        if not quotes:
            return []
        things = [
            Text(
                self.theme,
                (Run(quote.words), Run(f" {quote.who}", colour="ink2")),
                "small",
                parent=self.side,
            )
            for quote in quotes
        ]
        return [Section(self.theme, _("What people wrote"), *things, gap=10, parent=self.side)]

    def _on_reached(self, id_: str) -> None:
        self.reading.read(self._rows[id_].reading if id_ else "")

    def _on_moved(self, id_: str) -> None:
        self._show_dimension(id_)

    def _on_opened(self, id_: str) -> None:
        asked = self.desk.opened.asked
        topic = next((t.id for t in asked.walk if asked.dimension_of[t.id] == id_), "")
        self.wanted.emit("walk", topic)

    def _on_question(self) -> None:
        link = self.sender()
        if isinstance(link, WrapLink):
            self.wanted.emit("walk", link.target)

    def _on_table_wanted(self) -> None:
        self.figure.switch()
        self.reading.mark_table(self.figure.is_table)


def _first_to_look_at(rows: tuple[HeatRow, ...]) -> HeatRow:
    for word in (Agreement.SPLIT, Agreement.SOME_SPREAD):
        for row_ in rows:
            if row_.agreement == word:
                return row_
    return rows[0]
