"""Screens: on which display the presenter goes, decided without asking Qt."""

from collections.abc import Sequence


def choose_screen(screens: Sequence[str], here: str, remembered: str = "") -> str:
    """Return the display for the presenter.

    Args:
        screens: The names of all displays, in the system's order; at least `here`.
        here: The display of the facilitator's window.
        remembered: The display that was chosen before, if any.

    Returns:
        The one chosen before if it is there, else the first other one; the facilitator's own where
        there is no other.
    """
    others = [screen for screen in screens if screen != here]
    if remembered in others:
        return remembered
    return others[0] if others else here


def swap_screens(screens: Sequence[str], here: str, there: str) -> tuple[str, str]:
    """Return where the facilitator's window and the presenter go when the presenter moves on.

    The presenter goes to the next display; where that is the facilitator's, the two change places.
    """
    if there not in screens or here not in screens:
        return here, choose_screen(screens, here)
    following = screens[(list(screens).index(there) + 1) % len(screens)]
    return (there, following) if following == here else (here, following)
