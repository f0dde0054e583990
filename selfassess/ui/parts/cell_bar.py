"""Cell bar: says in words what the cell in focus holds, and takes its note."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.overriding import override
from selfassess.ui.models.grid_cell import GridCell, Mark
from selfassess.ui.parts import paint
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.field import Writing
from selfassess.ui.parts.level_chip import LevelChip
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import Gap, M, Share, column, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_ROOM_ABOVE = 9
_LEAST_AROUND = 7
_BESIDE_FROM = 760
_ONE_LINE_FROM = 1280


class _Note(Writing):
    """A place for a note, left with Enter or Esc.

    Signals:
        done: The note is written.
    """

    done = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key is Qt.Key.Key_Escape or (enter and not event.modifiers()):
            self.done.emit()
        else:
            super().keyPressEvent(event)


class CellBar(QWidget):
    """Where one is, what is said there, and what stands behind it.

    Signals:
        written: The user changed the note or the reason; carries it.
        done: The user is done with writing.
    """

    written = Signal(str)
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._where = Text(theme, "", "body_bold", wrap=False, parent=self)
        self._chip = LevelChip(theme, 1, self)
        self._said = Text(theme, "", parent=self)
        self._said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._behind = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._note = _Note(theme, says=_("Note"), lines=1, parent=self)
        self._message = ""
        read, write = QWidget(self), QWidget(self)
        around = (0, _LEAST_AROUND)
        read.setLayout(row(self._chip, Share(self._said), self._behind, gap=10, margins=around))
        write.setLayout(column(self._note, margins=(0, 1)))
        self._pages = QStackedWidget(self)
        for page in (read, write):
            self._pages.addWidget(page)
        line = Hairline(theme, down=True, parent=self)
        where = column(self._where, margins=around)
        self.setLayout(
            row(where, Gap(M), line, Gap(M), Share(self._pages), gap=0, margins=(M, 1, M, 1))
        )
        self._note.written.connect(self.written)
        self._note.done.connect(self.done)
        self._note.left.connect(self._on_left)

    @property
    def words(self) -> str:
        """What it says of the cell."""
        return self._said.text()

    @property
    def is_writing(self) -> bool:
        """A note is being written."""
        return self._pages.currentIndex() == 1

    def read(self, where: str, cell: GridCell | None, heading: str = "") -> None:
        """Say what a cell holds, or what the heading of a dimension says."""
        self._where.say(where)
        self._message = ""
        level = cell.level if cell is not None else None
        self._chip.setVisible(level is not None)
        if level is not None:
            self._chip.show_level(level)
        if cell is None:
            self._said.say(heading)
        elif cell.mark is Mark.WORDS:
            self._said.say(cell.reading)
        else:
            between = " " if cell.lead and cell.reading else ""
            self._said.say((Run(cell.lead, "body_bold"), Run(between + cell.reading)))
        self._behind.say(cell.beside if cell is not None else "")
        self._behind.setVisible(bool(self._behind.text()))

    def tell(self, words: str) -> None:
        """Say what came of something, until the keyboard goes elsewhere; also to screen readers."""
        self._message = words
        self._chip.hide()
        self._behind.hide()
        self._said.say(words)
        say_aloud(self, words)

    def write(self, says: str, words: str) -> None:
        """Take a note or a reason that stands at some words so far."""
        self._note.setAccessibleName(says)
        self._note.setPlaceholderText(says)
        self._note.show_words(words)
        self._pages.setCurrentIndex(1)
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._note.selectAll()

    def stop_writing(self) -> None:
        """Show the words of the cell again."""
        self._pages.setCurrentIndex(0)

    def fit(self, room: Room) -> None:
        """Arrange for the room there is."""
        two_lines = room.width < _ONE_LINE_FROM
        line, leading = self._theme.line("body"), self._theme.leading("body")
        high = line * (1 + leading) if two_lines else line
        self._pages.setMinimumHeight(round(high) + 2 * self._theme.px(_ROOM_ABOVE))
        self._where.setMaximumWidth(self._theme.px(300 if room.width >= _BESIDE_FROM else 130))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        paint.box(
            QPainter(self),
            QRectF(self.rect()),
            theme.radius(),
            fill=theme.colour("surface"),
            border=theme.colour("line_strong"),
        )

    def _on_left(self) -> None:
        self.stop_writing()
