"""Sharing facts: what could go wrong, and whose law counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from selfassess.core import codes
from selfassess.ui.parts.choice import Choice
from selfassess.ui.parts.option import Option
from selfassess.ui.parts.text import Text
from selfassess.ui.spacing import STRETCH, Aligned, Gap, L, S, column
from selfassess.ui.theme import Theme
from selfassess.words import _, interface
from selfassess.words.names import name_of


class SharingFacts(QWidget):
    """Could people be harmed, can somebody's safety depend on it, and which nation.

    Signals:
        risk_said: People could be seriously harmed, or not.
        safety_said: Somebody's safety can depend on it, or not.
        nation_chosen: The code of a nation.
    """

    risk_said = Signal(bool)
    safety_said = Signal(bool)
    nation_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        answers = (("yes", _("Yes, or not sure")), ("no", _("No")))
        self._risk = Option(
            theme,
            _("Could people be seriously harmed if this goes wrong or leaks?"),
            _(
                "If you are not sure, say yes. "
                "It decides whether an impact assessment is a must-have."
            ),
            answers,
            self,
        )
        self._safety = Option(
            theme,
            _("Can somebody’s safety depend on this sharing?"),
            _(
                "If you are not sure, say yes. "
                "It decides whether a way to share at night is a must-have."
            ),
            answers,
            self,
        )
        nations = tuple((code, name_of(code, interface())) for code in (*codes.UK_NATIONS, "GB"))
        self._nation = Choice(theme, says=_("Nation"), parent=self)
        self._nation.offer(nations)
        title = Text(theme, _("In which nation?"), "body_bold", parent=self)
        title.setBuddy(self._nation)
        why = Text(theme, _("The guidance follows its law."), "small", "ink2", parent=self)
        nation = Aligned(self._nation, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(
            column(
                *(self._risk, Gap(L), self._safety, Gap(L)),
                *(title, Gap(2), why, Gap(S), nation, STRETCH),
            )
        )
        self._risk.chosen.connect(self._on_risk)
        self._safety.chosen.connect(self._on_safety)
        self._nation.chosen.connect(self.nation_chosen)

    def show_facts(self, *, high_risk: bool, safety_at_stake: bool, country: str) -> None:
        """Show what was said."""
        self._risk.mark("yes" if high_risk else "no")
        self._safety.mark("yes" if safety_at_stake else "no")
        self._nation.mark(country)

    def _on_risk(self, answer: str) -> None:
        self.risk_said.emit(answer == "yes")

    def _on_safety(self, answer: str) -> None:
        self.safety_said.emit(answer == "yes")
