"""Plan import: what an action plan that came back would do, as tables of words."""

from textwrap import shorten

from selfassess.core.content import Content
from selfassess.core.plan_merge import Fate, PlanImport, PlanRead
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.reports.plan_changes import Told, changes_sentence, fate_name, told_changes
from selfassess.ui.models.import_table import Preview
from selfassess.ui.models.table import Table
from selfassess.words import Words
from selfassess.words.problems import sentence

_LONGEST = 70
"""So many letters of an action are enough to know it by."""


def plan_preview(made: PlanImport, read: PlanRead, content: Content, words: Words) -> Preview:
    """Say what a plan would do, row by row, and what could not be read in it."""
    told = tuple(map(_shortened, told_changes(made, content, words)))
    same = fate_name(Fate.UNCHANGED, words)
    different = tuple(row for row in told if row[1] != same)
    problems = tuple(_problem_row(problem, words) for problem in read.problems)
    return Preview(
        title=words("The plan was read"),
        sentence=changes_sentence(made, len(problems), words) + ".",
        different=_table((*problems, *different), words),
        everything=_table((*problems, *told), words),
        changes=bool(made.count(Fate.NEW) or made.count(Fate.CHANGED)),
    )


def refused_preview(name: str, error: FileProblemsError, words: Words) -> Preview:
    """Say why a file changes nothing.

    Args:
        name: The name of the file.
        error: What is wrong with it.
        words: The words it is said in.
    """
    table = _table(tuple(_problem_row(problem, words) for problem in error.problems), words)
    return Preview(
        title=words("{name} can’t be used", name=name),
        sentence=words("Nothing was changed."),
        different=table,
        everything=table,
        changes=False,
    )


def _table(rows: tuple[Told, ...], words: Words) -> Table:
    heads = (words("Cell"), words("What it does"), words("Action"), words("Before"), words("Then"))
    nothing = ("", words("Changes nothing"), "", "", "")
    return Table(words("What the plan says"), heads, rows or (nothing,))


def _shortened(told: Told) -> Told:
    place, fate, text, was, now = told
    return (place, fate, shorten(text, _LONGEST, placeholder="…"), was, now)


def _problem_row(problem: Problem, words: Words) -> Told:
    told = sentence(problem._replace(file="", line=0, column=0, place=""), words)
    return (problem.place, words("Problem"), told, "", "")
