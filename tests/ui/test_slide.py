import dataclasses

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from selfassess.core import workshop
from selfassess.core.results import work_out
from selfassess.ui.charts.spread import SpreadChart
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.models import votes_view
from selfassess.ui.models.slide import Slide, SlideKind, slide_of
from selfassess.ui.models.spread_view import spread_view
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.presenter_paint import SMALLEST, SlidePainter, TimeShown
from selfassess.ui.presenting import SystemDisplays
from selfassess.ui.stage import TEXT_SIZES, Stage, Way
from selfassess.words import words_in
from tests import builders
from tests.shipped import shipped
from tests.ui.rooms import Hour

WORDS = words_in("en")
SCREENS = {"hd": QSize(1920, 1080), "small": QSize(1366, 768), "old": QSize(1024, 768)}
NAMES = (
    "Council",
    "Police",
    "Haven",
    "A trust with a very long name indeed that goes on",
    "Schools",
    "Fire",
    "Ambulance",
    "Housing",
    "Probation",
    "Prison",
    "Court",
    "Jobcentre",
)


@pytest.fixture(scope="session")
def book():
    return shipped().prompts


@pytest.fixture
def room(qapp, book):
    made = []

    def make(value=None, *, prompts=None):
        content = dataclasses.replace(builders.content(), prompts=prompts or book)
        value = value or builders.assessment("Council", "Police", "Haven")
        planned = workshop.plan(value, topics=("PU1", "PU2"))
        opened, stage = OpenAssessment(planned, content, work_out), Stage(Hour())
        made.append((opened, stage))
        return Facilitating(opened, stage), stage

    yield make
    for opened, stage in made:
        stage.stop()
        opened.close()


def vote(facilitating, *levels):
    for organisation, level in zip(facilitating.results.round.organisations, levels, strict=False):
        facilitating.vote(organisation.id, level)


def shown(facilitating, stage) -> Slide:
    return slide_of(facilitating, stage, WORDS)


def test_before_the_first_question_the_room_is_welcomed(room):
    facilitating, stage = room()
    slide = shown(facilitating, stage)
    assert slide.kind is SlideKind.WELCOME
    assert slide.counted == "2 questions for today"
    assert slide.hint.startswith("We vote by partner.")
    stage.vote_by(Way.HANDS)
    assert shown(facilitating, stage).hint == "We vote by show of hands."


def test_an_anonymous_room_is_told_so(room):
    facilitating, stage = room(builders.assessment().changed(anonymous=True))
    assert shown(facilitating, stage).hint.startswith("This workshop is anonymous.")


def test_the_warm_up_has_levels_and_no_votes(room):
    facilitating, stage = room()
    stage.warm_up(True)
    slide = shown(facilitating, stage)
    assert slide.kind is SlideKind.WARM_UP
    assert len(slide.levels) == 5
    assert (slide.voters, slide.counted) == ((), "")


def test_without_a_warm_up_in_the_content_there_is_nothing_to_show(room, book):
    facilitating, stage = room(prompts=book.changed(warm_up=None))
    stage.warm_up(True)
    assert shown(facilitating, stage).kind is SlideKind.BLANK


def test_a_second_vote_says_that_it_is_the_last(room):
    facilitating, stage = room()
    facilitating.begin()
    vote(facilitating, 1, 4, 4)
    stage.reveal(True)
    stage.vote_again()
    slide = shown(facilitating, stage)
    assert slide.hint == "Second vote, the last one. Choose on your own again."
    assert slide.counted == "0 of 3 votes in"


def test_what_is_not_agreed_names_the_views_that_are_kept(room):
    facilitating, stage = room()
    facilitating.begin()
    vote(facilitating, 2, 4, 3)
    stage.reveal(True)
    facilitating.settle("none")
    assert shown(facilitating, stage).agreed_words == "Not agreed: 2 and 4 kept"
    vote(facilitating, 3, 3, 3)
    assert shown(facilitating, stage).agreed_words == "Not agreed"


def test_the_verdict_says_how_far_views_agree_and_what_they_look_like(room):
    facilitating, stage = room()
    facilitating.begin()
    vote(facilitating, 1, 4, 4)
    stage.reveal(True)
    assert (
        shown(facilitating, stage).verdict == "Split: one stands lower, 3 levels from the highest"
    )
    vote(facilitating, 3, 3, 3)
    assert shown(facilitating, stage).verdict == "Close: all at the same level"


def test_nobody_has_voted_yet_is_a_verdict_too(room):
    facilitating, stage = room()
    facilitating.begin()
    stage.reveal(True)
    slide = shown(facilitating, stage)
    assert slide.verdict == "No votes yet"
    assert slide.spread.reading == "No level given"


def test_a_level_between_two_stands_at_the_lower_and_says_so(room):
    value = builders.assessment("Council", "Police", answers="PU1=3")
    second = value.respondents[0].changed(id="council-2")
    four = value.latest.answers[0].changed(respondent="council-2", level=4)
    latest = value.latest.changed(answers=(*value.latest.answers, four))
    value = value.changed(respondents=(*value.respondents, second), rounds=(latest,))
    facilitating, stage = room(value)
    facilitating.begin()
    view = spread_view(facilitating, stage, WORDS)
    assert view.columns[2][0].name == "Council, 3.5"
    stage.reveal(True)
    assert votes_view.vote_boxes(facilitating, stage, WORDS)[0].shown == "3.5"


def test_made_up_partners_vote_as_they_answered_also_by_hands(room):
    value = builders.assessment("Council", "Police", answers="PU1=2 PU2=dk").changed(fictional=True)
    facilitating, stage = room(value)
    facilitating.begin()
    stage.vote_by(Way.HANDS)
    facilitating.rehearse_votes()
    assert facilitating.hands == (0, 0, 1, 0, 0, 0)
    facilitating.go_to("PU2")
    stage.vote_by(Way.ORGANISATIONS)
    facilitating.rehearse_votes()
    facilitating.rehearse_votes()
    latest = facilitating.results.round
    assert workshop.vote_of(latest, "PU2", "council").last == "dk"


def test_without_a_topic_there_is_nothing_to_vote_on(room):
    facilitating, stage = room()
    assert facilitating.sight is None
    assert facilitating.in_room is None
    assert facilitating.waiting() == ""
    assert spread_view(facilitating, stage, WORDS) is None
    assert votes_view.vote_boxes(facilitating, stage, WORDS) == ()
    assert votes_view.count_in(facilitating) == (0, 0)
    facilitating.go_by(1)
    assert stage.topic == ""


def picture(theme, slide: Slide, size: QSize, text_size=1.0, time=None) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    SlidePainter(painter, theme, QSizeF(size), text_size).paint(slide, time)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    step = 12
    places = [(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)]
    return {image.pixelColor(x, y).name() for x, y in places}


def many(room):
    """A slide with twelve partners and long words."""
    value = builders.assessment(*NAMES)
    partners = [
        organisation.changed(letter=letter)
        for organisation, letter in zip(value.latest.organisations, "CPHASFMOXVUJ", strict=True)
    ]
    latest = value.latest.changed(organisations=tuple(partners))
    facilitating, stage = room(value.changed(rounds=(latest,)))
    facilitating.begin()
    return facilitating, stage


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_every_slide_can_be_painted_on_every_screen(room, theme, size, text_size):
    facilitating, stage = many(room)
    slides = [shown(facilitating, stage)]
    vote(facilitating, 1, 2, 2, 2, 2, 2, 2, 4, 4, 5, "dk", 3)
    slides.append(shown(facilitating, stage))
    stage.reveal(True)
    slides.append(shown(facilitating, stage))
    facilitating.settle(2)
    facilitating.dissent("We see it otherwise, and for more than one reason. " * 8)
    slides.append(shown(facilitating, stage))
    stage.vote_by(Way.HANDS)
    for _ in range(30):
        facilitating.raise_hand(3)
    slides.append(shown(facilitating, stage))
    stage.warm_up(True)
    slides.append(shown(facilitating, stage))
    for slide in slides:
        seen = colours(picture(theme, slide, size, text_size, TimeShown("over by 0:40", 0.0)))
        assert "#ff00ff" not in seen
        assert theme.colour("surface").name() in seen


def test_a_very_long_question_is_set_smaller(room, theme):
    facilitating, stage = room()
    facilitating.begin()
    long = dataclasses.replace(shown(facilitating, stage), question="Is it so? " * 30)
    assert not picture(theme, long, SCREENS["hd"]).isNull()


def test_the_agreed_level_stands_on_the_accent(room, theme):
    facilitating, stage = room()
    facilitating.begin()
    vote(facilitating, 2, 2, 2)
    stage.reveal(True)
    before = colours(picture(theme, shown(facilitating, stage), SCREENS["hd"]))
    facilitating.settle(2)
    after = colours(picture(theme, shown(facilitating, stage), SCREENS["hd"]))
    accent = theme.colour("tint").name()
    assert accent in after
    assert accent not in before


def test_a_blank_projector_is_black(theme):
    assert colours(picture(theme, Slide(SlideKind.BLANK), SCREENS["small"])) == {"#000000"}


def test_no_text_on_the_projector_is_smaller_than_can_be_read(theme):
    image = QImage(SCREENS["hd"], QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slides = SlidePainter(painter, theme, QSizeF(SCREENS["hd"]), 1.0)
    for style in ("presenter_meta", "presenter_body", "presenter_question"):
        assert slides.font(style, 0.1).pixelSize() >= SMALLEST
    painter.end()


def test_the_chart_of_the_facilitator_shows_dots_for_hands(room, theme, qtbot):
    facilitating, stage = room()
    facilitating.begin()
    stage.vote_by(Way.HANDS)
    facilitating.raise_hand(1, 9)
    chart = SpreadChart(theme)
    qtbot.addWidget(chart)
    chart.resize(450, 220)
    assert not chart.grab().isNull()
    chart.show_spread(spread_view(facilitating, stage, WORDS))
    seen = chart.grab().toImage()
    assert theme.colour("mark").name() in {
        seen.pixelColor(x, y).name() for x in range(20, 80) for y in range(60, 150)
    }


def test_the_system_has_at_least_one_display(qapp, qtbot, theme):
    displays = SystemDisplays()
    chart = SpreadChart(theme)
    qtbot.addWidget(chart)
    assert displays.of(chart) in displays.names()
    assert displays.area("gone") == displays.area(displays.names()[0])
