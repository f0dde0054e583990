"""Compare: what moved since last time, honestly."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from selfassess.core.assessment import Given
from selfassess.core.comparison import Comparison
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.reports.progress import further_on
from selfassess.ui.charts.change_chart import ChangeChart
from selfassess.ui.charts.change_legend import ChangeLegend
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.reading_bar import ReadingBar
from selfassess.ui.comparing import OTHER, Comparing
from selfassess.ui.dates import month_and_year
from selfassess.ui.desk import Desk
from selfassess.ui.looking_back import look_back, looked_back, people_who_answered
from selfassess.ui.models import change_rows as model
from selfassess.ui.new_round import begin_new_round
from selfassess.ui.opening import PATTERN
from selfassess.ui.page import Doing
from selfassess.ui.pages.results import Beside, Part, ResultsPage, SideColumn
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.fallen import Fallen
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.section import Item, Section
from selfassess.ui.parts.text import Text
from selfassess.ui.saved_words import problems_words
from selfassess.ui.spacing import PAGE, STRETCH, Gap, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.words import _, interface

_MONTHS_BETWEEN = 6
_LEVELS: dict[str, Given] = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}


class ComparePage(ResultsPage):
    """The latest round beside an earlier one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._comparing = Comparing(desk)
        self._who = ""
        self._fallen: list[Fallen] = []
        self._rows: dict[str, model.ChangeRow] = {}
        self.finding = Text(theme, "", "h1", parent=self)
        self._moved = Text(theme, "", "body", "ink2", parent=self)
        self._nothing = QWidget(self)
        self._told = Text(theme, "", "body", "ink2", parent=self._nothing)
        self._begin = Button(theme, "", Rank.PRIMARY, parent=self._nothing)
        compare_with = _("Compare with another file…")
        self._file = Button(theme, compare_with, icon="folder", parent=self._nothing)
        self._legend = ChangeLegend(theme, self)
        self.chart = ChangeChart(theme, self)
        self.figure = Figure(theme, self.chart, parent=self)
        self.rounds = Choice(theme, says=_("Compared with"), style="body", parent=self)
        self._sections = SideColumn(self)
        self._side = QWidget(self)
        label = Text(theme, _("Compared with"), "small", "ink2", parent=self._side)
        label.setBuddy(self.rounds)
        choice = column(label, Gap(4), self.rounds, margins=(PAGE - 4, 20, PAGE, 0))
        self._side.setLayout(column(choice, self._sections))
        idle = _("Point at a dimension, or go to it with the arrow keys, to read it here.")
        self.reading = ReadingBar(theme, idle, self)
        self._beside = Beside(theme, self._main(), self._side, self)
        self.setLayout(column(Share(self._beside), self.reading))
        self.chart.reached.connect(self._on_reached)
        self.chart.opened.connect(self._on_opened)
        self.rounds.chosen.connect(self._on_round)
        self._begin.clicked.connect(self._on_next)
        self._file.clicked.connect(self._on_file_wanted)
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
    def doing(self) -> Doing:
        if not self._rows:
            return {}
        return {
            "questions": lambda: self._on_opened(self.chart.here_id),
            "table": self._on_table_wanted,
            "picture": self.figure.copy_picture,
        }

    @override
    def remark(self) -> str:
        return _("Small groups: no statistics are claimed")

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self._beside.pane, self.reading)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if self._nothing.isHidden():
            self.chart.take_focus()
        else:
            self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)
        self.reading.fit(room)
        self.chart.set_short(room.short_rows)

    @override
    def show_results(self, results: Results) -> None:
        comparing = self._comparing
        comparing.settle(results)
        offered = comparing.offered(results)
        other = (OTHER, _("Another file…"))
        self.rounds.offer((*((one.id, one.words) for one in offered), other))
        self.rounds.mark(comparing.chosen)
        compared = comparing.compared(results)
        self._nothing.setVisible(compared is None)
        for part in (self._moved, self._legend, self.figure, self.reading):
            part.setVisible(compared is not None)
        self._beside.show_side(bool(offered))
        if compared is None:
            self._show_nothing(results)
        else:
            self._show(compared)

    def _main(self) -> QWidget:
        main = QWidget(self)
        self._nothing.setLayout(
            column(
                self._told,
                Gap(M),
                row(self._begin, self._file, STRETCH, gap=M),
            )
        )
        things = (self.finding, Gap(4), self._moved, Gap(S), self._legend)
        rest = (self._nothing, Gap(S), self.figure, STRETCH)
        main.setLayout(column(*things, *rest, margins=(PAGE, 20, 20, M)))
        return main

    def _show_nothing(self, results: Results) -> None:
        self.finding.say(_("Nothing to compare yet"))
        self._sections.hold()
        if self._comparing.chosen:
            told = _("That round was answered with another version of the questions.")
        elif not self._has_answers():
            told = _("This is the first round, and nobody has answered yet.")
        else:
            month = month_and_year(self._next(results))
            told = _(
                "There is one round so far. Next round suggested: {month}. Then this page shows"
                " what moved.",
                month=month,
            )
        self._told.say(told)
        self._begin.say(_("Begin a new round") if self._has_answers() else _("Go to the questions"))

    def _next(self, results: Results) -> date:
        try:
            last = date.fromisoformat(results.round.date)
        except ValueError:
            last = self.desk.now().date()
        months = last.month - 1 + _MONTHS_BETWEEN
        return date(last.year + months // 12, months % 12 + 1, 1)

    def _show(self, compared: Comparison) -> None:
        words = interface()
        rows = model.change_rows(compared, words)
        self._rows = {row_.id: row_ for row_ in rows}
        self.finding.say(further_on(compared, words))
        told = model.moved_sentence(compared, words)
        if not any(a.level is not None for a in compared.later.round.answers):
            told = _("Nobody has answered in “{round}” yet.", round=compared.later.round.name)
        self._moved.say(told)
        hatched = any(row_.reworded for row_ in rows)
        names = compared.earlier.round.name, compared.later.round.name
        self._legend.show_rounds(*names, hatched=hatched)
        self.chart.show_rows(rows)
        self._on_reached(self.chart.read_id)
        self.figure.show_table(model.change_table(compared, words))
        self._sections.hold(self._alike(compared), *self._fell(compared))

    def _alike(self, compared: Comparison) -> Part:
        alike = model.alike(compared, interface())

        def made() -> QWidget:
            things = [
                Item(
                    self.theme,
                    "check" if one.is_alike else "warning",
                    one.words,
                    colour="ink2" if one.is_alike else "warn",
                    parent=self._sections,
                )
                for one in alike
            ]
            heading = _("Like with like?")
            return Section(self.theme, heading, *things, lined=False, parent=self._sections)

        return Part(alike, made)

    def _fell(self, compared: Comparison) -> list[Part]:
        fell = tuple(model.fell(compared, interface()))
        if not fell:
            return []
        people = people_who_answered(self.desk.opened.value)
        if self._who not in dict(people):
            self._who = people[0][0] if people else ""
        back = tuple(looked_back(self.desk.opened.value, self._who, one.id) for one in fell)
        return [Part((fell, people, self._who, back), lambda: self._fell_section(fell, people))]

    def _fell_section(
        self, fell: tuple[model.Fell, ...], people: tuple[tuple[str, str], ...]
    ) -> QWidget:
        theme = self.theme
        why = _(
            "A level can fall because people now know more. Ask: knowing what you know now, what"
            " was it then?"
        )
        things: list[QWidget] = [Text(theme, why, "small", "ink2", parent=self._sections)]
        if people:
            who = Choice(theme, says=_("Who looks back"), parent=self._sections)
            who.offer(people)
            who.mark(self._who)
            who.chosen.connect(self._on_who)
            things.append(who)
        self._fallen = [self._fallen_of(one) for one in fell]
        things += self._fallen
        return Section(theme, _("What went down"), *things, gap=12, parent=self._sections)

    def _fallen_of(self, fell: model.Fell) -> Fallen:
        shown = Fallen(self.theme, fell, self._sections)
        back = looked_back(self.desk.opened.value, self._who, fell.id)
        shown.show_look_back("" if back is None else str(back), fell.looked_back)
        shown.then.setEnabled(bool(self._who))
        shown.opened.connect(self._on_question)
        shown.looked_back.connect(self._on_looked_back)
        return shown

    def _on_who(self, id_: str) -> None:
        self._who = id_
        for shown in self._fallen:
            back = looked_back(self.desk.opened.value, id_, shown.id)
            shown.then.mark("" if back is None else str(back))

    def _on_looked_back(self, topic: str, level: str) -> None:
        given: Given = "dk" if level == "dk" else _LEVELS[level]
        after = look_back(self.desk.opened.value, self._who, topic, given)
        self.desk.opened.edit(after, _("Look back at {topic}", topic=topic))

    def _on_round(self, id_: str) -> None:
        if id_ == OTHER:
            self._open_file()
        else:
            self._comparing.chosen = id_
        self.show_results(self.results)

    def _open_file(self) -> None:
        path = self.desk.prompts.file_to_open(_("Compare with another file"), PATTERN)
        if path is None:
            return
        try:
            self._comparing.open_file(path)
        except FileProblemsError as error:
            title = _("{name} could not be opened", name=path.name)
            self.desk.prompts.tell(title, problems_words(error))

    def _on_file_wanted(self) -> None:
        self._on_round(OTHER)

    def _on_next(self) -> None:
        if self._has_answers():
            if begin_new_round(self.desk):
                self.wanted.emit("walk", "")
        else:
            self.wanted.emit("walk", "")

    def _has_answers(self) -> bool:
        return any(a.level is not None for a in self.desk.opened.value.latest.answers)

    def _on_reached(self, id_: str) -> None:
        self.reading.read(self._rows[id_].reading if id_ else "")

    def _on_opened(self, id_: str) -> None:
        asked = self.desk.opened.asked
        topic = next((t.id for t in asked.walk if asked.dimension_of[t.id] == id_), "")
        self.wanted.emit("walk", topic)

    def _on_question(self, topic: str) -> None:
        self.wanted.emit("walk", topic)

    def _on_table_wanted(self) -> None:
        self.figure.switch()
        self.reading.mark_table(self.figure.is_table)
