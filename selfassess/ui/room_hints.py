"""Room hints: the keys of the workshop pages, for the status bar and for the key map."""

from enum import Enum

from selfassess.ui.parts.hints import Hint
from selfassess.words import _

_FEW_LETTERS = 5


class RoomMode(Enum):
    """What keys mean at the moment."""

    START = "start"
    VOTES = "votes"
    HANDS = "hands"
    REVEALED = "revealed"


def room_hints(mode: RoomMode, letters: tuple[str, ...]) -> tuple[Hint, ...]:
    """Return the keys of the facilitator's page, the most useful first.

    Args:
        mode: What keys mean at the moment.
        letters: The partners' letters, in set-up order.
    """
    if mode is RoomMode.START:
        return (_presenter(), _say())
    return (*_FIRST[mode](letters), *_always())


def every_room_hint() -> tuple[Hint, ...]:
    """Return all keys of the facilitator's page, each once."""
    letters = (_("a letter"),)
    every = (hint for mode in RoomMode for hint in room_hints(mode, letters))
    return tuple(dict.fromkeys(every))


def prepare_hints() -> tuple[Hint, ...]:
    """Return the keys of the page before the workshop."""
    return (
        Hint((_("Space"),), _("in the room or not")),
        Hint((_("Alt"), "↑", "↓"), _("move")),
        Hint((_("Enter"),), _("open the question")),
    )


def _go_on() -> Hint:
    return Hint((_("Ctrl"), _("Enter")), _("go on"))


def _presenter() -> Hint:
    return Hint(("F5",), _("presenter on or off"))


def _say() -> Hint:
    return Hint(("F1",), _("what to say next"))


def _voting(letters: tuple[str, ...]) -> tuple[Hint, ...]:
    shown = letters if len(letters) <= _FEW_LETTERS else (letters[0], "–", letters[-1])
    return (
        Hint(shown, _("pick a partner")),
        Hint(("1", "–", "5"), _("vote")),
        Hint(("R",), _("reveal")),
        Hint(("0",), _("don’t know")),
        _go_on(),
    )


def _counting(_letters: tuple[str, ...]) -> tuple[Hint, ...]:
    return (
        Hint(("1", "–", "5"), _("one hand more")),
        Hint(("0",), _("don’t know")),
        Hint(("R",), _("reveal")),
        _go_on(),
    )


def _settling(_letters: tuple[str, ...]) -> tuple[Hint, ...]:
    return (
        Hint(("1", "–", "5"), _("agreed level")),
        Hint(("0",), _("not agreed")),
        _go_on(),
        Hint((_("Ctrl"), "R"), _("vote again")),
        Hint(("R",), _("hide")),
    )


_FIRST = {
    RoomMode.VOTES: _voting,
    RoomMode.HANDS: _counting,
    RoomMode.REVEALED: _settling,
}


def _always() -> tuple[Hint, ...]:
    return (
        Hint(("F8",), _("park a point")),
        Hint(("F7",), _("decision")),
        Hint(("F2",), _("note")),
        Hint(("F3",), _("minority view")),
        Hint(("-",), _("partner is away")),
        Hint((_("Del"),), _("take a vote back")),
        Hint(("B",), _("blank the projector")),
        _presenter(),
        Hint((_("Shift"), "F5"), _("presenter on the other display")),
        Hint((_("Ctrl"), "↑", "↓"), _("text size of the projector")),
        _say(),
        Hint(("F9",), _("stop or start the timer")),
        Hint((_("Alt"), "←", "→"), _("question before or after")),
    )
