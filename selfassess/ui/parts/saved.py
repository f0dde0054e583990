"""Saved: says in words whether the work is safe."""

from PySide6.QtCore import QEvent, QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.spacing import S, row
from selfassess.ui.theme import Theme
from selfassess.words import _


class _Words(QLabel):
    """An icon and a few words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = ""
        self._colour = "ink2"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_state(self, words: str, icon: str, colour: str) -> None:
        """Show other words."""
        self._icon, self._colour = icon, colour
        self.setText(words)
        self.setToolTip(words)
        self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        advance = self._theme.width(self.text(), "small")
        return QSize(round(advance + self._left() + 1), self._theme.px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(80)), self._theme.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, where = QPainter(self), self.rect().toRectF()
        colour = self._theme.colour(self._colour)
        if self._icon:
            size = self._theme.px(13)
            paint.symbol(painter, self._icon, QPointF(size / 2, where.center().y()), size, colour)
        said = where.adjusted(self._left(), 0, 0, 0)
        paint.words(painter, said, self.text(), self._theme.font("small"), colour)

    def _left(self) -> int:
        return self._theme.px(19) if self._icon else 0


class SavedState(QWidget):
    """Says "Saved", "Saving…" or why not, with a way to try again.

    Signals:
        again_wanted: The user wants it tried again.
    """

    again_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Words(theme, self)
        self._again = Button(theme, _("Try again"), Rank.LINK, style="small", parent=self)
        self._again.hide()
        self._again.clicked.connect(self.again_wanted)
        self.setLayout(row(self._words, self._again, gap=S))

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_state(
        self, words: str, *, icon: str = "", trouble: bool = False, again: bool = False
    ) -> None:
        """Show how things stand."""
        if words == self._words.text():
            return
        self._words.show_state(words, icon, "error" if trouble else "ink2")
        self._again.setVisible(again)
