"""Report: a workbook nobody regrets sending."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from selfassess.core.non_attributable import enough_partners
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.results import Results, round_before
from selfassess.files import disk, report_file
from selfassess.overriding import override
from selfassess.reports.book import Book
from selfassess.reports.letters import letter_key, telling_part
from selfassess.reports.upwards import left_out_parts, staying_part
from selfassess.ui import naming
from selfassess.ui.desk import Desk
from selfassess.ui.models.report_checks import Verdict, checks_sentence, report_checks
from selfassess.ui.outside import show_file
from selfassess.ui.pages.report_jobs import (
    DATA_ENDINGS,
    PAGE_ENDINGS,
    Building,
    Saving,
    SavingData,
    SavingPages,
    SavingPictures,
    report_name,
)
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.check_list import CheckList
from selfassess.ui.parts.field import Line
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.report_options import ReportOptions
from selfassess.ui.parts.saved_report import SavedReport
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.sheet_preview import SheetPreview
from selfassess.ui.parts.text import Text
from selfassess.ui.print import report_print
from selfassess.ui.print.report_print import Printed
from selfassess.ui.prompts import Pick, Question
from selfassess.ui.spacing import STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.ui.worker import ThreadWorker, Worker
from selfassess.words import _, interface, words_in
from selfassess.words.languages import languages
from selfassess.words.problems import sentence

_STACKED_BELOW = 1000
_PROMISED_FROM = 860
_LEFT = 0.44
_ENDLESS = 16_777_215  # Qt's own word for no limit
_ENDING = ".xlsx"
_FOLDER_TROUBLE = (
    "file.no-folder",
    "file.missing",
    "file.not-allowed",
    "file.read-only",
    "file.disk-full",
    "file.unreachable",
)
"""What another folder helps against."""

_PICTURES = "pictures"


class ReportPage(ResultsPage):
    """Checks, a preview, and the workbook saved where the user wants it."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
        folder: Path | None = None,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with.
            parent: The widget it stands in.
            worker: Builds and saves off the window's thread; one of its own where none is given.
            folder: Where reports are saved unless the user says otherwise.
            show: Opens a file or folder.
        """
        super().__init__(desk, parent)
        theme = self.theme
        self._worker = worker or ThreadWorker(self)
        self._folder = folder or naming.documents()
        self._agreed: set[Path] = set()
        self._stacked = False
        self._blocked = ""
        self._saving = Path()
        self._suggested = ""
        self._count = Text(theme, "", "small", "ink2", parent=self)
        self.checks = CheckList(theme, self)
        self.preview = SheetPreview(theme, self)
        self.path = Line(theme, says=_("Save to"), parent=self)
        self._change = Button(theme, _("Change"), parent=self)
        self.saved = SavedReport(theme, show, self)
        self._why_not = Remark(theme, "error", colour="error", parent=self)
        self.save = Button(theme, _("Save the Excel report"), Rank.PRIMARY, parent=self)
        self.save_other = Button(theme, _("Save in another format…"), parent=self)
        self.options = ReportOptions(theme, languages(), self)
        self._way_out: Path | None = None
        self._left = self._left_part()
        self._right = self._right_part()
        self._scroll = Scroll(theme, self._left, parent=self)
        self._halves = row(self._scroll, Share(self._right), gap=0)
        self._foot = self._footer()
        self.setLayout(column(Share(self._halves), self._foot))
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (Hint(("Ctrl", _("Enter")), _("save the report")),)

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._scroll, self._right)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        stacked = room.width < _STACKED_BELOW
        self._foot.set_tight(room.one_line_levels)
        self._promise.setVisible(room.width >= _PROMISED_FROM)
        self._arrange(stacked=stacked)
        if not stacked:
            self._scroll.setFixedWidth(self.theme.px(room.width * _LEFT))

    @override
    def show_results(self, results: Results) -> None:
        words = interface()
        checks = report_checks(results, words)
        self._count.say(checks_sentence(checks, words))
        self.checks.show_checks(checks)
        blocks = [check for check in checks if check.verdict is Verdict.BLOCKS]
        self._blocked = blocks[0].title if blocks else ""
        self._show_copy(results)
        self._allow()
        self._suggest(results)
        self._worker.do(self._building(results), self._on_built)

    def _left_part(self) -> QWidget:
        left, theme = QWidget(self), self.theme
        title = Text(theme, _("Export the report"), "h1", parent=left)
        about = _("An Excel workbook to send to partners or keep on file.")
        before = Text(theme, _("Before you export"), "h3", parent=left)
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._left_column = column(
            title,
            Gap(2),
            Text(theme, about, "body", "ink2", parent=left),
            Gap(L),
            row(Share(before), self._count, gap=M),
            Gap(S),
            self.checks,
            Gap(L),
            self.options,
            STRETCH,
            margins=(40, 20, 40, M),
        )
        left.setLayout(self._left_column)
        return left

    def _right_part(self) -> QWidget:
        right = Ground(self.theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=self)
        label = Text(self.theme, _("Save to"), "small_bold", parent=right)
        label.setBuddy(self.path)
        self._target = QWidget(self)
        self._target.setLayout(
            column(label, Gap(4), row(Share(self.path), self._change, gap=S), Gap(S), self.saved)
        )
        self._right_column = column(
            Share(self.preview), Gap(M), self._target, margins=(40, M, 48, M)
        )
        right.setLayout(self._right_column)
        return right

    def _footer(self) -> FooterBar:
        told = _("The file is saved only where you choose. Nothing is sent.")
        self._promise = Remark(self.theme, "lock", told, parent=self)
        acts = Flow(gap=M, parent=self)
        acts.hold(self._why_not, self.save_other, self.save)
        foot = row(Share(self._promise), acts, gap=M, margins=(40, 0, 48, 0))
        foot.insertStretch(1)
        return FooterBar(self.theme, foot, self)

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.save_other.clicked.connect(self._on_save_other)
        self.saved.other_wanted.connect(self._on_other)
        self.options.changed.connect(self._on_options)
        self._change.clicked.connect(self._on_change)
        self.checks.wanted.connect(self.wanted)
        self.path.written.connect(self.saved.clear)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._on_save)

    def _arrange(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked:
            self._left_column.insertWidget(self._left_column.count() - 1, self._target)
            self._target.setContentsMargins(0, L, 0, 0)
            self._scroll.setMinimumWidth(0)
            self._scroll.setMaximumWidth(_ENDLESS)
        else:
            self._right_column.addWidget(self._target)
            self._target.setContentsMargins(0, 0, 0, 0)
        self._target.show()
        self._right.setVisible(not stacked)

    def _suggest(self, results: Results) -> None:
        """Suggest where to save, unless the user has said it; a copy has a name of its own."""
        if self.path.text() in ("", self._suggested):
            today = self.desk.now().date()
            name = report_name(results, self.options.options, today)
            self._show_path(self._folder / (name + _ENDING))
            self._suggested = self.path.text()

    def _show_path(self, path: Path) -> None:
        self.path.show_words(str(path))
        self.path.setToolTip(str(path))

    def _building(self, results: Results) -> Building:
        words = words_in(self.options.language.marked)
        return Building(results, words, self.desk.now().date(), self.options.options)

    def _show_copy(self, results: Results) -> None:
        words = interface()
        too_few = Problem("report.too-few-partners")
        why_not = "" if enough_partners(results) else sentence(too_few, words)
        parts, stays = left_out_parts(results, words), staying_part(results, words)
        self.options.show_copy(parts, stays, why_not)
        options = self.options.options
        if options.letters:
            told = letter_key(results, words), telling_part(results, options, words)
            self.options.show_letters(*told)

    def _allow(self) -> None:
        """Let the user save, unless something is in the way; then it is said."""
        alone = not self.options.options.attributable and not enough_partners(self.results)
        why_not = self._blocked or (_("Too few partners for such a copy") if alone else "")
        for act in (self.save, self.save_other):
            act.setEnabled(not why_not)
        self._why_not.say(why_not)

    def _job(self, path: Path) -> Callable[[], Path]:
        building, ending = self._building(self.results), path.suffix.casefold()
        if ending in DATA_ENDINGS:
            return SavingData(building, path)
        if ending == _ENDING:
            return Saving(building, path)
        earlier = round_before(self.results)
        told = Printed(self.results, earlier, building.options, building.words)
        # Charts are widgets, and can be painted on this thread alone.
        if ending in PAGE_ENDINGS:
            return SavingPages(building, report_print.paint(self.theme, told), path)
        return SavingPictures(report_print.paint_all(self.theme, told), path)

    def _chosen(self) -> Path:
        typed = Path(self.path.text().strip()).expanduser()
        if not typed.is_absolute():
            typed = self._folder / typed
        return typed if typed.suffix.lower() == _ENDING else typed.with_name(typed.name + _ENDING)

    def _may_write(self, path: Path) -> bool:
        if path in self._agreed or not disk.is_there(path):
            return True
        answer = self.desk.prompts.choose(
            Question(
                title=_("Replace the file?"),
                text=_("There is a file “{name}” already. It can be replaced.", name=path.name),
                answers=(("keep", _("Keep it")), ("replace", _("Replace it"))),
                cancel="keep",
            )
        )
        return answer == "replace"

    def _on_change(self) -> None:
        path = self.desk.prompts.file_to_save(_("Save the report"), self._chosen(), "*.xlsx")
        if path is not None:
            self._show_path(path)
            self._agreed.add(self._chosen())
            self.saved.clear()

    def _on_save(self) -> None:
        path = self._chosen()
        if self.save.isEnabled() and self._may_write(path):
            self._save(path)

    def _on_save_other(self) -> None:
        """Ask for a format, then for a place; pictures are several files, so they get a folder."""
        question = Pick(
            title=_("Save in another format"),
            text=_("What it tells of people is as chosen on the page."),
            label=_("Format"),
            act=_("Go on"),
        )
        ending = self.desk.prompts.pick(question, _other_formats())
        if ending == _PICTURES:
            folder = self.desk.prompts.folder(_("Save the pictures in"), self._chosen().parent)
            if folder is not None:
                self._save(folder / _("{name} pictures", name=self._chosen().stem))
        elif ending is not None:
            suggested = self._chosen().with_suffix(ending)
            path = self.desk.prompts.file_to_save(_("Save the report"), suggested, f"*{ending}")
            if path is not None:
                known = path.suffix.casefold() == ending
                self._save(path if known else path.with_name(path.name + ending))

    def _on_other(self) -> None:
        if self._way_out is not None:
            path = self._way_out
            if path.suffix == _ENDING:
                self._show_path(path)
            self._save(path)

    def _on_options(self) -> None:
        self.saved.clear()
        self._suggest(self.results)
        self._show_copy(self.results)
        self._allow()
        self._worker.do(self._building(self.results), self._on_built)

    def _save(self, path: Path) -> None:
        self._agreed.add(path)
        self._saving = path
        for act in (self.save, self.save_other):
            act.setEnabled(False)
        self.save.say(_("Saving…"))
        self.saved.clear()
        self._worker.do(self._job(path), self._on_saved)

    def _on_built(self, book: Book, error: FileProblemsError | None) -> None:
        if error is None:
            self.preview.show_book(book)

    def _on_saved(self, path: Path, error: FileProblemsError | None) -> None:
        self._allow()
        self.save.say(_("Save the Excel report"))
        if error is None:
            self.saved.tell_saved(path)
        else:
            self._tell_problem(error.problems[0])
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_problem(self, problem: Problem) -> None:
        """Say why the report was not saved, and offer a name or folder where it can be."""
        self._way_out, words = None, ""
        if problem.code == "report.held":
            self._way_out = report_file.free_name(self._saving)
            added = self._way_out.name.removeprefix(self._saving.stem).strip()
            words = _("Save as “… {end}”", end=added)
        elif problem.code in _FOLDER_TROUBLE and self._saving.parent != self._folder:
            elsewhere = self._folder / self._saving.name
            taken = disk.is_there(elsewhere)
            self._way_out = report_file.free_name(elsewhere) if taken else elsewhere
            words = _("Save in “{folder}”", folder=self._folder.name)
        self.saved.tell_problem(problem, words)


def _other_formats() -> tuple[tuple[str, str], ...]:
    """The formats beside the workbook, by ending, and their words."""
    return (
        (".docx", _("Word document, for a board")),
        (".pdf", _("PDF, to print")),
        (_PICTURES, _("Pictures, for slides")),
        (".zip", _("All tables (CSV) in one file, for other programs")),
        (".json", _("JSON, for other programs")),
        (".csv", _("The answers as one table (CSV)")),
    )
