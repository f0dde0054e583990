"""Action pane: one action of the plan, to be changed in place."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QPlainTextEdit, QWidget

from selfassess.core.codes import ActionStatus
from selfassess.ui.models.due import read_date
from selfassess.ui.models.plan_rows import ActionView, Lift
from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.field import Line, Writing
from selfassess.ui.parts.level_chip import LevelChip
from selfassess.ui.parts.line import Ground, Hairline
from selfassess.ui.parts.remark import Remark
from selfassess.ui.parts.roles import Group
from selfassess.ui.parts.scroll import Scroll
from selfassess.ui.parts.symbol import Symbol
from selfassess.ui.parts.text import Text
from selfassess.ui.parts.wrap_link import WrapLink
from selfassess.ui.spacing import STRETCH, Gap, M, S, Share, Thing, column, row
from selfassess.ui.theme import Theme
from selfassess.words import _, interface
from selfassess.words.names import name_of

_SIDE = 24


class ActionPane(Ground):
    """The fields of an action, and what it is for.

    Signals:
        changed: A field is another; carries its name and value.
        close_wanted: The pane should go away.
        delete_wanted: The action should be taken out of the plan.
        barrier_wanted: The barrier it works on; carries its id.
        case_wanted: The case study it came from; carries its id.
        question_wanted: The question it will lift; carries its id.
    """

    changed = Signal(str, str)
    close_wanted = Signal()
    delete_wanted = Signal()
    barrier_wanted = Signal(str)
    case_wanted = Signal(str)
    question_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "canvas", lines=(Qt.Edge.LeftEdge,), parent=parent)
        self._of = theme
        self._today = date.min
        self._view: ActionView | None = None
        self.close_button = Button(theme, _("Close"), Rank.ICON, icon="close", parent=self)
        self.words = Writing(theme, says=_("Action"), lines=4, parent=self)
        self.owner = Line(theme, says=_("Owner"), parent=self)
        self.due = Line(theme, says=_("Due"), parent=self)
        self.due.setPlaceholderText(_("Day, month"))
        self.due.setAccessibleDescription(_("A date, such as 30 October"))
        self._wrong_date = Remark(theme, "error", colour="error", parent=self)
        self.status = Choice(theme, says=_("Status"), style="body", parent=self)
        words = interface()
        self.status.offer(tuple((s.value, name_of(s, words)) for s in ActionStatus))
        self.note = Writing(theme, says=_("How we will know"), lines=3, parent=self)
        for box in (self.words, self.note):
            box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delete = Button(
            theme, _("Take it out of the plan"), Rank.LINK, style="small", parent=self
        )
        self._about = QWidget(self)
        self._body = QWidget(self)
        self._row = column(
            *self._fields(),
            Gap(M),
            self._about,
            Gap(M),
            self.delete,
            STRETCH,
            margins=(_SIDE, 4, _SIDE, M),
        )
        self._body.setLayout(self._row)
        title = Text(theme, _("Selected action"), "body_bold", parent=self)
        title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        head = row(Share(title), self.close_button, margins=(_SIDE, 12, 14, 4))
        scroll = Scroll(theme, self._body, parent=self)
        self.setLayout(column(head, Share(scroll), margins=(1, 0, 0, 0)))
        self._connect()

    def show_action(self, view: ActionView, owners: tuple[str, ...], today: date) -> None:
        """Show an action; what is being typed is left alone."""
        same = self._view is not None and self._view.action.id == view.action.id
        self._today = today
        before = self._view
        self._view = view
        self.words.show_words(view.action.text)
        self.owner.show_words(view.action.owner)
        self.note.show_words(view.action.note)
        if not (same and self.due.hasFocus()):
            self.due.show_words(view.due)
            self._wrong_date.say("")
        self.status.mark(view.action.status.value)
        completer = QCompleter(list(owners), self.owner)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        self.owner.setCompleter(completer)
        if not same or before is None or _about(before) != _about(view):
            self._show_about(view)

    def edit(self) -> None:
        """Bring the keyboard to the first field."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _fields(self) -> list[Thing]:
        beside = row(
            Share(column(self._label(_("Due"), self.due), Gap(4), self.due)),
            Share(column(self._label(_("Status"), self.status), Gap(4), self.status)),
            gap=10,
        )
        return [
            self._label(_("Action"), self.words),
            Gap(4),
            self.words,
            Gap(12),
            self._label(_("Owner"), self.owner),
            Gap(4),
            self.owner,
            Gap(12),
            beside,
            self._wrong_date,
            Gap(12),
            self._label(_("How we will know"), self.note),
            Gap(4),
            self.note,
        ]

    def _label(self, words: str, buddy: QLineEdit | QPlainTextEdit | Choice) -> QLabel:
        label = Text(self._of, words, "small", "ink2", wrap=False, parent=self)
        label.setBuddy(buddy)
        return label

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.close_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.words.written.connect(self._on_words)
        self.owner.written.connect(self._on_owner)
        self.owner.editingFinished.connect(self._on_owner_finished)
        self.due.written.connect(self._on_due)
        self.due.editingFinished.connect(self._on_due_finished)
        self.status.chosen.connect(self._on_status)
        self.note.written.connect(self._on_note)

    def _show_about(self, view: ActionView) -> None:
        theme = self._of
        self._row.removeWidget(self._about)
        self._about.hide()
        self._about.deleteLater()
        self._about = QWidget(self._body)
        things: list[Thing] = []
        if view.lift is not None:
            things += [*self._heading(_("Will lift")), self._lift(view.lift)]
        if view.barrier:
            link = WrapLink(
                theme, view.barrier, "small", target=view.action.barrier, parent=self._about
            )
            link.clicked.connect(self._on_barrier)
            things += [*self._heading(_("Works on")), link]
        if view.case:
            link = WrapLink(theme, view.case, "small", target=view.action.case, parent=self._about)
            link.clicked.connect(self._on_case)
            things += [*self._heading(_("Came from")), link]
        if things:
            things = [Hairline(theme, parent=self._about), *things]
        self._about.setLayout(column(*things))
        self._row.insertWidget(self._row.indexOf(self.delete) - 1, self._about)

    def _heading(self, words: str) -> list[Thing]:
        return [Gap(M), Text(self._of, words, "small_bold", parent=self._about), Gap(4)]

    def _lift(self, lift: Lift) -> QWidget:
        theme, whole = self._of, Group(self._about)
        title = WrapLink(
            theme, lift.title, "small", "ink", target=lift.topic, code=lift.topic, parent=whole
        )
        title.clicked.connect(self._on_question)
        arrow = Symbol(theme, "arrow-right", parent=whole)
        now: QWidget
        if lift.level is None:
            now = Symbol(theme, "help", size=20, parent=whole)
        else:
            now = LevelChip(theme, lift.level, whole)
        chips = row(now, arrow, LevelChip(theme, lift.to, whole), STRETCH, gap=S)
        whole.setLayout(column(title, Gap(4), chips))
        whole.setAccessibleName(
            _("From {now} to {to}", now=lift.level or _("not known yet"), to=lift.to)
        )
        return whole

    def _on_words(self, words: str) -> None:
        self.changed.emit("text", words)

    def _on_owner(self, words: str) -> None:
        self.changed.emit("owner", words)

    def _on_owner_finished(self) -> None:
        self.changed.emit("owner", self.owner.text().strip())

    def _on_due(self, words: str) -> None:
        found = read_date(words, self._today)
        if found is not None or not words.strip():
            self._wrong_date.say("")
            self.changed.emit("due", found.isoformat() if found else "")

    def _on_due_finished(self) -> None:
        typed = self.due.text().strip()
        if not typed or read_date(typed, self._today) is not None:
            if self._view is not None:
                self.due.show_words(self._view.due)
            return
        self._wrong_date.say(_("This is no date. Write it like 30 October 2026."))

    def _on_status(self, code: str) -> None:
        self.changed.emit("status", code)

    def _on_note(self, words: str) -> None:
        self.changed.emit("note", words)

    def _on_barrier(self) -> None:
        self.barrier_wanted.emit(_target(self.sender()))

    def _on_case(self) -> None:
        self.case_wanted.emit(_target(self.sender()))

    def _on_question(self) -> None:
        self.question_wanted.emit(_target(self.sender()))


def _about(view: ActionView) -> tuple[object, ...]:
    return (view.lift, view.barrier, view.case)


def _target(sender: object) -> str:
    return sender.target if isinstance(sender, WrapLink) else ""
