"""Answer bar: don't know, doesn't apply, and how sure the evidence is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from selfassess.ui.parts.button import Button
from selfassess.ui.parts.flow import Flow
from selfassess.ui.parts.segmented import Segmented
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import S, row
from selfassess.ui.theme import Theme
from selfassess.words import _


class AnswerBar(Flow):
    """What can be said beside the five levels.

    Signals:
        dont_know: The user doesn't know.
        not_applicable: The user says that it doesn't apply.
        evidence_chosen: The user chose a grade of evidence; carries its code.
    """

    dont_know = Signal()
    not_applicable = Signal()
    evidence_chosen = Signal(str)

    def __init__(
        self, theme: Theme, grades: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(spread=True, parent=parent)
        self._dont_know = Button(theme, _("We don’t know"), key="D", style="body", parent=self)
        self._not_applicable = Button(
            theme, _("Doesn’t apply…"), key="X", style="body", parent=self
        )
        for button in (self._dont_know, self._not_applicable):
            button.setCheckable(True)
        self._evidence = Segmented(theme, grades, says=_("Evidence"), parent=self)
        self._label = Text(theme, "", "body", "ink2", wrap=False, parent=self)
        self._label.setBuddy(self._evidence)
        group = QWidget(self)
        group.setLayout(row(self._label, self._evidence, gap=S + 4))
        self.hold(self._dont_know, self._not_applicable, group)
        self._dont_know.clicked.connect(self.dont_know)
        self._not_applicable.clicked.connect(self.not_applicable)
        self._evidence.chosen.connect(self.evidence_chosen)
        self._gap = S

    def mark(self, given: object, evidence: str) -> None:
        """Show what was said: a level, `dk`, `na` or nothing, and the grade of evidence."""
        self._dont_know.setChecked(given == "dk")
        self._not_applicable.setChecked(given == "na")
        has_level = isinstance(given, int)
        self._evidence.setVisible(has_level)
        self._evidence.mark(evidence if has_level else "")
        self._label.say(_("Evidence") if has_level else _("Evidence: choose a level first"))
        self._label.recolour("ink2" if has_level else "ink3")
