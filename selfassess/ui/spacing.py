"""Spacing: every margin and gap, and two helpers with which layouts read as lists."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Any, NamedTuple
from weakref import ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QSpacerItem, QWidget

from selfassess.overriding import override

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


class Gap(NamedTuple):
    """Empty room of so many pixels between two things."""

    pixels: int


class Stretch(NamedTuple):
    """Room that takes what is left, in proportion to its share."""

    share: int = 1


class Aligned(NamedTuple):
    """A thing that keeps its own size and stands at one side of its place."""

    thing: QWidget
    to: Qt.AlignmentFlag


class Share(NamedTuple):
    """A thing that takes what is left, in proportion to its share."""

    thing: QWidget | QLayout
    share: int = 1


Thing = QWidget | QLayout | Gap | Stretch | Share | Aligned

STRETCH = Stretch()


class Box(QBoxLayout):
    """Things in a line, to which screen readers come in the same order.

    They are told of the children of a widget in the order in which these were made or last raised.
    A child of another widget is taken over when the layout is set, and then comes after all that
    were there before.
    """

    def __init__(self, direction: QBoxLayout.Direction) -> None:
        super().__init__(direction)
        self._inner: list[Box] = []
        self._given: list[ref[QWidget]] = []

    @override
    def addWidget(self, thing: QWidget, *how: Any) -> None:
        super().addWidget(thing, *how)
        self._put_last([ref(thing)])

    @override
    def insertWidget(self, place: int, thing: QWidget, *how: Any) -> None:
        super().insertWidget(place, thing, *how)
        self._put_last([ref(thing)])

    @override
    def addLayout(self, layout: QLayout, stretch: int | None = 0) -> None:
        super().addLayout(layout, stretch or 0)
        if isinstance(layout, Box):
            self._inner.append(layout)
            self._put_last(layout.take_given())

    def take_given(self) -> list["ref[QWidget]"]:
        """Return what it was given while no widget held it; it then belongs to whoever asks."""
        given, self._given = self._given, []
        return given

    def _put_last(self, given: list["ref[QWidget]"]) -> None:
        """Have something read last; once a widget holds the layout, in its place."""
        holder = self.parentWidget()
        if holder is None:
            self._given += given
        known = laid_out(holder) if holder is not None else [one() for one in given]
        for thing in known:
            if thing is not None and not thing.isWindow():
                thing.raise_()

    def place_of(self, child: QWidget) -> tuple[int, ...]:
        """Return where something stands, in this and in the layouts within; empty for nowhere."""
        at = self.indexOf(child)
        if at >= 0:
            return (at,)
        for inner in self._inner:
            place = inner.place_of(child)
            if place:
                return (self.indexOf(inner), *place)
        return ()


def laid_out(holder: QWidget) -> list[QWidget]:
    """Return the children that the layout of a widget holds, in reading order.

    Qt's own `itemAt` is of no use here: what it returns for Python outlives the item, and ends the
    process when it is let go.
    """
    layout = holder.layout()
    if layout is None:
        return []
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    places: list[tuple[tuple[int, ...], QWidget]] = []
    for child in holder.findChildren(QWidget, options=direct):
        if isinstance(layout, Box):
            place = layout.place_of(child)
        else:
            at = layout.indexOf(child)
            place = (at,) if at >= 0 else ()
        if place:
            places.append((place, child))
    places.sort(key=itemgetter(0))
    return [child for _place, child in places]


def column(*things: Thing, gap: int = 0, margins: Margins = 0) -> Box:
    """Lay things out from top to bottom."""
    return _filled(Box(Box.Direction.TopToBottom), things, gap, margins)


def row(*things: Thing, gap: int = S, margins: Margins = 0) -> Box:
    """Lay things out from left to right, in the reading direction."""
    return _filled(Box(Box.Direction.LeftToRight), things, gap, margins)


def set_margins(layout: QLayout, margins: Margins) -> None:
    """Give a layout its margins."""
    if isinstance(margins, int):
        margins = (margins, margins)
    sides = margins if len(margins) == _SIDES else (*margins, *margins)
    layout.setContentsMargins(*sides)


def _filled(layout: Box, things: Iterable[Thing], gap: int, margins: Margins) -> Box:
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
