"""Saved words: how safe the work is, in words, and what went wrong with a file."""

from pathlib import Path
from typing import NamedTuple

from selfassess.core.problem import FileProblemsError, Problem
from selfassess.ui.keeper import Safety
from selfassess.words import _, interface

_MOST_PROBLEMS = 3


class SafetyWords(NamedTuple):
    """How the saved state is shown: words, icon, and whether it is trouble."""

    words: str
    icon: str = ""
    trouble: bool = False


def safety_words(safety: Safety) -> SafetyWords:
    """Say how safe the work is, for the top bar."""
    return {
        Safety.NO_FILE: SafetyWords(_("Kept on this computer, no file yet"), "info"),
        Safety.EXAMPLE: SafetyWords(_("Example, not saved")),
        Safety.LOOKING: SafetyWords(_("Only looking, not saved"), "lock"),
        Safety.SAVING: SafetyWords(_("Saving…")),
        Safety.SAVED: SafetyWords(_("Saved"), "check"),
        Safety.FAILED: SafetyWords(_("Could not save"), "error", trouble=True),
        Safety.STOPPED: SafetyWords(_("Saving has stopped"), "warning", trouble=True),
    }[safety]


def not_kept_words(folder: Path) -> str:
    """Say that work without a file can't be kept in the user's data folder."""
    words = "The program can’t write in its own folder, {folder}. Choose a file for your work."
    return _(words, folder=folder)


def problem_words(problem: Problem) -> str:
    """Say one problem, without the name of its file."""
    from selfassess.words.problems import sentence  # noqa: PLC0415  # loaded when needed

    return sentence(problem._replace(file="", line=0, column=0), interface())


def problems_words(error: FileProblemsError) -> str:
    """Say what is wrong with a file, the first few problems of many."""
    said = [problem_words(problem) for problem in error.problems[:_MOST_PROBLEMS]]
    return "\n".join(said)
