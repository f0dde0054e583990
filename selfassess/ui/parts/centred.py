"""Centred: keeps a thing in the middle, no wider than it reads well."""

from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from selfassess.ui.spacing import STRETCH, Share, row


class Centred(QWidget):
    """Holds one widget in the middle of the width there is."""

    def __init__(self, thing: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thing = thing
        self._margin = 0
        self._scroll_bar = 0
        self._inside = False
        self._bar: QScrollBar | None = None
        self._row = row(STRETCH, Share(thing, 1000), STRETCH, gap=0)
        self.setLayout(self._row)

    def set_limits(self, widest: int, margin: int) -> None:
        """Set the greatest width of the thing, and what stays free beside it at least."""
        self.thing.setMaximumWidth(widest)
        self._margin = margin
        self._arrange()

    def activate(self) -> None:
        """Lay out now, before something is scrolled to."""
        self._row.activate()

    def follow(self, scroll: QScrollArea) -> None:
        """Stand in line with what is in a scroll area, whether its bar shows or not."""
        bar = self._bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)

    def stand_inside(self, inside: bool) -> None:
        """Say whether it now stands in the scroll area itself, where the bar takes no room."""
        self._inside = inside
        self._arrange()

    def _on_range(self, _least: int, most: int) -> None:
        self._scroll_bar = self._bar.sizeHint().width() if most and self._bar else 0
        self._arrange()

    def _arrange(self) -> None:
        beside = 0 if self._inside else self._scroll_bar
        self._row.setContentsMargins(self._margin, 0, self._margin + beside, 0)
