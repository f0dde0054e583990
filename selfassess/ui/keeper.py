"""Keeper: saves by itself, and keeps every change safe beside the file."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from selfassess.core.assessment import Assessment
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.core.questionnaire import Module, Questionnaire
from selfassess.files.journal import Journal
from selfassess.files.saved_file import CHANGED_ELSEWHERE, SavedFile
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.worker import Worker


class Safety(Enum):
    """How safe the work is."""

    NO_FILE = "no-file"
    EXAMPLE = "example"
    LOOKING = "looking"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"
    STOPPED = "stopped"


class Pace(NamedTuple):
    """How soon things happen, in milliseconds.

    Attributes:
        journal: From a change until it is kept in the journal.
        save: From the last change until the file is saved.
        again: From a refusal of the disk until saving is tried again.
    """

    journal: int = 300
    save: int = 1000
    again: int = 15_000


class Place(NamedTuple):
    """Where the work is kept.

    Attributes:
        journal: Holds every change until the file is saved.
        folder: The user's data folder, for earlier versions.
        key: Names this piece of work in the journal.
        path: Its file; none while it has no name.
        digest: The bytes of the file as they were read; empty where it was not read.
        is_saved: Whether the file holds the assessment as it was opened.
        is_looked_at: Whether it is only looked at, so that nothing is kept.
    """

    journal: Journal
    folder: Path
    key: str
    path: Path | None = None
    digest: str = ""
    is_saved: bool = True
    is_looked_at: bool = False


class Hands(NamedTuple):
    """Who writes, off the window's thread.

    Attributes:
        saves: Writes files, which can be slow where they lie far away.
        journals: Writes the journal; another one, so that a slow file never holds it up.
    """

    saves: Worker
    journals: Worker


class Keeper(QObject):
    """Writes the open assessment to its file a second after the last change.

    Signals:
        safety_changed: The work is more or less safe than before; carries a `Safety`.
        changed_elsewhere: Somebody else has changed the file; saving stops until it is decided.
        kept_as: The work has a file, or another one; carries its path.
    """

    safety_changed = Signal(object)
    changed_elsewhere = Signal()
    kept_as = Signal(object)

    def __init__(
        self,
        opened: OpenAssessment,
        carried: Callable[[], tuple[tuple[Questionnaire, ...], tuple[Module, ...]]],
        place: Place,
        hands: Hands,
        now: Callable[[], datetime],
        pace: Pace | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin to keep an assessment.

        Args:
            opened: The assessment.
            carried: Returns questionnaires and modules that its rounds may refer to, always the
                same; asked off the window's thread, since reading them takes time.
            place: Where it is kept.
            hands: Write off the window's thread.
            now: Says what time it is, with a time zone.
            pace: How soon; tests are faster.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        pace = pace or Pace()
        self._opened = opened
        self._carried = carried
        self._place = place
        self._file: SavedFile | None = None
        if place.path is not None:
            self._file = SavedFile(place.path, place.folder, place.digest)
        self._hands = hands
        self._now = now
        self._saved = opened.value if place.path and place.is_saved else None
        self._in_journal: Assessment | None = None if place.is_saved else opened.value
        self._journalled = self._in_journal
        self.problem: Problem | None = None
        self.safety = Safety.SAVED if place.path else self._without_file()
        self._journal_timer = _timer(pace.journal, self._on_journal_time, self)
        self._save_timer = _timer(pace.save, self.save, self)
        self._again_timer = _timer(pace.again, self.save, self)
        opened.changed.connect(self._on_changed)
        if place.path and not place.is_saved:
            self._save_timer.start()

    @property
    def path(self) -> Path | None:
        """The file of the assessment, if it has one."""
        return self._file.path if self._file else None

    @property
    def folder(self) -> Path:
        """The user's data folder, where work is kept that is in no file yet."""
        return self._place.folder

    @property
    def has_unsaved(self) -> bool:
        """Whether the assessment differs from what is in its file."""
        return self._saved != self._opened.value

    def save(self) -> None:
        """Save now, if there is a file and nothing speaks against it."""
        self._save_timer.stop()
        self._again_timer.stop()
        if self._file is None or self.safety is Safety.STOPPED:
            return
        value, file = self._opened.value, self._file
        self._show(Safety.SAVING)

        def job() -> None:
            file.save(value, *self._carried(), self._now())

        def done(_result: object, error: FileProblemsError | None) -> None:
            if file is self._file:
                self._on_saved(value, error)

        self._hands.saves.do(job, done)

    def save_as(self, path: Path) -> None:
        """Give the assessment a file, or another one, and save it there over what was there."""
        self._file = SavedFile(path, self._place.folder)
        self._saved = None
        self.safety = Safety.SAVING
        self._journal_timer.start()
        self.kept_as.emit(path)
        self.save()

    @property
    def was_recovered(self) -> bool:
        """Whether the work came out of the journal."""
        return not self._place.is_saved

    def let_go(self) -> None:
        """Give the work up: nothing more is saved or kept, and the journal drops it."""
        self.forget()
        self._saved = self._opened.value
        self.safety = Safety.SAVED

    @property
    def is_in_journal(self) -> bool:
        """Whether the journal holds what is not in the file, but for the last half second."""
        return not self.has_unsaved or self._in_journal is self._journalled is not None

    def keep_in_journal(self) -> bool:
        """Put the assessment into the journal now, for the next start; say whether it is there."""
        self._journal_timer.stop()
        self._on_journal_time()
        self._hands.journals.finish()
        return self.is_in_journal

    def finish(self) -> bool:
        """Save what is left; say whether everything is in the file, and then drop the journal."""
        self._hands.saves.finish()
        if self._file is not None and self.has_unsaved:
            self.save()
            self._hands.saves.finish()
        if self._file is not None and not self.has_unsaved:
            self.forget()
            return True
        return False

    def forget(self) -> None:
        """Drop what the journal holds: it is saved, or not wanted."""
        for timer in (self._save_timer, self._again_timer):
            timer.stop()
        self._drop()
        self._hands.journals.finish()

    def _drop(self) -> None:
        self._journal_timer.stop()
        self._journalled = self._in_journal = None
        self._hands.journals.do(self._forget, _let_be)

    def _forget(self) -> None:
        self._place.journal.forget(self._place.key)

    def _on_changed(self, _before: Assessment, _after: Assessment) -> None:
        if self.safety in (Safety.EXAMPLE, Safety.LOOKING):
            return
        if not self._journal_timer.isActive():
            self._journal_timer.start()
        if self._file is not None and self.safety is not Safety.STOPPED:
            self._save_timer.start()
            self._show(Safety.SAVING)

    def _on_journal_time(self) -> None:
        value, file, place = self._opened.value, self._file, self._place
        looked_at = self.safety in (Safety.EXAMPLE, Safety.LOOKING)
        if looked_at or value is self._journalled or value is self._saved:
            return
        self._journalled = value

        def job() -> None:
            origin = file.origin if file else None
            place.journal.keep(place.key, value, *self._carried(), origin, self._now())

        def done(_result: object, error: FileProblemsError | None) -> None:
            self._on_journalled(value, error)

        self._hands.journals.do(job, done)

    def _on_journalled(self, value: Assessment, error: FileProblemsError | None) -> None:
        if error is None:
            self._in_journal = value
            if self._file is None and self.safety is Safety.FAILED:
                self.problem = None
                self._show(Safety.NO_FILE)
            return
        if self._journalled is value:
            self._journalled = None
        if self._file is None:
            self.problem = error.problems[0]
            self._show(Safety.FAILED)
        elif self.safety is Safety.FAILED:
            self.safety_changed.emit(self.safety)

    def _on_saved(self, value: Assessment, error: FileProblemsError | None) -> None:
        if error is not None:
            self.problem = error.problems[0]
            if self.problem.code == CHANGED_ELSEWHERE:
                self._show(Safety.STOPPED)
                self.changed_elsewhere.emit()
            else:
                self._show(Safety.FAILED)
                self._again_timer.start()
            return
        self.problem = None
        self._saved = value
        if value is self._opened.value:
            self._drop()
            self._show(Safety.SAVED)

    def _without_file(self) -> Safety:
        if self._place.is_looked_at:
            return Safety.LOOKING
        return Safety.EXAMPLE if self._opened.value.fictional else Safety.NO_FILE

    def _show(self, safety: Safety) -> None:
        if safety is not self.safety:
            self.safety = safety
            self.safety_changed.emit(safety)


def _let_be(_result: object, _error: FileProblemsError | None) -> None:
    """Do nothing: what can't be dropped is the same as the file, which is seen at the start."""


def _timer(interval: int, slot: Callable[[], None], parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer
