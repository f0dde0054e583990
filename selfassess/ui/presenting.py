"""Presenting: opens, moves and closes the presenter window, and keeps what it shows current."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.slide import Slide, SlideKind
from selfassess.ui.parts.timer import figures, share_left
from selfassess.ui.presenter_paint import TimeShown
from selfassess.ui.presenter_window import PresenterWindow
from selfassess.ui.screens import choose_screen, swap_screens
from selfassess.ui.stage import MINUTES, Stage
from selfassess.ui.stopwatch import left_of
from selfassess.ui.theme import Theme
from selfassess.words import _


class Displays(Protocol):
    """The displays that there are."""

    def names(self) -> tuple[str, ...]:
        """Return their names, in the system's order."""
        ...

    def of(self, window: QWidget) -> str:
        """Return the display that a window is on."""
        ...

    def area(self, name: str) -> QRect:
        """Return where a display lies."""
        ...

    def watch(self, told: Callable[[], None]) -> None:
        """Have somebody told whenever a display comes or goes."""
        ...


class SystemDisplays:
    """The displays as Qt knows them."""

    def names(self) -> tuple[str, ...]:
        """Return their names, in the system's order."""
        return tuple(screen.name() for screen in QGuiApplication.screens())

    def of(self, window: QWidget) -> str:
        """Return the display that a window is on."""
        return window.screen().name()

    def area(self, name: str) -> QRect:
        """Return where a display lies; the first one's place where it has gone."""
        screens = QGuiApplication.screens()
        found: QScreen = next((one for one in screens if one.name() == name), screens[0])
        return found.geometry()

    def watch(self, told: Callable[[], None]) -> None:
        """Have somebody told whenever a display comes or goes."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(told)
            app.screenRemoved.connect(told)


class Presenting(QObject):
    """The presenter: open or not, on which display, showing what is on stage.

    Signals:
        changed: It was opened, moved or closed.
        key_pressed: A key was pressed in it; carries the event.
    """

    changed = Signal()
    key_pressed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        stage: Stage,
        slide: Callable[[], Slide],
        displays: Displays,
        parent: QObject | None = None,
    ) -> None:
        """Begin without a window.

        Args:
            theme: Fonts and colours.
            stage: What is going on.
            slide: Makes the slide of the moment.
            displays: The displays that there are.
            parent: Who keeps this object alive; when it goes the window goes.
        """
        super().__init__(parent)
        self._theme = theme
        self._stage = stage
        self._slide = slide
        self._displays = displays
        self._display = ""
        self._shares_display = False
        self.was_lost = False
        self.window: PresenterWindow | None = None
        stage.changed.connect(self.refresh)
        stage.ticked.connect(self._on_tick)
        displays.watch(self._on_displays)

    @property
    def is_open(self) -> bool:
        """Whether the presenter is open."""
        return self.window is not None

    @property
    def can_move(self) -> bool:
        """Whether there is another display to go to."""
        return len(self._displays.names()) > 1

    @property
    def covers(self) -> bool:
        """Whether it covers the facilitator's window, because there is one display only."""
        return self.is_open and self._shares_display

    def words(self) -> str:
        """Say where the presenter is."""
        if self.was_lost:
            return _("The display went away, so the presenter is closed. Your work goes on.")
        if not self.is_open:
            return "" if self.can_move else _("One display: the presenter covers this window.")
        names = self._displays.names()
        number = names.index(self._display) + 1 if self._display in names else 1
        return _("Presenter on display {number}", number=number)

    def toggle(self, beside: QWidget) -> None:
        """Open the presenter beside the facilitator's window, or close it."""
        if self.is_open:
            self.close()
            return
        self.was_lost = False
        here = self._displays.of(beside)
        self._display = choose_screen(self._displays.names(), here, self._display)
        self.window = PresenterWindow(self._theme)
        self.window.key_pressed.connect(self.key_pressed)
        self.window.closed.connect(self._on_closed)
        self.destroyed.connect(self.window.deleteLater)
        self._place(here)
        if not self._shares_display:
            beside.window().activateWindow()
        self.refresh()
        self._on_tick()
        self.changed.emit()

    def move_on(self, beside: QWidget) -> None:
        """Take the presenter to the next display; the two windows change places if need be."""
        if self.window is None:
            return
        here = self._displays.of(beside)
        stay, there = swap_screens(self._displays.names(), here, self._display)
        self._display = there
        if stay != here:
            _move(beside.window(), self._displays.area(stay))
        self._place(stay)
        self.changed.emit()

    def close(self) -> None:
        """Close the presenter, if it is open; the room sees the display as it is."""
        window = self.window
        if window is not None:
            window.close()

    def refresh(self) -> None:
        """Show what is on stage now."""
        if self.window is not None:
            self.window.show_slide(self._slide(), self._stage.text_size)

    def _place(self, here: str) -> None:
        if self.window is None:
            return
        self._shares_display = self._display == here
        quiet = Qt.WidgetAttribute.WA_ShowWithoutActivating
        self.window.setAttribute(quiet, not self._shares_display)
        self.window.setGeometry(self._displays.area(self._display))
        self.window.showFullScreen()

    def _on_tick(self) -> None:
        window, stage = self.window, self._stage
        if window is None:
            return
        timed = window.slide.kind in (SlideKind.QUESTION, SlideKind.REVEAL)
        window.show_time(_time_of(stage) if timed and stage.topic else None)

    def _on_closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
            self.changed.emit()

    def _on_displays(self, *_screen: object) -> None:
        if self.is_open and self._display not in self._displays.names():
            self.was_lost = True
            self.close()
        self.changed.emit()


def _time_of(stage: Stage) -> TimeShown:
    said = figures(stage.seconds, MINUTES)
    if left_of(stage.seconds, MINUTES) < 0:
        said = _("over by {time}", time=said)
    return TimeShown(said, share_left(stage.seconds, MINUTES))


def _move(window: QWidget, area: QRect) -> None:
    full = window.isMaximized() or window.isFullScreen()
    if full:
        window.showNormal()
    size = window.size().boundedTo(area.size())
    window.resize(size)
    window.move(area.topLeft())
    if full:
        window.showMaximized()
