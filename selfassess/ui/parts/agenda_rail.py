"""Agenda rail: the topics of the room with where each stands, and the pace of the workshop."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QScrollArea, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.line import Ground
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.parts.progress import Progress
from selfassess.ui.parts.roving import DOWN, Roving
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.told import Asking
from selfassess.ui.spacing import STRETCH, Gap, M, S, Share, column, row, set_margins
from selfassess.ui.theme import Theme
from selfassess.words import _

_ROW = 46
_SHORT_ROW = 42
_INSET = 12
_DISC_LEFT = 24
_WORDS_LEFT = 42
_AIR = 5
_LEADING = 1.15
DISCS = {"open": "disc-open", "here": "disc-half", "agreed": "disc-ticked", "not": "disc-crossed"}
"""The discs of a topic's state; not agreed is a result too."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """A topic in the rail.

    Attributes:
        id: The topic's id.
        title: Its title.
        second: Where it stands, or why it is there.
        state: `open`, `agreed` or `not` (agreed).
        here: It is in hand.
    """

    id: str
    title: str
    second: str
    state: str
    here: bool


@dataclass(frozen=True, slots=True)
class PaceShown:
    """The pace as the rail shows it: counts, words, and three times of the day."""

    done: int
    all: int
    words: str
    times: tuple[str, str, str] | None


class _Row(Asking, QRadioButton):
    """One topic."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.hear_toggles()
        self._theme = theme
        self._entry: AgendaEntry | None = None
        self._short = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entry(self, entry: AgendaEntry) -> None:
        """Show how it stands."""
        self._entry = entry
        self.setChecked(entry.here)
        self.setText(entry.title)
        told = (entry.id, entry.title, entry.second)
        self.setAccessibleName(", ".join(part for part in told if part))
        self.updateGeometry()
        self.update()

    def shorten(self, short: bool) -> None:
        """Stand lower where there is little room."""
        self._short = short
        self.updateGeometry()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def heightForWidth(self, width: int) -> int:
        least = self._theme.px(_SHORT_ROW if self._short else _ROW)
        if self._entry is None:
            return least
        title, second = self._laid(self._entry, width)
        return max(least, round(title.height + second.height + 2 * self._theme.px(_AIR)))

    @override
    def sizeHint(self) -> QSize:
        width = self._theme.px(200)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        entry, theme = self._entry, self._theme
        if entry is None:
            return
        painter, whole = QPainter(self), QRectF(self.rect())
        self._paint_ground(painter, whole, here=entry.here)
        title, second = self._laid(entry, self.width())
        top = whole.center().y() - (title.height + second.height) / 2
        line = theme.line("small")
        disc = DISCS["here" if entry.here and entry.state == "open" else entry.state]
        ink = theme.colour("accent" if entry.here else "ink2")
        centre = QPointF(theme.px(_DISC_LEFT), top + line / 2)
        paint.symbol(painter, disc, centre, theme.px(14), ink)
        left = theme.px(_WORDS_LEFT)
        code = QRectF(left, top, self._code_width(entry), line)
        paint.words(painter, code, entry.id, theme.font("small_bold"), ink)
        title.paint(painter, QPointF(code.right() + 6, top), theme.colour("ink"))
        second.paint(painter, QPointF(left, top + title.height), theme.colour("ink2"))

    def _laid(self, entry: AgendaEntry, width: float) -> tuple[Paragraph, Paragraph]:
        theme = self._theme
        room = width - theme.px(_WORDS_LEFT) - theme.px(_INSET) - 6
        style = "small_bold" if entry.here else "small"
        beside = room - self._code_width(entry) - 6
        return (
            Paragraph(entry.title, theme.font(style), beside, _LEADING),
            Paragraph(entry.second, theme.font("cap"), room, _LEADING),
        )

    def _code_width(self, entry: AgendaEntry) -> float:
        return self._theme.width(entry.id, "small_bold") + 2

    def _paint_ground(self, painter: QPainter, whole: QRectF, *, here: bool) -> None:
        theme = self._theme
        box = whole.adjusted(_INSET, 1, -_INSET, -1)
        if here:
            colours = {"fill": theme.colour("tint"), "border": theme.colour("accent")}
            paint.box(painter, box, theme.radius(), width=theme.stroke("chosen"), **colours)
            return
        if paint.hovered(self):
            paint.box(painter, box, theme.radius(), fill=theme.colour("sunken"))
        line = QRectF(theme.px(_DISC_LEFT), whole.bottom(), whole.width(), 1)
        line.setRight(whole.right() - theme.px(_DISC_LEFT))
        painter.fillRect(line, theme.colour("line"))


class AgendaRail(Ground):
    """The topics of the room; arrow keys move along them, Space goes there.

    Signals:
        chosen: The user chose a topic; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "canvas", lines=(Qt.Edge.RightEdge,), parent=parent)
        self._theme = theme
        self._ids: tuple[str, ...] = ()
        self.rows: list[_Row] = []
        self._short = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_clicked)
        self._roving: Roving | None = None
        self._count = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._done = Text(theme, "", "small_bold", wrap=False, parent=self)
        self._words = Text(theme, "", "small", "ink2", parent=self)
        self._bar = Progress(theme, self)
        self._times = [Text(theme, "", "cap", "ink2", wrap=False, parent=self) for _k in range(3)]
        self._list = QWidget(self)
        self._column = column(STRETCH)
        self._list.setLayout(self._column)
        self.list_scroll = Scroll(theme, self._list, parent=self)
        self.setLayout(column(self._head(), Share(self.list_scroll), margins=(0, M, 1, 0)))

    def offer(self, entries: tuple[AgendaEntry, ...]) -> None:
        """Show these topics."""
        ids = tuple(entry.id for entry in entries)
        if ids != self._ids:
            self._build(ids)
        for shown, entry in zip(self.rows, entries, strict=True):
            shown.show_entry(entry)
            if entry.here:
                _into_view(self.list_scroll, shown)
        here = [place for place, entry in enumerate(entries) if entry.here]
        if self._roving is not None:
            self._roving.reach(here[0] if here else 0)
        self._count.say(_("{count} for the room", count=len(entries)))

    def show_pace(self, pace: PaceShown) -> None:
        """Show how far the room is."""
        self._done.say(_("{done} of {all} done", done=pace.done, all=pace.all))
        self._words.say(pace.words)
        self._bar.show_done(pace.done, pace.all)
        for text, said in zip(self._times, pace.times or ("", "", ""), strict=True):
            text.say(said)
            text.setVisible(bool(said))

    def shorten(self, short: bool) -> None:
        """Stand lower where there is little room."""
        self._short = short
        for shown in self.rows:
            shown.shorten(short)

    def _head(self) -> QWidget:
        head = QWidget(self)
        title = Text(self._theme, _("Agenda"), "h3", wrap=False, parent=head)
        first, middle, last = self._times
        head.setLayout(
            column(
                row(Share(title), self._count, gap=S),
                Gap(6),
                self._done,
                self._words,
                Gap(6),
                self._bar,
                Gap(4),
                row(first, STRETCH, middle, STRETCH, last, gap=S),
                Gap(S),
            )
        )
        layout = head.layout()
        if layout is not None:
            set_margins(layout, (24, 0, 23, 0))
        return head

    def _build(self, ids: tuple[str, ...]) -> None:
        for shown in self.rows:
            self._group.removeButton(shown)
            self._column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self.rows = [_Row(self._theme, self._list) for _id in ids]
        for place, shown in enumerate(self.rows):
            shown.shorten(self._short)
            self._group.addButton(shown, place)
            self._column.insertWidget(place, shown)
        self._ids = ids
        self._roving = Roving(self.rows, DOWN, self)

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._ids[place])


def _into_view(scroll: QScrollArea, shown: QWidget) -> None:
    scroll.ensureWidgetVisible(shown, 0, shown.height())
