"""Case pane: one case study, with what they did about it and where the facts come from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.models.case_view import CaseView
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.line import Card, Hairline
from selfassess.ui.parts.notice import Notice
from selfassess.ui.parts.section import Item
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _

_TOP = Qt.AlignmentFlag.AlignTop


class CasePane(QWidget):
    """A case study in full.

    Signals:
        source_pressed: The source is to be opened.
        citation_pressed: The citation is to be copied.
    """

    source_pressed = Signal()
    citation_pressed = Signal()

    def __init__(self, theme: Theme, view: CaseView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.id = view.id
        self._unlike = Notice(theme, "info", _("You marked this as not like you."), self)
        title = Text(theme, view.title, "h1", parent=self)
        head: list[Thing] = [Share(title)]
        if view.warning:
            head.append(Aligned(Tag(theme, view.warning, parent=self), _TOP))
        things: list[Thing] = [row(*head, gap=M), Gap(2)]
        things += [Text(theme, view.where, "body", "ink2", parent=self), Gap(14), self._unlike]
        if view.reasons:
            things += [self._why(view), Gap(4)]
        for heading, texts in (
            (_("What they did"), view.did),
            (_("The situation"), (view.situation,)),
            (_("What stood in the way"), view.obstacles),
            (_("What came of it"), (view.result,)),
            (_("What they learnt"), view.lessons),
            (_("What others can take from it"), (view.take,)),
        ):
            things += self._part(heading, tuple(text for text in texts if text))
        things += [Gap(M), Hairline(theme, parent=self), Gap(M), self._source(view)]
        self.setLayout(column(*things, STRETCH))
        self.mark(view)

    def mark(self, view: CaseView) -> None:
        """Show what has changed of the same case."""
        self._unlike.setVisible(view.unlike)

    def _why(self, view: CaseView) -> QWidget:
        theme, card = self._theme, Card(self._theme, "tint", "tint_line", parent=self)
        heading = Text(theme, _("Why this is suggested"), "small_bold", parent=card)
        reasons = [
            Item(theme, "check", text, colour="accent", parent=card) for text in view.reasons
        ]
        card.setLayout(column(heading, Gap(6), column(*reasons, gap=4), margins=(M, 12, M, 12)))
        return card

    def _part(self, heading: str, texts: tuple[str, ...]) -> list[Thing]:
        if not texts:
            return []
        theme = self._theme
        said = column(*(Text(theme, text, "body", parent=self) for text in texts), gap=6)
        return [Gap(M), Text(theme, heading, "body_bold", parent=self), Gap(2), said]

    def _source(self, view: CaseView) -> QWidget:
        theme, whole = self._theme, QWidget(self)
        said = Text(theme, view.source, "small", "ink2", parent=whole)
        things: list[Thing] = [said, Gap(2)]
        links = Flow(gap=M, parent=whole)
        copy = Button(
            theme, _("Copy the citation"), Rank.LINK, icon="copy", style="small", parent=whole
        )
        copy.clicked.connect(self.citation_pressed)
        if not view.url:  # the place's own account, not published
            links.hold(copy)
            whole.setLayout(column(*things, Gap(S), links))
            return whole
        address = Text(theme, view.url, "cap", "ink2", parent=whole)
        open_ = Button(theme, _("Open the source"), Rank.LINK, style="small", parent=whole)
        open_.setAccessibleDescription(_("Opens {url} in your web browser", url=view.url))
        open_.setToolTip(view.url)
        open_.clicked.connect(self.source_pressed)
        links.hold(open_, copy)
        whole.setLayout(column(*things, address, Gap(S), links))
        return whole
