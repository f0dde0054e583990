"""Contrast measured in the pixels of every page, in every look."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from selfassess import app as program
from selfassess.files.example import example
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.focus_ring import FocusRing
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.tab_order import stops
from selfassess.ui.theme import Look
from tests.ui import north
from tests.ui.inks import SHARPNESS, Inks, contrast, in_view, measured, picture

TEXT, MARKS, STRICT = 4.5, 3.0, 7.0
ALMOST = 0.97
"""What blending at the edges of thin strokes may take from a colour."""

OFTEN = ("walk", "overview")
START = ""

OUTLINED = (Choice, Segmented, QLineEdit, QPlainTextEdit)


@pytest.fixture(params=[look.value for look in Look])
def look(request, theme):
    theme.choose(request.param)
    return request.param


@pytest.fixture
def window(look, make_shell):
    """The window with the worked example on it."""
    value = example(north.content(), date(2026, 11, 25))
    shell = make_shell(content=north.content(), example=value)
    shell.opening.show_example()
    return shell.window


def settled(window: QWidget) -> None:
    for _time in range(8):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def too_faint(window: QWidget, look: str) -> list[str]:
    """Return all words and icons that stand out too little from their ground."""
    strict = look == Look.CONTRAST.value
    with Inks() as inks:
        image = picture(window)
    found, known = [], set()
    for ink in inks.heard:
        where = in_view(ink, window)
        if ink.kind in known or where.isEmpty():
            continue
        known.add(ink.kind)
        least = STRICT if strict else MARKS if ink.large or not ink.is_text else TEXT
        has = measured(image, where)
        if has < least * ALMOST:
            found.append(f"{ink.kind} “{ink.what[:40]}”: {has:.2f} of {least}")
    return found


def faint_borders(window: QWidget, look: str) -> list[str]:
    """Return the controls that can be told from their ground by their border too little."""
    least = STRICT if look == Look.CONTRAST.value else MARKS
    image = picture(window)
    found = []
    for part in window.findChildren(QWidget):
        outlined = isinstance(part, OUTLINED) or (
            isinstance(part, Button) and part._rank is Rank.OUTLINE
        )
        wrong = part.property("quiet") or not part.isEnabled() or not part.isVisible()
        whole = part.visibleRegion().boundingRect() == part.rect()
        if not outlined or wrong or not whole or part.hasFocus():
            continue
        at = part.mapTo(window, QPoint(0, part.height() // 2)) * SHARPNESS
        if at.x() < SHARPNESS * 5:
            continue
        edge = [image.pixel(at + QPoint(step, 0)) for step in range(SHARPNESS * 3)]
        ground = image.pixel(at - QPoint(SHARPNESS * 5, 0))
        has = max(contrast(ground, one) for one in edge)
        if has < least * ALMOST:
            found.append(f"{type(part).__name__} “{part.accessibleName()}”: {has:.2f}")
    return found


def faults(window: QWidget, look: str, places: tuple[str, ...]) -> list[str]:
    """Return all that is too faint on some pages."""
    found = []
    for place in places:
        if place:
            window.go_to(place, "PR3" if place == "walk" else "")
        else:
            window.show_start()
        settled(window)
        found += [
            f"{place}: {one}" for one in (*too_faint(window, look), *faint_borders(window, look))
        ]
    return found


def test_words_icons_and_borders_stand_out_where_people_answer_and_read_results(window, look):
    assert faults(window, look, OFTEN) == []


@pytest.mark.slow
def test_words_icons_and_borders_stand_out_on_every_page(window, look):
    rest = tuple(place.id for place in program.places() if place.id not in OFTEN)
    assert faults(window, look, (*rest, START)) == []


def test_a_faint_ink_is_found(window, look, theme, monkeypatch):
    shades = theme._tokens[look.replace("-", "_")]
    monkeypatch.setitem(shades, "ink2", shades["line"] if look == "light" else "#555555")
    monkeypatch.setitem(shades, "line_strong", shades["surface"])
    theme._renew()
    found = faults(window, look, ("walk",))
    assert [one for one in found if "LevelRow" in one]
    assert [one for one in found if "Choice" in one]


@pytest.mark.parametrize("place", ["walk"])
def test_the_ring_round_what_has_the_keyboard_can_be_seen(window, look, place, qtbot):
    window.go_to(place)
    qtbot.waitActive(window)
    least = STRICT if look == Look.CONTRAST.value else MARKS
    (ring,) = window.findChildren(FocusRing)
    measured_any = False
    for stop in stops(window)[-8:]:
        stop.setFocus()
        settled(window)
        if not ring.isVisible():
            continue
        image = picture(window)
        at = ring.geometry().topLeft() + QPoint(0, ring.height() // 2)
        if not window.rect().contains(at - QPoint(4, 0)):
            continue
        line = [image.pixel(at * SHARPNESS + QPoint(step, 0)) for step in range(SHARPNESS * 2)]
        ground = image.pixel((at - QPoint(3, 0)) * SHARPNESS)
        assert max(contrast(ground, one) for one in line) >= least, stop.accessibleName()
        measured_any = True
    assert measured_any
