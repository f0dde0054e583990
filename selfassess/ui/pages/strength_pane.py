"""Strength pane: all barriers side by side, as a chart or as the table that says the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.results import Results
from selfassess.ui.charts.figure import Figure
from selfassess.ui.charts.strength_chart import StrengthChart
from selfassess.ui.models.strength_rows import strength_finding, strength_rows, strength_table
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, M, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _, interface


class StrengthPane(QWidget):
    """The chart of strengths with its heading and its way back.

    Signals:
        back_wanted: The user has seen enough.
    """

    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readings: dict[str, str] = {}
        self._finding = Text(theme, "", "body", "ink2", parent=self)
        self.chart = StrengthChart(theme, self)
        self.figure = Figure(theme, self.chart, parent=self)
        back = Button(theme, _("Back to the barrier"), icon="arrow-left", small=True, parent=self)
        back.clicked.connect(self.back_wanted)
        title = Text(theme, _("How strong the barriers are"), "h1", parent=self)
        head = row(Share(title), Aligned(back, Qt.AlignmentFlag.AlignTop), gap=M)
        self.setLayout(column(head, Gap(2), self._finding, Gap(M), self.figure, STRETCH))

    def show_results(self, results: Results) -> None:
        """Show the barriers of some results."""
        words = interface()
        rows = strength_rows(results, words)
        self.readings = {row_.id: row_.reading for row_ in rows}
        self._finding.say(strength_finding(rows, words))
        self.chart.show_rows(rows)
        self.figure.show_table(strength_table(results, words))
