"""Opening: begins, opens, recovers and closes assessments, one at a time."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from selfassess.core.assessment import Assessment, Round
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError
from selfassess.files import assessment_file, atomic, conflicts, disk, lock_file
from selfassess.files.journal import EarlierVersion, Journal, bring_back, keep_earlier_version
from selfassess.ui import looking, naming, questions, recovering, versions
from selfassess.ui.blank import blank
from selfassess.ui.closing import Work, may_close
from selfassess.ui.holding import Holding
from selfassess.ui.keeper import Keeper, Place, Safety
from selfassess.ui.looking import LookedAt
from selfassess.ui.means import Means
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.prompts import Prompts
from selfassess.ui.saved_words import problems_words
from selfassess.ui.work_lock import WorkLock
from selfassess.words import _

PATTERN = f"Sharing readiness (*{assessment_file.ENDING})"


class _Kept(NamedTuple):
    """How work is kept: its file and what that holds, its key in the journal, and its locks."""

    path: Path | None = None
    digest: str = ""
    key: str = ""
    lock: WorkLock | None = None
    holding: Holding | None = None
    looked_at: LookedAt | None = None


class Opening(QObject):
    """Knows what is open and how it is kept; asks before anything could be lost.

    Signals:
        begun: Something else is open; carries the open assessment and where to go first.
        ended: Nothing is open any more.
        safety_changed: The work is more or less safe; carries a `Safety`.
        file_known: The work has a file; carries its path.
    """

    begun = Signal(object, str)
    ended = Signal()
    safety_changed = Signal(object)
    file_known = Signal(object)

    def __init__(self, prompts: Prompts, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self._means = means
        self._journal = Journal(means.folder)
        self._work: Work | None = None
        self._closing = False

    @property
    def opened(self) -> OpenAssessment | None:
        """The assessment that is open; none while nothing is."""
        return self._work.opened if self._work else None

    def content_of(self, round_: Round) -> Content:
        """Return the content with the questionnaire and modules that a round was answered with.

        Raises:
            LookupError: nothing is open.
        """
        if self._work is None:
            raise LookupError("nothing is open")
        content = self._means.content()
        return assessment_file.content_for(self._work.carried, round_, content)

    def reread_content(self) -> None:
        """Read the content anew after a change of packs, and give it to what is open."""
        if self._means.forget is not None:
            self._means.forget()
        if self._work is not None:
            opened = self._work.opened
            content = assessment_file.content_for(
                self._work.carried, opened.value.latest, self._means.content()
            )
            opened.take_content(content)

    @property
    def keeper(self) -> Keeper | None:
        """What keeps the open assessment; none while nothing is open."""
        return self._work.keeper if self._work else None

    @property
    def looked_at(self) -> LookedAt | None:
        """What is only looked at; none while something is worked on."""
        looks = self.keeper is not None and self.keeper.safety is Safety.LOOKING
        return self._work.looked_at if self._work and looks else None

    def begin(self) -> None:
        """Begin a new assessment at set-up."""
        if not self.close():
            return
        means = self._means
        value = blank(means.new_id(), means.content(), means.now().date())
        self._take(_unfiled(value), "setup")

    def show_example(self) -> None:
        """Show the worked example; nothing of it is saved."""
        if self.close():
            today = self._means.now().date()
            value = self._means.example(self._means.content(), today)
            self._take(_unfiled(value), "walk")

    def choose_file(self) -> bool:
        """Ask for a file and open it; say whether it was opened."""
        path = self._prompts.file_to_open(_("Open an assessment"), PATTERN)
        return path is not None and self.open_file(path)

    def open_file(self, path: Path) -> bool:
        """Open a file; where it can't be used say why, and leave what is open as it is."""
        return self._is_open(path) or self._open(path)

    def _is_open(self, path: Path) -> bool:
        """Say of a file that is open already that it is."""
        keeper = self.keeper
        if keeper is None or keeper.path is None or not disk.is_same(keeper.path, path):
            return False
        if keeper.safety is Safety.STOPPED:
            self._on_changed_elsewhere()
        else:
            self._prompts.tell(*questions.open_already(keeper.path))
        return True

    def _open(self, path: Path) -> bool:
        means = self._means
        try:
            read = assessment_file.read(path)
        except FileProblemsError as error:
            version = versions.instead_of(path, error, means.folder, self._prompts, means.now())
            return self._look_at_version(path, version)
        if not disk.is_writable(path):
            return self._look(read, looking.fixed(path))
        holding = self._new_holding()
        holder = holding.take(path)
        if holder is not None:
            answer = self._prompts.choose(questions.in_use(path, holder, means.now(), means.me()))
            if answer == "look":
                return self._look(read, looking.held(path, holder))
            if answer != "anyway":
                return False
            holding.take(path, anyway=True)
        if not self.close():
            holding.release()
            return False
        self._take(read, _first(read), _Kept(path, read.digest, holding=holding))
        self.file_known.emit(path)
        means.worker.do(partial(_look_around, path), partial(self._tell_conflicts, path))
        return True

    def choose_earlier(self) -> None:
        """Ask for an earlier version of the open file, and show it."""
        means, keeper, looked_at = self._means, self.keeper, self.looked_at
        path = looked_at.path if looked_at else keeper.path if keeper else None
        version = versions.pick(path, means.folder, self._prompts, means.now())
        if path is not None:
            self._look_at_version(path, version)

    def stop_looking(self) -> None:
        """Do what is offered while something is only looked at."""
        looked_at = self.looked_at
        if looked_at is None:
            return
        if looked_at.version is not None:
            self._bring_back(looked_at.path, looked_at.version.path)
        elif looked_at.is_locked:
            self.keep_in_file()
        else:
            self.open_file(looked_at.path)

    def recover(self, file: Path | None = None) -> bool:
        """Offer work that was never saved, the newest first; say whether some was taken up.

        Only that of a file is offered where one is named.
        """
        means = self._means
        offered = recovering.offer(self._journal, means.folder, self._prompts, means.now(), file)
        if offered is None:
            return False
        path, holding = offered.found.file, self._new_holding()
        # Somebody may have written to the file since, or has it open.
        if path is None or not offered.digest or holding.take(path):
            path = None
        kept = _Kept(path, offered.digest, offered.found.key, offered.lock, holding)
        self._take(offered.work, _first(offered.work), kept)
        return True

    def save(self) -> None:
        """Save now; ask for a file where there is none, or what to do where saving has stopped."""
        keeper = self.keeper
        if keeper is None:
            return
        if keeper.safety is Safety.STOPPED:
            self._on_changed_elsewhere()
        elif keeper.path is None:
            self.keep_in_file()
        else:
            keeper.save()

    def keep_in_file(self) -> None:
        """Ask for a file where the assessment has none yet; the example stays without."""
        keeper = self.keeper
        if keeper is None or keeper.path is not None or keeper.safety is Safety.EXAMPLE:
            return
        path = self._ask_where(_("Keep the assessment in a file"))
        if path is not None:
            keeper.save_as(path)

    def save_elsewhere(self) -> None:
        """Give the work another file, for when its own can't be written."""
        keeper = self.keeper
        path = self._ask_where(_("Save elsewhere")) if keeper else None
        if keeper is not None and path is not None:
            keeper.save_as(path)

    def save_copy(self) -> None:
        """Write a copy somewhere, and go on as before."""
        work = self._work
        path = self._ask_where(_("Save a copy")) if work else None
        if work is None or path is None:
            return
        if path == work.keeper.path:
            work.keeper.save()
            return
        try:
            assessment_file.write(path, work.opened.value, *self._means.parts(work.carried))
        except FileProblemsError as error:
            title = _("The copy could not be saved")
            self._prompts.tell(title, f"{problems_words(error)}\n{path}")

    def close(self) -> bool:
        """Close what is open; say whether it is closed and nothing is lost."""
        work = self._work
        if work is None:
            return True
        if self._closing:
            return False
        self._closing = True
        try:
            if not may_close(work, self._prompts, self.keep_in_file, self.save_elsewhere):
                return False
        finally:
            self._closing = False
        work.opened.close()
        self._work = None
        self.ended.emit()
        work.lock.release()
        work.holding.release()
        for gone in (work.keeper, work.opened, work.holding):
            gone.deleteLater()
        return True

    def _ask_where(self, title: str) -> Path | None:
        """Ask for a file to write, which nobody else may have open."""
        value = self.opened.value if self.opened else None
        suggested = self._means.documents / naming.suggested(value)
        chosen = self._prompts.file_to_save(title, suggested, PATTERN)
        if chosen is None:
            return None
        path = naming.with_ending(chosen)
        holder = lock_file.holder_of(path, self._means.now(), self._means.me())
        if holder is not None:
            self._prompts.tell(*questions.in_use_by(path, holder, self._means.me()))
            return None
        return path

    def _take(self, read: assessment_file.Opened, first: str, kept: _Kept | None = None) -> None:
        means = self._means
        content = assessment_file.content_for(read, read.assessment.latest, means.content())
        opened = OpenAssessment(read.assessment, content, means.work_out, self)
        kept = kept or _Kept()
        key = kept.key or means.new_id()
        place = Place(
            self._journal,
            means.folder,
            key,
            kept.path,
            kept.digest,
            is_saved=not kept.key,
            is_looked_at=kept.looked_at is not None,
        )
        parts = means.parts_later(read)
        keeper = Keeper(opened, parts, place, means.hands, means.now, means.pace, self)
        lock = kept.lock or WorkLock(means.folder, key)
        holding = kept.holding or self._new_holding()
        self._work = Work(opened, keeper, read, lock, holding, kept.looked_at)
        keeper.safety_changed.connect(self.safety_changed)
        keeper.changed_elsewhere.connect(self._on_changed_elsewhere)
        keeper.kept_as.connect(self._on_kept_as)
        self.begun.emit(opened, first)
        self.safety_changed.emit(keeper.safety)

    def _new_holding(self) -> Holding:
        return Holding(self._means.me, self._means.now, self._means.worker, self)

    def _look_at_version(self, path: Path, version: EarlierVersion | None) -> bool:
        """Show an earlier version of a file, if there is one; say whether it is shown."""
        if version is None:
            return False
        return self._look_at(version.path, looking.earlier(path, version, self._means.now()))

    def _look_at(self, path: Path, looked_at: LookedAt) -> bool:
        """Show a file without ever saving it; say whether it could be."""
        read = self._read(path)
        return read is not None and self._look(read, looked_at)

    def _read(self, path: Path) -> assessment_file.Opened | None:
        """Read a file; where it can't be used say why."""
        try:
            return assessment_file.read(path)
        except FileProblemsError as error:
            self._prompts.tell(questions.not_opened(path), f"{problems_words(error)}\n{path}")
            return None

    def _look(self, read: assessment_file.Opened, looked_at: LookedAt) -> bool:
        if not self.close():
            return False
        self._take(read, _first(read), _Kept(looked_at=looked_at))
        return True

    def _bring_back(self, path: Path, version: Path) -> None:
        """Put an earlier version in the place of its file, which is kept as one itself."""
        holding = self._new_holding()
        holder = holding.take(path)
        if holder is not None:
            self._prompts.tell(*questions.in_use_by(path, holder, self._means.me()))
            return
        if self.close():
            try:
                bring_back(self._means.folder, path, version, self._means.now())
            except FileProblemsError as error:
                title = _("The version could not be brought back")
                self._prompts.tell(title, problems_words(error))
            self.open_file(path)
        holding.release()

    def _tell_conflicts(
        self, path: Path, copies: tuple[Path, ...] | None, _error: FileProblemsError | None
    ) -> None:
        is_open = self.keeper is not None and self.keeper.path == path
        if copies and is_open and self._prompts.choose(questions.conflicting(copies)) == "look":
            self._look_at(copies[0], looking.copy(copies[0]))

    def _on_kept_as(self, path: Path) -> None:
        work = self._work
        if work is not None:
            work.holding.take(path, anyway=True)
        self.file_known.emit(path)

    def _on_changed_elsewhere(self) -> None:
        work = self._work
        if work is None or work.keeper.path is None:
            return
        path = work.keeper.path
        copy = naming.free_beside(path)
        answer = self._prompts.choose(questions.changed_elsewhere(path, copy))
        if answer == "both":
            work.keeper.save_as(copy)
        elif answer == "theirs":
            self._take_theirs(work, path)

    def _take_theirs(self, work: Work, path: Path) -> None:
        """Open what somebody else wrote; one's own is kept as an earlier version of the file."""
        mine = assessment_file.to_bytes(work.opened.value, *self._means.parts(work.carried))
        try:
            assessment_file.read(path)
            keep_earlier_version(self._means.folder, path, mine, self._means.now())
        except FileProblemsError as error:
            self._prompts.tell(questions.not_opened(path), f"{problems_words(error)}\n{path}")
            return
        work.keeper.let_go()
        self._open(path)


def _unfiled(value: Assessment) -> assessment_file.Opened:
    return assessment_file.Opened(value, (), (), "")


def _first(read: assessment_file.Opened) -> str:
    """Where to go first: to the questions, or to set-up where nobody could answer yet."""
    return "walk" if read.assessment.latest.organisations else "setup"


def _look_around(path: Path) -> tuple[Path, ...]:
    """Clear away what lies half-written beside a file; return its copies in conflict."""
    atomic.remove_leftovers(path.parent, path.name)
    return conflicts.copies_of(path)
