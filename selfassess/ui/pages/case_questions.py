"""The questions that the case study page asks."""

from selfassess.ui.prompts import Pick, Question
from selfassess.words import _

_NAMES_SHOWN = 20


def start_again(*, is_new: bool, alone: bool = False) -> Question:
    """Ask whether what was written is to go; `alone` where there is no assessment to go back to."""
    empty = _("What you wrote goes, and you begin with empty fields.")
    new = (
        empty
        if alone
        else _("What you wrote goes, and the draft is made of your answers and your plan again.")
    )
    old = _("What you changed goes. The case study in the library stays as it is.")
    return Question(
        title=_("Start again?") if is_new else _("Undo the changes?"),
        text=new if is_new else old,
        answers=(("keep", _("Keep what I wrote")), ("again", _("Start again"))),
        cancel="keep",
    )


def remove(title: str) -> Question:
    """Ask whether a case study is to go."""
    return Question(
        title=_("Remove “{title}” from our library?", title=title),
        text=_("It goes for good. Packs that you gave to others are not touched."),
        answers=(("keep", _("Keep it")), ("remove", _("Remove it"))),
        cancel="keep",
    )


def look_at_names(names: tuple[str, ...]) -> Question:
    """Ask to look at words that may name somebody before they are passed on."""
    shown = ", ".join(names[:_NAMES_SHOWN])
    if len(names) > _NAMES_SHOWN:
        shown = _("{names} and {count} more", names=shown, count=len(names) - _NAMES_SHOWN)
    return Question(
        title=_("Does a word name a person?"),
        text=_(
            "These words may name somebody: {names}. Take out people’s names first; "
            "names of organisations only if they agree.",
            names=shown,
        ),
        answers=(("back", _("Go back and look")), ("go-on", _("None names a person"))),
        cancel="back",
    )


def name_of_pack() -> tuple[str, str, str]:
    """Return title, text and label of the question what a pack is to be called."""
    return (
        _("What is the pack called?"),
        _("Others see this name. A later pack of the same name takes its place with them."),
        _("Name of the pack"),
    )


def which_pack() -> Pick:
    """Ask which pack is to go."""
    return Pick(
        title=_("Take a pack out"),
        text=_("Its case studies and notes go for good. You can bring it in again."),
        label=_("Packs in use"),
        act=_("Take it out"),
    )
