"""Agreed: after the workshop: one page to hand round, and what is left to do."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from selfassess.core import plan, workshop
from selfassess.core.assessment import Action
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.reports import agreed as said_in
from selfassess.reports.phrases import said, titled
from selfassess.ui import naming
from selfassess.ui.desk import Desk
from selfassess.ui.outside import show_file
from selfassess.ui.pages.results import Beside, Part, ResultsPage, SideColumn
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.kept_row import KeptRow
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.tick import Tick
from selfassess.ui.print.sheet_print import save_sheet
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, column, row
from selfassess.ui.theme import Room
from selfassess.words import _, interface, plural

_PARKED, _DECIDED = "parked", "decided"


class AgreedPage(ResultsPage):
    """What was agreed and what was not, decisions, questions, the parking lot; and the paper."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with.
            parent: The widget it stands in.
            show: Opens a file or folder.
        """
        super().__init__(desk, parent)
        theme = self.theme
        self._with_notes = False
        self.main = SideColumn(self, margins=(PAGE, L, PAGE, L))
        self.save = Button(theme, _("Save the page as PDF…"), Rank.PRIMARY, parent=self)
        self.notes = Tick(theme, _("With the room’s notes"), self)
        self.saved = SavedReport(theme, show, self)
        self.to_room = Button(theme, _("Go to the room"), Rank.PRIMARY, parent=self)
        self.to_plan = Button(theme, _("Go to the action plan"), parent=self)
        self.to_report = Button(theme, _("Go to the report"), parent=self)
        side = SideColumn(self)
        side.hold(Part("", self._side_part))
        self._beside = Beside(theme, self.main, side, self)
        self._beside.body.setAccessibleName(_("After the workshop"))
        self._beside.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(row(self._beside, gap=0))
        self.save.clicked.connect(self._on_save)
        self.notes.clicked.connect(self._on_notes)
        self.to_room.clicked.connect(self._on_room)
        self.to_plan.clicked.connect(self._on_plan)
        self.to_report.clicked.connect(self._on_report)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self._beside.pane)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if self._beside.pane.isHidden():  # all stands under each other: read from the top
            first: QWidget = self._beside.body
        else:
            first = self.to_room if self._hand.isHidden() else self.save
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)

    @override
    def show_results(self, results: Results) -> None:
        words = interface()
        settled = sum(score.agreed is not None for score in results.topics)
        title = plural("{count} question settled", "{count} questions settled", settled)
        has_workshop = said_in.has_workshop(results)
        parts = [self._text(title, "h1", "ink")]
        if not has_workshop:
            told = _("What the room agrees on will stand here.")
            parts = [
                self._text(_("Nothing settled yet"), "h1", "ink"),
                self._text(told, "body", "ink2"),
            ]
        parts += [
            *self._texts(_("Agreed"), said_in.agreed_lines(results, words)),
            *self._texts(_("Not agreed"), said_in.not_agreed_lines(results, words)),
            *self._kept(_("Decisions"), _DECIDED, said_in.decision_lines(results, words)),
            *self._texts(_("Questions to take away"), said_in.take_away(results, words)),
            *self._kept(_("Parking lot"), _PARKED, said_in.parking_lines(results, words)),
            *self._texts(_("Notes of the room"), said_in.note_lines(results, words)),
        ]
        self.main.hold(*parts)
        self._hand.setVisible(has_workshop)
        self.to_room.setHidden(has_workshop)
        self.notes.setChecked(self._with_notes)

    def _side_part(self) -> QWidget:
        theme = self.theme
        told = _("One page for everybody, also for those who left early, as a PDF to print.")
        about = Text(theme, told, "small", "ink2", parent=self)
        self._hand = Section(
            theme,
            _("Hand it round"),
            about,
            self.notes,
            row(self.save, STRETCH),
            self.saved,
            Gap(M),
            lined=False,
            parent=self,
        )
        then = Section(
            theme,
            _("Then"),
            row(self.to_room, STRETCH),
            row(self.to_plan, STRETCH),
            row(self.to_report, STRETCH),
            parent=self,
        )
        both = QWidget(self)
        both.setLayout(column(self._hand, then))
        return both

    def _text(self, words: str, style: str, colour: str) -> Part:
        return Part(words, lambda: Text(self.theme, words, style, colour, parent=self.main))

    def _texts(self, heading: str, lines: list[str]) -> list[Part]:
        def made() -> QWidget:
            things = [Text(self.theme, self._runs(line), parent=self.main) for line in lines]
            return Section(self.theme, heading, *things, parent=self.main)

        return [Part((heading, lines), made)] if lines else []

    def _runs(self, line: str) -> tuple[Run, ...]:
        """Emphasise the title of a question that a line begins with."""
        titles = (said(score.topic.title, interface()) for score in self.results.topics)
        title = max(filter(line.startswith, titles), key=len, default="")
        return (*((Run(title, "body_bold"),) if title else ()), Run(line.removeprefix(title)))

    def _kept(self, heading: str, kind: str, lines: list[str]) -> list[Part]:
        def made() -> QWidget:
            rows = [
                KeptRow(self.theme, kind, place, line, self.main)
                for place, line in enumerate(lines)
            ]
            for kept in rows:
                kept.plan_wanted.connect(self._on_to_plan)
                kept.remove_wanted.connect(self._on_remove)
            return Section(self.theme, heading, *rows, parent=self.main)

        return [Part((heading, lines), made)] if lines else []

    def _on_to_plan(self, kind: str, place: int) -> None:
        latest = self.results.round
        kept = latest.parking[place] if kind == _PARKED else latest.decisions[place]
        action = Action(id=self.desk.new_id(), text=kept.text, topic=kept.topic or "")
        self.desk.opened.edit(plan.add_action(self.desk.opened.value, action), _("Add an action"))
        self.wanted.emit("plan", action.id)

    def _on_remove(self, kind: str, place: int) -> None:
        value = self.desk.opened.value
        if kind == _PARKED:
            self.desk.opened.edit(workshop.unpark(value, place), _("Take a point out"))
        else:
            self.desk.opened.edit(workshop.undecide(value, place), _("Take a decision out"))

    def _on_notes(self) -> None:
        self._with_notes = not self._with_notes
        self.notes.setChecked(self._with_notes)

    def _on_save(self) -> None:
        name = self.desk.opened.value.partnership.name
        suggested = naming.documents() / f"{_('What we agreed')} {naming.plain(name)}".strip()
        suggested = suggested.with_name(suggested.name + ".pdf")
        path = self.desk.prompts.file_to_save(_("Save the page"), suggested, "*.pdf")
        if path is None:
            return
        words, today = interface(), self.desk.now().date()
        sheet, brief = (
            said_in.agreed(self.results, words, today, notes=self._with_notes, brief=brief)
            for brief in (False, True)
        )
        try:
            save_sheet(path, sheet, titled(name, self.results, words), words, brief)
        except FileProblemsError as error:
            self.saved.tell_problem(error.problems[0])
        else:
            self.saved.tell_saved(path)

    def _on_room(self) -> None:
        self.wanted.emit("room", "")

    def _on_plan(self) -> None:
        self.wanted.emit("plan", "")

    def _on_report(self) -> None:
        self.wanted.emit("report", "")
