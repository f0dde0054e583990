"""Conflict card: answers of one person that do not agree, side by side, to choose between."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.line import Card
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, M, S, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_WIDTH = 300


@dataclass(frozen=True, slots=True)
class Side:
    """One of the answers.

    Attributes:
        level: Its level as a code: “1” to “5”, “dk”, “na” or empty.
        name: What the level is called.
        says: What the level means for this question.
        beside: Evidence, note and reason.
    """

    level: str
    name: str
    says: str
    beside: str


class ConflictCard(QWidget):
    """A question with answers that do not agree.

    Signals:
        chosen: One of the answers was chosen; carries its level as a code.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        who: str,
        sides: tuple[Side, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Show the answers.

        Args:
            theme: Fonts, colours and measures.
            title: The question's code and title.
            who: Who answered.
            sides: The answers.
            parent: The widget it stands in.
        """
        super().__init__(parent)
        self._theme = theme
        self._levels: dict[Button, str] = {}
        flow = Flow(gap=S, parent=self)
        flow.hold(*(self._side(side, title, flow) for side in sides))
        self.setLayout(
            column(
                Text(theme, title, "body_bold", parent=self),
                Text(theme, who, "small", "ink2", parent=self),
                Gap(S),
                flow,
                Gap(M),
            )
        )

    def _side(self, side: Side, title: str, parent: QWidget) -> QWidget:
        theme = self._theme
        card = Card(theme, parent=parent)
        card.setFixedWidth(theme.px(_WIDTH))
        things = [Text(theme, side.name, "body_bold", parent=card)]
        things += [
            Text(theme, words, "small", "ink2", parent=card)
            for words in (side.says, side.beside)
            if words
        ]
        button = Button(theme, _("This one holds"), small=True, parent=card)
        button.setAccessibleName(_("{title}: {name} holds", title=title, name=side.name))
        button.clicked.connect(self._on_clicked)
        self._levels[button] = side.level
        card.setLayout(
            column(*things, Gap(S), row(button, STRETCH, gap=0), gap=4, margins=(12, 10, 12, 10))
        )
        return card

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(self._levels[button])
