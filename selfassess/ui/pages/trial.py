"""Trial: what is tried out on the barriers page; nothing of it is kept in the assessment."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from selfassess.core.results import Results
from selfassess.ui.models.whatif_view import Trying, what_if
from selfassess.ui.pages.whatif_pane import BARRIER, STATEMENT, WhatIfPane
from selfassess.ui.theme import Theme
from selfassess.words import interface


class Trial(QObject):
    """Keeps what is tried, and shows it in a pane while it goes on.

    Signals:
        changed: Something else is tried; the list of barriers shows what would become of each.
        back_wanted: The user has seen enough.
    """

    changed = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        results: Callable[[], Results],
        here: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        """Begin with nothing.

        Args:
            theme: Colours and measures.
            results: Returns what follows from the assessment as it stands.
            here: Returns the id of the barrier that is chosen in the list.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        self._theme = theme
        self._results = results
        self._here = here
        self.trying = Trying()
        self.pane: WhatIfPane | None = None

    def begin(self, barrier: str, back: str) -> WhatIfPane:
        """Make the pane of a trial of a barrier, or of the statement where none is named."""
        self.pane = WhatIfPane(self._theme, back)
        self.pane.back_wanted.connect(self.back_wanted)
        self.pane.about_chosen.connect(self._on_about)
        self.pane.ticked.connect(self._on_ticked)
        self.pane.way_wanted.connect(self._on_way)
        self.pane.topic_wanted.connect(self._on_topic)
        self.pane.afresh_wanted.connect(self._on_afresh)
        self.trying = Trying(barrier)
        self.show()
        return self.pane

    def end(self) -> None:
        """Let go of what was tried."""
        self.pane, self.trying = None, Trying()

    def follow(self, barrier: str) -> None:
        """Go on with the barrier that was chosen in the list, if a barrier is tried."""
        if self.trying.barrier:
            self.trying = Trying(barrier, self.trying.ticked)
        self.show()

    def show(self) -> None:
        """Show the trial as it follows from the results as they stand."""
        if self.pane is not None:
            about = BARRIER if self.trying.barrier else STATEMENT
            view = what_if(self.trying, self._results(), interface())
            self.pane.show_trial(view, about)

    def _try(self, trying: Trying) -> None:
        self.trying = trying
        self.changed.emit()
        self.show()

    def _on_about(self, about: str) -> None:
        barrier = self._here() if about == BARRIER else ""
        self._try(Trying(barrier, self.trying.ticked))

    def _on_ticked(self, topic: str) -> None:
        self._try(replace(self.trying, ticked=self.trying.ticked ^ {topic}))

    def _on_way(self) -> None:
        way = what_if(self.trying, self._results(), interface()).changes
        self._try(replace(self.trying, ticked=self.trying.ticked | set(way)))
        self._focus()

    def _on_topic(self, topic: str) -> None:
        trying = self.trying
        offered, ticked = trying.offered | {topic}, trying.ticked | {topic}
        self._try(replace(trying, offered=offered, ticked=ticked))

    def _on_afresh(self) -> None:
        self._try(Trying(self.trying.barrier))
        self._focus()

    def _focus(self) -> None:
        if self.pane is not None:
            self.pane.focus_first()
