"""Plan changes: what an action plan that came back would do, said row by row."""

from selfassess.core.assessment import Action
from selfassess.core.codes import ActionStatus
from selfassess.core.content import Content
from selfassess.core.plan_merge import Fate, PlanImport, PlanLine
from selfassess.reports.phrases import said
from selfassess.words import Words
from selfassess.words.names import name_of

Told = tuple[str, str, str, str, str]
"""The cell, what the row does, the action, what stood there, and what stands there then."""


def told_changes(made: PlanImport, content: Content, words: Words) -> tuple[Told, ...]:
    """Say what each row does; a row that changes several fields is said once for each."""
    return tuple(told for line in made.lines for told in _told(line, content, words))


def changes_sentence(made: PlanImport, problems: int, words: Words) -> str:
    """Say in one line what the plan would do.

    Args:
        made: What it would do.
        problems: How many problems the workbook has.
        words: The words it is said in.
    """
    parts = [
        words("{count} new", count=made.count(Fate.NEW)),
        words("{count} changed", count=made.count(Fate.CHANGED)),
        words("{count} unchanged", count=made.count(Fate.UNCHANGED)),
    ]
    if made.count(Fate.TAKEN_OUT):
        parts.append(words("{count} taken out here since", count=made.count(Fate.TAKEN_OUT)))
    if made.absent:
        parts.append(words("{count} not in the workbook, and kept", count=made.absent))
    if problems:
        parts.append(words.plural("{count} problem", "{count} problems", problems))
    return ", ".join(parts)


def fate_name(fate: Fate, words: Words) -> str:
    """Say what a row does, in a few words."""
    return {
        Fate.NEW: words("New"),
        Fate.CHANGED: words("Changed"),
        Fate.UNCHANGED: words("Unchanged"),
        Fate.TAKEN_OUT: words("Stays out: taken out here since"),
    }[fate]


def _told(line: PlanLine, content: Content, words: Words) -> list[Told]:
    fate = fate_name(line.fate, words)
    before, after = line.before, line.after
    if after is None:
        return [(line.place, fate, "", "", "")]
    if before is None:
        return [(line.place, fate, after.text, "", _whole(after, content, words))]
    fields = [_field(name, before, after, content, words) for name in line.fields]
    told = [(line.place, fate, before.text, was, now) for was, now in fields]
    return told or [(line.place, fate, after.text, "", "")]


def _field(
    name: str, before: Action, after: Action, content: Content, words: Words
) -> tuple[str, str]:
    head = _head(name, words)
    was, now = (_value(name, action, content, words) for action in (before, after))
    empty = words("empty")
    return f"{head}: {was or empty}", f"{head}: {now or empty}"


def _whole(action: Action, content: Content, words: Words) -> str:
    fields = ("barrier", "owner", "due", "status", "note")
    told = ((name, _value(name, action, content, words)) for name in fields)
    return ", ".join(f"{_head(name, words)}: {value}" for name, value in told if value)


def _head(name: str, words: Words) -> str:
    return {
        "text": words("Action"),
        "barrier": words("Barrier"),
        "owner": words("Owner"),
        "due": words("Due"),
        "status": words("Status"),
        "note": words("Note"),
    }[name]


def _value(name: str, action: Action, content: Content, words: Words) -> str:
    value = getattr(action, name)
    if isinstance(value, ActionStatus):
        return name_of(value, words)
    if name == "barrier":
        barrier = content.barrier(value)
        return said(barrier.name, words) if barrier else str(value)
    return str(value)
