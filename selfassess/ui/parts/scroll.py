"""Scroll: the body of a page or pane, which scrolls while bars around it stay."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroll(QScrollArea):
    """Shows one widget, scrolled where it is taller than the room there is."""

    def __init__(self, body: QWidget, *, says: str = "", parent: QWidget | None = None) -> None:
        """Show a widget.

        Args:
            body: What is shown.
            says: A name for screen readers; with it the keyboard can stop here to scroll,
                for bodies that hold only text.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if says else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(says)
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)

    def to_top(self) -> None:
        """Scroll back to the top."""
        self.verticalScrollBar().setValue(0)
