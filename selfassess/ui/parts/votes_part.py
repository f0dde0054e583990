"""Votes part: the votes at the left, their spread at the right, and how the room votes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from selfassess.ui.charts.spread import SpreadChart
from selfassess.ui.models.spread_view import SpreadView
from selfassess.ui.models.votes_view import VoteBox
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.hands_panel import HandsPanel
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.vote_panel import VotePanel
from selfassess.ui.spacing import STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.stage import Way
from selfassess.ui.theme import Theme
from selfassess.words import _

_MOST = 100
_VOTES = 264
_STACKED_BELOW = 600


class VotesPart(QWidget):
    """The votes on a topic, entered and shown.

    Signals:
        picked: A partner was picked; carries its id.
        counted: Hands were counted; carries the level (0: don't know) and 1 or -1.
        reveal_wanted: The votes are to be shown, or hidden again.
        again_wanted: The room votes again.
        way_chosen: The room votes in another way; carries its code.
        made_up_wanted: In a rehearsal, the made-up partners are to vote.
    """

    picked = Signal(str)
    counted = Signal(int, int)
    reveal_wanted = Signal()
    again_wanted = Signal()
    way_chosen = Signal(str)
    made_up_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Text(theme, _("Votes"), "body_bold", wrap=False, parent=self)
        self.way = Segmented(
            theme,
            ((Way.ORGANISATIONS.value, _("By partner")), (Way.HANDS.value, _("Hands"))),
            says=_("How the room votes"),
            small=True,
            parent=self,
        )
        self.votes = VotePanel(theme, self)
        self.hands = HandsPanel(theme, self)
        self._count = Text(theme, "", "small", "ink2", parent=self)
        self._count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.again = Button(theme, _("Vote again"), small=True, parent=self)
        self.made_up = Button(theme, _("Made-up votes"), Rank.LINK, style="small", parent=self)
        self._spread_title = Text(theme, _("Spread"), "body_bold", wrap=False, parent=self)
        self._word = Tag(theme, "", parent=self)
        self._where = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self.reveal = Button(theme, "", icon="eye", key="R", small=True, parent=self)
        self.chart = SpreadChart(theme, self)
        self._first = Text(theme, "", "small", "ink2", parent=self)
        self._left = self._left_part()
        self._line = Hairline(theme, down=True, parent=self)
        self._right = self._right_part()
        self._halves = row(self._left, self._line, Share(self._right), gap=L)
        self.setLayout(self._halves)
        self._connect()

    def show_way(self, way: Way, *, fixed: bool) -> None:
        """Show how the room votes; fixed where there is no choice."""
        self.way.mark(way.value)
        self.way.setVisible(not fixed)
        self.votes.setVisible(way is Way.ORGANISATIONS)
        self.hands.setVisible(way is Way.HANDS)

    def show_votes(self, boxes: tuple[VoteBox, ...], counted: str) -> None:
        """Show the partners' votes, and how many are in."""
        if boxes:
            self.votes.show_boxes(boxes)
        self._count.say(counted)

    def show_reveal(self, *, revealed: bool, on_show: bool, may_vote_again: bool) -> None:
        """Show whether the votes are shown, whether a projector shows them, and what can follow."""
        self.reveal.say(_("Hide") if revealed else _("Reveal"))
        self.reveal.symbolise("eye-off" if revealed else "eye")
        shown = _("Shown in the room") if revealed else _("Hidden")
        self._where.say(shown if on_show or not revealed else "")
        self.again.setVisible(revealed and may_vote_again)

    def show_spread(self, view: SpreadView, agreement: str, first: str) -> None:
        """Show where the views lie, the word for it, and the first vote beside a second."""
        self.chart.show_spread(view)
        self._word.say(agreement)
        self._word.setVisible(bool(agreement))
        self._first.say(first)
        self._first.setVisible(bool(first))

    def hide_spread(self, view: SpreadView, instead: str) -> None:
        """Show the levels alone, with a sentence."""
        self.chart.hide_spread(view, instead)
        self._word.hide()
        self._first.hide()

    def fit(self, width: float, *, short: bool) -> None:
        """Stand side by side or under each other; lower where there is little height."""
        stacked = width < _STACKED_BELOW
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(down if stacked else across)
        self._halves.setSpacing(M if stacked else L)
        self._line.setVisible(not stacked)
        self._left.setMaximumWidth(16_777_215 if stacked else self._theme.px(_VOTES))
        self._left.setMinimumWidth(0 if stacked else self._theme.px(_VOTES))
        self.votes.shrink(short)

    def _left_part(self) -> QWidget:
        left = QWidget(self)
        left.setLayout(
            column(
                row(self._title, STRETCH, self.way, gap=S),
                Gap(S),
                self.votes,
                self.hands,
                Gap(S),
                row(self.again, Share(self._count), self.made_up, gap=S),
                STRETCH,
            )
        )
        return left

    def _right_part(self) -> QWidget:
        right = QWidget(self)
        head = row(self._spread_title, self._word, STRETCH, self._where, self.reveal, gap=S)
        chart = Share(self.chart, _MOST)  # up to its tallest; what is left stays below
        right.setLayout(column(head, Gap(S), chart, self._first, STRETCH))
        return right

    def _connect(self) -> None:
        self.votes.picked.connect(self.picked)
        self.hands.counted.connect(self.counted)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.made_up.clicked.connect(self.made_up_wanted)
        self.way.chosen.connect(self.way_chosen)
