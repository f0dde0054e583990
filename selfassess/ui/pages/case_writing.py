"""Case study: turns a finished assessment into one, edits the user's own, and trades packs."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.core.case_draft import NEW_ID, draft_of
from selfassess.core.cases import CaseStudy
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.files.own_cases import Named
from selfassess.files.pack_import import Coming
from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.main_keys import on_main_keys
from selfassess.ui.models.case_checks import case_checks
from selfassess.ui.models.pack_preview import pack_preview, refused_pack
from selfassess.ui.models.report_checks import Verdict
from selfassess.ui.pages import case_questions
from selfassess.ui.pages.case_form import CaseForm
from selfassess.ui.pages.case_jobs import (
    BringingIn,
    Drafting,
    Keeping,
    Looking,
    ReadingPack,
    Removing,
    Shelf,
)
from selfassess.ui.pages.import_preview import ImportPreview
from selfassess.ui.pages.pack_tools import PATTERN, PackTools
from selfassess.ui.pages.results import Beside, ResultsPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.check_list import CheckList
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.text import Text
from selfassess.ui.saved_words import problems_words
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.words import _, interface

DRAFT_AFTER = 500
"""Milliseconds after the last key until a draft is kept."""


class CaseWritingPage(ResultsPage):
    """A guided form, with what it still lacks beside it."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        draft_after: int = DRAFT_AFTER,
        alone: bool = False,
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with; it must have a library.
            parent: The widget it stands in.
            draft_after: Milliseconds after the last key until a draft is kept.
            alone: There is no assessment to begin from: nothing was said in that of the desk.

        Raises:
            ValueError: the desk has no library.
        """
        super().__init__(desk, parent)
        if desk.library is None:
            raise ValueError("there is no library")
        self._library = desk.library
        self._alone = alone
        self._packs = PackTools(desk, desk.library, self)
        self._own: tuple[CaseStudy, ...] = ()
        self._id = NEW_ID
        self._last_told = ""
        self._coming: Coming | None = None
        self._timer = QTimer(self, singleShot=True, interval=draft_after)
        theme = self.theme
        self.which = Choice(theme, says=_("Which case study"), small=True, parent=self)
        self.form = CaseForm(theme, desk.opened.content, self)
        self.told = Notice(theme, "info", "", self)
        self.told.hide()
        self.checks = CheckList(theme, self)
        self._again = Button(theme, "", Rank.LINK, style="small", parent=self)
        self._bring = Button(theme, _("Bring in a pack…"), small=True, icon="bring-in", parent=self)
        self._pack = Button(theme, _("Save a pack for others…"), small=True, parent=self)
        self._take_out = Button(theme, _("Take a pack out…"), small=True, parent=self)
        self.back = Button(theme, _("Back"), icon="arrow-left", parent=self)
        self.back.setVisible(alone)
        self._remove = Button(theme, _("Remove…"), parent=self)
        self._why_not = Remark(theme, "info", parent=self)
        self._keep = Button(theme, "", Rank.PRIMARY, parent=self)
        self._beside = Beside(theme, self._main_part(), self._side_part(), self)
        self._foot = self._footer()
        self.preview = ImportPreview(theme, _("Reading the pack"), _("Bring it in"), self)
        self._front = QWidget(self)
        self._front.setLayout(column(Share(self._beside), self._foot))
        self._stack = QStackedWidget(self)
        for part in (self._front, self.preview):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self._stack.currentWidget() is self.preview:
            return ()
        return (
            Hint((_("Tab"),), _("next field")),
            Hint((_("F6"),), _("to what is missing")),
            Hint((_("Ctrl"), _("Enter")), _("keep it")),
        )

    @override
    def remark(self) -> str:
        return _("Kept on this computer until you pass it on")

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self._side, self._foot)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        self._look(at if any(case.id == at for case in self._own) else self._id)
        self.form.title.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)
        self._foot.set_tight(room.one_line_levels)

    @override
    def show_results(self, results: Results) -> None:
        if self.form.case is not None:
            self._show_checks(self.form.case)

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Look at a pack that was dropped."""
        if paths:
            self._stack.setCurrentWidget(self.preview)
            self.preview.show_progress(0, 1)
            done = partial(self._on_pack_read, paths[0].name)
            self._library.worker.do(ReadingPack(self._library, paths[0]), done)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._timer.isActive():
            self._on_draft_due()

    def _main_part(self) -> QWidget:
        main, theme = QWidget(self), self.theme
        title = _("Our own case studies") if self._alone else _("Write it up for others")
        about = _(
            "Tell another place what you met and what you did. It starts from your answers and "
            "your plan; put it into your own words."
        )
        if self._alone:
            about = _(
                "Tell another place what you met and what you did. What you keep is suggested in "
                "the assessments on this computer. To begin from answers, open their assessment."
            )
        tools = Flow(gap=S, parent=main)
        tools.hold(self.which, self._bring, self._pack, self._take_out)
        main.setLayout(
            column(
                Text(theme, title, "h1", parent=main),
                Gap(4),
                Text(theme, about, "body", "ink2", parent=main),
                *(Gap(M), tools, Gap(L), self.form, STRETCH),
                margins=(PAGE, L, PAGE, L),
            )
        )
        return main

    def _side_part(self) -> QWidget:
        self._side = QWidget(self)
        heading = Text(self.theme, _("Before you keep it"), "h3", parent=self._side)
        self._side.setLayout(
            column(
                *(self.told, Gap(S), heading, Gap(S), self.checks, Gap(S), self._again, STRETCH),
                margins=(PAGE - 4, L, PAGE - 4, L),
            )
        )
        return self._side

    def _footer(self) -> FooterBar:
        self._why_not.setMinimumWidth(1)
        buttons = row(
            *(self.back, self._remove, Share(self._why_not), self._keep), gap=M, margins=(PAGE, 0)
        )
        buttons.insertStretch(2)
        return FooterBar(self.theme, buttons, self)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_draft_due)
        self.form.changed.connect(self._on_form)
        self.which.chosen.connect(self._on_which)
        self.checks.wanted.connect(self._on_spot)
        self._again.clicked.connect(self._on_again)
        self._keep.clicked.connect(self._on_keep)
        self._remove.clicked.connect(self._on_remove)
        self._pack.clicked.connect(self._on_pack)
        self._bring.clicked.connect(self._on_bring)
        self._take_out.clicked.connect(self._packs.take_out)
        self._packs.told.connect(self._tell)
        self._packs.failed.connect(self._tell_problem)
        self.preview.agreed.connect(self._on_agreed)
        self.preview.left.connect(self._on_left)
        self._stack.currentChanged.connect(self._on_part)
        on_main_keys(self, self._on_keep)

    def _of(self, id_: str) -> str:
        """Return under what name the draft of a case study is kept."""
        return f"assessment {self.desk.opened.value.id}" if id_ == NEW_ID else f"case {id_}"

    def _named(self) -> Named:
        return Named(_("Our own case studies"), self._today().isoformat())

    def _today(self) -> date:
        return self.desk.now().date()

    def _look(self, id_: str) -> None:
        """Show a case study of the user's own, or the new one."""
        if self._timer.isActive():
            self._on_draft_due()
        self._library.worker.do(Looking(self._library, self._of(id_)), partial(self._on_shelf, id_))

    def _on_shelf(self, id_: str, shelf: Shelf | None, error: FileProblemsError | None) -> None:
        if shelf is None:
            self._tell_problem(error)
            shelf = Shelf((), None)
        self._own = shelf.cases
        kept = {case.id: case for case in shelf.cases}
        self._id = id_ if id_ in kept else NEW_ID
        draft = shelf.draft if self._id == id_ else None
        case = draft or kept.get(self._id) or self._fresh()
        new = (NEW_ID, _("A new one") if self._alone else _("New, from this assessment"))
        self.which.offer((new, *((one.id, one.title) for one in shelf.cases)))
        self.which.mark(self._id)
        is_new = self._id == NEW_ID
        self._keep.say(_("Add it to our library") if is_new else _("Keep the changes"))
        self._remove.setVisible(not is_new)
        self._pack.setEnabled(bool(kept))
        again = _("Start again") if self._alone else _("Start again from the assessment")
        self._again.say(again if is_new else _("Undo the changes"))
        self._again.setVisible(draft is not None)
        self.form.take_content(self.desk.opened.content)
        self.form.show_case(case)
        self._show_checks(case)

    def _fresh(self) -> CaseStudy:
        return draft_of(self.results, interface().language, _("Our own account"))

    def _show_checks(self, case: CaseStudy) -> None:
        checks = case_checks(case, self.desk.opened.content, interface())
        self.checks.show_checks(checks)
        missing = [check.title for check in checks if check.verdict is Verdict.BLOCKS]
        self._keep.setEnabled(not missing)
        self._why_not.say(missing[0] if missing else self._last_told)

    def _tell(self, words: str) -> None:
        self._last_told = words
        self.told.say(words)
        self.told.setVisible(bool(words))

    def _tell_problem(self, error: FileProblemsError | None) -> None:
        if error is not None:
            self.desk.prompts.tell(_("The library could not be changed"), problems_words(error))

    def _on_form(self, case: CaseStudy) -> None:
        self._tell("")
        self._again.show()
        self._show_checks(case)
        self._timer.start()

    def _on_draft_due(self) -> None:
        self._timer.stop()
        job = Drafting(self._library, self._of(self._id), self.form.case)
        self._library.worker.do(job, self._on_drafted)

    def _on_drafted(self, _none: None, error: FileProblemsError | None) -> None:
        if error is not None:
            self._tell(_("What you write can’t be kept: {why}", why=problems_words(error)))

    def _on_which(self, id_: str) -> None:
        self._tell("")
        self._look(id_)

    def _on_spot(self, _place: str, gap: str) -> None:
        self.form.go_to(gap)

    def _on_again(self) -> None:
        question = case_questions.start_again(is_new=self._id == NEW_ID, alone=self._alone)
        if self.desk.prompts.choose(question) == "again":
            self._timer.stop()
            self._library.worker.do(
                Drafting(self._library, self._of(self._id), None), self._on_drafted
            )
            self._look(self._id)

    def _on_keep(self) -> None:
        case = self.form.case
        if case is None or not self._keep.isEnabled():
            return
        self._timer.stop()
        self._keep.setEnabled(False)
        job = Keeping(self._library, case, self._of(self._id), self._named())
        self._library.worker.do(job, self._on_kept)

    def _on_kept(self, kept: CaseStudy | None, error: FileProblemsError | None) -> None:
        if kept is None:
            self._tell_problem(error)
            self._keep.setEnabled(True)
            self._timer.start()
            return
        self._library.reread()
        self._tell(_("“{title}” is in our library.", title=kept.title))
        self._look(kept.id)
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_remove(self) -> None:
        title = next((case.title for case in self._own if case.id == self._id), "")
        if self.desk.prompts.choose(case_questions.remove(title)) == "remove":
            self._timer.stop()
            job = Removing(self._library, self._id, self._of(self._id), self._named())
            self._library.worker.do(job, partial(self._on_removed, title))

    def _on_removed(self, title: str, _none: None, error: FileProblemsError | None) -> None:
        self._tell_problem(error)
        if error is None:
            self._library.reread()
            self._tell(_("“{title}” was removed.", title=title))
        self._look(NEW_ID if error is None else self._id)
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pack(self) -> None:
        self._packs.save(self._own)

    def _on_bring(self) -> None:
        path = self.desk.prompts.file_to_open(_("Bring in a pack"), PATTERN)
        if path is not None:
            self.take_files((path,))

    def _on_pack_read(
        self, name: str, coming: Coming | None, error: FileProblemsError | None
    ) -> None:
        self._coming = coming
        if coming is not None:
            self.preview.show_preview(pack_preview(coming, interface()))
        elif error is not None:
            self.preview.show_preview(refused_pack(name, error, interface()))

    def _on_agreed(self) -> None:
        if self._coming is not None:
            job = BringingIn(self._library, self._coming, self._named())
            self._library.worker.do(job, self._on_brought)

    def _on_brought(self, _none: None, error: FileProblemsError | None) -> None:
        self._tell_problem(error)
        if error is None:
            self._library.reread()
            self._tell(_("The pack is in use. Its case studies are suggested like all others."))
        self._on_left()

    def _on_left(self) -> None:
        self._coming = None
        self._stack.setCurrentWidget(self._front)
        self._look(self._id)
        self._bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_part(self, _place: int) -> None:
        self.hints_changed.emit()
