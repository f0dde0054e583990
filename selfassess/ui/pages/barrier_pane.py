"""Barrier pane: everything about one barrier, from what it is to what others did about it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.codes import Priority
from selfassess.reports.reasons import BecauseLine
from selfassess.ui.charts.strength import StrengthBar
from selfassess.ui.models.barrier_view import BarrierView, Link, Step
from selfassess.ui.outside import show_file
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.guidance_pane import Rule, Saying
from selfassess.ui.parts.level_chip import LevelChip
from selfassess.ui.parts.line import Card
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.section import Numbered, Section
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.tick import Tick
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import STRETCH, Aligned, Gap, L, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _, interface
from selfassess.words.names import name_of

_AFTER_DOT = 2 * "\N{NO-BREAK SPACE}"
_DOT = "\N{EN SPACE}·\N{EN SPACE}"
_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft


class BarrierPane(QWidget):
    """A barrier in full; tells what the user wants done about it.

    Signals:
        step_pressed: The button of a first step; carries its place from 0.
        aside_pressed: Set it aside, or bring it back.
        priority_chosen: How much it matters; carries the code.
        outside_pressed: Flag it as outside our control, or lift the flag.
        question_wanted: A question; carries its id.
        barrier_wanted: Another barrier; carries its id.
        case_wanted: A case study; carries its id.
        source_wanted: A source; carries its address.
        change_wanted: What would change it.
        note_copied: The note to those who can change it is to be copied.
        note_saved: It is to be saved.
    """

    step_pressed = Signal(int)
    aside_pressed = Signal()
    priority_chosen = Signal(str)
    outside_pressed = Signal()
    question_wanted = Signal(str)
    barrier_wanted = Signal(str)
    case_wanted = Signal(str)
    source_wanted = Signal(str)
    change_wanted = Signal()
    note_copied = Signal()
    note_saved = Signal()

    def __init__(
        self,
        theme: Theme,
        view: BarrierView,
        parent: QWidget | None = None,
        *,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Show a barrier; `show` opens a file that was saved, or its folder."""
        super().__init__(parent)
        self._theme = theme
        self.id = view.id
        self.name = view.name
        self._frame = _frame(view)
        self._steps: list[Button] = []
        self.aside = Button(theme, "", style="small_bold", small=True, parent=self)
        self.aside.clicked.connect(self.aside_pressed)
        self._aside_notice = Notice(theme, "info", "", self)
        self._strength = StrengthBar(theme, self)
        self._priority = Segmented(
            theme,
            tuple((p.value, name_of(p, interface())) for p in Priority),
            says=_("Priority"),
            small=True,
            parent=self,
        )
        self._priority.chosen.connect(self.priority_chosen)
        self._outside = Tick(theme, _("Outside our control"), self)
        self._outside.clicked.connect(self._on_outside)
        self.saved = SavedReport(theme, show, self)
        self.setLayout(column(*self._things(view), STRETCH))
        self.mark(view)

    def fits(self, view: BarrierView) -> bool:
        """Say whether `mark` is enough to show this view."""
        return view.id == self.id and _frame(view) == self._frame

    def mark(self, view: BarrierView) -> None:
        """Show what has changed of the same barrier: plan, priority, set aside or not."""
        self.aside.say(_("Take it back") if view.aside else _("Not a barrier here"))
        self._aside_notice.say(_("Set aside: {reason}", reason=view.aside))
        self._aside_notice.setVisible(bool(view.aside))
        self._strength.show_strength(view.band if view.raised else None, view.strength)
        self._priority.mark(view.priority.value)
        self._outside.setChecked(view.outside)
        for place, (button, step) in enumerate(zip(self._steps, view.steps, strict=True), 1):
            planned = step.action is not None
            button.say(_("In plan") if planned else _("Add to plan"))
            button.symbolise("check" if planned else "plus")
            button.setAccessibleName(_("{does}: step {n}", does=button.text(), n=place))

    def _things(self, view: BarrierView) -> list[Thing]:
        theme = self._theme
        title = Text(theme, view.name, "h1", parent=self)
        head = row(Share(title), Aligned(self.aside, _TOP), gap=M)
        things: list[Thing] = [head, Gap(2), self._facts(view), Gap(6)]
        described = Text(theme, view.description, "body", "ink2", parent=self)
        things += [described, Gap(S), self._aside_notice]
        things += [Gap(S), self._because(view), self._first_steps(view)]
        things += self._more(view)
        return things

    def _facts(self, view: BarrierView) -> QWidget:
        theme, facts = self._theme, Flow(gap=10, line_gap=4, parent=self)
        others = "".join(f"{_DOT}{said}" for said in (view.fix, view.kind))
        things: list[QWidget] = [
            Text(
                theme,
                (Run(view.dimension, "small_bold", "ink"), Run(others)),
                "small",
                "ink2",
                parent=facts,
            ),
            self._strength,
        ]
        if view.stands_out:
            things.append(Tag(theme, _("Stands out here"), parent=facts))
        facts.hold(*things)
        return facts

    def _because(self, view: BarrierView) -> QWidget:
        theme = self._theme
        lines: list[Thing] = []
        if view.pattern:
            lines += [Text(theme, view.pattern, "body", parent=self), Gap(2)]
        lines += [self._answer(line) for line in view.because]
        change = Button(theme, _("What would change it"), Rank.LINK, style="small", parent=self)
        change.clicked.connect(self.change_wanted)
        return Section(
            theme,
            _("Because"),
            *lines,
            beside=change,
            style="h3",
            lined=False,
            gap=6,
            parent=self,
        )

    def _answer(self, line: BecauseLine) -> QWidget:
        theme, whole = self._theme, QWidget(self)
        says = line.says if line.level is not None else _("Find out: {says}", says=line.says)
        about = WrapLink(
            theme,
            f"·{_AFTER_DOT}{line.who}" if line.who else "",
            "small",
            "ink2",
            target=line.topic,
            code=line.topic,
            parent=whole,
        )
        about.setAccessibleName(
            _("Open question {topic}: {says}", topic=line.topic, says=line.text)
        )
        about.clicked.connect(self._on_question)
        said = column(Text(theme, says, "body", parent=whole), about)
        mark: QWidget
        if line.level is None:
            mark = Symbol(theme, "help", size=20, parent=whole)
        else:
            mark = LevelChip(theme, line.level, whole)
        mark.setMinimumWidth(theme.px(24))
        things: list[Thing] = [Aligned(mark, _TOP), Share(said)]
        if line.must_have:
            things.append(Aligned(Tag(theme, _("Must-have"), parent=whole), _TOP))
        whole.setLayout(row(*things, gap=12))
        return whole

    def _first_steps(self, view: BarrierView) -> QWidget:
        theme = self._theme
        steps: list[Thing] = [self._step(place, step) for place, step in enumerate(view.steps)]
        if view.escalation and not view.note:
            steps.append(Remark(theme, "arrow-up", view.escalation, parent=self))
        return Section(theme, _("First steps"), *steps, style="h3", gap=10, parent=self)

    def _step(self, place: int, step: Step) -> QWidget:
        theme, whole = self._theme, QWidget(self)
        words = (
            Text(theme, step.words, "body", parent=whole),
            Text(theme, step.effort, "small", "ink2", parent=whole),
        )
        button = Button(theme, "", icon="plus", style="small_bold", small=True, parent=whole)
        button.setProperty("place", place)
        button.clicked.connect(self._on_step)
        self._steps.append(button)
        numbered = Numbered(theme, place + 1, *words, parent=whole)
        whole.setLayout(row(Share(numbered), Aligned(button, _TOP), gap=M))
        return whole

    def _more(self, view: BarrierView) -> list[Thing]:
        theme = self._theme
        more: list[Thing] = [self._escalation(view)] if view.note else []
        if view.places:
            more.append(self._links(_("Places that met this"), view.places, self._on_case))
        if view.behind:
            more.append(self._links(_("Often behind it"), view.behind, self._on_barrier))
        rules = [self._rule(rule) for rule in view.rules]
        if rules:
            more.append(
                Section(theme, _("What the rules say"), *rules, style="h3", gap=14, parent=self)
            )
        sayings = [self._saying(saying) for saying in view.sayings]
        if sayings:
            more.append(
                Section(theme, _("Myth or rule?"), *sayings, style="h3", gap=12, parent=self)
            )
        ours = Flow(gap=L, parent=self)
        ours.hold(self._priority, self._outside)
        more.append(Section(theme, _("Priority for us"), ours, style="h3", parent=self))
        return more

    def _escalation(self, view: BarrierView) -> QWidget:
        theme, ways = self._theme, Flow(gap=S, parent=self)
        copy = Button(theme, _("Copy the note"), icon="copy", small=True, parent=ways)
        save = Button(theme, _("Save the note…"), icon="save", small=True, parent=ways)
        copy.clicked.connect(self.note_copied)
        save.clicked.connect(self.note_saved)
        ways.hold(copy, save)
        return Section(
            theme,
            _("What to ask, and of whom"),
            Text(theme, view.escalation, "body", parent=self),
            Text(theme, view.note, "small", "ink2", parent=self),
            ways,
            self.saved,
            style="h3",
            parent=self,
        )

    def _links(self, heading: str, links: tuple[Link, ...], act: object) -> QWidget:
        theme = self._theme
        things: list[QWidget] = []
        for link in links:
            whole = QWidget(self)
            name = WrapLink(theme, link.name, target=link.id, parent=whole)
            name.clicked.connect(act)
            about = Text(theme, link.about, "small", "ink2", parent=whole)
            whole.setLayout(column(name, about))
            things.append(whole)
        return Section(theme, heading, *things, style="h3", gap=6, parent=self)

    def _rule(self, rule: Rule) -> QWidget:
        theme, whole = self._theme, QWidget(self)
        source = WrapLink(theme, rule.source, "small", target=rule.url, parent=whole)
        source.setToolTip(rule.url)
        source.setAccessibleDescription(_("Opens in your web browser"))
        source.clicked.connect(self._on_source)
        icon, colour = ("warning", "warn") if rule.is_old else ("clock", "ink2")
        checked = Remark(theme, icon, rule.checked, colour=colour, style="cap", parent=whole)
        said = Text(theme, rule.text, "body", "ink2", parent=whole)
        whole.setLayout(column(said, Gap(2), source, Gap(4), checked))
        return whole

    def _saying(self, saying: Saying) -> QWidget:
        theme, card = self._theme, Card(self._theme, parent=self)
        statement = Text(theme, saying.statement, "body_bold", parent=card)
        tag = Tag(theme, saying.verdict, filled=True, parent=card)
        fact = Text(theme, saying.fact, "body", "ink2", parent=card)
        things = (statement, Gap(S), Aligned(tag, _LEFT), Gap(6), fact)
        card.setLayout(column(*things, margins=(M, 12, M, 14)))
        return card

    def _on_step(self) -> None:
        self.step_pressed.emit(int(self.sender().property("place")))

    def _on_outside(self) -> None:
        self._outside.setChecked(not self._outside.isChecked())
        self.outside_pressed.emit()

    def _on_question(self) -> None:
        self.question_wanted.emit(_target(self.sender()))

    def _on_barrier(self) -> None:
        self.barrier_wanted.emit(_target(self.sender()))

    def _on_case(self) -> None:
        self.case_wanted.emit(_target(self.sender()))

    def _on_source(self) -> None:
        self.source_wanted.emit(_target(self.sender()))


def _frame(view: BarrierView) -> BarrierView:
    """What can't change without building the pane anew."""
    return replace(
        view,
        steps=tuple(replace(step, action=None) for step in view.steps),
        band=0,
        strength="",
        raised=True,
        note="note" if view.note else "",
        priority=Priority.NORMAL,
        outside=False,
        aside="",
    )


def _target(sender: object) -> str:
    return sender.target if isinstance(sender, WrapLink) else ""
