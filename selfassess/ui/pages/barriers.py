"""Barriers: from what stands in the way to the first step, and what would change it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from selfassess.core import edits, plan
from selfassess.core.codes import Priority
from selfassess.core.diagnosis import Diagnosis, begin_with_three
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.reports import escalation
from selfassess.reports.summary import nothing_stands_out, who_answered
from selfassess.ui import naming
from selfassess.ui.charts.reading_bar import ReadingBar
from selfassess.ui.desk import Desk
from selfassess.ui.models.barrier_view import BarrierView, barrier_entries, barrier_view
from selfassess.ui.models.whatif_view import marked
from selfassess.ui.page import Doing
from selfassess.ui.pages.barrier_pane import BarrierPane
from selfassess.ui.pages.list_and_pane import LEAST_LIST, ListAndPane
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.pages.strength_pane import StrengthPane
from selfassess.ui.pages.trial import Trial
from selfassess.ui.pages.whatif_pane import WhatIfPane
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.entry_list import EntryList
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.text import Text
from selfassess.ui.print.sheet_print import save_sheet
from selfassess.ui.spacing import PAGE, Gap, M, S, Share, column
from selfassess.ui.theme import Room
from selfassess.words import _, interface, plural

WHAT_IF = "what-if"
"""Arriving here shows what would change the statement."""


class BarriersPage(ResultsPage):
    """The list of barriers, and everything about the one chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._count = Text(theme, "", "small", "ink2", parent=self)
        self._told = Text(theme, "", "small", "ink2", parent=self)
        self.list = EntryList(theme, says=_("Barriers"), parent=self)
        self.pane: BarrierPane | None = None
        self.strengths: StrengthPane | None = None
        self._from_overview = False
        idle = _("Point at a bar, or move along the bars with the arrow keys, to read it here.")
        self.reading = ReadingBar(theme, idle, self)
        self.reading.hide()
        self.compare = Button(theme, _("Chart of all"), Rank.LINK, style="small", parent=self)
        self._halves = ListAndPane(theme, self._left(), self, under=self.reading)
        self._trial = Trial(theme, lambda: self.results, lambda: self.list.here, self)
        self.setLayout(column(Share(self._halves)))
        self.list.chosen.connect(self._show_barrier)
        self.list.opened.connect(self._on_opened)
        self.compare.clicked.connect(self._on_chart)
        self.reading.table_wanted.connect(self._on_table)
        self.reading.picture_wanted.connect(self._on_picture)
        self._trial.changed.connect(self._show_list)
        self._trial.back_wanted.connect(self._on_back)
        keys = QShortcut(QKeySequence("Ctrl+T"), self)
        keys.activated.connect(self._on_table)

    @property
    def trial(self) -> WhatIfPane | None:
        """What is shown while something is tried; None otherwise."""
        return self._trial.pane

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self.strengths is not None:
            return (
                Hint(("↑", "↓"), _("move along the bars")),
                Hint((_("Enter"),), _("open a barrier")),
                Hint(("Ctrl", "T"), _("table")),
                Hint((_("Esc"),), _("go back")),
            )
        if self.trial is not None:
            return (
                Hint((_("Space"),), _("try at level 3")),
                Hint((_("Esc"),), _("go back")),
            )
        return (
            Hint(("↑", "↓"), _("choose a barrier")),
            Hint(("A",), _("add the next step to the plan")),
            Hint(("T",), _("try what would change it")),
            Hint(("C",), _("chart of all")),
            Hint((_("Enter"),), _("open the question")),
        )

    @override
    def doing(self) -> Doing:
        found = self._found()
        if self.strengths is not None:
            return {"table": self._on_table, "picture": self._on_picture}
        if found is None or self.trial is not None:
            return {}
        doing = {
            "question": lambda: self._on_opened(found.barrier.id),
            "add-step": self._add_next_step,
            "try": self._on_try,
            "chart": self._on_chart,
            "take-back" if found.aside else "aside": self._on_aside,
            "outside": self._on_outside,
        }
        if self._note() is not None:
            doing |= {"copy-note": self._on_copy_note, "save-note": self._on_save_note}
        return doing

    @override
    def remark(self) -> str:
        return who_answered(self.results, interface())

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._halves.left, self._halves.pane)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if at == WHAT_IF:
            self._from_overview = True
            self._try_out("")
            return
        if at in self.list.ids:
            self.list.choose(at)
            self._end_instead()
            self._show_barrier(at)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._halves.fit(room)
        self.list.setMinimumHeight(self.theme.px(LEAST_LIST) if room.pages_move else 0)
        self.reading.fit(room)

    @override
    def show_results(self, results: Results) -> None:
        words = interface()
        raised = sum(d.raised and not d.aside for d in results.barriers)
        self._count.say(
            plural("{count}, most pressing first", "{count}, most pressing first", raised)
            if raised
            else ""
        )
        told = ""
        if not raised:
            told = nothing_stands_out(results, words)
        elif begin_with_three(results.barriers):
            told = _("Most things stand low: begin with these three.")
        self._told.say(told)
        self._told.setVisible(bool(told))
        self._show_list()
        self._show_barrier(self.list.here)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_A and self.trial is None:
            self._add_next_step()
        elif plain and event.key() == Qt.Key.Key_T and self.trial is None:
            self._on_try()
        elif plain and event.key() == Qt.Key.Key_C and self.trial is None:
            self._on_chart()
        elif event.key() == Qt.Key.Key_Escape and (self.trial or self.strengths):
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _left(self) -> QWidget:
        left, theme = QWidget(self), self.theme
        title = Text(theme, _("Barriers"), "h1", parent=left)
        top = Flow(gap=M, line_gap=0, spread=True, parent=left)
        top.hold(title, self._count, self.compare)
        head = QWidget(left)
        head.setLayout(
            column(
                top,
                Gap(4),
                self._told,
                margins=(PAGE, 20, PAGE, S),
            )
        )
        left.setLayout(column(head, Share(self.list)))
        return left

    def _found(self) -> Diagnosis | None:
        here = self.list.here
        return next((d for d in self.results.barriers if d.barrier.id == here), None)

    def _show_list(self) -> None:
        words = interface()
        entries = barrier_entries(self.results, words)
        if self.trial is not None:
            entries = marked(entries, self.results, self._trial.trying.ticked, words)
        self.list.show_entries(entries)

    def _show_barrier(self, id_: str) -> None:
        if self.trial is not None:
            self._trial.follow(id_)
            return
        if self.strengths is not None:
            self.strengths.show_results(self.results)
            self._on_reached(self.strengths.chart.read_id)
            self.strengths.chart.go_to(id_)
            return
        view = barrier_view(id_, self.results, self.desk.now().date(), interface())
        if view is None:
            self.pane = None
            self._halves.show_nothing(_("There is no barrier to show."))
        elif self.pane is not None and self.pane.fits(view):
            self.pane.mark(view)
        else:
            had_focus = self.pane is not None and self.pane.aside.hasFocus()
            self.pane = self._made_pane(view)
            self._halves.show_pane(self.pane)
            if had_focus:
                self.pane.aside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_pane(self, view: BarrierView) -> BarrierPane:
        pane = BarrierPane(self.theme, view, self)
        pane.step_pressed.connect(self._on_step)
        pane.aside_pressed.connect(self._on_aside)
        pane.priority_chosen.connect(self._on_priority)
        pane.outside_pressed.connect(self._on_outside)
        pane.question_wanted.connect(self._on_question)
        pane.barrier_wanted.connect(self._on_barrier)
        pane.case_wanted.connect(self._on_case)
        pane.source_wanted.connect(self.desk.browse)
        pane.change_wanted.connect(self._on_try)
        pane.note_copied.connect(self._on_copy_note)
        pane.note_saved.connect(self._on_save_note)
        return pane

    def _note(self) -> escalation.Escalation | None:
        return escalation.escalation_about(self.list.here, self.results, interface())

    def _on_copy_note(self) -> None:
        note = self._note()
        if note is not None:
            lines = escalation.escalation_lines(note, interface())
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _on_save_note(self) -> None:
        note, pane = self._note(), self.pane
        if note is None or pane is None:
            return
        name = naming.plain(_("What we ask {barrier}", barrier=pane.name)) + ".pdf"
        path = self.desk.prompts.file_to_save(
            _("Save the note"), naming.documents() / name, "*.pdf"
        )
        if path is None:
            return
        words, today = interface(), self.desk.now().date()
        sheet = escalation.escalation_sheet(note, self.results, words, today)
        try:
            save_sheet(path, sheet, self.desk.opened.value.partnership.name, words)
        except FileProblemsError as error:
            pane.saved.tell_problem(error.problems[0])
        else:
            pane.saved.tell_saved(path)

    def _on_try(self) -> None:
        self._from_overview = False
        self._try_out(self.list.here)

    def _try_out(self, barrier: str) -> None:
        """Show the trial in place of the barrier."""
        back = _("Back to the overview") if self._from_overview else _("Back to the barrier")
        self._show_instead(self._trial.begin(barrier, back))
        self._show_list()
        if self.trial is not None:
            self.trial.focus_first()

    def _on_chart(self) -> None:
        """Show all barriers side by side, in place of the barrier."""
        self._trial.end()
        self.strengths = StrengthPane(self.theme)
        self.strengths.back_wanted.connect(self._on_back)
        self.strengths.chart.reached.connect(self._on_reached)
        self.strengths.chart.opened.connect(self._on_barrier)
        self._show_instead(self.strengths)
        self.strengths.show_results(self.results)
        self.strengths.chart.take_focus()

    def _show_instead(self, pane: QWidget) -> None:
        self.pane = None
        if pane is not self.strengths:
            self.strengths = None
        self._halves.show_pane(pane)
        self.reading.setVisible(self.strengths is not None)
        self.reading.mark_table(False)
        self.hints_changed.emit()

    def _on_reached(self, id_: str) -> None:
        if self.strengths is not None:
            self.reading.read(self.strengths.readings.get(id_, ""))

    def _on_table(self) -> None:
        if self.strengths is not None:
            self.strengths.figure.switch()
            self.reading.mark_table(self.strengths.figure.is_table)

    def _on_picture(self) -> None:
        if self.strengths is not None:
            self.strengths.figure.copy_picture()

    def _on_back(self) -> None:
        self._end_instead()
        self._show_barrier(self.list.here)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._from_overview:
            self._from_overview = False
            self.wanted.emit("overview", "")

    def _end_instead(self) -> None:
        self._trial.end()
        self.strengths = None
        self.reading.hide()
        self._show_list()
        self.hints_changed.emit()

    def _on_step(self, place: int) -> None:
        found, value = self._found(), self.desk.opened.value
        if found is None:
            return
        planned = plan.planned_step(value, found, place)
        if planned is not None:
            self.wanted.emit("plan", planned.id)
            return
        made = plan.step_action(found, place, self.desk.new_id(), interface().language)
        self.desk.opened.edit(plan.add_action(value, made), _("Add a step to the plan"))

    def _add_next_step(self) -> None:
        found, value = self._found(), self.desk.opened.value
        if found is None:
            return
        for place in range(len(found.barrier.first_steps)):
            if plan.planned_step(value, found, place) is None:
                self._on_step(place)
                return

    def _on_aside(self) -> None:
        found, value = self._found(), self.desk.opened.value
        if found is None:
            return
        id_ = found.barrier.id
        if found.aside:
            self.desk.opened.edit(edits.take_back(value, id_), _("Take the barrier back"))
            return
        reason = self.desk.prompts.write(
            _("Not a barrier here"),
            _("It moves to “Set aside” with your reason, and can be taken back at any time."),
            _("Why is it none here?"),
        )
        if reason and reason.strip():
            after = edits.set_aside(value, id_, reason.strip())
            self.desk.opened.edit(after, _("Set the barrier aside"))

    def _on_priority(self, code: str) -> None:
        found = self._found()
        if found is not None:
            after = edits.set_priority(self.desk.opened.value, found.barrier.id, Priority(code))
            self.desk.opened.edit(after, _("Change the priority"))

    def _on_outside(self) -> None:
        found = self._found()
        if found is not None:
            outside = not found.outside_control
            after = edits.mark_outside_control(
                self.desk.opened.value, found.barrier.id, outside=outside
            )
            self.desk.opened.edit(after, _("Outside our control"))

    def _on_opened(self, _id: str) -> None:
        found = self._found()
        if found is not None and found.because:
            self._on_question(found.because[0].topic.id)

    def _on_question(self, topic: str) -> None:
        self.wanted.emit("walk", topic)

    def _on_barrier(self, id_: str) -> None:
        self.list.choose(id_)
        if self.strengths is not None:
            self._end_instead()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_barrier(id_)

    def _on_case(self, id_: str) -> None:
        self.wanted.emit("cases", id_)
