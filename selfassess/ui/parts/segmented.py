"""Segmented: a few choices side by side, of which one holds."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.roles import GROUP
from selfassess.ui.parts.roving import ACROSS, Roving
from selfassess.ui.parts.told import Asking
from selfassess.ui.spacing import row
from selfassess.ui.theme import Theme

_PADDING = 10


class Segment(Asking, QRadioButton):
    """One of the choices; shows what it is told and only asks to be chosen."""

    def __init__(
        self, theme: Theme, words: str, *, small: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self.hear_toggles()
        self._theme = theme
        self._small = small
        self.is_divided = False
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        font = "small_bold" if self._small else "body_bold"
        widest = self._theme.width(self.text(), font)
        height = self._theme.size("control_small" if self._small else "control")
        return QSize(round(widest + 2 * self._theme.px(_PADDING)), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        whole = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            fill = theme.colour("tint" if self.isEnabled() else "sunken")
            border = theme.colour("accent" if self.isEnabled() else "line_strong")
            width = theme.stroke("chosen")
            paint.box(painter, whole, theme.radius(), fill=fill, border=border, width=width)
        else:
            if paint.hovered(self):
                inside = whole.adjusted(2, 2, -2, -2)
                paint.box(painter, inside, theme.radius("tag"), fill=theme.colour("canvas"))
            if self.is_divided:
                gap = whole.height() / 4
                line = QRectF(whole.right() - 1, gap, 1, whole.height() - 2 * gap)
                paint.fill(painter, line, theme.colour("line"))
        style = ("small" if self._small else "body") + ("_bold" if chosen else "")
        name = "ink3" if not self.isEnabled() else "accent" if chosen else "ink"
        paint.words(
            painter, whole, self.text(), theme.font(style), theme.colour(name), centred=True
        )


class Segmented(QWidget):
    """A row of choices in one outline; arrow keys move along it, Space chooses.

    Signals:
        chosen: The user chose; carries the id of the choice.
    """

    heard_as = GROUP

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: tuple[tuple[str, str], ...],
        *,
        says: str,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer choices.

        Args:
            theme: Fonts, colours and measures.
            choices: Id and words of each.
            says: What is chosen, for screen readers.
            small: 32 pixels high, with small words.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._ids = tuple(id_ for id_, _words in choices)
        self._segments = [Segment(theme, words, small=small, parent=self) for _id, words in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for place, segment in enumerate(self._segments):
            self._group.addButton(segment, place)
            segment.setAccessibleDescription(says)
        self._roving = Roving(self._segments, ACROSS, self)
        self._group.idClicked.connect(self._on_clicked)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(row(*self._segments, gap=0))
        self.mark("")

    @property
    def marked(self) -> str:
        """The id of the choice that holds; empty when none does."""
        for id_, segment in zip(self._ids, self._segments, strict=True):
            if segment.isChecked():
                return id_
        return ""

    def relabel(self, words: tuple[str, ...]) -> None:
        """Show other words for the choices, in their order."""
        for segment, said in zip(self._segments, words, strict=True):
            if segment.text() != said:
                segment.setText(said)
                segment.setAccessibleName(said)
                segment.updateGeometry()

    def mark(self, id_: str) -> None:
        """Show which choice holds; empty for none."""
        for place, segment in enumerate(self._segments):
            segment.setChecked(self._ids[place] == id_)
            segment.is_divided = place + 1 < len(self._ids) and self._ids[place + 1] != id_
        self._roving.reach(self._ids.index(id_) if id_ in self._ids else 0)
        self.update()

    def reach(self) -> None:
        """Put the keyboard on the choice that holds, or on the first."""
        marked = [segment for segment in self._segments if segment.isChecked()]
        (marked or self._segments)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, whole = QPainter(self), self._theme, QRectF(self.rect())
        border = paint.border_of(self, theme, "line_strong" if self.isEnabled() else "line")
        fill = theme.colour("surface")
        paint.box(painter, whole, theme.radius(), fill=fill, border=border)

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._ids[place])
