"""Scenes: every page and dialog of the program, each shown from the worked example.

Pages come from `app.places`, so that a new one is looked at without a word here. A new dialog or
window has to be added to WINDOWS; a test fails until it is.
"""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from selfassess import app as program
from selfassess import ui
from selfassess.core.value import Value
from selfassess.files.example import example
from selfassess.ui import questions
from selfassess.ui.dialogs import window_prompts
from selfassess.ui.dialogs.dialog import Dialog
from selfassess.ui.dialogs.reading import ReadingDialog
from selfassess.ui.models.finds import finds
from selfassess.ui.parts.tour_card import TourCard
from selfassess.ui.readings import reading_of
from selfassess.ui.shell import Shell
from selfassess.words import interface
from tests.ui import north

START = "start"
SIZES = ((1366, 768), (1366, 690), (1280, 720), (1093, 545))
SCALES = (1.0, 1.25, 1.5, 2.0)
BASES = {QDialog, Dialog}
"""What stands behind other dialogs, and is never shown itself."""

_FILE = Path("Northbridge domestic abuse partnership 2026.selfassess")

Scene = Callable[[Shell], QWidget]


def whole_example() -> Value:
    """The worked example as people see it, with its rounds and its plan."""
    return example(north.content(), date(2026, 9, 24))


def settle() -> None:
    """Let layouts and what was put off come to rest."""
    for _time in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def page_ids() -> tuple[str, ...]:
    """The ids of all pages."""
    return tuple(place.id for place in program.places())


def show(shell: Shell, name: str) -> QWidget:
    """Show a scene by its name, and return the window that it is in."""
    scene = scenes()[name]
    window = scene(shell)
    settle()
    return window


def put_away(shell: Shell, window: QWidget) -> None:
    """Close what a scene has opened; the main window stays."""
    if shell.window.aside is not None:
        shell.window.leave_aside()
    elif isinstance(window, TourCard):
        shell.guiding.tour.leave()
    elif not isinstance(window, QMainWindow):
        window.close()
        settle()


def scenes() -> dict[str, Scene]:
    """Every scene by its name."""
    pages: dict[str, Scene] = {START: _start}
    pages |= {act: _aside(act) for act in ("go.portfolio", "go.own-cases")}
    pages |= {id_: _page(id_) for id_ in page_ids()}
    return pages | STATES | {name: scene for many in WINDOWS.values() for name, scene in many}


def windows_there_are() -> set[str]:
    """The names of all classes that open a window of their own."""
    for module in pkgutil.walk_packages(ui.__path__, "selfassess.ui."):
        importlib.import_module(module.name)
    found: set[str] = set()
    todo: list[type] = [QDialog]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if kind.__module__.startswith("selfassess.") and kind not in BASES:
            found.add(kind.__name__)
    return found


def _start(shell: Shell) -> QWidget:
    shell.opening.close()
    return shell.window


def _aside(act: str) -> Scene:
    def scene(shell: Shell) -> QWidget:
        shell.opening.close()
        shell.acts.action(act).trigger()
        return shell.window

    return scene


def _page(id_: str, at: str = "") -> Scene:
    def scene(shell: Shell) -> QWidget:
        if shell.window.page is None:
            shell.opening.show_example()
        shell.window.go_to(id_, at)
        return shell.window

    return scene


def _in_the_room(shell: Shell) -> QWidget:
    window = _page("room")(shell)
    page = shell.window.page
    if page.stage.topic == "":
        page.facilitating.begin()
    return window


def _tour(place: int) -> Scene:
    def scene(shell: Shell) -> QWidget:
        shell.guiding.start_tour()
        tour = shell.guiding.tour
        while tour.stop is not tour._stops[place]:
            tour.go_on()
        return tour._card

    return scene


def _opened(shell: Shell, kind: str) -> QWidget:
    settle()
    (dialog,) = (
        one
        for one in QApplication.topLevelWidgets()
        if type(one).__name__ == kind and one.isVisible()
    )
    return dialog


def _help(section: str) -> Scene:
    def scene(shell: Shell) -> QWidget:
        shell.guiding.help(section)
        return _opened(shell, "HelpDialog")

    return scene


def _search(words: str) -> Scene:
    def scene(shell: Shell) -> QWidget:
        shell.guiding.search()
        dialog = _opened(shell, "SearchDialog")
        dialog.box.setText(words)
        return dialog

    return scene


def _preferences(shell: Shell) -> QWidget:
    shell.acts.action("view.preferences").trigger()
    return _opened(shell, "PreferencesDialog")


def _reading(shell: Shell) -> QWidget:
    content = north.content()
    words = interface()
    note = next(f for f in finds("consent", (), content, None, words).found if f.kind == "guidance")
    reading = reading_of(note, content, date(2026, 9, 24), words)
    return _shown(ReadingDialog(shell.window.theme, QApplication.instance(), reading, shell.window))


def _choose(shell: Shell) -> QWidget:
    question = questions.changed_elsewhere(_FILE, _FILE.with_stem("Riverside (my copy)"))
    app, theme = QApplication.instance(), shell.window.theme
    return _shown(window_prompts._Choose(theme, app, question, shell.window))


def _write(shell: Shell) -> QWidget:
    app, theme = QApplication.instance(), shell.window.theme
    told = ("Park a question", "It is kept and comes back in the plan.", "The question")
    return _shown(window_prompts._Write(theme, app, *told, shell.window))


def _pick(shell: Shell) -> QWidget:
    app, theme = QApplication.instance(), shell.window.theme
    offered = (("a", "Today, 09:12"), ("b", "18 September 2026, 14:20"))
    question = questions.which_version(_FILE)
    return _shown(window_prompts._Pick(theme, app, question, offered, shell.window))


def _shown(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


STATES: dict[str, Scene] = {
    "walk: a long question": _page("walk", "PR3"),
    "the room at work": _in_the_room,
    "tour: first stop": _tour(0),
    "tour: last stop": _tour(-1),
}
"""Pages in another state than that in which one arrives."""

WINDOWS: dict[str, tuple[tuple[str, Scene], ...]] = {
    "HelpDialog": tuple(
        (f"help: {section}", _help(section))
        for section in ("keys", "words", "figures", "safe", "about")
    ),
    "SearchDialog": (
        ("search: empty", _search("")),
        ("search: found", _search("consent")),
        ("search: nothing found", _search("zzzz")),
    ),
    "PreferencesDialog": (("preferences", _preferences),),
    "ReadingDialog": (("reading", _reading),),
    "_Choose": (("question", _choose),),
    "_Write": (("words wanted", _write),),
    "_Pick": (("version wanted", _pick),),
}
"""Scenes of the windows beside the main one, by the names of their classes."""
