"""Own case studies without an assessment: written, changed and traded from the first page."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.aside import Aside
from selfassess.ui.blank import blank
from selfassess.ui.desk import Desk
from selfassess.ui.library import Library
from selfassess.ui.means import Means
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.case_writing import CaseWritingPage
from selfassess.ui.parts.hints import Hint
from selfassess.ui.prompts import Prompts
from selfassess.ui.spacing import Share, column
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_NOBODY = "nobody"
"""The id of the assessment in which nothing was said; a draft is kept under it."""


class CaseLibraryPage(Aside):
    """The page on which case studies are written, over an assessment in which nothing was said."""

    def __init__(
        self, theme: Theme, prompts: Prompts, means: Means, parent: QWidget | None = None
    ) -> None:
        """Make the page.

        Args:
            theme: Fonts, colours and measures.
            prompts: Asks the user.
            means: What is needed from outside.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._means = means
        content = means.content()
        value = blank(_NOBODY, content, means.now().date())
        self._opened = OpenAssessment(value, content, means.work_out, self)
        desk = Desk(
            opened=self._opened,
            theme=theme,
            prompts=prompts,
            now=means.now,
            new_id=means.new_id,
            browse=means.browse,
            keep_in_file=lambda: None,
            library=Library(
                folder=means.folder,
                documents=means.documents,
                worker=means.worker,
                built_in=means.built_in or means.content,
                reread=self._reread,
            ),
        )
        self.writing = CaseWritingPage(desk, self, alone=True)
        self.writing.back.clicked.connect(self.left)
        self.writing.hints_changed.connect(self.hints_changed)
        self.setLayout(column(Share(self.writing)))

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (*self.writing.hints(), Hint((_("Esc"),), _("back")))

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return self.writing.regions()

    @override
    def arrive(self) -> None:
        self._opened.take_content(self._means.content())
        self.writing.arrive()

    @override
    def fit(self, room: Room) -> None:
        self.writing.fit(room)

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Look at a pack."""
        self.writing.take_files(paths)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.writing.preview.isVisible():
            self.writing.preview.left.emit()
        else:
            self.left.emit()

    def _reread(self) -> None:
        if self._means.forget is not None:
            self._means.forget()
        self._opened.take_content(self._means.content())
