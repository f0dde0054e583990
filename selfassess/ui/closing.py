"""Closing: asks before work could be lost, and says whether it may be closed."""

from collections.abc import Callable
from typing import NamedTuple

from selfassess.files import assessment_file
from selfassess.ui import questions
from selfassess.ui.holding import Holding
from selfassess.ui.keeper import Keeper, Safety
from selfassess.ui.looking import LookedAt
from selfassess.ui.open_assessment import OpenAssessment
from selfassess.ui.prompts import Prompts
from selfassess.ui.saved_words import not_kept_words, problem_words
from selfassess.ui.work_lock import WorkLock
from selfassess.words import _


class Work(NamedTuple):
    """The piece of work that is open: its assessment, what keeps it, and how it began."""

    opened: OpenAssessment
    keeper: Keeper
    carried: assessment_file.Opened
    lock: WorkLock
    holding: Holding
    looked_at: LookedAt | None


def may_close(
    work: Work,
    prompts: Prompts,
    keep_in_file: Callable[[], None],
    save_elsewhere: Callable[[], None],
) -> bool:
    """Save what is open, or ask what becomes of it; say whether nothing is lost by closing it.

    Args:
        work: What is open.
        prompts: Asks the user.
        keep_in_file: Gives the work a file.
        save_elsewhere: Gives it another file.
    """
    keeper, value = work.keeper, work.opened.value
    is_untouched = value == work.carried.assessment
    if keeper.safety is Safety.EXAMPLE:
        return True
    if keeper.safety is Safety.LOOKING:
        answer = "drop" if is_untouched else prompts.choose(questions.changed_while_looking())
    elif keeper.finish():
        return True
    elif keeper.path is None and is_untouched and not keeper.was_recovered:
        answer = "drop"
    elif keeper.path is None:
        answer = prompts.choose(questions.how_to_close(value.partnership.name))
    else:
        is_kept = keeper.keep_in_journal()
        asked = questions.unsaved_on_close(keeper.path, _why(keeper), is_kept=is_kept)
        answer = prompts.choose(asked)
    match answer:
        case "file":
            keep_in_file()
            return keeper.finish()
        case "elsewhere":
            save_elsewhere()
            return keeper.finish()
        case "drop":
            keeper.forget()
            return True
        case "later":
            return _is_kept(keeper, prompts)
    return False


def _is_kept(keeper: Keeper, prompts: Prompts) -> bool:
    """Keep the work for the next start; where that can't be, say so."""
    if keeper.keep_in_journal():
        return True
    prompts.tell(_("The work could not be kept"), not_kept_words(keeper.folder))
    return False


def _why(keeper: Keeper) -> str:
    return problem_words(keeper.problem) if keeper.problem else ""
