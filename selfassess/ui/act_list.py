"""Act list: every act that can be done from anywhere, in one list.

Menus, the search and the keyboard map of the help are made from it.
"""

from enum import StrEnum
from typing import NamedTuple

from selfassess.ui.places import Place, Tab, tab_name
from selfassess.words import _


class Group(StrEnum):
    """What an act is about."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    VIEW = "view"
    HELP = "help"
    PAGE = "page"


class Act(NamedTuple):
    """Something that can be done.

    Attributes:
        id: Names it, such as `file.new`.
        words: What people see.
        icon: Its icon.
        keys: Its keys, as Qt writes them; the first is shown.
        while_open: It can be done only while an assessment is open.
        shown_as: The keys as people see them, where they differ.
    """

    id: str
    words: str
    icon: str
    keys: tuple[str, ...] = ()
    while_open: bool = False
    shown_as: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """What it is about."""
        return Group(self.id.partition(".")[0])

    @property
    def caps(self) -> tuple[str, ...]:
        """Its first keys, each by itself; empty where it has none."""
        if self.shown_as or not self.keys:
            return self.shown_as
        first = self.keys[0]
        parts = [part for part in first.removesuffix("+").split("+") if part]
        return tuple(_(part) for part in (*parts, "+") if part != "+" or first.endswith("+"))


def act_list() -> tuple[Act, ...]:
    """Return all acts, in the order of menus."""
    return (
        Act("file.new", _("New assessment"), "plus", ("Ctrl+N",)),
        Act("file.open", _("Open…"), "folder", ("Ctrl+O",)),
        Act("file.forms", _("Bring in answer forms…"), "bring-in", ("Ctrl+I",)),
        Act("file.example", _("Look at the worked example"), "book", ("F2",)),
        Act("file.save", _("Save now"), "save", ("Ctrl+S",), while_open=True),
        Act("file.save-copy", _("Save a copy…"), "copy", ("Ctrl+Shift+S",), while_open=True),
        Act("file.earlier", _("Earlier versions…"), "clock", while_open=True),
        Act("file.new-round", _("Begin a new round…"), "plus", while_open=True),
        Act("file.bring-plan", _("Bring the plan back from Excel…"), "table", while_open=True),
        Act("file.bring-pack", _("Bring in a content pack…"), "bring-in"),
        Act("file.remove-all", _("Remove what this program keeps here…"), "close"),
        Act("file.close", _("Close"), "close", ("Ctrl+W",), while_open=True),
        Act("file.quit", _("Quit"), "arrow-right", ("Ctrl+Q",)),
        Act("edit.undo", _("Undo"), "undo", ("Ctrl+Z",)),
        Act("edit.redo", _("Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
        Act("go.search", _("Search"), "search", ("Ctrl+K",)),
        Act("go.grid", _("Grid of all answers, and back"), "table", ("Ctrl+G",), while_open=True),
        Act("go.next-part", _("Next part of the window"), "arrow-right", ("F6",)),
        Act("go.portfolio", _("Look across many partnerships"), "table", ("Ctrl+Shift+P",)),
        Act("go.own-cases", _("Our own case studies"), "book", ("Ctrl+Shift+L",)),
        Act("view.larger", _("Larger text"), "letters", ("Ctrl++", "Ctrl+=")),
        Act("view.smaller", _("Smaller text"), "letters", ("Ctrl+-",)),
        Act("view.preferences", _("Preferences…"), "sliders", ("Ctrl+,",)),
        Act("help.keys", _("Keys and help"), "help", ("Shift+F1",)),
        Act("help.words", _("Words we use"), "book"),
        Act("help.figures", _("How the scores are computed"), "info"),
        Act("help.safe", _("Keep a file safe"), "lock"),
        Act("help.tour", _("Two-minute tour"), "eye", ("F4",)),
        Act("help.about", _("About Sharing readiness"), "info"),
    )


def place_acts(places: tuple[Place, ...]) -> tuple[Act, ...]:
    """Return an act for each place that can be gone to; its id is `go.` and that of the place."""
    made = []
    tabs = tuple(Tab)
    for place in places:
        beside = [p for p in places if p.tab is place.tab and p.name]
        first = next(p for p in places if p.tab is place.tab) is place
        if place.id == "grid":
            continue
        keys = (_("Ctrl"), str(tabs.index(place.tab) + 1)) if first else ()
        if not first and place in beside:
            keys = (_("Alt"), str(beside.index(place) + 1))
        tab = tab_name(place.tab)
        is_view = bool(place.name) and place.name != tab
        name = _("{tab}: {view}", tab=tab, view=place.name) if is_view else tab
        words = _("Go to {place}", place=name)
        made.append(Act(f"go.{place.id}", words, "chevron-right", while_open=True, shown_as=keys))
    return tuple(made)


def page_acts() -> tuple[Act, ...]:
    """Return what can be done on single pages, in the order of their menus.

    Their keys are shown, and acted on by the pages; a page says which of them can be done now.
    """
    alt, ctrl, enter = _("Alt"), _("Ctrl"), _("Enter")
    return (
        _on_page("dont-know", _("We don’t know"), "help", "D"),
        _on_page("not-applicable", _("Doesn’t apply"), "minus", "X"),
        _on_page("evidence", _("Next grade of evidence"), "evidence-document", "E"),
        _on_page("note", _("Write a note"), "pen", "N"),
        _on_page("cell-note", _("Write a note"), "pen", "F2"),
        _on_page("clear", _("Clear"), "close", _("Del")),
        _on_page("who", _("Answer for another partner"), "person", "P"),
        _on_page("guidance", _("Guidance"), "info", "F1"),
        _on_page("grid", _("Grid of all answers"), "table", ctrl, "G"),
        _on_page("copy", _("Copy"), "copy", ctrl, "C"),
        _on_page("paste", _("Paste"), "bring-in", ctrl, "V"),
        _on_page("copy-all", _("Copy the whole grid"), "copy"),
        _on_page("questions", _("Open the questions"), "pen", enter),
        _on_page("question", _("Open the weightiest question"), "pen", enter),
        _on_page("workshop", _("Add to the workshop"), "plus", "W"),
        _on_page("table", _("Table or chart"), "table", ctrl, "T"),
        _on_page("picture", _("Copy as a picture"), "copy"),
        _on_page("copy-questions", _("Copy the questions as a table"), "copy"),
        _on_page("questions-picture", _("Copy the questions as a picture"), "copy"),
        _on_page("votes-table", _("Copy the votes as a table"), "copy"),
        _on_page("votes-picture", _("Copy the votes as a picture"), "copy"),
        _on_page("add-step", _("Add the next step to the plan"), "plus", "A"),
        _on_page("try", _("Try what would change it"), "sliders", "T"),
        _on_page("chart", _("Chart of all barriers"), "sliders", "C"),
        _on_page("aside", _("Not a barrier here"), "close"),
        _on_page("take-back", _("Take it back"), "undo"),
        _on_page("outside", _("Outside our control, or not"), "arrow-up"),
        _on_page("copy-note", _("Copy the note"), "copy"),
        _on_page("save-note", _("Save the note…"), "save"),
        _on_page("idea", _("Add an idea to the plan"), "plus", "A"),
        _on_page("unlike", _("Not like us"), "close", "X"),
        _on_page("put-back", _("Put it back"), "undo", "X"),
        _on_page("citation", _("Copy the citation"), "copy"),
        _on_page("source", _("Open the source"), "arrow-right"),
        _on_page("edit", _("Edit the action"), "pen", enter),
        _on_page("status", _("Change the status"), "disc-half", "S"),
        _on_page("up", _("Move up"), "arrow-up", alt, "↑"),
        _on_page("down", _("Move down"), "arrow-down", alt, "↓"),
        _on_page("delete", _("Take it out of the plan"), "close", _("Del")),
        _on_page("add", _("Add an action"), "plus", "A"),
        _on_page("open-recent", _("Open"), "folder", enter),
        _on_page("remove-recent", _("Remove from this list"), "close", _("Del")),
        _on_page("draft", _("Draft from first steps"), "plus"),
    )


def _on_page(name: str, words: str, icon: str, *keys: str) -> Act:
    return Act(f"page.{name}", words, icon, while_open=True, shown_as=keys)
