"""Scroll: the body of a page or pane, which scrolls while bars around it stay."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from selfassess.overriding import override
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_LEAST_LINES = 6


class Scroll(QScrollArea):
    """Shows one widget, scrolled where it is taller than the room there is."""

    def __init__(
        self, theme: Theme, body: QWidget, *, says: str = "", parent: QWidget | None = None
    ) -> None:
        """Show a widget.

        Args:
            theme: Fonts, colours and measures.
            body: What is shown.
            says: A name for screen readers; with it the keyboard can stop here to scroll,
                for bodies that hold only text, which is then read out.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._reads_out = False
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.rangeChanged.connect(self._clothe_bars)
        self.setViewport(QWidget(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if says else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(says)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self._hide_bars_from_screen_readers()

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        lines = _LEAST_LINES * self.fontMetrics().lineSpacing()
        return QSize(hint.width(), max(hint.height(), lines))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.accessibleDescription() or self._reads_out:
            self._reads_out = True
            said = (text.text() for text in self.findChildren(QLabel) if text.isVisible())
            self.setAccessibleDescription("\n".join(words for words in said if words))
        super().focusInEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if not gives_way(self, event):
            super().wheelEvent(event)

    @property
    def goes_first(self) -> bool:
        """Whether the wheel moves this down before anything that scrolls within it."""
        return False

    def to_top(self) -> None:
        """Scroll back to the top."""
        self.verticalScrollBar().setValue(0)

    def _clothe_bars(self) -> None:
        """Put a bar into the theme as soon as it has something to scroll; most never have."""
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            if bar.maximum() and not bar.styleSheet():
                clothe(bar, self._theme)

    def _hide_bars_from_screen_readers(self) -> None:
        """Have the same one child at all times.

        Qt 6.11 ends the process when a screen reader asks for a child that has just gone: it counts
        a bar as a child while it shows, tells bars by this name, and trusts the place it is given.
        """
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            holder = bar.parent()  # as a widget it would have all kinds of widgets loaded
            if holder is not None:
                holder.setObjectName("")


def gives_way(area: QWidget, event: QWheelEvent) -> bool:
    """Leave the wheel to what scrolls around an area, where that goes first; say if it was left."""
    above = area.parentWidget()
    while above is not None and not (isinstance(above, Scroll) and above.goes_first):
        above = above.parentWidget()
    left = above is not None and event.angleDelta().y() < 0
    event.setAccepted(not left)
    return left
