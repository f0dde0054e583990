"""Try row: a topic to tick, with its code, its title and where it stands, over several lines."""

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph, Stretch
from selfassess.ui.parts.told import Switching
from selfassess.ui.theme import Theme

_BOX = 18
_GAP = 10
_INSET = 4
_AIR = 5
_LEADING = 1.25


class TryRow(Switching, QCheckBox):
    """A box with words beside it that wrap; a press anywhere on it counts.

    Attributes:
        topic: The topic's id, for whoever listens.
    """

    def __init__(self, theme: Theme, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hear_toggles()
        self._theme = theme
        self.topic = topic
        self._title = ""
        self._stands = ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, title: str, stands: str) -> None:
        """Show the title of the topic and where it stands."""
        self._title, self._stands = title, stands
        self.setText(f"{self.topic} {title}")
        self.setAccessibleName(f"{self.topic} {title}. {stands}")
        self.updateGeometry()
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        title, stands = self._laid(width)
        height = math.ceil(title.height + stands.height) + 2 * self._theme.px(_AIR)
        return max(self._theme.px(24), height)

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.size("content_max")
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(140), self._theme.px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        if paint.hovered(self):
            paint.box(painter, QRectF(self.rect()), theme.radius(), fill=theme.colour("canvas"))
        side, air = theme.px(_BOX), theme.px(_AIR)
        box = QRectF(_INSET, air, side, side)
        if self.isChecked():
            paint.box(painter, box, theme.radius("tag"), fill=theme.colour("accent"))
            ink = theme.colour("on_accent")
            paint.symbol(painter, "check", QPointF(box.center()), theme.px(12), ink)
        else:
            border = theme.colour("line_strong")
            paint.box(
                painter, box, theme.radius("tag"), fill=theme.colour("surface"), border=border
            )
        title, stands = self._laid(self.width())
        title.paint(painter, QPointF(self._left(), air), theme.colour("ink"))
        under = QPointF(self._left(), air + title.height)
        stands.paint(painter, under, theme.colour("ink2"))

    def _left(self) -> int:
        return _INSET + self._theme.px(_BOX + _GAP)

    def _laid(self, width: int) -> tuple[Paragraph, Paragraph]:
        theme, room = self._theme, width - self._left()
        bold = Stretch(0, len(self.topic), theme.font("body_bold"), None)
        words = f"{self.topic}  {self._title}"
        title = Paragraph(words, theme.font("body"), room, _LEADING, (bold,))
        return title, Paragraph(self._stands, theme.font("small"), room, _LEADING)
