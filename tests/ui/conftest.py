from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from selfassess import app as program
from selfassess.core.assessment import Assessment
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import work_out
from selfassess.files.content_pack import packs
from selfassess.files.pack_content import merged
from selfassess.files.pack_files import NAME
from selfassess.files.settings_file import Settings
from selfassess.files.tokens_file import read_tokens
from selfassess.ui.desk import Desk
from selfassess.ui.keeper import Pace
from selfassess.ui.library import Library
from selfassess.ui.means import Means
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.parts.roles import tell_roles
from selfassess.ui.preferences import NO_POLICY, Preferences
from selfassess.ui.prompts import Pick, Question
from selfassess.ui.shell import Shell
from selfassess.ui.style import dress
from selfassess.ui.theme import Theme
from tests import builders
from tests.pilot import Pilot

NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
NEVER = 3_600_000


class ScriptedPrompts:
    """Answers from a script, and fails on a question that nobody expected."""

    def __init__(self) -> None:
        self.script: list[object] = []
        self.asked: list[str] = []

    def expect(self, *answers: object) -> None:
        """Set what the next questions are answered with, in their order."""
        self.script += answers

    def choose(self, question: Question) -> str:
        answer = self._answer(question.title)
        assert answer in {*dict(question.answers), question.cancel}, f"no “{answer}” in {question}"
        return answer

    def tell(self, title: str, text: str) -> None:
        assert self._answer(title) == "ok", f"{title}: {text}"

    def write(self, title: str, text: str, label: str) -> str | None:
        return self._answer(title)

    def pick(self, question: Pick, offered: tuple[tuple[str, str], ...]) -> str | None:
        answer = self._answer(question.title)
        if callable(answer):
            answer = answer(offered)
        assert answer is None or answer in dict(offered), f"no “{answer}” in {offered}"
        return answer

    def file_to_open(self, title: str, pattern: str) -> Path | None:
        return self._answer(title)

    def files_to_open(self, title: str, pattern: str) -> tuple[Path, ...]:
        return self._answer(title)

    def folder(self, title: str, suggested: Path) -> Path | None:
        return self._answer(title)

    def file_to_save(self, title: str, suggested: Path, pattern: str) -> Path | None:
        answer = self._answer(title)
        return answer(suggested) if callable(answer) else answer

    def _answer(self, title: str):
        self.asked.append(title)
        assert self.script, f"nobody expected “{title}”"
        return self.script.pop(0)


class NowWorker:
    """Does every job at once, in the window's thread."""

    def do(self, job: Callable[[], object], done: Callable[[object, object], None]) -> None:
        try:
            result, error = job(), None
        except FileProblemsError as problem:
            result, error = None, problem
        done(result, error)

    def finish(self) -> None:
        pass


@pytest.fixture(scope="session", autouse=True)
def roles():
    """Parts say what they are, as in the program."""
    tell_roles()


@pytest.fixture(autouse=True)
def no_button_stays_pressed(qapp):
    """Qt remembers a pressed button for the whole process, and pages scroll otherwise meanwhile."""
    yield
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture(scope="session")
def tokens():
    return read_tokens()


@pytest.fixture
def theme(qapp, tokens):
    return Theme(tokens, choice="light")


@pytest.fixture
def prompts():
    scripted = ScriptedPrompts()
    yield scripted
    assert not scripted.script, f"never asked: {scripted.script}"


@pytest.fixture
def new_id():
    numbers = count(1)
    return lambda: f"id-{next(numbers)}"


class Rereads(list):
    """Counts how often the content is read anew."""

    def __call__(self) -> None:
        self.append(NOW)


@pytest.fixture
def open_desk(theme, prompts, new_id, tmp_path):
    """Makes a desk with an assessment on it; by default a small one without answers."""
    made = []

    def make(value: Assessment | None = None, content=None) -> Desk:
        opened = OpenAssessment(
            value or builders.assessment(), content or builders.content(), work_out
        )
        made.append(opened)
        links: list[str] = []
        folder = tmp_path / "data"
        library = Library(folder, tmp_path, NowWorker(), lambda: opened.content, Rereads())
        return Desk(
            opened,
            theme,
            prompts,
            lambda: NOW,
            new_id,
            links.append,
            lambda: None,
            library=library,
        )

    yield make
    for opened in made:
        opened.close()


@pytest.fixture
def desk(open_desk):
    return open_desk()


@pytest.fixture
def show_page(qtbot, theme):
    """Shows a page in a window of its own, and returns the pilot for it."""

    def show(page, width: int = 1366, height: int = 690) -> Pilot:
        qtbot.addWidget(page)
        dress(page, theme)
        page.resize(width, height)
        page.fit(theme.room(page.size()))
        with qtbot.waitActive(page):
            page.show()
        page.arrive("")
        page.repaint()
        for _turn in range(3):  # what stands beside a question comes after it
            QApplication.processEvents()
        return Pilot(qtbot, page)

    return show


def _let_close(window) -> None:
    window.may_close = True


@pytest.fixture
def make_shell(qtbot, qapp, theme, prompts, new_id, tmp_path):
    """Makes the whole face of the program, with its data in a folder of the test."""
    made = []

    def make(
        settings: Settings | None = None,
        *,
        content=None,
        example=None,
        worker=None,
        pace=None,
        policy=NO_POLICY,
    ) -> Shell:
        known = content or builders.content()
        shown = example or builders.assessment(fictional=True, answers="PU1=2")
        means = Means(
            content=lambda: merged(known, packs(tmp_path / "data" / NAME)),
            built_in=lambda: known,
            example=lambda _content, _today: shown,
            work_out=work_out,
            now=lambda: NOW,
            new_id=new_id,
            browse=lambda url: None,
            folder=tmp_path / "data",
            documents=tmp_path,
            cache=lambda: tmp_path / "cache",
            worker=worker or NowWorker(),
            pace=pace or Pace(journal=NEVER, save=NEVER),
        )
        preferences = Preferences(settings or Settings(), means.folder, means.worker, policy)
        shell = Shell(theme, qapp, program.places(), prompts, preferences, means)
        made.append(shell)
        qtbot.addWidget(shell.window, before_close_func=_let_close)
        with qtbot.waitActive(shell.window):
            shell.window.show()
        shell.window.show_start()
        return shell

    yield make
    for shell in made:
        if shell.opening.opened is not None:
            shell.opening.opened.close()
        shell.deleteLater()
