"""Setting up: how what the user says on the set-up page becomes an edit."""

from collections.abc import Callable

from selfassess.core import edits
from selfassess.core.asked import asked_in
from selfassess.core.assessment import Assessment, Organisation
from selfassess.core.codes import Set, Step
from selfassess.files.letters import letter_for
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.sectors import likely_sector
from selfassess.words import _

_MINUTES_EACH = 0.5


class SettingUp:
    """Turns what is set up into edits of the assessment."""

    def __init__(self, opened: OpenAssessment, new_id: Callable[[], str]) -> None:
        self._opened = opened
        self._new_id = new_id

    def describe(self, **fields: str) -> None:
        """Change the name, story or country of the partnership."""
        self._edit(edits.describe(self._value, **fields), *fields)

    def purpose(self, **fields: str) -> None:
        """Change what is shared, or so that what changes."""
        changed = self._value.partnership.purpose.changed(**fields)
        self._edit(edits.describe(self._value, purpose=changed), *fields)

    def place(self, **fields: str) -> None:
        """Change the code of the area or the name of the place."""
        changed = self._value.partnership.area.changed(**fields)
        self._edit(edits.describe(self._value, area=changed), "area", *fields)

    def choose_area(self, code: str, *, chosen: bool) -> None:
        """Choose a policy area or let it go, with the questions that it brings."""
        kept = tuple(a for a in self._value.partnership.policy_areas if a != code)
        areas = (*kept, code) if chosen else kept
        after = edits.describe(self._value, policy_areas=areas)
        after = edits.use_modules(after, self._opened.content.modules_for(areas))
        self._opened.edit(after, _("Choose policy areas"))

    def choose_step(self, step: Step) -> None:
        """Say where the partnership stands on the journey."""
        self._edit(edits.change_round(self._value, step=step), "step")

    def choose_set(self, set_: Set) -> None:
        """Choose how many questions are asked."""
        self._opened.edit(edits.change_round(self._value, set=set_), _("Choose the questions"))

    def set_flag(self, **flag: bool) -> None:
        """Say whether there is a high risk, or somebody's safety at stake."""
        self._opened.edit(edits.change_round(self._value, **flag), _("Set up"))

    def choose_anonymity(self, *, anonymous: bool) -> None:
        """Answer by organisation or without names.

        Raises:
            EditError: an answer is in already.
        """
        after = edits.choose_anonymity(self._value, anonymous=anonymous)
        self._opened.edit(after, _("Choose how to answer"))

    def add_partner(self, name: str) -> None:
        """Add a partner, with a letter of its own and a likely sector.

        Raises:
            EditError: a partner of that name is there already.
        """
        taken = [organisation.letter for organisation in self._value.latest.organisations]
        made = Organisation(
            id=self._new_id(),
            name=name,
            sector=likely_sector(name),
            letter=letter_for(name, taken),
        )
        after = edits.add_organisation(self._value, made)
        self._opened.edit(after, _("Add {name}", name=name))

    def is_taken(self, name: str, id_: str = "") -> bool:
        """Say whether another partner has that name."""
        others = (o for o in self._value.latest.organisations if o.id != id_)
        return any(o.name.casefold() == name.casefold() for o in others)

    def change_partner(self, id_: str, **fields: object) -> None:
        """Change the name, sector or number of people of a partner."""
        after = edits.change_organisation(self._value, id_, **fields)
        self._opened.edit(after, _("Change a partner"))

    def remove_partner(self, id_: str) -> None:
        """Take a partner out, with its answers."""
        after = edits.remove_organisation(self._value, id_)
        self._opened.edit(after, _("Remove a partner"))

    def answers_of(self, id_: str) -> int:
        """Count the answers that a partner has given in the latest round."""
        people = {r.id for r in self._value.respondents if r.organisation == id_}
        return sum(answer.respondent in people for answer in self._value.latest.answers)

    def questions_in(self, set_: Set) -> tuple[int, int]:
        """Return how many questions a set asks, and about how many minutes that takes."""
        content = self._opened.content
        round_ = self._value.latest.changed(set=set_)
        count = len(asked_in(round_, content.questionnaire, content.modules).topics)
        return count, max(5, 5 * round(count * _MINUTES_EACH / 5))

    @property
    def _value(self) -> Assessment:
        return self._opened.value

    def _edit(self, after: Assessment, *what: str) -> None:
        self._opened.edit(after, _("Set up"), merge=f"set up {' '.join(what)}")
