"""Prepare: before the workshop: the time, the topics, the forms and the paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from selfassess.core import importing, workshop
from selfassess.core.assessment import Given
from selfassess.core.importing import Import, Read
from selfassess.core.problem import FileProblemsError
from selfassess.core.results import Results
from selfassess.core.room import proposal, suggested
from selfassess.overriding import override
from selfassess.ui.desk import Desk
from selfassess.ui.models.forms_view import forms_sentence, partner_lines
from selfassess.ui.models.import_table import forms_preview
from selfassess.ui.models.room_topics import topic_rows
from selfassess.ui.naming import documents
from selfassess.ui.outside import show_file
from selfassess.ui.pages.conflicts_view import ConflictsView
from selfassess.ui.pages.form_jobs import PATTERN, Making, Reading, forms_to_make
from selfassess.ui.pages.import_preview import ImportPreview
from selfassess.ui.pages.results import Beside, ResultsPage
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.footer import FooterBar
from selfassess.ui.parts.forms_side import FormsSide
from selfassess.ui.parts.hints import Hint
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.topics_list import TopicsList
from selfassess.ui.places import FORMS
from selfassess.ui.print.paper_pack import save_paper_pack
from selfassess.ui.room_hints import prepare_hints
from selfassess.ui.spacing import PAGE, Gap, L, M, S, Share, column, row
from selfassess.ui.theme import Room
from selfassess.ui.worker import ThreadWorker, Worker
from selfassess.words import _, interface, plural
from selfassess.words.problems import sentence

MINUTES = (45, 60, 75, 90, 105, 120, 150, 180, 210, 240)
_PEOPLE = range(2, 41)
_LEAST_LIST = 220
_LEVELS: dict[str, Given] = {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "dk": "dk", "na": "na"}


class PreparePage(ResultsPage):
    """What deserves the room, and what goes round before."""

    goes_down_to_place = True

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        worker: Worker | None = None,
        show: Callable[[Path], object] = show_file,
    ) -> None:
        """Make the page.

        Args:
            desk: What the page works with.
            parent: The widget it stands in.
            worker: Reads and writes off the window's thread; one of its own where none is given.
            show: Opens a file or folder.
        """
        super().__init__(desk, parent)
        theme = self.theme
        self._worker = worker or ThreadWorker(self)
        self._read: list[Read] = []
        self._made: Import | None = None
        self._turn = 0
        self._sentence = Text(theme, "", "body", "ink2", parent=self)
        self.minutes = Choice(theme, says=_("How long"), small=True, parent=self)
        self.people = Choice(theme, says=_("How many people"), small=True, parent=self)
        self._suggest = Button(theme, _("Suggest again"), small=True, parent=self)
        self.topics = TopicsList(theme, says=_("Questions for the room"), parent=self)
        self.forms = FormsSide(theme, self, show=show)
        self.preview = ImportPreview(theme, _("Reading the forms"), _("Add these answers"), self)
        self.conflicts = ConflictsView(theme, self)
        self._beside = Beside(theme, self._main_part(), self.forms, self)
        self._beside.body.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._front = QWidget(self)
        self._front.setLayout(column(Share(self._beside), self._footer()))
        self._stack = QStackedWidget(self)
        for part in (self._front, self.preview, self.conflicts):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self._connect()

    @override
    def hints(self) -> tuple[Hint, ...]:
        if self._stack.currentWidget() is not self._front:
            return ()
        return prepare_hints()

    @override
    def regions(self) -> tuple[QWidget, ...]:
        return (self._beside.body, self.forms)

    @override
    def arrive(self, at: str = "") -> None:
        super().arrive(at)
        first = self.forms.bring if at == FORMS else self.topics
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def fit(self, room: Room) -> None:
        self._beside.fit(room)
        least = 300 if room.height < room.width else 240
        least = _LEAST_LIST if room.pages_move else min(least, round(room.height / 2))
        self.topics.setMinimumHeight(self.theme.px(least))

    @override
    def show_results(self, results: Results) -> None:
        words, plan = interface(), workshop.planned(results.round)
        offered = proposal(results)
        self._show_facts(plan.minutes, plan.people)
        self._sentence.say(
            plural(
                "There is time for {count} question. Seven of twelve minutes go to them.",
                "There is time for {count} questions. Seven of twelve minutes go to them.",
                offered.room,
            )
        )
        self.topics.show_rows(topic_rows(offered, results, words))
        latest = results.round
        lines = partner_lines(results, words)
        self.forms.show_forms(forms_sentence(latest, words), lines, len(latest.conflicts))
        self.forms.show_rehearsal(
            self.desk.rehearse is not None and not results.assessment.fictional
        )

    @override
    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read forms, one after the other, and show what they would do."""
        if not paths:
            return
        self._turn += 1
        self._read = []
        self._stack.setCurrentWidget(self.preview)
        self.preview.show_progress(0, len(paths))
        for place, path in enumerate(paths, start=1):
            done = partial(self._on_read, self._turn, place, len(paths))
            self._worker.do(Reading(path), done)

    def _main_part(self) -> QWidget:
        main, theme = QWidget(self), self.theme
        title = Text(theme, _("Before the workshop"), "h1", parent=main)
        facts = Flow(gap=S, parent=self)
        facts.hold(self.minutes, self.people, self._suggest)
        main.setLayout(
            column(
                title,
                Gap(4),
                self._sentence,
                Gap(M),
                facts,
                Gap(M),
                Share(self.topics),
                margins=(PAGE, L, PAGE, M),
            )
        )
        return main

    def _footer(self) -> FooterBar:
        told = _("Forms come back by e-mail or on a stick. Nothing is sent by this program.")
        about = Text(self.theme, told, "small", "ink2", parent=self)
        about.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._go = Button(
            self.theme, _("Go to the room"), Rank.PRIMARY, trailing="chevron-right", parent=self
        )
        return FooterBar(self.theme, row(Share(about), self._go, gap=M, margins=(PAGE, 0)), self)

    def _connect(self) -> None:
        self.minutes.chosen.connect(self._on_minutes)
        self.people.chosen.connect(self._on_people)
        self._suggest.clicked.connect(self._on_suggest)
        self.topics.ticked.connect(self._on_ticked)
        self.topics.moved.connect(self._on_moved)
        self.topics.opened.connect(self._on_opened)
        self.forms.make_wanted.connect(self._on_make)
        self.forms.import_wanted.connect(self._on_import)
        self.forms.settle_wanted.connect(self._on_settle)
        self.forms.paper_wanted.connect(self._on_paper)
        self.forms.rehearsal_wanted.connect(self._on_rehearse)
        self.preview.agreed.connect(self._on_agreed)
        self.preview.left.connect(self._on_left)
        self.conflicts.chosen.connect(self._on_chosen)
        self.conflicts.left.connect(self._on_left)
        self._go.clicked.connect(self._on_go)
        self._stack.currentChanged.connect(self._on_part)

    def _show_facts(self, minutes: int, people: int) -> None:
        offered = sorted({*MINUTES, minutes})
        self.minutes.offer(
            tuple((str(m), plural("{count} minute", "{count} minutes", m)) for m in offered)
        )
        self.minutes.mark(str(minutes))
        counts = sorted({*_PEOPLE, people} - {0})
        told = tuple((str(n), plural("{count} person", "{count} people", n)) for n in counts)
        self.people.offer((("0", _("How many people?")), *told))
        self.people.mark(str(people))

    def _chosen_ids(self) -> list[str]:
        return [one.id for one in proposal(self.results).chosen]

    def _plan(self, words: str, merge: str = "", **fields: object) -> None:
        self.desk.opened.edit(workshop.plan(self.desk.opened.value, **fields), words, merge)

    def _on_minutes(self, code: str) -> None:
        self._plan(_("Length of the workshop"), minutes=int(code))

    def _on_people(self, code: str) -> None:
        self._plan(_("People in the workshop"), people=int(code))

    def _on_suggest(self) -> None:
        minutes = workshop.planned(self.results.round).minutes
        self._plan(_("Suggest the questions"), topics=suggested(self.results, minutes))

    def _on_ticked(self, id_: str) -> None:
        ids = self._chosen_ids()
        after = [one for one in ids if one != id_] if id_ in ids else [*ids, id_]
        self._plan(_("Choose the questions"), topics=tuple(after))

    def _on_moved(self, id_: str, steps: int) -> None:
        ids = self._chosen_ids()
        place = ids.index(id_) + steps if id_ in ids else -1
        if 0 <= place < len(ids):
            ids.remove(id_)
            ids.insert(place, id_)
            self._plan(_("Order of the questions"), topics=tuple(ids))

    def _on_opened(self, id_: str) -> None:
        self.wanted.emit("walk", id_)

    def _on_make(self) -> None:
        folder = self.desk.prompts.folder(_("Where to put the forms"), documents())
        if folder is None:
            return
        today = self.desk.now().date()
        jobs = forms_to_make(self.results, folder, self.desk.new_id, interface(), today)
        self.forms.work(True)
        made: list[tuple[Making, FileProblemsError | None]] = []
        for job in jobs:
            self._worker.do(job, partial(self._on_form, job, made, len(jobs)))

    def _on_form(
        self,
        job: Making,
        made: list[tuple[Making, FileProblemsError | None]],
        of: int,
        _path: Path | None,
        error: FileProblemsError | None,
    ) -> None:
        made.append((job, error))
        written = [one for one, wrong in made if wrong is None]
        done = _("{done} of {all} forms made", done=len(written), all=of)
        self.forms.tell(done)
        if len(made) < of:
            return
        self.forms.work(False)
        problems = [problem for _job, wrong in made if wrong for problem in wrong.problems]
        if problems:
            self.forms.complain(f"{done}. {sentence(problems[0], interface())}")
        else:
            count = plural("{count} form", "{count} forms", of)
            folder = job.path.parent
            self.forms.tell(_("{forms} made in {folder}", forms=count, folder=folder))
        if written:
            out = importing.hand_out(self.desk.opened.value, [one.form for one in written])
            self.desk.opened.edit(out, _("Hand out answer forms"))

    def _on_import(self) -> None:
        self.take_files(self.desk.prompts.files_to_open(_("Bring in forms"), PATTERN))

    def _on_read(
        self,
        turn: int,
        place: int,
        of: int,
        read: tuple[Read, ...] | None,
        _error: FileProblemsError | None,
    ) -> None:
        if turn != self._turn:
            return
        self._read += read or ()
        self.preview.show_progress(place, of)
        if place == of:
            topics = self._known_topics()
            self._made = importing.import_forms(self.desk.opened.value, self._read, topics)
            self.preview.show_preview(forms_preview(self._made, interface()))

    def _known_topics(self) -> set[str]:
        content = self.desk.opened.content
        own = {t.id for d in content.questionnaire.dimensions for t in d.topics}
        return own | {t.id for module in content.modules for t in module.topics}

    def _on_agreed(self) -> None:
        if self._made is None:
            return
        counts = self._made.counts
        count = counts.new + counts.changed
        told = plural("{count} answer brought in", "{count} answers brought in", count)
        self.desk.opened.edit(self._made.after, _("Bring in forms"))
        self.forms.tell(told)
        conflicts = bool(self.results.round.conflicts)
        self._on_left()
        if conflicts:
            self._on_settle()

    def _on_left(self) -> None:
        self._turn += 1
        self._made = None
        self._stack.setCurrentWidget(self._front)
        self.forms.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_settle(self) -> None:
        self._stack.setCurrentWidget(self.conflicts)
        self.conflicts.show_conflicts(self.results)

    def _on_chosen(self, place: int, level: str) -> None:
        conflict = self.results.round.conflicts[place]
        chosen = _LEVELS.get(level)
        value = importing.resolve(self.desk.opened.value, conflict, chosen)
        self.desk.opened.edit(value, _("Settle {topic}", topic=conflict.topic))
        self.conflicts.show_conflicts(self.results)

    def _on_paper(self) -> None:
        suggested_ = documents() / (_("Paper pack") + ".pdf")
        path = self.desk.prompts.file_to_save(_("Save the paper pack"), suggested_, "*.pdf")
        if path is None:
            return
        try:
            save_paper_pack(path, self.results, interface(), self.desk.now().date())
        except FileProblemsError as error:
            self.forms.pack.tell_problem(error.problems[0])
        else:
            self.forms.pack.tell_saved(path)

    def _on_rehearse(self) -> None:
        if self.desk.rehearse is not None:
            self.desk.rehearse()

    def _on_part(self, _place: int) -> None:
        self.hints_changed.emit()

    def _on_go(self) -> None:
        self.wanted.emit("room", "")
