"""How long the window takes to repaint after an answer, to change pages, and to search and scroll.

It is painted without a screen (Qt's `offscreen`), so a real display adds its own time.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from scripts.benchmarks.core import FEW, MANY, RESPONDENTS, answered, made_up
from scripts.benchmarks.report import Table, print_and_keep
from selfassess import app as program
from selfassess.core import edits
from selfassess.core.content import Content
from selfassess.core.results import work_out
from selfassess.files.tokens_file import read_tokens
from selfassess.ui.desk import Desk
from selfassess.ui.library import Library
from selfassess.ui.main_window import MainWindow
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.cases import CasesPage
from selfassess.ui.pages.grid import GridPage
from selfassess.ui.pages.start import StartPage
from selfassess.ui.theme import Theme
from tests.shipped import shipped

TIMES = 60
VISITS = 8
GOAL_ANSWER, GOAL_LATE, GOAL_PAGE = 16.0, 33.0, 50.0
NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
COLUMNS = ("median", "99 of 100", "processor", "goal")


def main() -> None:
    """Measure and print."""
    application = an_application()
    chance = random.Random(4)  # noqa: S311 - no secret: it does the same each time
    content = replace(shipped(), cases=made_up(FEW, shipped(), chance))
    with tempfile.TemporaryDirectory() as folder:
        window, opened = made_window(content, application, Path(folder), chance)
        tables = [_answers(window, opened), _pages(window, opened)]
        many = replace(content, cases=made_up(MANY, shipped(), chance))
        window, opened = made_window(many, application, Path(folder), chance)
        tables.append(_library(window, opened))
    facts = {"respondents": RESPONDENTS, "cases": FEW, "many_cases": MANY, "unit": "milliseconds"}
    print_and_keep("window", tables, facts)


def an_application() -> QApplication:
    """Return the application, which there can be but once."""
    there = QApplication.instance()
    application = there if isinstance(there, QApplication) else QApplication([])
    application.setStyle("Fusion")
    return application


def made_window(
    content: Content, application: QApplication, folder: Path, chance: random.Random
) -> tuple[MainWindow, OpenAssessment]:
    """Show the window with answers of all respondents, at the first question."""
    theme = Theme(read_tokens(), choice="light")
    window = MainWindow(theme, application, program.places(), lambda: StartPage(theme, ""))
    opened = OpenAssessment(answered(content, chance), content, work_out, window)
    library = Library(folder, folder, _NowWorker(), lambda: opened.content, lambda: None)
    window.resize(1366, 768)
    window.show()
    window.work_on(
        Desk(opened, theme, None, lambda: NOW, lambda: "id", print, lambda: None, library=library)  # type: ignore[arg-type]  # it asks nothing
    )
    window.go_to("walk")
    settle()
    return window, opened


class _NowWorker:
    def do(self, job: Callable[[], Any], done: Callable[[Any, Any], None]) -> None:
        done(job(), None)

    def finish(self) -> None:
        pass


def _answers(window: MainWindow, opened: OpenAssessment) -> Table:
    """Time an answer by key until the questions are painted; and with each page of results open."""
    keys = cycle("12345")
    rows = {
        "a key on the question": [
            *_timed(lambda: QTest.keyClick(window.page, next(keys)), TIMES),
            GOAL_ANSWER,
        ]
    }
    answer = _edit(opened)
    for place in program.places():
        window.go_to(place.id)
        settle()
        rows[f"an answer, {place.id} in view"] = [*_timed(answer, TIMES), GOAL_ANSWER]
    window.go_to("grid")
    settle()
    view = window.page.view if isinstance(window.page, GridPage) else None
    assert view is not None  # noqa: S101 - it was gone to
    view.setCurrentIndex(view.grid.index(1, 0))
    rows["a key in the grid"] = [
        *_timed(lambda: QTest.keyClick(view, next(keys)), TIMES),
        GOAL_ANSWER,
    ]
    title = f"until it is painted (ms); late answers at most {GOAL_LATE:g}"
    return Table(title, COLUMNS, rows)


def _pages(window: MainWindow, opened: OpenAssessment) -> Table:
    """Time going to each page again; and after an answer was given elsewhere."""
    rows = {}
    edit = _edit(opened)
    for place in program.places():
        other = "walk" if place.id != "walk" else "grid"

        def leave(other: str = other) -> None:
            window.go_to(other)
            settle()

        def leave_and_answer(leave: Callable[[], None] = leave) -> None:
            leave()
            edit()
            settle()

        def go(id_: str = place.id) -> None:
            window.go_to(id_)

        for name, before in ((place.id, leave), (f"{place.id}, after an answer", leave_and_answer)):
            before()
            go()
            settle()
            rows[name] = [*_timed(go, VISITS, before=before), GOAL_PAGE]
    return Table("going to a page (ms)", COLUMNS, rows)


def _edit(opened: OpenAssessment) -> Callable[[], None]:
    """Return what gives another answer each time."""
    topics = [topic.id for topic in opened.asked.walk]
    person = opened.value.respondents[0].id
    numbers = iter(range(1_000_000))

    def answer() -> None:
        number = next(numbers)
        level: Any = number % 5 + 1
        topic = topics[number % len(topics)]
        opened.edit(edits.say(opened.value, person, topic, level), "")

    return answer


def _library(window: MainWindow, opened: OpenAssessment) -> Table:
    rows = {
        "preparing the library, once": _once(lambda: opened.results),
        "going there first": _once(lambda: window.go_to("cases")),
    }
    page = window.page
    assert isinstance(page, CasesPage)  # noqa: S101 - it was gone to
    field = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    letters = iter("housing nurse police school " * 10)
    rows["a letter in the search"] = [
        *_timed(lambda: QTest.keyClick(field, next(letters)), 40),
        GOAL_PAGE,
    ]
    field.clear()
    settle()
    rows["a key down the list"] = [
        *_timed(lambda: QTest.keyClick(page.list, Qt.Key.Key_Down), TIMES),
        GOAL_PAGE,
    ]
    rows["an answer, with the list in view"] = [*_timed(_edit(opened), TIMES), GOAL_PAGE]
    return Table(f"library of {MANY:,} case studies (ms)", COLUMNS, rows)


def _once(does: Callable[[], object]) -> list[float | None]:
    """Return how long something takes that is done but once, until all is painted."""
    began, began_to_use = time.perf_counter(), time.process_time()
    does()
    settle()
    taken, used = time.perf_counter() - began, time.process_time() - began_to_use
    return [1000 * taken, None, 1000 * used, None]


def _timed(
    does: Callable[[], object], times: int, before: Callable[[], object] | None = None
) -> list[float | None]:
    """Return median, 99th percentile and the processor's median, in ms, until all is painted."""
    taken, used = [], []
    for _ in range(times):
        if before is not None:
            before()
        began, began_to_use = time.perf_counter(), time.process_time()
        does()
        QApplication.processEvents()
        taken.append(1000 * (time.perf_counter() - began))
        used.append(1000 * (time.process_time() - began_to_use))
    return [median(taken), quantiles(taken, n=100, method="inclusive")[98], median(used)]


def settle() -> None:
    """Let everything that was put off come to rest."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
