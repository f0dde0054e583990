"""Versions: offers the earlier versions of a file that are kept on this computer."""

from datetime import datetime
from pathlib import Path

from selfassess.core.problem import FileProblemsError
from selfassess.files.journal import EarlierVersion, earlier_versions
from selfassess.ui import looking, questions
from selfassess.ui.prompts import Prompts
from selfassess.ui.saved_words import problems_words

_DAMAGED = ("zip.", "assessment.", "file.missing")
_WHOLE = "assessment.newer"


def pick(path: Path | None, folder: Path, prompts: Prompts, now: datetime) -> EarlierVersion | None:
    """Ask which earlier version of a file to look at; where there is none, say so.

    Args:
        path: The file; none where the work has no file yet.
        folder: The user's data folder.
        prompts: Asks the user.
        now: What time it is, with a time zone.

    Returns:
        The version that was chosen; none where there is none, or none was wanted.
    """
    found = earlier_versions(folder, path) if path else ()
    if path is None or not found:
        prompts.tell(*questions.no_earlier_version())
        return None
    kept = {str(one.path): one for one in found}
    offered = tuple((id_, looking.moment(one.when, now)) for id_, one in kept.items())
    chosen = prompts.pick(questions.which_version(path), offered)
    return kept[chosen] if chosen is not None else None


def instead_of(
    path: Path, error: FileProblemsError, folder: Path, prompts: Prompts, now: datetime
) -> EarlierVersion | None:
    """Say why a file can't be opened; where earlier versions of it are kept, offer them.

    Args:
        path: The file.
        error: What is wrong with it.
        folder: The user's data folder.
        prompts: Asks the user.
        now: What time it is, with a time zone.

    Returns:
        The version that was chosen, to be looked at; none where the file stays closed.
    """
    code = error.problems[0].code
    is_damaged = code.startswith(_DAMAGED) and code != _WHOLE
    if not is_damaged or not earlier_versions(folder, path):
        prompts.tell(questions.not_opened(path), f"{problems_words(error)}\n{path}")
        return None
    if prompts.choose(questions.damaged(path, problems_words(error))) != "versions":
        return None
    return pick(path, folder, prompts, now)
