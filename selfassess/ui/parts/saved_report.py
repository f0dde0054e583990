"""Saved report: where the report is now, with the ways to it; or why it could not be saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.problem import Problem
from selfassess.files import disk
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.focus_ring import bring_into_view_later
from selfassess.ui.parts.notice import Notice
from selfassess.ui.spacing import Aligned, Gap, S, column
from selfassess.ui.theme import Theme
from selfassess.words import _, interface
from selfassess.words.problems import sentence

_PAPER = ".pdf"
_OPEN = "file.in-use"
_MAYBE_OPEN = "file.not-allowed"
"""What systems say of a file that a program has open, and of a folder that is closed."""


class SavedReport(QWidget):
    """Says how saving went; hidden while there is nothing to say.

    Signals:
        other_wanted: The user wants the way out: save under another name or in another folder.
    """

    other_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        show: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            theme: Fonts, colours and measures.
            show: Opens a file or folder with the program that the system has for it; returns False
                where there is none.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._show = show
        self._path = Path()
        self.done = Notice(theme, "info", "", self)
        self.problem = Notice(theme, "error", "", self)
        self.open = Button(theme, _("Open"), small=True, parent=self)
        self.folder = Button(theme, _("Show in folder"), small=True, parent=self)
        self.other = Button(theme, "", small=True, parent=self)
        self._ways = Flow(parent=self)
        self._ways.hold(self.open, self.folder)
        left = Qt.AlignmentFlag.AlignLeft
        other = Aligned(self.other, left)
        self.setLayout(column(self.done, self.problem, Gap(S), self._ways, other))
        self.open.clicked.connect(self._on_open)
        self.folder.clicked.connect(self._on_folder)
        self.other.clicked.connect(self.other_wanted)
        self.clear()

    def tell_saved(self, path: Path) -> None:
        """Say where the report is; a PDF is printed from the program that opens it."""
        self._path = path
        told = _("Saved: {path}", path=str(path))
        if path.suffix.casefold() == _PAPER:
            told = _("{saved}\nPrint it from the program that opens it.", saved=told)
            self.open.say(_("Open it to print"))
        else:
            self.open.say(_("Open"))
        self.done.say(told)
        self._arrange(saved=True, problem=False)
        say_aloud(self, told)

    def tell_problem(self, problem: Problem, way_out: str = "") -> None:
        """Say why it could not be saved, to screen readers too.

        Args:
            problem: What was in the way.
            way_out: What the button says that saves it elsewhere; empty for none.
        """
        said = sentence(problem, interface())
        path = Path(problem.file)
        maybe_open = problem.code == _MAYBE_OPEN and disk.is_there(path)
        if path.suffix.casefold() == _PAPER and (problem.code == _OPEN or maybe_open):
            said = _(
                "{path} can’t be replaced. Close it where it is open, then try again,"
                " or choose another folder. Your choices are kept.",
                path=problem.file,
            )
        self.problem.say(said)
        self.other.say(way_out)
        self._arrange(saved=False, problem=True, other=bool(way_out))
        say_aloud(self, said, urgent=True)

    def clear(self) -> None:
        """Say nothing."""
        self._arrange(saved=False, problem=False)

    def _arrange(self, *, saved: bool, problem: bool, other: bool = False) -> None:
        self.done.setVisible(saved)
        self._ways.setVisible(saved)
        self.problem.setVisible(problem)
        self.other.setVisible(other)
        self.setVisible(saved or problem)
        if saved or problem:
            bring_into_view_later(self)

    def _on_open(self) -> None:
        self._open(self._path)

    def _on_folder(self) -> None:
        self._open(self._path.parent)

    def _open(self, path: Path) -> None:
        if self._show(path) is False:
            self.done.say(_("No program here opens it. You find it at {path}", path=self._path))
