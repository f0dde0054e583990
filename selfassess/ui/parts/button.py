"""Button: something to press, in the ranks primary, outline, link and icon."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.told import Asking
from selfassess.ui.theme import Theme

_GAP = 8
_PADDING = {"primary": 20, "outline": 14, "link": 0, "icon": 0}


class Rank(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    OUTLINE = "outline"
    LINK = "link"
    ICON = "icon"


class Button(Asking, QPushButton):
    """A button with words, and an icon or a key beside them."""

    def __init__(  # noqa: PLR0913  # looks are keywords, each with a default
        self,
        theme: Theme,
        words: str,
        rank: Rank = Rank.OUTLINE,
        *,
        icon: str = "",
        trailing: str = "",
        key: str = "",
        style: str = "",
        ink: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            theme: Fonts, colours and measures.
            words: What it does, as a verb; for an icon alone its accessible name and tool tip.
            rank: Primary (one on a page), outline, link or icon.
            icon: An icon before the words.
            trailing: An icon after the words.
            key: The key that does the same, shown as a key cap.
            style: A text style other than that of the rank.
            ink: A colour of the words other than that of the rank.
            small: 32 pixels high instead of 36.
            parent: The widget it stands in.
        """
        super().__init__(parent)  # with its words at once Qt would have all about icons loaded
        self.setText(words)
        self.hear_toggles()
        self._theme = theme
        self._rank = rank
        self._icon = icon
        self._trailing = trailing
        self._key = key
        self._style = style or ("body" if rank is Rank.LINK else "body_bold")
        self._ink_name = ink
        self._small = small
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if rank is Rank.ICON:
            self.setToolTip(words)

    def say(self, words: str) -> None:
        """Show other words."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def symbolise(self, icon: str) -> None:
        """Show another icon before the words."""
        self._icon = icon
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        height = self._theme.size("control_small" if self._small else "control")
        if self._rank is Rank.ICON:
            return QSize(self._theme.size("control_small"), self._theme.size("control_small"))
        if self._rank is Rank.LINK:
            height = self._theme.px(28)
        inside = self._words_width() + self._before() + self._after()
        return QSize(round(inside + 2 * self._pad()), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        self._paint_ground(painter, whole)
        ink = self._ink()
        if self._rank is Rank.ICON:
            paint.symbol(painter, self._icon, whole.center(), self._theme.px(16), ink)
            return
        inside = self._words_width() + self._before() + self._after()
        x = whole.left() + max(float(self._pad()), (whole.width() - inside) / 2)
        middle = whole.center().y()
        size = self._theme.px(14)
        if self._icon:
            paint.symbol(painter, self._icon, QPointF(x + size / 2, middle), size, ink)
        x += self._before()
        room = whole.width() - 2 * self._pad() - self._before() - self._after()
        said = QRectF(x, whole.top(), min(self._words_width(), room), whole.height())
        paint.words(painter, said, self.text(), self._theme.font(self._style), ink)
        x += said.width() + _GAP
        if self._key:
            x += paint.cap(painter, self._theme, QPointF(x + 2, middle), self._key) + _GAP
        if self._trailing:
            paint.symbol(painter, self._trailing, QPointF(x + size / 2, middle), size, ink)

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        theme, radius = self._theme, self._theme.radius()
        over = paint.hovered(self)
        if self._rank is Rank.PRIMARY:
            name = "accent_hover" if over or self.isDown() else "accent"
            fill = theme.colour(name if self.isEnabled() else "sunken")
            border = None if self.isEnabled() else paint.border_of(self, theme, "line")
            paint.box(painter, whole, radius, fill=fill, border=border)
        elif self._rank is Rank.OUTLINE and self.isChecked():
            paint.box(
                painter,
                whole,
                radius,
                fill=theme.colour("tint"),
                border=theme.colour("accent"),
                width=theme.stroke("chosen"),
            )
        elif self._rank is Rank.OUTLINE:
            fill = theme.colour("sunken" if self.isDown() else "canvas" if over else "surface")
            border = paint.border_of(self, theme, "line_strong" if self.isEnabled() else "line")
            paint.box(painter, whole, radius, fill=fill, border=border)
        elif self._rank is Rank.ICON and over:
            paint.box(painter, whole, radius, fill=theme.colour("sunken"))

    def _ink(self) -> QColor:
        theme = self._theme
        if not self.isEnabled():
            return theme.colour("ink3")
        if self._rank is Rank.PRIMARY:
            return theme.colour("on_accent")
        if self._ink_name:
            return theme.colour(self._ink_name)
        if self._rank is Rank.LINK:
            over = paint.hovered(self) or self.isDown()
            return theme.colour("accent_hover" if over else "accent")
        if self.isChecked():
            return theme.colour("accent")
        return theme.colour("ink2" if self._rank is Rank.ICON else "ink")

    def _pad(self) -> int:
        return self._theme.px(_PADDING[self._rank])

    def _words_width(self) -> float:
        return self._theme.width(self.text(), self._style)

    def _before(self) -> float:
        return self._theme.px(14) + _GAP if self._icon else 0.0

    def _after(self) -> float:
        key = _GAP + 2 + paint.cap_width(self._theme, self._key) if self._key else 0.0
        return key + (_GAP + self._theme.px(14) if self._trailing else 0.0)
