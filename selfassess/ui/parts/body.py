"""Body: what stands under the top bar; it scrolls as a whole only where it has too little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.spacing import Share, column, laid_out
from selfassess.ui.theme import Theme


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
        self.setLayout(column(*bars, Share(pages)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def heightForWidth(self, width: int) -> int:
        bars = sum(_least(bar, width) for bar in self._bars if not bar.isHidden())
        return bars + self._pages.least(width)


class Body(Scroll):
    """Bars over pages.

    Pages scroll their own long parts and keep their heads and feet in view. With very large text in
    a small window there is no room for even that: then everything scrolls.
    """

    def __init__(
        self, theme: Theme, bars: tuple[QWidget, ...], pages: Pages, parent: QWidget
    ) -> None:
        inside = _Body(bars, pages)
        super().__init__(theme, inside, parent=parent)
        self._inside = inside
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pages.currentChanged.connect(self._on_page)

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
