"""Aloud: what screen readers say at once, wherever the keyboard is."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_tell = QAccessible.updateAccessibility


def say_aloud(part: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have screen readers say some words of a part, now if they are urgent; nothing for none."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(part, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    _tell(event)
