"""Tabs: the six parts of the work, in working order."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme

_PADDING = 13
_UNDERLINE = 3


class Tabs(QTabBar):
    """The tabs of the window; arrow keys move along them."""

    def __init__(self, theme: Theme, *, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(says)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        advance = self._theme.width(self.tabText(index), "body_bold")
        return QSize(round(advance + 2 * self._theme.px(_PADDING)), self._theme.size("top_bar"))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def sizeHint(self) -> QSize:
        width = sum(self.tabSizeHint(place).width() for place in range(self.count()))
        return QSize(width, self._theme.size("top_bar"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        pointer = self.mapFromGlobal(self.cursor().pos()) if self.underMouse() else None
        for place in range(self.count()):
            where = QRectF(self.tabRect(place))
            here = place == self.currentIndex()
            over = pointer is not None and where.contains(pointer)
            style = "body_bold" if here else "body"
            colour = theme.colour("ink" if here or over else "ink2")
            said = self.tabText(place)
            paint.words(painter, where, said, theme.font(style), colour, centred=True)
            if not here:
                continue
            advance = theme.width(said, style)
            line = QRectF(0, 0, advance + 4, _UNDERLINE)
            line.moveCenter(where.center())
            line.moveBottom(where.bottom() + 1)
            paint.fill(painter, line, theme.colour("accent"))
            if self.hasFocus():
                ring = QRectF(0, 0, advance + 16, theme.px(28))
                ring.moveCenter(where.center())
                colour, width = theme.colour("focus"), theme.stroke("focus")
                paint.box(painter, ring, theme.radius(), border=colour, width=width)
