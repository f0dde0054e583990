"""Whether the window's memory stays flat over an hour: 3,600 acts at random, one for each second.

Answers, undo and redo, pages, lists, searches, keys and looks are mixed as somebody might who tries
everything. They follow each other at once, so it takes minutes; so many as ACTS says.
"""

import os
import random
import resource
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from scripts.benchmarks.core import FEW, made_up
from scripts.benchmarks.table import Table, print_and_keep
from scripts.benchmarks.window import an_application, made_window, settle
from selfassess import app as program
from selfassess.core import edits
from selfassess.ui.collecting import collect_if_due
from selfassess.ui.main_window import MainWindow
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.pages.cases import CasesPage
from tests.shipped import shipped

ACTS = int(os.environ.get("ACTS", "3600"))
LOOKS_AT = 6
_WORDS = ("housing", "nurse", "consent", "police school", "MARAC", "zzz", "data protection")
_LOOKS = ("light", "dark", "high-contrast")
_KEYS = (
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_F1),
)


def main() -> None:
    """Measure and print."""
    application = an_application()
    chance = random.Random(4)  # noqa: S311 - no secret: it does the same each time
    content = replace(shipped(), cases=made_up(FEW, shipped(), chance))
    with tempfile.TemporaryDirectory() as folder:
        window, opened = made_window(content, application, Path(folder), chance)
        told = _hour(window, opened, chance)
    rows = {f"after {acts:,} acts": [size, float(widgets)] for acts, size, widgets in told}
    table = Table("memory of the process", ("resident, MB", "widgets"), rows)
    print_and_keep("memory", [table], {"acts": ACTS, "unit": "megabytes, and how many there are"})


def _hour(
    window: MainWindow, opened: OpenAssessment, chance: random.Random
) -> list[tuple[int, float, int]]:
    acts = _acts(window, opened, chance)
    for place in program.places():
        window.go_to(place.id)
        settle()
    told = []
    for number in range(ACTS + 1):
        if number % (ACTS // LOOKS_AT) == 0:
            settle()
            collect_if_due()
            told.append((number, megabytes(), len(QApplication.allWidgets())))
        chance.choices([act for act, _often in acts], [often for _act, often in acts])[0]()
        QApplication.processEvents()
        collect_if_due()
    return told


def _acts(
    window: MainWindow, opened: OpenAssessment, chance: random.Random
) -> list[tuple[Callable[[], object], int]]:
    """Return what somebody may do, each with how often it is done."""
    places = [place.id for place in program.places()]
    topics = [topic.id for topic in opened.asked.walk]
    people = [person.id for person in opened.value.respondents]

    def answer() -> None:
        level: Any = chance.choice((1, 2, 3, 4, 5, "dk", "na"))
        said = edits.say(opened.value, chance.choice(people), chance.choice(topics), level)
        opened.edit(said, "Answer")

    def answer_by_key() -> None:
        window.go_to("walk", chance.choice(topics))
        QTest.keyClick(window.page, chance.choice("12345de"))

    def search() -> None:
        window.go_to("cases")
        page = window.page
        if isinstance(page, CasesPage):
            page.filter.setText(chance.choice(_WORDS))
            settle()
            page.filter.clear()

    def press() -> None:
        QTest.keyClick(QApplication.focusWidget() or window, chance.choice(_KEYS))

    def look() -> None:
        theme = window.theme
        if chance.random() < 0.5:  # noqa: PLR2004 - as often the one as the other
            theme.choose(chance.choice(_LOOKS))
        else:
            theme.set_text_scale(chance.choice(theme.text_scales))

    return [
        (answer, 20),
        (answer_by_key, 15),
        (opened.history.undo, 10),
        (opened.history.redo, 5),
        (lambda: window.go_to(chance.choice(places)), 25),
        (search, 5),
        (press, 19),
        (look, 1),
    ]


def megabytes() -> float:
    """Return how much memory the process has now; 0 where that can't be told."""
    told = Path("/proc/self/statm")
    pages = int(told.read_text(encoding="ascii").split()[1]) if told.exists() else 0
    return pages * resource.getpagesize() / 1e6
