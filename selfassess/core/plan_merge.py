"""Plan merge: an action plan that was changed elsewhere becomes part of an assessment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selfassess.core.assessment import Action, Assessment
from selfassess.core.codes import ActionStatus
from selfassess.core.merge import Counts


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action as it came back.

    Attributes:
        id: The id of the action; empty for one that was added elsewhere.
        text: What is to be done.
        barrier: The id of its barrier; None where what stands there is none we know.
        owner: Who does it.
        due: By when: a date such as 2026-12-24, or words.
        status: Where it stands; None where what stands there is no status.
        note: What else was written.
    """

    id: str
    text: str
    barrier: str | None
    owner: str
    due: str
    status: ActionStatus | None
    note: str


def merge_plan(
    assessment: Assessment, rows: Sequence[PlanRow], new_id: Callable[[], str]
) -> tuple[Assessment, Counts]:
    """Take over what rows say about actions, and add actions that are new.

    An action that has no row stays as it is: a row that was deleted elsewhere deletes nothing. A
    row without an id that repeats an action's words and barrier is that action.

    Args:
        assessment: The assessment.
        rows: The rows in order.
        new_id: Makes an id that nobody has used.

    Returns:
        The assessment with the plan, and how many actions are new, changed and unchanged.
    """
    actions = {action.id: action for action in assessment.actions}
    new = changed = unchanged = 0
    for row in rows:
        if not row.text:
            continue
        before = actions.get(row.id) or _same_words(row, list(actions.values()))
        after = _after(row, before or Action(id=new_id(), text=row.text))
        actions[after.id] = after
        new += before is None
        changed += before is not None and before != after
        unchanged += before == after
    merged = assessment.changed(actions=tuple(actions.values()))
    return merged, Counts(new=new, changed=changed, unchanged=unchanged)


def _same_words(row: PlanRow, actions: Sequence[Action]) -> Action | None:
    if row.id:
        return None
    words = row.text.casefold()
    return next(
        (a for a in actions if a.text.casefold() == words and a.barrier == (row.barrier or "")),
        None,
    )


def _after(row: PlanRow, before: Action) -> Action:
    return before.changed(
        text=row.text,
        barrier=before.barrier if row.barrier is None else row.barrier,
        owner=row.owner,
        due=row.due,
        status=row.status or before.status,
        note=row.note,
    )
