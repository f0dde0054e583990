"""Agreement: where to talk, not who is wrong; by partner, and by front line and managers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from selfassess.core import room, workshop
from selfassess.core.codes import Agreement
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.reports.summary import who_answered
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.heat_map import HeatMap
from selfassess.ui.charts.level_key import LevelKey
from selfassess.ui.charts.reading_bar import ReadingBar
from selfassess.ui.desk import Desk
from selfassess.ui.models import differences, role_rows
from selfassess.ui.models.heat_rows import HeatRow, heat_rows, heat_table
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.page import Doing
from selfassess.ui.pages.agreement_side import AgreementSide
from selfassess.ui.pages.results import Beside, ResultsPage
from selfassess.ui.parts.empty import Empty
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Gap, M, S, Share, column
from selfassess.ui.theme import Room
from selfassess.words import _, interface

_LEAST_PARTNERS = 2
_TALL = 830
_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
_PARTNERS, _ROLES = "partners", "roles"


class AgreementPage(ResultsPage):
    """The heat map of dimensions and partners, and what lies behind the dimension chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._rows: dict[str, HeatRow] = {}
        self._by_roles = False
        choices = ((_PARTNERS, _("Partners")), (_ROLES, _("Front line and managers")))
        self.by = Segmented(theme, choices, says=_("Set side by side"), small=True, parent=self)
        self.by.chosen.connect(self._on_by)
        self._told = Notice(theme, "info", "", self)
        self._finding = Text(theme, "", "body", "ink2", parent=self)
        self.map = HeatMap(theme, self)
        self.figure = Figure(theme, self.map, parent=self)
        self.side = AgreementSide(theme, self)
        idle = _("Go to a dimension with the arrow keys to see the questions behind it.")
        self.reading = ReadingBar(theme, idle, self)
        self._beside = Beside(theme, self._main(), self.side, self)
        self._work = QWidget(self)
        self._work.setLayout(column(Share(self._beside), self.reading))
        self.empty = Empty(
            theme,
            _("Nobody has answered yet"),
            _("Here you will see where partners see it alike, and where they do not."),
            _("Answer the questions"),
            self,
        )
        self.setLayout(column(Share(self._work), Share(self.empty)))
        self.empty.acted.connect(self._on_answer)
        self.side.add_wanted.connect(self._on_add)
        self.side.workshop_wanted.connect(self._on_workshop)
        self.side.question_wanted.connect(self._on_question)
        self.side.read.connect(self.reading.read)
        self.map.reached.connect(self._on_reached)
        self.map.moved.connect(self._on_moved)
        self.map.opened.connect(self._on_opened)
        self.reading.table_wanted.connect(self._on_table_wanted)
        self.reading.picture_wanted.connect(self.figure.copy_picture)
        keys = QShortcut(QKeySequence("Ctrl+T"), self)
        keys.activated.connect(self._on_table_wanted)

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self._work.isHidden():
            return ()
        return (
            Hint(("↑", "↓"), _("choose a dimension")),
            Hint(("W",), _("add to the workshop")),
            Hint((_("Enter"),), _("open the questions")),
            Hint(("Ctrl", "T"), _("table")),
        )

    @override
    def doing(self) -> Doing:
        if not self._rows or self._work.isHidden():
            return {}
        return {
            "questions": lambda: self._on_opened(self.map.here_id),
            "workshop": self.side.press_add,
            "table": self._on_table_wanted,
            "picture": self.figure.copy_picture,
            "copy-questions": self.side.copy_table,
            "questions-picture": self.side.copy_picture,
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
        if at in self._rows:
            self.map.go_to(at)
            self._show_dimension(at)
        if self._work.isHidden():
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
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
        self._by_roles = self._by_roles and not results.assessment.anonymous
        self.by.setVisible(not results.assessment.anonymous)
        self.by.mark(_ROLES if self._by_roles else _PARTNERS)
        latest = results.round
        anybody = bool(latest.answers or latest.votes or latest.tallies or latest.agreed)
        self._work.setVisible(anybody)
        self.empty.setHidden(anybody)
        first = not self._rows
        if self._by_roles:
            self._show_roles(results)
        else:
            rows = heat_rows(results, words)
            partners = partners_to_show(results)
            self._told.say(self._told_first(results))
            self._told.setVisible(not partners)
            told = differences.split_sentence(results, words)
            self._finding.say(told if self._compares(results) else "")
            self.map.show_rows(rows, partners)
            self.figure.show_table(heat_table(results, words))
            self._rows = {row_.id: row_ for row_ in rows}
        self.figure.setVisible(bool(self._rows))
        if self.map.read_id:  # otherwise a question at the side may be read
            self._on_reached(self.map.read_id)
        if first and self._rows:
            self.map.go_to(_first_to_look_at(tuple(self._rows.values())).id)
        self._show_dimension(self.map.here_id)

    def _show_roles(self, results: Results) -> None:
        words = interface()
        rows = role_rows.role_rows(results, words)
        self._rows = {row_.id: row_ for row_ in rows}
        self._finding.say(role_rows.role_finding(results, words))
        told = role_rows.not_placed(results, words)
        self._told.say(told)
        self._told.setVisible(bool(told))
        self.map.show_rows(rows, role_rows.role_columns(words), _("Difference"))
        self.figure.show_table(role_rows.role_table(rows, words))

    def _main(self) -> QWidget:
        main, theme = QWidget(self), self.theme
        heading = Text(theme, _("Where partners see it differently"), "h1", parent=main)
        top = Flow(gap=M, line_gap=4, spread=True, parent=main)
        top.hold(heading, self.by)
        line = Flow(gap=M, line_gap=4, spread=True, parent=main)
        line.hold(self._finding, LevelKey(theme, line))
        things = (top, Gap(4), line, Gap(S), self._told, Gap(S), self.figure)
        main.setLayout(column(*things, STRETCH, margins=(PAGE, M, 20, M)))
        return main

    def _told_first(self, results: Results) -> str:
        if results.assessment.anonymous:
            return _(
                "This assessment is anonymous, so organisations are not shown."
                " The columns show how many answers stand at each level."
            )
        if not self._compares(results):
            return _("Agreement needs answers from two partners.")
        return ""

    @staticmethod
    def _compares(results: Results) -> bool:
        """Say whether there are views to set side by side."""
        few = len(results.round.organisations) < _LEAST_PARTNERS
        return results.assessment.anonymous or not few

    def _on_answer(self) -> None:
        self.wanted.emit("walk", "")

    def _show_dimension(self, id_: str) -> None:
        self.side.show_dimension(self._rows.get(id_), self.results, by_roles=self._by_roles)

    def _on_add(self, topic: str) -> None:
        value, topics = self.desk.opened.value, room.with_topic(self.results, topic)
        after = workshop.plan(value, topics=topics)
        self.desk.opened.edit(after, _("Add {topic} to the workshop", topic=topic))

    def _on_workshop(self) -> None:
        self.wanted.emit("prepare", "")

    def _on_question(self, topic: str) -> None:
        self.wanted.emit("walk", topic)

    def _on_by(self, by: str) -> None:
        self._by_roles = by == _ROLES
        self.show_results(self.results)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_W:
            self.side.press_add()
        else:
            super().keyPressEvent(event)

    def _on_reached(self, id_: str) -> None:
        self.reading.read(self._rows[id_].reading if id_ else "")

    def _on_moved(self, id_: str) -> None:
        self._show_dimension(id_)

    def _on_opened(self, id_: str) -> None:
        asked = self.desk.opened.asked
        topic = next((t.id for t in asked.walk if asked.dimension_of[t.id] == id_), "")
        self.wanted.emit("walk", topic)

    def _on_table_wanted(self) -> None:
        self.figure.switch()
        self.reading.mark_table(self.figure.is_table)


def _first_to_look_at(rows: tuple[HeatRow, ...]) -> HeatRow:
    for word in (Agreement.SPLIT, Agreement.SOME_SPREAD):
        for row_ in rows:
            if row_.agreement == word:
                return row_
    return rows[0]
