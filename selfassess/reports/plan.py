"""Action plan: who does what by when; it can be changed in the spreadsheet and read again."""

import hashlib
from collections.abc import Iterator, Sequence

from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.plan import Order, conditions_for_ready, draft_plan, due_date, grouped
from selfassess.core.results import Results
from selfassess.reports.book import (
    FIRST,
    HEADER,
    Cell,
    Choice,
    Kind,
    Row,
    Sheet,
    Span,
    ValueList,
    header,
    holdable,
    opening,
    tab,
)
from selfassess.reports.phrases import said, titled
from selfassess.words import Words
from selfassess.words.names import name_of

ACTION, BARRIER, OWNER, DUE, STATUS, NOTE, ID = range(1, 8)
"""Columns, from 1."""

EMPTY_ROWS = 15
STATUSES, OWNERS, BARRIERS = "Statuses", "Owners", "Barriers"
BARRIER_IDS, COLUMNS = "BarrierIds", "PlanColumns"
ASSESSMENT, WENT_OUT = "PlanAssessment", "PlanWentOut"
"""Names of lists; the last four are for the program, which reads the plan in any language."""

LONGEST = 5_000
"""So many characters of a text count when the plan comes back."""

_MARK_LETTERS = 10

_WIDTHS = (58.0, 34.0, 24.0, 14.0, 14.0, 36.0, 16.0)


def plan(results: Results, words: Words) -> Sheet:
    """Make the plan with empty rows to add to; without actions, a draft from the first steps."""
    assessment = results.assessment
    drafted = not assessment.actions
    actions = _in_order(results) if not drafted else _draft(results, words)
    rows = (
        *opening(
            titled(_finding(actions, words, drafted=drafted), results, words),
            words("Change, delete or add rows. The program can read this sheet again."),
            _explained(actions, words, drafted=drafted),
        ),
        header(*_columns(words)),
        *(_row(action, results, words) for action in actions),
        *(_empty() for _ in range(EMPTY_ROWS)),
    )
    last = len(rows)
    return Sheet(
        key="plan",
        name=tab(words("Action plan")),
        rows=rows,
        widths=_WIDTHS,
        header=HEADER,
        keep_columns=1,
        filtered=True,
        choices=_choices(last, {values.name for values in plan_lists(results, words)}, words),
    )


def plan_lists(results: Results, words: Words) -> tuple[ValueList, ...]:
    """Return what can be chosen in the plan, and what the program needs to read it again."""
    statuses = tuple(name_of(status, words) for status in ActionStatus)
    owners = tuple(o.name for o in results.round.organisations if not results.withheld)
    barriers = [d.barrier for d in results.barriers if not d.aside]
    lists = (
        ValueList(STATUSES, statuses),
        ValueList(OWNERS, owners),
        ValueList(BARRIERS, tuple(said(barrier.name, words) for barrier in barriers)),
        ValueList(BARRIER_IDS, tuple(barrier.id for barrier in barriers)),
        ValueList(COLUMNS, _columns(words)),
        ValueList(ASSESSMENT, (results.assessment.id,)),
        ValueList(WENT_OUT, tuple(_went_out(results, words))),
    )
    return tuple(values for values in lists if any(values.values))


def mark(text: str) -> str:
    """Return a short mark of a text, to see later whether somebody has changed it.

    White space and what no spreadsheet shows count for nothing.
    """
    shown = "".join(s for s in holdable(text) if s.isprintable() or s.isspace()).strip()
    told = " ".join(shown[:LONGEST].split())
    return hashlib.sha256(told.encode()).hexdigest()[:_MARK_LETTERS]


def _went_out(results: Results, words: Words) -> Iterator[str]:
    """Each action's id with the marks of its cells; first one that stands for no action."""
    yield "-"
    for action in results.assessment.actions:
        if action.id and " " not in action.id:
            cells = _row(action, results, words).cells[:NOTE]
            yield " ".join((action.id, *(mark(str(cell.value or "")) for cell in cells)))


def _columns(words: Words) -> tuple[str, ...]:
    return (
        words("Action"),
        words("Barrier"),
        words("Owner"),
        words("Due"),
        words("Status"),
        words("Note"),
        words("Id (leave as it is)"),
    )


def _choices(last: int, lists: set[str], words: Words) -> tuple[Choice, ...]:
    choices = (
        Choice(
            Span(FIRST, STATUS, last, STATUS),
            STATUSES,
            refusal=words("Choose one of the words in the list."),
        ),
        Choice(
            Span(FIRST, OWNER, last, OWNER),
            OWNERS,
            prompt=words("Choose a partner, or type a name."),
        ),
        Choice(
            Span(FIRST, BARRIER, last, BARRIER),
            BARRIERS,
            prompt=words("Choose a barrier, or leave it empty."),
        ),
    )
    return tuple(choice for choice in choices if choice.source in lists)


def _in_order(results: Results) -> tuple[Action, ...]:
    first = conditions_for_ready(results)
    groups = grouped(results.assessment.actions, first, Order.DATE)
    return tuple(action for group in groups for action in group.actions)


def _draft(results: Results, words: Words) -> tuple[Action, ...]:
    cases = results.cases.ranked
    return draft_plan(results.assessment, results.barriers, str, words.language, cases).actions


def _finding(actions: Sequence[Action], words: Words, *, drafted: bool) -> str:
    if not actions:
        return words("No actions yet")
    if drafted:
        return words("A draft plan: the first steps of the three most pressing barriers")
    done = sum(action.status is ActionStatus.DONE for action in actions)
    return words.plural(
        "{count} action, {done} done", "{count} actions, {done} done", len(actions), done=done
    )


def _explained(actions: Sequence[Action], words: Words, *, drafted: bool) -> str:
    if drafted:
        return ""
    ownerless = sum(not action.owner for action in actions)
    if not ownerless:
        return words("What would lift the readiness statement comes first.")
    return words.plural(
        "What would lift the readiness statement comes first. {count} has no owner yet.",
        "What would lift the readiness statement comes first. {count} have no owner yet.",
        ownerless,
    )


def _row(action: Action, results: Results, words: Words) -> Row:
    barrier = results.content.barrier(action.barrier)
    due = due_date(action)
    return Row(
        (
            Cell(action.text, Kind.ENTRY),
            Cell(said(barrier.name, words) if barrier else action.barrier, Kind.ENTRY),
            Cell(action.owner, Kind.ENTRY),
            Cell(due or action.due, Kind.ENTRY_DATE),
            Cell(name_of(action.status, words), Kind.ENTRY),
            Cell(action.note, Kind.ENTRY),
            Cell(action.id, Kind.REMARK),
        )
    )


def _empty() -> Row:
    entry = Cell(None, Kind.ENTRY)
    return Row(
        (entry, entry, entry, Cell(None, Kind.ENTRY_DATE), entry, entry, Cell(None, Kind.REMARK))
    )
