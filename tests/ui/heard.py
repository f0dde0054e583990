"""Hears what parts paint: every line of words, the room it wanted and the room it was given."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph

SLACK = 1.5
"""Pixels by which rounding may differ."""

ELIDED_BY_DESIGN = {"_Name", "RecentRow", "GridView"}
"""Parts whose text is cut in the middle on purpose and is told in full elsewhere."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Some words that a part painted.

    Attributes:
        words: What was said.
        part: The widget that painted them; for the cells of a view, its viewport.
        rect: Where the words stand, in the part.
        given: The room they were given, in the part.
    """

    words: str
    part: QWidget
    rect: QRectF
    given: QRectF

    @property
    def name(self) -> str:
        """The class of the part, or of the view that it is the inside of."""
        owner = self.part.parent()
        holds = isinstance(owner, QAbstractScrollArea) and owner.viewport() is self.part
        return type(owner if holds else self.part).__name__


class Ear:
    """Listens to the two ways in which all parts paint words, while it is held open."""

    def __init__(self) -> None:
        self.heard: list[Painted] = []

    def __enter__(self) -> "Ear":
        self._words, self._paragraph = paint.words, Paragraph.paint
        paint.words = self._on_words
        Paragraph.paint = self._on_paragraph()
        return self

    def __exit__(self, *_error: object) -> None:
        paint.words, Paragraph.paint = self._words, self._paragraph

    def _on_words(self, painter, where, said, font, colour, *, centred=False) -> None:
        self._words(painter, where, said, font, colour, centred=centred)
        metrics = QFontMetricsF(font)
        wide, tall = metrics.horizontalAdvance(said), metrics.ascent()
        left = where.left() + (max(0.0, (where.width() - wide) / 2) if centred else 0.0)
        rect = QRectF(left, where.center().y() - tall / 2, wide, tall)
        given = QRectF(where.left(), rect.top(), where.width(), rect.height())
        self._keep(painter, said, rect, given)

    def _on_paragraph(self):
        ear = self

        def paint_and_tell(paragraph, painter, at, colour) -> None:
            ear._paragraph(paragraph, painter, at, colour)
            layout = paragraph._layout
            for place in range(layout.lineCount()):
                line = layout.lineAt(place)
                said = layout.text()[line.textStart() : line.textStart() + line.textLength()]
                rect = line.naturalTextRect().translated(at)
                ear._keep(painter, said, rect, rect)

        return paint_and_tell

    def _keep(self, painter: QPainter, said: str, rect: QRectF, given: QRectF) -> None:
        part = painter.device()
        if said.strip() and isinstance(part, QWidget):
            move = painter.worldTransform()
            self.heard.append(Painted(said, part, move.mapRect(rect), move.mapRect(given)))
