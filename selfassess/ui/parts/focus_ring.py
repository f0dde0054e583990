"""Focus ring: shows around whatever has the keyboard, outside it, in every page alike."""

from collections.abc import Iterator
from contextlib import contextmanager
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

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.body import Body
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
        self._arriving = False
        self._resting: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        elif event.type() is QEvent.Type.KeyPress and isinstance(watched, QWidget):
            self._on_key(watched)
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

    @contextmanager
    def arriving(self) -> Iterator[None]:
        """Within, the keyboard comes to its place on a page, which does not scroll for it.

        A page is read from its heading. Its first key brings the keyboard's place into view.
        """
        self._arriving = True
        try:
            yield
        finally:
            self._arriving = False
            self._resting = self._window.focusWidget()

    def start_at_top(self, page: QWidget, *, reaching: bool = False) -> None:
        """Show a page from its top once its layout rests.

        Args:
            page: The page.
            reaching: Scroll on from there to the keyboard, since the page was asked for that place.
        """
        QTimer.singleShot(0, self, partial(self._to_top, page, _PASSES, reaching=reaching))

    def _to_top(self, page: QWidget, passes: int, *, reaching: bool) -> None:
        if not isValid(page):
            return
        if passes > 1:
            again = partial(self._to_top, page, passes - 1, reaching=reaching)
            QTimer.singleShot(0, self, again)
        for scrolled in page.findChildren(Scroll):
            scrolled.to_top()
        here = QApplication.focusWidget()
        if reaching and here is not None and page.isAncestorOf(here):
            bring_into_view(here)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._ringed = None
        if now is not None and now.window() is self._window:
            if not isinstance(now, _OWN_RING):
                self._ringed = now
            self._watch(now)
            if not self._arriving and now is not self._resting:
                self._resting = None
                bring_into_view(now)
        self._place()

    def _on_key(self, widget: QWidget) -> None:
        """Show where the keyboard is before the key acts; a list moves first, and is shown then."""
        if widget is not QApplication.focusWidget():
            return
        self._resting = None
        if isinstance(widget, QAbstractItemView):
            QTimer.singleShot(0, widget, partial(self._follow, widget, _PASSES))
        else:
            bring_into_view(widget)

    def _follow(self, widget: QWidget, passes: int) -> None:
        if widget is QApplication.focusWidget():
            bring_into_view(widget)
            if passes > 1:
                QTimer.singleShot(0, widget, partial(self._follow, widget, passes - 1))

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


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around a widget so far that it is seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, Body):
            above.give_room_to(widget)
        if isinstance(above, QScrollArea):
            _scroll_to(above, widget)
        above = above.parentWidget()


def bring_into_view_later(widget: QWidget, passes: int = _PASSES) -> None:
    """Scroll so that a widget is seen that was just shown, once its layout rests."""
    QTimer.singleShot(0, widget, partial(_bring_again, widget, passes))


def _bring_again(widget: QWidget, passes: int) -> None:
    bring_into_view(widget)
    if passes > 1:
        bring_into_view_later(widget, passes - 1)


def _scroll_to(area: QScrollArea, widget: QWidget) -> None:
    inside, across = area.widget(), area.horizontalScrollBar().value()
    if inside is None:
        return
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        # Qt would take the place of a row under the head of a table for one from its top.
        row = widget.visualRect(widget.currentIndex())
        middle = widget.viewport().mapTo(inside, row.center()).y()
        area.ensureVisible(across, middle, 0, row.height() // 2 + _AIR)
        return
    area.ensureWidgetVisible(widget, 0, _AIR)
    # Of a place to write Qt shows no more than the line with the cursor.
    half = widget.height() // 2 + _AIR
    if 2 * half <= area.viewport().height():
        middle = widget.mapTo(inside, widget.rect().center()).y()
        area.ensureVisible(across, middle, 0, half)


def _seen_part(widget: QWidget, window: QWidget, ring: QRect) -> QRect:
    seen = QRect(ring)
    above = widget.parentWidget()
    while above is not None and above is not window:
        around = above.parentWidget()
        if isinstance(around, QAbstractScrollArea) and around.viewport() is above:
            seen &= QRect(above.mapTo(window, QPoint(0, 0)), above.size())
        above = around
    return seen
