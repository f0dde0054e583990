"""Finds text that is cut, shortened or written over, and that no scrolling brings into view."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.ui.heard import ELIDED_BY_DESIGN, SLACK, Ear, Painted

_APART = 3.0


def faults(window: QWidget) -> list[str]:
    """Return what is wrong with the text of a window as it is shown now, one line each."""
    heard = _heard(window)
    found = [
        *(_shortened(one) for one in heard),
        *(_cut(one, window) for one in heard),
        *(_standard(part) for part in _seen(window)),
        *_over_each_other(heard, window),
    ]
    return list(dict.fromkeys(fault for fault in found if fault))


def too_big(window: QWidget, display: tuple[int, int]) -> list[str]:
    """Say that a window is larger than the display, so that a part of it is out of reach."""
    wide, tall = window.width(), window.height()
    if wide <= display[0] and tall <= display[1]:
        return []
    return [f"{type(window).__name__} is {wide} by {tall}, larger than the display"]


def _heard(window: QWidget) -> list[Painted]:
    with Ear() as ear:
        window.grab()
        for area in window.findChildren(QScrollArea):
            if area.isVisible() and area.widget() is not None:
                area.widget().grab()
    return _once(ear.heard)


def _once(heard: list[Painted]) -> list[Painted]:
    kept: dict[tuple, Painted] = {}
    for one in heard:
        kept[id(one.part), one.words, one.rect.getRect()] = one
    return list(kept.values())


def _seen(window: QWidget) -> list[QWidget]:
    return [window, *(part for part in window.findChildren(QWidget) if part.isVisible())]


def _shortened(one: Painted) -> str:
    if one.name in ELIDED_BY_DESIGN or one.rect.width() <= one.given.width() + SLACK:
        return ""
    return f"{one.name} “{one.words}” wants {one.rect.width():.0f}, has {one.given.width():.0f}"


def _cut(one: Painted, window: QWidget) -> str:
    rect = one.rect
    if one.name in ELIDED_BY_DESIGN:
        rect = rect.intersected(one.given)
    return _out_of_reach(one.part, rect, window, f"{one.name} “{one.words}”")


def _out_of_reach(part: QWidget, rect: QRectF, window: QWidget, name: str) -> str:
    """Follow some words up to the window, and say where they are cut for good."""
    here = part
    while True:
        room = QRectF(here.rect())
        across, down = _scrolls(here)
        if not across and not (
            rect.left() >= room.left() - SLACK and rect.right() <= room.right() + SLACK
        ):
            return f"{name} is cut at the side by {type(here).__name__}"
        if not down and not (
            rect.top() >= room.top() - SLACK and rect.bottom() <= room.bottom() + SLACK
        ):
            return f"{name} is cut above or below by {type(here).__name__}"
        if across or down:
            rect = rect.intersected(room)
            if rect.isEmpty():
                return ""
        if here is window or here.isWindow():
            return ""
        rect = rect.translated(here.pos())
        here = here.parentWidget()


def _scrolls(part: QWidget) -> tuple[bool, bool]:
    area = part.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not part:
        return False, False
    if isinstance(area, QHeaderView) and isinstance(area.parentWidget(), QAbstractScrollArea):
        area = area.parentWidget()
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    return across.maximum() > across.minimum(), down.maximum() > down.minimum()


def _standard(part: QWidget) -> str:
    """Say what is cut in the parts that Qt paints itself."""
    metrics, name = QFontMetricsF(part.font()), type(part).__name__
    if isinstance(part, QLineEdit) and part.placeholderText() and not part.text():
        room = part.width() - part.minimumSizeHint().width() + metrics.maxWidth()
        wanted = metrics.horizontalAdvance(part.placeholderText())
        if wanted > max(room, part.width() - 28):
            return f"{name} hint “{part.placeholderText()}” wants {wanted:.0f} of {part.width()}"
    if isinstance(part, QPlainTextEdit) and part.placeholderText() and not part.toPlainText():
        return _hint(part, metrics)
    if isinstance(part, QTabBar) and part.sizeHint().width() > part.width() + SLACK:
        return f"{name} wants {part.sizeHint().width()} of {part.width()}"
    if type(part) is QHeaderView or name == "_Head":
        return _head(part)
    if type(part).__name__ == "Twin":
        return _cells(part)
    return ""


def _hint(part: QPlainTextEdit, metrics: QFontMetricsF) -> str:
    room = QRectF(part.viewport().rect()).adjusted(4, 4, -4, -4)
    wanted = metrics.boundingRect(
        QRectF(0, 0, room.width(), 10_000), 0x1000, part.placeholderText()
    )
    if wanted.height() > room.height() + metrics.lineSpacing() / 2:
        return f"{type(part).__name__} hint “{part.placeholderText()}” has no room"
    return ""


def _head(part: QHeaderView) -> str:
    for place in range(part.count()):
        if part.isSectionHidden(place):
            continue
        wanted = part.sectionSizeFromContents(place).width()
        if wanted > part.sectionSize(place) + SLACK:
            said = part.model().headerData(place, part.orientation())
            return f"head “{said}” wants {wanted} of {part.sectionSize(place)}"
    return ""


def _cells(view: QTableView) -> str:
    model = view.model()
    for down in range(model.rowCount()):
        for across in range(model.columnCount()):
            index = model.index(down, across)
            wanted, room = view.sizeHintForIndex(index), view.visualRect(index)
            if view.columnWidth(across) + SLACK < wanted.width():
                return f"cell “{index.data()}” wants {wanted.width()} of {room.width()}"
    return ""


def _over_each_other(heard: list[Painted], window: QWidget) -> list[str]:
    found = []
    shown = [(one, rect) for one in heard if not (rect := _in_view(one, window)).isEmpty()]
    shown.sort(key=lambda pair: pair[1].top())
    for place, (one, rect) in enumerate(shown):
        for other, there in shown[place + 1 :]:
            if there.top() > rect.bottom():
                break
            both = rect.intersected(there)
            if both.width() > _APART and both.height() > _APART and _differ(one, other):
                found.append(f"“{one.words}” and “{other.words}” overlap in {one.name}")
    return found


def _differ(one: Painted, other: Painted) -> bool:
    return not (one.part is other.part and one.words == other.words)


def _in_view(one: Painted, window: QWidget) -> QRectF:
    """Return the part of some words that is in view now, in the window."""
    rect, here = one.rect, one.part
    while True:
        rect = rect.intersected(QRectF(here.rect()))
        if here is window or here.isWindow() or rect.isEmpty():
            return rect
        rect = rect.translated(here.pos())
        here = here.parentWidget()
