"""Portfolio: what many partnerships have in common, for a region or centre."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.core.portfolio import Portfolio
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.small_numbers import SMALLEST_GROUP
from selfassess.files.portfolio_copies import ASKS, DATA, WORKBOOK, asks_to_bytes, to_bytes
from selfassess.overriding import override
from selfassess.reports.portfolio_view import View
from selfassess.ui.aside import Aside
from selfassess.ui.main_keys import on_main_keys
from selfassess.ui.means import Means
from selfassess.ui.outside import show_file
from selfassess.ui.pages.portfolio_jobs import (
    Collected,
    Collecting,
    Pace,
    Saving,
)
from selfassess.ui.pages.portfolio_start import PortfolioStart
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.sheet_preview import SheetPreview
from selfassess.ui.parts.text import Text
from selfassess.ui.prompts import Prompts
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, Share, column, row
from selfassess.ui.theme import Room, Theme
from selfassess.ui.worker import ThreadWorker, Worker
from selfassess.words import Words, _, interface, plural
from selfassess.words.problems import sentence

_FILES = "Sharing readiness (*.selfassess *.json)"
_STACKED_BELOW = 1000
_LEFT = 0.46
_ENDLESS = 16_777_215  # Qt's own word for no limit
_SKIPPED_SHOWN = 50
_PREVIEW_LEAST = 360


class PortfolioPage(Aside):
    """Files are read with their progress shown; then findings, the workbook and what to save."""

    def __init__(
        self,
        theme: Theme,
        prompts: Prompts,
        means: Means,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Make the page.

        Args:
            theme: Fonts, colours and measures.
            prompts: Asks the user.
            means: What is needed from outside.
            parent: The widget it stands in.
            worker: Reads and writes off the window's thread; one of its own where none is given,
                so that no assessment waits to be saved.
            show: Opens a file or folder.
        """
        super().__init__(parent)
        self._theme = theme
        self._prompts = prompts
        self._means = means
        self._worker = worker or ThreadWorker(self)
        self._pace: Pace | None = None
        self._collected: Collected | None = None
        self._problems: tuple[Problem, ...] = ()
        self._sections: list[QWidget] = []
        self.first = PortfolioStart(theme, self)
        self._title = Text(theme, "", "h1", parent=self)
        self._read = Text(theme, "", "body", "ink2", parent=self)
        self._few = Notice(theme, "warn", "", self)
        self.saved = SavedReport(theme, show, self)
        self._findings = column()
        self.preview = SheetPreview(theme, self)
        self.back = Button(theme, _("Back"), icon="arrow-left", parent=self)
        self.add = Button(theme, _("Add files…"), icon="plus", small=True, parent=self)
        self.afresh = Button(theme, _("Begin afresh"), small=True, parent=self)
        self.ask = Button(theme, _("Escalation pack…"), small=True, parent=self)
        self.data = Button(theme, _("Save as data…"), small=True, parent=self)
        self.save = Button(theme, _("Save the workbook…"), Rank.PRIMARY, parent=self)
        self._scroll = Scroll(theme, self._left_part(), says=_("What stands out"), parent=self)
        self._right = Ground(theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=self)
        self._beside = column(Share(self.preview), margins=(PAGE, M, PAGE, M))
        self._right.setLayout(self._beside)
        self._foot = self._footer()
        self._shown = QWidget(self)
        halves = row(self._scroll, Share(self._right), gap=0)
        self._shown.setLayout(column(Share(halves), self._foot))
        self._stack = QStackedWidget(self)
        for part in (self.first, self._shown):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        back = Hint((_("Esc"),), _("back"))
        if self._stack.currentWidget() is self.first:
            return (back,)
        return (
            Hint((_("F6"),), _("next part")),
            Hint((_("Ctrl"), _("Enter")), _("save the workbook")),
            back,
        )

    @override
    def regions(self) -> tuple[QWidget, ...]:
        if self._stack.currentWidget() is self.first:
            return (self.first,)
        return (self._scroll, self._right, self._foot)

    @override
    def arrive(self) -> None:
        if self._stack.currentWidget() is self.first:
            self.first.arrive()
        else:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        stacked = room.width < _STACKED_BELOW
        self._foot.set_tight(room.one_line_levels)
        self._right.setVisible(not stacked)
        self.preview.setMinimumHeight(self._theme.px(_PREVIEW_LEAST) if stacked else 0)
        if stacked:
            self._column.insertWidget(self._column.count() - 1, self.preview)
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(_ENDLESS)
        else:
            self._beside.addWidget(self.preview, 1)
            self._scroll.setFixedWidth(self._theme.px(room.width * _LEFT))

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read files and folders, and add them to what there is."""
        if not paths or self._pace is not None:
            return
        self._pace = Pace(self)
        self._pace.told.connect(self._on_told)
        self._stack.setCurrentWidget(self.first)
        self.first.show_progress(0, 0)
        before = self._collected.portfolio if self._collected else Portfolio()
        job = Collecting(
            paths=paths,
            before=before,
            content=self._means.content,
            pace=self._pace,
            words=interface(),
            today=self._means.now().date(),
        )
        self._worker.do(job, self._on_collected)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            super().keyPressEvent(event)

    def _left_part(self) -> QWidget:
        left = QWidget(self)
        tools = Flow(parent=left)
        tools.hold(self.add, self.afresh, self.ask, self.data)
        self._column = column(
            *(self._title, Gap(4), self._read, Gap(M), tools, Gap(M), self._few, self.saved),
            *(self._findings, STRETCH),
            margins=(PAGE, L, PAGE, L),
        )
        left.setLayout(self._column)
        return left

    def _footer(self) -> FooterBar:
        buttons = row(self.back, STRETCH, self.save, gap=M, margins=(PAGE, 0))
        return FooterBar(self._theme, buttons, self)

    def _connect(self) -> None:
        self.first.files_wanted.connect(self._on_files)
        self.first.folder_wanted.connect(self._on_folder)
        self.first.left.connect(self.left)
        self.first.stopped.connect(self._stop)
        self.back.clicked.connect(self.left)
        self.add.clicked.connect(self._on_add)
        self.afresh.clicked.connect(self._on_afresh)
        self.ask.clicked.connect(self._on_ask)
        self.data.clicked.connect(self._on_data)
        self.save.clicked.connect(self._on_save)
        self._stack.currentChanged.connect(self._on_part)
        on_main_keys(self, self._on_save)

    def _stop(self) -> None:
        if self._pace is not None:
            self._pace.stop()

    def _on_told(self, done: int, of: int) -> None:
        if self._pace is not None:
            self.first.show_progress(done, of)

    def _on_collected(self, collected: Collected | None, error: FileProblemsError | None) -> None:
        if self._pace is not None:
            self._pace.deleteLater()
            self._pace = None
        if collected is None:
            problems = error.problems if error is not None else ()
            self.first.tell(_("Nothing could be read. {why}", why=_sentences(problems)))
            self.first.arrive()
            return
        self._problems += collected.gathered.skipped
        self._collected = collected
        self._show(collected)

    def _show(self, collected: Collected) -> None:
        places = len(collected.portfolio.places)
        self._title.say(collected.headline or _("Too few to show anything yet"))
        self._read.say(_read_sentence(collected))
        self._few.setVisible(collected.seen is None)
        self._few.say(
            plural(
                "There is {count} partnership so far. From {least} on it can be said what they "
                "have in common without giving one away. Add files.",
                "There are {count} partnerships so far. From {least} on it can be said what they "
                "have in common without giving one away. Add files.",
                places,
                least=SMALLEST_GROUP,
            )
        )
        self.saved.clear()
        self._show_findings(collected)
        self.preview.setVisible(collected.book is not None)
        if collected.book is not None:
            self.preview.show_book(collected.book)
            self.preview.go_to(collected.book.sheets[1].key)  # the first says what stands at left
        for button in (self.save, self.data):
            button.setEnabled(collected.seen is not None)
        self.ask.setEnabled(collected.seen is not None and bool(collected.seen.national))
        self._stack.setCurrentWidget(self._shown)
        self.hints_changed.emit()
        first = self.save if collected.book is not None else self.add
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_findings(self, collected: Collected) -> None:
        for gone in self._sections:
            self._findings.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._sections = [self._section(f.heading, f.lines) for f in collected.findings]
        if self._problems:
            told = [f"{Path(p.file).name}: {_plain(p)}" for p in self._problems[:_SKIPPED_SHOWN]]
            more = len(self._problems) - _SKIPPED_SHOWN
            if more > 0:
                told.append(plural("and {count} more", "and {count} more", more))
            heading = plural(
                "{count} file was left out", "{count} files were left out", len(self._problems)
            )
            self._sections.append(self._section(heading, tuple(told)))
        for made in self._sections:
            self._findings.addWidget(made)

    def _section(self, heading: str, lines: tuple[str, ...]) -> QWidget:
        texts = [Text(self._theme, line, parent=self) for line in lines]
        return Section(self._theme, heading, *texts, gap=4, parent=self)

    def _on_files(self) -> None:
        self.take_files(self._prompts.files_to_open(_("Open assessments and returns"), _FILES))

    def _on_folder(self) -> None:
        title = _("Open all assessments and returns in a folder")
        folder = self._prompts.folder(title, self._means.documents)
        if folder is not None:
            self.take_files((folder,))

    def _on_add(self) -> None:
        self.first.tell("")
        self._stack.setCurrentWidget(self.first)
        self.first.arrive()

    def _on_afresh(self) -> None:
        self._collected, self._problems = None, ()
        self._on_add()

    def _on_escape(self) -> None:
        if self._pace is not None:
            self._stop()
        elif self._collected is not None and self._stack.currentWidget() is self.first:
            self._show(self._collected)
        else:
            self.left.emit()

    def _on_save(self) -> None:
        title, name = _("Save the workbook"), _("portfolio")
        self._write(title, name, (WORKBOOK,), to_bytes, self.save)

    def _on_data(self) -> None:
        self._write(_("Save as data"), _("portfolio"), DATA, to_bytes, self.data)

    def _on_ask(self) -> None:
        title, name = _("Save the escalation pack"), _("what only others can remove")
        self._write(title, name, ASKS, asks_to_bytes, self.ask)

    def _write(
        self,
        title: str,
        name: str,
        endings: tuple[str, ...],
        write: Callable[[str, View, Words, date], bytes],
        button: Button,
    ) -> None:
        collected = self._collected
        if collected is None or collected.seen is None:
            return
        path = self._where(title, name, endings)
        if path is not None:
            today = self._means.now().date()
            job = Saving(write, collected.seen, path, interface(), today)
            self._worker.do(job, partial(self._on_saved, button))

    def _where(self, title: str, name: str, endings: tuple[str, ...]) -> Path | None:
        """Ask where to save; the name gets the first of the endings where it has none of them."""
        day = self._means.now().date().isoformat()
        suggested = self._means.documents / f"{name} {day}{endings[0]}"
        pattern = " ".join(f"*{ending}" for ending in endings)
        path = self._prompts.file_to_save(title, suggested, pattern)
        if path is None or path.suffix.casefold() in endings:
            return path
        return path.with_name(path.name + endings[0])

    def _on_saved(self, button: Button, path: Path | None, error: FileProblemsError | None) -> None:
        if path is not None:
            self.saved.tell_saved(path)
        elif error is not None:
            self.saved.tell_problem(error.problems[0])
        self._scroll.to_top()
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_part(self, _place: int) -> None:
        self.hints_changed.emit()


def _plain(problem: Problem) -> str:
    """Say what is wrong without the path, which stands before it shortened."""
    return sentence(Problem(problem.code, place=problem.place, facts=problem.facts), interface())


def _sentences(problems: tuple[Problem, ...]) -> str:
    return " ".join(sentence(problem, interface()) for problem in problems[:3])


def _read_sentence(collected: Collected) -> str:
    gathered = collected.gathered
    parts = [plural("{count} file was read", "{count} files were read", gathered.files)]
    if gathered.repeated:
        parts.append(
            plural(
                "{count} tells of a partnership that another file tells of too",
                "{count} tell of partnerships that other files tell of too",
                gathered.repeated,
            )
        )
    if gathered.skipped:
        left_out = len(gathered.skipped)
        parts.append(plural("{count} was left out", "{count} were left out", left_out))
    if gathered.stopped:
        parts.append(_("the reading was stopped before the end"))
    return "; ".join(parts) + "."
