"""Roles: what screen readers take parts for that hold others together or paint their own words.

Qt takes all of these for plain widgets, which screen readers pass over, with their names. A class
says in `heard_as` what it is instead.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

GROUP = QAccessible.Role.Grouping
"""Holds things that belong together; its name says what they are."""

PICTURE = QAccessible.Role.Graphic
"""Shows something that its name or description says in words."""

WORDS = QAccessible.Role.StaticText
"""Paints the words of its name."""

WINDOW = QAccessible.Role.Window
"""A window of its own."""


class Group(QWidget):
    """A plain widget that holds things under its accessible name."""

    heard_as = GROUP


@cache
def tell_roles() -> None:
    """Have screen readers told what classes say of themselves; once for the whole program."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "heard_as", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)
