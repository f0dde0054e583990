"""Figure: a chart with its legend, the table in its place on demand, and its picture to copy."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from selfassess.ui.charts.rows import RowsChart
from selfassess.ui.charts.twin import Twin
from selfassess.ui.models.table import Table
from selfassess.ui.spacing import Thing, column
from selfassess.ui.theme import Theme

_DENSITY = 2
_MARGIN = 16


def picture_of(shown: QWidget, theme: Theme) -> QImage:
    """Return what a widget shows as a picture, twice as dense as the screen."""
    size = shown.size() + QSize(2 * _MARGIN, 2 * _MARGIN)
    made = QImage(size * _DENSITY, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(_DENSITY)
    made.fill(theme.colour("surface"))
    painter = QPainter(made)
    at = QPoint(_MARGIN, _MARGIN)
    shown.render(painter, at, renderFlags=QWidget.RenderFlag.DrawChildren)
    painter.end()
    return made


class Figure(QWidget):
    """A chart, or the table that says the same."""

    def __init__(
        self, theme: Theme, chart: RowsChart, *above: Thing, parent: QWidget | None = None
    ) -> None:
        """Show a chart under its legend.

        Args:
            theme: Colours and measures.
            chart: The chart.
            above: What stands above it and belongs to its picture.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self.chart = chart
        self.twin = Twin(theme, self)
        self._drawn = QWidget(self)
        self._drawn.setLayout(column(*above, chart))
        self.twin.hide()
        self.setLayout(column(self._drawn, self.twin))

    @property
    def is_table(self) -> bool:
        """The table is shown."""
        return not self.twin.isHidden()

    def show_table(self, table: Table) -> None:
        """Give the table that says what the chart shows."""
        self.twin.show_table(table)

    def switch(self) -> None:
        """Change between chart and table, and take the keyboard along."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        table = not self.is_table
        self._drawn.setVisible(not table)
        self.twin.setVisible(table)
        if had_focus and table:
            self.twin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.chart.take_focus()

    def picture(self) -> QImage:
        """Return the chart with its legend as a picture, twice as dense as the screen."""
        self.chart.draw_directly(True)
        made = picture_of(self._drawn, self._theme)
        self.chart.draw_directly(False)
        return made

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())
