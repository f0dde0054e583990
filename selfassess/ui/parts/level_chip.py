"""Level chip: the number of a level on its solid colour."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import WORDS
from selfassess.ui.theme import Theme
from selfassess.words import _

_SIDE = 22


def draw(painter: QPainter, theme: Theme, where: QRectF, level: int) -> None:
    """Paint a level's number on its colour."""
    paint.box(painter, where, theme.radius("tag"), fill=theme.level_colour(level))
    ink = theme.level_colour(level, "level_text")
    paint.words(painter, where, str(level), theme.font("small_bold"), ink, centred=True)


class LevelChip(QWidget):
    """A small square with the number of a level."""

    heard_as = WORDS

    def __init__(self, theme: Theme, level: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.show_level(level)

    def show_level(self, level: int) -> None:
        """Show another level, 1 to 5."""
        self._level = level
        self.setAccessibleName(_("Level {level}", level=level))
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.px(_SIDE)
        draw(
            QPainter(self),
            self._theme,
            QRectF(0, (self.height() - side) / 2, side, side),
            self._level,
        )
