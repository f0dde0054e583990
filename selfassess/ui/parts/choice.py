"""Choice: a drop-down list of things to choose one from."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme

_PADDING = 10
_CHEVRON = 14


class Choice(QComboBox):
    """A drop-down list; the page tells which choice holds, and is told what the user chose.

    Signals:
        chosen: The user chose; carries the id of the choice.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        says: str,
        small: bool = False,
        style: str = "small",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            theme: Fonts, colours and measures.
            says: What is chosen, for screen readers.
            small: 32 pixels high instead of 36.
            style: The text style.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._small = small
        self._style = style
        self._lines = 1
        self.call(says)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(self._grow)

    def call(self, says: str) -> None:
        """Say what is chosen, for screen readers; on Linux they read it as the description."""
        self.setAccessibleName(says)
        self.setAccessibleDescription(says)

    def offer(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer choices by id and words; what holds stays if it is still among them."""
        now = tuple((self.itemData(k), self.itemText(k)) for k in range(self.count()))
        if now == choices:
            return
        held = self.marked
        self.clear()
        for id_, words in choices:
            self.addItem(words, id_)
        self.mark(held)
        self.updateGeometry()

    @property
    def marked(self) -> str:
        """The id of the choice that holds; empty when none does."""
        return str(self.currentData() or "")

    def mark(self, id_: str) -> None:
        """Show which choice holds."""
        self.setCurrentIndex(self.findData(id_))
        self.setToolTip(self.currentText())
        self._grow()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._grow()
            self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font(self._style))
        words = [self.itemText(place) for place in range(self.count())]
        words.append(self.placeholderText())
        widest = max(map(metrics.horizontalAdvance, words), default=0.0)
        ends = self._theme.px(2 * _PADDING + _CHEVRON + 6)
        return QSize(round(min(widest, self._theme.px(320)) + ends), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.px(88)), self._height())

    @override
    def showPopup(self) -> None:
        """Open the list, wide enough for its longest words."""
        if not self.styleSheet():  # of it only the list is Qt's to paint
            self.setItemDelegate(QStyledItemDelegate(self))
            clothe(self, self._theme)
        needs = self.view().sizeHintForColumn(0) + self._theme.px(_CHEVRON)
        self.view().setMinimumWidth(max(self.width(), needs))
        super().showPopup()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_others(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole = QRectF(self.rect())
        over = paint.hovered(self)
        fill = theme.colour("canvas" if over and self.isEnabled() else "surface")
        border = paint.border_of(self, theme, "line_strong" if self.isEnabled() else "line")
        paint.box(painter, whole, theme.radius(), fill=fill, border=border)
        pad, size = theme.px(_PADDING), theme.px(_CHEVRON)
        ink = theme.colour("ink" if self.isEnabled() else "ink3")
        said = whole.adjusted(pad, 0, -pad - size - 4, 0)
        if self._lines == 1:
            paint.words(painter, said, self._said, theme.font(self._style), ink)
        else:
            laid = self._laid(said.width())
            top = max(0.0, (whole.height() - laid.height) / 2)
            laid.paint(painter, QPointF(said.left(), top), ink)
        centre = QPointF(whole.right() - pad - size / 2 + 2, whole.center().y())
        paint.symbol(painter, "chevron-down", centre, size, ink)

    @property
    def _said(self) -> str:
        return self.currentText() or self.placeholderText()

    def _height(self) -> int:
        usual = self._theme.size("control_small" if self._small else "control")
        return usual + ceil((self._lines - 1) * self._theme.line(self._style))

    def _laid(self, width: float) -> Paragraph:
        return Paragraph(self._said, self._theme.font(self._style), width, 1.0)

    def _grow(self) -> None:
        """Take further lines for what holds where one line has no room for it."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return  # its width is not known yet: nobody has laid it out
        width = self.width() - self._theme.px(_PADDING) * 2 - self._theme.px(_CHEVRON) - 4
        advance = QFontMetricsF(self._theme.font(self._style)).horizontalAdvance
        lines = self._laid(width).lines if advance(self._said) > width + 1 else 1
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def _is_for_others(self, event: QKeyEvent) -> bool:
        typed = event.text().casefold()
        if not typed.isprintable() or not typed.strip() or event.modifiers():
            return False
        return not any(self.itemText(k).casefold().startswith(typed) for k in range(self.count()))

    def _on_activated(self, place: int) -> None:
        self.chosen.emit(str(self.itemData(place)))
