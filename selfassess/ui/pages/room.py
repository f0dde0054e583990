"""Room: the facilitator's page of a workshop."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.core.workshop import planned
from selfassess.overriding import override
from selfassess.reports.meanings import agreement_in_words
from selfassess.reports.phrases import said
from selfassess.reports.room import Line
from selfassess.ui.desk import Desk
from selfassess.ui.facilitating import Facilitating
from selfassess.ui.models import room_view, votes_view
from selfassess.ui.models.slide import Slide, mark_of, slide_of
from selfassess.ui.models.spread_view import spread_view
from selfassess.ui.page import Doing, Page
from selfassess.ui.pages.room_keys import RoomKeys
from selfassess.ui.parts.agenda_rail import AgendaRail
from selfassess.ui.parts.button import Button
from selfassess.ui.parts.centred import Centred
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.room_column import WIDTHS, RoomColumn
from selfassess.ui.parts.room_footer import RoomFooter
from selfassess.ui.parts.room_start import RoomStart
from selfassess.ui.parts.say_pane import SayPane
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.presenting import Displays, Presenting, SystemDisplays
from selfassess.ui.spacing import M, S, Share, column, row
from selfassess.ui.stage import MINUTES, Stage, Way
from selfassess.ui.theme import Room
from selfassess.words import _, interface

_MARGIN, _NARROW_MARGIN = 28, 20
_WIDEST = 900


class RoomPage(Page):
    """The agenda, the question in hand and what to say."""

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, displays: Displays | None = None
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with.
            parent: The widget it stands in.
            displays: The displays that there are; the system's where none are given.
        """
        super().__init__(desk, parent)
        theme = self.theme
        self.stage = Stage(desk.now, self)
        self.facilitating = Facilitating(desk.opened, self.stage)
        shown = displays or SystemDisplays()
        self.presenting = Presenting(theme, self.stage, self._slide, shown, self)
        self._say_wanted: bool | None = None
        self._room = theme.room(theme.smallest_window)
        self.rail = AgendaRail(theme, self)
        self.topics = Choice(theme, says=_("Questions for the room"), small=True, parent=self)
        self.topics.setPlaceholderText(_("Questions for the room"))
        self._pace = Text(theme, "", "small", "ink2", parent=self)
        self._pace.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._say_button = Button(theme, _("Say next"), key="F1", small=True, parent=self)
        self.column = RoomColumn(theme, self)
        self.start = RoomStart(theme, self)
        self.say = SayPane(theme, self)
        self._centre = self._centre_part()
        self.setLayout(row(self.rail, Share(self._centre), self.say, gap=0))
        self._connect()
        self.keys = RoomKeys(self)
        self._show()

    @override
    def hints(self) -> tuple[Hint, ...]:
        return self.keys.hints()

    @override
    def remark(self) -> str:
        if self.desk.opened.value.anonymous:
            return _("Anonymous: no partner’s level is shown")
        return _("By partner: all see who stands where")

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self.rail, self._centre, self.say)

    @override
    def at(self) -> str:
        return self.stage.topic

    @override
    def arrive(self, at: str = "") -> None:
        if at in {one.id for one in self.facilitating.topics} and self.stage.began is not None:
            self.facilitating.go_to(at)
        self._show()
        self.focus()

    @override
    def doing(self) -> Doing:
        chart = self.column.votes.chart
        copies = {"votes-table": chart.copy_table, "votes-picture": chart.copy_picture}
        return copies if self.in_hand and self.stage.revealed else {}

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    @property
    def in_hand(self) -> bool:
        """Whether a question is in hand, so that keys mean votes."""
        return self.facilitating.score is not None and not self.stage.warming_up

    def focus(self) -> None:
        """Put the keyboard where the next thing happens."""
        if not self.in_hand:
            self.start.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.stage.revealed:
            self.focus_levels()
        else:
            self.focus_votes()

    def focus_votes(self, after: str = "") -> None:
        """Put the keyboard on the next partner whose vote is not in, or else on the reveal."""
        votes, waiting = self.column.votes, ""
        self._scroll.to_top()
        if self.stage.way is Way.ORGANISATIONS:
            waiting = self.facilitating.waiting(after)
        if not votes.votes.pick(waiting):
            votes.reveal.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_levels(self) -> None:
        """Put the keyboard on the agreed level."""
        self.column.settle.levels.reach()

    def toggle_say(self) -> None:
        """Open or close what to say."""
        self._say_wanted = self.say.isHidden()
        self._arrange()
        if not self.say.isHidden():
            self.say.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus()

    def reveal(self) -> None:
        """Show the votes, or hide them again."""
        if self.in_hand:
            self.stage.reveal(not self.stage.revealed)
            self.focus()

    def vote_again(self) -> None:
        """Open the second vote; there is no third."""
        if self.in_hand and not self.facilitating.has_voted_twice:
            self.facilitating.vote_again()
            self.focus()

    def go_on(self) -> None:
        """Go to the next question that is open; after the last to what was agreed."""
        if not self.in_hand:
            self._on_begin()
        elif self.facilitating.go_on():
            self._scroll.to_top()
            self.focus()
        else:
            self.stage.stop()
            self.wanted.emit("agreed", "")

    def go_by(self, steps: int) -> None:
        """Go to the question before or after, settled or not."""
        self.facilitating.go_by(steps)
        self._scroll.to_top()
        self.focus()

    def park(self) -> None:
        """Ask for a point to park."""
        told = self.desk.prompts.write(
            _("Park a point"), _("It is kept for later, with the question in hand."), _("Point")
        )
        if told is not None and told.strip():
            self.facilitating.park(told.strip())

    def decide(self) -> None:
        """Ask for a decision to record."""
        told = self.desk.prompts.write(
            _("Record a decision"),
            _("It stands in “What we agreed” and in the report."),
            _("Decision"),
        )
        if told is not None and told.strip():
            self.facilitating.decide(told.strip())

    def toggle_presenter(self) -> None:
        """Open or close the presenter."""
        self.presenting.toggle(self)

    def move_presenter(self) -> None:
        """Take the presenter to another display."""
        self.presenting.move_on(self)

    def _centre_part(self) -> QWidget:
        centre, theme = QWidget(self), self.theme
        self._bar = QWidget(centre)
        self._bar.setLayout(
            row(Share(self.topics), self._pace, self._say_button, gap=S, margins=(M, S, M, S))
        )
        self._middle = Centred(self.column, centre)
        self._scroll = Scroll(theme, self._middle, parent=centre)
        self._start_middle = Centred(self.start, centre)
        self._stack = QStackedWidget(centre)
        self._stack.addWidget(Scroll(theme, self._start_middle, parent=centre))
        self._stack.addWidget(self._scroll)
        self.footer = RoomFooter(theme, centre)
        centre.setLayout(column(self._bar, Share(self._stack), self.footer))
        return centre

    def _connect(self) -> None:
        votes, settle = self.column.votes, self.column.settle
        self.desk.opened.changed.connect(self._on_changed)
        self.stage.changed.connect(self._show)
        self.stage.ticked.connect(self._show_time)
        self.presenting.changed.connect(self._show_presenter)
        self.presenting.key_pressed.connect(self.keyPressEvent)
        self.rail.chosen.connect(self._on_topic)
        self.topics.chosen.connect(self._on_topic)
        self.start.begin_wanted.connect(self._on_begin)
        self.start.warm_up_wanted.connect(self._on_warm_up)
        self.start.plan_wanted.connect(self._on_plan)
        votes.counted.connect(self.facilitating.raise_hand)
        votes.reveal_wanted.connect(self.reveal)
        votes.again_wanted.connect(self.vote_again)
        votes.made_up_wanted.connect(self.facilitating.rehearse_votes)
        votes.way_chosen.connect(self._on_way)
        settle.settled.connect(self._on_settled)
        settle.dissent_written.connect(self.facilitating.dissent)
        settle.note_written.connect(self.facilitating.note)
        self.say.pause_wanted.connect(self.stage.pause)
        self.say.presenter_wanted.connect(self.toggle_presenter)
        self.say.other_display_wanted.connect(self.move_presenter)
        self._say_button.clicked.connect(self.toggle_say)
        self.footer.back_wanted.connect(self._on_back)
        self.footer.park_wanted.connect(self.park)
        self.footer.decision_wanted.connect(self.decide)
        self.footer.next_wanted.connect(self.go_on)

    def _slide(self) -> Slide:
        return slide_of(self.facilitating, self.stage, interface())

    def _show(self) -> None:
        words = interface()
        entries = room_view.agenda_entries(self.facilitating, self.stage, words)
        self.rail.offer(entries)
        self.topics.offer(tuple((one.id, f"{one.id}  {one.title}") for one in entries))
        self.topics.mark(self.stage.topic)
        self._stack.setCurrentIndex(1 if self.in_hand else 0)
        self.footer.setVisible(self.in_hand)
        if self.in_hand:
            self._show_question()
            self._show_footer()
        else:
            self._show_start()
        self._show_say()
        self._show_time()
        self._show_presenter()
        self.hints_changed.emit()

    def _show_question(self) -> None:
        words, stage, facilitating = interface(), self.stage, self.facilitating
        asked, score = room_view.asked(facilitating, words), facilitating.in_room
        spread = spread_view(facilitating, stage, words)
        if asked is None or score is None or spread is None:
            return
        votes = self.column.votes
        self.column.ask(asked, mark_of(facilitating, words))
        votes.show_way(stage.way, fixed=self.desk.opened.value.anonymous)
        boxes = votes_view.vote_boxes(facilitating, stage, words)
        votes.show_votes(boxes, votes_view.in_words(facilitating, stage, words))
        votes.hands.show_hands(facilitating.hands, hidden=not stage.revealed)
        may = not facilitating.has_voted_twice
        on_show = self.presenting.is_open and not stage.blank
        votes.show_reveal(revealed=stage.revealed, on_show=on_show, may_vote_again=may)
        votes.made_up.setVisible(self.desk.opened.value.fictional)
        if stage.revealed:
            agreement = agreement_in_words(score, words) if score.agreement else ""
            votes.show_spread(spread, agreement, room_view.first_vote(facilitating, words))
        else:
            votes.hide_spread(spread, votes_view.reveal_words(facilitating, stage, words))
        settled = room_view.settled(facilitating, words)
        told = (settled.code, settled.name, settled.says, settled.minority_view)
        self.column.settle.show_agreed(*told)
        note = facilitating.note_here()
        self.column.settle.show_note(note, room_view.kept_here(facilitating, stage, words))

    def _show_footer(self) -> None:
        following = self.facilitating.next_title(interface().language)
        here = self.facilitating.here
        settled = here is not None and here.settled
        ids = [one.id for one in self.facilitating.topics]
        has_back = self.stage.topic != ids[0]
        self.footer.show_next(following, settled=settled, has_back=has_back)

    def _show_start(self) -> None:
        shown = room_view.before_the_first(self.facilitating, self.stage, interface())
        topics = self.facilitating.topics
        told = (shown.title, shown.about, shown.lines)
        self.start.show_start(*told, has_topics=bool(topics), warm=shown.warm)
        at = planned(self.desk.opened.value.latest).at
        begun = bool(at) or any(one.settled for one in topics)
        self.start.begin.say(_("Carry on") if begun else _("Begin"))

    def _show_say(self) -> None:
        words = interface()
        book = self.facilitating.results.content.prompts
        if self.stage.warming_up and book.warm_up is not None:
            lines = tuple(Line(said(text, words)) for text in book.warm_up.say)
            self.say.show_prompts(_("Warm-up"), "", lines)
            return
        self.say.show_prompts(*room_view.to_say(self.facilitating, self.stage, words))

    def _show_time(self) -> None:
        stage = self.stage
        self.say.show_time(stage.seconds, MINUTES, runs=stage.runs)
        shown = room_view.pace_shown(self.facilitating, stage, self.desk.now(), interface())
        self.rail.show_pace(shown)
        self._pace.say(shown.words)

    def _show_presenter(self) -> None:
        presenting = self.presenting
        told = presenting.words()
        if presenting.is_open and self.stage.blank:
            told = _("The projector is blank. B shows it again.")
        self.say.show_presenter(told, is_open=presenting.is_open, can_move=presenting.can_move)

    def _arrange(self) -> None:
        room, theme = self._room, self.theme
        rail = room.width >= WIDTHS.rail
        beside = room.width >= WIDTHS.say if self._say_wanted is None else self._say_wanted
        alone = beside and room.width < WIDTHS.rail
        self.rail.setFixedWidth(theme.px(276))
        self.rail.setVisible(rail)
        self._bar.setVisible(not rail or not beside)
        self.topics.setVisible(not rail)
        self._pace.setVisible(not rail)
        self.say.setVisible(beside)
        self._centre.setVisible(not alone)
        if alone:
            self.say.setMinimumWidth(0)
            self.say.setMaximumWidth(16_777_215)
        else:
            self.say.setFixedWidth(theme.px(272))
        margin = _NARROW_MARGIN if room.compact_rail else _MARGIN
        for middle in (self._middle, self._start_middle):
            middle.set_limits(theme.px(_WIDEST), margin)
        inside = room.width - (276 if rail else 0) - (272 if beside and not alone else 0)
        self.rail.shorten(room.short_rows)
        self.column.fit(room, inside - 2 * margin / theme.text_scale)
        self.footer.fit(inside)

    def _on_changed(self, _before: object, _after: object) -> None:
        self.presenting.refresh()
        if self.isVisible():
            self._show()

    def _on_topic(self, id_: str) -> None:
        if self.stage.began is None:
            self.facilitating.begin()
        self.facilitating.go_to(id_)
        self.focus()

    def _on_begin(self) -> None:
        self.stage.warm_up(False)
        self.facilitating.begin()
        self.focus()

    def _on_warm_up(self) -> None:
        self.stage.warm_up(True)
        self.focus()

    def _on_plan(self) -> None:
        self.wanted.emit("prepare", "")

    def _on_way(self, code: str) -> None:
        self.facilitating.vote_in(Way(code))
        self.focus()

    def _on_settled(self, code: str) -> None:
        self.facilitating.settle_by(code)

    def _on_back(self) -> None:
        self.go_by(-1)
