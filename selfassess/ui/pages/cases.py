"""Case studies: somebody like us has done this."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from selfassess.core import edits, plan
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.reports.case_studies import AT_MOST
from selfassess.ui.desk import Desk
from selfassess.ui.models.case_view import (
    CaseView,
    Search,
    case_list,
    case_view,
    filter_choices,
    idea_from,
)
from selfassess.ui.page import Doing
from selfassess.ui.pages.case_pane import CasePane
from selfassess.ui.pages.list_and_pane import LEAST_LIST, ListAndPane
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.case_filters import ANY, CaseFilters
from selfassess.ui.parts.entry_list import EntryList
from selfassess.ui.parts.field import Line
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, Gap, M, S, Share, column
from selfassess.ui.theme import Room
from selfassess.words import _, interface

_LOW = 640
_SIDES = 64


class CasesPage(ResultsPage):
    """The ranked list of case studies, and the one chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._search = Search()
        self._shown: tuple[object, ...] = ()
        self._count = Text(theme, "", "small", "ink2", parent=self)
        self.filter = Line(theme, says=_("Words to look for"), parent=self)
        self.filter.setPlaceholderText(_("Words to look for"))
        self.filter.setClearButtonEnabled(True)
        self.filters = CaseFilters(
            theme,
            (
                ("barrier", _("Barrier")),
                ("area", _("Policy area")),
                ("sector", _("Partner")),
                ("country", _("Place")),
                ("step", _("Step")),
            ),
            self,
        )
        self._none = Text(theme, "", "small", "ink2", parent=self)
        self._show_all = Button(theme, _("Show all"), Rank.LINK, style="small", parent=self)
        self._to_search = Button(
            theme, _("Search the library"), icon="search", small=True, parent=self
        )
        self.list = EntryList(theme, says=_("Case studies"), parent=self)
        self.pane: CasePane | None = None
        self.idea = Button(theme, "", Rank.PRIMARY, icon="plus", parent=self)
        self.unlike = Button(theme, "", parent=self)
        self._next = Button(
            theme,
            _("Next case"),
            Rank.LINK,
            trailing="chevron-right",
            style="body_bold",
            parent=self,
        )
        foot = Flow(gap=10, spread=True, parent=self)
        foot.hold(self.idea, self.unlike, self._next)
        self._foot = FooterBar(theme, column(foot, margins=(PAGE, 0)), self)
        self._halves = ListAndPane(theme, self._left(), self, under=self._foot)
        self.setLayout(column(Share(self._halves)))
        self.list.chosen.connect(self._show_case)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.returnPressed.connect(self._on_filter_done)
        self.filters.chosen.connect(self._on_narrowed)
        self._show_all.clicked.connect(self._on_show_all)
        self._to_search.clicked.connect(self._on_search)
        self.idea.clicked.connect(self._on_idea)
        self.unlike.clicked.connect(self._on_unlike)
        self._next.clicked.connect(self._on_next)

    @override
    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("↑", "↓"), _("choose a case")),
            Hint(("A",), _("add an idea")),
            Hint(("X",), _("not like us")),
            Hint(("/",), _("search")),
        )

    @override
    def doing(self) -> Doing:
        view = self._view()
        if view is None:
            return {}
        return {
            "idea": self._on_idea,
            "put-back" if view.unlike else "unlike": self._on_unlike,
            "citation": self._on_citation,
            "source": self._on_source,
        }

    @override
    def remark(self) -> str:
        return _("All stored on this computer")

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._halves.left, self._halves.pane, self._foot)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        if self.desk.opened.content.barrier(at) is not None:
            self._look_for(Search(barrier=at if self.filters.offers("barrier", at) else ""))
        elif at:
            if at not in self.list.ids:
                self._look_for(Search())
            case = self.desk.opened.content.case(at)
            if at not in self.list.ids and case is not None:
                self._look_for(Search(case.title))
            self.list.choose(at)
            self._show_case(self.list.here)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._halves.fit(room)
        self.list.setMinimumHeight(self.theme.px(LEAST_LIST) if room.pages_move else 0)
        self._foot.set_tight(room.one_line_levels)
        inside = (self._halves.left.width() - _SIDES) / self.theme.text_scale
        self.filters.fit(inside, low=room.height < _LOW)

    @override
    def show_results(self, results: Results) -> None:
        any_ = {
            "barrier": _("Any barrier"),
            "area": _("Any area"),
            "sector": _("Any partner"),
            "country": _("Any place"),
            "step": _("Any step"),
        }
        for kind, choices in filter_choices(results, interface()).items():
            self.filters.offer(kind, ((ANY, any_[kind]), *choices))
            if not self.filters.offers(kind, getattr(self._search, kind) or ANY):
                self._search = replace(self._search, **{kind: ""})
        self._mark_filters()
        self._show_list()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_A:
            self._on_idea()
        elif plain and event.key() == Qt.Key.Key_X:
            self._on_unlike()
        elif event.text() == "/":
            self._on_search()
        elif event.key() == Qt.Key.Key_Escape and not self._search.is_empty:
            self._on_show_all()
        else:
            super().keyPressEvent(event)

    def _left(self) -> QWidget:
        left, theme = QWidget(self), self.theme
        title = Text(theme, _("Case studies"), "h1", parent=left)
        top = Flow(gap=M, line_gap=0, spread=True, parent=left)
        top.hold(title, self._count)
        self._nothing = QWidget(left)
        self._nothing.setLayout(column(Gap(S), self._none, self._show_all, self._to_search))
        head = QWidget(left)
        head.setLayout(
            column(
                top,
                Gap(10),
                self.filter,
                Gap(S),
                self.filters,
                self._nothing,
                margins=(PAGE, 20, PAGE, S),
            )
        )
        left.setLayout(column(head, Share(self.list)))
        return left

    def _show_list(self) -> None:
        results = self.results
        listed = case_list(results, self._search, interface())
        self.list.show_entries(listed.entries)
        found = len(self.list.ids)
        all_ = len(results.content.cases)
        if self._search.is_empty:
            told = min(AT_MOST, len(results.cases.ranked))
            self._count.say(_("{count} of {all} suggested", count=told, all=all_))
        else:
            self._count.say(_("{count} of {all} found", count=found, all=all_))
        self._none.say(listed.remark)
        self._nothing.setVisible(bool(listed.remark) or self._search.is_filtered)
        self._none.setVisible(bool(listed.remark))
        self._show_all.setVisible(not self._search.is_empty)
        self._to_search.setVisible(self._search.is_empty)
        self._show_case(self.list.here)

    def _mark_filters(self) -> None:
        for kind in ("barrier", "area", "sector", "country", "step"):
            self.filters.mark(kind, getattr(self._search, kind))

    def _show_case(self, id_: str) -> None:
        view = case_view(id_, self.results, interface())
        self._foot.setVisible(view is not None)
        if view is None:
            self.pane = None
            self._halves.show_nothing(_("There is no case study to show."))
            return
        if self.pane is not None and self.pane.id == id_ and self._shown == _frame(view):
            self.pane.mark(view)
        else:
            self._shown = _frame(view)
            self.pane = CasePane(self.theme, view, self)
            self.pane.source_pressed.connect(self._on_source)
            self.pane.citation_pressed.connect(self._on_citation)
            self._halves.show_pane(self.pane)
        self.idea.say(_("In plan") if view.action else _("Add an idea to the plan"))
        self.idea.symbolise("check" if view.action else "plus")
        self.unlike.say(_("Put it back") if view.unlike else _("Not like us"))

    def _view(self) -> CaseView | None:
        return case_view(self.list.here, self.results, interface())

    def _look_for(self, search: Search) -> None:
        self._search = search
        self.filter.blockSignals(True)
        self.filter.show_words(search.words)
        self.filter.blockSignals(False)
        self._mark_filters()
        self._show_list()

    def _on_filter(self, words: str) -> None:
        self._search = replace(self._search, words=words)
        self._show_list()

    def _on_filter_done(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_narrowed(self, kind: str, code: str) -> None:
        self._search = replace(self._search, **{kind: code})
        self._mark_filters()
        self._show_list()

    def _on_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _on_show_all(self) -> None:
        self._look_for(Search())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_idea(self) -> None:
        view = self._view()
        if view is None:
            return
        if view.action is not None:
            self.wanted.emit("plan", view.action.id)
            return
        made = idea_from(view.id, self.results, self.desk.new_id())
        if made is not None:
            after = plan.add_action(self.desk.opened.value, made)
            self.desk.opened.edit(after, _("Add an idea to the plan"))

    def _on_unlike(self) -> None:
        view = self._view()
        if view is None:
            return
        after = edits.mark_not_like_us(self.desk.opened.value, view.id, unlike=not view.unlike)
        self.desk.opened.edit(after, _("Put it back") if view.unlike else _("Not like us"))

    def _on_next(self) -> None:
        self.list.step(1)

    def _on_source(self) -> None:
        view = self._view()
        if view is not None:
            self.desk.browse(view.url)

    def _on_citation(self) -> None:
        view = self._view()
        if view is not None:
            QGuiApplication.clipboard().setText(view.citation)


def _frame(view: CaseView) -> tuple[object, ...]:
    """What can't change without building the pane anew."""
    return (view.id, view.reasons, view.did)
