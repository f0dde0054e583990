"""Main window: top bar, sub-tabs, the page and the status bar."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from selfassess.overriding import override
from selfassess.ui.aside import Aside
from selfassess.ui.desk import Desk
from selfassess.ui.page import Page
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.banner import Banner
from selfassess.ui.parts.body import Body, Pages
from selfassess.ui.parts.focus_ring import FocusRing
from selfassess.ui.parts.status_bar import StatusBar
from selfassess.ui.parts.sub_tabs import SubTabs
from selfassess.ui.parts.tab_order import move_focus, stops
from selfassess.ui.parts.top_bar import TopBar
from selfassess.ui.places import Place, Tab, tab_name
from selfassess.ui.spacing import Share, column
from selfassess.ui.style import dress
from selfassess.ui.theme import Theme
from selfassess.words import _

if TYPE_CHECKING:
    from selfassess.ui.pages.start import StartPage

_ON_THE_WAY = "…"


class MainWindow(QMainWindow):
    """The window: the start page, or the pages of the assessment that is open.

    Signals:
        close_wanted: The user wants the window closed; whoever opened it decides.
        place_changed: Another page is in view; carries its id.
        aside_changed: A page that belongs to no assessment came into view, or went.
        files_dropped: The user dropped files on the window; carries their paths.
        help_wanted: F1 was pressed where the page has no guidance of its own.
    """

    close_wanted = Signal()
    place_changed = Signal(str)
    aside_changed = Signal(bool)
    files_dropped = Signal(list)
    help_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        places: tuple[Place, ...],
        start: Callable[[], "StartPage"],
        parent: QWidget | None = None,
    ) -> None:
        """Build the window.

        Args:
            theme: Fonts, colours and measures.
            app: Tells where the keyboard is.
            places: The pages that exist, in the order of their tabs.
            start: Makes the start page, when it is first shown.
            parent: The widget it belongs to.
        """
        super().__init__(parent)
        self.theme = theme
        dress(self, theme)
        self.may_close = False
        self._places = places
        self._desk: Desk | None = None
        self._pages: dict[str, Page] = {}
        self._last_in: dict[Tab, str] = {}
        self._here = ""
        self._aside: Aside | None = None
        self.top = TopBar(theme, self)
        self.banner = Banner(theme, self, more_key="F4")
        self.sub_tabs = SubTabs(theme, self)
        self.status = StatusBar(theme, self)
        self._stack = Pages(self)
        self._make_start = start
        self._start: StartPage | None = None
        body = QWidget(self)
        self._under = Body(theme, (self.banner, self.sub_tabs), self._stack, self)
        body.setLayout(column(self.top, Share(self._under)))
        self._whole = QStackedWidget(self)
        self._whole.addWidget(body)
        middle = QWidget(self)
        middle.setLayout(column(Share(self._whole), self.status))
        self.setCentralWidget(middle)
        self.setMinimumSize(theme.smallest_window)
        self.setAcceptDrops(True)
        self._ring = FocusRing(theme, app, self)
        self.top.offer_tabs(tuple(tab_name(tab) for tab in self._tabs))
        self.top.tab_chosen.connect(self._on_tab_chosen)
        self.sub_tabs.chosen.connect(self.go_to)
        theme.changed.connect(self._on_theme_changed)
        self._add_shortcuts()
        self._let_go()

    @property
    def _tabs(self) -> tuple[Tab, ...]:
        here = {place.tab for place in self._places}
        return tuple(tab for tab in Tab if tab in here)

    @property
    def here(self) -> str:
        """The id of the place in view; empty on the start page."""
        return self._here

    @property
    def page(self) -> Page | None:
        """The page in view; none on the start page."""
        return self._pages.get(self._here)

    @property
    def aside(self) -> Aside | None:
        """The page in view that belongs to no assessment; none while there is no such page."""
        return self._aside

    def show_aside(self, aside: Aside) -> None:
        """Show a page that belongs to no assessment; what is open stays so behind it."""
        is_new = self._whole.indexOf(aside) < 0
        if is_new:
            self._whole.addWidget(aside)
            aside.left.connect(self.leave_aside)
            aside.hints_changed.connect(self._on_hints_changed)
        self._aside = aside
        self.aside_changed.emit(True)
        self.status.speak_of_work(False)
        self.status.show()
        self._whole.setCurrentWidget(aside)
        self._fit()
        self._on_hints_changed()
        with self._ring.arriving():
            aside.arrive()
        if is_new:
            self._ring.start_at_top(aside)

    def leave_aside(self) -> None:
        """Go back to the page of what is open, or to the start page."""
        if self._here:
            self.go_to(self._here)
        else:
            self.show_start()

    def show_start(self) -> None:
        """Show the start page, and let go of the pages of what was open."""
        if self._start is None:
            self._start = self._make_start()
            self._stack.addWidget(self._start)
        self._stack.setCurrentWidget(self._start)
        self._let_go()
        self._fit()
        with self._ring.arriving():
            self._start.first().setFocus()

    def _let_go(self) -> None:
        self._here = ""
        self._close_aside()
        self._desk = None
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages = {}
        self._last_in = {}
        for bar in (self.top, self.banner, self.sub_tabs, self.status):
            bar.hide()

    def work_on(self, desk: Desk) -> None:
        """Take the pages to another assessment; `go_to` then shows one of them."""
        self._let_go()
        self._desk = desk
        fictional = desk.opened.value.fictional
        self.status.show_mark(_("Made-up answers") if fictional else "")
        self.top.show()
        self.status.show()

    def go_to(self, id_: str, at: str = "") -> None:
        """Show a page, and there a topic, barrier or case study where one is named.

        Raises:
            KeyError: there is no such place.
            RuntimeError: no assessment is open.
        """
        place = {place.id: place for place in self._places}[id_]
        is_new = id_ not in self._pages
        page = self._pages.get(id_) or self._made(place)
        self._close_aside()
        self._here = id_
        self._last_in[place.tab] = id_
        self.top.mark_tab(self._tabs.index(place.tab))
        beside = tuple((p.id, p.name) for p in self._places if p.tab is place.tab and p.name)
        self.sub_tabs.offer(beside if len(beside) > 1 else (), id_)
        page.fit(self.theme.room(self.size()))
        if is_new:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        with self._ring.arriving():
            page.arrive(at)
        # Layouts rest before anything is painted, or a page would be painted twice.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._on_hints_changed()
        self._on_remark_changed()
        if is_new:
            self._ring.start_at_top(page, reaching=bool(at) and page.goes_down_to_place)
        self.place_changed.emit(id_)

    def announce_saved(self, words: str, *, icon: str, trouble: bool, again: bool) -> None:
        """Show the saved state in the top bar or the status bar, and have it read out."""
        if words == self.top.saved.words:
            return
        self.top.saved.show_state(words, icon=icon, trouble=trouble, again=again)
        self.status.show_saved(words)
        if not words.endswith(_ON_THE_WAY):
            say_aloud(self, words, urgent=trouble)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def next_part(self) -> None:
        """Take the keyboard to the next part of the page: rail, question, side pane."""
        page = self._aside or self.page
        parts = [part for part in page.regions() if part.isVisible()] if page else []
        here = QApplication.focusWidget()
        places = [k for k, part in enumerate(parts) if here and part.isAncestorOf(here)]
        after = parts[places[-1] + 1 :] + parts if places else parts
        for part in after:
            inside = stops(part)
            if inside:
                inside[0].setFocus(Qt.FocusReason.TabFocusReason)
                return

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # Qt names it so
        return move_focus(self, forward=next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1 and not event.modifiers():
            self.help_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close:
            self.close_wanted.emit()
        event.setAccepted(self.may_close)

    def _close_aside(self) -> None:
        if self._aside is not None:
            self._aside = None
            self._whole.setCurrentIndex(0)
            self.status.speak_of_work(True)
            self.aside_changed.emit(False)

    def _made(self, place: Place) -> Page:
        if self._desk is None:
            raise RuntimeError("no assessment is open")
        page = place.make(self._desk, self._stack)
        page.wanted.connect(self._on_wanted)
        page.hints_changed.connect(self._on_hints_changed)
        page.remark_changed.connect(self._on_remark_changed)
        self._pages[place.id] = page
        return page

    def _fit(self) -> None:
        room = self.theme.room(self.size())
        for part in (self.top, self._under, self.status):
            part.fit(room)
        page = self._aside or self.page
        if page is not None:
            page.fit(room)
        elif self._start is not None:
            self._start.fit(room)

    def _add_shortcuts(self) -> None:
        for place in range(len(Tab)):
            keys = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            keys.setObjectName(str(place))
            keys.activated.connect(self._on_tab_keys)
        for place in range(9):
            keys = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            keys.setObjectName(str(place))
            keys.activated.connect(self._on_sub_tab_keys)

    def _on_wanted(self, id_: str, at: str) -> None:
        if any(place.id == id_ for place in self._places):
            self.go_to(id_, at)

    def _on_tab_keys(self) -> None:
        tab = tuple(Tab)[int(self.sender().objectName())]
        if tab in self._tabs:
            self._on_tab_chosen(self._tabs.index(tab))

    def _on_sub_tab_keys(self) -> None:
        id_ = self.sub_tabs.at(int(self.sender().objectName()))
        if id_:
            self.go_to(id_)

    def _on_tab_chosen(self, index: int) -> None:
        if self._desk is None:
            return
        tab = self._tabs[index]
        first = next(place.id for place in self._places if place.tab is tab)
        self.go_to(self._last_in.get(tab, first))

    def _on_hints_changed(self) -> None:
        page = self._aside or self.page
        if page is not None:
            self.status.show_hints(page.hints())

    def _on_remark_changed(self) -> None:
        if self.page is not None:
            self.sub_tabs.remark(self.page.remark())

    def _on_theme_changed(self) -> None:
        dress(self, self.theme)
        self._fit()
