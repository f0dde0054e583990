import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QToolTip,
)

from selfassess.ui.style import dress_application, style_sheet
from selfassess.ui.theme import SYSTEM, Look, Theme

TEXT_ON = (
    *(
        (ink, ground)
        for ink in ("ink", "ink2", "ink3", "accent")
        for ground in ("surface", "canvas", "tint")
    ),
    *((ink, ground) for ink in ("warn", "error") for ground in ("surface", "canvas")),
    ("ink", "warn_tint"),
    ("ink", "error_tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
)
MARKS_ON = tuple(
    (mark, ground)
    for mark in ("line_strong", "mark", "essential", "focus", "accent")
    for ground in ("surface", "canvas")
)


def contrast(one: QColor, other: QColor) -> float:
    lights = sorted(map(luminance, (one, other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture(params=list(Look))
def look(request, qapp, tokens):
    return Theme(tokens, choice=request.param)


@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read_on_every_ground(look, ink, ground):
    assert contrast(look.colour(ink), look.colour(ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), MARKS_ON)
def test_marks_borders_and_rings_can_be_seen(look, mark, ground):
    assert contrast(look.colour(mark), look.colour(ground)) >= 3


@pytest.mark.parametrize("level", range(1, 6))
def test_numbers_can_be_read_on_levels(look, level):
    number, solid = (look.level_colour(level, kind) for kind in ("level_text", "level"))
    assert contrast(number, solid) >= 4.5
    assert contrast(look.colour("ink"), look.level_colour(level, "level_tint")) >= 4.5
    assert contrast(solid, look.colour("surface")) >= 3


@pytest.mark.parametrize(
    "kind", [QScrollBar, QLineEdit, QPlainTextEdit, QComboBox, QMenu, QAbstractItemView]
)
def test_a_style_sheet_leaves_no_gap(look, kind):
    assert "$" not in style_sheet(kind, look)


def test_text_size_steps_along_the_list_and_stops_at_its_ends(theme, qtbot):
    sizes = []
    theme.changed.connect(lambda: sizes.append(theme.text_scale))
    for _ in range(5):
        theme.step_text(1)
    for _ in range(5):
        theme.step_text(-1)
    assert sizes == [1.25, 1.5, 2.0, 1.5, 1.25, 1.0]


def test_no_text_is_smaller_than_12_pixels(theme, tokens):
    styles = [
        name for name, spec in tokens["type"].items() if isinstance(spec, dict) and "size" in spec
    ]
    assert min(theme.font(style).pixelSize() for style in styles) == 12


def test_fonts_and_colours_are_copies(theme):
    theme.font("body").setPixelSize(99)
    theme.colour("ink").setAlpha(0)
    assert theme.font("body").pixelSize() == 14
    assert theme.colour("ink").alpha() == 255


def test_choosing_a_look_tells_everybody_once(theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.look is Look.DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_the_system_decides_where_nothing_was_chosen(qapp, tokens):
    theme = Theme(tokens, choice=SYSTEM)
    theme.follow(qapp.styleHints())
    assert theme.choice == SYSTEM
    assert theme.look in Look


@pytest.mark.parametrize(
    ("size", "scale", "three", "compact", "one_line", "menu"),
    [
        (QSize(1366, 768), 1, True, False, False, False),
        (QSize(1366, 690), 1, True, False, False, False),
        (QSize(1280, 720), 1, True, False, False, False),
        (QSize(1093, 545), 1, False, True, True, False),
        (QSize(1366, 768), 1.5, False, True, True, False),
        (QSize(1366, 768), 2, False, True, True, True),
    ],
)
def test_what_fits_follows_the_window_divided_by_the_text(
    theme, size, scale, three, compact, one_line, menu
):
    theme.set_text_scale(scale)
    room = theme.room(size)
    assert room.three_columns is three
    assert room.compact_rail is compact
    assert room.one_line_levels is one_line
    assert room.rail_as_menu is menu


def test_what_qt_opens_by_itself_takes_the_look_too(theme, qapp):
    palette, font = qapp.palette(), qapp.font()
    theme.choose("dark")
    dress_application(qapp, theme)
    try:
        assert qapp.palette().window().color() == theme.colour("surface")
        assert qapp.font().pixelSize() == theme.font().pixelSize()
        assert QToolTip.palette().toolTipBase().color() == theme.colour("surface")
    finally:
        qapp.setPalette(palette)
        qapp.setFont(font)
