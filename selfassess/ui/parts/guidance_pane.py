"""Guidance pane: why a question matters, what good looks like and what the rules say."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.overriding import override
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.key_caps import KeyCaps
from selfassess.ui.parts.line import Card
from selfassess.ui.parts.link import Link
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, L, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_LEADING = 1.4
_SIDE = 20


class Rule(NamedTuple):
    """What the rules or good practice say.

    Attributes:
        text: The note.
        source: Who says so and where.
        url: Its address.
        checked: When it was last compared with the source, in words.
        is_old: Whether that is so long ago that it has to be asked again.
    """

    text: str
    source: str
    url: str
    checked: str
    is_old: bool


class Saying(NamedTuple):
    """What people say, and what is so."""

    statement: str
    verdict: str
    fact: str


class Advice(NamedTuple):
    """All that the pane says about a question."""

    why: str
    good: str
    evidence: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    saying: Saying | None = None


class GuidancePane(QWidget):
    """The pane at the right of the walk.

    Signals:
        close_wanted: The user wants it closed.
        source_wanted: The user wants to see a source; carries its address.
    """

    close_wanted = Signal()
    source_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Advice | None = None
        title = Text(theme, _("Guidance"), "body_bold", wrap=False, parent=self)
        close = Button(theme, _("Close the guidance"), Rank.ICON, icon="close", parent=self)
        close.clicked.connect(self.close_wanted)
        key = KeyCaps(theme, ("F1",), self)
        head = row(title, STRETCH, key, close, gap=S, margins=(_SIDE, 10, 10, 6))
        self.body = Scroll(theme, QWidget(self), says=_("Guidance"), parent=self)
        self.setLayout(column(head, Share(self.body)))

    def show_advice(self, advice: Advice) -> None:
        """Show what is said about a question."""
        if advice == self._shown:
            return
        self._shown = advice
        body = QWidget(self)
        things: list[Thing] = []
        things += self._section(body, _("Why it matters"), advice.why)
        things += self._section(body, _("What good looks like"), advice.good)
        if advice.rules:
            things.append(Text(self._theme, _("What the rules say"), "small_bold", parent=body))
            things.append(Gap(2))
            for rule in advice.rules:
                things += self._rule(body, rule)
        if advice.saying is not None:
            things += [self._saying(body, advice.saying), Gap(M + 4)]
        if advice.evidence:
            things += self._section(body, _("What you could look at"), *advice.evidence)
        layout = column(*things, margins=(_SIDE, 2, M, L))
        layout.addStretch(1)
        self.body.setWidget(body)
        body.setAutoFillBackground(False)
        body.setLayout(layout)
        self.body.to_top()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.size("guidance"), super().sizeHint().height())

    def _section(self, body: QWidget, title: str, *texts: str) -> list[Thing]:
        things: list[Thing] = [Text(self._theme, title, "small_bold", parent=body), Gap(2)]
        for text in texts:
            said = Text(self._theme, text, "small", "ink2", parent=body)
            said.set_leading(_LEADING)
            things += [said, Gap(4)]
        return [*things, Gap(M)]

    def _rule(self, body: QWidget, rule: Rule) -> list[Thing]:
        said = Text(self._theme, rule.text, "small", "ink2", parent=body)
        said.set_leading(_LEADING)
        source = _Source(self._theme, rule, body)
        source.clicked.connect(self._on_source)
        icon, colour = ("warning", "warn") if rule.is_old else ("clock", "ink2")
        checked = Remark(self._theme, icon, rule.checked, colour=colour, style="cap", parent=body)
        return [said, Gap(6), source, Gap(4), checked, Gap(M)]

    def _saying(self, body: QWidget, saying: Saying) -> Card:
        card = Card(self._theme, parent=body)
        statement = Text(self._theme, saying.statement, "small_bold", parent=card)
        statement.set_leading(_LEADING)
        fact = Text(self._theme, saying.fact, "small", "ink2", parent=card)
        fact.set_leading(_LEADING)
        tag = Tag(self._theme, saying.verdict, filled=True, parent=card)
        card.setLayout(
            column(
                Text(self._theme, _("Myth or rule?"), "cap_bold", "ink3", parent=card),
                Gap(4),
                statement,
                Gap(S),
                Aligned(tag, Qt.AlignmentFlag.AlignLeft),
                Gap(6),
                fact,
                margins=(14, 12, 14, 14),
            )
        )
        return card

    def _on_source(self) -> None:
        source = self.sender()
        if isinstance(source, _Source):
            self.source_wanted.emit(source.url)


class _Source(Link):
    """A link to a source."""

    def __init__(self, theme: Theme, rule: Rule, parent: QWidget) -> None:
        super().__init__(theme, rule.source, chevron=True, parent=parent)
        self.url = rule.url
        self.setToolTip(rule.url)
        self.setAccessibleDescription(_("Opens in your web browser"))
