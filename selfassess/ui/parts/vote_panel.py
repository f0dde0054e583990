"""Vote panel: a box for each partner's vote, reached by its letter."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.models.votes_view import HIDDEN, BoxState, VoteBox
from selfassess.ui.parts import marks, paint
from selfassess.ui.parts.paragraph import Paragraph
from selfassess.ui.parts.roving import DOWN, Roving
from selfassess.ui.spacing import column
from selfassess.ui.theme import Theme

_HEIGHT = 34
_LEAST_HEIGHT = 28
_BOX = 44
_NAME_LEFT = 52
_GAP, _AROUND = 8, 4
_BESIDE_FROM = 260
_MOST_LINES = 2


class VoteRow(QAbstractButton):
    """A partner with its letter, mark, name and vote; pressed, it is the one that votes next."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box: VoteBox | None = None
        self._least = False
        self._tall = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def organisation(self) -> str:
        """The partner's id."""
        return self._box.organisation if self._box else ""

    def show_box(self, box: VoteBox) -> None:
        """Show the vote as it stands."""
        self._box = box
        self.setText(box.name)
        self.setAccessibleName(box.spoken)
        self.setToolTip(box.name)
        self._grow()
        self.update()

    def shrink(self, least: bool) -> None:
        """Stand lower where there is little room."""
        self._least = least
        self.updateGeometry()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        event.ignore()

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
        height = self._theme.px(_LEAST_HEIGHT if self._least else _HEIGHT)
        return QSize(self._theme.px(208), max(height, round(self._tall)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        box, painter, theme = self._box, QPainter(self), self._theme
        if box is None:
            return
        whole = QRectF(self.rect())
        middle = whole.center().y()
        paint.cap(painter, theme, QPointF(whole.left(), middle), box.letter)
        mark = QPointF(whole.left() + theme.px(36), middle)
        marks.draw(painter, theme, box.place, mark, theme.px(12))
        high = min(whole.height(), theme.px(_HEIGHT)) - 4
        field = QRectF(whole.right() - theme.px(_BOX), middle - high / 2, theme.px(_BOX), high)
        away = box.state is BoxState.AWAY
        ink = theme.colour("ink3" if away else "ink")
        left = whole.left() + theme.px(_NAME_LEFT)
        if self._tall:
            self._paint_lines(painter, box, left, ink)
        else:
            beside = self._beside_width(box)
            name = QRectF(left, whole.top(), field.left() - left - beside - _GAP, whole.height())
            paint.words(painter, name, box.name, theme.font("body"), ink)
            said = QRectF(field.left() - beside, whole.top(), beside, whole.height())
            paint.words(painter, said, box.beside, theme.font("cap"), theme.colour("ink2"))
        border = theme.colour("line" if away else "line_strong")
        paint.box(painter, field, theme.radius(), fill=theme.colour("surface"), border=border)
        self._paint_vote(painter, field, box)

    def _paint_lines(self, painter: QPainter, box: VoteBox, left: float, ink: QColor) -> None:
        name, beside = self._lines(box)
        top = (self.height() - name.height - (beside.height if beside else 0)) / 2
        name.paint(painter, QPointF(left, top), ink)
        if beside is not None:
            beside.paint(painter, QPointF(left, top + name.height), self._theme.colour("ink2"))

    def _lines(self, box: VoteBox) -> tuple[Paragraph, Paragraph | None]:
        """The name, and under it what is said beside it where there is something."""
        theme, room = self._theme, self._name_room()
        name = _in_lines(box.name, theme.font("body"), room)
        beside = Paragraph(box.beside, theme.font("cap"), room, 1.0) if box.beside else None
        return name, beside

    def _grow(self) -> None:
        """Take further lines where one line has no room for the name and what is beside it."""
        box, tall = self._box, 0.0
        if box is not None:
            name = self._theme.width(box.name, "body")
            narrow = bool(box.beside) and self._name_room() < self._theme.px(_BESIDE_FROM)
            if narrow or name > self._name_room() + 1:
                tall = sum(one.height for one in self._lines(box) if one) + 2 * _AROUND
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def _name_room(self) -> float:
        theme = self._theme
        return self.width() - theme.px(_NAME_LEFT) - theme.px(_BOX) - _GAP

    def _paint_vote(self, painter: QPainter, field: QRectF, box: VoteBox) -> None:
        theme = self._theme
        if box.shown == HIDDEN:
            size = theme.px(5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawEllipse(field.center(), size, size)
        elif box.shown:
            font, ink = theme.font("body_bold"), theme.colour("ink")
            paint.words(painter, field, box.shown, font, ink, centred=True)

    def _beside_width(self, box: VoteBox) -> float:
        if not box.beside:
            return 0.0
        cap = QFontMetricsF(self._theme.font("cap"))
        return cap.horizontalAdvance(box.beside) + _GAP


def _in_lines(words: str, font: QFont, room: float) -> Paragraph:
    """Lay words out in two lines at most; those that need more end in “…”."""
    laid = Paragraph(words, font, room, 1.0)
    width = _MOST_LINES * room
    while laid.lines > _MOST_LINES and width > room:
        width -= room / 8
        shorter = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
        laid = Paragraph(shorter, font, room, 1.0)
    return laid


class VotePanel(QWidget):
    """The partners' votes; up and down move along them, a letter goes to its partner.

    Signals:
        picked: A partner was picked; carries its id.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[VoteRow] = []
        self._roving: Roving | None = None
        self._least = False
        self._column = column(gap=4)
        self.setLayout(self._column)

    @property
    def here(self) -> str:
        """The partner that has the keyboard; empty where none has."""
        return next((row.organisation for row in self.rows if row.hasFocus()), "")

    def show_boxes(self, boxes: tuple[VoteBox, ...]) -> None:
        """Show the votes as they stand."""
        if len(boxes) != len(self.rows):
            self._build(len(boxes))
        for row, box in zip(self.rows, boxes, strict=True):
            row.show_box(box)

    def pick(self, organisation: str) -> bool:
        """Take the keyboard to a partner; say whether there is one of that id."""
        for place, row in enumerate(self.rows):
            if row.organisation == organisation:
                if self._roving is not None:
                    self._roving.reach(place)
                row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def shrink(self, least: bool) -> None:
        """Stand lower where there is little room."""
        self._least = least
        for row in self.rows:
            row.shrink(least)

    def _build(self, count: int) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [VoteRow(self._theme, self) for _place in range(count)]
        for row in self.rows:
            row.shrink(self._least)
            row.clicked.connect(self._on_clicked)
            self._column.addWidget(row)
            row.show()
        self._roving = Roving(self.rows, DOWN, self)
        self._roving.reach(0)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, VoteRow):
            self.picked.emit(row.organisation)
