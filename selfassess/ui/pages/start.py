"""Start: begin or carry on within five seconds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget

from selfassess import __version__
from selfassess.overriding import override
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.line import Ground, Hairline
from selfassess.ui.parts.recent_row import MissingRow, RecentFile, RecentRow
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.start_action import StartAction
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, XS, Gap, L, M, S, Share, Thing, column, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_LEFT_MARGIN = 72
_RIGHT_MARGIN = 56
_ACTION_GAP = 10
_ABOVE = 0.36
_ENOUGH = 530
_RECENT_LOWER = 10


class StartPage(QWidget):
    """What to do at left, recent files at right.

    Signals:
        new_wanted: Start a new assessment.
        open_wanted: Open a file that is chosen next.
        example_wanted: Look at the worked example.
        forms_wanted: Bring in the answer forms of partners.
        portfolio_wanted: Look across many partnerships.
        own_cases_wanted: Write case studies, or bring in those of others.
        recent_wanted: Go on with a recent file; carries its path.
        find_wanted: Look for a recent file that was moved; carries the path where it was.
        remove_wanted: Take a file off the list; carries its path.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal()
    forms_wanted = Signal()
    portfolio_wanted = Signal()
    own_cases_wanted = Signal()
    recent_wanted = Signal(str)
    find_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, theme: Theme, example_words: str, parent: QWidget | None = None) -> None:
        """Build the page.

        Args:
            theme: Fonts, colours and measures.
            example_words: What the worked example is about.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self.view = Button(theme, _("Text size and colours"), Rank.LINK, style="small", parent=self)
        self.help = Button(theme, _("Help"), Rank.LINK, style="small", parent=self)
        self._above = L
        body = QWidget(self)
        left = self._actions(example_words, body)
        right = Ground(theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=body)
        self._recent = QWidget(right)
        right.setLayout(column(Share(self._recent)))
        self._sides = row(Share(left, 10), Share(right, 11), gap=0)
        body.setLayout(self._sides)
        around = Ground(theme, "canvas", lines=(), parent=self)  # also beside the scroll bar
        around.setLayout(column(Share(Scroll(theme, body, parent=around))))
        self.setLayout(column(Share(around), self._foot()))
        self.show_recent(())

    def show_recent(self, files: tuple[RecentFile, ...], *, is_kept: bool = True) -> None:
        """Show the files that were open lately, the last one first, or that none are listed."""
        old = self._recent.layout()
        if old is not None:
            QWidget().setLayout(old)
        for child in self._recent.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            child.hide()
            child.deleteLater()
        things: list[Thing] = [
            Text(self._theme, _("Recent"), "h3", parent=self._recent),
            Gap(12),
            Hairline(self._theme, parent=self._recent),
        ]
        if not files:
            said = _("Nothing here yet.") if is_kept else _("Recent files are not listed here.")
            none = Text(self._theme, said, "body", "ink2", parent=self._recent)
            words = _("Start with the worked example")
            example = Button(self._theme, words, Rank.LINK, parent=self._recent)
            example.clicked.connect(self.example_wanted)
            things += [Gap(M), none, Gap(XS), example]
        things += [self._row(file) for file in files]
        self._recent.setLayout(column(*things, STRETCH))
        self._arrange()

    def first(self) -> QWidget:
        """Return what has the keyboard at the beginning: Enter starts a new one."""
        return self._new

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from selfassess.ui.page_menu import page_menu  # noqa: PLC0415  # loaded when needed

        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        shown = QApplication.focusWidget() if by_keyboard else self.childAt(event.pos())
        if isinstance(shown, RecentRow):
            doing = {"open-recent": shown.click, "remove-recent": shown.remove}
            page_menu(doing, self._theme, self).popup(event.globalPos())

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        self._narrow = room.compact_rail
        self._above = max(L, round(_ABOVE * (room.height - _ENOUGH) * self._theme.text_scale))
        below = self._sides.Direction.TopToBottom
        beside = self._sides.Direction.LeftToRight
        self._sides.setDirection(below if room.rail_as_menu else beside)
        self._version.setVisible(not room.rail_as_menu)
        self._arrange()

    def _arrange(self) -> None:
        left, right = (L, L) if self._narrow else (_LEFT_MARGIN, _RIGHT_MARGIN)
        self._left_layout.setContentsMargins(left, self._above, right, L)
        recent = self._recent.layout()
        if recent is not None:
            recent.setContentsMargins(right, self._above + _RECENT_LOWER, right, L)

    def _actions(self, example_words: str, body: QWidget) -> QWidget:
        theme = self._theme
        left = Ground(theme, "surface", lines=(), parent=body)
        self._new = StartAction(
            theme,
            "plus",
            _("Start a new assessment"),
            _("A minute to set up. 30 questions take about 15 minutes"),
            _("Ctrl N"),
            first=True,
            parent=left,
        )
        open_ = StartAction(
            theme,
            "folder",
            _("Open an assessment"),
            _("A .selfassess file on this computer or a shared drive"),
            _("Ctrl O"),
            parent=left,
        )
        example = StartAction(
            theme, "book", _("Look at a worked example"), example_words, "F2", parent=left
        )
        forms = StartAction(
            theme,
            "bring-in",
            _("Add partner answer forms"),
            _("Open the assessment, then bring in what was sent back"),
            _("Ctrl I"),
            parent=left,
        )
        forms.clicked.connect(self.forms_wanted)
        many = StartAction(
            theme,
            "table",
            _("Look across many partnerships"),
            _("For a region or centre"),
            _("Ctrl Shift P"),
            parent=left,
        )
        many.clicked.connect(self.portfolio_wanted)
        own = Button(theme, _("Our own case studies"), Rank.LINK, icon="book", parent=left)
        own.clicked.connect(self.own_cases_wanted)
        self._new.clicked.connect(self.new_wanted)
        open_.clicked.connect(self.open_wanted)
        example.clicked.connect(self.example_wanted)
        about = _(
            "See how ready your partnership is to share information about people, "
            "what is in the way, and what to do next."
        )
        self._left_layout = column(
            Text(theme, _("Sharing readiness"), "display", parent=left),
            Gap(S - 2),
            Text(theme, about, "lead", "ink2", parent=left),
            Gap(L + 6),
            *(self._new, Gap(_ACTION_GAP), open_, Gap(_ACTION_GAP), forms),
            *(Gap(_ACTION_GAP), example, Gap(_ACTION_GAP), many),
            *(Gap(S), row(own, STRETCH), STRETCH),
        )
        left.setLayout(self._left_layout)
        return left

    def _foot(self) -> Ground:
        theme = self._theme
        foot = Ground(theme, "canvas", lines=(Qt.Edge.TopEdge,), parent=self)
        promise = _("Nothing leaves this computer. No account, no internet, no tracking.")
        version = _("Version {version}", version=__version__)
        self._version = Text(theme, version, "small", "ink2", wrap=False, parent=self)
        foot.setLayout(
            row(
                Symbol(theme, "lock", parent=foot),
                Text(theme, promise, "small", "ink2", wrap=False, parent=foot),
                STRETCH,
                self.view,
                Gap(M),
                self.help,
                Gap(M),
                self._version,
                margins=(L, 8, L, 7),
            )
        )
        return foot

    def _row(self, file: RecentFile) -> QWidget:
        if file.is_missing:
            missing = MissingRow(self._theme, file, self._recent)
            missing.find_wanted.connect(self.find_wanted)
            missing.remove_wanted.connect(self.remove_wanted)
            return missing
        shown = RecentRow(self._theme, file, self._recent)
        shown.clicked.connect(self._on_recent)
        shown.remove_wanted.connect(self.remove_wanted)
        return shown

    def _on_recent(self) -> None:
        shown = self.sender()
        if isinstance(shown, RecentRow):
            self.recent_wanted.emit(shown.file.path)
