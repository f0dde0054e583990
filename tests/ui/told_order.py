"""Finds what screen readers are not told, and compares the order in which they come to things
with where these stand.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QWidget

from tests.ui import spoken

SLACK = 2
"""Pixels by which neighbours may overlap."""


def gaps(window: QWidget) -> list[str]:
    """Return all that is amiss for screen readers in a window, or in a page that stands alone."""
    checks = (
        spoken.nameless_or_roleless,
        spoken.labels_of_themselves,
        spoken.unlabelled,
        spoken.misnamed,
        spoken.alike,
        spoken.unheard,
        spoken.out_of_tab_order,
        out_of_order,
    )
    return [gap for check in checks for gap in check(window)]


def out_of_order(window: QWidget) -> list[str]:
    """Return which things are read after others that stand below them or to their right."""
    return list(_in(QAccessible.queryAccessibleInterface(window)))


def _in(interface: QAccessibleInterface | None) -> Iterator[str]:
    if interface is None or isinstance(interface.object(), QAbstractItemView | QComboBox | QTabBar):
        return
    children = [interface.child(place) for place in range(interface.childCount())]
    shown = [child for child in children if child is not None and _is_shown(child)]
    for place, later in enumerate(shown):
        for earlier in shown[:place]:
            if _stands_before(later.rect(), earlier.rect()):
                yield f"{_name(later)} is read after {_name(earlier)}"
    for child in shown:
        yield from _in(child)


def _is_shown(interface: QAccessibleInterface) -> bool:
    thing = interface.object()
    over = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    if isinstance(thing, QWidget) and thing.testAttribute(over):
        return False  # it lies over others, such as the ring around what has the keyboard
    return not interface.state().invisible and not interface.rect().isEmpty()


def _stands_before(one: QRect, other: QRect) -> bool:
    """Say whether it stands above the other, or beside it at the left."""
    above = one.bottom() <= other.top() + SLACK
    left = one.right() <= other.left() + SLACK
    beside = one.top() + SLACK < other.bottom() and other.top() + SLACK < one.bottom()
    under = one.left() + SLACK < other.right() and other.left() + SLACK < one.right()
    return (above and under) or (left and beside)


def _name(interface: QAccessibleInterface) -> str:
    thing = interface.object()
    said = interface.text(QAccessible.Text.Name)
    inside = "" if said else "/".join(_names(interface))[:60]
    return f"{type(thing).__name__} “{said or inside}”"


def _names(interface: QAccessibleInterface) -> Iterator[str]:
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child is not None and _is_shown(child):
            said = child.text(QAccessible.Text.Name)
            if said:
                yield said
            yield from _names(child)
