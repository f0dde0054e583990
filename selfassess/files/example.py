"""The worked example: a made-up partnership that shows what the program does."""

from datetime import date

from selfassess import paths
from selfassess.core import edits
from selfassess.core.assessment import Assessment, Reference, Round
from selfassess.core.codes import Set
from selfassess.core.content import Content
from selfassess.files.answers_file import read_agreed, read_answers
from selfassess.files.intake import with_agreed, with_answers
from selfassess.files.partnership_file import read_partnership

FOLDER = paths.RESOURCES / "examples" / "northbridge"
ID = "northbridge-example"
ROUND = "Spring"


def example(content: Content, today: date) -> Assessment:
    """Return the worked example, answered today; it is marked as fictional.

    Raises:
        FileProblemsError: its files do not fit the content.
    """
    facts = read_partnership(FOLDER / "partnership.yaml")
    begun = edits.new_assessment(
        ID,
        facts.partnership,
        Round(
            name=ROUND,
            date=today.isoformat(),
            questionnaire=Reference(
                id=content.questionnaire.id, version=content.questionnaire.version
            ),
            modules=content.modules_for(facts.partnership.policy_areas),
            step=facts.step,
            set=Set.STANDARD,
            high_risk=facts.high_risk,
            safety_at_stake=facts.safety_at_stake,
            organisations=facts.organisations,
        ),
        fictional=True,
    )
    topics = [t.id for d in content.questionnaire.dimensions for t in d.topics]
    topics += [t.id for module in content.modules for t in module.topics]
    names = tuple(o.name for o in facts.organisations)
    answered = with_answers(begun, read_answers(FOLDER / "answers.csv", names, topics))
    return with_agreed(answered, read_agreed(FOLDER / "agreed.csv", topics), content)
