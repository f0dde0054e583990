"""Stage: what is going on in the room at the moment; both windows show it, no file keeps it."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from selfassess.ui.stopwatch import Stopwatch

TEXT_SIZES = (1.0, 1.15, 1.3)
"""The text sizes of the projector."""

MINUTES = 5.0
"""Minutes that the timer gives a topic."""

_SECOND = 1000
_NO_TIME = timedelta(0)


class Way(StrEnum):
    """How the room votes."""

    ORGANISATIONS = "organisations"
    HANDS = "hands"


class Stage(QObject):
    """The topic in hand, whether its votes are shown, and how long it has taken.

    Signals:
        changed: Something on stage is another.
        ticked: A second has passed while the timer runs.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Begin with an empty stage.

        Args:
            now: Says what time it is.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        self.now = now
        self.topic = ""
        self.warming_up = False
        self.way = Way.ORGANISATIONS
        self.blank = False
        self.text_size = TEXT_SIZES[0]
        self.began: datetime | None = None
        self._shown: frozenset[str] = frozenset()
        self._again: frozenset[str] = frozenset()
        self._revoted: frozenset[tuple[str, str]] = frozenset()
        self._watches: dict[str, Stopwatch] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.ticked)

    @property
    def revealed(self) -> bool:
        """Whether the votes on the topic in hand are shown."""
        return self.topic in self._shown

    @property
    def again(self) -> bool:
        """Whether the room votes on the topic in hand for the second time, or has done so."""
        return self.topic in self._again

    @property
    def minutes_since_beginning(self) -> float:
        """Minutes since the workshop began, 0 or more."""
        passed = self.now() - self.began if self.began else _NO_TIME
        return max(0.0, passed.total_seconds() / 60)

    @property
    def seconds(self) -> float:
        """Seconds that the topic in hand has taken."""
        return self._watch.seconds(self.now())

    @property
    def runs(self) -> bool:
        """Whether the timer runs."""
        return self._watch.runs

    @property
    def topics_again(self) -> frozenset[str]:
        """The topics on which the second vote was opened."""
        return self._again

    def has_voted_again(self, organisation: str) -> bool:
        """Say whether an organisation has given its second vote on the topic in hand."""
        return (self.topic, organisation) in self._revoted

    def begin(self, since: datetime | None = None) -> None:
        """Begin the workshop, or carry on: the pace counts from then, or else from now."""
        if self.began is None:
            self.began = since or self.now()
            self.changed.emit()

    def take_up(self, topics: Iterable[str], voted_again: Iterable[tuple[str, str]]) -> None:
        """Take up what is on record.

        Args:
            topics: The topics on which the second vote was opened.
            voted_again: Topics and organisations that have voted a second time.
        """
        pairs = frozenset(voted_again)
        self._again |= {*topics, *(topic for topic, _organisation in pairs)}
        self._revoted |= pairs

    def go_to(self, topic: str) -> None:
        """Take another topic in hand; the time of the one before stands still."""
        if topic == self.topic and not self.warming_up:
            return
        self._set_watch(self._watch.pause(self.now()))
        self.topic = topic
        self.warming_up = False
        self._set_watch(self._watch.start(self.now()))
        self._timer.start()
        self.changed.emit()

    def warm_up(self, wanted: bool) -> None:
        """Show the question to practise on, or put it away."""
        self.warming_up = wanted
        self.changed.emit()

    def reveal(self, wanted: bool) -> None:
        """Show the votes on the topic in hand, or hide them."""
        self._shown = self._with(self._shown, wanted)
        self.changed.emit()

    def vote_again(self, wanted: bool = True) -> None:
        """Open the second vote on the topic in hand: the first is hidden until all have voted."""
        self._again = self._with(self._again, wanted)
        self._revoted = frozenset(pair for pair in self._revoted if pair[0] != self.topic)
        self.reveal(False)

    def count_again(self, organisation: str, given: bool) -> None:
        """Count an organisation's second vote on the topic in hand as given, or not."""
        pair = {(self.topic, organisation)}
        self._revoted = self._revoted | pair if given else self._revoted - pair
        self.changed.emit()

    def vote_by(self, way: Way) -> None:
        """Vote in another way."""
        self.way = way
        self.changed.emit()

    def show_nothing(self, wanted: bool) -> None:
        """Blank the projector, or show it again."""
        self.blank = wanted
        self.changed.emit()

    def step_text(self, steps: int) -> None:
        """Go up or down in the text sizes of the projector."""
        place = TEXT_SIZES.index(self.text_size) + steps
        self.text_size = TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, place))]
        self.changed.emit()

    def pause(self) -> None:
        """Stop the timer, or let it go on."""
        watch, now = self._watch, self.now()
        self._set_watch(watch.pause(now) if watch.runs else watch.start(now))
        self.changed.emit()

    def stop(self) -> None:
        """Let the timer of the topic in hand stand still: the workshop is over or interrupted."""
        self._set_watch(self._watch.pause(self.now()))
        self._timer.stop()

    @property
    def _watch(self) -> Stopwatch:
        return self._watches.get(self.topic, Stopwatch())

    def _set_watch(self, watch: Stopwatch) -> None:
        if self.topic:
            self._watches[self.topic] = watch

    def _with(self, topics: frozenset[str], wanted: bool) -> frozenset[str]:
        return topics | {self.topic} if wanted else topics - {self.topic}
