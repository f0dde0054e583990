"""All that a room does, by keys alone, with both windows looked at after each step."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from selfassess.core import workshop
from selfassess.files import assessment_file
from selfassess.ui.models.slide import SlideKind
from tests import builders
from tests.pilot import Pilot
from tests.shipped import shipped
from tests.ui.conftest import *  # noqa: F403  # the window's fixtures serve here too

TOPICS = ("PU1", "PU2", "LE1")
PRIVATE = ("Ask the board.", "Who pays?", "We write it down.", "Does anybody read this question")


class Room:
    """A workshop in a shell, with the projector beside it, driven by keys."""

    def __init__(self, shell, qtbot):
        self.shell = shell
        self.pilot = Pilot(qtbot, shell.window)
        self.page = shell.window.page

    def press(self, *keys):
        """Press keys in the facilitator's window."""
        self.shell.window.activateWindow()
        QApplication.processEvents()
        for key in keys:
            self.pilot.key(key)

    def button(self, says):
        """Press a button of the facilitator's window by keyboard."""
        self.shell.window.activateWindow()
        QApplication.processEvents()
        self.pilot.press(says)

    def press_there(self, *keys):
        """Press keys in the projector's window."""
        window = self.page.presenting.window
        window.activateWindow()
        QApplication.processEvents()
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(window, key)
            else:
                QTest.keyClick(window, key)

    @property
    def slide(self):
        return self.page.presenting.window.slide

    @property
    def rows(self):
        return [row.accessibleName() for row in self.page.column.votes.votes.rows]

    @property
    def latest(self):
        return self.shell.opening.opened.value.latest

    def heard(self):
        """All that a screen reader hears of the projector."""
        found = QAccessible.queryAccessibleInterface(self.page.presenting.window)
        kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
        return " ".join(found.text(kind) for kind in kinds) + self.slide.reading


@pytest.fixture
def content():
    return dataclasses.replace(builders.content(), prompts=shipped().prompts)


@pytest.fixture
def room(make_shell, content, tmp_path, qtbot):
    value = workshop.plan(
        builders.assessment("Council", "Police", "Haven", "Schools", answers="PU2=4"),
        topics=TOPICS,
    )
    path = tmp_path / "riverside.selfassess"
    assessment_file.write(path, value, (builders.questionnaire(),), ())
    shell = make_shell(content=content)
    shell.opening.open_file(path)
    shell.window.go_to("room")
    made = Room(shell, qtbot)
    yield made
    made.page.presenting.close()
    made.page.stage.stop()


def test_all_that_a_room_does_is_done_by_keys(room, prompts):
    warm_up(room)
    room.press("F5")
    room.button("Begin")
    assert room.slide.kind is SlideKind.QUESTION
    by_partner(room)
    once_more(room)
    settled(room, prompts)
    timed(room)
    skipped(room)
    by_hands(room)
    room.press("Ctrl+Return")
    assert room.page.stage.topic == "PU2"
    assert room.slide.where == "Question 2 of 3"
    from_the_projector(room)
    room.press("F5")
    assert room.page.presenting.window is None
    room.press("Ctrl+Return")
    assert room.shell.window.here == "agreed"
    told = "\n".join(room.pilot.texts())
    for line in (
        "3 questions settled",
        "Who pays?",
        "We write it down.",
        "Ask the board.",
        "First vote: 1 and 4. Second vote: 2, 3 and 3.",
        "Minority view: “Haven: not for small partners.”",
    ):
        assert line in told


def by_partner(room):
    """One key for the partner and one for the level, hidden in both windows until the reveal."""
    room.press("S", "-", "H", "1", "C", "4", "P", "0")
    assert room.rows == [
        "Council, in, hidden",
        "Police, in, hidden",
        "Haven, in, hidden",
        "Schools, away",
    ]
    assert [(v.name, v.is_in) for v in room.slide.voters] == [
        ("Council", True),
        ("Police", True),
        ("Haven", True),
    ]
    assert room.slide.spread is None
    assert "level 4:" not in room.heard()
    assert not room.pilot.shows("vote once more")
    room.press("R")
    assert room.slide.kind is SlideKind.REVEAL
    assert "level 4: Council" in room.slide.spread.reading
    assert room.pilot.shows("Still too far apart to settle: talk, then vote once more.")


def once_more(room):
    """One second vote, hidden again, beside the first."""
    room.press("Ctrl+R")
    assert room.slide.kind is SlideKind.QUESTION
    hidden = room.page.column.votes.chart.accessibleDescription()
    assert hidden == "0 of 3 in. Press R to reveal."
    room.press("C", "3", "P", "3", "H", "2", "R")
    assert [(v.organisation, v.first, v.last) for v in room.latest.votes] == [
        ("haven", 1, 2),
        ("council", 4, 3),
        ("police", "dk", 3),
    ]
    assert room.pilot.shows("First vote: 1, 4")
    assert not room.pilot.shows("Vote again")


def settled(room, prompts):
    """What is settled, kept and parked; none but what is agreed goes to the projector."""
    room.press("3", "F3")
    room.pilot.write("Haven: not for small partners.")
    room.press("F2")
    room.pilot.write("Ask the board.")
    prompts.expect("Who pays?", "We write it down.")
    room.press("F8", "F7")
    assert room.slide.agreed == 3
    assert room.slide.minority_view == "Haven: not for small partners."
    assert not any(private in room.heard() for private in PRIVATE)


def timed(room):
    """The timer and the pace."""
    assert room.page.stage.runs
    room.press("F9")
    assert not room.page.stage.runs
    assert room.pilot.shows("2 worth discussing left")


def skipped(room):
    """A question with an answer from a form is left open."""
    room.press("Ctrl+Return")
    assert room.page.stage.topic == "PU2"
    assert room.rows[0] == "Council, in, hidden, from the form"
    room.press("Alt+Right")
    assert room.page.stage.topic == "LE1"


def warm_up(room):
    room.button("Warm up first")
    room.press("F5")
    assert room.slide.kind is SlideKind.WARM_UP
    assert "Nothing of it is kept." in room.slide.hint
    assert room.pilot.shows("Warm-up: nothing of it is kept.")
    room.press("F5")


def by_hands(room):
    """A show of hands over no forms: counted, taken back, shown, and raised once more."""
    room.button("Hands")
    room.press("2", "2", "4", "4", "Backspace", "0")
    assert room.slide.voters == ()
    assert room.slide.spread is None
    room.press("R")
    assert room.slide.spread.reading == "level 2: 2 votes; level 4: 1 vote"
    room.press("Ctrl+R", "3", "3", "3", "R")
    (tally,) = room.latest.tallies
    assert (tally.first, tally.last, tally.dont_know) == ((0, 2, 0, 1, 0), (0, 0, 3, 0, 0), 0)
    room.press("3")
    assert room.slide.agreed == 3
    room.button("By partner")


def from_the_projector(room):
    """The projector's own keys: votes from cards, blank, size, back and forth."""
    room.press_there("P", "5", "H", "2", "B")
    assert room.slide.kind is SlideKind.BLANK
    assert room.heard().strip() == "Presenter"
    room.press_there("B")
    assert room.slide.kind is SlideKind.QUESTION
    room.press_there(Qt.Key.Key_Up)
    assert room.page.stage.text_size > 1
    room.press_there(Qt.Key.Key_PageUp)
    assert room.page.stage.topic == "PU1"
    room.press_there(Qt.Key.Key_PageDown, "R")
    assert room.slide.kind is SlideKind.REVEAL
    assert room.slide.spread.reading == "level 2: Haven; level 4: Council; level 5: Police"
    room.press_there("0")
    assert room.slide.agreed == "none"
    assert {a.topic: a.level for a in room.latest.agreed} == {"PU1": 3, "LE1": 3, "PU2": "none"}
