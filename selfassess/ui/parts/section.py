"""Section: a heading with what stands under it, as side panes and reading panes are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import STRETCH, Gap, S, Share, Thing, column, row
from selfassess.ui.theme import Theme

_ABOVE, _BELOW = 20, 16


class Section(QWidget):
    """A heading, with something at its right or not, and things under it."""

    def __init__(
        self,
        theme: Theme,
        heading: str,
        *things: Thing,
        beside: QWidget | None = None,
        style: str = "body_bold",
        lined: bool = True,
        gap: int = S,
        parent: QWidget | None = None,
    ) -> None:
        """Make a section.

        Args:
            theme: Fonts, colours and measures.
            heading: Its words.
            things: What stands under it.
            beside: What stands at the right of the heading, such as a link.
            style: The text style of the heading.
            lined: A hairline parts it from the section above.
            gap: Pixels between the things.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        head = Text(theme, heading, style, parent=self)
        head.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        top = row(Share(head), beside, gap=S) if beside is not None else head
        above: tuple[Thing, ...] = ()
        if lined:
            above = (Gap(_ABOVE), Hairline(theme, parent=self), Gap(_BELOW))
        self.setLayout(column(*above, top, Gap(S), column(*things, gap=gap)))


class Item(QWidget):
    """An icon and words beside it, in runs of their own style."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        words: str | tuple[Run, ...],
        *,
        colour: str = "ink2",
        size: int = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        symbol = Symbol(theme, icon, colour=colour, size=size, parent=self)
        said = Text(theme, words, "small", parent=self)
        self.setLayout(row(column(Gap(2), symbol, STRETCH), Share(said), gap=9))


class Numbered(QWidget):
    """A number with things beside it."""

    def __init__(
        self, theme: Theme, number: int, *things: Thing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        place = Text(theme, str(number), "body_bold", "ink2", wrap=False, parent=self)
        place.setFixedWidth(theme.px(22))
        self.setLayout(row(column(Gap(2), place, STRETCH), Share(column(*things)), gap=0))
