"""Questions: what is asked before anything could be lost."""

from datetime import datetime
from pathlib import Path

from selfassess.files.journal import Recovered
from selfassess.files.lock_file import Holder, Who
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


def unsaved_on_close(path: Path, why: str, *, is_kept: bool) -> Question:
    """Ask what to do when the file can't be written.

    Args:
        path: The file.
        why: What keeps it from being written, in a sentence.
        is_kept: Whether the changes are kept on this computer for the next start.
    """
    kept = _("Your changes are kept on this computer and offered at the next start.")
    lost = _("Your changes could not be kept on this computer either.")
    return Question(
        title=_("The last changes are not in {name}", name=path.name),
        text=f"{why} {kept if is_kept else lost}",
        answers=(
            ("elsewhere", _("Save elsewhere")),
            ("later", _("Close")) if is_kept else ("drop", _("Throw them away")),
            ("back", _("Go back")),
        ),
        cancel="back",
    )


def changed_elsewhere(path: Path, copy: Path) -> Question:
    """Ask what to do when somebody else has changed the file; `copy` is where both are kept."""
    return Question(
        title=_("Somebody else has changed this file"),
        text=_(
            "Saving {name} has stopped, so nothing was overwritten. "
            "Your work is kept on this computer. Keep both: yours becomes {copy}. "
            "Take theirs: yours is then under Earlier versions.",
            name=path.name,
            copy=copy.name,
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


def in_use(path: Path, holder: Holder, now: datetime, me: Who) -> Question:
    """Ask what to do when somebody else has the file open, or oneself in another window."""
    facts = {"name": path.name, "when": moment(holder.since, now)}
    mine = _("{name} has been open in another window here since {when}. Go on there.", **facts)
    others = _("{name} has been open since {when}.", **facts)
    ways = _(
        "You can look at it; nothing is saved then. If that program has ended, open it anyway: "
        "nothing is written over what somebody else has saved."
    )
    return Question(
        title=_has_it_open(holder, me),
        text=f"{mine if _is_mine(holder, me) else others} {ways}",
        answers=(
            ("look", _("Look at it")),
            ("anyway", _("Open it anyway")),
            ("back", _("Leave it closed")),
        ),
        cancel="back",
    )


def in_use_by(path: Path, holder: Holder, me: Who) -> tuple[str, str]:
    """Say that a file can't be written because somebody else has it open."""
    text = _("{name} was not changed. Wait until it is closed there.", name=path.name)
    return _has_it_open(holder, me), text


def open_already(path: Path) -> tuple[str, str]:
    """Say that a file is the one that is open."""
    text = _("{name} is what you see. Nothing was read again.", name=path.name)
    return _("This file is open already"), f"{text}\n{path}"


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


def damaged(path: Path, why: str) -> Question:
    """Say why a file could not be opened, and offer the versions of it that are kept."""
    return Question(
        title=not_opened(path),
        text=f"{why}\n{path}\n" + _("Earlier versions of it are kept on this computer."),
        answers=(("versions", _("Earlier versions")), ("back", _("Leave it closed"))),
        cancel="back",
    )


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


def _has_it_open(holder: Holder, me: Who) -> str:
    if _is_mine(holder, me):
        return _("You have this file open already")
    return _("{who} has this file open", who=name_of(holder))


def _is_mine(holder: Holder, me: Who) -> bool:
    return bool(me.computer) and (holder.user, holder.computer) == (me.user, me.computer)
