"""Action plan: who does what by when."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.core import plan
from selfassess.core.assessment import Action
from selfassess.core.plan import Order
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.models.plan_rows import action_view, plan_groups, plan_sentence
from selfassess.ui.page import Doing
from selfassess.ui.pages.action_pane import ActionPane
from selfassess.ui.pages.bring_plan import BringPlan
from selfassess.ui.pages.plan_empty import NothingDue, PlanEmpty
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.chip import Chip
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.plan_view import PlanView
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, Gap, M, Share, column, row
from selfassess.ui.theme import Room
from selfassess.ui.worker import ThreadWorker, Worker
from selfassess.words import _, interface, plural

_ALONE_BELOW = 900
_ONE_LINE_FROM = 1500
_ENDLESS = 16_777_215  # Qt's own word for no limit
_EDGE = 28
_LEAST_TABLE = 264


class PlanPage(ResultsPage):
    """The plan as a table, and the action chosen beside it."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, worker: Worker | None = None
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with.
            parent: The widget it stands in.
            worker: Reads workbooks off the window's thread; one of its own where none is given.
        """
        super().__init__(desk, parent)
        theme = self.theme
        self._order = Order.DATE
        self._alone = False
        self._pane_wanted = True
        self._sentence = Text(theme, "", "body", "ink2", parent=self)
        self.sort = Segmented(
            theme,
            (
                (Order.OWN.value, _("Our order")),
                (Order.DATE.value, _("By date")),
                (Order.OWNER.value, _("By owner")),
                (Order.BARRIER.value, _("By barrier")),
            ),
            says=_("Sort"),
            small=True,
            parent=self,
        )
        self.month = Chip(theme, _("Due this month"), self)
        self.add = Button(
            theme, _("Add an action"), Rank.PRIMARY, icon="plus", small=True, parent=self
        )
        self.draft = Button(theme, _("Draft from first steps"), small=True, parent=self)
        self.bring = Button(theme, _("Back from Excel…"), small=True, parent=self)
        self.bring.setAccessibleName(_("Bring the plan back from Excel…"))
        self.bring.setToolTip(self.bring.accessibleName())
        self.table = PlanView(theme, says=_("Action plan"), parent=self)
        self._empty = PlanEmpty(theme, self)
        self._nothing = NothingDue(theme, self)
        self.pane = ActionPane(theme, self)
        self._main = QWidget(self)
        self._main.setLayout(
            column(
                self._head(),
                Share(column(Share(self.table), margins=(_EDGE, 0, _EDGE, 0))),
                self._nothing,
                Share(self._empty),
                margins=(0, 20, 0, 0),
            )
        )
        self._front = QWidget(self)
        self._front.setLayout(row(Share(self._main), Share(self.pane), gap=0))
        self.preview = BringPlan(desk, worker or ThreadWorker(self), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._front)
        self._stack.addWidget(self.preview)
        self.setLayout(column(self._stack))
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self._stack.currentWidget() is self.preview:
            return ()
        if not self.desk.opened.value.actions:
            return (Hint(("A",), _("add an action")),)
        return (
            Hint(("↑", "↓"), _("choose")),
            Hint((_("Enter"),), _("edit")),
            Hint(("S",), _("change status")),
            Hint(("A",), _("add an action")),
            Hint(("Alt", "↑", "↓"), _("move")),
        )

    @override
    def doing(self) -> Doing:
        if self._stack.currentWidget() is self.preview:
            return {}
        here = self.table.here
        chosen: Doing = {
            "edit": partial(self._on_opened, here),
            "status": self._on_next_status,
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "delete": self._on_delete,
        }
        return {
            "add": self._on_add,
            **(chosen if here else {}),
            **({} if self.draft.isHidden() else {"draft": self._on_draft}),
        }

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._main, self.pane)

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read the plan of a report, and show what it would do."""
        if paths:
            self._stack.setCurrentWidget(self.preview)
            self.preview.read(paths[0])

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if at:
            if at not in self.table.ids:
                self.month.setChecked(False)
                self.show_results(self.results)
            self.table.choose(at)
        elif not self.table.here:
            self.table.choose_first()
        self._show_action()
        focused = self.table if self.desk.opened.value.actions else self._empty.first
        focused.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        alone = room.width < _ALONE_BELOW
        if alone != self._alone:
            self._alone = alone
            self._pane_wanted = not alone
        one_line = room.width >= _ONE_LINE_FROM
        self._lines.removeWidget(self._tools)
        self._first_line.removeWidget(self._tools)
        (self._first_line if one_line else self._lines).addWidget(self._tools)
        wide = self.theme.size("side_pane")
        self.pane.setMinimumWidth(0 if alone else wide)
        self.pane.setMaximumWidth(_ENDLESS if alone else wide)
        self.table.setMinimumHeight(self.theme.px(_LEAST_TABLE) if room.pages_move else 0)
        self._arrange()

    @override
    def show_results(self, results: Results) -> None:
        words, today = interface(), self.desk.now().date()
        actions = results.assessment.actions
        self._sentence.say(plan_sentence(results, today, words) if actions else "")
        if self._sentence.isHidden() == bool(actions):
            self._sentence.setVisible(bool(actions))
            self.hints_changed.emit()
        self.sort.mark(self._order.value)
        month = self.month.isChecked()
        groups = plan_groups(results, self._order, today, words, this_month=month)
        self.table.show_groups(groups)
        self._nothing.setVisible(bool(actions) and not groups)
        drafted = plan.draft_plan(results.assessment, results.barriers, _no_id)
        self.draft.setVisible(bool(actions) and drafted != results.assessment)
        self._empty.offer(can_draft=drafted != results.assessment)
        self._show_action()
        self.preview.refresh()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stack.currentWidget() is self.preview:  # the plan behind it is out of sight
            super().keyPressEvent(event)
            return
        keys = {
            Qt.Key.Key_A: self._on_add,
            Qt.Key.Key_S: self._on_next_status,
            Qt.Key.Key_Delete: self._on_delete,
            Qt.Key.Key_Escape: self._on_close,
        }
        act = keys.get(Qt.Key(event.key()))
        moved = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if act is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            act()
        elif moved and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(moved)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.sort.chosen.connect(self._on_sort)
        self.month.clicked.connect(self._on_month)
        self._nothing.all_wanted.connect(self._on_all_months)
        self.table.dragged.connect(self._place)
        self.add.clicked.connect(self._on_add)
        self.draft.clicked.connect(self._on_draft)
        self.bring.clicked.connect(self._on_bring)
        self._empty.bring.clicked.connect(self._on_bring)
        self.preview.left.connect(self._on_left)
        self._stack.currentChanged.connect(self._on_part)
        self._empty.draft.clicked.connect(self._on_draft)
        self._empty.add.clicked.connect(self._on_add)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.pane.changed.connect(self._on_field)
        self.pane.close_wanted.connect(self._on_close)
        self.pane.delete_wanted.connect(self._on_delete)
        self.pane.barrier_wanted.connect(self._on_barrier)
        self.pane.case_wanted.connect(self._on_case)
        self.pane.question_wanted.connect(self._on_question)

    def _head(self) -> QWidget:
        head, theme = QWidget(self), self.theme
        self._tools = Flow(gap=12, parent=head)
        self._tools.hold(self.sort, self.month, self.add, self.draft, self.bring)
        title = Text(theme, _("Action plan"), "h1", parent=head)
        self._first_line = row(Share(column(title, Gap(4), self._sentence)), gap=M)
        self._lines = column(self._first_line, gap=12, margins=(PAGE, 0, PAGE, M))
        head.setLayout(self._lines)
        self._lines.addWidget(self._tools)
        return head

    def _show_action(self) -> None:
        view = action_view(self.table.here, self.results, interface())
        if view is not None:
            owners = {a.owner for a in self.desk.opened.value.actions if a.owner}
            names = [o.name for o in self.desk.opened.value.latest.organisations]
            known = tuple(dict.fromkeys([*sorted(owners), *names]))
            self.pane.show_action(view, known, self.desk.now().date())
        self._arrange()

    def _arrange(self) -> None:
        has_actions = bool(self.desk.opened.value.actions)
        open_ = self._pane_wanted and bool(self.table.here)
        self.pane.setVisible(open_)
        self._main.setVisible(not (open_ and self._alone))
        self.table.setVisible(has_actions)
        self._tools.setVisible(has_actions)
        self._empty.setVisible(not has_actions)

    def _edit(self, id_: str, words: str, merge: str = "", **fields: object) -> None:
        after = plan.change_action(self.desk.opened.value, id_, **fields)
        self.desk.opened.edit(after, words, merge)

    def _move(self, steps: int) -> None:
        here, beside = self.table.here, self.table.beside(steps)
        if here and beside:
            self._place(here, beside)

    def _place(self, moved: str, target: str) -> None:
        """Put an action in the place of another one, where sorting by date would not keep it."""
        value = self.desk.opened.value
        due = {action.id: action.due for action in value.actions}
        if self._order is not Order.OWN and due[moved] != due[target]:
            self._order = Order.OWN
            value = plan.arrange(value, self.table.ids)
        order = [action.id for action in value.actions]
        after = plan.move_action(value, moved, order.index(target) - order.index(moved))
        self.desk.opened.edit(after, _("Move an action"))

    def _on_field(self, name: str, value: str) -> None:
        here = self.table.here
        if here:
            self._edit(here, _("Change an action"), f"action {name} {here}", **{name: value})

    def _on_next_status(self) -> None:
        action = self._action()
        if action is not None:
            status = plan.next_status(action.status)
            self._edit(action.id, _("Change the status"), status=status)

    def _on_delete(self) -> None:
        action = self._action()
        if action is not None:
            after = plan.remove_action(self.desk.opened.value, action.id)
            self.desk.opened.edit(after, _("Take an action out of the plan"))
            self.table.choose_first()
            self._show_action()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.month.setChecked(False)
        made = Action(id=self.desk.new_id(), text="")
        after = plan.add_action(self.desk.opened.value, made)
        self.desk.opened.edit(after, _("Add an action"))
        self._on_opened(made.id)

    def _on_draft(self) -> None:
        value, found = self.desk.opened.value, self.results
        language, cases = interface().language, found.cases.ranked
        after = plan.draft_plan(value, found.barriers, self.desk.new_id, language, cases)
        self.desk.opened.edit(after, _("Draft the plan from first steps"))
        self._tell_drafted(len(after.actions) - len(value.actions))
        self.table.choose_first()
        self._show_action()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_drafted(self, count: int) -> None:
        """Say how many actions came in, until something else changes, and how to undo it."""
        one, many = "{count} action was added.", "{count} actions were added."
        words = f"{plural(one, many, count)} {_('Ctrl Z takes that back.')}"
        self._sentence.say(f"{self._sentence.text()} {words}")
        say_aloud(self, words)

    def _on_bring(self) -> None:
        path = self.desk.prompts.file_to_open(_("Bring the plan back from Excel"), "*.xlsx")
        if path is not None:
            self.take_files((path,))

    def _on_left(self) -> None:
        self._stack.setCurrentWidget(self._front)
        self._show_action()
        has_actions = bool(self.desk.opened.value.actions)
        (self.bring if has_actions else self._empty.bring).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_part(self, _place: int) -> None:
        self.hints_changed.emit()

    def _on_month(self) -> None:
        self.show_results(self.results)
        self.table.choose_first()
        self._show_action()

    def _on_all_months(self) -> None:
        self.month.setChecked(False)
        self._on_month()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sort(self, code: str) -> None:
        self._order = Order(code)
        self.show_results(self.results)

    def _on_chosen(self, _id: str) -> None:
        self._show_action()

    def _on_opened(self, id_: str) -> None:
        self._pane_wanted = True
        self.table.choose(id_)
        self._show_action()
        self.pane.edit()

    def _on_close(self) -> None:
        self._pane_wanted = False
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_barrier(self, id_: str) -> None:
        self.wanted.emit("barriers", id_)

    def _on_case(self, id_: str) -> None:
        self.wanted.emit("cases", id_)

    def _on_question(self, id_: str) -> None:
        self.wanted.emit("walk", id_)

    def _action(self) -> Action | None:
        here = self.table.here
        return next((a for a in self.desk.opened.value.actions if a.id == here), None)


def _no_id() -> str:
    return ""
