"""Entries: the rows of a list beside a reading pane, some of them headings."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

ENTRY_ROLE = Qt.ItemDataRole.UserRole

AT_ONCE = 200
"""So many rows a view is given; more follow when it is scrolled to their end."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the list.

    Attributes:
        id: What it stands for; empty for a heading.
        title: Its words.
        number: The number before it; empty for none.
        second: Words under the title, at the left.
        right: Words under the title, at the right.
        more: Further words under them, over the whole width.
        tag: An outlined tag after `second`.
    """

    id: str
    title: str
    number: str = ""
    second: str = ""
    right: str = ""
    more: str = ""
    tag: str = ""

    @property
    def is_heading(self) -> bool:
        """It heads the entries under it and can't be chosen."""
        return not self.id

    @property
    def spoken(self) -> str:
        """All its words, for screen readers."""
        words = (self.number, self.title, self.second, self.tag, self.right, self.more)
        return ", ".join(word for word in words if word)


class EntriesModel(QAbstractListModel):
    """Entries for a view, a part at a time: laying out ten thousand takes many seconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._given = 0

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show other entries; if only their words changed, the place of the keyboard stays."""
        if [e.id or e.title for e in entries] == [e.id or e.title for e in self.entries]:
            self.entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(self._given - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self._given = min(AT_ONCE, len(entries))
        self.endResetModel()

    def place_of(self, id_: str) -> int:
        """Return the row of an entry, which the view then has; -1 where there is none."""
        for place, entry in enumerate(self.entries):
            if entry.id == id_ and id_:
                self._give(place + 1)
                return place
        return -1

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else self._given

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._given < len(self.entries)

    @override
    def fetchMore(self, parent: Index) -> None:
        self._give(self._given + AT_ONCE)

    def _give(self, rows: int) -> None:
        """Let the view have so many rows at least."""
        rows = min(rows, len(self.entries))
        if rows > self._given:
            self.beginInsertRows(QModelIndex(), self._given, rows - 1)
            self._given = rows
            self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        return entry if role == ENTRY_ROLE else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entries[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
