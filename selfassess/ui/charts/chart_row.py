"""Chart row: what the keyboard and the pointer reach of a chart; the chart itself is painted."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from selfassess.overriding import override

_ONLY_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The keyboard comes back to where it was; nothing has to move."""

_PASSES = 3
"""Words that wrap settle their heights in more than one turn of the loop."""


@dataclass(frozen=True, slots=True)
class RowName:
    """What a row is called.

    Attributes:
        id: Its id.
        group: The name of its group; neighbours of one group stand together.
        spoken: Its name for screen readers.
        reading: What it says, for screen readers, beside its name.
    """

    id: str
    group: str
    spoken: str
    reading: str


class PaintsRows(Protocol):
    """A chart that paints its rows."""

    def is_lit(self, place: int) -> bool:
        """Say whether a row is painted anew, on a ground of its own."""

    def paint_lit(self, painter: QPainter, place: int, where: QRectF) -> None:
        """Paint a row on a ground of its own."""


class ChartRow(QAbstractButton):
    """A row of a chart, which paints it; a button of its own.

    Signals:
        entered: The pointer or the keyboard came to it, or left it.
        reached: The keyboard came to it; sent before `entered`.
    """

    entered = Signal()
    reached = Signal()

    def __init__(
        self, chart: PaintsRows, place: int, name: RowName, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chart = chart
        self.place = place
        self.setAccessibleName(name.spoken)
        self.setAccessibleDescription(name.reading)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key is Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.click()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.entered.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in _ONLY_BACK:
            _bring_into_view(self)
        self.reached.emit()
        if event.reason() is Qt.FocusReason.TabFocusReason:  # what reads it out may grow over it
            QTimer.singleShot(0, self, partial(self._stay_in_view, _PASSES))
        self.entered.emit()

    def _stay_in_view(self, passes: int) -> None:
        if self.hasFocus():
            _bring_into_view(self)
            if passes > 1:
                QTimer.singleShot(0, self, partial(self._stay_in_view, passes - 1))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart.is_lit(self.place):
            painter = QPainter(self)
            painter.translate(-self.pos())
            self._chart.paint_lit(painter, self.place, QRectF(self.geometry()))


def _bring_into_view(row: QWidget) -> None:
    around = row.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(row, 0, row.height())
