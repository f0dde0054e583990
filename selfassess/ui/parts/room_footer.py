"""Room footer: back, what is kept aside, and the next question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, S, Share, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_MARGIN = 28
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
        things = Flow(gap=12, spread=True, parent=parent)
        super().__init__(theme, row(Share(things), margins=(_MARGIN, 0)), parent)
        things.hold(self._back, self._park, self._decide, self._end)
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

    def fit(self, width: float) -> None:
        """Leave out the title of the next question where there is no room."""
        self._title.setVisible(width >= _TITLE_FROM)
