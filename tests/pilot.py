"""Pilot: drives a window as a person does, by what it says and by keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from selfassess.ui.parts.level_row import LevelRow
from selfassess.ui.parts.tab_order import stops


class Pilot:
    """Presses what it can see, types, and reads what is there."""

    def __init__(self, qtbot, window: QWidget) -> None:
        self._qtbot = qtbot
        self.window = window

    def press(self, says: str) -> None:
        """Press the one visible button that says this, by keyboard."""
        button = self._the_one(QAbstractButton, says)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        assert button.hasFocus(), f"“{says}” can't be reached by keyboard"
        self._qtbot.keyClick(button, Qt.Key.Key_Space)

    def key(self, keys: str) -> None:
        """Press keys such as `Ctrl+Z` or `3` wherever the keyboard is."""
        target = QApplication.focusWidget() or self.window
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())

    def write(self, words: str) -> None:
        """Type words wherever the keyboard is."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the keyboard"
        QTest.keyClicks(target, words)

    def go_to(self, says: str) -> None:
        """Put the keyboard into the one visible widget that has this name."""
        QApplication.processEvents()
        stops = [w for w in self._seen(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        found = [w for w in stops if w.accessibleName() == says]
        assert len(found) == 1, (
            f"{len(found)} of “{says}” among {[w.accessibleName() for w in stops]}"
        )
        found[0].setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, list_: str, says: str) -> None:
        """Choose something from the list of that name, as the user does."""
        box = self._the_one(QComboBox, list_)
        place = box.findText(says)
        assert place >= 0, f"“{says}” is not in {[box.itemText(k) for k in range(box.count())]}"
        box.setCurrentIndex(place)
        box.activated.emit(place)

    def act(self, says: str) -> None:
        """Do an act of the window, as from its menu."""
        acts = {a.text(): a for a in self.window.findChildren(QAction) if a.isEnabled()}
        assert says in acts, f"“{says}” is not in {sorted(acts)}"
        acts[says].trigger()

    def chosen(self) -> list[int]:
        """The levels that are shown as chosen."""
        rows = [row for row in self.window.findChildren(LevelRow) if row.isVisible()]
        return [place + 1 for place, row in enumerate(rows) if row.isChecked()]

    def shows(self, words: str) -> bool:
        """Whether some visible text or button has these words."""
        return any(words in said for said in self.texts())

    def texts(self) -> list[str]:
        """All that can be read at the moment."""
        QApplication.processEvents()
        labels = [label.text() for label in self._seen(QLabel)]
        return labels + [button.text() for button in self._seen(QAbstractButton)]

    def spoken(self) -> list[str]:
        """The names of all visible widgets that can have the keyboard, in the order of Tab."""
        return [
            stop.accessibleName()
            or QAccessible.queryAccessibleInterface(stop).text(QAccessible.Text.Name)
            for stop in stops(self.window)
        ]

    def _seen(self, kind: type) -> list:
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def _the_one(self, kind: type, says: str):
        QApplication.processEvents()
        here = self._seen(kind)
        found = [w for w in here if says in (_text(w), w.accessibleName())]
        names = sorted({_text(w) or w.accessibleName() for w in here} - {""})
        assert len(found) == 1, f"{len(found)} of “{says}” among {names}"
        return found[0]


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
