"""Twin: a chart's figures as a table, to be read with arrow keys and copied into a spreadsheet."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from selfassess.ui.models.table import Table, TableModel
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_PADDING = 10


class Twin(QTableView):
    """A table of words as high as all its rows, so that the page scrolls and not the table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        clothe(self, theme)
        self._model = TableModel(self)
        self.setModel(self._model)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
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
        rows = self._model.rowCount()
        height = self.horizontalHeader().sizeHint().height() + rows * self._row()
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
        self.updateGeometry()
