"""Plan empty: what the plan says and offers while there is nothing to show in its table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button, Rank
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import PAGE, STRETCH, Gap, M, column
from selfassess.ui.theme import Theme
from selfassess.words import _


class PlanEmpty(QWidget):
    """There are no actions yet; three ways to begin.

    Attributes:
        draft: The button that drafts the plan from first steps.
        add: The button that adds an action.
        bring: The button that brings a plan back.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draft = _("Draft from first steps")
        self.draft = Button(theme, draft, Rank.PRIMARY, icon="plus", parent=self)
        self.add = Button(theme, _("Add an action"), parent=self)
        self.bring = Button(theme, _("Bring the plan back from Excel…"), parent=self)
        buttons = Flow(gap=10, parent=self)
        buttons.hold(self.draft, self.add, self.bring)
        self._told = Text(theme, "", "lead", "ink2", parent=self)
        self.setLayout(column(self._told, Gap(M), buttons, STRETCH, margins=(PAGE, 0, PAGE, M)))

    @property
    def first(self) -> Button:
        """The button that has the keyboard at the beginning."""
        return self.add if self.draft.isHidden() else self.draft

    def offer(self, *, can_draft: bool) -> None:
        """Say what there is to add; first steps only where barriers have been found."""
        ready = _("No actions yet. The first steps of your top three barriers are ready to add.")
        later = _(
            "No actions yet. Once questions are answered, the first steps of your top three"
            " barriers can be added here."
        )
        self._told.say(ready if can_draft else later)
        self.draft.setVisible(can_draft)


class NothingDue(QWidget):
    """Nothing is due this month.

    Signals:
        all_wanted: The user wants to see all actions.
    """

    all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = Text(theme, _("Nothing is due this month."), "lead", "ink2", parent=self)
        all_ = Button(theme, _("Show all actions"), Rank.LINK, parent=self)
        all_.clicked.connect(self.all_wanted)
        self.setLayout(column(told, all_, margins=(PAGE, M, PAGE, M)))
