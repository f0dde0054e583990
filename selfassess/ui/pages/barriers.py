"""Barriers: from what stands in the way to the first step, and what would change it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from selfassess.core import edits, plan
from selfassess.core.codes import Priority
from selfassess.core.diagnosis import Diagnosis, begin_with_three
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.reports.escalation import Escalation, escalation_lines, escalation_sheet
from selfassess.reports.summary import nothing_stands_out, who_answered
from selfassess.ui import naming
from selfassess.ui.desk import Desk
from selfassess.ui.models.barrier_view import BarrierView, barrier_entries, barrier_view, note_about
from selfassess.ui.models.whatif_view import Trying, WhatIf, marked, what_if
from selfassess.ui.page import Doing
from selfassess.ui.pages.barrier_pane import BarrierPane
from selfassess.ui.pages.list_and_pane import ListAndPane
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.pages.whatif_pane import BARRIER, STATEMENT, WhatIfPane
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
        self.trial: WhatIfPane | None = None
        self._trying = Trying()
        self._from_overview = False
        self._halves = ListAndPane(theme, self._left(), self)
        self.setLayout(column(Share(self._halves)))
        self.list.chosen.connect(self._show_barrier)
        self.list.opened.connect(self._on_opened)

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self.trial is not None:
            return (
                Hint((_("Space"),), _("try at level 3")),
                Hint((_("Esc"),), _("go back")),
            )
        return (
            Hint(("↑", "↓"), _("choose a barrier")),
            Hint(("A",), _("add the next step to the plan")),
            Hint(("T",), _("try what would change it")),
            Hint((_("Enter"),), _("open the question")),
        )

    @override
    def doing(self) -> Doing:
        found = self._found()
        if found is None or self.trial is not None:
            return {}
        doing = {
            "question": lambda: self._on_opened(found.barrier.id),
            "add-step": self._add_next_step,
            "try": self._on_try,
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
            self._try_out(Trying())
            return
        if at in self.list.ids:
            self.trial = None
            self.list.choose(at)
            self._show_list()
            self._show_barrier(at)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._halves.fit(room)

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
        elif event.key() == Qt.Key.Key_Escape and self.trial is not None:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def _left(self) -> QWidget:
        left, theme = QWidget(self), self.theme
        title = Text(theme, _("Barriers"), "h1", parent=left)
        top = Flow(gap=M, line_gap=0, spread=True, parent=left)
        top.hold(title, self._count)
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
            entries = marked(entries, self.results, self._trying.ticked, words)
        self.list.show_entries(entries)

    def _show_barrier(self, id_: str) -> None:
        if self.trial is not None:
            if self._trying.barrier:
                self._trying = Trying(id_, self._trying.ticked)
            self._show_trial()
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

    def _note(self) -> Escalation | None:
        return note_about(self.list.here, self.results, interface())

    def _on_copy_note(self) -> None:
        note = self._note()
        if note is not None:
            lines = escalation_lines(note, interface())
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
        sheet = escalation_sheet(note, self.results, words, today)
        try:
            save_sheet(path, sheet, self.desk.opened.value.partnership.name, words)
        except FileProblemsError as error:
            pane.saved.tell_problem(error.problems[0])
        else:
            pane.saved.tell_saved(path)

    def _on_try(self) -> None:
        self._from_overview = False
        self._try_out(Trying(self.list.here))

    def _try_out(self, trying: Trying) -> None:
        """Show the trial in place of the barrier."""
        back = _("Back to the overview") if self._from_overview else _("Back to the barrier")
        self.pane, self.trial = None, WhatIfPane(self.theme, back, self)
        self.trial.back_wanted.connect(self._on_back)
        self.trial.about_chosen.connect(self._on_about)
        self.trial.ticked.connect(self._on_ticked)
        self.trial.way_wanted.connect(self._on_way)
        self.trial.topic_wanted.connect(self._on_topic)
        self.trial.afresh_wanted.connect(self._on_afresh)
        self._halves.show_pane(self.trial)
        self._try_now(trying)
        self.hints_changed.emit()
        self.trial.focus_first()

    def _try_now(self, trying: Trying) -> None:
        self._trying = trying
        self._show_list()
        self._show_trial()

    def _show_trial(self) -> None:
        if self.trial is not None:
            about = BARRIER if self._trying.barrier else STATEMENT
            self.trial.show_trial(self._tried(), about)

    def _tried(self) -> WhatIf:
        return what_if(self._trying, self.results, interface())

    def _on_back(self) -> None:
        self.trial = None
        self._show_list()
        self._show_barrier(self.list.here)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hints_changed.emit()
        if self._from_overview:
            self.wanted.emit("overview", "")

    def _on_about(self, about: str) -> None:
        barrier = self.list.here if about == BARRIER else ""
        self._try_now(Trying(barrier, self._trying.ticked))

    def _on_ticked(self, topic: str) -> None:
        self._try_now(replace(self._trying, ticked=self._trying.ticked ^ {topic}))

    def _on_way(self) -> None:
        ticked = self._trying.ticked | set(self._tried().changes)
        self._try_now(replace(self._trying, ticked=ticked))
        if self.trial is not None:
            self.trial.focus_first()

    def _on_topic(self, topic: str) -> None:
        trying = self._trying
        offered, ticked = trying.offered | {topic}, trying.ticked | {topic}
        self._try_now(replace(trying, offered=offered, ticked=ticked))

    def _on_afresh(self) -> None:
        self._try_now(Trying(self._trying.barrier))
        if self.trial is not None:
            self.trial.focus_first()

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
        self._show_barrier(id_)

    def _on_case(self, id_: str) -> None:
        self.wanted.emit("cases", id_)
