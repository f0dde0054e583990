"""Plan merge: an action plan that was changed elsewhere becomes part of an assessment.

A row that somebody deleted elsewhere deletes nothing, what stands as it went out changes nothing,
and a new row gets an id that follows from what it says. So a plan can be brought back again and
again, and what was changed here in the meantime is not lost.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from selfassess.core.assessment import Action, Assessment
from selfassess.core.codes import ActionStatus
from selfassess.core.problem import Problem

FIELDS = ("text", "barrier", "owner", "due", "status", "note")
"""The fields of an action that a row tells of."""

_ID_LETTERS = 16


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
        place: The sheet and cell.
        kept: Names of the fields that stand as the plan went out; None where nobody knows.
    """

    id: str
    text: str
    barrier: str | None
    owner: str
    due: str
    status: ActionStatus | None
    note: str
    place: str = ""
    kept: frozenset[str] | None = None

    @property
    def touched(self) -> bool:
        """Something in it was changed elsewhere, as far as anybody knows."""
        return self.kept is None or not self.kept.issuperset(FIELDS)


@dataclass(frozen=True, slots=True)
class PlanRead:
    """An action plan as it came back.

    Attributes:
        file: The file as the user named it.
        assessment: The id of the assessment it went out from; empty where it doesn't say.
        rows: Its actions, in order.
        problems: What could not be read, by sheet and cell; the rest of the plan counts.
    """

    file: str
    assessment: str
    rows: tuple[PlanRow, ...]
    problems: tuple[Problem, ...]


class Fate(StrEnum):
    """What a row does."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    TAKEN_OUT = "taken-out"  # the action was taken out here since, and nobody changed the row


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A row, and what it does.

    Attributes:
        place: The sheet and cell.
        fate: What it does.
        before: The action as it stood; None for a new one.
        after: The action as it stands then; None where there is none.
    """

    place: str
    fate: Fate
    before: Action | None
    after: Action | None

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that change."""
        if self.before is None or self.after is None:
            return ()
        return tuple(f for f in FIELDS if getattr(self.before, f) != getattr(self.after, f))


@dataclass(frozen=True, slots=True)
class PlanImport:
    """What a plan that came back does.

    Attributes:
        after: The assessment with the plan.
        lines: What each row does, in their order.
        absent: How many actions have no row, and stay as they are.
    """

    after: Assessment
    lines: tuple[PlanLine, ...]
    absent: int

    def count(self, fate: Fate) -> int:
        """Return how many rows do that."""
        return sum(line.fate is fate for line in self.lines)


def merge_plan(assessment: Assessment, rows: Sequence[PlanRow]) -> PlanImport:
    """Take over what rows say about actions, and add actions that are new.

    A row belongs to the action of its id; a row without one that repeats the words and barrier of
    an action that no row names is that action. Where nobody knows how the plan went out, an empty
    cell changes nothing.

    Args:
        assessment: The assessment.
        rows: The rows in order; those without a text are left out.
    """
    actions = {action.id: action for action in assessment.actions}
    met: set[str] = set()
    lines = []
    told = tuple(_with_new_ids(assessment, _distinct(rows)))
    named = {id_ for row, new_id in told for id_ in (row.id, new_id)}
    for row, new_id in told:
        before = _action_of(row, new_id, actions, met, named)
        if before is None and row.id and not row.touched:
            lines.append(PlanLine(row.place, Fate.TAKEN_OUT, None, None))
            continue
        after = _after(row, before or Action(id=new_id, text=row.text))
        actions[after.id] = after
        met.add(after.id)
        lines.append(PlanLine(row.place, _fate(before, after), before, after))
    absent = sum(action.id not in met for action in assessment.actions)
    after_all = assessment.changed(actions=tuple(actions.values()))
    return PlanImport(after_all, tuple(lines), absent)


def _distinct(rows: Sequence[PlanRow]) -> Iterator[PlanRow]:
    """Leave out rows that say again what another says; a changed copy of a row loses its id."""
    told: dict[PlanRow, PlanRow] = {}
    for row in rows:
        if row.text:
            told.setdefault(replace(row, place="", kept=None), row)
    keepers = _keepers(told.values())
    for row in told.values():
        is_copy = row.id and keepers[row.id] is not row
        yield replace(row, id="", kept=frozenset()) if is_copy else row


def _keepers(rows: Iterable[PlanRow]) -> Mapping[str, PlanRow]:
    """The row of each id that stands most as it went out: the others are copies of it."""
    keepers: dict[str, PlanRow] = {}
    for row in rows:
        known = keepers.setdefault(row.id, row)
        if len(row.kept or ()) > len(known.kept or ()):
            keepers[row.id] = row
    return keepers


def _with_new_ids(assessment: Assessment, rows: Iterable[PlanRow]) -> Iterator[tuple[PlanRow, str]]:
    """Give each row the id that its action gets if it is new: the same at every import."""
    seen: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.text, row.barrier or "")
        seen[key] = seen.get(key, 0) + 1
        told = "\n".join((assessment.id, *key, str(seen[key])))
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        yield row, f"plan-{digest[:_ID_LETTERS]}"


def _action_of(
    row: PlanRow, new_id: str, actions: Mapping[str, Action], met: set[str], named: set[str]
) -> Action | None:
    """Return the action that a row belongs to; by its words only one that no row names by id."""
    free = {id_: action for id_, action in actions.items() if id_ not in met}
    if row.id in free and row.id:
        return free[row.id]
    if new_id in free or row.id:
        return free.get(new_id)
    words = row.text.casefold()
    return next(
        (
            a
            for a in free.values()
            if a.id not in named and a.text.casefold() == words and a.barrier == (row.barrier or "")
        ),
        None,
    )


def _fate(before: Action | None, after: Action) -> Fate:
    if before is None:
        return Fate.NEW
    return Fate.UNCHANGED if before == after else Fate.CHANGED


def _after(row: PlanRow, before: Action) -> Action:
    told = {name: getattr(row, name) for name in FIELDS}
    if row.kept is None:
        taken = {name: value for name, value in told.items() if value}
    else:
        kept = row.kept
        taken = {n: value for n, value in told.items() if n not in kept and value is not None}
    return before.changed(**taken)
