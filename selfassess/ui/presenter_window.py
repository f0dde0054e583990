"""Presenter window: what the room sees; it shows slides and edits nothing."""

from PySide6.QtCore import QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.models.slide import Slide, SlideKind
from selfassess.ui.parts.roles import WINDOW
from selfassess.ui.presenter_paint import SlidePainter, TimeShown
from selfassess.ui.theme import Theme
from selfassess.words import _


class PresenterWindow(QWidget):
    """The window on the projector; it is told slides and knows nothing else.

    Signals:
        key_pressed: A key was pressed here; carries the event, for the facilitator's window.
        closed: The window was closed.
    """

    heard_as = WINDOW

    key_pressed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._slide = Slide(SlideKind.BLANK)
        self._time: TimeShown | None = None
        self._text_size = 1.0
        self.setWindowTitle(_("Sharing readiness, presenter"))
        self.setAccessibleName(_("Presenter"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    @property
    def slide(self) -> Slide:
        """What is shown."""
        return self._slide

    def show_slide(self, slide: Slide, text_size: float) -> None:
        """Show a slide."""
        if (slide, text_size) != (self._slide, self._text_size):
            self._slide, self._text_size = slide, text_size
            self.setAccessibleDescription(slide.reading)
            self.update()

    def show_time(self, time: TimeShown | None) -> None:
        """Show the time of the topic in hand, or none."""
        if time != self._time:
            self._time = time
            self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_pressed.emit(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        slides = SlidePainter(painter, self._theme, QSizeF(self.size()), self._text_size)
        slides.paint(self._slide, self._time)
