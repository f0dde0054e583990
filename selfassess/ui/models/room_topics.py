"""Room topics: the list from which the topics of a workshop are chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from selfassess.core.results import Results
from selfassess.core.room import Proposal, RoomTopic
from selfassess.overriding import override
from selfassess.reports.phrases import said
from selfassess.reports.room import where_it_stands
from selfassess.words import Words, interface

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic, or the heading of some.

    Attributes:
        id: The topic's id; empty for a heading.
        title: Its title, or the words of the heading.
        why: Why it deserves the room.
        chosen: It is dealt with in the room.
        number: Its place in the room, from 1; 0 where it is not dealt with there.
    """

    id: str
    title: str
    why: str = ""
    chosen: bool = False
    number: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return not self.id


def topic_rows(proposal: Proposal, results: Results, words: Words) -> tuple[TopicRow, ...]:
    """Return the rows: what is for the room, what would be, and all others."""
    chosen, room = len(proposal.chosen), proposal.room
    heads = (
        words("In the room: {chosen}, there is time for {room}", chosen=chosen, room=room),
        words("Worth the room too: pre-work, or taken as read"),
        words("Taken as read"),
    )
    rows: list[TopicRow] = []
    parts = (proposal.chosen, proposal.rest, proposal.other)
    for head, topics in zip(heads, parts, strict=True):
        if not topics and topics is not proposal.chosen:
            continue
        rows.append(TopicRow("", head))
        rows += [
            _row(one, results, words, number if topics is proposal.chosen else 0)
            for number, one in enumerate(topics, start=1)
        ]
    return tuple(rows)


def _row(one: RoomTopic, results: Results, words: Words, number: int) -> TopicRow:
    why = where_it_stands(one, results, words)
    if one.item is None and not one.settled:
        why = words("Chosen by you") if number else ""
    return TopicRow(one.id, said(one.topic.topic.title, words), why, number > 0, number)


class TopicsModel(QAbstractListModel):
    """The rows for a list view; each topic can be ticked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TopicRow, ...] = ()

    def show(self, rows: tuple[TopicRow, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def index_of(self, id_: str) -> QModelIndex:
        """Return where a topic stands; an invalid index where it does not."""
        for place, row in enumerate(self.rows):
            if row.id and row.id == id_:
                return self.index(place)
        return QModelIndex()

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole and not row.is_heading:
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsUserCheckable


def _spoken(row: TopicRow) -> str:
    if row.is_heading:
        return row.title
    words = interface()
    where = words("number {number} in the room", number=row.number) if row.chosen else ""
    return ", ".join(part for part in (row.id, row.title, row.why, where) if part)
