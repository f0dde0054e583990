"""What would change the statement: each condition with the action and owner it has."""

from dataclasses import dataclass

from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.plan import due_date
from selfassess.core.results import Results
from selfassess.reports import sentences
from selfassess.reports.phrases import capitalised, day, said
from selfassess.words import Words

STATUS_ICONS = {
    ActionStatus.TODO: "disc-open",
    ActionStatus.DOING: "disc-half",
    ActionStatus.DONE: "disc-ticked",
    ActionStatus.STUCK: "disc-crossed",
}


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One thing that would change the statement.

    Attributes:
        topic: The must-have it is about; empty for a dimension or an organisation.
        words: What stands against it.
        owner: Who is at it, until when; or that nobody is.
        icon: The disc of the state of its action.
    """

    topic: str
    words: str
    owner: str
    icon: str


def condition_lines(results: Results, words: Words) -> tuple[ConditionLine, ...]:
    """Return must-haves first, then what else stands against an unconditional “Ready”."""
    lines = []
    for id_ in results.readiness.blocked_by:
        score = results.topic(id_)
        if score is None:
            continue
        text = words(
            "{title}. {standing}",
            title=said(score.topic.title, words),
            standing=capitalised(sentences.standing(score, results, words)),
        )
        action = _action_on(id_, results)
        icon = STATUS_ICONS[action.status] if action else "disc-open"
        lines.append(ConditionLine(id_, text, _owner(action, words), icon))
    plain = (
        ConditionLine("", text, "", "disc-open") for text in sentences.conditions(results, words)
    )
    return (*lines, *plain)


def _action_on(topic: str, results: Results) -> Action | None:
    actions = [a for a in results.assessment.actions if a.topic == topic]
    open_ = [a for a in actions if a.status is not ActionStatus.DONE]
    return next(iter(open_ or actions), None)


def _owner(action: Action | None, words: Words) -> str:
    if action is None:
        return words("No action yet")
    if not action.owner:
        return words("No owner yet")
    due = due_date(action)
    if due is None:
        return action.owner
    return words("{owner}, due {day}", owner=action.owner, day=day(due, words))
