"""How long the window takes to repaint after an answer, to change pages, and to search and scroll.

It is painted without a screen (Qt's `offscreen`), so a real display adds its own time.
"""

import os
import random
import resource
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
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
from selfassess import paths
from selfassess.core import edits
from selfassess.core.content import Content
from selfassess.core.results import work_out
from selfassess.ui.desk import Desk
from selfassess.ui.library import Library
from selfassess.ui.main_window import MainWindow
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.start import StartPage
from selfassess.ui.theme import Theme, read_tokens
from tests.shipped import shipped

TIMES = 100
VISITS = 12
ACTS = 1_000
GOAL_ANSWER, GOAL_LATE, GOAL_PAGE = 16.0, 33.0, 50.0
NOW = datetime(2026, 11, 25, 9, 12, tzinfo=UTC)
COLUMNS = ("median", "99 of 100", "processor", "goal")


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    application.setStyle("Fusion")
    chance = random.Random(4)  # noqa: S311 - no secret: it does the same each time
    content = replace(shipped(), cases=made_up(FEW, shipped(), chance))
    with tempfile.TemporaryDirectory() as folder:
        window, opened = _window(content, application, Path(folder), chance)
        tables = [_answers(window, opened), _pages(window)]
        tables.append(_memory(window, opened, chance))
        many = replace(content, cases=made_up(MANY, shipped(), chance))
        window, opened = _window(many, application, Path(folder), chance)
        tables.append(_library(window))
    facts = {"respondents": RESPONDENTS, "cases": FEW, "many_cases": MANY, "unit": "milliseconds"}
    print_and_keep("window", tables, facts)


def _window(
    content: Content, application: QApplication, folder: Path, chance: random.Random
) -> tuple[MainWindow, OpenAssessment]:
    theme = Theme(read_tokens(paths.TOKENS), choice="light")
    window = MainWindow(theme, application, program.places(), lambda: StartPage(theme, ""))
    opened = OpenAssessment(answered(content, chance), content, work_out, window)
    library = Library(folder, folder, _NowWorker(), lambda: opened.content, lambda: None)
    window.resize(1366, 768)
    window.show()
    window.work_on(
        Desk(opened, theme, None, lambda: NOW, lambda: "id", print, lambda: None, library=library)  # type: ignore[arg-type]  # it asks nothing
    )
    window.go_to("walk")
    _settle()
    return window, opened


class _NowWorker:
    def do(self, job: Callable[[], Any], done: Callable[[Any, Any], None]) -> None:
        done(job(), None)

    def finish(self) -> None:
        pass


def _answers(window: MainWindow, opened: OpenAssessment) -> Table:
    """Time an answer by key until the questions are painted; and with each page of results open."""
    keys = iter("12345" * TIMES)
    rows = {
        "a key on the question": [
            *_timed(lambda: QTest.keyClick(window.page, next(keys)), TIMES),
            GOAL_ANSWER,
        ]
    }
    topics = [topic.id for topic in opened.asked.walk]
    person = opened.value.respondents[0].id
    for place in ("overview", "agreement", "barriers", "cases", "plan"):
        window.go_to(place)
        _settle()
        numbers = iter(range(10_000))

        def answer(numbers: Any = numbers) -> None:
            number = next(numbers)
            level: Any = number % 5 + 1
            topic = topics[number % len(topics)]
            opened.edit(edits.say(opened.value, person, topic, level), "")

        rows[f"an answer, {place} in view"] = [*_timed(answer, TIMES), GOAL_ANSWER]
    title = f"until it is painted (ms); late answers at most {GOAL_LATE:g}"
    return Table(title, COLUMNS, rows)


def _pages(window: MainWindow) -> Table:
    rows = {}
    for place in program.places():
        others = iter(["walk" if place.id != "walk" else "grid"] * VISITS)

        def leave(others: Any = others) -> None:
            window.go_to(next(others))
            _settle()

        leave()
        window.go_to(place.id)
        _settle()
        rows[place.id] = [
            *_timed(lambda id_=place.id: window.go_to(id_), VISITS - 1, before=leave),
            GOAL_PAGE,
        ]
    return Table("going to a page (ms)", COLUMNS, rows)


def _library(window: MainWindow) -> Table:
    started, used = time.perf_counter(), time.process_time()
    window.go_to("cases")
    _settle()
    first = [
        1000 * (time.perf_counter() - started),
        None,
        1000 * (time.process_time() - used),
        None,
    ]
    page = window.page
    assert page is not None  # noqa: S101 - it was gone to
    rows: dict[str, list[float | None]] = {"going there first": first}
    field = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    letters = iter("housing nurse police school " * 10)
    rows["a letter in the search"] = [
        *_timed(lambda: QTest.keyClick(field, next(letters)), 60),
        GOAL_PAGE,
    ]
    field.clear()
    _settle()
    rows["a key down the list"] = [
        *_timed(lambda: QTest.keyClick(page, Qt.Key.Key_Down), TIMES),
        GOAL_ANSWER,
    ]
    return Table(f"library of {MANY:,} case studies (ms)", COLUMNS, rows)


def _memory(window: MainWindow, opened: OpenAssessment, chance: random.Random) -> Table:
    """Do things at random, and look at the memory now and then."""
    places = [place.id for place in program.places()]
    topics = [topic.id for topic in opened.asked.walk]
    people = [person.id for person in opened.value.respondents]
    rows: dict[str, list[float | None]] = {}
    moves, back = 0.3, 0.5  # so often another page, and otherwise so often an undo
    for number in range(ACTS + 1):
        if number % (ACTS // 5) == 0:
            _settle()
            rows[f"after {number} acts"] = [_megabytes()]
        if chance.random() < moves:
            window.go_to(chance.choice(places))
        elif chance.random() < back:
            opened.history.undo()
        else:
            level: Any = chance.randint(1, 5)
            said = edits.say(opened.value, chance.choice(people), chance.choice(topics), level)
            opened.edit(said, "")
        QApplication.processEvents()
    return Table("memory of the process (MB)", ("resident",), rows)


def _megabytes() -> float:
    told = Path("/proc/self/statm")
    pages = int(told.read_text(encoding="ascii").split()[1]) if told.exists() else 0
    return pages * resource.getpagesize() / 1e6


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


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
