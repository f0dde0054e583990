"""Set up: what is shared, between whom and what for, in one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from selfassess.core import codes, edits
from selfassess.core.assessment import Assessment
from selfassess.core.codes import Set, Step
from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.main_keys import on_main_keys
from selfassess.ui.page import Page
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.centred import Centred
from selfassess.ui.parts.example_sentences import ExampleSentences
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.journey import Journey
from selfassess.ui.parts.line import Hairline
from selfassess.ui.parts.option import Option
from selfassess.ui.parts.partners import Partner, Partners
from selfassess.ui.parts.policy_areas import PolicyAreas
from selfassess.ui.parts.purpose_head import PurposeHead
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.sharing_facts import SharingFacts
from selfassess.ui.parts.text import Text
from selfassess.ui.prompts import Question
from selfassess.ui.setting_up import SettingUp
from selfassess.ui.spacing import STRETCH, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.words import _, interface, plural
from selfassess.words.names import name_of

_WIDEST = 1140
_MARGIN = 32
_BETWEEN = 56
_SIDE_BY_SIDE_FROM = 1000
_HEAD_SCROLLS_BELOW = 400
_SETS = (Set.SHORT, Set.STANDARD, Set.FULL)


class SetUpPage(Page):
    """Everything that is set up; the sentence stays in sight while it is being written."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._setting = SettingUp(desk.opened, desk.new_id)
        theme = self.theme
        self._sentence = PurposeHead(theme, self)
        self._head = Centred(self._sentence, self)
        body = QWidget(self)
        self._columns = row(
            Share(self._what_side(body)), Share(self._whom_side(body)), gap=_BETWEEN
        )
        self._facts = SharingFacts(theme, body)
        self._more = row(Share(self._facts), Share(self._right_questions(body)), gap=_BETWEEN)
        body.setLayout(
            column(
                *(self._columns, Gap(L), Hairline(theme, parent=body), Gap(M)),
                *(self._journey_part(body), Gap(L), Hairline(theme, parent=body), Gap(M)),
                *(self._more, Gap(L), STRETCH),
                margins=(4, 4, 4, 0),
            )
        )
        self._middle = Centred(body, self)
        inside = QWidget(self)
        self._inside = column(Share(self._middle))
        inside.setLayout(self._inside)
        self._scroll = Scroll(theme, inside, parent=self)
        self._foot = Centred(self._footer_content(), self)
        for aligned in (self._head, self._foot):
            aligned.follow(self._scroll)
        self._footer = FooterBar(theme, column(self._foot), self)
        self._outside = column(self._head, Share(self._scroll), self._footer)
        self.setLayout(self._outside)
        self._connect()
        self._show()

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint((_("Tab"),), _("next field")),
            Hint((_("Space"),), _("choose")),
            Hint((_("Ctrl"), _("Enter")), _("save and go on")),
        )

    @override
    def arrive(self, at: str = "") -> None:
        self._show()
        self._name.editor.setFocus()

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._middle, self._foot)

    @override
    def fit(self, room: Room) -> None:
        self._footer.set_tight(room.one_line_levels)
        self._sentence.fit(room)
        self._sentence.show_value(self.desk.opened.value)
        side_by_side = QBoxLayout.Direction.LeftToRight
        below = QBoxLayout.Direction.TopToBottom
        direction = side_by_side if room.width >= _SIDE_BY_SIDE_FROM else below
        for pair in (self._columns, self._more):
            pair.setDirection(direction)
            pair.setSpacing(_BETWEEN if direction is side_by_side else L)
        scrolls = room.height < _HEAD_SCROLLS_BELOW
        (self._inside if scrolls else self._outside).insertWidget(0, self._head)
        self._head.stand_inside(scrolls)
        margin = M if room.rail_as_menu else _MARGIN
        for middle in (self._head, self._middle, self._foot):
            middle.set_limits(self.theme.px(_WIDEST), margin)

    def _what_side(self, body: QWidget) -> QWidget:
        theme, side = self.theme, QWidget(body)
        self._name = Field(theme, _("What is the partnership called?"), parent=side)
        self._what = Field(
            theme,
            _("What do you share?"),
            _("Name the information, not the system it sits in."),
            parent=side,
        )
        self._so_that = Field(
            theme,
            _("So that what changes for people?"),
            _("Start with who is better off."),
            parent=side,
        )
        areas = tuple((code, name_of(code, interface())) for code in codes.POLICY_AREAS)
        self._areas = PolicyAreas(theme, areas, side)
        self._areas_hint = Text(theme, "", "small", "ink2", parent=side)
        side.setLayout(
            column(
                *(self._name, Gap(M), self._what, Gap(M), self._so_that, Gap(M)),
                Text(theme, _("Policy areas"), "body_bold", parent=side),
                Gap(2),
                self._areas_hint,
                *(Gap(6), self._areas, STRETCH),
            )
        )
        return side

    def _whom_side(self, body: QWidget) -> QWidget:
        theme, side = self.theme, QWidget(body)
        sectors = tuple((code, name_of(code, interface())) for code in codes.SECTORS)
        self._partners = Partners(theme, sectors, side)
        few = _("With fewer than three people, the spread inside a partner is never shown.")
        side.setLayout(
            column(
                Text(theme, _("Between whom?"), "body_bold", parent=side),
                Gap(2),
                Text(
                    theme,
                    _("Each partner keeps its own shape in every chart."),
                    "small",
                    "ink2",
                    parent=side,
                ),
                *(Gap(S), self._partners, Gap(6)),
                Text(theme, few, "small", "ink2", parent=side),
                *(Gap(L), ExampleSentences(theme, side), STRETCH),
            )
        )
        return side

    def _journey_part(self, body: QWidget) -> QWidget:
        theme, part = self.theme, QWidget(body)
        title = Text(
            theme, _("Where are you on the journey?"), "body_bold", wrap=False, parent=part
        )
        why = Text(
            theme, _("This decides which must-haves count now."), "small", "ink2", parent=part
        )
        why.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._journey = Journey(theme, tuple(_(step.value) for step in Step), part)
        title.setBuddy(self._journey)
        part.setLayout(column(row(title, Share(why), gap=M), Gap(M - 2), self._journey))
        return part

    def _right_questions(self, body: QWidget) -> QWidget:
        theme, side = self.theme, QWidget(body)
        sets = tuple((set_.value, name_of(set_, interface())) for set_ in _SETS)
        self._set = Option(theme, _("How many questions?"), "", sets, side)
        ways = (("named", _("By organisation")), ("anonymous", _("Anonymous")))
        self._way = Option(theme, _("How will people answer?"), "", ways, side)
        self._story = Field(
            theme,
            _("What goes wrong now? In your own words"),
            _("You can leave this out. It helps to find places with the same trouble."),
            lines=3,
            parent=side,
        )
        side.setLayout(column(self._set, Gap(L), self._way, Gap(L), self._story, STRETCH))
        return side

    def _footer_content(self) -> QWidget:
        content = QWidget(self)
        words = _("You can change any of this later, but not who sees names. Answers are kept.")
        self._reassure = Remark(self.theme, "info", words, parent=content)
        self._go = Button(
            self.theme,
            _("Save and answer the questions"),
            Rank.PRIMARY,
            trailing="chevron-right",
            parent=content,
        )
        content.setLayout(row(Share(self._reassure), self._go, gap=M, margins=(4, 0, 4, 0)))
        return content

    def _connect(self) -> None:
        self.desk.opened.changed.connect(self._on_changed)
        self._name.written.connect(self._on_name)
        self._what.written.connect(self._on_what)
        self._so_that.written.connect(self._on_so_that)
        self._story.written.connect(self._on_story)
        self._areas.toggled.connect(self._on_area)
        self._partners.added.connect(self._on_added)
        self._partners.renamed.connect(self._on_renamed)
        self._partners.sector_chosen.connect(self._on_sector)
        self._partners.people_chosen.connect(self._on_people)
        self._partners.remove_wanted.connect(self._on_remove)
        self._journey.chosen.connect(self._on_step)
        self._facts.risk_said.connect(self._on_risk)
        self._facts.safety_said.connect(self._on_safety)
        self._facts.nation_chosen.connect(self._on_nation)
        self._facts.area_said.connect(lambda code: self._setting.place(code=code))
        self._facts.place_named.connect(lambda name: self._setting.place(name=name))
        self._set.chosen.connect(self._on_set)
        self._way.chosen.connect(self._on_way)
        self._go.clicked.connect(self._go_on)
        on_main_keys(self, self._go_on)

    def _show(self) -> None:
        value = self.desk.opened.value
        partnership, latest = value.partnership, value.latest
        self._sentence.show_value(value)
        self._name.show_words(partnership.name)
        self._what.show_words(partnership.purpose.what)
        self._so_that.show_words(partnership.purpose.so_that)
        self._story.show_words(partnership.story)
        self._areas.mark(partnership.policy_areas)
        self._partners.show_partners(
            tuple(Partner(o.id, o.name, o.sector, o.letter, o.people) for o in latest.organisations)
        )
        self._journey.mark(latest.step.place)
        self._facts.show_facts(
            high_risk=latest.high_risk,
            safety_at_stake=latest.safety_at_stake,
            country=partnership.country,
            area=partnership.area,
        )
        self._show_set(latest.set)
        self._show_way(value)

    def _show_set(self, chosen: Set) -> None:
        sizes = {set_: self._setting.questions_in(set_) for set_ in _SETS}
        said = "{name}, {minutes} minutes"
        self._set.relabel(
            tuple(
                _(said, name=name_of(set_, interface()), minutes=minutes)
                for set_, (_count, minutes) in sizes.items()
            )
        )
        self._set.mark(chosen.value)
        count = sizes[chosen][0]
        added = len(self.desk.opened.asked.added)
        brings = plural("They add {count} question.", "They add {count} questions.", added)
        self._areas_hint.say(" ".join((_("Choose up to three."), brings if added else "")).strip())
        of_areas = _(
            "{count} questions, {added} of them for your policy areas.", count=count, added=added
        )
        self._set.explain(of_areas if added else _("{count} questions.", count=count))

    def _show_way(self, value: Assessment) -> None:
        self._way.mark("anonymous" if value.anonymous else "named")
        anonymous = _("No names or roles are kept. Nobody can see who said what.")
        named = _("Each answer stands for a partner. A role is enough, a name is not needed.")
        why = anonymous if value.anonymous else named
        fixed = edits.has_answers(value)
        if fixed:
            why += " " + _("This is fixed, because answers are in.")
        self._way.explain(why, enabled=not fixed)

    def _on_changed(self, _before: Assessment, _after: Assessment) -> None:
        if self.isVisible():
            self._show()

    def _on_name(self, words: str) -> None:
        self._name.complain("")
        self._setting.describe(name=words)

    def _on_what(self, words: str) -> None:
        self._what.complain("")
        self._setting.purpose(what=words)

    def _on_so_that(self, words: str) -> None:
        self._so_that.complain("")
        self._setting.purpose(so_that=words)

    def _on_story(self, words: str) -> None:
        self._setting.describe(story=words)

    def _on_area(self, code: str, chosen: bool) -> None:
        self._setting.choose_area(code, chosen=chosen)

    def _on_added(self, name: str) -> None:
        if self._setting.is_taken(name):
            self._partners.complain(_("There is a partner of that name already."))
        else:
            self._partners.complain("")
            self._setting.add_partner(name)

    def _on_renamed(self, id_: str, name: str) -> None:
        if not name or self._setting.is_taken(name, id_):
            taken = _("There is a partner of that name already.")
            self._partners.complain(taken if name else _("A partner needs a name."))
            self._show()
        else:
            self._partners.complain("")
            self._setting.change_partner(id_, name=name)

    def _on_sector(self, id_: str, code: str) -> None:
        self._setting.change_partner(id_, sector=code)

    def _on_people(self, id_: str, count: int) -> None:
        self._setting.change_partner(id_, people=count)

    def _on_remove(self, id_: str) -> None:
        count = self._setting.answers_of(id_)
        name = next(o.name for o in self.desk.opened.value.latest.organisations if o.id == id_)
        if count:
            question = Question(
                title=_("Remove {name}?", name=name),
                text=plural(
                    "{count} answer goes with it. You can undo this.",
                    "{count} answers go with it. You can undo this.",
                    count,
                ),
                answers=(("keep", _("Keep it")), ("remove", _("Remove with its answers"))),
                cancel="keep",
            )
            if self.desk.prompts.choose(question) != "remove":
                return
        self._setting.remove_partner(id_)

    def _on_step(self, place: int) -> None:
        self._setting.choose_step(tuple(Step)[place])

    def _on_risk(self, is_high: bool) -> None:
        self._setting.set_flag(high_risk=is_high)

    def _on_safety(self, is_at_stake: bool) -> None:
        self._setting.set_flag(safety_at_stake=is_at_stake)

    def _on_nation(self, code: str) -> None:
        self._setting.describe(country=code)

    def _on_set(self, code: str) -> None:
        self._setting.choose_set(Set(code))

    def _on_way(self, way: str) -> None:
        self._setting.choose_anonymity(anonymous=way == "anonymous")

    def _go_on(self) -> None:
        if self._is_complete():
            self.desk.keep_in_file()
            self.wanted.emit("walk", "")

    def _is_complete(self) -> bool:
        value = self.desk.opened.value
        purpose = value.partnership.purpose
        missing = (
            (self._name, value.partnership.name, _("Give the partnership a name.")),
            (self._what, purpose.what, _("Say in a few words what you share.")),
            (self._so_that, purpose.so_that, _("Say what changes for people.")),
        )
        first: QWidget | None = None
        for field, said, sentence in missing:
            wrong = not said.strip()
            field.complain(sentence if wrong else "")
            if wrong and first is None:
                first = field.editor
        wrong_code = self._facts.complain()
        first = first or wrong_code
        none = not value.latest.organisations
        self._partners.complain(_("Add at least one partner.") if none else "")
        if first is not None:
            first.setFocus()
        elif none:
            self._partners.begin_new()
        return first is None and not none
