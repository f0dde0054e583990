"""Walk beside: what stands beside the question on the walk."""

from selfassess.core.walk import progress
from selfassess.ui import rail_view
from selfassess.ui.advice import advice_for
from selfassess.ui.answering import Answering
from selfassess.ui.desk import Desk
from selfassess.ui.pages.walk_places import Places
from selfassess.ui.parts.guidance_pane import GuidancePane
from selfassess.ui.parts.rail_pane import RailBar, RailPane
from selfassess.ui.spacing import Share, column
from selfassess.ui.walk_view import people_of
from selfassess.words import _, interface


class Beside:
    """Who answers, how far they are, the dimensions, and the guidance on the question."""

    def __init__(self, desk: Desk, answering: Answering, places: Places) -> None:
        """Make the panes.

        Args:
            desk: What is worked on.
            answering: Who answers which question at the moment.
            places: Where they stand.
        """
        self._desk = desk
        self._answering = answering
        self.rail = RailPane(desk.theme, places.left)
        self.bar = RailBar(desk.theme, places.above)
        self.guidance = GuidancePane(desk.theme, places.right)
        for place, pane in (
            (places.left, self.rail),
            (places.above, self.bar),
            (places.right, self.guidance),
        ):
            place.setLayout(column(Share(pane)))
            pane.show()

    def show(self) -> None:
        """Show how things stand; nothing while nobody can answer."""
        if self._answering.organisation:
            self._show_guidance()
            self._show_rail()

    def _show_guidance(self) -> None:
        opened = self._desk.opened
        topic = next(one for one in opened.asked.walk if one.id == self._answering.topic)
        country, today = opened.value.partnership.country, self._desk.now().date()
        language = interface().language
        self.guidance.show_advice(advice_for(topic, opened.content, country, today, language))

    def _show_rail(self) -> None:
        opened, who = self._desk.opened, self._answering
        latest = opened.value.latest
        groups = rail_view.rail_groups(
            opened.asked, latest, who.respondent, who.topic, interface().language
        )
        done = progress(opened.asked, latest, who.respondent)
        self.rail.offer(groups)
        self.bar.offer(groups)
        unknown = rail_view.unknown_words(done.dont_know)
        self.rail.show_progress(done.answered, done.asked, unknown)
        self.bar.show_progress(done.answered, done.asked)
        organisations = tuple((o.id, o.name, o.letter) for o in latest.organisations)
        people = people_of(opened.value, who.organisation)
        if not people:
            people = ((who.respondent, _("Person {number}", number=1)),)
        for shown in (self.rail.answering, self.bar.answering):
            shown.offer(organisations, people, who.organisation, who.respondent)
