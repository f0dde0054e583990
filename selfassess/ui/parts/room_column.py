"""Room column: the question in hand, its votes, and what the room settles on."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from selfassess.ui.models.room_view import Asked
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.settle_part import SettlePart
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.votes_part import VotesPart
from selfassess.ui.spacing import STRETCH, Gap, M, S, Share, column, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _


@dataclass(frozen=True, slots=True)
class _Widths:
    """From which width of the window, divided by the text size, which column is beside."""

    rail: int = 1120
    say: int = 1280


WIDTHS = _Widths()


class RoomColumn(QWidget):
    """The middle of the facilitator's page."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meta = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._must = Tag(theme, _("Must-have"), parent=self)
        self._mark = Tag(theme, "", filled=True, parent=self)
        self._question = Text(theme, "", "h2", parent=self)
        self.votes = VotesPart(theme, self)
        self.settle = SettlePart(theme, self)
        self.setLayout(
            column(
                row(Share(self._meta), self._must, self._mark, gap=S),
                Gap(4),
                self._question,
                Gap(M),
                Hairline(theme, parent=self),
                Gap(12),
                self.votes,
                Gap(12),
                Hairline(theme, parent=self),
                Gap(12),
                self.settle,
                STRETCH,
                margins=(0, 14, 0, M),
            )
        )

    def ask(self, asked: Asked, mark: str) -> None:
        """Show a question, and that all of it is made up where it is."""
        self._meta.say(
            (
                Run(asked.dimension, "small_bold", "accent"),
                Run(f"   {asked.code}   {asked.vote}"),
            )
        )
        self._question.say(asked.question)
        self._must.setVisible(asked.must_have)
        self._mark.say(mark)
        self._mark.setVisible(bool(mark))

    def fit(self, room: Room, width: float) -> None:
        """Arrange for the room there is; `width` is that of this column, divided by the text."""
        self.votes.fit(width, short=room.short_rows)
        self.settle.fit(width * self._theme.text_scale)
