"""Spacing: every margin and gap, and two helpers with which layouts read as lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QSpacerItem, QVBoxLayout, QWidget

XS = 4
S = 8
M = 16
L = 24
XL = 32
XXL = 48
PAGE = 32
PRESENTER = 96

_SIDES = 4

Margins = int | tuple[int, int] | tuple[int, int, int, int]
"""All sides alike; (left and right, top and bottom); or (left, top, right, bottom)."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty room of so many pixels between two things."""

    pixels: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Room that takes what is left, in proportion to its share."""

    share: int = 1


@dataclass(frozen=True, slots=True)
class Aligned:
    """A thing that keeps its own size and stands at one side of its place."""

    thing: QWidget
    to: Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Share:
    """A thing that takes what is left, in proportion to its share."""

    thing: QWidget | QLayout
    share: int = 1


Thing = QWidget | QLayout | Gap | Stretch | Share | Aligned

STRETCH = Stretch()

_Box = TypeVar("_Box", bound=QBoxLayout)


def column(*things: Thing, gap: int = 0, margins: Margins = 0) -> QVBoxLayout:
    """Lay things out from top to bottom."""
    return _filled(QVBoxLayout(), things, gap, margins)


def row(*things: Thing, gap: int = S, margins: Margins = 0) -> QHBoxLayout:
    """Lay things out from left to right, in the reading direction."""
    return _filled(QHBoxLayout(), things, gap, margins)


def set_margins(layout: QLayout, margins: Margins) -> None:
    """Give a layout its margins."""
    if isinstance(margins, int):
        margins = (margins, margins)
    sides = margins if len(margins) == _SIDES else (*margins, *margins)
    layout.setContentsMargins(*sides)


def _filled(layout: _Box, things: Iterable[Thing], gap: int, margins: Margins) -> _Box:
    layout.setSpacing(gap)
    set_margins(layout, margins)
    for thing in things:
        _add(layout, thing)
    return layout


def _add(layout: QBoxLayout, thing: Thing) -> None:
    match thing:
        case Gap(pixels):
            layout.addSpacerItem(_fixed(layout, pixels))
        case Stretch(share):
            layout.addStretch(share)
        case Share(inner, share):
            _put(layout, inner, share)
        case Aligned(inner, to):
            layout.addWidget(inner, 0, to)
        case _:
            _put(layout, thing, 0)


def _fixed(layout: QBoxLayout, pixels: int) -> QSpacerItem:
    across = layout.direction() in (
        QBoxLayout.Direction.LeftToRight,
        QBoxLayout.Direction.RightToLeft,
    )
    return QSpacerItem(pixels, 0) if across else QSpacerItem(0, pixels)


def _put(layout: QBoxLayout, thing: QWidget | QLayout, share: int) -> None:
    if isinstance(thing, QWidget):
        layout.addWidget(thing, share)
    else:
        layout.addLayout(thing, share)
