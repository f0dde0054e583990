"""Bring plan: an action plan that was changed in Excel, looked at before it is taken over."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from selfassess.core.plan_merge import PlanRead, merge_plan
from selfassess.core.problem import FileProblemsError
from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.models.plan_import import plan_preview, refused_preview
from selfassess.ui.pages.import_preview import ImportPreview
from selfassess.ui.pages.plan_job import ReadingPlan
from selfassess.ui.worker import Worker
from selfassess.words import _, interface


class BringPlan(ImportPreview):
    """Reads the plan of a report, shows what it would do, and changes the plan in one step."""

    def __init__(self, desk: Desk, worker: Worker, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            desk: What the page works with.
            worker: Reads workbooks off the window's thread.
            parent: The widget it stands in.
        """
        super().__init__(desk.theme, _("Reading the plan"), _("Change the plan"), parent)
        self._desk = desk
        self._worker = worker
        self._turn = 0
        self._came: PlanRead | None = None
        self.agreed.connect(self._on_agreed)
        self.left.connect(self._on_left)

    def read(self, path: Path) -> None:
        """Read the plan of a report, and show what it would do."""
        self._turn += 1
        turn = self._turn
        self._came = None
        self.show_progress(0, 1)

        def done(read: PlanRead, error: FileProblemsError | None) -> None:
            if turn == self._turn:
                self._show_read(path, read, error)

        self._worker.do(ReadingPlan(path, self._desk.opened.value.id), done)

    def refresh(self) -> None:
        """Show what it would do to the plan as that stands now."""
        if self._came is not None:
            opened, words = self._desk.opened, interface()
            made = merge_plan(opened.value, self._came.rows)
            self.show_preview(plan_preview(made, self._came, opened.content, words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_read(self, path: Path, read: PlanRead, error: FileProblemsError | None) -> None:
        if error is not None:
            self.show_preview(refused_preview(path.name, error, interface()))
        else:
            self._came = read
            self.refresh()

    def _on_agreed(self) -> None:
        came, self._came = self._came, None
        if came is not None:
            made = merge_plan(self._desk.opened.value, came.rows)
            self._desk.opened.edit(made.after, _("Bring the plan back from Excel"))
        self.left.emit()

    def _on_left(self) -> None:
        self._turn += 1
        self._came = None
