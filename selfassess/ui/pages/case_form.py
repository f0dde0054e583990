"""Case form: a case study as it is written, from the situation to its source."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core.case_draft import Gap as Lack
from selfassess.core.case_draft import case_barrier
from selfassess.core.cases import CaseEnabler, CaseSource, CaseStudy
from selfassess.core.codes import DIMENSIONS, Failure
from selfassess.core.content import Content
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.case_facts import CaseFacts
from selfassess.ui.parts.case_source import CaseSourceFields
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Field
from selfassess.ui.parts.option import Option
from selfassess.ui.parts.section import Section
from selfassess.ui.parts.told_list import ToldList, told_row
from selfassess.ui.parts.told_row import ToldRow
from selfassess.ui.spacing import Gap, M, column
from selfassess.ui.theme import Theme
from selfassess.words import _, interface

_ADD = ""


class CaseForm(QWidget):
    """The fields of a case study, in the order in which it is told.

    Signals:
        changed: The user changed something; carries the case study as it then is.
    """

    changed = Signal(object)

    def __init__(self, theme: Theme, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = content
        self._case: CaseStudy | None = None
        self.title = Field(
            theme,
            _("Title"),
            _("What changed, in a few words, such as “Telling the school before nine”."),
            parent=self,
        )
        self.situation = Field(
            theme, _("What was the situation?"), _("What went wrong, and for whom?"), lines=3,
            parent=self,
        )  # fmt: skip
        self._add_barrier = Choice(theme, says=_("Add a barrier"), parent=self)
        self.barriers = ToldList(self._barrier_row, self._add_barrier, self)
        self._add_done = Button(theme, _("Add what was done"), Rank.LINK, icon="plus", parent=self)
        self.done = ToldList(self._done_row, self._add_done, self)
        self.result = Field(
            theme,
            _("What came of it?"),
            _("Figures only where you can show them. “Too early to say” is a result."),
            lines=2,
            parent=self,
        )
        worked = (
            (Failure.NO.value, _("No")),
            (Failure.PARTLY.value, _("In part")),
            (Failure.YES.value, _("Yes")),
        )
        why = _("What went wrong teaches others too.")
        self._worked = Option(theme, _("Did something go wrong?"), why, worked, self)
        self.lessons = Field(
            theme, _("What did you learn?"), _("One lesson on each line."), lines=3, parent=self
        )
        self.take = Field(theme, _("In one line: what can others take from it?"), parent=self)
        self.source = CaseSourceFields(theme, self)
        self.facts = CaseFacts(theme, self)
        self.setLayout(column(*self._sections()))
        self._connect()

    @property
    def case(self) -> CaseStudy | None:
        """The case study as it stands."""
        return self._case

    def take_content(self, content: Content) -> None:
        """Offer the barriers of other content; the case study is to be shown again after it."""
        if content is not self._content:
            self._content = content
            self._case = None

    def show_case(self, case: CaseStudy) -> None:
        """Show a case study without telling anybody."""
        if case == self._case:
            return
        self._case = case
        self.title.show_words(case.title)
        self.situation.show_words(case.summary)
        self.result.show_words(case.result)
        self._worked.mark(case.failure.value)
        self.lessons.show_words("\n".join(case.lessons))
        self.take.show_words(case.take)
        self.source.show_source(case.source)
        self.facts.show_case(case)
        for rows in (self.barriers, self.done):
            rows.forget()
        self._show_rows(case)

    def go_to(self, lack: str) -> None:
        """Put the keyboard where something is lacking."""
        target = {
            Lack.TITLE: self.title.editor,
            Lack.SITUATION: self.situation.editor,
            Lack.BARRIERS: self._add_barrier,
            Lack.HOW: next(iter(self.barriers.boxes), self._add_barrier),
            Lack.DONE: self._add_done,
            Lack.LESSONS: self.lessons.editor,
            Lack.SOURCE: self.source.publisher.editor,
            Lack.PLACE: self.facts.place.editor,
            Lack.AREAS: self.facts.areas.first,
            Lack.SECTORS: self.facts.sectors.first,
            Lack.STEP: self.facts.steps.first,
        }[Lack(lack)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sections(self) -> tuple[QWidget, ...]:
        theme = self._theme
        return (
            Section(
                theme, _("1. The situation"), self.title, Gap(M), self.situation,
                style="h3", lined=False, gap=0, parent=self,
            ),
            Section(theme, _("2. What stood in the way"), self.barriers, style="h3", parent=self),
            Section(theme, _("3. What was done"), self.done, style="h3", parent=self),
            Section(
                theme, _("4. What came of it"), self.result, Gap(M), self._worked, Gap(M),
                self.lessons, Gap(M), self.take, style="h3", gap=0, parent=self,
            ),
            Section(theme, _("5. The source"), self.source, style="h3", parent=self),
            Section(theme, _("6. How others find it"), self.facts, style="h3", parent=self),
        )  # fmt: skip

    def _connect(self) -> None:
        self.title.written.connect(self._on_title)
        self.situation.written.connect(self._on_situation)
        self.result.written.connect(self._on_result)
        self._worked.chosen.connect(self._on_worked)
        self.lessons.written.connect(self._on_lessons)
        self.take.written.connect(self._on_take)
        self.source.changed.connect(self._on_source)
        self.facts.changed.connect(self._on_facts)
        self._add_barrier.chosen.connect(self._on_add_barrier)
        self.barriers.written.connect(self._on_how)
        self.barriers.removed.connect(self._on_barrier_removed)
        self._add_done.clicked.connect(self._on_add_done)
        self.done.written.connect(self._on_done)
        self.done.chosen.connect(self._on_done_about)
        self.done.removed.connect(self._on_done_removed)

    def _show_rows(self, case: CaseStudy) -> None:
        names = self._names(case)
        about = tuple(barrier.catalogue for barrier in case.barriers)
        self.barriers.show_rows(tuple(b.how for b in case.barriers), about)
        frame = (names, len(case.enablers))
        self.done.show_rows(tuple(e.what for e in case.enablers), frame)
        others = tuple(pair for pair in self._catalogue() if (pair[0],) not in about)
        self._add_barrier.offer(((_ADD, _("Add a barrier…")), *others))
        self._add_barrier.setCurrentIndex(0)
        self._add_done.setEnabled(bool(case.barriers))

    def _barrier_row(self, place: int, words: str, parent: QWidget) -> ToldRow:
        barrier = self._told().barriers[place]
        about = next(iter(barrier.catalogue), barrier.code)
        return told_row(self._theme, self._catalogue(), about, words, parent)

    def _done_row(self, place: int, words: str, parent: QWidget) -> ToldRow:
        case = self._told()
        about = next(iter(case.enablers[place].catalogue), "")
        name = _("What was done, {number}", number=place + 1)
        names = self._names(case)
        return ToldRow(self._theme, name, words, barriers=names, barrier=about, parent=parent)

    def _catalogue(self) -> tuple[tuple[str, str], ...]:
        language = interface().language
        of_modules = (b for found in self._content.module_barriers.values() for b in found)
        barriers = (*self._content.catalogue.barriers, *of_modules)
        return tuple((barrier.id, barrier.name.say(language)) for barrier in barriers)

    def _names(self, case: CaseStudy) -> tuple[tuple[str, str], ...]:
        met = {id_ for barrier in case.barriers for id_ in barrier.catalogue}
        met |= {id_ for enabler in case.enablers for id_ in enabler.catalogue}
        return tuple(pair for pair in self._catalogue() if pair[0] in met)

    def _told(self) -> CaseStudy:
        if self._case is None:
            raise LookupError("no case study is shown")
        return self._case

    def _tell(self, **fields: object) -> None:
        if self._case is not None:
            self._case = self._case.changed(**fields)
            self._show_rows(self._case)
            self.changed.emit(self._case)

    def _on_title(self, words: str) -> None:
        self._tell(title=words)

    def _on_situation(self, words: str) -> None:
        self._tell(summary=words)

    def _on_result(self, words: str) -> None:
        self._tell(result=words)

    def _on_worked(self, code: str) -> None:
        self._worked.mark(code)
        self._tell(failure=code)

    def _on_lessons(self, words: str) -> None:
        self._tell(lessons=tuple(words.split("\n")) if words else ())

    def _on_take(self, words: str) -> None:
        self._tell(take=words)

    def _on_source(self, source: CaseSource) -> None:
        self._tell(source=source)

    def _on_facts(self, fields: dict[str, object]) -> None:
        self._tell(**fields)

    def _on_add_barrier(self, id_: str) -> None:
        barrier = self._content.barrier(id_)
        if barrier is not None:
            made = case_barrier(barrier, interface().language)
            self._tell(barriers=(*self._told().barriers, made))
            self.barriers.boxes[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_how(self, place: int, words: str) -> None:
        barriers = list(self._told().barriers)
        barriers[place] = barriers[place].changed(how=words)
        self._tell(barriers=tuple(barriers))

    def _on_barrier_removed(self, place: int) -> None:
        barriers = self._told().barriers
        self._add_barrier.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(barriers=barriers[:place] + barriers[place + 1 :])

    def _on_add_done(self) -> None:
        first = self._told().barriers[0]
        made = CaseEnabler(code=first.code, what="", catalogue=first.catalogue)
        self._tell(enablers=(*self._told().enablers, made))
        self.done.boxes[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, place: int, words: str) -> None:
        self._change_done(place, what=words)

    def _on_done_about(self, place: int, id_: str) -> None:
        barrier = self._content.barrier(id_)
        code = barrier.dimension if barrier else DIMENSIONS[0]
        self._change_done(place, catalogue=(id_,), code=code)

    def _on_done_removed(self, place: int) -> None:
        enablers = self._told().enablers
        self._add_done.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(enablers=enablers[:place] + enablers[place + 1 :])

    def _change_done(self, place: int, **fields: object) -> None:
        enablers = list(self._told().enablers)
        enablers[place] = enablers[place].changed(**fields)
        self._tell(enablers=tuple(enablers))
