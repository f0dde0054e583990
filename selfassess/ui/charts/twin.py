"""Twin: a chart's figures as a table, to be read with arrow keys and copied into a spreadsheet."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from selfassess.overriding import override
from selfassess.ui.models.table import Table, TableModel
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_PADDING = 10
_SIDE = 8
"""Pixels between the side of a column and its words, as the style has it."""

_LEAST = 240
"""Pixels that a column keeps whose words go on to further lines."""


class Twin(QTableView):
    """A table of words as high as all its rows, so that the page scrolls and not the table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, wraps: bool = False) -> None:
        """Make an empty table.

        Args:
            theme: Fonts, colours and measures.
            parent: The widget it stands in.
            wraps: Sentences may stand in it: where there is no room for all columns, the words of
                the widest go on to further lines.
        """
        super().__init__(parent)
        self._theme = theme
        self._wraps = wraps
        self._model = TableModel(self)
        self.setModel(self._model)
        self.setObjectName("figures")
        clothe(self, theme)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        modes = QHeaderView.ResizeMode
        across.setSectionResizeMode(modes.Fixed if wraps else modes.ResizeToContents)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)

    @property
    def table(self) -> Table:
        """What it shows."""
        return self._model.table

    def show_table(self, table: Table) -> None:
        """Show another table."""
        if table != self._model.table:
            self._model.show(table)
        self.setAccessibleName(table.title)
        self._fit_rows()

    @override
    def sizeHint(self) -> QSize:
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(self._theme.px(400), height + bar)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self.sizeHint().height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_rows()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wraps and event.size().width() != event.oldSize().width():
            self._fit_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._model.table.as_text())
            return
        super().keyPressEvent(event)

    def _row(self) -> int:
        return round(self._theme.line("body")) + self._theme.px(_PADDING)

    def _fit_rows(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._row())
        if self._wraps and self._model.table.heads:
            self._share_width()
        self.updateGeometry()

    def _share_width(self) -> None:
        """Give every column what it needs, and the widest what is left where that is too much."""
        across, columns = self.horizontalHeader(), range(self._model.columnCount())
        needs = [max(across.sectionSizeHint(k), self.sizeHintForColumn(k)) for k in columns]
        widest = max(columns, key=needs.__getitem__)
        left = self.viewport().width() - sum(needs) + needs[widest]
        given = min(needs[widest], max(left, self._theme.px(_LEAST)))
        for column in columns:
            self.setColumnWidth(column, given if column == widest else needs[column])
        gives_way = given < needs[widest]
        for place, row in enumerate(self._model.table.rows):
            lines = self._lines_of(row[widest], given) if gives_way else 1
            more = round((lines - 1) * self.fontMetrics().lineSpacing())
            self.setRowHeight(place, self._row() + more)

    def _lines_of(self, words: str, width: int) -> int:
        return Paragraph(words, self.font(), width - 2 * _SIDE - 2, 1.0).lines
