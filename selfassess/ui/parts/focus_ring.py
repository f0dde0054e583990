"""Focus ring: shows around whatever has the keyboard, outside it, in every page alike."""

from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from selfassess.ui.parts import paint
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.theme import Theme

_OWN_RING = (QLineEdit, QPlainTextEdit, QAbstractItemView, QTabBar)
_AIR = 16
_PASSES = 3
"""Words that wrap settle their heights in more than one turn of the loop."""

_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)


@runtime_checkable
class Ringed(Protocol):
    """A control that paints less than its whole rectangle."""

    def ring_rect(self) -> QRect:
        """Return what the ring goes round, in the control's own pixels."""


class FocusRing(QWidget):
    """A ring around what has the keyboard, two pixels away; text fields have their own."""

    def __init__(self, theme: Theme, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._ringed: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ringed is None or not isValid(self._ringed):
            return
        painter = QPainter(self)
        seen = _seen_part(self._ringed, self._window, self.geometry())
        painter.setClipRect(seen.translated(-self.pos()))
        margin = self._margin()
        radius = self._theme.radius() + margin - 1
        colour, width = self._theme.colour("focus"), self._theme.stroke("focus")
        paint.box(painter, QRectF(self.rect()), radius, border=colour, width=width)

    def start_at_top(self, page: QWidget) -> None:
        """Show a page from its top once its layout rests, as far as that shows the keyboard too."""
        QTimer.singleShot(0, self, partial(self._to_top, page, _PASSES))

    def _to_top(self, page: QWidget, passes: int) -> None:
        if not isValid(page):
            return
        if passes > 1:
            QTimer.singleShot(0, self, partial(self._to_top, page, passes - 1))
        for scrolled in page.findChildren(Scroll):
            scrolled.to_top()
        here = QApplication.focusWidget()
        if here is not None and page.isAncestorOf(here):
            _bring_into_view(here)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._ringed = None
        if now is not None and now.window() is self._window and not isinstance(now, _OWN_RING):
            self._ringed = now
            self._watch(now)
        if now is not None and now.window() is self._window:
            _bring_into_view(now)
        self._place()

    def _watch(self, widget: QWidget) -> None:
        above: QWidget | None = widget
        while above is not None and above is not self._window:
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()

    def _place(self) -> None:
        ringed = self._ringed
        if ringed is None or not isValid(ringed) or not ringed.isVisible():
            self.hide()
            return
        margin = self._margin()
        inside = ringed.ring_rect() if isinstance(ringed, Ringed) else ringed.rect()
        at = inside.translated(ringed.mapTo(self._window, QPoint(0, 0)))
        around = at.adjusted(-margin, -margin, margin, margin)
        self.setGeometry(around.intersected(self._window.rect()))  # all four sides can be seen
        self.raise_()
        self.show()
        self.update()

    def _margin(self) -> int:
        return round(self._theme.stroke("focus") + self._theme.stroke("focus_gap"))


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inside is not None:
            above.ensureWidgetVisible(widget, 0, _AIR)
            # Of a place to write Qt shows no more than the line with the cursor.
            half = widget.height() // 2 + _AIR
            if 2 * half <= above.viewport().height():
                middle = widget.mapTo(inside, widget.rect().center()).y()
                above.ensureVisible(above.horizontalScrollBar().value(), middle, 0, half)
        above = above.parentWidget()


def _seen_part(widget: QWidget, window: QWidget, ring: QRect) -> QRect:
    seen = QRect(ring)
    above = widget.parentWidget()
    while above is not None and above is not window:
        around = above.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.viewport() is above:
            seen &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = around
    return seen
