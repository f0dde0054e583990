"""Room keys: what the facilitator's keys do, in both windows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from selfassess.ui.main_keys import on_keys, on_main_keys
from selfassess.ui.parts.hints import Hint
from selfassess.ui.room_hints import RoomMode, room_hints
from selfassess.ui.stage import Way

if TYPE_CHECKING:
    from selfassess.ui.pages.room import RoomPage

_DIGITS = "12345"
_DONT_KNOW = "0?"


class RoomKeys(QObject):
    """Letters pick partners, digits vote and then settle, and a few keys do the rest."""

    def __init__(self, page: "RoomPage") -> None:
        super().__init__(page)
        self._page = page
        self._last_hand = 0
        self._single = {"R": page.reveal, "B": self._blank, "-": self._away}
        on_main_keys(page, page.go_on)
        on_keys(
            page,
            {
                "Ctrl+R": page.vote_again,
                "Alt+Left": self._back,
                "Alt+Right": self._forth,
                "F1": page.toggle_say,
                "F2": page.column.settle.note.setFocus,
                "F3": page.column.settle.minority.setFocus,
                "F5": page.toggle_presenter,
                "Shift+F5": page.move_presenter,
                "F7": page.decide,
                "F8": page.park,
                "F9": page.stage.pause,
                "Ctrl+Up": self._larger,
                "Ctrl+Down": self._smaller,
            },
        )

    def hints(self) -> tuple[Hint, ...]:
        """Return the keys that matter at the moment, the most useful first."""
        page = self._page
        letters = tuple(o.letter for o in page.facilitating.results.round.organisations)
        return room_hints(self._mode(), letters)

    def _mode(self) -> RoomMode:
        page = self._page
        if not page.in_hand:
            return RoomMode.START
        if page.stage.revealed:
            return RoomMode.REVEALED
        return RoomMode.HANDS if page.stage.way is Way.HANDS else RoomMode.VOTES

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; say whether it means anything."""
        page, key = self._page, Qt.Key(event.key())
        from_presenter = page.presenting.window is not None and self._is_there(event)
        if event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            return False
        if key is Qt.Key.Key_Escape and page.presenting.is_open:
            page.presenting.close()
            return True
        typed = event.text().upper()
        if from_presenter and self._from_presenter(key):
            return True
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and page.in_hand:
            return self._take_back()
        if typed in self._single and typed:
            self._single[typed]()
            return True
        return bool(typed) and page.in_hand and (self._digit(typed) or self._letter(typed))

    def _is_there(self, event: QKeyEvent) -> bool:
        window = self._page.presenting.window
        return window is not None and QApplication.activeWindow() is window and event.key() != 0

    def _from_presenter(self, key: Qt.Key) -> bool:
        page = self._page
        acts = {
            Qt.Key.Key_F5: page.toggle_presenter,
            Qt.Key.Key_Return: page.go_on,
            Qt.Key.Key_Enter: page.go_on,
            Qt.Key.Key_Left: self._back,
            Qt.Key.Key_Right: self._forth,
            Qt.Key.Key_PageUp: self._back,
            Qt.Key.Key_PageDown: self._forth,
            Qt.Key.Key_Up: self._larger,
            Qt.Key.Key_Down: self._smaller,
        }
        act = acts.get(key)
        if act is not None:
            act()
        return act is not None

    def _digit(self, typed: str) -> bool:
        level = 0 if typed in _DONT_KNOW else int(typed) if typed in _DIGITS else None
        if level is None:
            return False
        page, votes = self._page, self._page.column.votes
        if page.stage.way is Way.HANDS:
            if page.stage.revealed and not _has_focus(votes.hands):
                self._settle(level)
            else:
                self._last_hand = level
                page.facilitating.raise_hand(level)
            return True
        here = votes.votes.here
        if not here and page.stage.revealed:
            self._settle(level)
            return True
        here = here or page.facilitating.waiting()
        if here:
            page.facilitating.vote_by(here, level)
            self._after_vote(here)
        return True

    def _settle(self, level: int) -> None:
        page = self._page
        page.facilitating.settle_by(str(level) if level else "none")
        page.focus_levels()

    def _after_vote(self, organisation: str) -> None:
        page = self._page
        if page.stage.revealed:
            page.focus_levels()
        else:
            page.focus_votes(organisation)

    def _letter(self, typed: str) -> bool:
        here = self._page.facilitating.results.round.organisations
        found = [o.id for o in here if o.letter.upper() == typed]
        return bool(found) and self._page.column.votes.votes.pick(found[0])

    def _take_back(self) -> bool:
        page = self._page
        if page.stage.way is Way.HANDS:
            page.facilitating.raise_hand(self._last_hand, -1)
            return True
        here = page.column.votes.votes.here
        if here:
            page.facilitating.take_back(here)
        return bool(here)

    def _away(self) -> None:
        page = self._page
        here = page.column.votes.votes.here
        if here:
            page.facilitating.send_away(here, here not in page.facilitating.away)
            self._after_vote(here)

    def _blank(self) -> None:
        stage = self._page.stage
        stage.show_nothing(not stage.blank)

    def _back(self) -> None:
        self._page.go_by(-1)

    def _forth(self) -> None:
        self._page.go_by(1)

    def _larger(self) -> None:
        self._page.stage.step_text(1)

    def _smaller(self) -> None:
        self._page.stage.step_text(-1)


def _has_focus(widget: object) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and widget.isAncestorOf(focused)  # type: ignore[attr-defined]
