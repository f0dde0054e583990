"""What was found, for a list view: headings of kinds, and the finds under them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfassess.overriding import override
from selfassess.ui.models.finds import Find, kind_name
from selfassess.words import interface

Index = QModelIndex | QPersistentModelIndex
FIND_ROLE = Qt.ItemDataRole.UserRole
_TOP = QModelIndex()


class FindsModel(QAbstractListModel):
    """Finds under the headings of their kinds; a heading is a text and can't be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Find | str, ...] = ()

    def show(self, found: tuple[Find, ...]) -> None:
        """Show other finds."""
        rows: list[Find | str] = []
        for place, one in enumerate(found):
            if place == 0 or found[place - 1].kind is not one.kind:
                rows.append(kind_name(one.kind, interface()))
            rows.append(one)
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def find_at(self, index: Index) -> Find | None:
        """Return the find at an index; None at a heading or outside."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Find) else None

    def beyond(self, place: int, steps: int) -> int:
        """Return the place of the next find up or down from a place; the same where none is."""
        after = place + steps
        while 0 <= after < len(self.rows):
            if isinstance(self.rows[after], Find):
                return after
            after += steps
        return place

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.find_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == FIND_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else row.spoken
        return None
