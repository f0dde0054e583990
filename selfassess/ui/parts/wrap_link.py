"""Wrap link: a link that carries what it leads to, in any colour, with a code before its words."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts import paint
from selfassess.ui.parts.link import Link
from selfassess.ui.parts.paragraph import Paragraph, Stretch
from selfassess.ui.theme import Theme

_LEADING = 1.2


class WrapLink(Link):
    """Words to press, such as the name of a barrier, of a case study or of a question.

    Attributes:
        target: What it leads to, for whoever listens.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        style: str = "body_bold",
        colour: str = "accent",
        *,
        target: str,
        code: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a link.

        Args:
            theme: Fonts, colours and measures.
            words: What it says.
            style: A text style.
            colour: A colour of the theme.
            target: What it leads to.
            code: A code said in bold before the words.
            parent: The widget it stands in.
        """
        self._code = code
        self._colour = colour
        super().__init__(theme, f"{code}  {words}" if code else words, style=style, parent=parent)
        self.target = target

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        over = paint.hovered(self) or self.isDown()
        ink = self._theme.colour("accent_hover" if over else self._colour)
        laid = self._laid(self.width())
        laid.paint(QPainter(self), QPointF(0, (self.height() - laid.height) / 2), ink)

    @override
    def _laid(self, width: int) -> Paragraph:
        bold = self._theme.font("small_bold")
        stretches = (Stretch(0, len(self._code), bold, None),) if self._code else ()
        font = self._theme.font(self._style)
        return Paragraph(self.text(), font, width, _LEADING, stretches)
