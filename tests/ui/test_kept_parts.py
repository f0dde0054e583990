"""What pages keep of what they have shown looks as it would if it were made anew."""

import random

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor

from selfassess import app as program
from selfassess.core import edits
from selfassess.ui.pages.grid import GridPage
from tests.ui import north
from tests.ui.scenes import settle, whole_example

PAGES = ("overview", "agreement", "barriers", "cases", "compare", "grid", "agreed")
EDITS = 12
ROUNDING = 2
"""A curve that is drawn within a clip may differ so much, which nobody sees."""


@pytest.fixture(autouse=True)
def pointer_elsewhere(qapp):
    QCursor.setPos(QPoint(4000, 4000))


@pytest.fixture
def make_page(open_desk, show_page):
    def make(id_, value):
        place = next(place for place in program.places() if place.id == id_)
        page = place.make(open_desk(value, north.content()), None)
        show_page(page)
        settle()
        return page

    return make


def answer_at_random(opened, chance):
    person = chance.choice(opened.value.respondents).id
    topic = chance.choice(opened.asked.walk).id
    said = chance.choice((1, 2, 3, 4, 5, "dk", "na"))
    opened.edit(edits.say(opened.value, person, topic, said), "")


def picture(page, at):
    page.arrive(at)
    settle()
    page.window().activateWindow()
    if isinstance(page, GridPage):
        page.view.setCurrentIndex(page.view.grid.index(1, 0))
        page.view.scrollToTop()
    settle()
    return page.grab().toImage()


def apart(one, other):
    """How far two pictures are apart in any colour of any pixel, 0 to 255."""
    if one == other:
        return 0
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


def here(page, id_):
    """Where to arrive to see what is in view now."""
    return {
        "overview": lambda: page.chart.here_id,
        "agreement": lambda: page.map.here_id,
        "barriers": lambda: page.list.here,
        "cases": lambda: page.list.here,
        "grid": page.at,
    }.get(id_, str)()


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("id_", PAGES)
def test_after_answers_and_undos_a_page_looks_like_one_made_anew(make_page, id_, seed):
    page, chance = make_page(id_, whole_example()), random.Random(seed)
    opened = page.desk.opened
    for _time in range(EDITS):
        if chance.random() < 0.25:
            opened.history.undo()
        else:
            answer_at_random(opened, chance)
        settle()
    at = here(page, id_)
    kept = picture(page, at)
    page.hide()
    anew = picture(make_page(id_, opened.value), at)
    assert kept.size() == anew.size()
    assert apart(kept, anew) <= ROUNDING
