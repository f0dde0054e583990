"""Import table: what forms would do, row by row, as a table of words."""

from dataclasses import dataclass
from pathlib import PurePath

from selfassess.core.assessment import Given
from selfassess.core.importing import Fate, Import, Line, Outcome
from selfassess.ui.models.table import Table
from selfassess.words import Words
from selfassess.words.problems import sentence


@dataclass(frozen=True, slots=True)
class Preview:
    """What files would do, before anything is done.

    Attributes:
        title: What was read.
        sentence: What it would do, counted.
        different: The rows that do something, and the problems.
        everything: All rows.
        changes: Something would change.
    """

    title: str
    sentence: str
    different: Table
    everything: Table
    changes: bool


def forms_preview(made: Import, words: Words) -> Preview:
    """Say what forms would do."""
    count = len(made.outcomes)
    return Preview(
        title=words.plural("{count} file was read", "{count} files were read", count),
        sentence=summary(made, words) + ".",
        different=import_table(made, words, everything=False),
        everything=import_table(made, words, everything=True),
        changes=bool(made.counts.new or made.counts.changed),
    )


def import_table(made: Import, words: Words, *, everything: bool) -> Table:
    """Return the rows of all forms; without those that change nothing unless all are wanted."""
    rows: list[tuple[str, ...]] = []
    for outcome in made.outcomes:
        rows += _rows(outcome, words, everything=everything)
    heads = (
        words("File"),
        words("Cell"),
        words("Question"),
        words("Before"),
        words("Then"),
        words("What it does"),
    )
    return Table(words("What the forms say"), heads, tuple(rows))


def summary(made: Import, words: Words) -> str:
    """Say in one line what the forms would do together."""
    counts = made.counts
    used = sum(outcome.used for outcome in made.outcomes)
    parts = [
        words.plural("{count} form can be used", "{count} forms can be used", used),
        words("{count} new", count=counts.new),
        words("{count} changed", count=counts.changed),
        words("{count} unchanged", count=counts.unchanged),
    ]
    if counts.conflicts:
        parts.append(words("{count} in conflict", count=counts.conflicts))
    if made.problems:
        parts.append(words.plural("{count} problem", "{count} problems", made.problems))
    return ", ".join(parts)


def level_words(level: Given | None, words: Words) -> str:
    """Return what a level is called in a table."""
    if level is None:
        return words("no level, a note")
    return {"dk": words("don’t know"), "na": words("doesn’t apply")}.get(str(level), str(level))


def fate_words(fate: Fate, words: Words) -> str:
    """Return what a row does, in a word or two."""
    return {
        Fate.NEW: words("New"),
        Fate.CHANGED: words("Changed"),
        Fate.CONFLICT: words("In conflict"),
        Fate.UNCHANGED: words("Unchanged"),
        Fate.REFUSED: words("Not asked here"),
        Fate.TAKEN_BACK: words("Taken back here, stays so"),
    }[fate]


def _rows(outcome: Outcome, words: Words, *, everything: bool) -> list[tuple[str, ...]]:
    name = PurePath(outcome.file).name
    rows: list[tuple[str, ...]] = []
    for problem in outcome.problems:
        told = sentence(problem._replace(file="", line=0, column=0, place=""), words)
        rows.append((name, problem.place, "", "", "", words("Problem: {what}", what=told)))
    rows += [
        _row(name, line, words)
        for line in outcome.lines
        if everything or line.fate is not Fate.UNCHANGED
    ]
    if not rows:
        rows.append((name, "", "", "", "", words("Changes nothing")))
    return rows


def _row(name: str, line: Line, words: Words) -> tuple[str, ...]:
    before, after = (
        " / ".join(level_words(level, words) for level in levels)
        for levels in (line.before, line.after)
    )
    return (name, line.place, line.topic, before, after, fate_words(line.fate, words))
