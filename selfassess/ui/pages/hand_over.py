"""Return: what goes to a region or centre, shown line by line before it is saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.core.returns import TextKind
from selfassess.files import return_file
from selfassess.overriding import override
from selfassess.reports.return_lines import Part
from selfassess.ui.desk import Desk
from selfassess.ui.main_keys import on_main_keys
from selfassess.ui.models.return_view import ReturnView, line_runs
from selfassess.ui.outside import show_file
from selfassess.ui.pages.results import Beside, ResultsPage, SideColumn
from selfassess.ui.pages.results import Part as Shown
from selfassess.ui.pages.return_jobs import Making, SavingReturn
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.empty import Empty
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.tick import Tick
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.ui.worker import ThreadWorker, Worker
from selfassess.words import _, interface, plural


def _texts() -> dict[TextKind, str]:
    """Return the words of the ticks, short enough for a narrow side pane."""
    return {
        TextKind.PURPOSE: _("What you share, and why"),
        TextKind.STORY: _("What goes wrong"),
        TextKind.ACTIONS: _("The actions of your plan"),
        TextKind.REASONS: _("Why barriers were set aside"),
    }


class ReturnPage(ResultsPage):
    """All that would go, the ticks for free text, and the file saved where the user wants it."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with.
            parent: The widget it stands in.
            worker: Makes and writes off the window's thread; that of the library, or one of its
                own, where none is given.
            show: Opens a file or folder.
        """
        super().__init__(desk, parent)
        theme = self.theme
        shared = desk.library.worker if desk.library is not None else None
        self._worker = worker or shared or ThreadWorker(self)
        self._turn = 0
        self._view: ReturnView | None = None
        self._sentence = Text(theme, "", "body", "ink2", parent=self)
        self._lines = SideColumn(self, margins=0)
        self.ticks = {kind: Tick(theme, words, self) for kind, words in _texts().items()}
        self.area = Tick(theme, _("The code of your area"), self)
        self._look = Notice(theme, "warn", "", self)
        self.looked = Tick(theme, _("I have looked at each"), self)
        self.saved = SavedReport(theme, show, self)
        self._why_not = Remark(theme, "info", parent=self)
        self.save = Button(theme, _("Save the return…"), Rank.PRIMARY, parent=self)
        self._beside = Beside(theme, self._main_part(), self._side_part(), self)
        self._beside.body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._beside.body.setAccessibleName(_("What goes, line by line"))
        self._foot = self._footer()
        self._front = QWidget(self)
        self._front.setLayout(column(Share(self._beside), self._foot))
        self.empty = Empty(
            theme,
            _("Nothing to hand over yet"),
            _("A return tells of answers. Give the first ones, then come back."),
            _("Answer the questions"),
            self,
        )
        self._stack = QStackedWidget(self)
        for part in (self._front, self.empty):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self._view is None:
            return ()
        return (
            Hint((_("Space"),), _("let free text go, or not")),
            Hint((_("Ctrl"), _("Enter")), _("save the return")),
        )

    @override
    def remark(self) -> str:
        return _("Nothing is sent by this program")

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self._side, self._foot)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if self._view is None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            is_under = self._beside.pane.isHidden()  # then the page is read from its top first
            first = self.save if is_under else self.ticks[TextKind.PURPOSE]
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)
        self._foot.set_tight(room.one_line_levels)

    @override
    def show_results(self, results: Results) -> None:
        self._make()

    def _main_part(self) -> QWidget:
        main, theme = QWidget(self), self.theme
        about = _(
            "A region or centre learns from it what stands in the way in many places. It names "
            "nobody. This is all that goes, line by line."
        )
        main.setLayout(
            column(
                Text(theme, _("Make a return for a centre"), "h1", parent=main),
                Gap(4),
                Text(theme, about, "body", "ink2", parent=main),
                *(Gap(4), self._sentence, Gap(M), self._lines, STRETCH),
                margins=(PAGE, L, PAGE, L),
            )
        )
        return main

    def _side_part(self) -> QWidget:
        self._side = QWidget(self)
        side, theme = self._side, self.theme
        why = _("It goes only if you tick it. It may name people, so each such word is marked.")
        ticks = column(*self.ticks.values(), gap=6)
        side.setLayout(
            column(
                Text(theme, _("Your own words"), "h3", parent=side),
                *(Gap(4), Text(theme, why, "small", "ink2", parent=side), Gap(S), ticks),
                *(Gap(M), self._look, Gap(S), self.looked, self._place_part(side), Gap(M)),
                *(self.saved, STRETCH),
                margins=(PAGE - 4, L, PAGE - 4, L),
            )
        )
        return side

    def _place_part(self, side: QWidget) -> QWidget:
        theme, self._place = self.theme, QWidget(side)
        why = _("It goes only if you tick it. Few share a code, so it may tell which you are.")
        self._place.setLayout(
            column(
                *(Gap(M), Text(theme, _("Your place"), "h3", parent=self._place), Gap(4)),
                *(Text(theme, why, "small", "ink2", parent=self._place), Gap(S), self.area),
            )
        )
        return self._place

    def _footer(self) -> FooterBar:
        buttons = row(Share(self._why_not), self.save, gap=M, margins=(PAGE, 0))
        buttons.insertStretch(1)
        return FooterBar(self.theme, buttons, self)

    def _connect(self) -> None:
        for tick in (*self.ticks.values(), self.area):
            tick.clicked.connect(self._on_tick)
        self.looked.clicked.connect(self._show_state)
        self.save.clicked.connect(self._on_save)
        self.empty.acted.connect(self._on_answer)
        on_main_keys(self, self._on_save)

    def _make(self) -> None:
        value, content_of = self.desk.opened.value, self.desk.content_of
        self._place.setVisible(bool(value.partnership.area.code))
        known = self.desk.opened.content
        self._turn += 1
        job = Making(
            assessment=value,
            contents=tuple(content_of(r) if content_of else known for r in value.rounds),
            content=known,
            ticked=frozenset(kind for kind, tick in self.ticks.items() if tick.isChecked()),
            with_area=self.area.isChecked(),
            today=self.desk.now().date(),
            words=interface(),
        )
        self._worker.do(job, partial(self._on_made, self._turn))

    def _on_made(self, turn: int, view: ReturnView | None, error: FileProblemsError | None) -> None:
        if turn != self._turn or error is not None:
            return
        self._view = view
        self._stack.setCurrentWidget(self._front if view is not None else self.empty)
        self.hints_changed.emit()
        if view is None:
            return
        self.looked.setChecked(False)
        self.saved.clear()
        self._sentence.say(plural("{count} line goes.", "{count} lines go.", view.lines))
        self._show_parts(view.parts)
        self._show_state()

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        self._lines.hold(*(Shown(part, partial(self._section, part)) for part in parts))

    def _section(self, part: Part) -> QWidget:
        words = interface()
        lines = [Text(self.theme, line_runs(line, words), parent=self) for line in part.lines]
        return Section(self.theme, part.title, *lines, gap=4, parent=self)

    def _show_state(self) -> None:
        view = self._view
        marked = view.marked if view is not None else 0
        self._look.setVisible(bool(marked))
        self.looked.setVisible(bool(marked))
        self._look.say(
            plural(
                "{count} word may name somebody. It stands in [ ] under “Your own words”.",
                "{count} words may name somebody. They stand in [ ] under “Your own words”.",
                marked,
            )
        )
        unseen = bool(marked) and not self.looked.isChecked()
        self._why_not.say(_("Look at each marked word first, and say so.") if unseen else "")
        self.save.setEnabled(view is not None and not unseen)

    def _on_tick(self) -> None:
        self._make()

    def _on_answer(self) -> None:
        self.wanted.emit("walk", "")

    def _on_save(self) -> None:
        view = self._view
        if view is None or not self.save.isEnabled():
            return
        folder = self.desk.library.documents if self.desk.library is not None else Path.home()
        day = self.desk.now().date().isoformat()
        name = _("return {day}", day=day) + return_file.ENDING
        path = self.desk.prompts.file_to_save(
            _("Save the return"), folder / name, f"*{return_file.ENDING}"
        )
        if path is not None:
            ends = path.suffix.casefold() == return_file.ENDING
            target = path if ends else path.with_name(path.name + return_file.ENDING)
            self._worker.do(SavingReturn(view.returned, target), self._on_saved)

    def _on_saved(self, path: Path | None, error: FileProblemsError | None) -> None:
        if path is not None:
            self.saved.tell_saved(path)
        elif error is not None:
            self.saved.tell_problem(error.problems[0])
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
