"""The worked example: a made-up partnership that shows what the program does."""

from datetime import date, timedelta

from selfassess import paths
from selfassess.core import edits, plan
from selfassess.core.assessment import Action, Assessment, Reference, Round
from selfassess.core.codes import ActionStatus, Set, Step
from selfassess.core.content import Content
from selfassess.files.answers_file import read_agreed, read_answers
from selfassess.files.csv_reader import read_rows
from selfassess.files.ids import refuse_any
from selfassess.files.intake import with_agreed, with_answers
from selfassess.files.partnership_file import read_partnership

FOLDER = paths.RESOURCES / "examples" / "northbridge"
ID = "northbridge-example"
FIRST_ROUND, ROUND = "A year before", "This year"
_A_YEAR = timedelta(weeks=52)

_JOINED_LATER = "Haven"
"""The refuge was not there in the first round."""


def example(content: Content, today: date) -> Assessment:
    """Return the worked example: two rounds, the second answered today; it is marked as fictional.

    Raises:
        FileProblemsError: its files do not fit the content.
    """
    facts = read_partnership(FOLDER / "partnership.yaml")
    begun = edits.new_assessment(
        ID,
        facts.partnership,
        Round(
            name=FIRST_ROUND,
            date=(today - _A_YEAR).isoformat(),
            questionnaire=Reference(
                id=content.questionnaire.id, version=content.questionnaire.version
            ),
            step=Step.DESIGN,
            set=Set.SHORT,
            high_risk=facts.high_risk,
            safety_at_stake=facts.safety_at_stake,
            organisations=tuple(o for o in facts.organisations if o.name != _JOINED_LATER),
        ),
        fictional=True,
    )
    topics = [t.id for d in content.questionnaire.dimensions for t in d.topics]
    topics += [t.id for module in content.modules for t in module.topics]
    names = tuple(o.name for o in facts.organisations)
    before = with_answers(begun, read_answers(FOLDER / "answers-a-year-before.csv", names, topics))
    again = edits.begin_round(
        before,
        ROUND,
        date=today.isoformat(),
        modules=content.modules_for(facts.partnership.policy_areas),
        step=facts.step,
        set=Set.STANDARD,
        organisations=facts.organisations,
    )
    answered = with_answers(again, read_answers(FOLDER / "answers.csv", names, topics))
    agreed = with_agreed(answered, read_agreed(FOLDER / "agreed.csv", topics), content)
    for action in _plan(today):
        agreed = plan.add_action(agreed, action)
    return agreed


def _plan(today: date) -> tuple[Action, ...]:
    """Read the action plan; it says in how many weeks from today each action is due."""
    columns = ("text", "barrier", "topic", "case", "owner", "weeks", "status", "note")
    rows, problems = read_rows(FOLDER / "plan.csv", columns, ())
    refuse_any(problems)
    return tuple(
        Action(
            id=f"action-{number}",
            text=row.text("text"),
            barrier=row.text("barrier"),
            topic=row.text("topic"),
            case=row.text("case"),
            owner=row.text("owner"),
            due=(today + timedelta(weeks=int(row.text("weeks")))).isoformat(),
            status=ActionStatus(row.text("status")),
            note=row.text("note"),
        )
        for number, row in enumerate(rows, start=1)
    )
