"""Top bar: which file is open, where in the work one is, and whether it is saved."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.saved import SavedState
from selfassess.ui.parts.tabs import Tabs
from selfassess.ui.spacing import STRETCH, M, S, Share, Stretch, row, set_margins
from selfassess.ui.style import clothe
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_NARROWEST_NAME = 120
_SAVED = 72
_LEFT, _RIGHT = 14, 12


class _NameButton(Button):
    """The name of the file with a menu under it; cut in the middle where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            theme,
            "",
            Rank.LINK,
            trailing="chevron-down",
            style="body_bold",
            ink="ink",
            parent=parent,
        )
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def name(self, full: str) -> None:
        """Show a name, whole in the tool tip and for screen readers."""
        self._full = full
        self.setToolTip(full)
        self._shorten()
        self.setAccessibleName(_("{name}, file menu", name=full))

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        advance = QFontMetricsF(self._theme.font("body_bold")).horizontalAdvance
        return QSize(
            round(hint.width() + advance(self._full) - advance(self.text())), hint.height()
        )

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()  # a short name stands at the left edge like a long one
        return QSize(min(self._theme.px(_NARROWEST_NAME), hint.width()), hint.height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._shorten()
        return super().event(event)

    def _shorten(self) -> None:
        metrics = QFontMetricsF(self._theme.font("body_bold"))
        room = self.width() - self._after() - 2 * self._pad() + 1
        self.setText(metrics.elidedText(self._full, Qt.TextElideMode.ElideMiddle, max(24.0, room)))


class TopBar(Ground):
    """The bar at the top of the window.

    Signals:
        tab_chosen: The user went to a tab; carries its place among those shown.
    """

    tab_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "surface", lines=(Qt.Edge.BottomEdge,), parent=parent)
        self._name = _NameButton(theme, self)
        self._tabs = Tabs(theme, says=_("Parts of the work"), parent=self)
        self._tab_menu = Button(theme, "", trailing="chevron-down", small=True, parent=self)
        self._menu_of_tabs = QMenu(self)
        clothe(self._menu_of_tabs, theme)
        self.saved = SavedState(theme, parent=self)
        self.view = Button(
            theme, _("Text size and colours"), Rank.ICON, icon="letters", parent=self
        )
        self.search = Button(theme, _("Search"), Rank.ICON, icon="search", parent=self)
        self.help = Button(theme, _("Keys and help"), Rank.ICON, icon="help", parent=self)
        left = row(Share(self._name, 100), Stretch(1), gap=0)
        right = row(STRETCH, self.saved, self.search, self.view, self.help, gap=S)
        layout = row(Share(left), self._tabs, self._tab_menu, Share(right), gap=S)
        set_margins(layout, (_LEFT, 0, _RIGHT, 0))
        layout.setSpacing(M)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tab_menu.hide()
        self._tab_menu.setMenu(self._menu_of_tabs)
        self._tabs.currentChanged.connect(self.tab_chosen)
        self._menu_of_tabs.triggered.connect(self._on_tab_picked)
        self._theme = theme

    def offer_tabs(self, names: tuple[str, ...]) -> None:
        """Show these tabs."""
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        self._menu_of_tabs.clear()
        for place, name in enumerate(names):
            self._tabs.addTab(name)
            self._menu_of_tabs.addAction(name).setData(place)
        self._tabs.blockSignals(False)

    def mark_tab(self, place: int) -> None:
        """Show which tab is open."""
        self._tabs.blockSignals(True)
        self._tabs.setCurrentIndex(place)
        self._tabs.blockSignals(False)
        self._tab_menu.say(self._tabs.tabText(place))
        self._make_room()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the tabs."""
        shown = self._tab_menu if self._tabs.isHidden() else self._tabs
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_name(self, name: str) -> None:
        """Show the name of what is open."""
        self._name.name(name)
        self._make_room()

    def set_menus(self, file_menu: QMenu, view_menu: QMenu) -> None:
        """Give the name and the text-size button their menus."""
        self._name.setMenu(file_menu)
        self.view.setMenu(view_menu)

    def fit(self, room: Room) -> None:
        """Arrange for the room there is; the tabs become a menu where they don't fit."""
        self.saved.setVisible(not room.compact_rail)
        as_menu = room.rail_as_menu or self._needs() > self._theme.px(room.width)
        self._tabs.setVisible(not as_menu)
        self._tab_menu.setVisible(as_menu)
        self._make_room()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.size("top_bar") + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theme.size("top_bar") + 1)

    def _needs(self) -> int:
        """Return the width under which the tabs would be cut, whatever is opened next."""
        name, tabs = self._theme.px(_NARROWEST_NAME), self._tabs.sizeHint().width()
        return _LEFT + name + M + tabs + M + self._right() + _RIGHT

    def _right(self) -> int:
        """Return the width that what stands at the right needs."""
        buttons = (self.search, self.view, self.help)
        right = sum(button.sizeHint().width() + S for button in buttons)
        if not self.saved.isHidden():
            right += max(self.saved.sizeHint().width(), self._theme.px(_SAVED))
        return right

    def _make_room(self) -> None:
        """Let a long name have the room at the right too; the tabs then leave the middle."""
        shown = self._tabs if self._tab_menu.isHidden() else self._tab_menu
        others = _LEFT + M + shown.sizeHint().width() + M + self._right() + _RIGHT
        least, most = self._name.minimumSizeHint().width(), self._name.sizeHint().width()
        self._name.setMinimumWidth(max(least, min(most, self.width() - others)))

    def _on_tab_picked(self, action: QAction) -> None:
        self.tab_chosen.emit(action.data())
