"""Told list: rows of what stood in the way or what was done, with a way to add one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.told_row import ToldRow
from selfassess.ui.spacing import Aligned, column
from selfassess.ui.theme import Theme

Names = tuple[tuple[str, str], ...]
"""Ids and names."""


class ToldList(QWidget):
    """Rows under each other; they are made anew only when there are others.

    Signals:
        written: The user changed the words of a row; carries its place and the words.
        chosen: The user chose what a row is about; carries its place and an id.
        removed: The user wants a row gone; carries its place.
    """

    written = Signal(int, str)
    chosen = Signal(int, str)
    removed = Signal(int)

    def __init__(
        self,
        make: Callable[[int, str, QWidget], ToldRow],
        add: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            make: Makes the row of a place and its words.
            add: What adds one; it stands under the rows.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._make = make
        self._rows: list[ToldRow] = []
        self._frame: object = None
        self._column = column(Aligned(add, Qt.AlignmentFlag.AlignLeft))
        self.setLayout(self._column)

    @property
    def boxes(self) -> list[QWidget]:
        """The boxes of the rows, in order."""
        return [row.box for row in self._rows]

    def forget(self) -> None:
        """Make the rows anew when they are next shown."""
        self._frame = None

    def show_rows(self, texts: tuple[str, ...], frame: object) -> None:
        """Show the words of rows; rows are made anew where the frame is another.

        Args:
            texts: The words of each row.
            frame: What can't change without other rows, such as their headings.
        """
        if frame == self._frame:
            for row, words in zip(self._rows, texts, strict=True):
                row.box.show_words(words)
            return
        self._frame = frame
        for gone in self._rows:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._rows = [self._made(place, words) for place, words in enumerate(texts)]

    def _made(self, place: int, words: str) -> ToldRow:
        row = self._make(place, words, self)
        row.written.connect(partial(self.written.emit, place))
        row.chosen.connect(partial(self.chosen.emit, place))
        row.removed.connect(partial(self.removed.emit, place))
        self._column.insertWidget(place, row)
        return row


def told_row(theme: Theme, names: Names, about: str, words: str, parent: QWidget) -> ToldRow:
    """Make a row whose heading is the name of what it is about."""
    return ToldRow(theme, dict(names).get(about, about), words, parent=parent)
