"""Measures contrast in pixels: what parts painted, in which ink, and what ground is round it."""

from collections import Counter
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph

SHARPNESS = 3
"""Pixels of a picture for one of the window, so that thin strokes have their full colour."""

_LARGE, _LARGE_BOLD, _BOLD = 24, 18.5, 600
_OPAQUE = 0xFFFFFF


@dataclass(frozen=True, slots=True)
class Ink:
    """Something painted in one colour.

    Attributes:
        what: The words, or the name of the icon.
        part: The widget that painted it.
        rect: Where it stands in the part.
        colour: The colour it was painted in.
        large: It is text of a size at which less contrast is enough.
        is_text: It is text, not an icon.
    """

    what: str
    part: QWidget
    rect: QRectF
    colour: str
    large: bool
    is_text: bool

    @property
    def kind(self) -> tuple[str, str, bool, bool]:
        """What it has in common with others of which one need not be measured twice."""
        return type(self.part).__name__, self.colour, self.large, self.is_text


class Inks:
    """Listens to how parts paint words and icons, while it is held open."""

    def __init__(self) -> None:
        self.heard: list[Ink] = []

    def __enter__(self) -> Self:
        self._before = paint.words, paint.symbol, Paragraph.paint
        paint.words, paint.symbol = self._words, self._symbol
        inks = self

        def paint_and_tell(paragraph, painter, at, colour) -> None:
            inks._paragraph(paragraph, painter, at, colour)

        Paragraph.paint = paint_and_tell
        return self

    def __exit__(self, *_error: object) -> None:
        paint.words, paint.symbol, Paragraph.paint = self._before

    def _words(self, painter, where, said, font, colour, *, centred=False) -> None:
        self._before[0](painter, where, said, font, colour, centred=centred)
        self._keep(painter, said, where, colour, font)

    def _symbol(self, painter, name, centre, size, colour) -> None:
        self._before[1](painter, name, centre, size, colour)
        corner = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        self._keep(painter, name, corner, colour, None)

    def _paragraph(self, paragraph, painter, at, colour) -> None:
        self._before[2](paragraph, painter, at, colour)
        if paragraph._layout.formats():
            return
        rect = QRectF(at.x(), at.y(), paragraph.widest, paragraph.height)
        self._keep(painter, paragraph._layout.text(), rect, colour, paragraph._layout.font())

    def _keep(
        self, painter: QPainter, what: str, rect: QRectF, colour: QColor, font: QFont | None
    ) -> None:
        part = painter.device()
        if what.strip() and isinstance(part, QWidget) and _is_enabled(part):
            there = painter.worldTransform().mapRect(rect)
            large = font is not None and is_large(font)
            self.heard.append(Ink(what, part, there, colour.name(), large, font is not None))


def is_large(font: QFont) -> bool:
    """Say whether text in a font counts as large."""
    return font.pixelSize() >= (_LARGE_BOLD if font.weight() >= _BOLD else _LARGE)


def picture(window: QWidget) -> QImage:
    """Return a sharp picture of a window."""
    image = QImage(window.size() * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    window.render(image)
    return image


def in_view(ink: Ink, window: QWidget) -> QRect:
    """Return where something painted is in view in its window; empty where it is not wholly."""
    seen = ink.part.visibleRegion().boundingRect()
    rect = ink.rect.toAlignedRect()
    if not seen.contains(rect):
        return QRect()
    return rect.translated(ink.part.mapTo(window, QPoint(0, 0)))


def measured(image: QImage, where: QRect) -> float:
    """Return the contrast between the ground of a place and what stands out from it most."""
    cut = image.copy(
        QRect(where.topLeft() * SHARPNESS, where.size() * SHARPNESS).intersected(image.rect())
    )
    pixels = Counter(cut.constBits().cast("I"))
    ground = pixels.most_common(1)[0][0]
    return max(contrast(ground, one) for one in pixels)


def contrast(one: int, other: int) -> float:
    """Return the contrast of two colours given as 0xRRGGBB, by the formula of WCAG 2."""
    lights = sorted((_luminance(one & _OPAQUE), _luminance(other & _OPAQUE)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(rgb: int) -> float:
    parts = ((rgb >> 16) / 255, (rgb >> 8 & 255) / 255, (rgb & 255) / 255)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _is_enabled(part: QWidget) -> bool:
    return part.isEnabled() and part.property("exempt") is None
