"""Icons: lines on a grid of 16, painted in any colour and at any size."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

GRID = 16.0
_STROKE = 1.5

_LINES = {
    "plus": "M8 3 L8 13 M3 8 L13 8",
    "minus": "M3 8 L13 8",
    "close": "M4 4 L12 12 M12 4 L4 12",
    "check": "M3 8.5 L6.5 12 L13 4.5",
    "chevron-down": "M4 6 L8 10 L12 6",
    "chevron-up": "M4 10 L8 6 L12 10",
    "chevron-right": "M6 3.5 L10.5 8 L6 12.5",
    "chevron-left": "M10 3.5 L5.5 8 L10 12.5",
    "arrow-right": "M2.5 8 L13 8 M9 4 L13 8 L9 12",
    "arrow-left": "M13.5 8 L3 8 M7 4 L3 8 L7 12",
    "arrow-up": "M8 13.5 L8 3 M4 7 L8 3 L12 7",
    "arrow-down": "M8 2.5 L8 13 M4 9 L8 13 L12 9",
    "folder": "M2 3.5 L6.2 3.5 L7.8 5.5 L14 5.5 L14 12.5 L2 12.5 Z",
    "bring-in": "M8 2.5 L8 9.5 M5 7 L8 10 L11 7 M2.5 9.5 L2.5 13.5 L13.5 13.5 L13.5 9.5",
    "save": "M8 10.5 L8 3 M5 7.5 L8 10.5 L11 7.5 M2.5 13.5 L13.5 13.5",
    "book": "M8 3.5 L8 13.5 M8 3.5 L2.5 3.5 L2.5 12.5 L6.5 12.5 L8 13.8 "
    "L9.5 12.5 L13.5 12.5 L13.5 3.5 L8 3.5",
    "lock": "R 3.5 7 9 6.5 1 M5.5 7 L5.5 5 C5.5 1.9 10.5 1.9 10.5 5 L10.5 7",
    "search": "O 6.8 6.8 4.3 M10 10 L13.8 13.8",
    "help": "O 8 8 6.2 M6 6.4 C6 3.9 10 3.9 10 6.4 C10 8 8 7.9 8 9.4 @ 8 11.6 0.9",
    "info": "O 8 8 6.2 M8 7.4 L8 11.3 @ 8 4.9 0.95",
    "clock": "O 8 8 6.2 M8 4.5 L8 8.2 L10.4 9.8",
    "warning": "M8 2.2 L14.4 13.4 L1.6 13.4 Z M8 6.4 L8 9.4 @ 8 11.4 0.85",
    "error": "O 8 8 6.2 M8 4.6 L8 8.8 @ 8 11.1 0.95",
    "pen": "M3 13 L3.6 10.2 L10.9 2.9 L13.1 5.1 L5.8 12.4 Z",
    "person": "O 8 5 2.6 M2.8 13.6 C3.4 8.6 12.6 8.6 13.2 13.6",
    "table": "R 2 3 12 10.5 1 M2 6.5 L14 6.5 M2 10 L14 10 M6.4 3 L6.4 13.5",
    "screen": "R 1.8 3 12.4 8 1 M5.5 13.6 L10.5 13.6 M8 11 L8 13.6",
    "eye": "M1.5 8 C4.5 2.6 11.5 2.6 14.5 8 C11.5 13.4 4.5 13.4 1.5 8 O 8 8 2",
    "eye-off": "M1.5 8 C4.5 2.6 11.5 2.6 14.5 8 C11.5 13.4 4.5 13.4 1.5 8 O 8 8 2 M3 13.5 L13 2.5",
    "copy": "R 5.5 5.5 8 8 1 M10.5 5.5 L10.5 2.5 L2.5 2.5 L2.5 10.5 L5.5 10.5",
    "undo": "M5.5 3 L2.5 6 L5.5 9 M2.5 6 L9.5 6 C15 6 15 13 9.5 13 L6 13",
    "redo": "M10.5 3 L13.5 6 L10.5 9 M13.5 6 L6.5 6 C1 6 1 13 6.5 13 L10 13",
    "sliders": "M2 5 L8 5 M12 5 L14 5 O 10 5 2 M2 11 L4 11 M8 11 L14 11 O 6 11 2",
    "letters": "M1 12.5 L4.8 3.5 L8.6 12.5 M2.3 9.6 L7.3 9.6 O 12 10 2.5 M14.5 7.3 L14.5 12.7",
    "disc-open": "O 8 8 6",
    "evidence-opinion": "@ 3 8 1.9 O 8 8 1.6 O 13 8 1.6",
    "evidence-document": "@ 3 8 1.9 @ 8 8 1.9 O 13 8 1.6",
    "evidence-working": "@ 3 8 1.9 @ 8 8 1.9 @ 13 8 1.9",
    "agreement-close": "@ 4.4 8 1.9 @ 8 8 1.9 @ 11.6 8 1.9",
    "agreement-some-spread": "@ 2.2 8 1.9 @ 8 8 1.9 @ 13.8 8 1.9",
    "agreement-split": "@ 2.2 8 1.9 @ 6 8 1.9 @ 14 8 1.9",
    "agreement-one-view": "@ 8 8 1.9",
    "confidence-very-low": "R 1.5 10.5 2.6 3 0.4 R 6.7 7 2.6 6.5 0.4 R 11.9 3.5 2.6 10 0.4",
    "confidence-low": "B 1 10 3.5 4 0.4 R 6.7 7 2.6 6.5 0.4 R 11.9 3.5 2.6 10 0.4",
    "confidence-medium": "B 1 10 3.5 4 0.4 B 6.2 6.5 3.5 7.5 0.4 R 11.9 3.5 2.6 10 0.4",
    "confidence-high": "B 1 10 3.5 4 0.4 B 6.2 6.5 3.5 7.5 0.4 B 11.4 3 3.5 11 0.4",
    "confidence-very-high": "B 1 10 3.5 4 0.4 B 6.2 6.5 3.5 7.5 0.4 B 11.4 3 3.5 11 0.4",
}
"""Each a list of steps: M move, L line, C curve, Z close, O circle, R box; @ and B are filled."""

_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "R": 5, "@": 3, "B": 5}


def names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return (*_LINES, *_SOLID)


def draw(painter: QPainter, name: str, where: QRectF, colour: QColor) -> None:
    """Paint an icon into a square.

    Raises:
        KeyError: there is no icon of that name.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(where.topLeft())
    painter.scale(where.width() / GRID, where.height() / GRID)
    if name in _SOLID:
        painter.fillPath(_solid(name), colour)
    else:
        lines, filled = _paths(_LINES[name])
        pen = QPen(colour, _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(lines, pen)
        painter.fillPath(filled, colour)
    painter.restore()


def icon(name: str, colour: QColor, size: int = 16) -> "QIcon":
    """Return an icon for a menu or a window, at a size in pixels and at twice and thrice that."""
    made = QtGui.QIcon()  # loaded only now, for it has a hundred names of its own
    for density in (1, 2, 3):
        pixmap = QPixmap(size * density, size * density)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw(painter, name, QRectF(0, 0, size * density, size * density), colour)
        painter.end()
        pixmap.setDevicePixelRatio(density)
        made.addPixmap(pixmap)
    return made


@cache
def _solid(name: str) -> QPainterPath:
    return _SOLID[name]()


@cache
def _paths(steps: str) -> tuple[QPainterPath, QPainterPath]:
    lines, filled = QPainterPath(), QPainterPath()
    words = _words(steps)
    while words:
        letter = words.pop(0)
        numbers = [float(words.pop(0)) for _ in range(_NUMBERS[letter])]
        _step(lines, filled, letter, numbers)
    return lines, filled


def _words(steps: str) -> list[str]:
    for letter in _NUMBERS:
        steps = steps.replace(letter, f" {letter} ")
    return steps.split()


def _step(lines: QPainterPath, filled: QPainterPath, letter: str, n: list[float]) -> None:
    match letter:
        case "M":
            lines.moveTo(*n)
        case "L":
            lines.lineTo(*n)
        case "C":
            lines.cubicTo(*n)
        case "Z":
            lines.closeSubpath()
        case "O":
            lines.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
        case "R":
            lines.addRoundedRect(QRectF(*n[:4]), n[4], n[4])
        case "@":
            filled.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
        case "B":
            filled.addRoundedRect(QRectF(*n[:4]), n[4], n[4])


def _disc() -> QPainterPath:
    disc = QPainterPath()
    disc.addEllipse(QPointF(8, 8), 6.75, 6.75)
    return disc


def _disc_half() -> QPainterPath:
    inside, left = QPainterPath(), QPainterPath()
    inside.addEllipse(QPointF(8, 8), 5.25, 5.25)
    left.addRect(QRectF(0, 0, 8, 16))
    return _disc().subtracted(inside.intersected(left))


def _disc_without(lines: str) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(1.6)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return _disc().subtracted(stroker.createStroke(_paths(lines)[0]))


def _disc_ticked() -> QPainterPath:
    return _disc_without("M4.8 8.3 L7.1 10.6 L11.3 5.8")


def _disc_crossed() -> QPainterPath:
    return _disc_without("M5.6 5.6 L10.4 10.4 M10.4 5.6 L5.6 10.4")


_SOLID: dict[str, Callable[[], QPainterPath]] = {
    "disc-half": _disc_half,
    "disc-ticked": _disc_ticked,
    "disc-crossed": _disc_crossed,
}
