"""Window prompts: the questions of the program, asked in windows."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from selfassess.ui.dialogs.dialog import Dialog, give_back
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.text import Text
from selfassess.ui.prompts import Pick, Question
from selfassess.ui.spacing import Gap, S
from selfassess.ui.theme import Theme
from selfassess.words import _


class _Choose(Dialog):
    """A question with buttons."""

    def __init__(
        self, theme: Theme, app: QApplication, question: Question, parent: QWidget | None
    ) -> None:
        super().__init__(theme, app, question.title, question.text, parent)
        self.answer = question.cancel
        self._ids: dict[Button, str] = {}
        for place, (id_, words) in enumerate(question.answers):
            rank = Rank.OUTLINE if place else Rank.PRIMARY
            button = Button(theme, words, rank, parent=self)
            button.setAutoDefault(False)
            button.clicked.connect(self._on_clicked)
            self._ids[button] = id_
        self.hold((), tuple(reversed(self._ids)))
        next(iter(self._ids)).setFocus()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.answer = self._ids[button]
            self.accept()


class _Write(Dialog):
    """A question whose answer is written."""

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        title: str,
        text: str,
        label: str,
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, app, title, text, parent)
        self._field = Field(theme, label, parent=self)
        done = Button(theme, title, Rank.PRIMARY, parent=self)
        cancel = Button(theme, _("Cancel"), parent=self)
        for button in (done, cancel):
            button.setAutoDefault(False)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        self.hold((self._field,), (cancel, done))
        self._field.editor.setFocus()

    @property
    def words(self) -> str:
        """What was written."""
        return self._field.words


class _Pick(Dialog):
    """A question whose answer is one of a list."""

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        question: Pick,
        offered: tuple[tuple[str, str], ...],
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, app, question.title, question.text, parent)
        self._choice = Choice(theme, says=question.label, parent=self)
        self._choice.offer(offered)
        self._choice.mark(offered[0][0])
        done = Button(theme, question.act, Rank.PRIMARY, parent=self)
        cancel = Button(theme, _("Cancel"), parent=self)
        for button in (done, cancel):
            button.setAutoDefault(False)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        label = Text(theme, question.label, "small_bold", parent=self)
        self.hold((label, Gap(S), self._choice), (cancel, done))
        self._choice.setFocus()

    @property
    def picked(self) -> str:
        """The id of what was chosen."""
        return self._choice.marked


class WindowPrompts:
    """Asks in windows above the main window."""

    def __init__(self, theme: Theme, app: QApplication) -> None:
        self._theme = theme
        self._app = app
        self.window: QWidget | None = None

    def choose(self, question: Question) -> str:
        """Ask, and return the id of the answer."""
        dialog = _Choose(self._theme, self._app, question, self.window)
        dialog.exec()
        answer = dialog.answer
        dialog.deleteLater()
        return answer

    def tell(self, title: str, text: str) -> None:
        """Say something that must be read before going on."""
        self.choose(Question(title, text, (("ok", _("OK")),), "ok"))

    def write(self, title: str, text: str, label: str) -> str | None:
        """Ask for some words; none when the user thought better of it."""
        dialog = _Write(self._theme, self._app, title, text, label, self.window)
        accepted = dialog.exec()
        words = dialog.words if accepted else None
        dialog.deleteLater()
        return words

    def pick(self, question: Pick, offered: tuple[tuple[str, str], ...]) -> str | None:
        """Ask for one of a list; none when it is left."""
        dialog = _Pick(self._theme, self._app, question, offered, self.window)
        picked = dialog.picked if dialog.exec() else None
        dialog.deleteLater()
        return picked

    def file_to_open(self, title: str, pattern: str) -> Path | None:
        """Ask which file to open."""
        name, _filter = QFileDialog.getOpenFileName(self.window, title, "", pattern)
        give_back(self.window)
        return Path(name) if name else None

    def files_to_open(self, title: str, pattern: str) -> tuple[Path, ...]:
        """Ask which files to open, one or several."""
        names, _filter = QFileDialog.getOpenFileNames(self.window, title, "", pattern)
        give_back(self.window)
        return tuple(Path(name) for name in names)

    def folder(self, title: str, suggested: Path) -> Path | None:
        """Ask for a folder to write several files into."""
        name = QFileDialog.getExistingDirectory(self.window, title, str(suggested))
        give_back(self.window)
        return Path(name) if name else None

    def file_to_save(self, title: str, suggested: Path, pattern: str) -> Path | None:
        """Ask where to save."""
        name, _filter = QFileDialog.getSaveFileName(self.window, title, str(suggested), pattern)
        give_back(self.window)
        return Path(name) if name else None
