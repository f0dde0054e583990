"""Walk: one question at a time, answered for one person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from selfassess.core.asked import is_must_have
from selfassess.core.assessment import Assessment
from selfassess.core.codes import Evidence
from selfassess.core.questionnaire import Topic
from selfassess.core.walk import following, preceding
from selfassess.overriding import override
from selfassess.ui import walk_view
from selfassess.ui.answering import Answering
from selfassess.ui.desk import Desk
from selfassess.ui.main_keys import on_keys, on_main_keys
from selfassess.ui.page import Doing, Page
from selfassess.ui.pages.walk_places import Places
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.centred import Centred
from selfassess.ui.parts.empty import no_partners
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.question_column import Asking, QuestionColumn
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.words import _, interface
from selfassess.words.names import LEVELS, level_name, name_of

if TYPE_CHECKING:
    from selfassess.ui.pages.walk_beside import Beside
    from selfassess.ui.parts.answering_for import AnsweringFor
    from selfassess.ui.parts.guidance_pane import GuidancePane
    from selfassess.ui.parts.rail_pane import RailPane

_WIDE_MARGIN = 32
_NARROW_MARGIN = 28
_BESIDE_GUIDANCE = 420


class WalkPage(Page):
    """The questions, one by one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._answering = Answering(desk.opened, desk.new_id)
        self._room = desk.theme.room(desk.theme.smallest_window)
        self._guidance_wanted: bool | None = None
        theme = self.theme
        self._places = Places(desk, self._answering, self)
        self._places.made.connect(self._join)
        grades = tuple((grade.value, name_of(grade, interface())) for grade in Evidence)
        self.question = QuestionColumn(theme, grades, self)
        self._middle = Centred(self.question, self)
        self._scroll = Scroll(theme, self._middle, parent=self)
        self._back = Button(theme, _("Back"), icon="chevron-left", parent=self)
        grid = _("Grid of all answers")
        self._grid = Button(theme, grid, Rank.ICON, icon="table", parent=self)
        self._next_title = Text(theme, "", "small", "ink2", wrap=False, parent=self)
        self._add_note = Button(theme, _("Add a note"), Rank.LINK, key="N", parent=self)
        self._next = Button(theme, _("Next"), Rank.PRIMARY, trailing="chevron-right", parent=self)
        self._foot = Centred(self._footer_content(), self)
        self._foot.follow(self._scroll)
        self._footer = FooterBar(theme, column(self._foot), self)
        self._centre = QWidget(self)
        self._centre.setLayout(column(self._places.above, Share(self._scroll), self._footer))
        self._work = QWidget(self)
        self._work.setLayout(row(self._places.left, Share(self._centre), self._places.right, gap=0))
        self._empty = no_partners(theme, self)
        self.setLayout(column(Share(self._work), Share(self._empty)))
        self._connect()
        self._shown: object = None
        self._show()

    @property
    def rail(self) -> "RailPane":
        """The pane at the left: who answers, how far they are, and the dimensions."""
        return self._places.filled().rail

    @property
    def guidance(self) -> "GuidancePane":
        """The pane at the right: the guidance on the question."""
        return self._places.filled().guidance

    @override
    def hints(self) -> tuple[Hint, ...]:
        if not self._answering.organisation:
            return ()
        return walk_view.hints(in_note=self.question.note.has_focus)

    @override
    def at(self) -> str:
        return f"{self._answering.topic}:{self._answering.respondent}"

    @override
    def arrive(self, at: str = "") -> None:
        topic, _colon, person = at.partition(":")
        if topic in {one.id for one in self.desk.opened.asked.walk}:
            self._answering.topic = topic
            self._answering.answer_as(person)
        self._answering.settle()
        if self._shown != self._to_show():
            self._show()
        if self._answering.organisation:
            self.question.levels.focus_chosen()
            self._scroll.to_top()
        else:
            self._empty.button.setFocus()

    @override
    def fit(self, room: Room) -> None:
        self._room = room
        self._places.fit(room)
        self._footer.set_tight(room.one_line_levels)
        self._arrange()
        if self._answering.organisation:
            self._show_footer()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._places.question_was_painted()

    @override
    def doing(self) -> Doing:
        if not self._answering.organisation:
            return {}
        return {
            "dont-know": self._on_dont_know,
            "not-applicable": self._on_not_applicable,
            "evidence": self._cycle_evidence,
            "note": self.question.want_note,
            "clear": self._answering.clear,
            "who": self._on_who,
            "guidance": self._toggle_guidance,
            "grid": self._on_grid,
        }

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self.rail, self._centre, self.guidance)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answering.organisation:
            super().keyPressEvent(event)
            return
        act = self._acts.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text() in ("1", "2", "3", "4", "5"):
            self._answering.say(int(event.text()))  # type: ignore[arg-type]  # is 1 to 5
        elif plain and act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._acts = {
            Qt.Key.Key_D: self._on_dont_know,
            Qt.Key.Key_X: self._on_not_applicable,
            Qt.Key.Key_E: self._cycle_evidence,
            Qt.Key.Key_N: self.question.want_note,
            Qt.Key.Key_P: self._on_who,
            Qt.Key.Key_Delete: self._answering.clear,
            Qt.Key.Key_Return: self._on_enter,
            Qt.Key.Key_Enter: self._on_enter,
            Qt.Key.Key_Escape: self._on_escape,
        }
        on_main_keys(self, self._go_on)
        arrows = {"Alt+Left": self._go_back, "Alt+Right": self._go_on}
        on_keys(self, {"F1": self._toggle_guidance, **arrows})
        self.desk.opened.changed.connect(self._on_changed)
        self.question.levels.chosen.connect(self._answering.say)
        self.question.bar.dont_know.connect(self._on_dont_know)
        self.question.bar.not_applicable.connect(self._on_not_applicable)
        self.question.bar.evidence_chosen.connect(self._on_evidence)
        self.question.note.note_written.connect(self._answering.note)
        self.question.note.reason_written.connect(self._answering.give_reason)
        self.question.note.keyboard_moved.connect(self.hints_changed)
        self.question.guidance_wanted.connect(self._toggle_guidance)
        self._empty.acted.connect(self._on_nobody)
        self._back.clicked.connect(self._go_back)
        self._grid.clicked.connect(self._on_grid)
        self._next.clicked.connect(self._go_on)
        self._add_note.clicked.connect(self.question.want_note)

    def _join(self, beside: "Beside") -> None:
        """Listen to what has been made beside the question."""
        for dimensions in (beside.rail, beside.bar):
            dimensions.chosen.connect(self._on_dimension)
            dimensions.answering.organisation_chosen.connect(self._on_organisation)
            dimensions.answering.person_chosen.connect(self._on_person)
            dimensions.answering.person_wanted.connect(self._on_person_wanted)
        beside.guidance.close_wanted.connect(self._close_guidance)
        beside.guidance.source_wanted.connect(self.desk.browse)

    def _footer_content(self) -> QWidget:
        content = QWidget(self)
        before, after = (self._back, self._grid), (Gap(S), self._add_note, Gap(S), self._next)
        content.setLayout(row(*before, STRETCH, self._next_title, *after, gap=S))
        return content

    def _topic(self) -> Topic:
        walk = self.desk.opened.asked.walk
        return next(topic for topic in walk if topic.id == self._answering.topic)

    def _to_show(self) -> tuple[Assessment, str, str]:
        return self.desk.opened.value, self._answering.topic, self._answering.respondent

    def _show(self) -> None:
        self._shown = self._to_show()
        nobody = not self._answering.organisation
        self._work.setHidden(nobody)
        self._empty.setHidden(not nobody)
        if nobody:
            return
        opened, language = self.desk.opened, interface().language
        latest, topic, answer = opened.value.latest, self._topic(), self._answering.answer
        where = walk_view.where_is(opened.asked, topic.id)
        names = [level_name(level + 1, interface()) for level in range(len(LEVELS))]
        words = [level.say(language) for level in topic.levels]
        self.question.ask(
            Asking(
                id=topic.id,
                dimension=where.dimension.name.say(language),
                number=where.number,
                of=where.of,
                question=topic.question.say(language),
                levels=tuple(zip(names, words, strict=True)),
                must_have=is_must_have(topic, latest),
            )
        )
        self.question.mark(answer, walk_view.held_sentence(topic, where, latest, answer, language))
        self._places.show()
        self._show_footer()

    def _show_footer(self) -> None:
        asked, here = self.desk.opened.asked, self._answering.topic
        after = following(asked, here)
        self._back.setEnabled(preceding(asked, here) is not None)
        self._add_note.setVisible(self.question.note_is_hidden)
        both = self._room.three_columns or not self.question.note_is_hidden
        self._next_title.setVisible(both)
        if after is None:
            value = self.desk.opened.value
            self._next_title.say(walk_view.last_sentence(value.latest, value.respondents))
            self._next.say(_("See the results"))
            return
        topic = next(t for t in asked.walk if t.id == after)
        title = topic.title.say(interface().language)
        self._next_title.say(_("Next: {id} {title}", id=after, title=title))
        self._next.say(_("Next"))

    def _arrange(self) -> None:
        room, theme = self._room, self.theme
        wanted = self._guidance_wanted
        shown = room.three_columns if wanted is None else wanted
        beside = room.width - (0 if room.rail_as_menu else 112) - 304
        alone = shown and not room.three_columns and beside < _BESIDE_GUIDANCE
        self._places.right.setVisible(shown)
        self._centre.setVisible(not alone)
        if alone:
            self._places.right.setMinimumWidth(0)
            self._places.right.setMaximumWidth(16_777_215)
        else:
            self._places.right.setFixedWidth(theme.size("guidance"))
        narrow = room.one_line_levels or room.compact_rail
        margin = _NARROW_MARGIN if narrow else _WIDE_MARGIN
        margin = M if room.rail_as_menu else margin
        widest = theme.px(1180) if room.one_line_levels else theme.size("content_max")
        for middle in (self._middle, self._foot):
            middle.set_limits(widest, margin)
        self.question.fit(room, guidance_is_open=shown)

    def _on_changed(self, before: Assessment, after: Assessment) -> None:
        self._answering.settle()
        if self.isVisible():
            self._answering.follow(before, after)
            self._show()

    def _on_grid(self) -> None:
        self.wanted.emit("grid", self.at())

    def _on_nobody(self) -> None:
        self.wanted.emit("setup", "")

    def _on_dimension(self, id_: str) -> None:
        asked = self.desk.opened.asked
        topics = [topic.id for topic in asked.walk if asked.dimension_of[topic.id] == id_]
        said = walk_view.open_first(
            self.desk.opened.value.latest, self._answering.respondent, topics
        )
        self._go_to(said)

    def _on_organisation(self, id_: str) -> None:
        self._answering.choose_organisation(id_)
        self._show()

    def _on_person(self, id_: str) -> None:
        self._answering.choose_person(id_)
        self._show()

    def _on_person_wanted(self) -> None:
        role: str | None = ""
        if not self.desk.opened.value.anonymous:
            role = self.desk.prompts.write(
                _("Add a person"),
                _("A role is enough, such as school nurse. A name only if the person wishes."),
                _("Role or name"),
            )
        if role is not None:
            self._answering.add_person(role.strip())
        self._show()

    def _on_dont_know(self) -> None:
        self._answering.say("dk")

    def _on_not_applicable(self) -> None:
        self._answering.say("na")
        self.question.want_note()

    def _on_evidence(self, code: str) -> None:
        self._answering.give_evidence(Evidence(code))

    def _cycle_evidence(self) -> None:
        answer = self._answering.answer
        if answer is not None and isinstance(answer.level, int):
            grades = tuple(Evidence)
            after = grades.index(answer.evidence) + 1 if answer.evidence else 0
            self._answering.give_evidence(grades[after % len(grades)])

    def _on_who(self) -> None:
        self._who().take_keyboard()

    def _who(self) -> "AnsweringFor":
        beside = self._places.filled()
        return (beside.bar if self._places.left.isHidden() else beside.rail).answering

    def _on_enter(self) -> None:
        """Go on; where it was chosen who answers, only to the question."""
        if self._who().has_keyboard:
            self.question.levels.focus_chosen()
        else:
            self._go_on()

    def _on_escape(self) -> None:
        if self.question.note.has_focus:
            self.question.levels.focus_chosen()
        else:
            self._close_guidance()

    def _go_on(self) -> None:
        answer = self._answering.answer
        if answer is not None and answer.level == "na" and not answer.reason.strip():
            self.question.want_note()
            self.question.note.complain(_("Say in one sentence why it doesn’t apply."))
            self._middle.activate()
            self._scroll.ensureWidgetVisible(self.question.note)
            return
        after = following(self.desk.opened.asked, self._answering.topic)
        if after is None:
            self.wanted.emit("overview", "")
        else:
            self._go_to(after)

    def _go_back(self) -> None:
        before = preceding(self.desk.opened.asked, self._answering.topic)
        if before is not None:
            self._go_to(before)

    def _go_to(self, topic: str) -> None:
        self._answering.topic = topic
        self._show()
        self.question.levels.focus_chosen()
        self._scroll.to_top()

    def _toggle_guidance(self) -> None:
        self._guidance_wanted = self._places.right.isHidden()
        self._arrange()
        self._show()
        if not self._places.right.isHidden():
            self.guidance.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.question.levels.focus_chosen()

    def _close_guidance(self) -> None:
        if not self._places.right.isHidden():
            self._toggle_guidance()
