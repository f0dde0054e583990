"""Places: the tabs of the window in working order, and the pages under them."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from selfassess.ui.desk import Desk
from selfassess.ui.page import Page
from selfassess.words import _

FORMS = "forms"
"""Where one arrives before the workshop to bring in answer forms."""


class Tab(StrEnum):
    """The tabs, in working order; Ctrl+1 is the first."""

    SET_UP = "set-up"
    ANSWER = "answer"
    WORKSHOP = "workshop"
    RESULTS = "results"
    PLAN = "plan"
    REPORT = "report"


class Place(NamedTuple):
    """A page that can be gone to.

    Attributes:
        id: Names it, for `Page.wanted`.
        tab: The tab it stands under.
        make: Makes the page; called when it is first gone to.
        name: Its words in the bar of sub-tabs; empty where the tab has but one.
    """

    id: str
    tab: Tab
    make: Callable[[Desk, QWidget], Page]
    name: str = ""


def tab_name(tab: Tab) -> str:
    """Return what people see for a tab."""
    return {
        Tab.SET_UP: _("Set up"),
        Tab.ANSWER: _("Answer"),
        Tab.WORKSHOP: _("Workshop"),
        Tab.RESULTS: _("Results"),
        Tab.PLAN: _("Action plan"),
        Tab.REPORT: _("Report"),
    }[tab]
