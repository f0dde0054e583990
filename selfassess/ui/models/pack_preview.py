"""Pack preview: what a content pack would bring, as tables of words."""

from selfassess.core.case_twins import Fate, Line
from selfassess.core.problem import FileProblemsError, Problem
from selfassess.files.pack_import import Coming
from selfassess.reports.pack_lines import line_words, pack_sentence
from selfassess.ui.models.import_table import Preview
from selfassess.ui.models.table import Table
from selfassess.words import Words
from selfassess.words.problems import sentence

_Row = tuple[str, ...]


def pack_preview(coming: Coming, words: Words) -> Preview:
    """Say what a pack would bring, and what is wrong with it."""
    title = words("{title}, version {version}", **_facts(coming, words))
    told = [pack_sentence(coming.lines, words)]
    if coming.before:
        told.append(words("It takes the place of {pack}.", pack=coming.before))
    if coming.faults:
        told.append(words("It can’t be used until its problems are put right."))
    elif not coming.changes:
        told.append(words("There is nothing in it that you do not have."))
    problems = tuple(_problem(problem, words) for problem in coming.problems)
    different = [line for line in coming.lines if line.fate is not Fate.UNCHANGED]
    return Preview(
        title=title,
        sentence=" ".join(told),
        different=_table((*problems, *_rows(different, words)), words),
        everything=_table((*problems, *_rows(coming.lines, words)), words),
        changes=coming.changes,
    )


def refused_pack(name: str, error: FileProblemsError, words: Words) -> Preview:
    """Say why a file is no pack that can be used."""
    table = _table(tuple(_problem(problem, words) for problem in error.problems), words)
    return Preview(
        title=words("{name} can’t be used", name=name),
        sentence=words("Nothing was changed."),
        different=table,
        everything=table,
        changes=False,
    )


def _facts(coming: Coming, words: Words) -> dict[str, str]:
    about = coming.pack.about
    return {"title": about.title.say(words.language), "version": about.version}


def _rows(lines: tuple[Line, ...] | list[Line], words: Words) -> tuple[_Row, ...]:
    told = (line_words(line, words) for line in lines)
    return tuple((fate, title, "", why) for fate, title, why in told)


def _problem(problem: Problem, words: Words) -> _Row:
    file = problem.file.replace("\\", "/").rsplit("/", 1)[-1]
    place = words("{file}, line {line}", file=file, line=problem.line) if problem.line else file
    plain = problem._replace(file="", line=0, column=0)
    kind = words("Advice") if problem.code.startswith("advice.") else words("Problem")
    return (kind, "", place, sentence(plain, words))


def _table(rows: tuple[_Row, ...], words: Words) -> Table:
    heads = (
        words("What it does"),
        words("Case study"),
        words("Where"),
        words("To look at"),
    )
    nothing = (words("Changes nothing"), "", "", "")
    return Table(words("What the pack holds"), heads, rows or (nothing,))
