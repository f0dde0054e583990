"""Questions: what is asked before anything could be lost."""

from datetime import datetime
from pathlib import Path

from selfassess.files.journal import Recovered
from selfassess.files.lock_file import Holder
from selfassess.files.recovery import Standing
from selfassess.ui.dates import day
from selfassess.ui.looking import moment, name_of
from selfassess.ui.prompts import Pick, Question
from selfassess.ui.saved_words import problem_words
from selfassess.words import _


def how_to_close(name: str) -> Question:
    """Ask what to do with work that has no file."""
    return Question(
        title=_("Keep this assessment?"),
        text=_("{name} has no file yet.", name=name or _("The new assessment")),
        answers=(
            ("file", _("Choose a file")),
            ("later", _("Offer it at the next start")),
            ("drop", _("Throw it away")),
        ),
        cancel="back",
    )


def unsaved_on_close(why: str) -> Question:
    """Ask what to do when the file can't be written."""
    return Question(
        title=_("The last changes are not in the file"),
        text=_("{why} They are kept on this computer and offered at the next start.", why=why),
        answers=(("back", _("Go back")), ("later", _("Close"))),
        cancel="back",
    )


def changed_elsewhere(path: Path) -> Question:
    """Ask what to do when somebody else has changed the file."""
    return Question(
        title=_("Somebody else has changed this file"),
        text=_(
            "Saving {name} has stopped, so nothing was overwritten. "
            "Your work is kept on this computer.",
            name=path.name,
        ),
        answers=(
            ("both", _("Keep both")),
            ("theirs", _("Take theirs")),
            ("wait", _("Decide later")),
        ),
        cancel="wait",
    )


def changed_while_looking() -> Question:
    """Ask what becomes of changes to something that was only looked at."""
    return Question(
        title=_("Keep what you changed?"),
        text=_("You were only looking, so your changes are in no file."),
        answers=(("file", _("Save a copy")), ("drop", _("Throw them away"))),
        cancel="back",
    )


def in_use(path: Path, holder: Holder, now: datetime) -> Question:
    """Ask what to do when somebody else has the file open."""
    return Question(
        title=_("{who} has this file open", who=name_of(holder)),
        text=_(
            "{name} has been open since {when}. You can look at it; nothing is saved then. "
            "If that program has ended, open it anyway: nothing is written over "
            "what somebody else has saved.",
            name=path.name,
            when=moment(holder.since, now),
        ),
        answers=(
            ("look", _("Look at it")),
            ("anyway", _("Open it anyway")),
            ("back", _("Leave it closed")),
        ),
        cancel="back",
    )


def in_use_by(path: Path, holder: Holder) -> tuple[str, str]:
    """Say that a file can't be written because somebody else has it open."""
    title = _("{who} has this file open", who=name_of(holder))
    text = _("{name} was not changed. Wait until it is closed there.", name=path.name)
    return title, text


def conflicting(copies: tuple[Path, ...]) -> Question:
    """Say that a shared folder has kept several copies of a file."""
    return Question(
        title=_("There is another copy of this file"),
        text=_(
            "Two people changed the file at the same time, and the shared folder kept both. "
            "The other one is {name}. Compare them, then move one of them away.",
            name=copies[0].name,
        ),
        answers=(("on", _("Go on with this one")), ("look", _("Look at the other one"))),
        cancel="on",
    )


def not_opened(path: Path) -> str:
    """Say that a file could not be opened."""
    return _("{name} could not be opened", name=path.name)


def no_earlier_version() -> tuple[str, str]:
    """Say that no earlier version is kept yet."""
    title = _("There is no earlier version yet")
    text = _("One is kept each time you open and change the file, and every hour after that.")
    return title, text


def which_version(path: Path) -> Pick:
    """Ask which earlier version of a file to look at."""
    return Pick(
        title=_("Earlier versions"),
        text=_("Look at how {name} was. The file stays as it is.", name=path.name),
        label=_("Version of"),
        act=_("Look at it"),
    )


_STANDINGS = {
    Standing.AS_BEFORE: "The file has not changed since.",
    Standing.CHANGED: (
        "Somebody has changed the file since. What you bring back opens without a file, "
        "so nothing is written over."
    ),
    Standing.GONE: "The file can’t be reached now.",
}


def recovery(found: Recovered, standing: Standing, now: datetime) -> Question:
    """Offer work that was not saved when the program last ended."""
    when = found.when.astimezone(now.tzinfo)
    place = str(found.file) if found.file else _("It had no file yet.")
    compared = _(_STANDINGS[standing]) if standing in _STANDINGS else ""
    facts = {
        "name": found.name or _("A new assessment"),
        "day": day(when.date()),
        "time": f"{when:%H:%M}",
        "place": place,
    }
    if found.opened is None:
        why = " ".join(problem_words(problem) for problem in found.problems[:1])
        return Question(
            title=_("Some work can’t be read"),
            text=_("{name}, {day}, {time}. {place}", **facts) + "\n" + why,
            answers=(("later", _("Leave it where it is")), ("drop", _("Throw it away"))),
            cancel="later",
        )
    return Question(
        title=_("Work that was not saved was found"),
        text=_("{name}, last changed on {day} at {time}.\n{place}", **facts)
        + (f"\n{compared}" if compared else ""),
        answers=(
            ("open", _("Bring it back")),
            ("later", _("Decide later")),
            ("drop", _("Throw it away")),
        ),
        cancel="later",
    )
