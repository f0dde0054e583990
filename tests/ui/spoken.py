"""Walks the tree that screen readers see."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget


def nameless(window: QWidget) -> list[str]:
    """Return what can have the keyboard and has no name, by class and place."""
    found = []
    for interface in _walk(QAccessible.queryAccessibleInterface(window)):
        state = interface.state()
        if not state.focusable or state.invisible:
            continue
        if not interface.text(QAccessible.Text.Name).strip():
            thing = interface.object()
            found.append(f"{type(thing).__name__} {interface.rect().getRect()}")
    return found


def labels_of_themselves(window: QWidget) -> list[str]:
    """Return labels whose buddy is no field."""
    labels = window.findChildren(QLabel)
    return [label.text() for label in labels if isinstance(label.buddy(), QLabel)]


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid():
        return
    yield interface
    for place in range(interface.childCount()):
        yield from _walk(interface.child(place))
