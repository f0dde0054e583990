"""Body: what stands under the top bar; it scrolls as a whole only where it has too little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.spacing import Share, column, laid_out
from selfassess.ui.theme import Room, Theme


class Pages(QStackedWidget):
    """Pages of which one is in view; those out of view ask for no room."""

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def least(self, width: int) -> int:
        """Return the height, in pixels, under which the page in view would be cut."""
        page = self.currentWidget()
        return _least(page, width) if page is not None else 0


class _Body(QWidget):
    """Bars and pages; never squeezed below what they need at least."""

    def __init__(self, bars: tuple[QWidget, ...], pages: Pages) -> None:
        super().__init__()
        self._bars = bars
        self._pages = pages
        self.page_fills = False
        self.setLayout(column(*bars, Share(pages)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def heightForWidth(self, width: int) -> int:
        bars = sum(_least(bar, width) for bar in self._bars if not bar.isHidden())
        viewport = self.parentWidget()
        fills = viewport.height() if self.page_fills and viewport is not None else 0
        return bars + max(self._pages.least(width), fills)


class Body(Scroll):
    """Bars over pages.

    Pages scroll their own long parts and keep their heads and feet in view. In a low window, which
    is one with very large text too, the bars scroll away, so that a page has all the room; one that
    needs even more scrolls as a whole.
    """

    def __init__(
        self, theme: Theme, bars: tuple[QWidget, ...], pages: Pages, parent: QWidget
    ) -> None:
        inside = _Body(bars, pages)
        super().__init__(theme, inside, parent=parent)
        self._inside = inside
        self._pages = pages
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pages.currentChanged.connect(self._on_page)

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        self._inside.page_fills = room.pages_move
        self._inside.updateGeometry()

    @property
    @override
    def goes_first(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() < bar.maximum()

    def give_room_to(self, part: QWidget) -> None:
        """Scroll the bars away for a part of the page; for a click it all stays where it is."""
        if self._pages.isAncestorOf(part) and not QApplication.mouseButtons():
            bar = self.verticalScrollBar()
            bar.setValue(max(bar.value(), self._pages.y()))

    def _on_page(self, _place: int) -> None:
        self._inside.updateGeometry()
        self.to_top()


def _least(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is None:
        return part.minimumSizeHint().height()
    inside = laid_out(part) if layout.count() == 1 else []
    only = inside[0] if inside else None
    shown = only.currentWidget() if isinstance(only, QStackedWidget) else None
    if shown is not None:
        return _least(shown, width)
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return part.minimumSizeHint().height()
