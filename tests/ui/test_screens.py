from hypothesis import given
from hypothesis import strategies as st

from selfassess.ui.screens import choose_screen, swap_screens

SCREENS = st.lists(st.sampled_from("ABCD"), min_size=1, max_size=4, unique=True)


def test_the_presenter_goes_to_the_other_display():
    assert choose_screen(["A", "B"], "A") == "B"
    assert choose_screen(["A", "B"], "B") == "A"


def test_the_display_that_was_chosen_before_comes_first():
    assert choose_screen(["A", "B", "C"], "A", "C") == "C"
    assert choose_screen(["A", "B"], "A", "C") == "B"
    assert choose_screen(["A", "B"], "A", "A") == "B"


def test_with_one_display_the_presenter_stays_there():
    assert choose_screen(["A"], "A", "B") == "A"


def test_with_two_displays_the_windows_change_places():
    assert swap_screens(["A", "B"], "A", "B") == ("B", "A")


def test_with_three_displays_the_presenter_goes_to_the_third_first():
    assert swap_screens(["A", "B", "C"], "A", "B") == ("A", "C")
    assert swap_screens(["A", "B", "C"], "A", "C") == ("C", "A")


def test_a_display_that_has_gone_is_replaced():
    assert swap_screens(["A", "B"], "A", "gone") == ("A", "B")


@given(SCREENS, st.data())
def test_both_windows_always_stand_on_displays_that_are_there(screens, data):
    here = data.draw(st.sampled_from(screens))
    there = choose_screen(screens, here)
    stay, go = swap_screens(screens, here, there)
    assert {there, stay, go} <= set(screens)
    assert len(screens) == 1 or (here != there and stay != go)
