"""Main keys: Ctrl+Enter does what a page is for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS = ("Ctrl+Return", "Ctrl+Enter")  # the latter is that of the number pad


def on_main_keys(page: QWidget, act: Callable[[], object]) -> None:
    """Have Ctrl+Enter do the main act of a page, wherever the keyboard is on it."""
    for keys in _KEYS:
        shortcut = QShortcut(QKeySequence(keys), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
