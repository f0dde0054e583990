"""Room footer: back, what is kept aside, and the next question."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, S, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_MARGIN, _GAP = 28, 12
_TITLE_FROM = 700


class RoomFooter(FooterBar):
    """The bar under the question in hand.

    Signals:
        back_wanted: The question before is wanted.
        park_wanted: A point is to be parked.
        decision_wanted: A decision is to be recorded.
        next_wanted: The next question is wanted.
    """

    back_wanted = Signal()
    park_wanted = Signal()
    decision_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._back = Button(theme, _("Back"), icon="chevron-left", parent=parent)
        self._park = Button(theme, _("Park a point"), Rank.LINK, key="F8", parent=parent)
        self._decide = Button(theme, _("Decision"), Rank.LINK, key="F7", parent=parent)
        self._title = Text(theme, "", "small", "ink2", wrap=False, parent=parent)
        self._next = Button(theme, "", Rank.PRIMARY, trailing="chevron-right", parent=parent)
        self._end = QWidget(parent)
        self._end.setLayout(row(self._title, Gap(4), self._next, gap=S))
        self._start = (self._back, self._park, self._decide)
        self._first = row(*self._start, STRETCH, self._end, gap=_GAP)
        self._second = row(STRETCH)
        lines = column(self._first, self._second, margins=(_MARGIN, 0))
        super().__init__(theme, lines, parent)
        self._back.clicked.connect(self.back_wanted)
        self._park.clicked.connect(self.park_wanted)
        self._decide.clicked.connect(self.decision_wanted)
        self._next.clicked.connect(self.next_wanted)

    def show_next(self, following: str, *, settled: bool, has_back: bool) -> None:
        """Show what is next.

        Args:
            following: The title of the next open question; empty where there is none.
            settled: The question in hand is settled.
            has_back: There is a question before it.
        """
        self._title.say(_("Next: {title}", title=following) if following else "")
        if not following:
            self._next.say(_("See what we agreed"))
        else:
            self._next.say(_("Record and go on") if settled else _("Leave open and go on"))
        self._back.setEnabled(has_back)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._arrange()

    def fit(self, width: float) -> None:
        """Leave out the title of the next question where there is no room."""
        self._title.setVisible(width >= _TITLE_FROM)
        self._arrange()

    def _arrange(self) -> None:
        """Take the way on to a second line where one has no room for all.

        The height must not follow from the width: then the page, which scrolls where it has no
        room, would ask for the height that it would like to have.
        """
        wide = sum(thing.sizeHint().width() + _GAP for thing in (*self._start, self._end))
        fits = wide + 2 * _MARGIN <= self.width()
        before, after = (self._second, self._first) if fits else (self._first, self._second)
        if after.indexOf(self._end) < 0:
            before.removeWidget(self._end)
            after.addWidget(self._end)
            self._second.setContentsMargins(0, 0 if fits else S, 0, 0)
