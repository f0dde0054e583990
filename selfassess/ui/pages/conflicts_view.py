"""Conflicts view: every answer on which two forms differ, to be settled one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.assessment import Answer, Conflict
from selfassess.core.results import Results
from selfassess.reports.phrases import said
from selfassess.ui.models.import_table import level_words
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.conflict_card import ConflictCard, Side
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import Words, _, interface, plural
from selfassess.words.names import level_name, name_of


class ConflictsView(QWidget):
    """The conflicts of the round.

    Signals:
        chosen: In a conflict an answer was chosen; carries its place among them and its level.
        left: Enough for now.
    """

    chosen = Signal(int, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards: list[ConflictCard] = []
        self._title = Text(theme, "", "h1", parent=self)
        told = _(
            "Two forms of one person say different things. Until you choose, it counts as"
            " “don’t know”."
        )
        self._sentence = Text(theme, told, "body", "ink2", parent=self)
        self._done = Button(theme, _("Done"), Rank.PRIMARY, parent=self)
        body = QWidget(self)
        self._column = column(
            self._title, Gap(4), self._sentence, Gap(M), STRETCH, margins=(PAGE, L, PAGE, M)
        )
        body.setLayout(self._column)
        footer = FooterBar(theme, row(STRETCH, self._done, gap=S, margins=(PAGE, 0)), self)
        self.setLayout(column(Share(Scroll(theme, body, parent=self)), footer))
        self._done.clicked.connect(self.left)

    def show_conflicts(self, results: Results) -> None:
        """Show the conflicts that there are."""
        words, conflicts = interface(), results.round.conflicts
        count = len(conflicts)
        self._title.say(plural("{count} answer in conflict", "{count} answers in conflict", count))
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [_card(self._theme, conflict, results, words, self) for conflict in conflicts]
        for place, card in enumerate(self.cards):
            card.chosen.connect(self._on_chosen)
            self._column.insertWidget(self._column.count() - 1, card)
            card.setObjectName(str(place))
        if not conflicts:
            self._title.say(_("No answer is in conflict"))
        self._done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, level: str) -> None:
        card = self.sender()
        if isinstance(card, ConflictCard):
            self.chosen.emit(int(card.objectName()), level)


def _card(
    theme: Theme, conflict: Conflict, results: Results, words: Words, parent: QWidget
) -> ConflictCard:
    topic = next((t for t in results.asked.walk if t.id == conflict.topic), None)
    title = f"{conflict.topic}  {said(topic.title, words)}" if topic else conflict.topic
    texts = tuple(said(level, words) for level in topic.levels) if topic else ("",) * 5
    sides = tuple(_side(answer, texts, words) for answer in conflict.answers)
    return ConflictCard(theme, title, _who(conflict, results, words), sides, parent)


def _side(answer: Answer, texts: tuple[str, ...], words: Words) -> Side:
    level = answer.level
    if isinstance(level, int):
        name = words("{level}  {name}", level=level, name=level_name(level, words))
        says = texts[level - 1]
    else:
        name, says = level_words(level, words), ""
    evidence = name_of(answer.evidence, words) if answer.evidence else ""
    beside = "\n".join(part for part in (evidence, answer.note, answer.reason) if part)
    return Side("" if level is None else str(level), name, says, beside)


def _who(conflict: Conflict, results: Results, words: Words) -> str:
    people = {r.id: r for r in results.assessment.respondents}
    person = people.get(conflict.respondent)
    organisation = results.organisation(person.organisation) if person else None
    name = organisation.name if organisation else ""
    if person is None or results.assessment.anonymous or not (person.role or person.name):
        return name
    return words("{organisation}, {role}", organisation=name, role=person.role or person.name)
