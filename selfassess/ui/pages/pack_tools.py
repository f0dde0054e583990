"""Pack tools: saves the own case studies as a pack for others, and takes packs out of use."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from selfassess.core.case_draft import names_in
from selfassess.core.cases import CaseStudy
from selfassess.core.problem import FileProblemsError
from selfassess.files.own_cases import ENDING, Named
from selfassess.ui.desk import Desk
from selfassess.ui.library import Library
from selfassess.ui.pages import case_questions
from selfassess.ui.pages.case_jobs import ListingPacks, Packing, TakingOut
from selfassess.words import _

PATTERN = f"*{ENDING}"


class PackTools(QObject):
    """Asks what must be asked, does it off the window's thread, and tells how it went.

    Signals:
        told: It went well; carries a sentence.
        failed: It did not; carries the error.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, desk: Desk, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._library = library

    def save(self, own: tuple[CaseStudy, ...]) -> None:
        """Save case studies as a pack, after a question about words that may name somebody."""
        prompts = self._desk.prompts
        names = tuple(dict.fromkeys(name for case in own for name in names_in(case)))
        if names and prompts.choose(case_questions.look_at_names(names)) != "go-on":
            return
        title = prompts.write(*case_questions.name_of_pack())
        if not title or not title.strip():
            return
        suggested = self._library.documents / f"{_('case studies')}{ENDING}"
        path = prompts.file_to_save(_("Save a pack for others"), suggested, PATTERN)
        if path is not None:
            named = Named(title.strip(), self._desk.now().date().isoformat())
            target = path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)
            self._library.worker.do(Packing(self._library, target, named), self._on_packed)

    def _on_packed(self, path: Path | None, error: FileProblemsError | None) -> None:
        if path is None:
            self._fail(error)
            return
        self.told.emit(_("The pack was saved: {path}", path=path))

    def take_out(self) -> None:
        """Ask for one of the packs of others in use, and take it out."""
        self._library.worker.do(ListingPacks(self._library), self._on_listed)

    def _on_listed(
        self, found: tuple[tuple[str, str], ...] | None, error: FileProblemsError | None
    ) -> None:
        self._fail(error)
        if found == ():
            self.told.emit(_("No pack of others is in use."))
        elif found:
            chosen = self._desk.prompts.pick(case_questions.which_pack(), found)
            if chosen is not None:
                self._library.worker.do(TakingOut(self._library, chosen), self._on_taken_out)

    def _on_taken_out(self, path: Path | None, error: FileProblemsError | None) -> None:
        self._fail(error)
        if path is not None:
            self._library.reread()
            self.told.emit(_("The pack was removed: {path}", path=path))

    def _fail(self, error: FileProblemsError | None) -> None:
        if error is not None:
            self.failed.emit(error)
