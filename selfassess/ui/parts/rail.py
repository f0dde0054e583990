"""Rail: the dimensions of the questionnaire with how far each is answered."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint, pips
from selfassess.ui.parts.roving import DOWN, Roving
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.told import Asking
from selfassess.ui.spacing import column
from selfassess.ui.theme import Look, Theme
from selfassess.words import _

_INSET = 9
_TEXT = 20
_CAPTION = 27
_LEAST_CAPTION = 20
_LEAST_ROW = 24
_COMPACT_GAP = 5


class RailEntry(NamedTuple):
    """A dimension in the rail.

    Attributes:
        id: The dimension.
        code: Two letters for it.
        name: Its name.
        pips: How its questions are answered.
        current: The place of the question in view among them; -1 where it is elsewhere.
    """

    id: str
    code: str
    name: str
    pips: tuple[pips.Pip, ...]
    current: int = -1

    @property
    def is_done(self) -> bool:
        """Whether every question has an answer."""
        return all(pip is not pips.Pip.OPEN for pip in self.pips)


class RailGroup(NamedTuple):
    """Dimensions that belong together."""

    name: str
    entries: tuple[RailEntry, ...]


class _Row(Asking, QRadioButton):
    """One dimension."""

    def __init__(self, theme: Theme, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(entry.name, parent)
        self.hear_toggles()
        self._theme = theme
        self._entry = entry
        self._compact = False
        self._height = theme.size("rail_row")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_entry(entry)

    def show_entry(self, entry: RailEntry) -> None:
        """Show how it stands now."""
        self._entry = entry
        self.setChecked(entry.current >= 0)
        done = sum(pip is not pips.Pip.OPEN for pip in entry.pips)
        self.setAccessibleName(
            _("{name}, {done} of {all} answered", name=entry.name, done=done, all=len(entry.pips))
        )
        self.setToolTip(entry.name)
        self.update()

    def arrange(self, *, compact: bool, height: int) -> None:
        """Stand as a code or with the whole name, in so many pixels."""
        self._compact, self._height = compact, height
        self.updateGeometry()
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(96), self._height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def ring_rect(self) -> QRect:
        """Return where its ground is painted."""
        return self.rect().adjusted(_INSET, 0, -_INSET + 1, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, entry = QPainter(self), self._theme, self._entry
        compact = self._compact
        whole = QRectF(self.rect())
        ground = QRectF(self.ring_rect())
        here = entry.current >= 0
        if here:
            border = theme.colour("tint_line") if theme.look is Look.CONTRAST else None
            paint.box(painter, ground, theme.radius(), fill=theme.colour("tint"), border=border)
        elif paint.hovered(self):
            paint.box(painter, ground, theme.radius(), fill=theme.colour("sunken"))
        left = theme.px(14) + 4 if compact else _TEXT
        right = whole.right() - (16 if compact else _TEXT)
        colour = theme.colour("accent" if here else "ink")
        font = theme.font("body_bold" if here and not compact else "body")
        said = entry.code if compact else entry.name
        name = QRectF(left, whole.top(), right - left, whole.height())
        paint.words(painter, name, said, font, colour)
        widest = right - left - QFontMetricsF(font).horizontalAdvance(said) - 8
        width = min(pips.width(theme, len(entry.pips)), widest)
        middle = whole.center().y()
        pips.draw(painter, theme, QPointF(right - width, middle), entry.pips, entry.current, width)
        if entry.is_done and not compact:
            tick = QPointF(right - width - theme.px(15), middle)
            paint.symbol(painter, "check", tick, theme.px(13), theme.colour("ink2"))


class Rail(QWidget):
    """The dimensions by group; arrow keys move along them, Space goes there.

    Signals:
        chosen: The user chose a dimension; carries its id.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ids: tuple[str, ...] = ()
        self._rows: list[_Row] = []
        self._captions: list[Text] = []
        self._gaps: list[QWidget] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self._on_clicked)
        self._roving: Roving | None = None
        self._compact = False
        self._room = 0
        self._column = column()
        self.setLayout(self._column)

    def offer(self, groups: tuple[RailGroup, ...]) -> None:
        """Show these dimensions; where they are the same as before, only how they stand."""
        entries = tuple(entry for group in groups for entry in group.entries)
        if tuple(entry.id for entry in entries) != self._ids:
            self._build(groups)
        for row, entry in zip(self._rows, entries, strict=True):
            row.show_entry(entry)
        here = [place for place, entry in enumerate(entries) if entry.current >= 0]
        if self._roving is not None:
            self._roving.reach(here[0] if here else 0)

    def arrange(self, *, compact: bool, room: int) -> None:
        """Stand in two-letter codes or with whole names, as tall as the room allows.

        Args:
            compact: Whether only the codes are shown.
            room: Pixels that there are from top to bottom.
        """
        self._compact, self._room = compact, room
        most, least = self._theme.size("rail_row"), self._theme.px(_LEAST_ROW)
        caption = self._theme.px(_CAPTION)
        between = len(self._gaps) * (_COMPACT_GAP if compact else caption)
        fits = (room - between) // max(1, len(self._rows))
        if not compact and fits < most:
            caption = self._theme.px(_LEAST_CAPTION)
            fits = (room - len(self._gaps) * caption) // max(1, len(self._rows))
        height = max(least, min(most, fits))
        for group in self._captions:
            group.setVisible(not compact)
            group.setFixedHeight(caption)
        for gap in self._gaps:
            gap.setVisible(compact)
        for row in self._rows:
            row.arrange(compact=compact, height=height)

    def focus_current(self) -> None:
        """Take the keyboard to the dimension in view."""
        for row in self._rows:
            if row.isChecked():
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self, groups: tuple[RailGroup, ...]) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for row in self._rows:
            self._group.removeButton(row)
        self._rows, self._captions, self._gaps = [], [], []
        for group in groups:
            caption = Text(self._theme, group.name, "cap_bold", "ink3", wrap=False, parent=self)
            caption.setContentsMargins(_TEXT, 0, 0, 0)
            gap = QWidget(self)
            gap.setFixedHeight(_COMPACT_GAP)
            self._captions.append(caption)
            self._gaps.append(gap)
            self._column.addWidget(caption)
            self._column.addWidget(gap)
            for entry in group.entries:
                row = _Row(self._theme, entry, self)
                self._group.addButton(row, len(self._rows))
                self._rows.append(row)
                self._column.addWidget(row)
        self._ids = tuple(entry.id for group in groups for entry in group.entries)
        self._roving = Roving(self._rows, DOWN, self)
        self.arrange(compact=self._compact, room=self._room)

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._ids[place])
