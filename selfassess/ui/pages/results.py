"""Results: what the pages under the Results tab have in common."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from selfassess.core.results import Results
from selfassess.ui.desk import Desk
from selfassess.ui.page import Page
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.spacing import PAGE, STRETCH, L, Share, column, row
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
        self.body = Scroll(body, parent=self)
        self.pane = Ground(theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=self)
        self._side_scroll = Scroll(side, parent=self.pane)
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


class SideColumn(QWidget):
    """Sections of a side pane under each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = column(STRETCH, gap=0, margins=(PAGE - 4, L, PAGE, L))
        self.setLayout(self._layout)
        self._shown: list[QWidget] = []

    def hold(self, *sections: QWidget) -> None:
        """Hold these sections in place of those before, which are let go."""
        for widget in self._shown:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = list(sections)
        for place, widget in enumerate(sections):
            self._layout.insertWidget(place, widget)
            widget.show()
