"""App: the one place that builds everything and passes it on."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtGui import QGuiApplication

from selfassess import __version__, paths
from selfassess.core.assessment import Assessment
from selfassess.core.content import Content
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files import content_index
from selfassess.files.fault_log import FaultLog
from selfassess.files.policy_file import read_policy
from selfassess.files.settings_file import read_settings
from selfassess.files.tokens_file import read_tokens
from selfassess.loading import load
from selfassess.ui.application import Application
from selfassess.ui.collecting import Collecting
from selfassess.ui.dialogs.window_prompts import WindowPrompts
from selfassess.ui.means import Means
from selfassess.ui.mishap import Mishap
from selfassess.ui.naming import documents
from selfassess.ui.pages.later import page
from selfassess.ui.places import Place, Tab
from selfassess.ui.preferences import Preferences
from selfassess.ui.prompts import Prompts
from selfassess.ui.saved_words import problem_words
from selfassess.ui.shell import Shell
from selfassess.ui.style import dress_application
from selfassess.ui.theme import Theme
from selfassess.ui.worker import ThreadWorker
from selfassess.words import _, interface, speak
from selfassess.words.problems import sentence

_MOST_PROBLEMS = 3
_ID_BYTES = 6


def places() -> tuple[Place, ...]:
    """Return the pages that exist, in the order of tabs and sub-tabs."""
    return (
        Place("setup", Tab.SET_UP, page("setup", "SetUpPage")),
        Place("walk", Tab.ANSWER, page("walk", "WalkPage")),
        Place("grid", Tab.ANSWER, page("grid", "GridPage")),
        Place("prepare", Tab.WORKSHOP, page("prepare", "PreparePage"), _("Before")),
        Place("room", Tab.WORKSHOP, page("room", "RoomPage"), _("In the room")),
        Place("agreed", Tab.WORKSHOP, page("agreed", "AgreedPage"), _("Afterwards")),
        Place("overview", Tab.RESULTS, page("overview", "OverviewPage"), _("Overview")),
        Place("agreement", Tab.RESULTS, page("agreement", "AgreementPage"), _("Agreement")),
        Place("barriers", Tab.RESULTS, page("barriers", "BarriersPage"), _("Barriers")),
        Place("cases", Tab.RESULTS, page("cases", "CasesPage"), _("Case studies")),
        Place("compare", Tab.RESULTS, page("compare", "ComparePage"), _("Compare")),
        Place("plan", Tab.PLAN, page("plan", "PlanPage")),
        Place("report", Tab.REPORT, page("report", "ReportPage"), _("Report")),
        Place("return", Tab.REPORT, page("hand_over", "ReturnPage"), _("Return")),
        Place("case-study", Tab.REPORT, page("case_writing", "CaseWritingPage"), _("Case study")),
    )


def run(arguments: Sequence[str]) -> int:
    """Show the window, with the file that was named or the start page.

    Args:
        arguments: The command line without the program's name; the first is a file, if any.

    Returns:
        0 when the window was closed.
    """
    app = Application(["selfassess", "-style", "Fusion", *arguments])
    app.setApplicationName("selfassess")
    app.setApplicationDisplayName("Sharing readiness")
    app.setApplicationVersion(__version__)
    collecting = Collecting(app)
    folder = paths.data_folder()
    own, problem = read_settings(folder)
    policy, unused = read_policy(paths.policy_folder())
    settings = policy.over(own)
    speak(settings.language)
    theme = Theme(read_tokens(), choice=settings.theme, text_scale=settings.text_scale, parent=app)
    theme.follow(app.styleHints())
    dress_application(app, theme)
    theme.changed.connect(partial(dress_application, app, theme))
    worker, journals = ThreadWorker(app), ThreadWorker(app)
    prompts = WindowPrompts(theme, app)
    known = _Content(prompts)
    means = Means(
        content=known,
        example=_example,
        work_out=_work_out,
        now=_now,
        new_id=_new_id,
        browse=_browse,
        folder=folder,
        documents=documents(),
        worker=worker,
        journals=journals,
        built_in=_built_in,
        forget=known.forget,
    )
    preferences = Preferences(own, folder, worker, policy)
    shell = Shell(theme, app, places(), prompts, preferences, means)
    prompts.window = shell.window
    mishap = Mishap(shell.opening, prompts, FaultLog(folder), _now, _copy, shell.quit)
    mishap.install()
    shell.window.show()
    if problem is not None:
        prompts.tell(_("Your settings could not be read"), problem_words(problem))
    if unused is not None:
        prompts.tell(
            _("The settings of your organisation are not in use"), sentence(unused, interface())
        )
    app.file_wanted.connect(shell.opening.open_file)
    shell.open_first(Path(arguments[0]) if arguments else None)
    worker.do(known.read, _read_ahead)
    code = app.exec()
    worker.close()
    journals.close()
    mishap.remove()
    collecting.stop()
    return code


class _Content:
    """Reads the content when it is first needed, and keeps it; says once what packs lack."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._content: Content | None = None
        self._problems: tuple[Problem, ...] = ()
        self._reading = Lock()

    def forget(self) -> None:
        """Read it anew when it is next needed."""
        with self._reading:
            self._content = None

    def read(self) -> Content:
        """Read it where that has not been done; off the window's thread it is read ahead."""
        with self._reading:
            if self._content is None:
                self._content, self._problems = content_index.usable_content()
            return self._content

    def __call__(self) -> Content:
        content, problems = self.read(), self._problems
        if problems:
            self._problems = ()
            title = _("A content pack can’t be used, so it is left out")
            said = [sentence(problem, interface()) for problem in problems[:_MOST_PROBLEMS]]
            self._prompts.tell(title, "\n".join(said))
        return content


def _example(content: Content, today: date) -> Assessment:
    made: Assessment = load("selfassess.files.example").example(content, today)
    return made


def _work_out(assessment: Assessment, content: Content) -> Any:
    return load("selfassess.core.results").work_out(assessment, content)


def _built_in() -> Content:
    return content_index.content(with_packs=False)


def _now() -> datetime:
    return datetime.now().astimezone()


def _new_id() -> str:
    return os.urandom(_ID_BYTES).hex()


def _read_ahead(_content: Content | None, _error: FileProblemsError | None) -> None:
    """Do nothing: the content is kept, and what is wrong with it is said when it is needed."""


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def _browse(url: str) -> None:
    load("selfassess.ui.outside").show_address(url)
