import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from selfassess import app as program
from selfassess.ui import icons
from selfassess.ui.act_list import Act, Group, act_list, place_acts
from selfassess.ui.key_map import keys_everywhere, keys_of_pages
from selfassess.ui.places import Place, Tab
from tests.pilot import Pilot


@pytest.fixture
def shell(make_shell):
    made = make_shell()
    made.opening.show_example()
    return made


def test_every_act_has_a_name_words_and_an_icon():
    for act in (*act_list(), *place_acts(program.places())):
        assert act.words
        assert act.icon in icons.names()
        assert act.group in Group


def test_no_two_acts_have_one_id_or_one_key():
    ids = [act.id for act in act_list()]
    assert len(ids) == len(set(ids))
    keys = [QKeySequence(key).toString() for act in act_list() for key in act.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("keys", "caps"),
    [
        ("Ctrl+N", ("Ctrl", "N")),
        ("Ctrl++", ("Ctrl", "+")),
        ("F6", ("F6",)),
        ("Ctrl+-", ("Ctrl", "-")),
    ],
)
def test_keys_are_shown_one_by_one(keys, caps):
    assert Act("go.there", "There", "plus", (keys,)).caps == caps


def test_an_act_without_keys_shows_none():
    assert Act("go.there", "There", "plus").caps == ()


def test_places_are_gone_to_by_tab_or_view():
    made = {act.id: act for act in place_acts(program.places())}
    assert made["go.setup"].words == "Go to Set up"
    assert made["go.setup"].caps == ("Ctrl", "1")
    assert made["go.overview"].caps == ("Ctrl", "4")
    assert made["go.barriers"].caps == ("Alt", "3")
    assert "go.grid" not in made
    two = (Place("a", Tab.PLAN, None), Place("b", Tab.PLAN, None))
    assert [act.caps for act in place_acts(two)] == [("Ctrl", "5"), ()]


def test_what_needs_an_assessment_waits_for_one(make_shell):
    shell = make_shell()
    assert not shell.acts.action("go.grid").isEnabled()
    assert shell.acts.action("go.search").isEnabled()
    shell.opening.show_example()
    assert shell.acts.action("go.grid").isEnabled()


def test_menus_are_made_of_acts_and_draw_their_icons_when_first_shown(shell, theme):
    menu = shell.acts.file_menu(shell.window)
    search = shell.acts.action("go.search")
    assert search in menu.actions()
    assert search.icon().isNull()
    menu.aboutToShow.emit()
    assert not search.icon().isNull()
    menu.aboutToShow.emit()
    assert shell.acts.action("view.preferences") in shell.acts.view_menu(shell.window).actions()


def test_ctrl_g_goes_to_the_grid_and_back_with_question_and_person(shell, qtbot):
    pilot = Pilot(qtbot, shell.window)
    page = shell.window.page
    page.arrive("CU1:police-1")
    pilot.key("Ctrl+G")
    assert shell.window.here == "grid"
    assert shell.window.page.at() == "CU1:police-1"
    pilot.key("Up")
    pilot.key("Up")
    pilot.key("Ctrl+G")
    assert shell.window.here == "walk"
    assert shell.window.page.at() == "LE1:police-1"
    shell.window.page.arrive("LE1:nobody")
    assert shell.window.page.at() == "LE1:police-1"


def test_the_key_map_says_what_the_pages_say(make_shell, qtbot):
    shell = make_shell()
    shell.opening.show_example()
    known = {page.place: {(h.keys, h.does) for h in page.hints} for page in keys_of_pages()}
    everywhere = {(h.keys, h.does) for h in keys_everywhere(act_list())}
    loose = {("Ctrl", "Z"), ("Ctrl", "G"), ("Alt", "1", "–", "5")}
    for place in program.places():
        if place.id not in known:
            continue
        shell.window.go_to(place.id)
        QApplication.processEvents()
        said = {(h.keys, h.does) for h in shell.window.page.hints() if h.keys not in loose}
        assert said <= known[place.id] | everywhere, place.id


def test_every_page_stands_in_the_key_map():
    known = {page.place for page in keys_of_pages()}
    assert {place.id for place in program.places()} <= known


def test_undo_keeps_its_words(shell, qtbot):
    Pilot(qtbot, shell.window).key("4")
    assert shell.acts.undo.text() == "Undo: Answer PU2"
