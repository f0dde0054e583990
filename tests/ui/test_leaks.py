"""Nothing grows while pages and dialogs are opened and closed again and again."""

import gc
import resource
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog

from selfassess.files import assessment_file
from selfassess.ui.theme import Look
from tests import builders

ROUNDS = 100
WARM = 10
FEW = 30
"""Objects that Python may keep for itself."""

MEGABYTES = 8


def settle(qapp):
    for _time in range(3):
        qapp.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def counts(qapp) -> Counter:
    settle(qapp)
    found: Counter = Counter()
    for thing in gc.get_objects():
        kind = type(thing)
        if str(kind.__module__).startswith(("selfassess", "PySide6")):
            found[kind.__qualname__] += 1
    found["widgets"] = len(qapp.allWidgets())
    return found


def handles() -> int:
    there = Path("/proc/self/fd")
    return len(list(there.iterdir())) if there.exists() else 0


def megabytes() -> float:
    told = Path("/proc/self/statm")
    pages = int(told.read_text(encoding="ascii").split()[1]) if told.exists() else 0
    return pages * resource.getpagesize() / 1e6


def assert_flat(qapp, act, rounds=ROUNDS):
    """Do something many times; nothing may be more afterwards than it was after a few times."""
    for _time in range(WARM):
        act()
    before, open_before, size_before = counts(qapp), handles(), megabytes()
    for _time in range(rounds):
        act()
    after, open_after, size_after = counts(qapp), handles(), megabytes()
    grown = {kind: count - before[kind] for kind, count in after.items() if count > before[kind]}
    assert not {kind: more for kind, more in grown.items() if more > FEW}, grown
    assert open_after <= open_before + 2
    assert size_after <= size_before + MEGABYTES


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Riverside.selfassess"
    value = builders.assessment(answers="PU1=3 PU2=2")
    assessment_file.write(path, value, (builders.questionnaire(),), ())
    return path


@pytest.mark.slow
def test_opening_every_page_and_closing_the_file_leaves_nothing(make_shell, file, qapp):
    shell = make_shell()

    def go_round():
        shell.opening.open_file(file)
        for place in shell.window._places:
            shell.window.go_to(place.id)
        assert shell.opening.close()
        settle(qapp)

    assert_flat(qapp, go_round)


@pytest.mark.slow
def test_going_from_page_to_page_leaves_nothing(make_shell, file, qapp):
    shell = make_shell()
    shell.opening.open_file(file)

    def go_round():
        for place in shell.window._places:
            shell.window.go_to(place.id)
        settle(qapp)

    assert_flat(qapp, go_round)


@pytest.mark.slow
@pytest.mark.parametrize("act", ["help.keys", "view.preferences", "go.search"])
def test_opening_and_closing_a_dialog_leaves_nothing(make_shell, file, qapp, act):
    shell = make_shell()
    shell.opening.open_file(file)

    def go_round():
        shell.acts.action(act).trigger()
        qapp.processEvents()
        dialog = next(d for d in shell.window.findChildren(QDialog) if d.isVisible())
        dialog.reject()
        settle(qapp)

    assert_flat(qapp, go_round)


@pytest.mark.slow
def test_changing_the_look_leaves_nothing(make_shell, file, qapp, theme):
    shell = make_shell()
    shell.opening.open_file(file)

    def go_round():
        for look in (Look.DARK.value, Look.LIGHT.value):
            theme.choose(look)
        settle(qapp)

    assert_flat(qapp, go_round, 20)


def test_a_leak_is_found(qapp):
    kept = []
    with pytest.raises(AssertionError):
        assert_flat(qapp, lambda: kept.append(QObject()), 40)
