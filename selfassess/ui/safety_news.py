"""Safety news: what the banner says about how safe the work is."""

from typing import NamedTuple

from selfassess.ui.keeper import Keeper, Safety
from selfassess.ui.looking import LookedAt
from selfassess.ui.saved_words import not_kept_words, problem_words
from selfassess.words import _


class News(NamedTuple):
    """A kind of banner, its words, what can be done, and what can be done besides."""

    kind: str
    words: str
    act: str
    more: str = ""


def news_of(keeper: Keeper, looked_at: LookedAt | None) -> News | None:
    """Return what there is to say; none where all is well."""
    match keeper.safety:
        case Safety.FAILED if keeper.problem is not None:
            act = _("Save elsewhere") if keeper.path else _("Choose a file")
            return News("error", _failed(keeper), act)
        case Safety.STOPPED:
            words = _(
                "Saving has stopped: somebody else has changed this file. Nothing was overwritten."
            )
            return News("warn", words, _("Decide"))
        case Safety.EXAMPLE:
            words = _("A made-up example. Try everything: nothing is saved.")
            return News("info", words, _("Close the example"), _("Two-minute tour"))
        case Safety.LOOKING if looked_at is not None:
            return News("info", looked_at.words, looked_at.act)
    return None


def _failed(keeper: Keeper) -> str:
    if keeper.path is None:
        no_file = _("Your last changes are in no file yet.")
        return f"{no_file} {not_kept_words(keeper.folder)}"
    why = problem_words(keeper.problem) if keeper.problem else ""
    facts = {"name": keeper.path.name, "why": why}
    if keeper.is_in_journal:
        return _("Could not save {name}. {why} Your work is kept on this computer.", **facts)
    return _("Could not save {name}. {why} Your last changes are in no file yet.", **facts)
