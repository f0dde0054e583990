"""Agreement side: what lies behind the dimension that is chosen, and the way into the workshop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from selfassess.core import room
from selfassess.core.results import Results
from selfassess.reports.phrases import capitalised
from selfassess.ui.charts.dot_strip import DotStrip
from selfassess.ui.charts.figure import picture_of
from selfassess.ui.models import differences, role_rows
from selfassess.ui.models.heat_rows import HeatRow
from selfassess.ui.models.one_view import one_view
from selfassess.ui.models.partners import partners_to_show
from selfassess.ui.models.table import Table
from selfassess.ui.pages.results import Part, SideColumn
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.one_partner import OnePartner
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.tag import Tag
from selfassess.ui.parts.text import Run, Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import Aligned, Gap, M, S, Share, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _, interface

_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft


class AgreementSide(SideColumn):
    """A dimension: one plain sentence, its questions, what people wrote, one partner's view.

    Signals:
        add_wanted: A question should go into the workshop; carries its id.
        workshop_wanted: The user wants to see the workshop.
        question_wanted: A question; carries its id.
        read: What a question says, while the keyboard or the pointer is at it; else nothing.
    """

    add_wanted = Signal(str)
    workshop_wanted = Signal()
    question_wanted = Signal(str)
    read = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._results: Results | None = None
        self._partner = ""
        self._add: Button | None = None
        self._to_add = ""
        self._asked: QWidget | None = None
        self._table = Table("", (), ())

    def show_dimension(self, shown: HeatRow | None, results: Results, *, by_roles: bool) -> None:
        """Show what lies behind a row of the chart, as partners or as roles see it; or nothing."""
        self._results = results
        had_focus = self._add is not None and self._add.hasFocus()
        if shown is None:
            self._add = self._asked = None
            self.hold()
            return
        words = interface()
        if by_roles:
            self._table = role_rows.role_question_table(shown.id, results, words)
            sentence = role_rows.role_sentence(shown.id, results, words)
            questions, asked = self._role_questions(shown.id, results)
            held = self.hold(self._head(shown, sentence), questions, self._workshop(asked, results))
        else:
            self._table = differences.question_table(shown.id, results, words)
            sentence = differences.difference_sentence(shown.id, results, words)
            questions, asked = self._questions(shown.id, results)
            held = self.hold(
                self._head(shown, sentence),
                questions,
                self._workshop(asked, results),
                *self._quotes(shown.id, results),
                *self._one_partner(results),
            )
            self._show_partner(held[-1])
        self._asked = held[1]
        if had_focus and self._add is not None and not self._add.hasFocus():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def press_add(self) -> None:
        """Do what the button of the workshop does."""
        if self._add is not None:
            self._add.click()

    def copy_table(self) -> None:
        """Put the questions with where all stand on the clipboard, as a spreadsheet takes them."""
        QGuiApplication.clipboard().setText(self._table.as_text())

    def copy_picture(self) -> None:
        """Put the picture of the questions on the clipboard."""
        if self._asked is not None:
            QGuiApplication.clipboard().setImage(picture_of(self._asked, self._theme))

    def _head(self, shown: HeatRow, sentence: str) -> Part:
        agreement, name = capitalised(shown.agreement_words), shown.name

        def made() -> QWidget:
            head, theme = QWidget(self), self._theme
            tag = Tag(theme, agreement, parent=head)
            title = Text(theme, name, "h1", parent=head)
            head.setLayout(
                column(
                    row(Share(title), Aligned(tag, _TOP), gap=S),
                    Gap(4),
                    Text(theme, sentence, "body", "ink2", parent=head),
                    Gap(M),
                )
            )
            return head

        return Part((name, agreement, sentence), made)

    def _questions(self, id_: str, results: Results) -> tuple[Part, list[str]]:
        views = differences.question_views(id_, results, interface())

        def made() -> QWidget:
            things = [self._question(view) for view in views]
            scale = Text(self._theme, _("level 1 to 5"), "small", "ink2", parent=self)
            return Section(
                self._theme,
                _("Questions behind it"),
                *things,
                beside=scale,
                lined=False,
                gap=10,
                parent=self,
            )

        return Part(views, made), [view.id for view in views]

    def _question(self, view: differences.QuestionView) -> QWidget:
        theme, whole = self._theme, QWidget(self)
        title = WrapLink(
            theme,
            view.title,
            "small",
            "ink",
            target=view.id,
            code=view.id,
            parent=whole,
        )
        title.setAccessibleName(view.reading)
        title.clicked.connect(self._on_question)
        title.reached.connect(self._on_reached)
        things: list[QWidget] = [title]
        if view.places:
            strip = DotStrip(theme, whole)
            strip.show_places(view.places, view.reading)
            things.append(strip)
        else:
            things.append(Text(theme, view.reading.split(": ")[-1], "small", "ink2", parent=whole))
        if view.note:
            things.append(Text(theme, view.note, "small", "ink2", parent=whole))
        whole.setLayout(column(*things, gap=2))
        return whole

    def _quotes(self, id_: str, results: Results) -> list[Part]:
        quotes = differences.quotes(id_, results, interface())

        def made() -> QWidget:
            things = [
                Text(
                    self._theme,
                    (Run(quote.words), Run(f" {quote.who}", colour="ink2")),
                    "small",
                    parent=self,
                )
                for quote in quotes
            ]
            return Section(self._theme, _("What people wrote"), *things, gap=10, parent=self)

        return [Part(quotes, made)] if quotes else []

    def _role_questions(self, id_: str, results: Results) -> tuple[Part, list[str]]:
        views = role_rows.role_questions(id_, results, interface())

        def made() -> QWidget:
            things = [self._role_question(view) for view in views]
            heading = _("Questions behind it")
            return Section(self._theme, heading, *things, lined=False, gap=10, parent=self)

        return Part(views, made), [one.id for one in views]

    def _role_question(self, view: role_rows.RoleQuestion) -> QWidget:
        whole = QWidget(self)
        link = WrapLink(
            self._theme, view.title, "small", "ink", target=view.id, code=view.id, parent=whole
        )
        link.clicked.connect(self._on_question)
        stands = Text(self._theme, view.stands, "small", "ink2", parent=whole)
        whole.setLayout(column(link, stands, gap=2))
        return whole

    def _workshop(self, asked: list[str], results: Results) -> Part:
        """Offer the question furthest apart that the room does not deal with yet."""
        chosen = {one.id for one in room.proposal(results).chosen}
        inside = tuple(topic for topic in asked if topic in chosen)
        self._to_add = next((topic for topic in asked if topic not in chosen), "")
        to_add = self._to_add

        def made() -> QWidget:
            theme, whole = self._theme, QWidget(self)
            words, icon = _("Go to the workshop"), "arrow-right"
            if to_add:
                words, icon = _("Add {topic} to the workshop", topic=to_add), "plus"
            self._add = Button(theme, words, Rank.PRIMARY, icon=icon, parent=whole)
            self._add.clicked.connect(self._on_add)
            told = _("In the workshop: {topics}", topics=", ".join(inside)) if inside else ""
            lines = [Text(theme, told, "small", "ink2", parent=whole)] if told else []
            whole.setLayout(column(Gap(M), Aligned(self._add, _LEFT), Gap(4), *lines))
            return whole

        return Part((to_add, inside), made)

    def _one_partner(self, results: Results) -> list[Part]:
        partners = tuple((p.id, p.name) for p in partners_to_show(results))

        def made() -> QWidget:
            shown = OnePartner(self._theme, partners, self)
            shown.chosen.connect(self._on_partner)
            shown.question_wanted.connect(self.question_wanted)
            return shown

        return [Part(partners, made)] if partners else []

    def _show_partner(self, shown: QWidget) -> None:
        if isinstance(shown, OnePartner) and self._results is not None:
            view = one_view(self._partner, self._results, interface())
            shown.show_view(self._partner, view)

    def _on_partner(self, id_: str) -> None:
        self._partner = id_
        shown = self.sender()
        if isinstance(shown, OnePartner):
            self._show_partner(shown)

    def _on_add(self) -> None:
        if self._to_add:
            self.add_wanted.emit(self._to_add)
        else:
            self.workshop_wanted.emit()

    def _on_reached(self, reached: bool) -> None:
        link = self.sender()
        if isinstance(link, WrapLink):
            self.read.emit(link.accessibleName() if reached else "")

    def _on_question(self) -> None:
        link = self.sender()
        if isinstance(link, WrapLink):
            self.question_wanted.emit(link.target)
