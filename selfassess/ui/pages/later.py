"""Later: pages that are loaded when they are first gone to, so that the window starts sooner."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from selfassess.loading import load
from selfassess.ui.desk import Desk
from selfassess.ui.page import Page


def page(module: str, name: str) -> Callable[[Desk, QWidget], Page]:
    """Return what makes a page, and loads its module before the first.

    Args:
        module: The module in this package.
        name: The class of the page there.
    """

    def make(desk: Desk, parent: QWidget) -> Page:
        made: Page = getattr(load(f"selfassess.ui.pages.{module}"), name)(desk, parent)
        return made

    return make
