"""Answering for: which partner, and which person there, gives the answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from selfassess.ui.parts.button import Button
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import Gap, column
from selfassess.ui.style import clothe
from selfassess.ui.theme import Theme
from selfassess.words import _

_ADD = "+"


class AnsweringFor(QWidget):
    """Two lists, or one small menu where there is no room.

    Signals:
        organisation_chosen: The user chose a partner; carries its id.
        person_chosen: The user chose a person; carries the id.
        person_wanted: The user wants to add a person.
    """

    organisation_chosen = Signal(str)
    person_chosen = Signal(str)
    person_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text(theme, _("Answering for"), "small", "ink2", wrap=False, parent=self)
        self._organisations = Choice(
            theme, says=_("Answering for"), small=True, style="body", parent=self
        )
        self._people = Choice(
            theme, says=_("Person who answers"), small=True, style="small", parent=self
        )
        self._small = Button(theme, "", trailing="chevron-down", small=True, parent=self)
        self._menu = QMenu(self)
        clothe(self._menu, theme)
        self._small.setMenu(self._menu)
        self._label.setBuddy(self._organisations)
        self._wide = QWidget(self)
        self._wide.setLayout(column(self._label, Gap(4), self._organisations, Gap(6), self._people))
        self.setLayout(column(self._wide, self._small))
        self._organisations.chosen.connect(self.organisation_chosen)
        self._people.chosen.connect(self._on_person)
        self._menu.triggered.connect(self._on_picked)
        self.set_compact(False)

    def offer(
        self,
        organisations: tuple[tuple[str, str, str], ...],
        people: tuple[tuple[str, str], ...],
        organisation: str,
        person: str,
    ) -> None:
        """Show who can answer and who does.

        Args:
            organisations: Id, name and letter of each partner.
            people: Id and name of those who answer for the partner in view.
            organisation: The partner in view.
            person: The person in view.
        """
        self._organisations.offer(tuple((id_, name) for id_, name, _letter in organisations))
        self._organisations.mark(organisation)
        self._people.offer((*people, (_ADD, _("Add a person…"))))
        self._people.mark(person)
        self._menu.clear()
        for id_, name, _letter in organisations:
            self._menu.addAction(name).setData(("organisation", id_))
        self._menu.addSeparator()
        for id_, name in people:
            self._menu.addAction(name).setData(("person", id_))
        self._menu.addAction(_("Add a person…")).setData(("person", _ADD))
        letter = next((mark for id_, _name, mark in organisations if id_ == organisation), "")
        self._small.say(letter or "?")
        names = {
            "organisation": self._organisations.currentText(),
            "person": self._people.currentText(),
        }
        self._small.setAccessibleName(_("Answering for {organisation}, {person}", **names))
        self._small.setToolTip(self._small.accessibleName())

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in one of the lists."""
        return self._organisations.hasFocus() or self._people.hasFocus()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the list of partners, or to the menu."""
        shown = self._organisations if self._small.isHidden() else self._small
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_compact(self, compact: bool) -> None:
        """Shrink to one small menu, or not."""
        self._wide.setVisible(not compact)
        self._small.setVisible(compact)

    def _on_person(self, id_: str) -> None:
        if id_ == _ADD:
            self.person_wanted.emit()
        else:
            self.person_chosen.emit(id_)

    def _on_picked(self, action: QAction) -> None:
        kind, id_ = action.data()
        if kind == "organisation":
            self.organisation_chosen.emit(id_)
        else:
            self._on_person(id_)
