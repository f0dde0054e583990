"""Removing: takes everything off this computer that the program keeps beside the user's files."""

from pathlib import Path

from selfassess.core.problem import FileProblemsError
from selfassess.files import kept
from selfassess.files.journal import Journal
from selfassess.ui.means import Means
from selfassess.ui.opening import Opening
from selfassess.ui.prompts import Prompts, Question
from selfassess.ui.saved_words import problems_words
from selfassess.ui.work_lock import WorkLock
from selfassess.words import _, plural


def remove_everything(opening: Opening, prompts: Prompts, means: Means) -> bool:
    """Ask, close what is open and remove everything; say whether it is done."""
    folder = means.folder
    if prompts.choose(_question(kept.kept_in(folder))) != "remove" or not opening.close():
        return False
    for worker in (means.hands.saves, means.hands.journals):
        worker.finish()
    if _is_used(folder):
        prompts.tell(_("Another window is open"), _("Close it first. Nothing was removed yet."))
        return False
    try:
        kept.remove_all(folder, means.cache())
    except FileProblemsError as error:
        prompts.tell(_("Not everything could be removed"), problems_words(error))
        return False
    return True


def _is_used(folder: Path) -> bool:
    """Say whether another window has work open."""
    for found in Journal(folder).found():
        lock = WorkLock(folder, found.key)
        if not lock.is_held:
            return True
        lock.release()
    return False


def _question(there: kept.Kept) -> Question:
    counts = (
        plural("{count} piece of unsaved work", "{count} pieces of unsaved work", there.unsaved),
        plural("{count} earlier version", "{count} earlier versions", there.versions),
        plural("{count} content pack", "{count} content packs", there.packs),
    )
    return Question(
        title=_("Remove everything this program keeps on this computer?"),
        text=_(
            "This goes: {unsaved}, {versions}, {packs}, the recent files, the preferences and the "
            "log. Your own files stay where they are. It can’t be undone, and the program closes.",
            unsaved=counts[0],
            versions=counts[1],
            packs=counts[2],
        ),
        answers=(("back", _("Keep everything")), ("remove", _("Remove and close"))),
        cancel="back",
    )
