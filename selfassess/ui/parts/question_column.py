"""Question column: one question with its levels, what else can be said, and the note."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from selfassess.core.assessment import Answer
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.answer_bar import AnswerBar
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.level_chooser import LevelChooser
from selfassess.ui.parts.note_box import NoteBox
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.spacing import STRETCH, Gap, S, column, row
from selfassess.ui.theme import Room, Theme
from selfassess.words import _

_ABOVE = 16
_BELOW = 12
_TIGHT = 10
_NOTE_FROM_HEIGHT = 740


class Asking(NamedTuple):
    """A question as it is put.

    Attributes:
        id: The topic.
        dimension: The name of its dimension.
        number: Which question of its dimension it is, from 1.
        of: How many there are.
        question: The question.
        levels: Name and words of each of the five levels.
        must_have: Whether it is a must-have for this sharing.
    """

    id: str
    dimension: str
    number: int
    of: int
    question: str
    levels: tuple[tuple[str, str], ...]
    must_have: bool


class QuestionColumn(QWidget):
    """Shows a question and what was answered; tells what the user says.

    Signals:
        guidance_wanted: The user wants the guidance.
    """

    guidance_wanted = Signal()

    def __init__(
        self, theme: Theme, grades: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asking: Asking | None = None
        self._has_note = False
        self._note_wanted = False
        self._hides_note = False
        self._meta = Text(theme, "", "body", "ink2", parent=self)
        self._guidance = Button(theme, _("Guidance"), icon="info", small=True, parent=self)
        self._must = Tag(theme, _("Must-have"), parent=self)
        self._question = Text(theme, "", "h2", parent=self)
        self.levels = LevelChooser(theme, self)
        self._held = Remark(theme, "warning", colour="warn", above=10, parent=self)
        self.bar = AnswerBar(theme, grades, self)
        self.note = NoteBox(theme, self)
        head = row(self._meta, self._guidance, self._must, gap=S + 2)
        head.setStretch(0, 1)
        self._meta.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._column = column(
            *(head, Gap(3), self._question, Gap(12), self.levels, self._held, Gap(12)),
            *(self.bar, Gap(10), self.note, STRETCH),
            margins=(0, _ABOVE, 0, _BELOW),
        )
        self.setLayout(self._column)
        self._guidance.clicked.connect(self.guidance_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def ask(self, asking: Asking) -> None:
        """Put a question, and announce it to screen readers."""
        if asking == self._asking:
            return
        self._asking = asking
        self._note_wanted = False
        counted = _("Question {number} of {all}", number=asking.number, all=asking.of)
        self._meta.say(
            (
                Run(asking.dimension, "body_bold", "accent"),
                Run(f"   {counted}", "body", "ink2"),
                Run(f"   {asking.id}", "body", "ink3"),
            )
        )
        self._must.setVisible(asking.must_have)
        self._question.say(asking.question)
        self.levels.offer(asking.levels)
        self.levels.setAccessibleName(asking.question)
        self.note.complain("")
        self.announce(f"{asking.dimension}. {counted}. {asking.question}")

    def mark(self, answer: Answer | None, held: str) -> None:
        """Show what was answered, and what an unmet must-have holds back."""
        level = answer.level if answer else None
        self.levels.mark(level if isinstance(level, int) else 0)
        self.bar.mark(level, str(answer.evidence or "") if answer else "")
        self._held.say(held)
        note, reason = (answer.note, answer.reason) if answer else ("", "")
        self._has_note = bool(note) or level == "na"
        if level == "na":
            self.note.show_reason(reason)
        else:
            self.note.show_note(note)
        self._arrange()

    def want_note(self) -> None:
        """Show the note box and put the keyboard into it."""
        self._note_wanted = True
        self._arrange()
        self.note.take_keyboard()

    @property
    def note_is_hidden(self) -> bool:
        """Whether there is no room for an empty note box."""
        return self.note.isHidden()

    def fit(self, room: Room, *, guidance_is_open: bool) -> None:
        """Arrange for the room there is."""
        self.levels.set_one_line(room.one_line_levels and not room.rail_as_menu)
        self._hides_note = room.height < _NOTE_FROM_HEIGHT
        self._guidance.setVisible(not guidance_is_open)
        above = _TIGHT if room.short_rows else _ABOVE
        self._column.setContentsMargins(0, above, 0, _BELOW)
        self._arrange()

    def announce(self, words: str) -> None:
        """Have screen readers say something."""
        if self.isVisible():
            say_aloud(self, words)

    def _arrange(self) -> None:
        shown = not self._hides_note or self._has_note or self._note_wanted or self.note.has_focus
        self.note.setVisible(shown)
