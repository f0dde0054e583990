"""Walks the tree that screen readers see."""

import re
from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.tab_order import stops
from tests.ui.heard import Ear

PLAIN = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
"""Roles that do not say what something is."""

NAME, MORE, VALUE = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value


def nameless_or_roleless(window: QWidget) -> list[str]:
    """Return what can have the keyboard or is a picture and has no name, or no role."""
    found = []
    for interface in _walk(QAccessible.queryAccessibleInterface(window)):
        state, thing = interface.state(), interface.object()
        if state.invisible:
            continue
        name, kind = interface.text(NAME).strip(), type(thing).__name__
        if (state.focusable or interface.role() is QAccessible.Role.Graphic) and not name:
            found.append(f"{kind} {interface.rect().getRect()} has no name")
        matters = (name or state.focusable) and not isinstance(thing, QAbstractScrollArea)
        if matters and interface.role() in PLAIN:
            found.append(f"{kind} “{name}” has no role")
    return found


def labels_of_themselves(window: QWidget) -> list[str]:
    """Return labels whose buddy is no field."""
    labels = window.findChildren(QLabel)
    return [label.text() for label in labels if isinstance(label.buddy(), QLabel)]


def alike(window: QWidget) -> list[str]:
    """Return stops of the keyboard that sound the same."""
    told: Counter = Counter()
    for stop in stops(window):
        interface = QAccessible.queryAccessibleInterface(stop)
        told[interface.role().name, interface.text(NAME), interface.text(MORE)] += 1
    return [f"{count} of {what} sound alike" for what, count in told.items() if count > 1]


def unlabelled(window: QWidget) -> list[str]:
    """Return fields whose label says something else than their name, and fields without both."""
    found = []
    labels = {label.buddy(): label for label in window.findChildren(QLabel) if label.buddy()}
    for field in window.findChildren(QWidget):
        if not isinstance(field, QLineEdit | QPlainTextEdit | Choice) or not field.isVisible():
            continue
        label, name = labels.get(field), field.accessibleName()
        if label is not None and label.text().casefold() not in name.casefold():
            found.append(f"“{label.text()}” is the label of “{name}”")
        elif label is None and not name:
            found.append(f"{type(field).__name__} has no label")
    return found


def misnamed(window: QWidget) -> list[str]:
    """Return buttons whose name lacks the words on them, by which people who speak call them."""
    found = []
    for button in window.findChildren(QAbstractButton):
        words, name = button.text(), button.accessibleName()
        is_shortened = "…" in words.rstrip("…")
        if button.isVisible() and not is_shortened and _plain(words) not in _plain(name):
            found.append(f"“{words}” is called “{name}”")
    return found


def unheard(window: QWidget) -> list[str]:
    """Return words that are painted and that nobody hears of."""
    with Ear() as ear:
        window.grab()
    found = []
    for painted in ear.heard:
        part = painted.part
        if isinstance(part.parent(), QAbstractItemView):
            continue
        interface = QAccessible.queryAccessibleInterface(part)
        if interface.role() in PLAIN or not interface.text(NAME):
            found.append(f"“{painted.words}” of {painted.name} is not heard")
    return list(dict.fromkeys(found))


def walked(window: QWidget) -> list[QWidget]:
    """Return the widgets in the order in which screen readers come to them."""
    found: list[QWidget] = []
    todo = [QAccessible.queryAccessibleInterface(window)]
    while todo:
        interface = todo.pop()
        thing = interface.object()
        if not isinstance(thing, QWidget):
            continue
        found.append(thing)
        if not isinstance(thing, QAbstractItemView):
            inside = (interface.child(place) for place in range(interface.childCount()))
            todo += reversed([child for child in inside if child is not None])
    return found


def out_of_tab_order(window: QWidget) -> list[str]:
    """Return the first place where Tab goes another way than a screen reader."""
    reached = stops(window)
    known = set(reached)
    read = [thing for thing in walked(window) if thing in known]
    if len(read) < len(reached):
        lost = next(stop for stop in reached if stop not in set(read))
        return [f"Tab stops at {_called(lost)}, which is never read"]
    for told, stop in zip(read, reached, strict=True):
        if told is not stop:
            return [f"{_called(told)} is read where Tab stops at {_called(stop)}"]
    return []


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _called(thing: QWidget) -> str:
    return f"{type(thing).__name__} “{thing.accessibleName()}”"


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid():
        return
    yield interface
    for place in range(interface.childCount()):
        yield from _walk(interface.child(place))
