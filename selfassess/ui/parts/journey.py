"""Journey: the six steps on a line, of which one is where the partnership stands."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import GROUP
from selfassess.ui.parts.roving import ACROSS, Roving
from selfassess.ui.parts.told import Asking
from selfassess.ui.spacing import Share, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_NODE = 26
_GAP = 14
_EDGE = 2


class _Step(Asking, QRadioButton):
    """One step, with the line to the next."""

    def __init__(self, theme: Theme, number: int, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.hear_toggles()
        self._theme = theme
        self._number = number
        self.is_past = False
        self.is_last = False
        self.setAccessibleName(_("Step {number}, {name}", number=number, name=name))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        advance = self._theme.width(self.text(), "small_bold")
        height = self._theme.px(_NODE) + _GAP + self._theme.line("small") + 2 * _EDGE
        return QSize(round(advance + 8), round(height))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def ring_rect(self) -> QRect:
        """Return its number and its name, without the line to the next step."""
        return QRect(QPoint(0, 0), self.sizeHint()).intersected(self.rect())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        side = theme.px(_NODE)
        node = QRectF(_EDGE, _EDGE, side, side)
        accent, here = theme.colour("accent"), self.isChecked()
        if not self.is_last:
            line = QRectF(node.right() + 2, node.center().y() - 1, 0, 2)
            line.setRight(self.width() + _EDGE - 2)
            name = "accent" if self.is_past else "line_strong"
            colour = theme.colour(name)
            if not self.is_past:
                colour.setAlphaF(0.6)
            painter.fillRect(line, colour)
        if here:
            paint.box(painter, node, side / 2, fill=accent)
        elif self.is_past:
            paint.box(painter, node, side / 2, fill=theme.colour("tint"), border=accent, width=1.5)
            paint.symbol(painter, "check", QPointF(node.center()), theme.px(13), accent)
        else:
            fill = theme.colour("sunken" if paint.hovered(self) else "surface")
            border = theme.colour("line_strong")
            paint.box(painter, node, side / 2, fill=fill, border=border, width=1.25)
        if here or not self.is_past:
            ink = theme.colour("on_accent" if here else "ink2")
            font = theme.font("body_bold" if here else "body")
            paint.words(painter, node, str(self._number), font, ink, centred=True)
        said = QRectF(_EDGE, node.bottom() + _GAP, self.width() - _EDGE, theme.line("small"))
        style, name = ("small_bold", "ink") if here else ("small", "ink2")
        paint.words(painter, said, self.text(), theme.font(style), theme.colour(name))


class Journey(QWidget):
    """The steps from left to right; arrow keys move and choose.

    Signals:
        chosen: The user chose a step; carries its place from 0.
    """

    heard_as = GROUP

    chosen = Signal(int)

    def __init__(self, theme: Theme, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = [_Step(theme, k + 1, name, self) for k, name in enumerate(names)]
        self._steps[-1].is_last = True
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for place, step in enumerate(self._steps):
            self._group.addButton(step, place)
        self._group.idClicked.connect(self.chosen)
        self._roving = Roving(self._steps, ACROSS, self)
        self._roving.moved.connect(self.chosen)
        self.setAccessibleName(_("Step on the journey"))
        self.setLayout(row(*(Share(step) for step in self._steps), gap=0))

    def mark(self, place: int) -> None:
        """Show where the partnership stands, from 0."""
        for here, step in enumerate(self._steps):
            step.setChecked(here == place)
            step.is_past = here < place
            step.update()
        self._roving.reach(place)
