"""Results: what the pages under the Results tab have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.page import Page
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.spacing import PAGE, STRETCH, L, Margins, Share, column, row
from selfassess.ui.theme import Room, Theme

_STACKED_BELOW = 1000
_SIDE = 0.345
_SIDE_LEAST, _SIDE_MOST = 296, 474


class ResultsPage(Page):
    """A page that shows results; it reads them again when it is in view, and only then."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stale = True
        desk.opened.changed.connect(self._on_changed)

    @property
    def results(self) -> Results:
        """Everything that is worked out of the assessment as it stands."""
        return cast("Results", self.desk.opened.results)

    def show_results(self, results: Results) -> None:
        """Show other results."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the results as they stand, if they are not shown already."""
        if self._stale:
            self._stale = False
            self.show_results(self.results)
            self.remark_changed.emit()

    @override
    def arrive(self, at: str = "") -> None:
        self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _on_changed(self, _before: object, _after: object) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()


class Beside(QWidget):
    """A main part with a side pane; in a narrow window the side pane stands under it."""

    def __init__(
        self, theme: Theme, main: QWidget, side: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._side = side
        self._stacked = False
        self._wanted = True
        body = QWidget(self)
        self._column = column(main)
        body.setLayout(self._column)
        self.body = Scroll(theme, body, parent=self)
        self.pane = Ground(theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=self)
        self._side_scroll = Scroll(theme, side, parent=self.pane)
        self.pane.setLayout(column(Share(self._side_scroll), margins=(1, 0, 0, 0)))
        self.setLayout(row(Share(self.body), self.pane, gap=0))

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        wide = max(_SIDE_LEAST, min(_SIDE_MOST, room.width * _SIDE))
        self.pane.setFixedWidth(self._theme.px(wide))
        stacked = room.width < _STACKED_BELOW
        if stacked == self._stacked:
            return
        self._stacked = stacked
        if stacked:
            self._side_scroll.takeWidget()
            self._column.addWidget(self._side)
        else:
            self._column.removeWidget(self._side)
            self._side_scroll.setWidget(self._side)
        self.show_side(self._wanted)

    def show_side(self, wanted: bool) -> None:
        """Show the side pane or not."""
        self._wanted = wanted
        self._side.setVisible(wanted)
        self.pane.setVisible(wanted and not self._stacked)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that stands in a side pane.

    Attributes:
        says: Everything that it shows; what was made stays as long as this is the same.
        make: Makes the widget.
    """

    says: object
    make: Callable[[], QWidget]


class SideColumn(QWidget):
    """Parts of a side pane under each other."""

    def __init__(
        self, parent: QWidget | None = None, *, margins: Margins = (PAGE - 4, L, PAGE, L)
    ) -> None:
        """Make an empty column; `margins` are those of a pane, and others on a page."""
        super().__init__(parent)
        self._layout = column(STRETCH, gap=0, margins=margins)
        self.setLayout(self._layout)
        self._shown: list[tuple[object, QWidget]] = []

    def hold(self, *parts: Part) -> tuple[QWidget, ...]:
        """Hold these parts in place of those before, and return their widgets.

        Those that say the same as before stay; the others are let go and made anew.
        """
        before = list(self._shown)
        now: list[tuple[object, QWidget]] = []
        for part in parts:
            same = next((one for one in before if one[0] == part.says), None)
            if same is None:
                now.append((part.says, part.make()))
            else:
                # What stood before it and was not taken up is not taken up later: the order stays.
                del before[: before.index(same) + 1]
                now.append(same)
        kept = {widget for _says, widget in now}
        for _says, widget in self._shown:
            if widget not in kept:
                self._layout.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for place, (_says, widget) in enumerate(now):
            if self._layout.indexOf(widget) != place:
                self._layout.insertWidget(place, widget)
                widget.show()
        self._shown = now
        return tuple(widget for _says, widget in now)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:  # measures are others: make all anew
            self._shown = [(object(), widget) for _says, widget in self._shown]
