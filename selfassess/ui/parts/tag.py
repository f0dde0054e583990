"""Tag: outlined for a fact such as "Must-have", filled for an answer such as "Myth"."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.theme import Theme

_PADDING = 8
_HEIGHT = 22


class Tag(QLabel):
    """A word or two in a small box."""

    def __init__(
        self, theme: Theme, words: str, *, filled: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._filled = filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.updateGeometry()
        self.update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        advance = self._theme.width(self.text(), "cap_bold")
        return QSize(round(advance + 2 * self._theme.px(_PADDING)), self._theme.px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole, radius = QRectF(self.rect()), theme.radius("tag")
        if self._filled:
            paint.box(painter, whole, radius, fill=theme.colour("accent"))
        else:
            paint.box(painter, whole, radius, border=theme.colour("ink"))
        ink = theme.colour("on_accent" if self._filled else "ink")
        paint.words(painter, whole, self.text(), theme.font("cap_bold"), ink, centred=True)
