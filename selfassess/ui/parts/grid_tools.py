"""Grid tools: what stands above the grid: the way to answer, what is shown, and copying."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.grid_order import Show, Wish
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import M, S, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _, plural

_ALL = "all"
_WALK, _GRID = "walk", "grid"
_PARTNERS, _PEOPLE = "partners", "people"
_TITLE_FROM = 1120


class GridTools(Flow):
    """The title, one by one or grid, which columns, which questions, and a button to copy all.

    Signals:
        walk_wanted: The user wants to answer one by one.
        wished: The user wants to see other questions; carries the name of a dimension, empty for
            all, and a `Show`.
        people_wanted: The user wants to see the people of all partners, or none of them.
        copy_wanted: All that is shown should be copied.
    """

    walk_wanted = Signal()
    wished = Signal(str, str)
    people_wanted = Signal(bool)
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(gap=M, line_gap=10, spread=True, parent=parent)
        self._title = Text(theme, _("All answers"), "h1", wrap=False, parent=self)
        ways = ((_WALK, _("One by one")), (_GRID, _("Grid")))
        self.ways = Segmented(theme, ways, says=_("How to answer"), parent=self)
        self.ways.mark(_GRID)
        self._columns = Choice(theme, says=_("Columns"), parent=self)
        self._dimension = Choice(theme, says=_("Dimension"), parent=self)
        self._show = Choice(theme, says=_("Which answers"), parent=self)
        words = _("Copy for Excel")
        copy = Button(theme, words, icon="table", style="small_bold", parent=self)
        head, tools = QWidget(self), QWidget(self)
        head.setLayout(row(self._title, self.ways, gap=20))
        tools.setLayout(row(self._columns, self._dimension, self._show, copy, gap=S))
        self.hold(head, tools)
        self.ways.chosen.connect(self._on_way)
        self._columns.chosen.connect(self._on_columns)
        self._dimension.chosen.connect(self._on_wish)
        self._show.chosen.connect(self._on_wish)
        copy.clicked.connect(self.copy_wanted)

    def offer(self, dimensions: tuple[str, ...], *, several: bool) -> None:
        """Offer these dimensions, and people beside partners where partners have several."""
        all_ = plural("{count} dimension", "All {count} dimensions", len(dimensions))
        self._dimension.offer(((_ALL, all_), *((name, name) for name in dimensions)))
        self._show.offer(
            (
                (Show.ALL, _("All answers")),
                (Show.UNANSWERED, _("Unanswered")),
                (Show.SPLIT, _("Split")),
                (Show.DONT_KNOW, _("Don’t know")),
            )
        )
        self._columns.offer(((_PARTNERS, _("Partners")), (_PEOPLE, _("Partners and people"))))
        self._columns.setVisible(several)

    def mark(self, wish: Wish, *, people: bool) -> None:
        """Show what is wished, and whether people are shown."""
        self._dimension.mark(wish.dimension or _ALL)
        self._show.mark(wish.show)
        self._columns.mark(_PEOPLE if people else _PARTNERS)

    def fit(self, room: Room) -> None:
        """Arrange for the room there is; in a low window the title gives way."""
        self._title.setVisible(not room.short_rows or room.width >= _TITLE_FROM)

    def _on_way(self, way: str) -> None:
        if way == _WALK:
            self.walk_wanted.emit()

    def _on_columns(self, which: str) -> None:
        self.people_wanted.emit(which == _PEOPLE)

    def _on_wish(self, _id: str) -> None:
        dimension = self._dimension.marked
        self.wished.emit("" if dimension == _ALL else dimension, self._show.marked)
