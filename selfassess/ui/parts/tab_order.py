"""Tab order: Tab goes through a window in the order in which it is read, however it was built."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from selfassess.ui.parts.flow import Flow
from selfassess.ui.spacing import laid_out


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at in a window or a part of it, in reading order."""
    reach = Qt.FocusPolicy.TabFocus
    return [
        widget
        for widget in _in_reading_order(root)
        if widget.focusPolicy() & reach and widget.isVisible() and widget.isEnabled()
    ]


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Take the keyboard to the next stop, or to the one before; round the ends.

    In a window that is not active it goes on from where it was last.
    """
    here, all_ = _here(window), stops(window)
    if not all_:
        return False
    step = 1 if forward else -1
    if here in all_:
        place = all_.index(here) + step
    else:
        place = 0 if here is None else _nearest(window, here, all_, forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    all_[place % len(all_)].setFocus(reason)
    return True


def _here(window: QWidget) -> QWidget | None:
    return QApplication.focusWidget() or window.focusWidget()


def _nearest(window: QWidget, here: QWidget, all_: list[QWidget], *, forward: bool) -> int:
    """Find the stop after or before a widget that is in focus but is no stop itself."""
    order = list(_in_reading_order(window))
    if here not in order:
        return 0
    at = order.index(here)
    before = sum(order.index(stop) < at for stop in all_)
    return before if forward else before - 1


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    for child in _children(widget):
        if not child.isHidden() and not child.isWindow():
            yield from _in_reading_order(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QComboBox | QAbstractItemView):
        return []
    if isinstance(widget, Flow):
        return widget.things
    if isinstance(widget, QMainWindow | QStackedWidget | QScrollArea):
        inner = _shown_by(widget)
        return [inner] if inner is not None else []
    laid = laid_out(widget)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    others = [child for child in widget.findChildren(QWidget, options=direct) if child not in laid]
    return laid + others


def _shown_by(widget: QMainWindow | QStackedWidget | QScrollArea) -> QWidget | None:
    if isinstance(widget, QMainWindow):
        return widget.centralWidget()
    return widget.currentWidget() if isinstance(widget, QStackedWidget) else widget.widget()
