"""The action plan for a tree view: groups, and the actions under them."""

from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfassess.overriding import override
from selfassess.ui.models.plan_rows import PlanGroup, PlanRow
from selfassess.words import _

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_GROUP = 0
"""The internal id of groups; that of an action is the place of its group plus one."""

VALUE_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns of the plan."""

    ACTION = 0
    BARRIER = 1
    OWNER = 2
    DUE = 3
    STATUS = 4


class PlanModel(QAbstractItemModel):
    """Groups of actions; what changes only in words keeps the place of the keyboard."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: tuple[PlanGroup, ...] = ()

    def show(self, groups: tuple[PlanGroup, ...]) -> bool:
        """Show other groups; say whether the view has to find its place anew."""
        same = _frame(groups) == _frame(self.groups)
        if same:
            self.groups = groups
            for place, group in enumerate(groups):
                top = self.index(place, 0)
                last = self.index(len(group.rows) - 1, Column.STATUS, top)
                self.dataChanged.emit(self.index(0, 0, top), last)
                self.dataChanged.emit(top, top)
            return False
        self.beginResetModel()
        self.groups = groups
        self.endResetModel()
        return True

    def index_of(self, id_: str) -> QModelIndex:
        """Return where an action stands; an invalid index where there is none."""
        for place, group in enumerate(self.groups):
            for row, action in enumerate(group.rows):
                if action.id == id_:
                    return self.index(row, 0, self.index(place, 0))
        return QModelIndex()

    def row_of(self, index: Index) -> PlanRow | None:
        """Return the action at an index; None at a group or outside."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self.groups[index.internalId() - 1].rows[index.row()]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all actions, in the order in which they stand."""
        return tuple(row.id for group in self.groups for row in group.rows)

    @override
    def index(self, row: int, column: int, parent: Index = _TOP) -> QModelIndex:
        if not parent.isValid():
            return self.createIndex(row, column, _GROUP)
        return self.createIndex(row, column, parent.row() + 1)

    @override
    def parent(self, index: Index = _TOP) -> QModelIndex:  # type: ignore[override]  # two in Qt
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() != _GROUP or parent.column() != 0:
            return 0
        return len(self.groups[parent.row()].rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return len(Column)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row_of(index), Column(index.column())
        if role == VALUE_ROLE:
            return row or self.groups[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._shown(row, index) or self._nothing(column)
        return self._shown(row, index) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return {
            Column.ACTION: _("Action"),
            Column.BARRIER: _("Barrier"),
            Column.OWNER: _("Owner"),
            Column.DUE: _("Due"),
            Column.STATUS: _("Status"),
        }[Column(section)]

    def _shown(self, row: PlanRow | None, index: Index) -> str:
        if row is not None:
            return self._said(row, Column(index.column()))
        group = self.groups[index.row()]
        return f"{group.name}, {group.count}"

    def _nothing(self, column: Column) -> str:
        return _("No barrier") if column is Column.BARRIER else _("No date yet")

    def _said(self, row: PlanRow, column: Column) -> str:
        match column:
            case Column.ACTION:
                return f"{row.words}, {row.second}" if row.second else row.words
            case Column.BARRIER:
                return row.barrier
            case Column.OWNER:
                return row.owner or _("No owner yet")
            case Column.DUE:
                return _("{due}, overdue", due=row.due) if row.overdue else row.due
            case Column.STATUS:
                return row.status


def _frame(groups: tuple[PlanGroup, ...]) -> list[tuple[str, list[str]]]:
    return [(group.key, [row.id for row in group.rows]) for group in groups]
