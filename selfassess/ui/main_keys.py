"""Main keys: keys that work wherever the keyboard is on a page; Ctrl+Enter does its main act."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS = ("Ctrl+Return", "Ctrl+Enter")  # the latter is that of the number pad


def on_keys(page: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Have keys, as Qt writes them, do these acts wherever the keyboard is on a page."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


def on_main_keys(page: QWidget, act: Callable[[], object]) -> None:
    """Have Ctrl+Enter do the main act of a page, wherever the keyboard is on it."""
    on_keys(page, dict.fromkeys(_KEYS, act))
