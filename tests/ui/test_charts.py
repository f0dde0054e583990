import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QImage
from PySide6.QtWidgets import QScrollArea, QWidget

from selfassess.core.comparison import Move
from selfassess.core.shapes import Arrow, Bar
from selfassess.ui.charts.change_chart import ChangeChart
from selfassess.ui.charts.dot_strip import DotStrip
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.heat_map import HeatMap
from selfassess.ui.charts.legend import Legend
from selfassess.ui.charts.level_key import LevelKey
from selfassess.ui.charts.profile import ProfileChart
from selfassess.ui.charts.reading_bar import ReadingBar
from selfassess.ui.charts.strength import StrengthBar
from selfassess.ui.charts.twin import Twin
from selfassess.ui.models.change_rows import ChangeRow
from selfassess.ui.models.heat_rows import HeatCell, HeatRow
from selfassess.ui.models.partners import Partner
from selfassess.ui.models.profile_rows import Place, ProfileRow
from selfassess.ui.models.table import Table
from selfassess.ui.style import dress

PARTNERS = (Partner(0, "c", "Council", "C"), Partner(1, "p", "Police", "P"))


def profile_row(id_: str, value: float = 3.5, **fields: object) -> ProfileRow:
    facts = {
        "id": id_,
        "group": "Why",
        "name": id_.title(),
        "bar": Bar(value, None, None),
        "level": int(value),
        "band": "Agreed",
        "confidence": "high",
        "confidence_words": "High",
        "held": False,
        "places": (),
        "spoken": f"{id_}, level {int(value)}",
        "reading": f"{id_}: reading.",
    }
    return ProfileRow(**(facts | fields))


def heat_row(id_: str, levels: tuple[float, ...] = (2.0, 4.0), **fields: object) -> HeatRow:
    facts = {
        "id": id_,
        "group": "Why",
        "name": id_.title(),
        "cells": tuple(HeatCell(int(level), f"{level:.1f}") for level in levels),
        "spread": levels,
        "agreement": "split",
        "agreement_words": "Split",
        "spoken": f"{id_}, split",
        "reading": f"{id_}: reading.",
    }
    return HeatRow(**(facts | fields))


def change_row(id_: str, arrow: Arrow | None, move: Move) -> ChangeRow:
    return ChangeRow(id_, "Why", id_.title(), arrow, move, move.value, "1 up", id_, f"{id_} moved.")


@pytest.fixture(autouse=True)
def pointer_elsewhere(qapp):
    QCursor.setPos(4000, 4000)


@pytest.fixture
def profile(qtbot, theme):
    chart = ProfileChart(theme)
    qtbot.addWidget(chart)
    chart.show_rows(tuple(profile_row(id_) for id_ in ("purpose", "culture", "process")))
    chart.resize(836, chart.sizeHint().height())
    with qtbot.waitActive(chart):
        chart.show()
    return chart


def colour_at(widget: QWidget, at: QPointF) -> QColor:
    return widget.grab().toImage().pixelColor(at.toPoint())


def row_middle(chart, place: int = 0) -> float:
    return QRectF(chart.rows[place].geometry()).center().y()


def test_a_bar_has_the_colour_of_its_level_up_to_its_value(profile, theme):
    scale, y = profile.scale(), row_middle(profile)
    assert colour_at(profile, QPointF(scale.at(3.4), y)) == theme.level_colour(3)
    assert colour_at(profile, QPointF(scale.at(3.7), y)) == theme.colour("surface")


def test_a_held_bar_is_solid_up_to_two_and_hollow_beyond(profile, theme):
    held = profile_row("purpose", 2.0, bar=Bar(2.0, 3.4, None), level=2, held=True)
    profile.show_rows((held,))
    scale, y = profile.scale(), row_middle(profile)
    assert colour_at(profile, QPointF(scale.at(1.7), y)) == theme.level_colour(2)
    assert colour_at(profile, QPointF(scale.at(2.6), y)) == theme.colour("surface")
    rim = [
        colour_at(profile, QPointF(scale.at(2.6) + step, y - theme.size("profile_bar") / 2 + 0.5))
        for step in range(5)
    ]
    assert theme.colour("surface") != rim[0] or len({c.name() for c in rim}) > 1


def test_a_range_is_painted_where_dont_knows_could_move_the_value(profile, theme):
    profile.show_rows((profile_row("purpose", 2.0, bar=Bar(2.0, None, (2.0, 4.0)), level=2),))
    scale, y = profile.scale(), row_middle(profile)
    inside = colour_at(profile, QPointF(scale.at(3.3), y))
    assert inside not in (theme.colour("surface"), theme.level_colour(2))
    assert colour_at(profile, QPointF(scale.at(4.4), y)) == theme.colour("surface")


def test_a_partner_is_a_dark_shape_with_a_halo_over_the_bar(profile, theme):
    profile.show_rows((profile_row("purpose", 4.5, level=4, places=(Place(0, 2.5),)),))
    scale, y = profile.scale(), row_middle(profile)
    assert colour_at(profile, QPointF(scale.at(2.5), y)) == theme.colour("mark")
    edge = scale.at(2.5) + theme.size("org_mark") / 2
    beside = [colour_at(profile, QPointF(edge + step, y)).lightness() for step in (0, 1)]
    assert max(beside) > theme.level_colour(4).lightness() + 100


def test_an_unknown_dimension_has_no_bar(profile, theme):
    profile.show_rows(
        (profile_row("purpose", bar=Bar(None, None, (1, 5)), level=None, confidence=""),)
    )
    at = QPointF(profile.scale().at(0.5), row_middle(profile))
    assert colour_at(profile, at) == theme.colour("surface")


def test_arrow_keys_go_along_the_bars_and_stop_at_the_ends(profile, qtbot):
    reached = []
    profile.reached.connect(reached.append)
    profile.take_focus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(profile.focusWidget(), key)
    assert reached[-3:] == ["culture", "process", "culture"]
    qtbot.keyClick(profile.focusWidget(), Qt.Key.Key_End)
    assert profile.here_id == "process"
    qtbot.keyClick(profile.focusWidget(), Qt.Key.Key_Home)
    assert profile.here_id == "purpose"


def test_only_one_bar_is_a_stop_for_tab(profile, qtbot):
    profile.take_focus()
    qtbot.keyClick(profile.focusWidget(), Qt.Key.Key_Down)
    stops = [row.focusPolicy() is Qt.FocusPolicy.StrongFocus for row in profile.rows]
    assert stops == [False, True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_open_a_bar(profile, qtbot, key):
    profile.take_focus()
    with qtbot.waitSignal(profile.opened) as opened:
        qtbot.keyClick(profile.focusWidget(), key)
    assert opened.args == ["purpose"]


def test_a_click_brings_the_keyboard_and_a_double_click_opens(profile, qtbot):
    opened = []
    profile.opened.connect(opened.append)
    qtbot.mouseClick(profile.rows[1], Qt.MouseButton.LeftButton)
    assert profile.rows[1].hasFocus()
    assert opened == []
    qtbot.mouseDClick(profile.rows[1], Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(profile.rows[1], Qt.MouseButton.LeftButton)
    assert opened == ["culture"]


def test_a_bar_under_the_pointer_is_painted_on_a_ground_of_its_own(profile, theme, monkeypatch):
    monkeypatch.setattr(type(profile.rows[0]), "underMouse", lambda row: row.place == 1)
    left = QRectF(profile.rows[1].geometry()).left()
    assert colour_at(profile, QPointF(left + 2, row_middle(profile, 1) - 8)) == theme.colour(
        "canvas"
    )


def test_the_same_rows_keep_the_place_of_the_keyboard(profile):
    profile.go_to("process")
    profile.show_rows(tuple(profile_row(id_, 2.0) for id_ in ("purpose", "culture", "process")))
    assert profile.here_id == "process"
    profile.show_rows((profile_row("purpose"),))
    assert profile.here_id == "purpose"


def test_a_chart_reads_its_numbers_to_screen_readers(profile):
    assert profile.accessibleName()
    assert "culture, level 3" in profile.accessibleDescription()
    assert profile.rows[0].accessibleName() == "purpose, level 3"
    assert profile.rows[0].accessibleDescription() == "purpose: reading."


def test_without_room_the_word_of_confidence_and_the_groups_go(profile):
    wide = profile.scale()
    profile.resize(480, profile.height())
    narrow = profile.scale()
    assert narrow.start < wide.start
    assert narrow.length >= 100
    profile.grab()


def test_short_rows_make_a_lower_chart(profile):
    before = profile.sizeHint().height()
    profile.set_short(True)
    assert profile.sizeHint().height() < before


def test_larger_text_makes_a_higher_chart(profile, theme):
    before = profile.sizeHint().height()
    theme.set_text_scale(2.0)
    profile.setStyleSheet("QWidget { }")
    assert profile.sizeHint().height() > before * 1.8


def test_a_row_that_gets_the_keyboard_is_scrolled_into_view(qtbot, theme):
    around = QScrollArea()
    qtbot.addWidget(around)
    chart = ProfileChart(theme)
    chart.show_rows(tuple(profile_row(f"d{n}") for n in range(14)))
    chart.resize(700, chart.sizeHint().height())
    around.setWidget(chart)
    around.resize(720, 160)
    with qtbot.waitActive(around):
        around.show()
    chart.go_to("d13")
    chart.take_focus()
    assert around.verticalScrollBar().value() > 0


@pytest.fixture
def heat(qtbot, theme):
    chart = HeatMap(theme)
    qtbot.addWidget(chart)
    chart.show_rows(tuple(heat_row(id_) for id_ in ("purpose", "culture")), PARTNERS)
    chart.resize(760, chart.sizeHint().height())
    chart.show()
    return chart


def test_a_cell_has_the_tint_of_its_level(heat, theme):
    for column, level in enumerate((2, 4)):
        cell = heat.cell_rect(1, column)
        corner = cell.topLeft() + QPointF(5, 5)
        assert colour_at(heat, corner) == theme.level_colour(level, "level_tint")


def test_a_cell_without_a_level_has_no_tint(heat, theme):
    heat.show_rows(
        (heat_row("purpose"), heat_row("culture", cells=(HeatCell(None, "–"),) * 2)), PARTNERS
    )
    corner = heat.cell_rect(1, 0).topLeft() + QPointF(5, 5)
    assert colour_at(heat, corner) == theme.colour("surface")


def test_in_high_contrast_a_cell_has_an_outline(heat, theme):
    theme.choose("high-contrast")
    heat.redraw()
    cell = heat.cell_rect(1, 0)
    edge = colour_at(heat, QPointF(cell.center().x(), cell.top()))
    assert edge.lightness() > 100


def test_the_row_chosen_is_marked(heat, theme):
    heat.go_to("culture")
    row = QRectF(heat.rows[1].geometry())
    assert colour_at(heat, QPointF(row.left() + 6, row.center().y() - 8)) == theme.colour("tint")


def test_moving_through_the_heat_map_tells_which_row(heat, qtbot):
    heat.window().activateWindow()
    heat.take_focus()
    with qtbot.waitSignal(heat.moved) as moved:
        qtbot.keyClick(heat.rows[0], Qt.Key.Key_Down)
    assert moved.args == ["culture"]


def test_many_partners_are_letters(qtbot, theme):
    chart = HeatMap(theme)
    qtbot.addWidget(chart)
    many = tuple(Partner(n, str(n), f"Partner number {n}", chr(65 + n)) for n in range(10))
    chart.show_rows((heat_row("purpose", (3.0,) * 10),), many)
    chart.resize(820, 200)
    chart.grab()
    assert chart.cell_rect(0, 9).right() < 820


def test_without_partners_the_columns_are_levels(qtbot, theme):
    chart = HeatMap(theme)
    qtbot.addWidget(chart)
    cells = tuple(HeatCell(n, "7") for n in range(1, 6))
    chart.show_rows((heat_row("purpose", cells=cells, spread=()),), ())
    chart.resize(700, 160)
    corner = chart.cell_rect(0, 4).topLeft() + QPointF(5, 5)
    assert colour_at(chart, corner) == theme.level_colour(5, "level_tint")


def test_a_narrow_heat_map_keeps_every_cell_inside(heat):
    heat.resize(heat.minimumSizeHint().width(), heat.height())
    heat.grab()
    assert heat.cell_rect(0, 1).right() <= heat.width()


def test_partners_stand_over_their_level_and_side_by_side_at_the_same(qtbot, theme):
    strip = DotStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(400, 22)
    strip.show_places((Place(0, 2.0), Place(1, 4.0), Place(2, 4.0)), "says")
    first, second, third = strip.spots()
    for spot in (first, second, third):
        assert colour_at(strip, spot) == theme.colour("mark")
    assert third.x() - second.x() == pytest.approx(theme.px(10) * 1.2)
    assert (second.x() + third.x()) / 2 == pytest.approx(18 + 364 * 0.75)
    assert strip.accessibleName() == "says"


def test_as_many_bars_are_filled_as_the_signs_are_strong(qtbot, theme):
    bar = StrengthBar(theme)
    qtbot.addWidget(bar)
    for band, filled in ((0, 3), (1, 2), (2, 1), (None, 0)):
        bar.show_strength(band, "Clear")
        bar.resize(bar.sizeHint())
        middles = [colour_at(bar, bar.bar_rect(place).center()) for place in range(3)]
        assert middles.count(theme.colour("ink2")) == filled
    assert bar.accessibleName() == "Strength: Clear"


def test_what_moved_is_an_arrow_and_what_stayed_a_short_bar(qtbot, theme):
    chart = ChangeChart(theme)
    qtbot.addWidget(chart)
    chart.show_rows(
        (
            change_row("purpose", Arrow(2.0, 3.5), Move.UP),
            change_row("culture", Arrow(3.5, 2.0), Move.DOWN),
            change_row("process", Arrow(3.2, 3.2), Move.SAME),
            change_row("data", None, Move.UNKNOWN),
        )
    )
    chart.resize(800, chart.sizeHint().height())
    scale = chart.scale()
    up, down, same, unknown = (row_middle(chart, place) for place in range(4))
    assert colour_at(chart, QPointF(scale.at(3.5) - 6, up)) == theme.colour("accent")
    assert colour_at(chart, QPointF(scale.at(2.0) + 6, down)) == theme.level_colour(1)
    assert colour_at(chart, QPointF(scale.at(3.2), same)) == theme.colour("ink2")
    assert colour_at(chart, QPointF(scale.at(3.4), unknown)) == theme.colour("surface")
    chart.resize(chart.minimumSizeHint().width(), chart.height())
    chart.grab()


def test_a_legend_names_its_samples_and_wraps(qtbot, theme):
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.show_partners(PARTNERS, 3)
    assert "Council, Police" in legend.accessibleName()
    assert legend.heightForWidth(200) > legend.heightForWidth(900)
    legend.resize(400, legend.heightForWidth(400))
    legend.grab()
    assert legend.toolTip() == ""


def test_very_many_long_names_leave_the_chart_in_sight(qtbot, theme):
    long = "Northbridge and Westmoor partnership of "
    partners = tuple(Partner(k, f"p{k}", f"{long * 2}{k}", chr(65 + k)) for k in range(12))
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.show_partners(partners, 3)
    legend.resize(720, 20)
    legend.show()
    assert legend.heightForWidth(720) <= 6 * theme.px(22)
    assert all(partner.name in legend.accessibleName() for partner in partners)
    assert legend.toolTip().split("\n") == [partner.name for partner in partners]
    shown = [key.words for key, _at in legend._laid(720)[0][:12]]
    assert all("…" in words and words.endswith(str(k)) for k, words in enumerate(shown))


def test_the_level_key_shows_each_tint(qtbot, theme):
    key = LevelKey(theme)
    qtbot.addWidget(key)
    key.resize(key.sizeHint())
    image = key.grab().toImage()
    seen = {image.pixelColor(x, image.height() // 2 - 6).name() for x in range(image.width())}
    assert {theme.level_colour(n, "level_tint").name() for n in range(1, 6)} <= seen
    assert "1 Not in place" in key.accessibleName()


@pytest.fixture
def figure(qtbot, theme, profile):
    made = Figure(theme, profile)
    made.show_table(
        Table("Profile", ("Dimension", "Level"), (("Purpose", "3.5"), ("Culture", "2")))
    )
    qtbot.addWidget(made)
    made.resize(860, 300)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_the_table_takes_the_place_of_the_chart_and_the_keyboard_comes_along(figure):
    figure.chart.take_focus()
    figure.switch()
    assert figure.is_table
    assert figure.twin.hasFocus()
    assert figure.twin.accessibleName() == "Profile"
    figure.switch()
    assert not figure.is_table
    assert figure.chart.rows[0].hasFocus()


def test_the_table_can_be_copied_into_a_spreadsheet(figure, qtbot):
    figure.switch()
    qtbot.keyClick(figure.twin, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Dimension\tLevel\nPurpose\t3.5\nCulture\t2"


def test_the_picture_of_a_chart_is_dense_and_on_the_ground_of_the_page(figure, theme):
    picture = figure.picture()
    assert picture.devicePixelRatio() == 2
    assert picture.pixelColor(2, 2) == theme.colour("surface")
    bar = theme.level_colour(3).name()
    assert any(
        picture.pixelColor(x, y).name() == bar
        for x in range(400, 700, 10)
        for y in range(60, picture.height(), 4)
    )


def test_a_picture_goes_to_the_clipboard(figure):
    figure.copy_picture()
    assert isinstance(QGuiApplication.clipboard().image(), QImage)
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_reading_bar_says_what_it_is_told_or_how_to_ask(qtbot, theme):
    bar = ReadingBar(theme, "Point at a bar.")
    bar.mark_table(True)
    assert bar.words == "Move with the arrow keys. Ctrl C copies the whole table."
    bar.read("Purpose: 3 Agreed.")
    bar.mark_table(False)
    assert bar.words == "Purpose: 3 Agreed."
    bar.read("")
    qtbot.addWidget(bar)
    assert bar.words == "Point at a bar."
    bar.read("Process: 2.")
    assert bar.words == "Process: 2."
    bar.read("")
    assert bar.words == "Point at a bar."


def test_the_reading_bar_offers_table_and_picture_in_words_or_as_icons(qtbot, theme):
    bar = ReadingBar(theme, "")
    qtbot.addWidget(bar)
    bar.show()
    for size in ((1366, 768), (900, 600)):
        bar.fit(theme.room(QWidget().size().expandedTo(type(bar.size())(*size))))
        seen = [b for b in bar.findChildren(QWidget) if b.isVisible() and b.accessibleName()]
        names = {b.accessibleName() for b in seen}
        assert {"Show as a table", "Copy as a picture"} <= names
    bar.mark_table(True)
    assert any(b.accessibleName() == "Show as a chart" for b in bar.findChildren(QWidget))


def test_words_of_a_table_stand_under_its_headings(theme, qtbot):
    twin = Twin(theme)
    qtbot.addWidget(twin)
    twin.show_table(Table("T", ("Each", "What"), (("Each", "B"),)))
    dress(twin, theme)
    with qtbot.waitExposed(twin):
        twin.show()
    picture = twin.grab().toImage()
    ground = picture.pixel(twin.width() - 2, twin.height() - 2)
    rows = range(twin.horizontalHeader().height() + 1, twin.height() - 20)
    first = next(
        x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in rows)
    )
    head = twin.horizontalHeader().grab().toImage()
    canvas = head.pixel(1, 1)
    heading = next(
        x
        for x in range(head.width())
        if any(head.pixel(x, y) != canvas for y in range(head.height() - 2))
    )
    assert abs(first - heading) <= 1


def test_a_sentence_in_a_table_goes_on_to_further_lines_where_there_is_no_room(theme, qtbot):
    said = "This workbook is no answer form of ours, or its hidden sheet was deleted. Ask again."
    twin = Twin(theme, wraps=True)
    qtbot.addWidget(twin)
    dress(twin, theme)
    twin.resize(1200, 300)
    with qtbot.waitExposed(twin):
        twin.show()
    twin.show_table(Table("T", ("File", "What"), (("a.xlsx", said), ("b.xlsx", "New"))))
    one_line = twin.rowHeight(0)
    before = twin.sizeHint().height()
    twin.resize(420, 300)
    assert twin.horizontalHeader().length() <= twin.viewport().width()
    assert twin.rowHeight(0) >= one_line + twin.fontMetrics().lineSpacing()
    assert twin.rowHeight(1) == one_line
    assert twin.sizeHint().height() > before
    twin.resize(200, 300)
    assert twin.columnWidth(1) == theme.px(240)
    twin.resize(1200, 300)
    assert twin.rowHeight(0) == one_line
