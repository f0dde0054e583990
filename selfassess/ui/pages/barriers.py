"""Barriers: from what stands in the way to the first step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from selfassess.core import edits, plan
from selfassess.core.codes import Priority
from selfassess.core.diagnosis import Diagnosis, begin_with_three
from selfassess.core.results import Results
from selfassess.reports.summary import nothing_stands_out, who_answered
from selfassess.ui.desk import Desk
from selfassess.ui.models.barrier_view import BarrierView, barrier_entries, barrier_view
from selfassess.ui.pages.barrier_pane import BarrierPane
from selfassess.ui.pages.list_and_pane import ListAndPane
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.parts.entry_list import EntryList
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, Gap, M, S, Share, column
from selfassess.ui.theme import Room
from selfassess.words import _, interface, plural


class BarriersPage(ResultsPage):
    """The list of barriers, and everything about the one chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._count = Text(theme, "", "small", "ink2", parent=self)
        self._told = Text(theme, "", "small", "ink2", parent=self)
        self.list = EntryList(theme, says=_("Barriers"), parent=self)
        self.pane: BarrierPane | None = None
        self._halves = ListAndPane(theme, self._left(), self)
        self.setLayout(column(Share(self._halves)))
        self.list.chosen.connect(self._show_barrier)
        self.list.opened.connect(self._on_opened)

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("↑", "↓"), _("choose a barrier")),
            Hint(("A",), _("add the next step to the plan")),
            Hint((_("Enter"),), _("open the question")),
        )

    @override
    def remark(self) -> str:
        return who_answered(self.results, interface())

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._halves.left, self._halves.pane)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if at in self.list.ids:
            self.list.choose(at)
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
        self.list.show_entries(barrier_entries(results, words))
        self._show_barrier(self.list.here)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_A:
            self._add_next_step()
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

    def _show_barrier(self, id_: str) -> None:
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
        return pane

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
