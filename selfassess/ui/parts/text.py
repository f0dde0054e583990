"""Text: words in a style of the theme, with wrapping, line height and runs in other colours."""

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from selfassess.overriding import override
from selfassess.ui.parts.paragraph import Paragraph, Stretch
from selfassess.ui.theme import Theme

_LAYOUT_EVENTS = (QEvent.Type.StyleChange, QEvent.Type.FontChange)
_WIDEST_WORD = 260
_NARROWEST_LINE = 48
_HEADINGS = ("display", "h1", "h2")
"""A word with a hyphen stays whole in these."""

_ENDLESS = 100_000
_WIDTHS_KEPT = 6


class Run(NamedTuple):
    """Some words of a text in a style and colour of their own; empty: those of the text."""

    words: str
    style: str = ""
    colour: str = ""


class Text(QLabel):
    """Words that wrap, in a style and colour of the theme; screen readers read them plainly."""

    def __init__(
        self,
        theme: Theme,
        words: str | tuple[Run, ...] = "",
        style: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Show words, or runs of words.

        Args:
            theme: Fonts and colours.
            words: What is said.
            style: A style of tokens.toml [type].
            colour: A colour of tokens.toml, such as `ink2`.
            wrap: Go on to further lines; otherwise one line wherever there is room for it.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._colour = colour
        self._runs: tuple[Run, ...] = ()
        self._leading = 0.0
        self._laid: dict[float, Paragraph] = {}
        self._tall = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        if wrap:
            self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(policy)
        self.say(words)

    def say(self, words: str | tuple[Run, ...]) -> None:
        """Show other words."""
        runs = (Run(words),) if isinstance(words, str) else words
        if runs != self._runs:
            self._runs = runs
            self.setText("".join(run.words for run in runs))
            self._renew()

    def recolour(self, colour: str) -> None:
        """Show the words in another colour of the theme."""
        self._colour = colour
        self._renew()

    def restyle(self, style: str) -> None:
        """Show the words in another style of the theme."""
        self._style = style
        self._renew()

    def set_leading(self, leading: float) -> None:
        """Set the distance between base lines as a multiple of the font's height."""
        self._leading = leading
        self._renew()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LAYOUT_EVENTS:
            self._renew()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def hasHeightForWidth(self) -> bool:
        return self.wordWrap()

    @override
    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        sides, ends = self._margins()
        given = min(width, self.maximumWidth())
        return math.ceil(self._height(self._lay(given - sides))) + ends

    @override
    def sizeHint(self) -> QSize:
        laid = self._lay(_ENDLESS)
        sides, ends = self._margins()
        height = math.ceil(self._height(laid)) + ends
        return QSize(math.ceil(laid.widest) + sides, max(height, self._tall))

    @override
    def minimumSizeHint(self) -> QSize:
        sides, ends = self._margins()
        height = math.ceil(self._theme.line(self._style)) + ends
        words = self.text().split()
        longest = max((self._theme.width(word, self._style) for word in words), default=0.0)
        width = math.ceil(min(longest, self._theme.px(_WIDEST_WORD))) + sides
        if not self.wordWrap():
            least = max(width, self._theme.px(_NARROWEST_LINE))
            return QSize(min(self.sizeHint().width(), least), max(height, self._tall))
        return QSize(width, height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.contentsRect()
        laid = self._lay(box.width())
        at = box.toRectF().topLeft() + QPointF(
            self._left(laid, box.width()), self._top(laid.height, box.height())
        )
        laid.paint(painter, at, self._theme.colour(self._ink()))

    def _grow(self) -> None:
        """Take further lines where one line has no room; where it has, none."""
        if self.wordWrap():
            return
        sides, ends = self._margins()
        laid = self._lay(max(1, self.width() - sides))
        tall = math.ceil(self._height(laid)) + ends if laid.lines > 1 else 0
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def _ink(self) -> str:
        return self._colour if self.isEnabled() else "ink3"

    def _height(self, laid: Paragraph) -> float:
        return laid.height or self._theme.line(self._style)

    def _left(self, laid: Paragraph, width: int) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            return width - laid.widest
        return 0.0

    def _top(self, height: float, room: int) -> float:
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0.0
        return max(0.0, (room - height) / 2)

    def _margins(self) -> tuple[int, int]:
        margins = self.contentsMargins()
        return margins.left() + margins.right(), margins.top() + margins.bottom()

    def _renew(self) -> None:
        self._laid = {}
        self._grow()
        self.updateGeometry()
        self.update()

    def _lay(self, width: float) -> Paragraph:
        whole = self._laid.get(_ENDLESS)
        if whole is not None and whole.widest < width:  # it would be broken nowhere else
            return whole
        laid = self._laid.get(width)
        if laid is None:
            if len(self._laid) == _WIDTHS_KEPT:  # a layout asks for the same few again and again
                self._laid = {}
            font = self._theme.font(self._style)
            leading = self._leading or self._theme.leading(self._style)
            said = self.text()
            if self._style in _HEADINGS:
                said = said.replace("-", "\N{NON-BREAKING HYPHEN}")
            laid = Paragraph(said, font, width, leading, self._stretches())
            self._laid[width] = laid
        return laid

    def _stretches(self) -> tuple[Stretch, ...]:
        made, place = [], 0
        for run in self._runs:
            length = len(run.words.encode("utf-16-le")) // 2
            font = self._theme.font(run.style) if run.style else None
            colour = self._theme.colour(run.colour) if run.colour else None
            if font or colour:
                made.append(Stretch(place, length, font, colour))
            place += length
        return tuple(made)
