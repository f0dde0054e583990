"""Key map: the keys of every page and of the window, for the help and the search."""

from dataclasses import dataclass

from selfassess.ui.act_list import Act
from selfassess.ui.parts.hints import Hint
from selfassess.ui.room_hints import every_room_hint, prepare_hints
from selfassess.words import _


@dataclass(frozen=True, slots=True)
class PageKeys:
    """The keys of one page.

    Attributes:
        place: The id of the page.
        hints: Keys, and what they do.
    """

    place: str
    hints: tuple[Hint, ...]


def keys_everywhere(acts: tuple[Act, ...]) -> tuple[Hint, ...]:
    """Return the keys that work on every page, made of the acts."""
    ctrl, alt = _("Ctrl"), _("Alt")
    return (
        Hint((ctrl, "1", "–", "6"), _("go to a part of the work")),
        Hint((alt, "1", "–", "9"), _("switch the view, where a page has several")),
        *(Hint(act.caps, _inside(act.words)) for act in acts if act.caps),
        Hint((_("Esc"),), _("close what is open beside the page; nothing written is lost")),
    )


def keys_of_pages() -> tuple[PageKeys, ...]:
    """Return the keys of each page, in the order of the tabs."""
    return (*_answer_pages(), *_workshop_pages(), *_result_pages(), *_last_pages())


def _answer_pages() -> tuple[PageKeys, ...]:
    ctrl, alt, enter = _("Ctrl"), _("Alt"), _("Enter")
    return (
        PageKeys(
            "setup",
            (
                Hint((_("Tab"),), _("next field")),
                Hint((_("Space"),), _("choose")),
                Hint((ctrl, enter), _("save and go on")),
            ),
        ),
        PageKeys(
            "walk",
            (
                Hint(("1", "–", "5"), _("choose a level")),
                Hint(("D",), _("we don’t know")),
                Hint(("X",), _("doesn’t apply")),
                Hint(("E",), _("evidence")),
                Hint(("N",), _("note")),
                Hint((_("Del"),), _("clear")),
                Hint((enter,), _("next")),
                Hint((ctrl, enter), _("next, from the note too")),
                Hint(("P",), _("another partner")),
                Hint((alt, "←", "→"), _("question before, question after")),
                Hint(("F1",), _("guidance")),
            ),
        ),
        PageKeys(
            "grid",
            (
                Hint(("↑", "↓", "←", "→"), _("move")),
                Hint(("1", "–", "5"), _("set a level")),
                Hint(("D",), _("don’t know")),
                Hint(("X",), _("doesn’t apply")),
                Hint(("E",), _("evidence")),
                Hint(("F2",), _("note")),
                Hint((_("Del"),), _("clear what is chosen")),
                Hint(("P",), _("people")),
                Hint(("S",), _("sort")),
                Hint((enter,), _("next question down; fold a dimension")),
                Hint((ctrl, "C"), _("copy for a spreadsheet")),
                Hint((ctrl, "V"), _("paste from a spreadsheet")),
            ),
        ),
    )


def _workshop_pages() -> tuple[PageKeys, ...]:
    return (
        PageKeys("prepare", prepare_hints()),
        PageKeys("room", every_room_hint()),
        PageKeys("agreed", ()),
    )


def _result_pages() -> tuple[PageKeys, ...]:
    ctrl, enter = _("Ctrl"), _("Enter")
    table = Hint((ctrl, "T"), _("table"))
    return (
        PageKeys(
            "overview",
            (
                Hint(("↑", "↓"), _("move along the bars")),
                Hint((enter,), _("open a dimension")),
                table,
            ),
        ),
        PageKeys(
            "agreement",
            (
                Hint(("↑", "↓"), _("choose a dimension")),
                Hint(("W",), _("add to the workshop")),
                Hint((enter,), _("open the questions")),
                table,
            ),
        ),
        PageKeys(
            "barriers",
            (
                Hint(("↑", "↓"), _("choose a barrier")),
                Hint(("A",), _("add the next step to the plan")),
                Hint(("T",), _("try what would change it")),
                Hint(("C",), _("chart of all")),
                Hint((enter,), _("open the question")),
            ),
        ),
        PageKeys(
            "cases",
            (
                Hint(("↑", "↓"), _("choose a case")),
                Hint(("A",), _("add an idea")),
                Hint(("X",), _("not like us")),
                Hint(("/",), _("search")),
            ),
        ),
        PageKeys(
            "compare",
            (
                Hint(("↑", "↓"), _("choose a dimension")),
                Hint((enter,), _("open the questions")),
                table,
            ),
        ),
    )


def _last_pages() -> tuple[PageKeys, ...]:
    ctrl, alt, enter = _("Ctrl"), _("Alt"), _("Enter")
    return (
        PageKeys(
            "plan",
            (
                Hint(("↑", "↓"), _("choose")),
                Hint((enter,), _("edit")),
                Hint(("S",), _("change status")),
                Hint(("A",), _("add an action")),
                Hint((alt, "↑", "↓"), _("move")),
            ),
        ),
        PageKeys("report", (Hint((ctrl, enter), _("save the report")),)),
        PageKeys(
            "return",
            (
                Hint((_("Space"),), _("let free text go, or not")),
                Hint((ctrl, enter), _("save the return")),
            ),
        ),
        PageKeys(
            "case-study",
            (
                Hint((_("Tab"),), _("next field")),
                Hint((_("F6"),), _("to what is missing")),
                Hint((ctrl, enter), _("keep it")),
            ),
        ),
    )


def _inside(words: str) -> str:
    """Return the words of an act as they stand inside a list."""
    plain = words.rstrip("…")
    return plain[:1].lower() + plain[1:]
