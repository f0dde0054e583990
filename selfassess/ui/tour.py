"""Tour: two minutes through the program, which can be left at any moment."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.overriding import override
from selfassess.ui.main_window import MainWindow
from selfassess.ui.parts.tour_card import TourCard, TourFrame
from selfassess.ui.places import Place
from selfassess.words import _

_AROUND = 3
_TOP_BAR = -1


@dataclass(frozen=True, slots=True)
class Stop:
    """A stop of the tour.

    Attributes:
        place: The page it is on.
        part: Which part of the page it points at, counted from 0; -1 for the bar at the top.
        title: What it is about.
        words: What there is to know.
    """

    place: str
    part: int
    title: str
    words: str


class Tour(QObject):
    """Goes from page to page and points at what matters."""

    def __init__(
        self,
        window: MainWindow,
        places: tuple[Place, ...],
        example: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """Prepare the tour.

        Args:
            window: The window it goes through.
            places: The pages that exist; stops on others are left out.
            example: Opens the worked example, for when nothing is open.
            parent: Who keeps this object alive.
        """
        super().__init__(parent)
        self._window = window
        self._example = example
        here = {place.id for place in places}
        self._stops = tuple(stop for stop in tour_stops() if stop.place in here)
        self._place = 0
        self._card: TourCard | None = None
        self._frame: TourFrame | None = None
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.leave)

    @property
    def is_under_way(self) -> bool:
        """A stop is shown."""
        return self._card is not None

    @property
    def stop(self) -> Stop:
        """The stop one is at."""
        return self._stops[self._place]

    def start(self) -> None:
        """Begin at the first stop, on the worked example where nothing is open."""
        if self._window.page is None:
            self._example()
        if self._window.page is None or self.is_under_way:
            return
        theme = self._window.theme
        self._frame = TourFrame(theme, self._window)
        self._card = TourCard(theme, self._window)
        self._card.next_wanted.connect(self.go_on)
        self._card.back_wanted.connect(self.go_back)
        self._card.leave_wanted.connect(self.leave)
        self._escape.setEnabled(True)
        self._window.installEventFilter(self)
        self._show(0)

    def go_on(self) -> None:
        """Go to the next stop; after the last one leave."""
        if self._place + 1 < len(self._stops):
            self._show(self._place + 1)
        else:
            self.leave()

    def go_back(self) -> None:
        """Go to the stop before."""
        if self._place:
            self._show(self._place - 1)

    def leave(self) -> None:
        """Take the cards away, and give the keyboard back to the page.

        After a stop at the top bar it goes there: Enter once more must not save a report.
        """
        if self._card is None or self._frame is None:
            return
        self._window.removeEventFilter(self)
        self._escape.setEnabled(False)
        for gone in (self._card, self._frame):
            gone.hide()
            gone.deleteLater()
        self._card = self._frame = None
        page = self._window.page
        if page is not None and self.stop.part == _TOP_BAR:
            self._window.top.take_keyboard()
        elif page is not None:
            page.arrive(page.at())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._point()
        return False

    def _show(self, place: int) -> None:
        self._place = place
        stop = self.stop
        if self._window.here != stop.place:
            self._window.go_to(stop.place)
        if self._card is not None:
            self._card.show_stop(stop.title, stop.words, place + 1, len(self._stops))
            self._point()
            self._card.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point(self) -> None:
        if self._card is None or self._frame is None:
            return
        QApplication.sendPostedEvents()
        thing = self._thing()
        self._frame.setGeometry(thing.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))
        self._frame.raise_()
        self._frame.show()
        self._card.point_at(thing)

    def _thing(self) -> QRect:
        window, page = self._window, self._window.page
        parts: tuple[QWidget, ...] = page.regions() if page is not None else ()
        here = parts[self.stop.part] if 0 <= self.stop.part < len(parts) else window.top
        if self.stop.part != _TOP_BAR and not here.isVisible() and page is not None:
            here = page
        at = here.mapTo(window, QPoint(0, 0))
        seen = QRect(at, here.size()).intersected(window.rect())
        return seen.adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)


def tour_stops() -> tuple[Stop, ...]:
    """Return the stops, in their order."""
    return (
        Stop(
            "walk",
            1,
            _("One question at a time"),
            _(
                "Press 1 to 5 for the level that fits. D says we don’t know: a full answer. Enter"
                " goes on. Nothing of this example is saved, so try it."
            ),
        ),
        Stop(
            "walk",
            0,
            _("Where you are"),
            _(
                "The 14 dimensions. A small square is one question: full when it is answered, half"
                " for a don’t know. At the top you choose for whom you answer."
            ),
        ),
        Stop(
            "walk",
            2,
            _("Why it matters"),
            _("What good looks like, what the rules say, and when that was checked. F1 shows it."),
        ),
        Stop(
            "grid",
            1,
            _("All answers at once"),
            _("For people who think in sheets. Ctrl G goes here and back. Paste from Excel works."),
        ),
        Stop(
            "overview",
            0,
            _("May we go on?"),
            _(
                "A statement, never a score. Each bar is a dimension, each shape a partner. The"
                " dashed line is the essential level, 3."
            ),
        ),
        Stop(
            "overview",
            1,
            _("What would change it"),
            _("What stands against the next step comes first, then barriers and strengths."),
        ),
        Stop(
            "barriers",
            0,
            _("What is in the way"),
            _("Each barrier says which answers raised it, and small steps to begin with."),
        ),
        Stop(
            "cases",
            0,
            _("Somebody has done this"),
            _("Real places that met the same thing, with the source. Some of them went wrong."),
        ),
        Stop(
            "plan",
            0,
            _("Who does what by when"),
            _("First steps become actions with an owner and a date."),
        ),
        Stop(
            "report",
            _TOP_BAR,
            _("Six tabs, in working order"),
            _(
                "At the end is the Excel report. Ctrl 1 to 6 go to the tabs, Ctrl K finds anything."
                " Now start your own, or look around here."
            ),
        ),
    )
