"""What-if pane: topics tried at level 3, what that would change, and the shortest way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.whatif_view import WhatIf
from selfassess.ui.parts.aloud import say_aloud
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.line import Card
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.try_row import TryRow
from selfassess.ui.spacing import STRETCH, Aligned, Gap, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

STATEMENT, BARRIER = "statement", "barrier"
_NONE = "none"
_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft


class WhatIfPane(QWidget):
    """Shows a trial; the page keeps what is tried, and the assessment knows nothing of it.

    Signals:
        back_wanted: The user has seen enough.
        about_chosen: What is to change: `statement` or `barrier`.
        ticked: A topic was ticked or not; carries its id.
        way_wanted: The topics of the shortest way are to be ticked.
        topic_wanted: Another topic is to be offered; carries its id.
        afresh_wanted: Nothing is to be ticked.
    """

    back_wanted = Signal()
    about_chosen = Signal(str)
    ticked = Signal(str)
    way_wanted = Signal()
    topic_wanted = Signal(str)
    afresh_wanted = Signal()

    def __init__(self, theme: Theme, back: str, parent: QWidget | None = None) -> None:
        """Make an empty pane; `back` is what the button back says."""
        super().__init__(parent)
        self._theme = theme
        self._said = ""
        self.back = Button(theme, back, icon="arrow-left", small=True, parent=self)
        choices = ((STATEMENT, _("The statement")), (BARRIER, _("This barrier")))
        self._about = Segmented(
            theme, choices, says=_("What is to change"), small=True, parent=self
        )
        self._card = Card(theme, "tint", "tint_line", parent=self)
        self._name = Text(theme, "", "body_bold", parent=self._card)
        self._now = Text(theme, "", "body", parent=self._card)
        self._then = Text(theme, "", "body", parent=self._card)
        self._card.setLayout(
            column(self._name, Gap(4), self._now, self._then, margins=(M, 12, M, 12))
        )
        self._way = Text(theme, "", "body", parent=self)
        self._why = Text(theme, "", "small", "ink2", parent=self)
        self.take = Button(theme, _("Try this way"), small=True, parent=self)
        self.afresh = Button(theme, _("Start over"), Rank.LINK, parent=self)
        self._rows: dict[str, TryRow] = {}
        self._ticks = column(gap=2)
        self._other = Choice(theme, says=_("Try another question"), small=True, parent=self)
        self._moved = Text(theme, "", "small", parent=self)
        self._fixed = Text(theme, "", "small", "ink2", parent=self)
        self._stays = Section(
            theme, _("What no change of levels lifts"), self._fixed, style="h3", parent=self
        )
        self.setLayout(column(*self._things(), STRETCH))
        self.back.clicked.connect(self.back_wanted)
        self._about.chosen.connect(self.about_chosen)
        self.take.clicked.connect(self.way_wanted)
        self.afresh.clicked.connect(self.afresh_wanted)
        self._other.chosen.connect(self._on_other)

    def show_trial(self, view: WhatIf, about: str) -> None:
        """Show a trial of the statement or of the barrier that is chosen in the list."""
        self._about.mark(about)
        self._name.say(view.about)
        self._now.say((Run(_("Now: "), "body_bold"), Run(view.now)))
        then = view.then if view.moves else _("stays as it is")
        self._then.say((Run(_("Then: "), "body_bold"), Run(then)))
        self._way.say(view.way)
        self._why.say("\n".join(view.why))
        self._why.setVisible(bool(view.why))
        ticked = {topic.id for topic in view.topics if topic.ticked}
        self.take.setVisible(bool(set(view.changes) - ticked))
        self.afresh.setVisible(bool(ticked))
        self._show_topics(view)
        self._other.offer(((_NONE, _("Try another question…")), *view.others))
        self._other.mark(_NONE)
        self._other.setVisible(bool(view.others))
        nothing = _("Nothing yet. Tick a question, or try the shortest way.")
        self._moved.say("\n".join(view.moved) or nothing)
        self._fixed.say("\n".join(view.fixed))
        self._stays.setVisible(bool(view.fixed))
        self._announce(_("{about}: {then}", about=view.about, then=then))

    def focus_first(self) -> None:
        """Take the keyboard to the first topic, or else back."""
        first = next((row_ for row_ in self._rows.values()), None)
        (first or self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _things(self) -> tuple[Thing, ...]:
        theme = self._theme
        title = Text(theme, _("What would change it"), "h1", parent=self)
        told = Text(
            theme,
            _("Try questions at level 3, agreed and written. Your answers stay as they are."),
            "body",
            "ink2",
            parent=self,
        )
        head = row(Share(title), Aligned(self.back, _TOP), gap=M)
        acts = Flow(gap=M, parent=self)
        acts.hold(self.take, self.afresh)
        shortest = Section(
            theme,
            _("The shortest way"),
            self._way,
            self._why,
            acts,
            style="h3",
            lined=False,
            parent=self,
        )
        ticks = QWidget(self)
        ticks.setLayout(self._ticks)
        tried = Section(
            theme, _("Try at level 3"), ticks, Aligned(self._other, _LEFT), style="h3", parent=self
        )
        moves = Section(theme, _("What would move"), self._moved, style="h3", parent=self)
        return (
            *(head, Gap(2), told, Gap(M), Aligned(self._about, _LEFT), Gap(S), self._card),
            *(Gap(M), shortest, tried, moves, self._stays),
        )

    def _show_topics(self, view: WhatIf) -> None:
        wanted = {topic.id for topic in view.topics}
        for id_ in [id_ for id_ in self._rows if id_ not in wanted]:
            gone = self._rows.pop(id_)
            self._ticks.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, topic in enumerate(view.topics):
            row_ = self._rows.get(topic.id) or self._made(topic.id)
            self._ticks.removeWidget(row_)
            self._ticks.insertWidget(place, row_)
            row_.say(topic.title, topic.stands)
            row_.setChecked(topic.ticked)
            row_.show()
        self._rows = {topic.id: self._rows[topic.id] for topic in view.topics}

    def _made(self, topic: str) -> TryRow:
        made = TryRow(self._theme, topic, self)
        made.clicked.connect(self._on_ticked)
        self._rows[topic] = made
        return made

    def _announce(self, words: str) -> None:
        if self._said and words != self._said:
            say_aloud(self, words)
        self._said = words

    def _on_ticked(self) -> None:
        row_ = self.sender()
        if isinstance(row_, TryRow):
            self.ticked.emit(row_.topic)

    def _on_other(self, topic: str) -> None:
        if topic != _NONE:
            self.topic_wanted.emit(topic)
