"""Entries: the rows of a list beside a reading pane, some of them headings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfassess.core.made import Made
from selfassess.overriding import override

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()

ENTRY_ROLE = Qt.ItemDataRole.UserRole


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


class Entries(Made[Entry]):
    """Rows of a list of which the ids are known, and each is made when it is looked at.

    Attributes:
        ids: The id of each row; empty for a heading.
    """

    def __init__(self, ids: Sequence[str], make: Callable[[int], Entry]) -> None:
        """Have rows to make; `make` makes the one at a place, from 0."""
        super().__init__(len(ids), make)
        self.ids = tuple(ids)


class EntriesModel(QAbstractListModel):
    """Entries for a view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries = Entries((), _none)

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; if only their words changed, the place of the keyboard stays."""
        if not isinstance(entries, Entries):
            entries = Entries([entry.id for entry in entries], entries.__getitem__)
        if entries.ids == self.entries.ids:
            self.entries = entries
            if entries.ids:
                self.dataChanged.emit(self.index(0), self.index(len(entries.ids) - 1))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def place_of(self, id_: str) -> int:
        """Return the row of an entry; -1 where there is none."""
        return self.entries.ids.index(id_) if id_ and id_ in self.entries.ids else -1

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.entries.ids)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ENTRY_ROLE:
            return self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.entries[index.row()].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.entries[index.row()].spoken
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.entries.ids[index.row()]:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _none(place: int) -> Entry:
    raise IndexError(place)
