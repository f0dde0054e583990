"""Progress: a thin bar that says how far one is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.theme import Look, Theme

_HEIGHT = 4


class Progress(QWidget):
    """A bar for so many of so many; the words beside it say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = 0
        self._of = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_done(self, done: int, of: int) -> None:
        """Show how many of how many are done."""
        self._done, self._of = done, max(1, of)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(80), _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole = QRectF(self.rect())
        high = theme.look is Look.CONTRAST
        border = theme.colour("line_strong") if high else None
        paint.box(
            painter,
            whole,
            _HEIGHT / 2,
            fill=theme.colour("line" if not high else "sunken"),
            border=border,
        )
        done = QRectF(whole)
        done.setWidth(whole.width() * self._done / self._of)
        if self._done:
            paint.box(painter, done, _HEIGHT / 2, fill=theme.colour("accent"))
