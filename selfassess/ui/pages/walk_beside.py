"""Walk beside: what stands beside the question on the walk, filled once that can be answered."""

from PySide6.QtCore import QTimer

from selfassess.core.walk import progress
from selfassess.ui import walk_view
from selfassess.ui.advice import advice_for
from selfassess.ui.answering import Answering
from selfassess.ui.desk import Desk
from selfassess.ui.parts.guidance_pane import GuidancePane
from selfassess.ui.parts.rail_pane import RailBar, RailPane
from selfassess.words import _, interface


class Beside:
    """Who answers, how far they are, the dimensions, and the guidance on the question."""

    def __init__(
        self, desk: Desk, answering: Answering, rail: RailPane, bar: RailBar, guidance: GuidancePane
    ) -> None:
        """Fill the panes.

        Args:
            desk: What is worked on.
            answering: Who answers which question at the moment.
            rail: The pane at the left.
            bar: The same in one line.
            guidance: The pane at the right.
        """
        self._desk = desk
        self._answering = answering
        self._rail = rail
        self._bar = bar
        self._guidance = guidance
        self._may_show = False

    def question_was_painted(self) -> None:
        """Fill the panes for the first time: after this turn, so that the question comes first."""
        if not self._may_show:
            self._may_show = True
            QTimer.singleShot(0, self._rail, self.show)

    def show(self) -> None:
        """Show how things stand; before the question was painted, nothing."""
        if self._may_show and self._answering.organisation:
            self._show_guidance()
            self._show_rail()

    def _show_guidance(self) -> None:
        opened = self._desk.opened
        topic = next(one for one in opened.asked.walk if one.id == self._answering.topic)
        country, today = opened.value.partnership.country, self._desk.now().date()
        language = interface().language
        self._guidance.show_advice(advice_for(topic, opened.content, country, today, language))

    def _show_rail(self) -> None:
        opened, who = self._desk.opened, self._answering
        latest = opened.value.latest
        groups = walk_view.rail_groups(
            opened.asked, latest, who.respondent, who.topic, interface().language
        )
        done = progress(opened.asked, latest, who.respondent)
        self._rail.offer(groups)
        self._bar.offer(groups)
        unknown = walk_view.unknown_words(done.dont_know)
        self._rail.show_progress(done.answered, done.asked, unknown)
        self._bar.show_progress(done.answered, done.asked)
        organisations = tuple((o.id, o.name, o.letter) for o in latest.organisations)
        people = walk_view.people_of(opened.value, who.organisation)
        if not people:
            people = ((who.respondent, _("Person {number}", number=1)),)
        for shown in (self._rail.answering, self._bar.answering):
            shown.offer(organisations, people, who.organisation, who.respondent)
