"""Grid: all answers at once, for people who think in sheets."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from selfassess.core.assessment import Assessment, Given
from selfassess.core.results import Results
from selfassess.overriding import override
from selfassess.ui import grid_clipboard
from selfassess.ui.desk import Desk
from selfassess.ui.grid_clipboard import Place
from selfassess.ui.grid_edits import GridEdits, places_apart
from selfassess.ui.models.grid_cell import GridColumn, Kind
from selfassess.ui.models.grid_order import Show, Wish, arranged, chosen
from selfassess.ui.models.grid_rows import GridRow, grid_columns, grid_rows, headings
from selfassess.ui.page import Doing
from selfassess.ui.pages.results import ResultsPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.cell_bar import CellBar
from selfassess.ui.parts.empty import no_partners
from selfassess.ui.parts.grid_tools import GridTools
from selfassess.ui.parts.grid_view import GridView
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Gap, L, M, Share, column
from selfassess.ui.theme import Room
from selfassess.words import _, interface, plural

_GIVEN: dict[str, Given] = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "dk": "dk", "na": "na"}


class GridPage(ResultsPage):
    """A row for each question, and a column for each partner or person."""

    goes_down_to_place = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self._edits = GridEdits(desk.opened, desk.new_id)
        self._unfolded: frozenset[str] = frozenset()
        self._folded: frozenset[str] = frozenset()
        self._wish = Wish()
        self._ids: tuple[str, ...] = ()
        self._asked: tuple[str, ...] = ()
        self._columns: tuple[GridColumn, ...] = ()
        self._rows: tuple[GridRow, ...] = ()
        self._heads: tuple[GridRow, ...] = ()
        self.tools = GridTools(theme, self)
        self.bar = CellBar(theme, self)
        self.view = GridView(theme, says=_("All answers"), parent=self)
        self._none = Text(theme, _("No answers match."), "body", "ink2", parent=self)
        self._show_all = Button(theme, _("Show all"), Rank.LINK, parent=self)
        self._nobody = no_partners(theme, self)
        self._nothing = QWidget(self)
        self._nothing.setLayout(column(Gap(M), self._none, self._show_all, STRETCH))
        self._body = QWidget(self)
        self._scroll = Scroll(theme, self._body, parent=self)
        self._build()
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        if not self._nobody.isHidden():
            return ()
        ctrl = _("Ctrl")
        return (
            Hint(("↑", "↓", "←", "→"), _("move")),
            Hint(("1", "–", "5"), _("set a level")),
            Hint(("D",), _("don’t know")),
            Hint((ctrl, "G"), _("one by one")),
            Hint(("F2",), _("note")),
            Hint(("P",), _("people")),
            Hint(("S",), _("sort")),
            Hint((ctrl, "Z"), _("undo")),
        )

    @override
    def doing(self) -> Doing:
        return {**self.view.presses(), "copy-all": self._on_copy_all} if self.view.here else {}

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self.tools, self.view)

    @override
    def at(self) -> str:
        here = self.view.here
        if here is None or here[0].is_heading:
            return ""
        person = here[1].respondent
        return f"{here[0].id}:{person}" if person else here[0].id

    @override
    def arrive(self, at: str = "") -> None:
        self._ids = ()
        self._stale = True
        super().arrive(at)
        topic, _colon, person = at.partition(":")
        if topic:
            self._go_to(topic, person)
            QTimer.singleShot(0, self, self._bring_into_view)
        first = self.view if self._nobody.isHidden() else self._nobody.button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self.view.set_short(room.short_rows)
        self.bar.fit(room)
        self.tools.fit(room)

    @override
    def show_results(self, results: Results) -> None:
        words = interface()
        self._columns = grid_columns(results.assessment, self._unfolded, words)
        self._rows = grid_rows(results, self._columns, words)
        self._heads = headings(results, words)
        self._offer()
        asked = tuple(row_.id for row_ in self._rows)
        if not self._ids or asked != self._asked:
            self._asked = asked
            self._ids = chosen(self._rows, self._columns, self._wish)
        self._show_rows()

    def _build(self) -> None:
        self._body.setLayout(
            column(
                self.tools,
                Gap(12),
                self.bar,
                Gap(12),
                Share(self.view),
                Share(self._nothing),
                margins=(L, M - 2, L, 0),
            )
        )
        self.setLayout(column(Share(self._scroll), Share(self._nobody)))

    def _connect(self) -> None:
        self.tools.walk_wanted.connect(self._on_walk)
        self.tools.wished.connect(self._on_wished)
        self.tools.people_wanted.connect(self._on_people)
        self.tools.copy_wanted.connect(self._on_copy_all)
        self._show_all.clicked.connect(self._on_show_all)
        self._nobody.acted.connect(self._on_nobody)
        self.view.reached.connect(self._on_reached)
        self.view.pressed.connect(self._on_pressed)
        self.view.fold_wanted.connect(self._on_fold)
        self.view.sort_wanted.connect(self._on_sort)
        self.bar.written.connect(self._on_written)
        self.bar.done.connect(self._on_note_done)
        self.desk.opened.changed.connect(self._follow)

    def _offer(self) -> None:
        several = {one.organisation for one in self._columns if one.is_several}
        names = tuple(head.dimension for head in self._heads)
        self.tools.offer(names, several=bool(several))
        self.tools.mark(self._wish, people=bool(several) and self._unfolded >= several)

    def _show_rows(self) -> None:
        grouped = not self._wish.by
        rows = arranged(self._rows, self._heads, self._ids, self._folded, grouped=grouped)
        has_columns = any(one.is_answers for one in self._columns)
        self._scroll.setVisible(has_columns)
        self._nobody.setHidden(has_columns)
        self.view.setVisible(bool(rows) and has_columns)
        self._nothing.setVisible(not rows)
        self.view.show_grid(self._columns, rows)
        self.view.mark_sorted(self._wish.by, highest_first=self._wish.highest_first)
        self._read()

    def _on_reached(self) -> None:
        self._read()
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll the page to the cell in focus, in a window that is too low for the whole page."""
        view = self.view
        view.scrollTo(view.currentIndex())
        cell = view.visualRect(view.currentIndex())
        if view.isVisible() and cell.isValid():
            at = view.viewport().mapTo(self._body, cell.center())
            self._scroll.ensureVisible(0, at.y(), 0, cell.height())

    def _read(self) -> None:
        here, cell = self.view.here, self.view.cell
        if here is None:
            self.bar.read("", None, _("Go to a cell to read it here."))
        elif cell is None:
            row_ = here[0]
            self.bar.read(row_.title, None, row_.says)
        else:
            who = here[1].head if here[1].is_answers else here[1].full
            where = _("{topic}, {who}", topic=here[0].id, who=who)
            self.bar.read(where, cell)

    def _go_to(self, topic: str, person: str = "") -> None:
        """Bring the keyboard to a question, wherever filters and folds have put it."""
        if topic not in self._ids:
            self._look_for(Wish())
        dimension = next((one.dimension for one in self._rows if one.id == topic), "")
        head = next((one.id for one in self._heads if one.dimension == dimension), "")
        if head in self._folded:
            self._folded -= {head}
            self._show_rows()
        self.view.go_to(topic, self._column_of(person))

    def _column_of(self, person: str) -> str:
        if not person:
            return ""
        organisation = next(
            (r.organisation for r in self.desk.opened.value.respondents if r.id == person), ""
        )
        for one in self._columns:
            if one.respondent == person:
                return one.key
        return next((c.key for c in self._columns if c.organisation == organisation), "")

    def _look_for(self, wish: Wish) -> None:
        self._wish = wish
        self._ids = chosen(self._rows, self._columns, wish)
        self._offer()
        self._show_rows()

    def _place(self) -> Place | None:
        here = self.view.here
        return None if here is None or here[0].is_heading else (here[1], here[0].id)

    def _on_pressed(self, what: str) -> None:
        place = self._place()
        acts = {
            "clear": self._clear,
            "copy": self._copy_chosen,
            "paste": self._paste,
            "people": self._switch_people,
            "sort": self._sort_here,
        }
        if what in acts:
            acts[what]()
        elif place is not None:
            self._answer(place, what)

    def _answer(self, place: Place, what: str) -> None:
        if what == "na" and place[0].kind is Kind.AGREED:
            self._edits.say(place, "na")
            return
        refused = self._edits.refusal(place)
        if refused:
            if place[0].is_several:
                self._show_people(place[0].organisation)
                first = next(c for c in self._columns if self._is_person_of(c, place[0]))
                self.view.go_to(place[1], first.key)
            self.bar.tell(refused)
        elif what == "note":
            self._write_note(place)
        elif what == "evidence":
            self._edits.next_evidence(place)
        else:
            self._edits.say(place, _GIVEN[what])
            if what == "na" and place[0].is_answers:
                self._write_note(place)

    def _write_note(self, place: Place) -> None:
        if not place[0].is_answers:
            self.bar.tell(_("Notes belong to answers. Go to an answer and press F2."))
            return
        answer = self._edits.answer_at(place)
        if answer is not None and answer.level == "na":
            self.bar.write(_("Why doesn’t it apply? One sentence"), answer.reason)
        else:
            self.bar.write(_("Note"), answer.note if answer is not None else "")

    def _clear(self) -> None:
        places = self._chosen_places()
        if len(places) == 1 and not self._edits.clear(places):
            self.bar.tell(self._edits.refusal(places[0]) or _("There is nothing to clear."))
        elif len(places) > 1:
            cleared = self._edits.clear(places)
            told = plural("{count} answer cleared.", "{count} answers cleared.", cleared)
            self.bar.tell(told)

    def _chosen_places(self) -> list[Place]:
        grid = self.view.grid
        cells = self.view.chosen_cells()
        return [(grid.columns[across], grid.rows[down].id) for down, across in cells]

    def _copy_chosen(self) -> None:
        lines = grid_clipboard.block(self.view.grid.rows, self.view.chosen_cells())
        if lines:
            QGuiApplication.clipboard().setText(grid_clipboard.text_of(lines))
            count = sum(map(len, lines))
            self.bar.tell(plural("{count} cell copied.", "{count} cells copied.", count))

    def _on_copy_all(self) -> None:
        by_id = {row_.id: row_ for row_ in self._rows}
        lines = grid_clipboard.whole(self._columns, [by_id[id_] for id_ in self._ids])
        QGuiApplication.clipboard().setText(grid_clipboard.text_of(lines))
        told = plural(
            "{count} question copied. Paste it into Excel.",
            "{count} questions copied. Paste them into Excel.",
            len(lines) - 1,
        )
        self.bar.tell(told)

    def _paste(self) -> None:
        lines = grid_clipboard.cells_in(QGuiApplication.clipboard().text())
        here, grid = self.view.currentIndex(), self.view.grid
        if not lines or not here.isValid():
            self.bar.tell(_("There is nothing to paste."))
            return
        at = here.row(), here.column()
        landed, outside = grid_clipboard.landing(grid.columns, grid.rows, at, lines)
        told = self._edits.paste(landed).words
        if outside:
            told += " " + plural(
                "{count} cell lay outside the grid.",
                "{count} cells lay outside the grid.",
                outside,
            )
        self.bar.tell(told)

    def _switch_people(self) -> None:
        here = self.view.here
        if here is None or not here[1].organisation or self.desk.opened.value.anonymous:
            return
        organisation = here[1].organisation
        if organisation not in self._unfolded:
            self._show_people(organisation)
            return
        self._unfolded -= {organisation}
        self.show_results(self.results)
        partner = next(c for c in self._columns if c.organisation == organisation)
        self.view.go_to(here[0].id, partner.key)

    def _show_people(self, organisation: str) -> None:
        self._unfolded |= {organisation}
        self.show_results(self.results)

    def _is_person_of(self, column_: GridColumn, partner: GridColumn) -> bool:
        return column_.kind is Kind.PERSON and column_.organisation == partner.organisation

    def _sort_here(self) -> None:
        self._on_sort(self.view.currentIndex().column())

    def _on_sort(self, place: int) -> None:
        if 0 <= place < len(self._columns):
            here = self.view.here
            self._look_for(self._wish.sorted_by(self._columns[place]))
            self.bar.tell(self._order_words(self._columns[place]))
            if here is not None:
                self.view.scrollTo(self.view.currentIndex())

    def _order_words(self, by: GridColumn) -> str:
        if not self._wish.by:
            return _("In the order in which the questions are asked.")
        if self._wish.highest_first:
            return _("Sorted by {column}, highest first. S again: as asked.", column=by.full)
        return _("Sorted by {column}, lowest first. S again: highest first.", column=by.full)

    def _on_fold(self, dimension: str) -> None:
        self._folded ^= {dimension}
        self._show_rows()

    def _on_walk(self) -> None:
        self.wanted.emit("walk", self.at())

    def _on_wished(self, dimension: str, which: str) -> None:
        wish = self._wish
        self._look_for(Wish(dimension, Show(which), wish.by, wish.highest_first))

    def _on_people(self, shown: bool) -> None:
        several = {one.organisation for one in self._columns if one.is_several}
        self._unfolded = frozenset(several if shown else ())
        self.show_results(self.results)

    def _on_nobody(self) -> None:
        self.wanted.emit("setup", "")

    def _on_show_all(self) -> None:
        self._look_for(Wish())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self, words: str) -> None:
        place = self._place()
        if place is not None:
            self._edits.write(place, words)

    def _on_note_done(self) -> None:
        self.bar.stop_writing()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, before: Assessment, after: Assessment) -> None:
        """Go where the one answer that differs stands, so that what was undone can be seen."""
        places = places_apart(before.latest.answers, after.latest.answers)
        if len(places) == 1 and self.isVisible() and not self.bar.is_writing:
            respondent, topic = places.pop()
            if topic in self._ids:
                self._go_to(topic, respondent)
