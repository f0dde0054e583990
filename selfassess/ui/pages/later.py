"""Later: pages that are loaded when they are first gone to, so that the window starts sooner."""

from PySide6.QtWidgets import QWidget

from selfassess.ui.desk import Desk
from selfassess.ui.page import Page


def grid(desk: Desk, parent: QWidget) -> Page:
    """Make the page with the grid of all answers."""
    from selfassess.ui.pages.grid import GridPage  # noqa: PLC0415  # loaded when needed

    return GridPage(desk, parent)


def overview(desk: Desk, parent: QWidget) -> Page:
    """Make the overview page."""
    from selfassess.ui.pages.overview import OverviewPage  # noqa: PLC0415  # loaded when needed

    return OverviewPage(desk, parent)


def agreement(desk: Desk, parent: QWidget) -> Page:
    """Make the agreement page."""
    from selfassess.ui.pages.agreement import AgreementPage  # noqa: PLC0415  # loaded when needed

    return AgreementPage(desk, parent)


def barriers(desk: Desk, parent: QWidget) -> Page:
    """Make the barriers page."""
    from selfassess.ui.pages.barriers import BarriersPage  # noqa: PLC0415  # loaded when needed

    return BarriersPage(desk, parent)


def cases(desk: Desk, parent: QWidget) -> Page:
    """Make the case studies page."""
    from selfassess.ui.pages.cases import CasesPage  # noqa: PLC0415  # loaded when needed

    return CasesPage(desk, parent)


def compare(desk: Desk, parent: QWidget) -> Page:
    """Make the compare page."""
    from selfassess.ui.pages.compare import ComparePage  # noqa: PLC0415  # loaded when needed

    return ComparePage(desk, parent)


def prepare(desk: Desk, parent: QWidget) -> Page:
    """Make the page before the workshop."""
    from selfassess.ui.pages.prepare import PreparePage  # noqa: PLC0415  # loaded when needed

    return PreparePage(desk, parent)


def room(desk: Desk, parent: QWidget) -> Page:
    """Make the facilitator's page."""
    from selfassess.ui.pages.room import RoomPage  # noqa: PLC0415  # loaded when needed

    return RoomPage(desk, parent)


def agreed(desk: Desk, parent: QWidget) -> Page:
    """Make the page after the workshop."""
    from selfassess.ui.pages.agreed import AgreedPage  # noqa: PLC0415  # loaded when needed

    return AgreedPage(desk, parent)


def plan(desk: Desk, parent: QWidget) -> Page:
    """Make the action plan page."""
    from selfassess.ui.pages.plan import PlanPage  # noqa: PLC0415  # loaded when needed

    return PlanPage(desk, parent)


def report(desk: Desk, parent: QWidget) -> Page:
    """Make the report page."""
    from selfassess.ui.pages.report import ReportPage  # noqa: PLC0415  # loaded when needed

    return ReportPage(desk, parent)
